// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/keychange.h"

#include <QAbstractTableModel>

#include <map>

namespace Studio
{

/// Keys that are not as they were, as rows by key. They stay until take() is called again.
class KeyChangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, KindColumn, ChangeColumn, ColumnCount };
    static constexpr qsizetype mostRows = 5'000;

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows follow what the report says now; what is the same stays in its place.
    void take(const std::map<QByteArray, KeyChange> &changes);
    const KeyChange *changeAt(int row) const;

    static QString kindText(KeyChange::Kind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        KeyChange change;
        QString text; ///< of the column of changes; made when it is first seen
    };

    mutable QList<Row> m_rows;
};

} // namespace Studio
