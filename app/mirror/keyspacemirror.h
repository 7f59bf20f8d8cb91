// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/batch.h"
#include "mirror/coverage.h"
#include "mirror/mirrorblock.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace Studio
{

/// One item that did not come from a page: a notification, an own write or a single read, with what the
/// mirror held just before. The live feed works out from it what happened.
struct Heard {
    QByteArray key;
    Origin origin = Origin::Notification;
    bool wasKnown = false; ///< the mirror knew the key as present
    bool wasKnownAbsent = false; ///< it did not, and had read the place where the key would stand
    bool placeWasLive = false; ///< and every change at that place had been heard since
    bool hadValue = false; ///< whether `before` is meaningful
    QByteArray before;
    ValueState stateBefore = ValueState::Unknown;
    bool removed = false;
    bool hasValue = false; ///< whether `after` is meaningful
    QByteArray after; ///< the notified (or written, or read) text
    ValueState state = ValueState::Unknown;
    qint64 at = 0; ///< ms since 1970
    qint64 serverTimestamp = 0; ///< 0 = absent
};

/// What one slice of a batch did to the mirror. The three key lists are sorted by UTF-8 bytes, without
/// duplicates, and no key is in two of them.
struct AppliedBatch {
    QList<QByteArray> inserted; ///< became known
    QList<QByteArray> removed; ///< known to be absent now
    QList<QByteArray> changed; ///< value, state, size or type is another one (or the value is held again)
    QList<Heard> heard; ///< in the order in which they came; all of a batch come with its last slice
    bool lineBroke = false;

    bool isEmpty() const
    {
        return inserted.isEmpty() && removed.isEmpty() && changed.isEmpty() && heard.isEmpty() && !lineBroke;
    }
};

/// What is known of the store, in the order of the store. Everything that is learnt goes in here and nowhere
/// else, and every view reads from here. Lives in the window's thread; snapshots may be read in any.
class KeyspaceMirror : public QObject
{
    Q_OBJECT

public:
    using Position = MirrorSnapshot::Position;

    explicit KeyspaceMirror(QObject *parent = nullptr);
    ~KeyspaceMirror() override;

    // --- learning

    /// Applies the batch now, whatever time it takes, after everything that waits.
    void apply(const Batch &batch);
    /// Applies the batch in slices of `sliceBudget()` when the event loop runs.
    void enqueue(const SharedBatch &batch);
    /// Batches that wait or are half applied. The worker asks for no next page while this is above a few.
    int pendingBatches() const;
    /// Applies everything that waits now.
    void flush();
    /// Longest time in milliseconds that one pass of the event loop is held (default 6).
    void setSliceBudget(double milliseconds);
    double sliceBudget() const;
    /// Forgets everything (keys, coverage, what waits); emits reset().
    void clear();

    // --- keys

    qint64 knownCount() const;
    bool isKnown(QByteArrayView key) const;
    /// What is known of `key`; empty if it is not known to be present. Marks the value as used.
    std::optional<Entry> find(QByteArrayView key) const;
    /// As find(), without marking and without the value.
    std::optional<EntryInfo> info(QByteArrayView key) const;
    /// Known keys that begin with `prefix` (empty: all).
    qint64 countWithPrefix(QByteArrayView prefix) const;
    /// Known keys in [from, to).
    qint64 countInStretch(const Stretch &stretch) const;

    /// The first key that is not less than `key`. Positions are good until the next applied batch.
    Position lowerBound(QByteArrayView key) const;
    Position positionOf(qint64 rank) const;
    bool isEnd(const Position &position) const;
    QByteArrayView keyAt(const Position &position) const;
    Entry entryAt(const Position &position) const;
    void advance(Position &position) const;
    /// Number of known keys less than `key`.
    qint64 rank(QByteArrayView key) const;

    /// All keys as they are now; costs one reference for each block.
    MirrorSnapshot snapshot() const;

    // --- coverage

    /// [first, last], both inclusive; Hpkv::Keys::prefixEnd() as `last` stands for a whole branch.
    Coverage coverage(const QByteArray &first, const QByteArray &last) const;
    /// Coverage of everything that begins with `prefix` (empty: the whole store).
    Coverage branchCoverage(const QByteArray &prefix) const;
    /// Whether no child of the level can be missing: each stretch that was never read lies within one child's
    /// branch.
    bool isLevelComplete(const QByteArray &prefix, const QList<QByteArray> &separators) const;
    const CoverageMap &coverageMap() const;

    // --- values

    /// Values are held up to this many bytes in all (default 256 MB); the least recently used go first.
    void setValueBudget(qint64 bytes);
    qint64 valueBudget() const;
    /// Bytes of the values that are held, with what the heap adds to each.
    qint64 valueBytes() const;

signals:
    /// A slice was applied: the mirror holds the new content already.
    void applied(const Studio::AppliedBatch &batch);
    /// Something in [stretch.from, stretch.to) was read, or what was read there is out of date. Comes after
    /// the applied() of the batch that brought it.
    void coverageChanged(const Studio::Stretch &stretch);
    /// Everything was forgotten.
    void reset();
    /// Nothing waits any longer.
    void drained();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
