// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/recordingexport.h"

#include "history/historythread.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSaveFile>

#include <atomic>

namespace Studio
{

namespace
{

constexpr int rowsOfAPiece = 5'000;

const char *nameOf(HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::Created:
        return "created";
    case HistoryKind::Replaced:
        return "replaced";
    case HistoryKind::Patched:
        return "patched";
    case HistoryKind::Appended:
        return "appended";
    case HistoryKind::Counted:
        return "counted";
    case HistoryKind::Rewritten:
        return "rewritten";
    case HistoryKind::Removed:
        return "removed";
    case HistoryKind::Base:
        return "base";
    case HistoryKind::Found:
        return "found";
    case HistoryKind::LineDown:
        return "lineDown";
    case HistoryKind::LineUp:
        return "lineUp";
    }
    return "replaced";
}

} // namespace

QByteArray recordingLine(const HistoryEntry &entry)
{
    QJsonObject line{{QStringLiteral("at"), entry.at},
                     {QStringLiteral("kind"), QLatin1StringView(nameOf(entry.kind))}};
    if (!entry.key.isEmpty())
        line.insert(QStringLiteral("key"), QString::fromUtf8(entry.key));
    if (entry.value)
        line.insert(QStringLiteral("value"), QString::fromUtf8(*entry.value));
    if (entry.absent && entry.kind != HistoryKind::Removed)
        line.insert(QStringLiteral("absent"), true);
    if (entry.guess)
        line.insert(QStringLiteral("guess"), true);
    if (entry.own)
        line.insert(QStringLiteral("own"), true);
    if (entry.serverTimestamp != 0)
        line.insert(QStringLiteral("serverTimestamp"), QString::number(entry.serverTimestamp));
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

/// Shared with the pieces that run on the thread; the file is made, written and let go there.
struct RecordingExport::Private {
    Private(HistoryThread &historyThread, const HistoryQuery &what, QString name)
        : thread(historyThread)
        , query(what)
        , file(std::move(name))
    {
        query.newestFirst = false;
        query.behind = 0;
        query.limit = rowsOfAPiece;
    }

    HistoryThread &thread;
    HistoryQuery query;
    const QString file;
    std::unique_ptr<QSaveFile> out;
    qint64 rows = 0;
    std::atomic<bool> isGivenUp = false;

    /// False when it has ended, with `*problem` or well.
    bool piece(HistoryThread::Desk &desk, QString *problem);
};

bool RecordingExport::Private::piece(HistoryThread::Desk &desk, QString *problem)
{
    if (!desk.queries) {
        *problem = desk.file.problem();
        return false;
    }
    if (!out) {
        out = std::make_unique<QSaveFile>(file);
        if (!out->open(QIODevice::WriteOnly)) {
            *problem = out->errorString();
            return false;
        }
        out->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    const HistoryPage page = desk.queries->page(query);
    for (const HistoryEntry &entry : page.entries) {
        if (out->write(recordingLine(entry) + '\n') < 0) {
            *problem = out->errorString();
            return false;
        }
        ++rows;
    }
    query.behind = page.next;
    if (page.next > 0)
        return true;
    if (!out->commit())
        *problem = out->errorString();
    return false;
}

RecordingExport::RecordingExport(HistoryThread &thread, const HistoryQuery &query, QString file,
                                 QObject *parent)
    : QObject(parent)
    , d(std::make_shared<Private>(thread, query, std::move(file)))
{
}

RecordingExport::~RecordingExport()
{
    d->isGivenUp = true;
}

void RecordingExport::start()
{
    // QPointer is for this thread only, so the other carries it along unseen.
    const auto self = std::make_shared<QPointer<RecordingExport>>(this);
    const auto step = std::make_shared<HistoryThread::Task>();
    *step = [shared = d, self, again = std::weak_ptr(step)](HistoryThread::Desk &desk) {
        QString problem;
        if (!shared->isGivenUp && shared->piece(desk, &problem)) {
            if (const auto next = again.lock())
                shared->thread.ask([next](HistoryThread::Desk &later) { (*next)(later); });
            return;
        }
        shared->out.reset();
        shared->thread.answer([shared, self, problem] {
            if (*self)
                emit(*self)->finished(shared->rows, problem);
        });
    };
    d->thread.ask([step](HistoryThread::Desk &desk) { (*step)(desk); });
}

} // namespace Studio
