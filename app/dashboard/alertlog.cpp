// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/alertlog.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Studio
{

namespace
{

bool isOpen(const AlertEntry &entry)
{
    return entry.endedAt == 0 && !entry.isAcknowledged;
}

QString clockText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at).time().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

int AlertLog::rowOf(quint64 number) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [number](const AlertEntry &entry) { return entry.number == number; });
    return found == m_entries.cend() ? -1 : int(found - m_entries.cbegin());
}

void AlertLog::touch(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit openCountChanged();
}

quint64 AlertLog::raise(AlertEntry entry)
{
    if (m_entries.size() == Capacity) {
        beginRemoveRows({}, Capacity - 1, Capacity - 1);
        m_entries.pop_back();
        endRemoveRows();
    }
    entry.number = ++m_last;
    beginInsertRows({}, 0, 0);
    m_entries.push_front(std::move(entry));
    endInsertRows();
    emit openCountChanged();
    return m_last;
}

void AlertLog::end(quint64 number, qint64 at)
{
    const int row = rowOf(number);
    if (row < 0 || m_entries[size_t(row)].endedAt != 0)
        return;
    m_entries[size_t(row)].endedAt = at;
    touch(row);
}

void AlertLog::acknowledge(quint64 number)
{
    const int row = rowOf(number);
    if (row < 0 || m_entries[size_t(row)].isAcknowledged)
        return;
    m_entries[size_t(row)].isAcknowledged = true;
    touch(row);
}

void AlertLog::clearEnded()
{
    beginResetModel();
    std::erase_if(m_entries, [](const AlertEntry &entry) { return entry.endedAt != 0; });
    endResetModel();
}

const AlertEntry *AlertLog::entryAt(int row) const
{
    return row >= 0 && row < int(m_entries.size()) ? &m_entries[size_t(row)] : nullptr;
}

int AlertLog::openCount() const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(), isOpen));
}

int AlertLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AlertLog::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertLog::data(const QModelIndex &index, int role) const
{
    const AlertEntry *entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (!entry)
        return {};
    if (role == Qt::ToolTipRole)
        return tr("%1: %2, %3").arg(entry->dashboard, entry->tile, entry->text);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return clockText(entry->raisedAt);
    case Tile:
        return entry->tile;
    case What:
        return entry->text;
    case Value:
        return entry->value;
    case State:
        if (entry->endedAt != 0)
            return tr("Ended %1").arg(clockText(entry->endedAt));
        return entry->isAcknowledged ? tr("Acknowledged") : tr("Raised");
    default:
        return {};
    }
}

QVariant AlertLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Tile:
        return tr("Tile");
    case What:
        return tr("Alert");
    case Value:
        return tr("Value");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace Studio
