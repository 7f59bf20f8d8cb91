// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalline.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace Studio
{

class Journal;

/// The rows of a journal, newest first, as far as one has scrolled: they come in pages from the journal's
/// thread, without their values. Rows that come in, end or go while it is shown are followed. Of a long
/// journal only the numbers of its rows stay: what is far from what is visible is let go, and read again when
/// it comes near.
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, KindColumn, KeyColumn, ChangeColumn, EndColumn, ColumnCount };
    Q_ENUM(Column)

    static constexpr int pageLines = 200;
    static constexpr int mostLines = 5 * pageLines; ///< that are held, beside those that are visible

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

    /// nullptr if there is none, or it was let go and has not come back yet.
    const JournalLine *lineAt(int row) const;
    qint64 journalRowAt(int row) const; ///< 0 if there is none
    int rowOf(qint64 journalRow) const; ///< −1 = not here
    /// Which rows are looked at: these, and a page around them, are held.
    void setVisible(int first, int last);
    /// One more row that is held, wherever it lies; 0 = none.
    void hold(qint64 journalRow);
    int heldLines() const { return int(m_lines.size()); }

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
    void fill();
    void letGo();

    Journal &m_journal;
    JournalQuery m_query;
    QList<qint64> m_rows; ///< the highest first
    QHash<qint64, JournalLine> m_lines; ///< of them, those that are held
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    qint64 m_held = 0; ///< see hold()
    QSet<qint64> m_asked; ///< rows whose lines are on their way back
    qint64 m_next = 0; ///< see JournalPage
    bool m_reading = false;
    quint64 m_generation = 0; ///< answers of an earlier one are dropped
    QSet<qint64> m_changed; ///< rows to be looked at again
    QTimer m_gather;
};

} // namespace Studio
