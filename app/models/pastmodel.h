// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/pastnotes.h"
#include "live/livefilter.h"

#include <QAbstractTableModel>

#include <deque>

namespace Studio
{

class HistoryReader;
struct HistoryQuery;

/// What had changed up to a moment, newest first, from the history: columns and roles as LiveModel. Older
/// rows come in pages as they are asked for.
class PastModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PastModel(HistoryReader &reader, QObject *parent = nullptr);

    /// Rows that are not later than `at`, ms since 1970. While an answer is awaited only the latest moment
    /// counts, and the rows are those of the one before.
    void setMoment(qint64 at);
    qint64 moment() const { return m_moment; }
    /// Shows only rows that match; breaks always.
    void setFilter(const LiveFilter &filter);
    SharedLiveNote noteAt(int row) const;
    /// What has been read so far, oldest first.
    std::deque<SharedLiveNote> notes() const;
    /// Whether the rows are those of moment().
    bool isReady() const { return m_shown == m_moment && !m_isAsking; }
    /// What was older than this had to go; 0 = nothing had.
    qint64 cutBefore() const { return m_cutBefore; }

    /// Not canFetchMore(): a QTreeView goes on with that until everything has been read.
    bool hasMore() const { return m_next > 0; }
    void readMore();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// A page was taken in.
    void ready();

private:
    void ask();
    void take(const PastNotePage &page, qint64 at);

    HistoryReader &m_reader;
    LiveFilter m_filter;
    QList<PastNote> m_rows;
    qint64 m_moment = 0;
    qint64 m_shown = 0; ///< the moment that the rows are of
    qint64 m_next = 0;
    qint64 m_cutBefore = 0;
    bool m_isAsking = false;
    bool m_isStale = false; ///< the rows are to be read anew
};

} // namespace Studio
