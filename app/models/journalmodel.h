// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalline.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace Studio
{

class Journal;

/// The rows of a journal, newest first, as far as one has scrolled: they come in pages from the journal's
/// thread, without their values. Rows that come in, end or go while it is shown are followed.
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, KindColumn, KeyColumn, ChangeColumn, EndColumn, ColumnCount };
    Q_ENUM(Column)

    static constexpr int pageLines = 200;

    /// The journal outlives the model.
    explicit JournalModel(Journal &journal, QObject *parent = nullptr);
    ~JournalModel() override;

    /// Which rows; begins anew.
    void setQuery(const JournalQuery &query);
    const JournalQuery &query() const { return m_query; }

    /// A page is on its way.
    bool isReading() const { return m_reading; }
    /// Everything that the query asks for is here.
    bool isComplete() const { return m_next == 0 && !m_reading; }

    /// nullptr if there is none.
    const JournalLine *lineAt(int row) const;
    int rowOf(qint64 journalRow) const; ///< −1 = not here

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void readingChanged();

private:
    void restart();
    void request();
    void take(const JournalLines &page);
    void refresh();
    void update(const QSet<qint64> &asked, const QList<JournalLine> &lines);
    void put(const JournalLine &line);
    void removeAt(int row);

    Journal &m_journal;
    JournalQuery m_query;
    QList<JournalLine> m_lines; ///< the highest row first
    qint64 m_next = 0; ///< see JournalPage
    bool m_reading = false;
    quint64 m_generation = 0; ///< answers of an earlier one are dropped
    QSet<qint64> m_changed; ///< rows to be looked at again
    QTimer m_gather;
};

} // namespace Studio
