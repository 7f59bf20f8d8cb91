// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/coverage.h"
#include "mirror/mirrorblock.h"
#include "session/mailbox.h"
#include "session/search/valuesearch.h"

#include <atomic>
#include <memory>
#include <utility>
#include <vector>

namespace Studio
{

/// What a pass found; several of them for a long one.
struct SearchPassResult {
    quint64 generation = 0;
    QList<SearchHit> hits; ///< sorted by key
    QList<QByteArray> misses; ///< keys that do not match (only those of `values` and `gone`)
    qint64 searched = 0;
    bool last = false; ///< of its pass
    bool ofSnapshot = false;
    std::vector<Stretch> unread; ///< with the last one of a snapshot: runs of keys whose value is not held
};

/// A piece of searching for the pool: either everything that a snapshot holds of some stretches, or single
/// values that have just been learnt.
struct SearchPass {
    ValueQuery query;
    quint64 generation = 0;
    std::shared_ptr<const std::atomic_bool> canceled;
    MirrorSnapshot snapshot;
    std::vector<Stretch> stretches; ///< sorted; empty: `values` and `gone` count
    std::vector<std::pair<QByteArray, QByteArray>> values; ///< key, value
    QList<QByteArray> gone; ///< deleted keys

    /// Any thread. The last result is always pushed unless it was canceled.
    void run(Mailbox<SearchPassResult> &results) const;

private:
    void runSnapshot(Mailbox<SearchPassResult> &results) const;
    void runValues(Mailbox<SearchPassResult> &results) const;
};

/// Sorts; those that touch or overlap become one.
void uniteStretches(std::vector<Stretch> &stretches);

} // namespace Studio
