// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/keyrows.h"

#include "history/historyfile.h"

namespace Studio
{

namespace
{

QByteArray select(const char *rest)
{
    return QByteArray("SELECT ") + historyColumns + " FROM changes c WHERE " + KeyRows::partExpression
         + " = ? AND key = ? AND " + rest + " LIMIT 1";
}

} // namespace

HistoryEntry historyEntryOf(const Sqlite::Statement &statement, const QByteArray &key)
{
    HistoryEntry entry;
    entry.row = statement.number(0);
    entry.at = statement.number(1);
    entry.serverTimestamp = statement.number(2);
    entry.key = key;
    entry.kind = HistoryKind(statement.number(3));
    const qint64 flags = statement.number(4);
    entry.guess = flags & GuessFlag;
    entry.own = flags & OwnFlag;
    entry.absent = flags & AbsentFlag;
    if (!statement.isNull(5))
        entry.value = statement.bytes(5);
    return entry;
}

KeyRows::KeyRows(const HistoryFile &file)
    : m_file(file)
    , m_last(file.database(), select("row <= ? ORDER BY row DESC"))
    , m_first(file.database(), select("row > ? ORDER BY row"))
{
}

std::optional<HistoryEntry> KeyRows::look(Sqlite::Statement &statement, qint64 part, qint64 id, qint64 row)
{
    statement.bind(1, part);
    statement.bind(2, id);
    statement.bind(3, row);
    std::optional<HistoryEntry> entry;
    if (statement.step())
        entry = historyEntryOf(statement, {});
    statement.reset();
    return entry;
}

std::optional<HistoryEntry> KeyRows::lastUpTo(qint64 id, qint64 row)
{
    row = qMin(row, m_file.lastRow());
    for (qint64 part = partOf(row); part >= partOf(m_file.firstRow()); --part) {
        if (std::optional<HistoryEntry> entry = look(m_last, part, id, row))
            return entry;
    }
    return look(m_last, basePart, id, row);
}

std::optional<HistoryEntry> KeyRows::firstBehind(qint64 id, qint64 row)
{
    const qint64 last = partOf(m_file.lastRow());
    for (qint64 part = partOf(qMax(row, m_file.firstRow())); part <= last; ++part) {
        if (std::optional<HistoryEntry> entry = look(m_first, part, id, row))
            return entry;
    }
    return {};
}

std::optional<HistoryEntry> KeyRows::baseBehind(qint64 id, qint64 row)
{
    return look(m_first, basePart, id, row);
}

} // namespace Studio
