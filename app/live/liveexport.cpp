// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/liveexport.h"

#include "session/jobs/jobline.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSaveFile>
#include <QStringDecoder>

#include <array>

namespace Studio::LiveExport
{

namespace
{

constexpr int rowsBetweenLooks = 256;

/// In files names are not translated.
QByteArray kindName(LiveKind kind)
{
    switch (kind) {
    case LiveKind::Created:
        return "created";
    case LiveKind::Replaced:
        return "replaced";
    case LiveKind::Patched:
        return "patched";
    case LiveKind::Appended:
        return "appended";
    case LiveKind::Counted:
        return "counted";
    case LiveKind::Rewritten:
        return "rewritten";
    case LiveKind::Removed:
        return "removed";
    case LiveKind::LineDown:
        return "lineDown";
    case LiveKind::LineUp:
        return "lineUp";
    }
    return {};
}

QByteArray timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

QByteArray cell(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return "base64:" + bytes.toBase64();
    if (bytes.contains('"') || bytes.contains(',') || bytes.contains('\n') || bytes.contains('\r'))
        return '"' + QByteArray(bytes).replace("\"", "\"\"") + '"';
    return bytes;
}

} // namespace

QByteArray jsonLine(const LiveNote &note)
{
    const LiveReading &reading = note.reading();
    JobLine line;
    line.number("row", qint64(note.number))
        .text("time", timeText(note.at))
        .text("kind", kindName(reading.kind));
    if (!note.isBreak()) {
        line.text("key", note.key);
        if (reading.guess)
            line.flag("guess", true);
        if (note.own)
            line.flag("own", true);
        // Not known is left out; known to be absent is null.
        if (note.before() || (note.facts.absent && note.facts.absentSure))
            line.optionalText("before", note.before());
        if (reading.kind == LiveKind::Removed || note.after())
            line.optionalText("after", note.after());
    }
    return line.toLine();
}

QByteArray csvHead()
{
    return "row,time,kind,guess,own,key,before,after\r\n";
}

QByteArray csvRow(const LiveNote &note)
{
    const LiveReading &reading = note.reading();
    const std::array<QByteArray, 8> cells{QByteArray::number(note.number),
                                          timeText(note.at),
                                          kindName(reading.kind),
                                          reading.guess ? "1" : "",
                                          note.own ? "1" : "",
                                          cell(note.key),
                                          cell(note.before().value_or(QByteArray())),
                                          cell(note.after().value_or(QByteArray()))};
    return QByteArrayList(cells.cbegin(), cells.cend()).join(',') + "\r\n";
}

Result write(const std::vector<LiveNote> &notes, const QString &path, Format format,
             const std::atomic_bool &canceled, const std::function<void(qint64)> &progress)
{
    Result result;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {0, file.errorString()};
    if (format == Format::Csv)
        file.write(csvHead());
    for (const LiveNote &note : notes) {
        const QByteArray line = format == Format::Csv ? csvRow(note) : jsonLine(note);
        if (file.write(line) != line.size())
            return {result.rows, file.errorString()};
        if (++result.rows % rowsBetweenLooks != 0)
            continue;
        if (canceled)
            return {result.rows, QCoreApplication::translate("LiveExport", "It was stopped.")};
        if (progress)
            progress(result.rows);
    }
    if (!file.commit())
        result.problem = file.errorString();
    return result;
}

} // namespace Studio::LiveExport
