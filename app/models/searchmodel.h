// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/search/valuesearch.h"

#include <QAbstractTableModel>

#include <vector>

namespace Studio
{

/// The hits of a search, in the order of the store.
class SearchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, SizeColumn, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QByteArray
        ExcerptRole, ///< QString: a piece of the value on one line
        MatchStartRole, ///< int: QChars from the beginning of the excerpt
        MatchLengthRole ///< int: QChars; 0 = nothing to light
    };

    explicit SearchModel(ValueSearch &search, QObject *parent = nullptr);

    QByteArray keyAt(int row) const;
    /// -1 if it is no hit.
    int rowOf(const QByteArray &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void add(const QList<SearchHit> &hits);
    void remove(const QList<QByteArray> &keys);
    void clear();
    size_t placeOf(const QByteArray &key) const;

    std::vector<SearchHit> m_hits; ///< sorted by key
};

} // namespace Studio
