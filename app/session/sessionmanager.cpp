// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/sessionmanager.h"

#include "history/history.h"
#include "notices/noticecenter.h"
#include "session/demoserver.h"
#include "session/journal.h"
#include "session/session.h"

#include <QDir>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qint64 mostHistoryInMemory = 64ll * 1024 * 1024;

} // namespace

struct SessionManager::Private {
    NoticeCenter &notices;
    QString journalFolder;
    QList<Session *> sessions;
    DemoServer *demo = nullptr;
    JournalLimits journalLimits;
    HistoryLimits historyLimits;
    QString historyFolder;

    HistoryLimits historyLimitsOf(const QString &file) const
    {
        HistoryLimits limits = historyLimits;
        if (file.isEmpty())
            limits.bytes = qMin(limits.bytes, mostHistoryInMemory);
        return limits;
    }
};

SessionManager::SessionManager(NoticeCenter &notices, QString journalFolder, QObject *parent)
    : QObject(parent)
    , d(new Private{notices, std::move(journalFolder), {}, nullptr, {}, {}, {}})
{
}

SessionManager::~SessionManager()
{
    // Before the demo server, which would look like a lost line to them.
    for (Session *session : std::exchange(d->sessions, {}))
        delete session;
}

QList<Session *> SessionManager::sessions() const
{
    return d->sessions;
}

Session *SessionManager::session(const QString &id) const
{
    const auto it = std::find_if(d->sessions.cbegin(), d->sessions.cend(),
                                 [&](const Session *session) { return session->id() == id; });
    return it == d->sessions.cend() ? nullptr : *it;
}

Session *SessionManager::sessionOf(const QString &profileId) const
{
    const auto it = std::find_if(d->sessions.cbegin(), d->sessions.cend(),
                                 [&](const Session *session) { return session->profile().id == profileId; });
    return it == d->sessions.cend() ? nullptr : *it;
}

void SessionManager::setJournalLimits(const JournalLimits &limits)
{
    d->journalLimits = limits;
    for (const Session *session : std::as_const(d->sessions))
        session->journal().setLimits(limits);
}

void SessionManager::setHistories(const HistoryLimits &limits, const QString &folder)
{
    d->historyLimits = limits;
    d->historyFolder = folder;
    for (const Session *session : std::as_const(d->sessions)) {
        History &history = session->history();
        history.recorder().setLimits(d->historyLimitsOf(history.historyThread().options().file));
    }
}

Session *SessionManager::open(const Profile &profile, const QString &secret)
{
    if (Session *open = sessionOf(profile.id))
        return open;
    SessionOptions options;
    options.journalLimits = d->journalLimits;
    const bool isDemo = d->demo && profile.id == d->demo->profile().id;
    if (!d->journalFolder.isEmpty() && !isDemo) {
        const QDir folder(d->journalFolder);
        options.journalFile = folder.filePath(profile.id + QStringLiteral(".journal"));
        options.jobFolder = folder.filePath(QStringLiteral("jobs/") + profile.id);
    }
    if (!d->historyFolder.isEmpty() && !isDemo)
        options.historyFile = QDir(d->historyFolder).filePath(profile.id + QStringLiteral(".history"));
    options.historyLimits = d->historyLimitsOf(options.historyFile);
    auto *session = new Session(profile, secret, options, this);
    connect(session, &Session::noticeRaised, this,
            [this](const Notice &notice) { d->notices.raise(notice); });
    connect(session, &Session::noticeCleared, this, [this](const QString &id) { d->notices.clear(id); });
    d->sessions.append(session);
    emit opened(session);
    session->open();
    return session;
}

Session *SessionManager::openDemo(double changesPerSecond, quint32 seed)
{
    if (!d->demo)
        d->demo = new DemoServer(changesPerSecond, seed, this);
    const QString noticeId = QStringLiteral("demo");
    if (!d->demo->start()) {
        Notice notice;
        notice.id = noticeId;
        notice.severity = Severity::Error;
        notice.title = tr("The demo server could not be started");
        notice.text = d->demo->problem();
        notice.context = QStringLiteral("window");
        d->notices.raise(notice);
        return nullptr;
    }
    d->notices.clear(noticeId);
    return open(d->demo->profile(), d->demo->secret());
}

DemoServer *SessionManager::demo() const
{
    return d->demo;
}

void SessionManager::close(Session *session)
{
    if (!session || !d->sessions.contains(session))
        return;
    emit aboutToClose(session);
    d->sessions.removeOne(session);
    const QString id = session->id();
    session->disconnect(this);
    d->notices.clearContext(QStringLiteral("session/") + id);
    session->close();
    session->deleteLater();
    emit closed(id);
}

} // namespace Studio
