// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/livenote.h"
#include "mirror/batch.h"

#include <QByteArrayView>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace Studio
{

class KeyspaceMirror;
struct AppliedBatch;
struct Heard;

/// Where every notification went. received == kept + dropped + cleared, always.
struct FeedLedger {
    quint64 received = 0; ///< notifications heard (break rows not counted)
    quint64 kept = 0; ///< still in the feed
    quint64 dropped = 0; ///< pushed out by the bound
    quint64 cleared = 0; ///< taken out by clear()
    bool operator==(const FeedLedger &) const = default;
};

/// Takes in what the mirror heard as rows that say what happened: a list bounded in rows and bytes, oldest
/// first. What a row says is worked out at once while there is time, so that each key's next change is
/// compared with the right value; in a flood only when somebody looks at the row. Lives in the window's
/// thread.
class LiveFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr int defaultCapacity = 20'000;
    static constexpr qsizetype defaultByteCapacity = 64 * 1024 * 1024;
    static constexpr int maxChanges = 6;

    explicit LiveFeed(QObject *parent = nullptr);
    ~LiveFeed() override;

    /// Follows the mirror's applied(): notifications become rows, reads settle guesses, own writes name their
    /// echo.
    void follow(KeyspaceMirror *mirror);

    /// One notification with what was known before it. follow() calls it; tests may.
    void append(const Heard &heard);
    /// Own writes and reads: remembered so that the echo of an own write is compared with the value before
    /// the write whichever of reply and notification comes first, and so that a guess is settled by the value
    /// that is read.
    void note(const Heard &heard);
    /// Rows for the beginning and end of a gap. A second lineDown() in a row is left out.
    void lineDown(qint64 at);
    void lineUp(qint64 at);

    /// How many entries are held at most, break rows included.
    void setCapacity(int entries);
    int capacity() const;
    /// How many bytes they may take in all; the newest entry is held in any case.
    void setByteCapacity(qsizetype bytes);
    qsizetype byteCapacity() const;
    qsizetype bytes() const;
    /// Up to so many milliseconds of each batch are used to read what happened at once.
    void setReadingBudget(double milliseconds);
    /// Empties the list; the ledger's totals stay.
    void clear();

    /// Oldest first; numbers are consecutive.
    const std::deque<SharedLiveNote> &notes() const;
    /// Number of the oldest one held; nextNumber() if none is.
    quint64 firstNumber() const;
    /// Number that the next one gets.
    quint64 nextNumber() const;
    /// By its number; null if it is not held.
    SharedLiveNote noteAt(quint64 number) const;
    SharedLiveEntry entry(quint64 number) const;

    FeedLedger ledger() const;
    /// Notifications over the last full second.
    double changesPerSecond() const;

    /// Where "now" comes from, in ms since 1970 (default: the system's clock). Used for the rate only.
    void setClock(std::function<qint64()> now);

signals:
    /// Entries `first` up to and without nextNumber() are new. Raised once for each applied batch.
    void appended(quint64 first);
    /// What entry `number` was is certain now.
    void settled(quint64 number);
    void cleared();
    void ledgerChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
