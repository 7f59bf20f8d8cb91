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
#include <functional>

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
        while (!m_rows.isEmpty() && m_rows.constLast() < lowest)
            removeAt(int(m_rows.size()) - 1);
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
    m_rows.clear();
    m_lines.clear();
    m_asked.clear();
    m_changed.clear();
    m_firstVisible = 0;
    m_lastVisible = 0;
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
    QList<qint64> fresh;
    for (const JournalLine &line : page.lines) {
        if (rowOf(line.row) < 0) { // or it came in while the page was on its way
            fresh.append(line.row);
            m_lines.insert(line.row, line);
        }
    }
    if (!fresh.isEmpty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        m_rows += fresh;
        endInsertRows();
        letGo();
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
    letGo();
}

void JournalModel::put(const JournalLine &line)
{
    if (const int at = rowOf(line.row); at >= 0) {
        m_lines.insert(line.row, line);
        emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
        return;
    }
    // What lies below the pages that are here comes with its own.
    if (m_next > 0 && line.row < m_next)
        return;
    const auto place = std::lower_bound(m_rows.cbegin(), m_rows.cend(), line.row, std::greater<>());
    const int at = int(place - m_rows.cbegin());
    beginInsertRows({}, at, at);
    m_rows.insert(at, line.row);
    m_lines.insert(line.row, line);
    endInsertRows();
    letGo();
}

void JournalModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_lines.remove(m_rows.takeAt(row));
    endRemoveRows();
}

// --- what is held

void JournalModel::setVisible(int first, int last)
{
    if (first == m_firstVisible && last == m_lastVisible)
        return;
    m_firstVisible = first;
    m_lastVisible = last;
    fill();
    letGo();
}

void JournalModel::hold(qint64 journalRow)
{
    m_held = journalRow;
    fill();
}

/// Asks for the lines that are wanted and not here.
void JournalModel::fill()
{
    QSet<qint64> missing;
    const auto want = [this, &missing](qint64 row) {
        if (!m_lines.contains(row) && !m_asked.contains(row))
            missing.insert(row);
    };
    const int last = std::min(int(m_rows.size()) - 1, m_lastVisible + pageLines);
    for (int at = std::max(0, m_firstVisible - pageLines); at <= last; ++at)
        want(m_rows.at(at));
    if (m_held != 0 && rowOf(m_held) >= 0)
        want(m_held);
    if (missing.isEmpty())
        return;
    m_asked += missing;
    m_journal.linesOf(m_query, missing.values(),
                      [self = QPointer(this), generation = m_generation, missing](const auto &lines) {
                          if (!self || self->m_generation != generation)
                              return;
                          self->m_asked -= missing;
                          self->update(missing, lines);
                      });
}

void JournalModel::letGo()
{
    if (m_lines.size() <= mostLines)
        return;
    const int first = m_firstVisible - pageLines;
    const int last = m_lastVisible + pageLines;
    // Those that stay are few, so they are looked for instead of those that go.
    QHash<qint64, JournalLine> kept;
    for (int at = std::max(0, first); at <= last && at < m_rows.size(); ++at) {
        if (const auto line = m_lines.constFind(m_rows.at(at)); line != m_lines.cend())
            kept.insert(line.key(), *line);
    }
    if (const auto line = m_lines.constFind(m_held); line != m_lines.cend())
        kept.insert(line.key(), *line);
    m_lines = std::move(kept);
}

qint64 JournalModel::journalRowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row) : 0;
}

const JournalLine *JournalModel::lineAt(int row) const
{
    const auto line = m_lines.constFind(journalRowAt(row));
    return line != m_lines.cend() ? &*line : nullptr;
}

int JournalModel::rowOf(qint64 journalRow) const
{
    const auto place = std::lower_bound(m_rows.cbegin(), m_rows.cend(), journalRow, std::greater<>());
    return place != m_rows.cend() && *place == journalRow ? int(place - m_rows.cbegin()) : -1;
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JournalLine *held = lineAt(index.row());
    if (!held)
        return {}; // on its way back
    const JournalLine &line = *held;
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
