// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/jobfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/file.h>
#endif

namespace Studio::JobFolder
{

namespace
{

/// Whether the last whole line says that the job came to its end, or was ended on purpose.
bool hasEnd(QFile &file)
{
    constexpr qint64 tailSize = 4096;
    file.seek(std::max<qint64>(0, file.size() - tailSize));
    QByteArray tail = file.read(tailSize);
    tail.truncate(tail.lastIndexOf('\n') + 1);
    const QByteArray last = tail.mid(tail.lastIndexOf('\n', tail.size() - 2) + 1);
    const std::optional<JobLine> line = JobLine::fromLine(last);
    return line && (line->flag("finished") || line->flag("stopped") || line->flag("takenBack"));
}

bool isInUse(const QFile &file)
{
#ifdef Q_OS_UNIX
    if (::flock(file.handle(), LOCK_SH | LOCK_NB) != 0)
        return true;
    ::flock(file.handle(), LOCK_UN);
#endif
    return false;
}

bool isInterrupted(const QString &name, JobFileHeader *header)
{
    JobFileReader reader;
    if (!reader.open(name))
        return false;
    *header = reader.header();
    const bool canGoOn =
        header->kind == JobKind::Copy || header->kind == JobKind::Move || !header->request.isEmpty();
    if (!canGoOn)
        return false;
    QFile file(name);
    return file.open(QIODevice::ReadOnly) && !isInUse(file) && !hasEnd(file);
}

QFileInfoList files(const QString &folder)
{
    return QDir(folder).entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Time | QDir::Reversed);
}

} // namespace

QList<InterruptedJob> interrupted(const QString &folder)
{
    QList<InterruptedJob> jobs;
    for (const QFileInfo &info : files(folder)) {
        InterruptedJob job{info.filePath(), {}};
        if (isInterrupted(job.file, &job.header))
            jobs.append(job);
    }
    return jobs;
}

void tidy(const QString &folder, qint64 now)
{
    const QDateTime oldest = QDateTime::fromMSecsSinceEpoch(now).addDays(-keptDays);
    for (const QFileInfo &info : files(folder)) {
        JobFileHeader header;
        if (info.lastModified() >= oldest || isInterrupted(info.filePath(), &header))
            continue;
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly) && !isInUse(file))
            file.remove();
    }
}

bool dismiss(const QString &file, QString *problem)
{
    JobFile job;
    if (job.openToAppend(file, -1) && job.append(JobLine().flag("stopped", true)) && job.flush())
        return true;
    *problem = job.problem();
    return false;
}

} // namespace Studio::JobFolder
