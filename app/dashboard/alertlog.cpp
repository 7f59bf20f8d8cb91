// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/alertlog.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace Studio
{

namespace
{

const auto FileKind = QStringLiteral("hpkv-studio-alerts");

/// With its date where that is another day.
QString clockText(qint64 at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    QString time = moment.time().toString(QStringLiteral("HH:mm:ss"));
    if (moment.date() == QDate::currentDate())
        return time;
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + u' ' + time;
}

QJsonObject toObject(const AlertEntry &entry)
{
    return {{QStringLiteral("board"), entry.board},
            {QStringLiteral("dashboard"), entry.dashboard},
            {QStringLiteral("tileId"), entry.tileId},
            {QStringLiteral("tile"), entry.tile},
            {QStringLiteral("text"), entry.text},
            {QStringLiteral("value"), entry.value},
            {QStringLiteral("raisedAt"), entry.raisedAt},
            {QStringLiteral("endedAt"), entry.endedAt},
            {QStringLiteral("acknowledged"), entry.isAcknowledged},
            {QStringLiteral("times"), entry.times},
            {QStringLiteral("cut"), entry.isCut}};
}

AlertEntry entryFrom(const QJsonValue &value)
{
    AlertEntry entry;
    entry.board = value[u"board"].toString();
    entry.dashboard = value[u"dashboard"].toString();
    entry.tileId = value[u"tileId"].toString();
    entry.tile = value[u"tile"].toString();
    entry.text = value[u"text"].toString();
    entry.value = value[u"value"].toString();
    entry.raisedAt = value[u"raisedAt"].toInteger();
    entry.endedAt = value[u"endedAt"].toInteger();
    entry.isAcknowledged = value[u"acknowledged"].toBool();
    entry.times = value[u"times"].toInt(1);
    entry.isCut = value[u"cut"].toBool();
    return entry;
}

} // namespace

bool AlertEntry::isSame(const AlertEntry &other) const
{
    return board == other.board && tileId == other.tileId && text == other.text;
}

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
    emit entriesChanged();
}

quint64 AlertLog::raise(AlertEntry entry)
{
    const auto last = std::find_if(m_entries.begin(), m_entries.end(),
                                   [&entry](const AlertEntry &each) { return each.isSame(entry); });
    if (last != m_entries.end() && last->endedAt > 0 && entry.raisedAt - last->endedAt < AgainMs) {
        last->endedAt = 0;
        last->value = entry.value;
        ++last->times;
        touch(int(last - m_entries.begin()));
        return last->number;
    }
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
    emit entriesChanged();
    return m_last;
}

const AlertEntry *AlertLog::resume(const AlertEntry &entry)
{
    const auto cut = std::find_if(m_entries.begin(), m_entries.end(), [&entry](const AlertEntry &each) {
        return each.isCut && each.isSame(entry);
    });
    if (cut == m_entries.end())
        return nullptr;
    cut->isCut = false;
    cut->value = entry.value;
    touch(int(cut - m_entries.begin()));
    return &*cut;
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
    std::erase_if(m_entries, [](const AlertEntry &entry) { return entry.endedAt != 0 || entry.isCut; });
    endResetModel();
    emit entriesChanged();
}

bool AlertLog::hasEnded() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [](const AlertEntry &entry) { return entry.endedAt != 0 || entry.isCut; });
}

QByteArray AlertLog::toJson() const
{
    QJsonArray alerts;
    for (const AlertEntry &entry : m_entries)
        alerts.append(toObject(entry));
    return QJsonDocument(QJsonObject{{QStringLiteral("file"), FileKind},
                                     {QStringLiteral("version"), 1},
                                     {QStringLiteral("alerts"), alerts}})
        .toJson(QJsonDocument::Compact);
}

bool AlertLog::restore(const QByteArray &file)
{
    const QJsonDocument document = QJsonDocument::fromJson(file);
    if (document[u"file"].toString() != FileKind || document[u"version"].toInt() != 1)
        return false;
    beginResetModel();
    m_entries.clear();
    const QJsonArray alerts = document[u"alerts"].toArray();
    for (const auto &value : alerts) {
        AlertEntry entry = entryFrom(value);
        entry.number = ++m_last;
        entry.isCut = entry.isCut || entry.endedAt == 0;
        m_entries.push_back(std::move(entry));
        if (m_entries.size() == Capacity)
            break;
    }
    endResetModel();
    emit openCountChanged();
    return true;
}

const AlertEntry *AlertLog::entryAt(int row) const
{
    return row >= 0 && row < int(m_entries.size()) ? &m_entries[size_t(row)] : nullptr;
}

int AlertLog::openCount() const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(),
                             [](const AlertEntry &entry) { return entry.isOpen(); }));
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
        return entry->times > 1 ? tr("%1, %2 times").arg(entry->text, QLocale().toString(entry->times))
                                : entry->text;
    case Value:
        return entry->value;
    case State:
        if (entry->endedAt != 0)
            return tr("Ended %1").arg(clockText(entry->endedAt));
        if (entry->isCut)
            return tr("Still so when the program ended");
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
