// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <deque>

namespace Studio
{

/// One alert, from when it was raised.
struct AlertEntry {
    quint64 number = 0; ///< from 1
    QString board; ///< the name of the dashboard, the same each time
    QString dashboard; ///< its title
    QString tileId;
    QString tile; ///< its title
    QString text; ///< "Above 30"
    QString value; ///< what it was then
    qint64 raisedAt = 0; ///< ms since 1970
    qint64 endedAt = 0; ///< 0 = it is still so
    bool isAcknowledged = false;
    int times = 1; ///< how often in a row, each soon after the one before
    bool isCut = false; ///< it was so when the program ended; what became of it then is not known

    /// Raised, not ended, and nobody has said that they know.
    bool isOpen() const { return endedAt == 0 && !isAcknowledged && !isCut; }
    /// Whether both are about the same alert.
    bool isSame(const AlertEntry &other) const;
};

/// The alerts of a session, the latest first, bounded. One that comes back soon after it ended goes on in its
/// row, so that an alert that flickers does not push out the others.
class AlertLog : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Tile, What, Value, State, ColumnCount };
    static constexpr int Capacity = 1000;
    static constexpr qint64 AgainMs = 10'000;

    using QAbstractTableModel::QAbstractTableModel;

    /// Returns its number.
    quint64 raise(AlertEntry entry);
    /// The alert of an earlier run that is still so goes on; nullptr: there is none.
    const AlertEntry *resume(const AlertEntry &entry);
    void end(quint64 number, qint64 at);
    void acknowledge(quint64 number);
    /// Takes out what is over.
    void clearEnded();
    bool hasEnded() const;

    const AlertEntry *entryAt(int row) const;
    /// By its number; nullptr: it is not held.
    const AlertEntry *entry(quint64 number) const { return entryAt(rowOf(number)); }
    /// Raised, not ended and not acknowledged.
    int openCount() const;

    QByteArray toJson() const;
    /// In place of all; what was so then is cut. False: it is no log, and nothing happened.
    bool restore(const QByteArray &file);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void openCountChanged();
    /// Something is not as toJson() said it last.
    void entriesChanged();

private:
    int rowOf(quint64 number) const;
    void touch(int row);

    std::deque<AlertEntry> m_entries; ///< the latest first
    quint64 m_last = 0;
};

} // namespace Studio
