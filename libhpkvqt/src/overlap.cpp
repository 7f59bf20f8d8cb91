// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "overlap.h"

#include <utility>
#include <vector>

namespace Hpkv
{

void Overlap::begin()
{
    m_old.clear();
    m_new.clear();
}

QList<Notification> Overlap::takeRest()
{
    const QList<Notification> old = std::exchange(m_old, {});
    QList<Notification> fresh = std::exchange(m_new, {});
    if (fresh.isEmpty() || old.isEmpty())
        return fresh;
    // Longest end of `old` that is a beginning of `fresh`: the prefix function of Knuth, Morris and Pratt, in
    // linear time.
    const auto size = static_cast<std::size_t>(fresh.size());
    const auto at = [&fresh](std::size_t i) -> const Notification & {
        return fresh.at(static_cast<qsizetype>(i));
    };
    std::vector<std::size_t> border(size, 0);
    for (std::size_t i = 1, k = 0; i < size; ++i) {
        while (k > 0 && !(at(i) == at(k)))
            k = border[k - 1];
        if (at(i) == at(k))
            ++k;
        border[i] = k;
    }
    std::size_t matched = 0;
    for (const Notification &notification : old) {
        if (matched == size)
            matched = border[matched - 1];
        while (matched > 0 && !(notification == at(matched)))
            matched = border[matched - 1];
        if (notification == at(matched))
            ++matched;
    }
    fresh.remove(0, static_cast<qsizetype>(matched));
    return fresh;
}

} // namespace Hpkv
