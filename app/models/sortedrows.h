// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QByteArray>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace Studio::SortedRows
{

/// Tables whose rows have a name and come in a new order now and then: what a model needs to keep the indexes
/// that a view holds on their rows. `nameOf` gives a QByteArray.
template <typename Rows, typename NameOf>
bool sameNames(const Rows &a, const Rows &b, NameOf nameOf)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](const auto &x, const auto &y) { return nameOf(x) == nameOf(y); });
}

/// Appends the rows of `fresh` that `rows` does not have.
template <typename Rows, typename NameOf>
void appendUnknown(Rows &rows, const Rows &fresh, NameOf nameOf)
{
    QSet<QByteArray> known;
    for (const auto &row : rows)
        known.insert(nameOf(row));
    for (const auto &row : fresh) {
        if (!known.contains(nameOf(row)))
            rows.append(row);
    }
}

/// Where the indexes `before`, which count in `rows`, stand in `fresh`; invalid where the row is gone.
template <typename Rows, typename NameOf>
QModelIndexList moved(const QAbstractItemModel &model, const QModelIndexList &before, const Rows &rows,
                      const Rows &fresh, NameOf nameOf)
{
    QModelIndexList after;
    if (before.isEmpty())
        return after;
    QHash<QByteArray, int> places;
    for (int i = 0; i < int(fresh.size()); ++i)
        places.insert(nameOf(fresh[i]), i);
    for (const QModelIndex &index : before) {
        const int row = places.value(nameOf(rows[index.row()]), -1);
        after.append(row < 0 ? QModelIndex() : model.index(row, index.column()));
    }
    return after;
}

} // namespace Studio::SortedRows
