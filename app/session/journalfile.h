// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalentry.h"

#include <QList>
#include <QString>

#include <optional>

class QSqlQuery;

namespace Studio
{

/// The table behind Journal. Every member belongs to the thread that made the object.
class JournalFile
{
public:
    JournalFile();
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    /// Opens `file` (made with mode 0600 where it is missing); empty = in memory. False with problem()
    /// otherwise; a file that is damaged or of another program is left as it is.
    bool open(const QString &file);
    bool isOpen() const { return m_open; }
    QString problem() const { return m_problem; }

    /// 0 on failure. With `row` other than 0 under this number.
    qint64 insert(const JournalEntry &entry, qint64 row = 0);
    bool update(qint64 row, JournalState state, const std::optional<QByteArray> &after, const QString &error);
    bool updateJob(qint64 row, JournalState state, qint64 keys, const QString &undoFile,
                   const QString &error);
    bool setUndoneBy(qint64 row, qint64 by);

    QList<JournalEntry> last(int limit);
    std::optional<JournalEntry> row(qint64 row);
    /// Rows below `below`, newest first, until `limit` rows, `bytes` of their values, or a bound of work is
    /// reached.
    JournalPage page(const JournalQuery &query, qint64 below, int limit, qint64 bytes);
    /// The newest row of the job that left this undo file; 0 = none.
    qint64 rowOfUndoFile(const QString &file);
    qint64 highestRow();
    qint64 lowestRow();

    void setLimits(const JournalLimits &limits) { m_limits = limits; }
    /// Whether more was written than may be kept.
    bool isFull() const { return m_rows > m_limits.rows || m_bytes > m_limits.bytes; }
    /// Deletes the oldest rows, down to nine tenths of what may be kept; the newest stays whatever its size.
    bool trim();
    /// Deletes every row, and what the values were from the file too.
    bool clear();

    /// Rows that one page looks through.
    static constexpr int scannedRows = 2'000;
    static constexpr qint64 scannedBytes = 8ll * 1024 * 1024;

private:
    bool prepareSchema();
    void close();
    bool run(QSqlQuery &query);
    void count();

    QString m_connection; ///< name in Qt's table of connections
    QString m_problem;
    bool m_open = false;
    JournalLimits m_limits;
    qint64 m_rows = 0; ///< about as many: another copy of the program may write too
    qint64 m_bytes = 0;
};

} // namespace Studio
