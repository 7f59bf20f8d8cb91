// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/branchrates.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <functional>

namespace Studio
{

class KeyspaceMirror;
struct AppliedBatch;

/// BranchRates as a sortable table. Counts every notification from the beginning; the rows are renewed once a
/// second, and only while somebody looks.
class RatesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { BranchColumn, SecondColumn, MinuteColumn, TotalColumn, ColumnCount };
    Q_ENUM(Column)
    enum Role { BranchRole = Qt::UserRole + 1, FigureRole };
    Q_ENUM(Role)

    RatesModel(KeyspaceMirror &mirror, QList<QByteArray> separators, QObject *parent = nullptr);

    /// While nobody looks the rows stand still; the counting goes on.
    void setLookedAt(bool lookedAt);
    void refresh();
    /// Of all notifications, in the last full second and minute.
    BranchRates::Figures sum() const { return m_sum; }
    quint64 notHeld() const { return m_rates.notHeld(); }
    QByteArray branchAt(int row) const;
    /// Where "now" comes from, in ms since 1970 (default: the system's clock).
    void setClock(std::function<qint64()> now);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void refreshed();

private:
    void heard(const AppliedBatch &batch);
    void order(QList<BranchRates::Figures> &rows) const;

    BranchRates m_rates;
    BranchRates m_all; ///< everything under one name
    const QList<QByteArray> m_separators;
    QList<BranchRates::Figures> m_rows;
    BranchRates::Figures m_sum;
    std::function<qint64()> m_now;
    QTimer m_timer;
    int m_column = SecondColumn;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace Studio
