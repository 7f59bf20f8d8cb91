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
    QString dashboard; ///< its title
    QString tileId;
    QString tile; ///< its title
    QString text; ///< "Above 30"
    QString value; ///< what it was then
    qint64 raisedAt = 0; ///< ms since 1970
    qint64 endedAt = 0; ///< 0 = it is still so
    bool isAcknowledged = false;
};

/// The alerts of a session, the latest first, bounded.
class AlertLog : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Tile, What, Value, State, ColumnCount };
    static constexpr int Capacity = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    /// Returns its number.
    quint64 raise(AlertEntry entry);
    void end(quint64 number, qint64 at);
    void acknowledge(quint64 number);
    void clearEnded();

    const AlertEntry *entryAt(int row) const;
    /// Raised, not ended and not acknowledged.
    int openCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void openCountChanged();

private:
    int rowOf(quint64 number) const;
    void touch(int row);

    std::deque<AlertEntry> m_entries; ///< the latest first
    quint64 m_last = 0;
};

} // namespace Studio
