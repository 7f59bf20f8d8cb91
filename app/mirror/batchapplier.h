// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/batch.h"
#include "mirror/blockstore.h"
#include "mirror/coverage.h"
#include "mirror/keyspacemirror.h"

#include <vector>

namespace Studio
{

/// Carries one batch into the block list, a bounded step at a time, in key order. Keeps the batch alive.
/// Reads the coverage as it was before the batch; what the batch itself covers is added by the caller at the
/// end.
class BatchApplier
{
public:
    BatchApplier(SharedBatch batch, BlockStore &store, const CoverageMap &coverage);

    /// Applies the next step (at most one block and a few thousand items) and adds to the lists what it did;
    /// they stay sorted over all steps. Returns false when there is nothing left to do.
    bool step(AppliedBatch &applied);

    const Batch &batch() const { return *m_batch; }
    /// What was heard, in the order in which it came; complete when step() returned false.
    QList<Heard> takeHeard();

private:
    /// What a key is after some items.
    struct State {
        bool present = false;
        EntryInfo info;
        QByteArray value; ///< null = not held
    };
    /// One key that a step decides.
    struct Change {
        int place = 0; ///< index in the block: of the key itself, or before which it stands
        bool wasThere = false;
        bool differs = false; ///< worth telling the views
        const QByteArray *key = nullptr; ///< null: a key that a page showed to be gone
        State after;
    };

    size_t itemAt(size_t i) const { return m_order.empty() ? i : m_order[i]; }
    const Learned &learned(size_t i) const { return m_batch->items[qsizetype(itemAt(i))]; }
    bool isUndecided(QByteArrayView key) const;
    /// Folds the items of one key, from `m_next` on, into a change.
    Change decide(const MirrorBlock *block, int place, bool wasThere);
    void hear(const Learned &item, const State &before);
    void findGone(const MirrorBlock &block, const QByteArray &from, QByteArrayView to, bool bounded,
                  std::vector<Change> &changes);
    void store(size_t at, const std::vector<Change> &changes);
    static void learn(State &state, const Learned &item);

    SharedBatch m_batch;
    BlockStore &m_store;
    const CoverageMap &m_coverage;
    std::vector<quint32> m_order; ///< indexes of the items in key order; empty = they are in order
    std::vector<Stretch> m_covered; ///< sorted, not overlapping
    std::vector<QByteArray> m_undecided; ///< sorted
    size_t m_next = 0; ///< item (in key order) that comes next
    size_t m_nextCovered = 0;
    QByteArray m_place; ///< keys before it are done
    struct HeardItem {
        size_t item;
        Heard heard;
    };
    std::vector<HeardItem> m_heard;
};

} // namespace Studio
