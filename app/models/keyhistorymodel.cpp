// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keyhistorymodel.h"

#include "history/historyreader.h"
#include "live/liveentry.h"
#include "live/livereading.h"

#include <QDateTime>
#include <QLocale>

namespace Studio
{

namespace
{

constexpr int rowsOfAPage = 200;
constexpr int valueCharacters = 200;

} // namespace

KeyHistoryModel::KeyHistoryModel(HistoryReader &reader, QByteArray key, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_key(std::move(key))
{
    refresh();
}

const HistoryEntry *KeyHistoryModel::entryAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

int KeyHistoryModel::rowOfMoment(qint64 at) const
{
    for (int row = 0; row < int(m_entries.size()); ++row) {
        if (m_entries[row].at <= at && !m_entries[row].isBreak())
            return row;
    }
    return -1;
}

void KeyHistoryModel::refresh()
{
    HistoryQuery query;
    query.scope.key = m_key;
    query.limit = rowsOfAPage;
    m_isAsking = true;
    m_reader.page(query, this, [this](const HistoryPage &page) {
        beginResetModel();
        m_entries.clear();
        endResetModel();
        take(page);
        m_isReady = true;
        emit ready();
    });
}

void KeyHistoryModel::take(const HistoryPage &page)
{
    m_isAsking = false;
    m_next = page.next;
    if (page.entries.isEmpty())
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + page.entries.size()) - 1);
    m_entries += page.entries;
    endInsertRows();
}

bool KeyHistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next > 0 && !m_isAsking;
}

void KeyHistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    HistoryQuery query;
    query.scope.key = m_key;
    query.limit = rowsOfAPage;
    query.behind = m_next;
    m_isAsking = true;
    m_reader.page(query, this, [this, behind = m_next](const HistoryPage &page) {
        if (behind == m_next)
            take(page);
    });
}

int KeyHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int KeyHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyHistoryModel::data(const QModelIndex &index, int role) const
{
    const HistoryEntry *entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (!entry)
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == Size ? int(Qt::AlignRight | Qt::AlignVCenter)
                                      : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && entry->guess)
        return tr("Worked out from the value before; HPKV does not say which operation it was.");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return momentText(entry->at);
    case Kind:
        return entry->guess ? tr("%1?").arg(kindText(entry->kind)) : kindText(entry->kind);
    case Size:
        return entry->value ? QLocale().toString(entry->value->size()) : QString();
    case Value:
        if (entry->isBreak())
            return entry->kind == HistoryKind::LineDown ? tr("Nothing was heard from here on")
                                                        : tr("Heard again");
        if (entry->absent)
            return tr("The key was not there");
        return entry->value ? valueShape(*entry->value, valueCharacters) : tr("not known");
    default:
        return {};
    }
}

QVariant KeyHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Size ? int(Qt::AlignRight | Qt::AlignVCenter)
                               : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Kind:
        return tr("Change");
    case Size:
        return tr("Bytes");
    case Value:
        return tr("Value from then on");
    default:
        return {};
    }
}

QString KeyHistoryModel::kindText(HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::Created:
        return liveKindText(LiveKind::Created);
    case HistoryKind::Replaced:
        return liveKindText(LiveKind::Replaced);
    case HistoryKind::Patched:
        return liveKindText(LiveKind::Patched);
    case HistoryKind::Appended:
        return liveKindText(LiveKind::Appended);
    case HistoryKind::Counted:
        return liveKindText(LiveKind::Counted);
    case HistoryKind::Rewritten:
        return liveKindText(LiveKind::Rewritten);
    case HistoryKind::Removed:
        return liveKindText(LiveKind::Removed);
    case HistoryKind::Base:
        return tr("before");
    case HistoryKind::Found:
        return tr("found");
    case HistoryKind::LineDown:
        return liveKindText(LiveKind::LineDown);
    case HistoryKind::LineUp:
        return liveKindText(LiveKind::LineUp);
    }
    return {};
}

QString KeyHistoryModel::momentText(qint64 at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    return QLocale().toString(time.date(), QLocale::ShortFormat) + QLatin1Char(' ')
         + time.toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace Studio
