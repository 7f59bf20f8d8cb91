// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"

#include <QHash>
#include <QString>

#include <memory>

class QLockFile;

namespace Studio
{

namespace Sqlite
{
class Database;
}

/// The tables of one history, in SQLite: rows in the order of time, keys by their numbers. Every member
/// belongs to the thread that made the object. What fails says why in problem().
class HistoryFile
{
public:
    HistoryFile();
    ~HistoryFile();
    HistoryFile(const HistoryFile &) = delete;
    HistoryFile &operator=(const HistoryFile &) = delete;

    /// Opens `file` (made with mode 0600 where it is missing); empty = in memory. A file that is damaged or
    /// of another program is left as it is, one of an earlier version goes on as one of this. Where recording
    /// ended without a word, the gap begins at the last row.
    bool open(const QString &file);
    bool isOpen() const { return m_open; }
    QString problem() const { return m_problem; }
    Sqlite::Database &database() const { return *m_database; }

    // --- writing: between begin() and commit()

    bool begin();
    bool commit();
    void rollback();
    /// The number of a key; 0 = it has none yet.
    qint64 idOf(const QByteArray &key);
    /// Gives it one; 0 on failure.
    qint64 addKey(const QByteArray &key);
    /// `id`: of the key; 0: of a break. The number of the row; 0 on failure.
    qint64 append(const HistoryEntry &entry, qint64 id);
    /// The row is known better now.
    bool settle(qint64 row, HistoryKind kind, const std::optional<QByteArray> &value);
    /// The newest row of the key; without the key.
    std::optional<HistoryEntry> lastOf(qint64 id);

    /// Whether the last break is one that has not ended (or nothing was heard yet).
    bool isLineDown() const { return m_lineDown; }
    /// The oldest row that is neither a base nor a break; 0 = there is none.
    qint64 firstRow() const { return m_firstRow; }
    qint64 lastRow() const { return m_lastRow; }
    qint64 lastAt() const { return m_lastAt; }

    // --- bounds

    void setLimits(const HistoryLimits &limits) { m_limits = limits; }
    HistoryLimits limits() const { return m_limits; }
    /// Whether something has to go at `now`.
    bool isFull(qint64 now) const;
    /// Takes out a piece of the oldest rows, in a transaction of its own. The last of them of each key that
    /// has later ones stays, as its base.
    bool trim();
    qint64 bytes() const;
    qint64 cutBefore() const { return m_cutBefore; }
    /// Forgets everything, on the disk too.
    bool clear();
    /// As a disk that holds no more than this; 0 = no bound. For tests.
    void setMostBytes(qint64 bytes);

    /// Rows that trim() takes out at once, at most.
    static constexpr int trimmedRows = 20'000;

private:
    struct Statements;

    bool prepareSchema();
    bool prepareStatements();
    bool readEnds();
    bool endLine();
    bool takeOut(qint64 cut, const QHash<qint64, qint64> &lastOfKey, bool withBases, qint64 before);
    bool exec(const QByteArray &text);
    qint64 number(const QByteArray &text);
    bool failed();
    void close();

    const std::unique_ptr<Sqlite::Database> m_database;
    QString m_problem;
    bool m_open = false;
    std::unique_ptr<QLockFile> m_lock; ///< two that record would keep everything twice
    std::unique_ptr<Statements> m_statements;
    HistoryLimits m_limits;
    qint64 m_mostBytes = 0;
    qint64 m_pageSize = 4096;
    qint64 m_firstRow = 0;
    qint64 m_firstAt = 0; ///< of the first row
    qint64 m_lastRow = 0;
    qint64 m_lastAt = 0;
    qint64 m_cutBefore = 0;
    bool m_lineDown = true;
};

} // namespace Studio
