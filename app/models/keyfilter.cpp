// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keyfilter.h"

#include <hpkvqt/keys.h>

#include <utility>

namespace Studio
{

std::vector<QByteArray> KeyFilter::start(const KeySearch &search)
{
    m_pattern = KeyPattern(search);
    m_place.clear();
    m_done = m_pattern.isEmpty();
    return std::exchange(keys, {});
}

QList<QByteArray> KeyFilter::search(const std::function<bool()> &outOfTime)
{
    QList<QByteArray> found;
    if (!isRunning())
        return found;
    const int between = m_pattern.keysBetweenLooks();
    auto place = m_mirror.lowerBound(m_place);
    for (int looked = 1; !m_mirror.isEnd(place); m_mirror.advance(place), ++looked) {
        const QByteArrayView key = m_mirror.keyAt(place);
        if (matches(key))
            found.append(key.toByteArray());
        if (looked % between == 0 && outOfTime()) {
            m_place = Hpkv::Keys::nextStart(key.toByteArray());
            keys.insert(keys.end(), found.begin(), found.end());
            return found;
        }
    }
    m_done = true;
    keys.insert(keys.end(), found.begin(), found.end());
    return found;
}

QList<QByteArray> KeyFilter::among(const QList<QByteArray> &changed) const
{
    QList<QByteArray> result;
    for (const QByteArray &key : changed) {
        if ((m_done || key < m_place) && matches(key))
            result.append(key);
    }
    return result;
}

QList<QByteArray> KeyFilter::insert(const QList<QByteArray> &known)
{
    const QList<QByteArray> result = among(known);
    if (!result.isEmpty()) {
        const auto middle = qptrdiff(keys.size());
        keys.insert(keys.end(), result.begin(), result.end());
        std::inplace_merge(keys.begin(), keys.begin() + middle, keys.end());
    }
    return result;
}

QList<QByteArray> KeyFilter::remove(const QList<QByteArray> &gone)
{
    const QList<QByteArray> result = among(gone);
    if (!result.isEmpty()) {
        const auto isGone = [&](const QByteArray &key) {
            return std::binary_search(result.begin(), result.end(), key);
        };
        keys.erase(std::remove_if(keys.begin(), keys.end(), isGone), keys.end());
    }
    return result;
}

} // namespace Studio
