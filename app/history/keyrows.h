// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"
#include "history/sqlite.h"

#include <optional>

namespace Studio
{

class HistoryFile;

/// What is read of a row of the table `changes c`, in this order.
inline constexpr char historyColumns[] = "c.row, c.at, c.server, c.kind, c.flags, c.value";
/// Of HistoryEntry, as they stand in the column `flags`.
enum HistoryFlag { GuessFlag = 1, OwnFlag = 2, AbsentFlag = 4 };

/// The row that the statement stands on, whose first columns are historyColumns.
HistoryEntry historyEntryOf(const Sqlite::Statement &statement, const QByteArray &key);

/// Rows of one key. They are indexed part by part of the table, so that recording changes a small piece of
/// the index only, however large the file is (entries of keys that change in turn lie all over one index);
/// in return a question goes from part to part. Bases are a part of their own: they stay from long ago.
class KeyRows
{
public:
    explicit KeyRows(const HistoryFile &file);

    /// The newest row of the key that is not behind `row`. Entries come without the key.
    std::optional<HistoryEntry> lastUpTo(qint64 id, qint64 row);
    /// The oldest row behind `row` that is no base.
    std::optional<HistoryEntry> firstBehind(qint64 id, qint64 row);
    /// The base of the key that is behind `row`. A base is the oldest row of its key.
    std::optional<HistoryEntry> baseBehind(qint64 id, qint64 row);

    static constexpr int partBits = 17;
    static qint64 partOf(qint64 row) { return row >> partBits; }
    static constexpr qint64 basePart = -1;
    /// The part of a row of `changes`, as the index has it. SQLite takes the index only for the very same
    /// words.
    static constexpr char partExpression[] = "(CASE WHEN kind = 16 THEN -1 ELSE row >> 17 END)";

private:
    std::optional<HistoryEntry> look(Sqlite::Statement &statement, qint64 part, qint64 id, qint64 row);

    const HistoryFile &m_file;
    Sqlite::Statement m_last;
    Sqlite::Statement m_first;
};

} // namespace Studio
