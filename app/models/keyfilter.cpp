// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keyfilter.h"

#include <hpkvqt/keys.h>

namespace Studio
{

namespace
{

constexpr int keysBetweenLooks = 256; // at the clock

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

} // namespace

void KeyFilter::setText(const QString &text)
{
    m_needle = text.toUtf8();
    for (char &c : m_needle)
        c = small(c);
    keys.clear();
    m_place.clear();
    m_done = m_needle.isEmpty();
}

bool KeyFilter::matches(QByteArrayView key) const
{
    const qsizetype last = key.size() - m_needle.size();
    for (qsizetype start = 0; start <= last; ++start) {
        qsizetype i = 0;
        while (i < m_needle.size() && small(key[start + i]) == m_needle[i])
            ++i;
        if (i == m_needle.size())
            return true;
    }
    return false;
}

QList<QByteArray> KeyFilter::search(const std::function<bool()> &outOfTime)
{
    QList<QByteArray> found;
    if (!isRunning())
        return found;
    auto place = m_mirror.lowerBound(m_place);
    for (int looked = 1; !m_mirror.isEnd(place); m_mirror.advance(place), ++looked) {
        const QByteArrayView key = m_mirror.keyAt(place);
        if (matches(key))
            found.append(key.toByteArray());
        if (looked % keysBetweenLooks == 0 && outOfTime()) {
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
