// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"
#include "history/keyrows.h"
#include "live/serieshistory.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace Studio
{

class HistoryFile;

/// Questions to a HistoryFile, each of bounded work. Belongs to the thread of its file.
class HistoryQueries
{
public:
    explicit HistoryQueries(const HistoryFile &file);
    ~HistoryQueries();

    /// What the key held at `at`. Before its first row that is its base, if it has one, and else unknown.
    PastState state(const QByteArray &key, qint64 at);
    /// Keys that begin with `prefix` and were there at `at`, in the order of the store.
    QList<PastKey> keysUnder(const QByteArray &prefix, qint64 at, int limit);
    HistoryPage page(const HistoryQuery &query);
    /// What the key of each of these rows held before it; breaks: nothing.
    QList<PastState> before(const QList<HistoryEntry> &entries);
    /// The nearest change of the scope after `at`, or before it; empty if there is none.
    std::optional<HistoryEntry> nextChange(const HistoryScope &scope, qint64 at, bool forward);
    std::optional<HistoryEntry> entry(qint64 row);
    /// With the density of [from, to) in `parts` (from 0 to 0: of all there is).
    HistorySpan span(qint64 from, qint64 to, int parts);
    /// Keys of the branch that hold something else at `to` than at `from`; at most `limit`.
    QList<PastDifference> changedBetween(const QByteArray &prefix, qint64 from, qint64 to, int limit);
    /// See HistorySpan.
    qint64 cutBefore() const;
    /// The newest row that is not later than `at`; 0 = there is none.
    qint64 rowAt(qint64 at);
    /// The number of a key; 0 = nothing is kept of it.
    qint64 idOf(const QByteArray &key);

private:
    PastState stateAtRow(qint64 id, qint64 row, qint64 at);
    HistoryPage pageOfKey(const HistoryQuery &what, qint64 first, qint64 last);
    bool wasDownBetween(qint64 row, qint64 other);

    struct Statements;
    const HistoryFile &m_file;
    KeyRows m_rows;
    std::unique_ptr<Statements> m_statements;
};

/// The points of one member, gathered piece by piece so that recording goes on in between. Belongs to the
/// thread of its file.
class SeriesQuery
{
public:
    SeriesQuery(const HistoryFile &file, const SeriesHistory::Request &request);
    ~SeriesQuery();

    /// Goes through a piece of the rows; false when it was the last.
    bool step();
    /// Thinned out, with the smallest and the largest value of each part of the time, first and last.
    QList<SeriesPoint> points() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
