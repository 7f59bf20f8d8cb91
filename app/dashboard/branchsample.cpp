// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/branchsample.h"

#include "mirror/keyspacemirror.h"

namespace Studio
{

BranchSample sampleOf(const KeyspaceMirror &mirror, const QByteArray &prefix)
{
    constexpr int mostKeys = 200;
    constexpr qsizetype mostValues = 20;
    constexpr qsizetype mostUnread = 3; // each costs a request
    BranchSample sample;
    auto at = mirror.lowerBound(prefix);
    for (int i = 0; i < mostKeys && sample.values.size() < mostValues; ++i, mirror.advance(at)) {
        if (mirror.isEnd(at) || !mirror.keyAt(at).startsWith(prefix))
            break;
        const Entry entry = mirror.entryAt(at);
        if (entry.hasValue)
            sample.values.append(entry.value);
        else if (sample.unread.size() < mostUnread)
            sample.unread.append(entry.key.toByteArray());
    }
    return sample;
}

} // namespace Studio
