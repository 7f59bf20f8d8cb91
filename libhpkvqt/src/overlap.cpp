// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "overlap.h"

#include <QSet>

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
    const QList<Notification> fresh = std::exchange(m_new, {});
    if (fresh.isEmpty() || old.isEmpty())
        return fresh;
    const auto keysOf = [](const QList<Notification> &list) {
        QSet<QByteArray> keys;
        for (const Notification &notification : list)
            keys.insert(notification.key);
        return keys;
    };
    const QSet<QByteArray> common = keysOf(old).intersect(keysOf(fresh));
    std::vector<const Notification *> pattern; // of `fresh`, what can be matched
    for (const Notification &notification : fresh) {
        if (common.contains(notification.key))
            pattern.push_back(&notification);
    }
    if (pattern.empty())
        return fresh;

    // Longest end of `old` that is a beginning of `pattern`: the prefix function of Knuth, Morris and Pratt,
    // in linear time.
    std::vector<std::size_t> border(pattern.size(), 0);
    for (std::size_t i = 1, k = 0; i < pattern.size(); ++i) {
        while (k > 0 && !(*pattern[i] == *pattern[k]))
            k = border[k - 1];
        if (*pattern[i] == *pattern[k])
            ++k;
        border[i] = k;
    }
    std::size_t matched = 0;
    for (const Notification &notification : old) {
        if (!common.contains(notification.key))
            continue;
        if (matched == pattern.size())
            matched = border[matched - 1];
        while (matched > 0 && !(notification == *pattern[matched]))
            matched = border[matched - 1];
        if (notification == *pattern[matched])
            ++matched;
    }

    QList<Notification> rest;
    for (const Notification &notification : fresh) {
        if (matched > 0 && common.contains(notification.key))
            --matched;
        else
            rest.append(notification);
    }
    return rest;
}

} // namespace Hpkv
