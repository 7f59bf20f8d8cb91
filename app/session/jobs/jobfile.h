// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobline.h"
#include "session/jobs/jobtypes.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <optional>

namespace Studio
{

/// What to do with a key that is there already and holds something else.
enum class ConflictPolicy : quint8 { Skip, Replace, Stop };

/// The first line of a job's file.
struct JobFileHeader {
    JobKind kind = JobKind::Delete;
    QString profile; ///< Profile::id of the session
    qint64 at = 0; ///< ms since 1970
    KeySelection selection; ///< Copy, Move
    QByteArray from; ///< Copy, Move: what the keys begin with now
    QByteArray to; ///< Copy, Move: and then
    QString targetProfile; ///< Copy, Move: empty = the same
    ConflictPolicy policy = ConflictPolicy::Skip; ///< Copy, Move
    QByteArray request; ///< Import: what it was asked, see Transfers::goOn(); UTF-8

    bool operator==(const JobFileHeader &) const = default;
};

/// A file in which a job writes what it is about to do before it does it: append-only JSON Lines, mode 0600.
/// A line that was cut off by a crash is dropped when the file is read. Every member belongs to one thread.
///
/// A file of a delete has one line for each record, `{"key":…,"value":…}`, as an export has. Other lines are
/// described where they are written (app/session/jobs/tasks).
class JobFile
{
public:
    JobFile() = default;
    /// Closes.
    ~JobFile();
    JobFile(const JobFile &) = delete;
    JobFile &operator=(const JobFile &) = delete;

    /// A name in `folder` that no other job has.
    static QString newName(const QString &folder, JobKind kind);

    /// Makes the file and writes its first line; it is locked until it is closed (where the system can).
    /// `limit`: bytes that it may have; −1 = as the disk allows. A reserve of free space is always left.
    bool create(const QString &name, const JobFileHeader &header, qint64 limit);
    /// To go on with one that was left. False too if a job has it open, in this or another process.
    bool openToAppend(const QString &name, qint64 limit);
    bool isOpen() const { return m_file.isOpen(); }
    QString name() const { return m_file.fileName(); }

    /// Buffered. False with problem().
    bool append(const JobLine &line);
    /// Hands everything to the system: it outlives this process.
    bool flush();
    /// It outlives a power cut.
    bool sync();
    /// Bytes, buffered ones included.
    qint64 size() const { return m_size; }
    /// One sentence for a person; empty = none.
    QString problem() const { return m_problem; }

    void close();
    /// Closes and deletes it.
    void remove();

    /// Whether `bytes` would find room in `folder`; the sentence says why not. For questions that are asked
    /// before a job starts.
    static bool fits(const QString &folder, qint64 bytes, qint64 limit, QString *why);

    static constexpr qint64 freeReserve = 128ll * 1024 * 1024;

private:
    bool fail(const QString &why);
    bool lock();

    QFile m_file;
    QByteArray m_buffer;
    qint64 m_size = 0;
    qint64 m_checked = 0; ///< size when the free space was looked at
    qint64 m_limit = -1;
    QString m_problem;
};

/// Reads a file of JobFile line by line, also while it is appended to.
class JobFileReader
{
public:
    /// False with problem(): it cannot be read, or is no such file.
    bool open(const QString &name);
    const JobFileHeader &header() const { return m_header; }
    QString problem() const { return m_problem; }

    /// Nothing at the end, or where the rest cannot be understood (problem() is set then). A last line that
    /// was cut off counts as the end.
    std::optional<JobLine> next();

private:
    QFile m_file;
    JobFileHeader m_header;
    QString m_problem;
};

/// `problem` as an error; nothing was sent because of it.
Hpkv::Error fileError(const QString &problem);

/// Stable name of a policy, for files.
QByteArray policyName(ConflictPolicy policy);

} // namespace Studio
