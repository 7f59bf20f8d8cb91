// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "history/history.h"
#include "live/livefeed.h"
#include "mirror/keyspacemirror.h"
#include "profiles/profileconnection.h"
#include "session/bell.h"
#include "session/interestset.h"
#include "session/intervalscan.h"
#include "session/jobs/jobjournal.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobrunner.h"
#include "session/journal.h"
#include "session/mailbox.h"
#include "session/pageoperation.h"
#include "session/readoperation.h"
#include "session/sessionnotices.h"
#include "session/sessionworker.h"
#include "session/writeoperation.h"
#include "session/writesafety.h"

#include <QDateTime>
#include <QHash>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <deque>

namespace Studio
{

struct Session::Private {
    Private(Session *session, Profile profile_, SessionOptions options_)
        : q(session)
        , profile(std::move(profile_))
        , options(std::move(options_))
        , id(options.id.isEmpty() ? profile.id : options.id)
        , notices(id, profile)
    {
    }

    using Command = std::function<void(SessionWorker &)>;

    struct Held {
        int afterBatches = 0;
        SessionEvent event;
    };

    Session *q;
    const Profile profile;
    SessionOptions options;
    std::unique_ptr<QTemporaryDir> ownFolder;
    const QString id;
    SessionNotices notices;
    SessionStatus status;
    KeyspaceMirror *mirror = nullptr;
    LiveFeed *feed = nullptr;
    Journal *journal = nullptr;
    History *history = nullptr;
    JobList *jobs = nullptr;

    Mailbox<Command> toWorker;
    Mailbox<SessionEvent> toWindow;
    Backlog backlog;
    QThread thread;
    SessionWorker *worker = nullptr;
    Bell windowBell{[this] { drain(); }};

    std::deque<Held> held; ///< events behind batches that the mirror has not taken in yet
    int enqueued = 0; ///< batches
    QHash<quint64, ReadOperation *> reads;
    QHash<quint64, PageOperation *> pages;
    QHash<quint64, WriteOperation *> writes;
    QHash<quint64, IntervalScan *> scans;
    quint64 nextOperation = 1;

    QHash<QObject *, quint64> views;
    InterestSet interest;
    QList<RefusedPattern> refused;
    quint64 nextView = 1;
    std::optional<LineState> noticed; ///< the state of the line that a notice tells of
    bool rateNoticed = false;

    void start(const QString &secret);
    void command(Command command) { toWorker.push(std::move(command)); }
    void drain();
    void applied();
    void handle(const SessionEvent &event);
    void handleLast(const SessionEvent &event);

    void on(const SharedBatch &) { }
    void on(const SessionStatus &status);
    void on(const ReadDone &done);
    void on(const PageDone &done);
    void on(const WritePrepared &prepared);
    void on(const WriteSent &sent);
    void on(const WriteDone &done);
    void on(const LevelListed &level) { emit q->levelListed(level.prefix); }
    void on(const LevelFailed &level) { emit q->levelFailed(level.prefix, level.error); }
    void on(const BranchLoaded &branch) { emit q->branchLoaded(branch.prefix); }
    void on(const BranchFailed &branch) { emit q->branchFailed(branch.prefix, branch.error); }
    void on(const BranchProgress &branch) { emit q->branchProgress(branch.prefix, branch.keys); }
    void on(const IntervalMoved &moved);
    void on(const IntervalEnded &ended);
    void on(const CaughtUp &)
    {
        history->recorder().caughtUp();
        emit q->caughtUp();
    }
    void on(const JobUpdated &job) { jobs->on(job); }
    void on(const JobEnded &job) { jobs->on(job); }
    void on(const JobTold &job) { jobs->on(job); }
    void on(const JobsInterrupted &interrupted) { jobs->on(interrupted); }
    void on(const WatchOpened &watch);
    void on(const WatchLost &watch);
    void on(const PatternsRefused &patterns)
    {
        refused = patterns.refused;
        emit q->refusedPatternsChanged();
    }
    void on(const WatchFailed &watch) { emit q->noticeRaised(notices.watchFailed(watch.error)); }

    ReadOperation *read(const QByteArray &key, Hpkv::Lane lane);
    void rowWritten(quint64 operation, qint64 row);
    void finishRead(quint64 operation);
    void finishPage(const PageDone &done);
    void finishWrite(const WriteDone &done);
    quint64 viewNumber(QObject *view);
    void tellLookedAt();
};

Session::Session(Profile profile, const QString &secret, QObject *parent)
    : Session(std::move(profile), secret, SessionOptions(), parent)
{
}

Session::Session(Profile profile, const QString &secret, SessionOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(profile), std::move(options)))
{
    d->mirror = new KeyspaceMirror(this);
    d->mirror->setValueBudget(d->options.valueBudget);
    d->feed = new LiveFeed(this);
    d->feed->follow(d->mirror);
    d->journal = new Journal(d->options.journalFile, this);
    d->journal->setLimits(d->options.journalLimits);
    connect(d->journal, &Journal::problem, this,
            [this](const QString &text) { emit noticeRaised(d->notices.journalFailed(text)); });
    d->history = new History({d->options.historyFile, d->options.historyLimits}, this);
    d->history->recorder().follow(d->mirror);
    connect(&d->history->recorder(), &HistoryRecorder::problemChanged, this, [this](const QString &problem) {
        if (problem.isEmpty())
            emit noticeCleared(d->notices.historyId());
        else
            emit noticeRaised(d->notices.historyPaused(problem));
    });
    connect(d->mirror, &KeyspaceMirror::applied, this, [this] { d->applied(); });
    connect(d->mirror, &KeyspaceMirror::drained, this, [this] { d->applied(); });
    if (d->options.jobFolder.isEmpty()) {
        d->ownFolder = std::make_unique<QTemporaryDir>();
        d->options.jobFolder = d->ownFolder->path();
    }
    d->jobs = new JobList(
        d->profile.safety, d->options.jobFolder,
        [this](std::function<void(JobRunner &)> what) {
            d->command([what = std::move(what)](SessionWorker &w) { what(w.jobs()); });
        },
        this);
    new JobJournal(*d->jobs, *d->journal, this);
    d->start(secret);
    d->command([](SessionWorker &w) { w.jobs().lookForInterrupted(); });
}

void Session::Private::start(const QString &secret)
{
    worker = new SessionWorker(profile, secret, options, toWindow, backlog);
    auto *workerBell =
        new Bell([this] { toWorker.handOver([this](const Command &task) { task(*worker); }); }, worker);
    worker->moveToThread(&thread);
    thread.setObjectName(QStringLiteral("session"));
    QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    toWorker.setWakeUp([bell = workerBell] { bell->ring(); });
    toWindow.setWakeUp([this] { windowBell.ring(); });
    thread.start();
}

Session::~Session()
{
    // What the worker says at its end still names operations of ours, so it is heard before they are given
    // up.
    d->command([](SessionWorker &w) { w.close(); });
    d->command([this](SessionWorker &) { d->thread.quit(); });
    d->thread.wait();
    d->toWorker.close();
    for (const Private::Held &held : std::exchange(d->held, {}))
        d->handleLast(held.event);
    for (const SessionEvent &event : d->toWindow.take())
        d->handleLast(event);
    d->toWindow.close();
    const Hpkv::Error error{Hpkv::ErrorKind::Canceled, tr("The connection was closed.")};
    for (const quint64 operation : d->reads.keys()) {
        d->reads.value(operation)->m_error = error;
        d->finishRead(operation);
    }
    for (const quint64 operation : d->pages.keys())
        d->finishPage({operation, error, {}, false});
    for (const quint64 operation : d->writes.keys()) {
        WriteDone done;
        done.operation = operation;
        done.error = error;
        d->finishWrite(done);
    }
    IntervalEnd end;
    end.error = error;
    for (IntervalScan *scan : std::exchange(d->scans, {})) {
        end.progress = scan->progress();
        scan->end(end);
    }
    d->jobs->endAll();
    delete d->jobs;
    // Both wait for their last row while we are whole.
    delete d->journal;
    d->history->recorder().lineDown(QDateTime::currentMSecsSinceEpoch());
    delete d->history;
}

const Profile &Session::profile() const
{
    return d->profile;
}

QString Session::id() const
{
    return d->id;
}

const SessionStatus &Session::status() const
{
    return d->status;
}

KeyspaceMirror &Session::mirror() const
{
    return *d->mirror;
}

LiveFeed &Session::feed() const
{
    return *d->feed;
}

Journal &Session::journal() const
{
    return *d->journal;
}

History &Session::history() const
{
    return *d->history;
}

JobList &Session::jobs() const
{
    return *d->jobs;
}

void Session::open()
{
    QString problem;
    connectionConfig(d->profile, &problem);
    if (!problem.isEmpty())
        emit noticeRaised(d->notices.certificateFailed(problem));
    d->command([](SessionWorker &w) { w.open(); });
}

void Session::close()
{
    d->command([](SessionWorker &w) { w.close(); });
}

void Session::reconnectNow()
{
    d->command([](SessionWorker &w) { w.reconnectNow(); });
}

void Session::setSecret(const QString &secret)
{
    d->command([secret](SessionWorker &w) { w.setSecret(secret); });
}

void Session::listLevel(const QByteArray &prefix, bool again)
{
    if (!again && d->mirror->isLevelComplete(prefix, d->profile.separatorBytes())
        && !d->mirror->branchCoverage(prefix).stale) {
        QMetaObject::invokeMethod(
            this, [this, prefix] { emit levelListed(prefix); }, Qt::QueuedConnection);
        return;
    }
    d->command([prefix](SessionWorker &w) { w.listLevel(prefix); });
}

void Session::loadBranch(const QByteArray &prefix)
{
    d->command([prefix](SessionWorker &w) { w.loadBranch(prefix); });
}

IntervalScan *Session::readInterval(const KeyInterval &interval, qint64 limit)
{
    auto *scan = new IntervalScan(interval, limit, this);
    const quint64 number = d->nextOperation++;
    d->scans.insert(number, scan);
    connect(scan, &IntervalScan::pauseRequested, this, [this, number](bool paused) {
        d->command([number, paused](SessionWorker &w) { w.pauseInterval(number, paused); });
    });
    connect(scan, &IntervalScan::cancelRequested, this,
            [this, number] { d->command([number](SessionWorker &w) { w.cancelInterval(number); }); });
    d->command([number, interval, limit](SessionWorker &w) { w.readInterval(number, interval, limit); });
    return scan;
}

void Session::probeBranch(const QByteArray &prefix)
{
    d->command([prefix](SessionWorker &w) { w.probe(prefix); });
}

void Session::cancelScans()
{
    d->command([](SessionWorker &w) { w.cancelScans(); });
}

void Session::pauseScans()
{
    d->command([](SessionWorker &w) { w.pauseScans(); });
}

void Session::resumeScans()
{
    d->command([](SessionWorker &w) { w.resumeScans(); });
}

ReadOperation *Session::read(const QByteArray &key)
{
    return d->read(key, Hpkv::Lane::Interactive);
}

ReadOperation *Session::readLater(const QByteArray &key)
{
    return d->read(key, Hpkv::Lane::Background);
}

ReadOperation *Session::Private::read(const QByteArray &key, Hpkv::Lane lane)
{
    auto *read = new ReadOperation(key, q);
    const quint64 operation = nextOperation++;
    reads.insert(operation, read);
    command([operation, key, lane](SessionWorker &w) { w.read(operation, key, lane); });
    return read;
}

void Session::readAgain(const QList<QByteArray> &keys)
{
    d->command([keys](SessionWorker &w) { w.verify(keys); });
}

PageOperation *Session::readPage(const QByteArray &first, const QByteArray &last, int limit)
{
    auto *page = new PageOperation(first, last, this);
    const quint64 operation = d->nextOperation++;
    d->pages.insert(operation, page);
    d->command(
        [operation, first, last, limit](SessionWorker &w) { w.readPage(operation, first, last, limit); });
    connect(page, &PageOperation::cancelRequested, this, [this, operation] {
        if (!d->pages.contains(operation))
            return;
        d->command([operation](SessionWorker &w) { w.cancelPage(operation); });
        const Hpkv::Error error{Hpkv::ErrorKind::Canceled, tr("It was canceled.")};
        QMetaObject::invokeMethod(
            this,
            [this, operation, error] {
                d->finishPage({operation, error, {}, false});
            },
            Qt::QueuedConnection);
    });
    return page;
}

WriteOperation *Session::write(const WriteRequest &request)
{
    auto *write = new WriteOperation(request, this);
    const quint64 operation = d->nextOperation++;
    d->writes.insert(operation, write);
    if (const auto refused = refusedBySafety(d->profile.safety, request)) {
        WriteDone done;
        done.operation = operation;
        done.error = *refused;
        QMetaObject::invokeMethod(
            this, [this, done] { d->finishWrite(done); }, Qt::QueuedConnection);
        return write;
    }
    d->command([operation, request](SessionWorker &w) { w.prepareWrite(operation, request); });
    return write;
}

void Session::setInterest(QObject *view, const QList<QByteArray> &visibleKeys,
                          const QList<QByteArray> &openKeys)
{
    const quint64 number = d->viewNumber(view);
    const QList<QByteArray> fresh = d->interest.set(number, visibleKeys, openKeys);
    d->tellLookedAt();
    d->command(
        [number, visibleKeys, openKeys](SessionWorker &w) { w.setInterest(number, visibleKeys, openKeys); });
    QList<QByteArray> doubtful;
    for (const QByteArray &key : fresh) {
        const std::optional<EntryInfo> info = d->mirror->info(key);
        if ((info && (info->state == ValueState::Presumed || info->state == ValueState::Unknown))
            || d->mirror->coverage(key, key).stale)
            doubtful.append(key);
    }
    if (!doubtful.isEmpty())
        d->command([doubtful](SessionWorker &w) { w.verify(doubtful); });
}

const QList<RefusedPattern> &Session::refusedPatterns() const
{
    return d->refused;
}

void Session::setWatchedPatterns(QObject *view, const WatchPatterns &patterns)
{
    const quint64 number = d->viewNumber(view);
    d->command([number, patterns](SessionWorker &w) { w.setWatchedPatterns(number, patterns); });
}

void Session::setWatchedPrefixes(QObject *view, const QList<QByteArray> &prefixes)
{
    const quint64 number = d->viewNumber(view);
    d->command([number, prefixes](SessionWorker &w) { w.setWatchedPrefixes(number, prefixes); });
}

quint64 Session::Private::viewNumber(QObject *view)
{
    const auto known = views.constFind(view);
    if (known != views.cend())
        return *known;
    const quint64 number = nextView++;
    views.insert(view, number);
    QObject::connect(view, &QObject::destroyed, q, [this, view, number] {
        views.remove(view);
        interest.remove(number);
        tellLookedAt();
        command([number](SessionWorker &w) { w.removeView(number); });
    });
    return number;
}

void Session::Private::tellLookedAt()
{
    command([visible = interest.visible(), open = interest.open()](SessionWorker &w) {
        w.setLookedAt(visible, open);
    });
}

// --- what the worker says

void Session::Private::drain()
{
    for (SessionEvent &event : toWindow.take()) {
        if (const auto *batch = std::get_if<SharedBatch>(&event)) {
            ++enqueued;
            mirror->enqueue(*batch);
        } else if (held.empty() && mirror->pendingBatches() == 0) {
            handle(event);
        } else {
            held.push_back({enqueued, std::move(event)});
        }
    }
    applied();
}

/// The mirror has taken in something: what stood behind it may be told, and the worker may go on.
void Session::Private::applied()
{
    const int done = enqueued - mirror->pendingBatches();
    while (!held.empty() && held.front().afterBatches <= done) {
        const Held next = std::move(held.front());
        held.pop_front();
        handle(next.event);
    }
    if (backlog.applied.exchange(done) != done)
        command([](SessionWorker &w) { w.backlogShrank(); });
}

void Session::Private::handle(const SessionEvent &event)
{
    std::visit([this](const auto &what) { on(what); }, event);
}

/// While the session goes only the ends of operations are told.
void Session::Private::handleLast(const SessionEvent &event)
{
    if (std::holds_alternative<ReadDone>(event) || std::holds_alternative<PageDone>(event)
        || std::holds_alternative<WriteDone>(event) || std::holds_alternative<JobEnded>(event))
        handle(event);
}

void Session::Private::on(const SessionStatus &now)
{
    status = now;
    const bool pausing = status.pauseMs > 0;
    if (const auto notice = notices.line(status)) {
        // Once for each state; the count grows with each break, not with each attempt or figure.
        if (noticed != status.line)
            emit q->noticeRaised(*notice);
        noticed = status.line;
    } else if (status.line != LineState::Connecting && noticed) {
        noticed.reset();
        emit q->noticeCleared(notices.lineId());
    }
    if (pausing != std::exchange(rateNoticed, pausing)) {
        if (pausing)
            emit q->noticeRaised(*notices.rate(status));
        else
            emit q->noticeCleared(notices.rateId());
    }
    emit q->statusChanged();
}

void Session::Private::on(const WatchOpened &watch)
{
    feed->lineUp(watch.at);
    history->recorder().lineUp(watch.at);
    emit q->noticeCleared(notices.watchId());
}

void Session::Private::on(const WatchLost &watch)
{
    feed->lineDown(watch.at);
    history->recorder().lineDown(watch.at);
}

void Session::Private::on(const ReadDone &done)
{
    ReadOperation *read = reads.value(done.operation);
    if (!read)
        return;
    read->m_error = done.error;
    read->m_value = done.value;
    read->m_sentAt = done.sentAt;
    finishRead(done.operation);
}

void Session::Private::on(const IntervalMoved &moved)
{
    if (IntervalScan *scan = scans.value(moved.scan))
        scan->move(moved.progress);
}

void Session::Private::on(const IntervalEnded &ended)
{
    if (IntervalScan *scan = scans.take(ended.scan))
        scan->end(ended.end);
}

void Session::Private::finishRead(quint64 operation)
{
    ReadOperation *read = reads.take(operation);
    if (!read)
        return;
    read->m_finished = true;
    read->deleteLater();
    emit read->finished();
}

void Session::Private::on(const PageDone &done)
{
    finishPage(done);
}

void Session::Private::finishPage(const PageDone &done)
{
    PageOperation *page = pages.take(done.operation);
    if (!page)
        return;
    page->m_finished = true;
    page->m_error = done.error;
    page->m_keys = done.keys;
    page->m_truncated = done.truncated;
    page->deleteLater();
    emit page->finished();
}

/// The value before is known as far as it can be: the row goes into the journal, and only then the write may
/// leave.
void Session::Private::on(const WritePrepared &prepared)
{
    const WriteOperation *write = writes.value(prepared.operation);
    if (!write)
        return;
    const WriteRequest &request = write->request();
    JournalEntry entry;
    entry.at = QDateTime::currentMSecsSinceEpoch();
    entry.kind = request.kind;
    entry.key = request.key;
    entry.value = request.value;
    entry.delta = request.delta;
    entry.before = prepared.before;
    entry.beforeKnown = prepared.beforeKnown;
    entry.undoes = request.undoes;
    journal->begin(entry, [this, operation = prepared.operation](qint64 row) { rowWritten(operation, row); });
}

void Session::Private::rowWritten(quint64 operation, qint64 row)
{
    WriteOperation *write = writes.value(operation);
    if (!write) {
        // It was given up while the row was on its way.
        journal->end(row, JournalState::Failed, {}, tr("The connection was closed."));
        return;
    }
    write->m_journalRow = row;
    command([operation](SessionWorker &w) { w.sendWrite(operation); });
}

void Session::Private::on(const WriteSent &sent)
{
    WriteOperation *write = writes.value(sent.operation);
    if (!write || write->m_state != WriteOperation::State::Queued)
        return;
    write->m_state = WriteOperation::State::Sent;
    emit write->stateChanged();
}

void Session::Private::on(const WriteDone &done)
{
    finishWrite(done);
}

void Session::Private::finishWrite(const WriteDone &done)
{
    WriteOperation *write = writes.take(done.operation);
    if (!write)
        return;
    write->m_state = done.state;
    write->m_error = done.error;
    write->m_actual = done.actual;
    write->m_after = done.after;
    write->m_newValue = done.newValue;
    if (write->m_journalRow > 0) {
        JournalState state = JournalState::Failed;
        if (done.state == WriteOperation::State::Confirmed)
            state = JournalState::Done;
        else if (done.state == WriteOperation::State::Unknown)
            state = JournalState::Unknown;
        journal->end(write->m_journalRow, state, done.after, done.error.text);
    }
    write->deleteLater();
    emit write->stateChanged();
    emit write->finished();
}

} // namespace Studio
