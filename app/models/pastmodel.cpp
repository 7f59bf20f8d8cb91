// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pastmodel.h"

#include "history/historyreader.h"
#include "models/livemodel.h"

namespace Studio
{

namespace
{

constexpr int rowsOfAPage = 200;

} // namespace

PastModel::PastModel(HistoryReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

void PastModel::setMoment(qint64 at)
{
    m_moment = at;
    m_isStale = true;
    if (!m_isAsking)
        ask();
}

void PastModel::setFilter(const LiveFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    if (m_moment > 0)
        setMoment(m_moment);
}

void PastModel::ask()
{
    HistoryQuery query;
    query.to = m_moment + 1;
    query.limit = rowsOfAPage;
    query.behind = std::exchange(m_isStale, false) ? 0 : m_next;
    m_isAsking = true;
    const bool isFirst = query.behind == 0;
    m_reader.notes(query, this, [this, isFirst, at = m_moment](const PastNotePage &page) {
        m_isAsking = false;
        if (isFirst) {
            beginResetModel();
            m_rows.clear();
            m_shown = at;
            endResetModel();
        }
        take(page, at);
    });
}

void PastModel::take(const PastNotePage &page, qint64 at)
{
    QList<PastNote> fresh;
    for (const PastNote &each : page.notes) {
        if (m_filter.isEmpty() || m_filter.matches(*each.note))
            fresh.append(each);
    }
    m_next = page.next;
    m_cutBefore = page.cutBefore;
    if (!fresh.isEmpty() && m_shown == at) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
        m_rows += fresh;
        endInsertRows();
    }
    // A moment or a filter that was set meanwhile; or nothing on this page is wanted, and nobody would ask
    // for the next one.
    if (m_isStale || (fresh.isEmpty() && m_next > 0))
        ask();
    emit ready();
}

SharedLiveNote PastModel::noteAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).note : nullptr;
}

std::deque<SharedLiveNote> PastModel::notes() const
{
    std::deque<SharedLiveNote> notes;
    for (const PastNote &each : m_rows)
        notes.push_front(each.note);
    return notes;
}

void PastModel::readMore()
{
    if (hasMore() && !m_isAsking)
        ask();
}

int PastModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PastModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : LiveModel::ColumnCount;
}

QVariant PastModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PastNote &row = m_rows.at(index.row());
    switch (role) {
    case LiveModel::EntryRole:
        return QVariant::fromValue(row.note->entry());
    case LiveModel::NoteRole:
        return QVariant::fromValue(row.note);
    case LiveModel::KeyRole:
        return row.note->key;
    case LiveModel::BadgeRole:
        return row.found ? tr("found") : QString();
    case Qt::AccessibleTextRole:
        return LiveModel::rowText(*row.note->entry());
    case Qt::DisplayRole:
        return LiveModel::cellText(*row.note->entry(), LiveModel::Column(index.column()));
    default:
        return {};
    }
}

} // namespace Studio
