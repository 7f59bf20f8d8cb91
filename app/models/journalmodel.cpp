// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/journalmodel.h"

#include "models/journaltext.h"
#include "models/keytext.h"
#include "session/journal.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int GatherMs = 30; ///< what changes within this is read together

} // namespace

JournalModel::JournalModel(Journal &journal, QObject *parent)
    : QAbstractTableModel(parent)
    , m_journal(journal)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(GatherMs);
    connect(&m_gather, &QTimer::timeout, this, &JournalModel::refresh);
    connect(&journal, &Journal::changed, this, [this](qint64 row) {
        m_changed.insert(row);
        if (!m_gather.isActive())
            m_gather.start();
    });
    connect(&journal, &Journal::forgotten, this, [this](qint64 lowest) {
        while (!m_lines.isEmpty() && m_lines.constLast().row < lowest)
            removeAt(int(m_lines.size()) - 1);
        if (m_next < lowest)
            m_next = 0;
    });
    connect(&journal, &Journal::cleared, this, &JournalModel::restart);
    restart();
}

JournalModel::~JournalModel() = default;

void JournalModel::setQuery(const JournalQuery &query)
{
    if (m_query == query)
        return;
    m_query = query;
    restart();
}

void JournalModel::restart()
{
    beginResetModel();
    ++m_generation;
    m_lines.clear();
    m_changed.clear();
    m_next = 0;
    m_reading = false;
    endResetModel();
    request();
}

bool JournalModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_reading && m_next > 0;
}

void JournalModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request();
}

void JournalModel::request()
{
    m_reading = true;
    m_journal.lines(m_query, m_next, pageLines,
                    [self = QPointer(this), generation = m_generation](const JournalLines &page) {
                        if (self && self->m_generation == generation)
                            self->take(page);
                    });
    emit readingChanged();
}

void JournalModel::take(const JournalLines &page)
{
    QList<JournalLine> fresh;
    for (const JournalLine &line : page.lines) {
        if (rowOf(line.row) < 0) // or it came in while the page was on its way
            fresh.append(line);
    }
    if (!fresh.isEmpty()) {
        const int first = int(m_lines.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        m_lines += fresh;
        endInsertRows();
    }
    m_reading = false;
    m_next = page.next;
    // A search goes on until there is something to see.
    if (page.lines.isEmpty() && m_next > 0)
        request();
    else
        emit readingChanged();
}

void JournalModel::refresh()
{
    const QSet<qint64> asked = std::exchange(m_changed, {});
    m_journal.linesOf(m_query, asked.values(),
                      [self = QPointer(this), generation = m_generation, asked](const auto &lines) {
                          if (self && self->m_generation == generation)
                              self->update(asked, lines);
                      });
}

void JournalModel::update(const QSet<qint64> &asked, const QList<JournalLine> &lines)
{
    QSet<qint64> found;
    for (const JournalLine &line : lines) {
        found.insert(line.row);
        put(line);
    }
    for (const qint64 row : asked) {
        if (const int at = found.contains(row) ? -1 : rowOf(row); at >= 0)
            removeAt(at);
    }
}

void JournalModel::put(const JournalLine &line)
{
    if (const int at = rowOf(line.row); at >= 0) {
        m_lines[at] = line;
        emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
        return;
    }
    // What lies below the pages that are here comes with its own.
    if (m_next > 0 && line.row < m_next)
        return;
    const auto place = std::lower_bound(m_lines.cbegin(), m_lines.cend(), line.row,
                                        [](const JournalLine &one, qint64 row) { return one.row > row; });
    const int at = int(place - m_lines.cbegin());
    beginInsertRows({}, at, at);
    m_lines.insert(at, line);
    endInsertRows();
}

void JournalModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_lines.removeAt(row);
    endRemoveRows();
}

const JournalLine *JournalModel::lineAt(int row) const
{
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

int JournalModel::rowOf(qint64 journalRow) const
{
    const auto place = std::lower_bound(m_lines.cbegin(), m_lines.cend(), journalRow,
                                        [](const JournalLine &one, qint64 row) { return one.row > row; });
    return place != m_lines.cend() && place->row == journalRow ? int(place - m_lines.cbegin()) : -1;
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JournalLine &line = m_lines.at(index.row());
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return JournalText::whole(line);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(line.shown.at), QLocale::ShortFormat);
    case KindColumn:
        return JournalText::kind(line);
    case KeyColumn:
        return KeyText::display(line.shown.key);
    case ChangeColumn:
        return JournalText::change(line);
    case EndColumn:
        return JournalText::end(line);
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case KindColumn:
        return tr("Kind");
    case KeyColumn:
        return tr("Key");
    case ChangeColumn:
        return tr("Change");
    case EndColumn:
        return tr("End");
    default:
        return {};
    }
}

} // namespace Studio
