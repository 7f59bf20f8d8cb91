// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journal.h"

#include <QList>
#include <QString>

#include <optional>

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
    QList<JournalEntry> last(int limit);
    qint64 highestRow();

    /// Older rows go when a file is opened.
    static constexpr int keptRows = 20'000;

private:
    bool prepareSchema();
    void close();

    QString m_connection; ///< name in Qt's table of connections
    QString m_problem;
    bool m_open = false;
};

} // namespace Studio
