// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/journalexport.h"

#include "session/jobs/jobline.h"
#include "session/journal.h"

#include <hpkvqt/keys.h>

#include <QDateTime>
#include <QPointer>

#include <array>

namespace Studio
{

namespace
{

constexpr qint64 PieceBytes = 1024 * 1024; ///< of values at once

// Stable names, for files.
QByteArray kindName(WriteKind kind)
{
    switch (kind) {
    case WriteKind::Replace:
        return "set";
    case WriteKind::Patch:
        return "patch";
    case WriteKind::Append:
        return "append";
    case WriteKind::Increment:
        return "increment";
    case WriteKind::Delete:
        return "delete";
    }
    return {};
}

QByteArray endName(JournalState state)
{
    switch (state) {
    case JournalState::Open:
        return "open";
    case JournalState::Done:
        return "done";
    case JournalState::Failed:
        return "failed";
    case JournalState::Unknown:
        return "unknown";
    }
    return {};
}

QByteArray timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs).toUtf8();
}

QByteArray cell(const QByteArray &bytes)
{
    if (!Hpkv::Keys::isUtf8(bytes))
        return "base64:" + bytes.toBase64();
    QByteArray text = bytes;
    if (text.contains('"') || text.contains(',') || text.contains('\n') || text.contains('\r'))
        return '"' + text.replace("\"", "\"\"") + '"';
    return text;
}

QByteArray numberCell(qint64 number)
{
    return number == 0 ? QByteArray() : QByteArray::number(number);
}

} // namespace

JournalExport::JournalExport(Journal &journal, JournalQuery query, const QString &file, Format format,
                             QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_query(std::move(query))
    , m_format(format)
    , m_file(file)
{
}

void JournalExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        QMetaObject::invokeMethod(
            this, [this] { end(m_file.errorString()); }, Qt::QueuedConnection);
        return;
    }
    if (m_format == Format::Csv)
        m_file.write(csvHead());
    next(0);
}

void JournalExport::next(qint64 below)
{
    m_journal.entries(m_query, below, PieceBytes, [self = QPointer(this)](const JournalPage &page) {
        if (self)
            self->take(page);
    });
}

void JournalExport::take(const JournalPage &page)
{
    for (const JournalEntry &entry : page.entries) {
        const QByteArray line = m_format == Format::Csv ? csvRow(entry) : jsonLine(entry);
        if (m_file.write(line) != line.size()) {
            end(m_file.errorString());
            return;
        }
        ++m_rows;
    }
    if (page.next > 0)
        next(page.next);
    else
        end(m_file.commit() ? QString() : m_file.errorString());
}

void JournalExport::end(const QString &problem)
{
    if (!problem.isEmpty())
        m_file.cancelWriting();
    emit finished(m_rows, problem);
    deleteLater();
}

QByteArray JournalExport::jsonLine(const JournalEntry &entry)
{
    JobLine line;
    line.number("row", entry.row).text("time", timeText(entry.at));
    if (entry.job.isEmpty())
        line.text("kind", kindName(entry.kind));
    else
        line.text("job", entry.job.toUtf8()).number("keys", entry.keys);
    line.text("key", entry.key).text("end", endName(entry.state));
    if (entry.kind == WriteKind::Increment && entry.job.isEmpty())
        line.number("delta", entry.delta);
    else if (entry.kind != WriteKind::Delete && entry.job.isEmpty())
        line.text("sent", entry.value);
    // Not known is left out; known to be absent is null.
    if (entry.beforeKnown)
        line.optionalText("before", entry.before);
    if (entry.after)
        line.text("after", *entry.after);
    if (!entry.error.isEmpty())
        line.text("error", entry.error.toUtf8());
    if (entry.undoes != 0)
        line.number("undoes", entry.undoes);
    if (entry.undoneBy != 0)
        line.number("undoneBy", entry.undoneBy);
    return line.toLine();
}

QByteArray JournalExport::csvHead()
{
    return "row,time,kind,key,end,sent,delta,before,after,error,job,keys,undoes,undoneBy\r\n";
}

QByteArray JournalExport::csvRow(const JournalEntry &entry)
{
    const bool isJob = !entry.job.isEmpty();
    const std::array<QByteArray, 14> cells{QByteArray::number(entry.row),
                                           timeText(entry.at),
                                           isJob ? QByteArray() : kindName(entry.kind),
                                           cell(entry.key),
                                           endName(entry.state),
                                           cell(entry.value),
                                           numberCell(entry.delta),
                                           cell(entry.before.value_or(QByteArray())),
                                           cell(entry.after.value_or(QByteArray())),
                                           cell(entry.error.toUtf8()),
                                           entry.job.toUtf8(),
                                           numberCell(entry.keys),
                                           numberCell(entry.undoes),
                                           numberCell(entry.undoneBy)};
    return QByteArrayList(cells.cbegin(), cells.cend()).join(',') + "\r\n";
}

} // namespace Studio
