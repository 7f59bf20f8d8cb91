// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"
#include "history/pastnotes.h"
#include "live/serieshistory.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace Studio
{

class HistoryThread;

/// Questions to what was recorded. Lives on the window's thread; each answer comes once, later, from the
/// event loop, unless `context` is gone by then. Where nothing can be read the answer is empty.
class HistoryReader : public SeriesHistory
{
    Q_OBJECT

public:
    explicit HistoryReader(HistoryThread &thread, QObject *parent = nullptr);

    template <typename T>
    using Done = std::function<void(const T &)>;

    /// What these keys held at `at`.
    void states(const QList<QByteArray> &keys, qint64 at, QObject *context,
                Done<QHash<QByteArray, PastState>> done);
    /// Keys that begin with `prefix` and were there at `at`, in the order of the store.
    void keysUnder(const QByteArray &prefix, qint64 at, int limit, QObject *context,
                   Done<QList<PastKey>> done);
    void page(const HistoryQuery &query, QObject *context, Done<HistoryPage> done);
    /// A page as the live list shows it, newest first, each row with the value before it.
    void notes(HistoryQuery query, QObject *context, Done<PastNotePage> done);
    /// The nearest change after `at`, or before it.
    void nextChange(const HistoryScope &scope, qint64 at, bool forward, QObject *context,
                    Done<std::optional<HistoryEntry>> done);
    /// With the density of [from, to) in `parts` (0 to 0: of all there is).
    void span(qint64 from, qint64 to, int parts, QObject *context, Done<HistorySpan> done);
    /// Keys of a branch that hold something else at `to` than at `from`.
    void changedBetween(const QByteArray &prefix, qint64 from, qint64 to, int limit, QObject *context,
                        Done<QList<PastDifference>> done);
    void request(const Request &request, QObject *context,
                 std::function<void(const QList<SeriesPoint> &points)> done) override;

private:
    HistoryThread &m_thread;
};

} // namespace Studio
