// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/liveentry.h"
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

/// Turns what the mirror heard into rows that say what happened: a bounded list, oldest first. Lives in the
/// window's thread.
class LiveFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr int defaultCapacity = 20'000;
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
    /// Empties the list; the ledger's totals stay.
    void clear();

    /// Oldest first; numbers are consecutive.
    const std::deque<SharedLiveEntry> &entries() const;
    /// Number of the oldest entry held; nextNumber() if none is.
    quint64 firstNumber() const;
    /// Number that the next entry gets.
    quint64 nextNumber() const;
    /// Entry by its number; null if it is not held.
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
