// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/jobfile.h"

#include "profiles/privatefile.h"
#include "session/jobs/jobreport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <sys/file.h>
#include <unistd.h>
#endif

namespace Studio
{

namespace
{

constexpr qsizetype bufferSize = 256 * 1024;
constexpr qint64 pieceSize = 16 * 1024;
constexpr qint64 checkEvery = 8ll * 1024 * 1024;
constexpr qint64 formatVersion = 1;
// A value may have some hundred kilobytes, escaped six times as many.
constexpr qint64 longestLine = 64ll * 1024 * 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(JobFile)
};

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

std::optional<JobKind> kindOf(const QByteArray &name)
{
    for (int i = 0; i <= int(JobKind::TakeBack); ++i) {
        if (JobReport::name(JobKind(i)).toUtf8() == name)
            return JobKind(i);
    }
    return {};
}

ConflictPolicy policyOf(const QByteArray &name)
{
    for (const ConflictPolicy policy : {ConflictPolicy::Replace, ConflictPolicy::Stop}) {
        if (policyName(policy) == name)
            return policy;
    }
    return ConflictPolicy::Skip;
}

} // namespace

Hpkv::Error fileError(const QString &problem)
{
    return {Hpkv::ErrorKind::InvalidArgument, problem};
}

QByteArray policyName(ConflictPolicy policy)
{
    switch (policy) {
    case ConflictPolicy::Skip:
        return "skip";
    case ConflictPolicy::Replace:
        return "replace";
    case ConflictPolicy::Stop:
        return "stop";
    }
    return {};
}

JobFile::~JobFile()
{
    close();
}

QString JobFile::newName(const QString &folder, JobKind kind)
{
    const QString when = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss");
    const QString unique = QUuid::createUuid().toString(QUuid::Id128).left(8);
    const QString name = JobReport::name(kind) + u'-' + when + u'-' + unique + u".jsonl"_qs;
    return QDir(folder).filePath(name);
}

bool JobFile::fits(const QString &folder, qint64 bytes, qint64 limit, QString *why)
{
    if (limit >= 0 && bytes > limit) {
        *why = Text::tr("The undo file would need %1 and may have %2.").arg(sizeText(bytes), sizeText(limit));
        return false;
    }
    // The folder may not be there yet.
    QDir at(folder);
    while (!at.exists() && at.cdUp()) { }
    const QStorageInfo disk(at.exists() ? at.path() : QFileInfo(folder).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < bytes + freeReserve) {
        *why = Text::tr("The disk has no room for an undo file of %1: %2 are free in %3.")
                   .arg(sizeText(bytes), sizeText(disk.bytesAvailable()), QDir::toNativeSeparators(folder));
        return false;
    }
    return true;
}

bool JobFile::fail(const QString &why)
{
    m_problem = Text::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(name()), why);
    return false;
}

bool JobFile::lock()
{
#ifdef Q_OS_UNIX
    // Ends with the process, however that ends.
    if (::flock(m_file.handle(), LOCK_EX | LOCK_NB) != 0)
        return fail(Text::tr("a job has it in use"));
#endif
    return true;
}

bool JobFile::create(const QString &name, const JobFileHeader &header, qint64 limit)
{
    m_file.setFileName(name);
    m_size = 0;
    m_limit = limit;
    m_problem.clear();
    if (!fits(QFileInfo(name).absolutePath(), 0, -1, &m_problem))
        return false;
    if (!PrivateFile::prepare(name, &m_problem))
        return false;
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return fail(m_file.errorString());
    if (!lock())
        return false;
    JobLine line;
    line.number("hpkvStudioJob", formatVersion)
        .text("kind", JobReport::name(header.kind).toUtf8())
        .text("profile", header.profile.toUtf8())
        .number("at", header.at);
    if (header.kind == JobKind::Copy || header.kind == JobKind::Move) {
        line.text("from", header.from)
            .text("to", header.to)
            .text("targetProfile", header.targetProfile.toUtf8())
            .text("policy", policyName(header.policy))
            .number("keys", header.selection.keys.size())
            .number("intervals", header.selection.intervals.size());
    }
    if (!header.request.isEmpty())
        line.text("request", header.request);
    if (!append(line))
        return false;
    for (const QByteArray &key : header.selection.keys) {
        if (!append(JobLine().text("select", key)))
            return false;
    }
    for (const KeyInterval &interval : header.selection.intervals) {
        if (!append(JobLine().text("select", interval.first).text("last", interval.last)))
            return false;
    }
    return flush();
}

bool JobFile::openToAppend(const QString &name, qint64 limit)
{
    m_file.setFileName(name);
    m_limit = limit;
    m_problem.clear();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return fail(m_file.errorString());
    if (!lock())
        return false;
    // A line that was cut off must not become the beginning of the next one.
    qint64 end = m_file.size();
    while (end > 0) {
        const qint64 from = std::max<qint64>(0, end - bufferSize);
        m_file.seek(from);
        const QByteArray tail = m_file.read(end - from);
        const qsizetype at = tail.lastIndexOf('\n');
        if (at >= 0) {
            end = from + at + 1;
            break;
        }
        end = from;
    }
    if (!m_file.resize(end) || !m_file.seek(end))
        return fail(m_file.errorString());
    m_size = m_checked = end;
    return true;
}

bool JobFile::append(const JobLine &line)
{
    if (!m_problem.isEmpty())
        return false;
    const QByteArray bytes = line.toLine();
    if (m_limit >= 0 && m_size + bytes.size() > m_limit) {
        m_problem =
            Text::tr("The undo file would be larger than the %1 that it may have.").arg(sizeText(m_limit));
        return false;
    }
    if (m_size + bytes.size() - m_checked > checkEvery) {
        m_checked = m_size;
        if (!fits(QFileInfo(name()).absolutePath(), bytes.size(), -1, &m_problem))
            return false;
    }
    m_buffer += bytes;
    m_size += bytes.size();
    return m_buffer.size() < bufferSize || flush();
}

bool JobFile::flush()
{
    if (!m_problem.isEmpty())
        return false;
    if (m_buffer.isEmpty())
        return true;
    const QByteArray bytes = std::exchange(m_buffer, {});
    if (m_file.write(bytes) != bytes.size())
        return fail(m_file.errorString());
    return true;
}

bool JobFile::sync()
{
    if (!flush())
        return false;
#ifdef Q_OS_UNIX
    if (::fdatasync(m_file.handle()) != 0)
        return fail(qt_error_string());
#endif
    return true;
}

void JobFile::close()
{
    if (!m_file.isOpen())
        return;
    flush();
    m_file.close();
}

void JobFile::remove()
{
    m_buffer.clear();
    m_file.close();
    if (!m_file.fileName().isEmpty())
        m_file.remove();
}

bool JobFileReader::open(const QString &name)
{
    m_problem.clear();
    m_file.setFileName(name);
    const auto fail = [&](const QString &why) {
        m_problem = Text::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(name), why);
        return false;
    };
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(m_file.errorString());
    const std::optional<JobLine> first = next();
    const std::optional<JobKind> kind = first ? kindOf(first->text("kind").value_or("")) : std::nullopt;
    if (!kind || first->number("hpkvStudioJob") != formatVersion)
        return fail(Text::tr("it is no file of a job"));
    m_header.kind = *kind;
    m_header.profile = QString::fromUtf8(first->text("profile").value_or(""));
    m_header.at = first->number("at").value_or(0);
    m_header.from = first->text("from").value_or("");
    m_header.to = first->text("to").value_or("");
    m_header.targetProfile = QString::fromUtf8(first->text("targetProfile").value_or(""));
    m_header.policy = policyOf(first->text("policy").value_or(""));
    m_header.request = first->text("request").value_or("");
    m_header.selection = {};
    const qint64 selected = first->number("keys").value_or(0) + first->number("intervals").value_or(0);
    for (qint64 i = 0; i < selected; ++i) {
        const std::optional<JobLine> line = next();
        const std::optional<QByteArray> key = line ? line->text("select") : std::nullopt;
        if (!key)
            return fail(Text::tr("it ends within its head"));
        if (const std::optional<QByteArray> last = line->text("last"))
            m_header.selection.intervals.append({*key, *last});
        else
            m_header.selection.keys.append(*key);
    }
    return true;
}

std::optional<JobLine> JobFileReader::next()
{
    const qint64 at = m_file.pos();
    // Piece by piece: readLine() with a large bound would allocate all of the bound for each line.
    QByteArray line;
    do {
        const QByteArray piece = m_file.readLine(pieceSize);
        if (piece.isEmpty())
            break;
        line = line.isEmpty() ? piece : line + piece;
    } while (!line.endsWith('\n') && line.size() < longestLine);
    if (!line.endsWith('\n')) {
        // Perhaps it is being written at the moment.
        m_file.seek(at);
        return {};
    }
    std::optional<JobLine> read = JobLine::fromLine(line);
    if (!read)
        m_problem =
            Text::tr("%1 is damaged at byte %2.").arg(QDir::toNativeSeparators(m_file.fileName())).arg(at);
    return read;
}

} // namespace Studio
