// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/searchmodel.h"

#include "models/keytext.h"

#include <QLocale>

#include <algorithm>

namespace Studio
{

SearchModel::SearchModel(ValueSearch &search, QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(&search, &ValueSearch::hitsFound, this, &SearchModel::add);
    connect(&search, &ValueSearch::hitsLost, this, &SearchModel::remove);
    connect(&search, &ValueSearch::cleared, this, &SearchModel::clear);
}

QByteArray SearchModel::keyAt(int row) const
{
    return row >= 0 && size_t(row) < m_hits.size() ? m_hits[size_t(row)].key : QByteArray();
}

int SearchModel::rowOf(const QByteArray &key) const
{
    const size_t place = placeOf(key);
    return place < m_hits.size() && m_hits[place].key == key ? int(place) : -1;
}

size_t SearchModel::placeOf(const QByteArray &key) const
{
    const auto less = [](const SearchHit &hit, const QByteArray &k) { return hit.key < k; };
    return size_t(std::lower_bound(m_hits.begin(), m_hits.end(), key, less) - m_hits.begin());
}

void SearchModel::add(const QList<SearchHit> &hits)
{
    for (auto next = hits.begin(); next != hits.end();) {
        const size_t place = placeOf(next->key);
        if (place < m_hits.size() && m_hits[place].key == next->key) {
            m_hits[place] = *next++;
            emit dataChanged(index(int(place), 0), index(int(place), ColumnCount - 1));
            continue;
        }
        // All that belong between the same two neighbours go in at once.
        auto end = next + 1;
        while (end != hits.end() && (place == m_hits.size() || end->key < m_hits[place].key))
            ++end;
        beginInsertRows({}, int(place), int(place) + int(end - next) - 1);
        m_hits.insert(m_hits.begin() + qsizetype(place), next, end);
        endInsertRows();
        next = end;
    }
}

void SearchModel::remove(const QList<QByteArray> &keys)
{
    for (const QByteArray &key : keys) {
        const int row = rowOf(key);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_hits.erase(m_hits.begin() + row);
        endRemoveRows();
    }
}

void SearchModel::clear()
{
    beginResetModel();
    m_hits.clear();
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

int SearchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SearchHit &hit = m_hits[size_t(index.row())];
    switch (role) {
    case KeyRole:
        return hit.key;
    case ExcerptRole:
        return hit.excerpt.text;
    case MatchStartRole:
        return hit.excerpt.matchStart;
    case MatchLengthRole:
        return hit.excerpt.matchLength;
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == KeyColumn)
            return KeyText::display(hit.key);
        return {};
    case Qt::AccessibleTextRole:
    case Qt::DisplayRole:
        switch (index.column()) {
        case KeyColumn:
            return KeyText::display(hit.key);
        case ValueColumn:
            return hit.excerpt.text;
        case SizeColumn:
            return QLocale().toString(hit.size);
        }
        return {};
    }
    return {};
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case KeyColumn:
        return tr("Key");
    case ValueColumn:
        return tr("Value around the match");
    case SizeColumn:
        return tr("Bytes");
    }
    return {};
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert(KeyRole, "key");
    names.insert(ExcerptRole, "excerpt");
    names.insert(MatchStartRole, "matchStart");
    names.insert(MatchLengthRole, "matchLength");
    return names;
}

} // namespace Studio
