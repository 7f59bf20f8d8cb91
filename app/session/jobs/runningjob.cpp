// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/runningjob.h"

#include "session/jobs/jobreport.h"
#include "session/reader.h"
#include "session/workercore.h"
#include "session/writer.h"

#include <QElapsedTimer>

#include <algorithm>

namespace Studio
{

namespace
{

using namespace std::chrono_literals;

constexpr qint64 tellEveryMs = 100;
/// A turn of the worker's event loop is not held longer by a job.
constexpr qint64 workSliceMs = 5;
/// Reads that get no answer although the line is up, in a row.
constexpr int mostTimeouts = 5;
constexpr qint64 longestRefusalMs = 60'000;

Hpkv::Error readOnlyTask()
{
    return {Hpkv::ErrorKind::AccessDenied, QStringLiteral("This job may not write")};
}

} // namespace

RunningJob::RunningJob(quint64 id, JobSpec spec, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_spec(std::move(spec))
    , m_parts(parts)
{
}

RunningJob::~RunningJob()
{
    // Aborting tells the writer, which must not tell a job that is going.
    m_state = JobState::Canceled;
    for (const Request &request : m_flying) {
        if (!request.reply)
            continue;
        if (request.kind != Request::Kind::Write)
            request.reply->disconnect(this);
        request.reply->abort();
    }
    m_task.reset();
}

void RunningJob::activate()
{
    m_active = true;
    if (!m_task) {
        m_task = m_spec.make(*this);
        for (const SharedJobMessage &message : std::exchange(m_early, {}))
            m_task->told(message);
    }
    showState();
    pumpSoon();
}

void RunningJob::pause()
{
    if (m_paused || m_ending)
        return;
    m_paused = true;
    m_meter.reset();
    withdraw(false);
    showState();
}

void RunningJob::resume()
{
    if (!std::exchange(m_paused, false))
        return;
    showState();
    pumpSoon();
}

void RunningJob::cancel()
{
    if (m_ending || isOver(m_state))
        return;
    m_ending = JobState::Canceled;
    withdraw(true);
    // From the event loop: cancel() may come from within a step.
    pumpSoon();
}

void RunningJob::stop(const Hpkv::Error &error)
{
    if (m_ending || isOver(m_state))
        return;
    m_ending = JobState::Failed;
    m_endError = error;
    withdraw(true);
    pumpSoon();
}

/// Takes back what has not left. What has left is waited for, so that it is known what became of it; reads
/// need not be.
void RunningJob::withdraw(bool readsToo)
{
    if (readsToo)
        m_waiting.clear();
    QList<QPointer<Hpkv::Reply>> replies;
    for (const Request &request : m_flying) {
        if (request.reply && (!request.reply->isSent() || (readsToo && request.kind != Request::Kind::Write)))
            replies.append(request.reply);
    }
    for (const QPointer<Hpkv::Reply> &reply : replies) {
        if (reply)
            reply->abort();
    }
}

void RunningJob::told(const SharedJobMessage &message)
{
    if (m_ending || isOver(m_state))
        return;
    if (!m_task) {
        m_early.append(message);
        return;
    }
    m_task->told(message);
    wake();
}

void RunningJob::touched(const QByteArray &key)
{
    if (m_task)
        m_task->touched(key);
}

void RunningJob::setLine(bool up)
{
    if (std::exchange(m_lineUp, up) == up)
        return;
    m_refusedUntil = 0;
    if (!up)
        m_meter.reset();
    showState();
    pumpSoon();
}

void RunningJob::setRoom(int requests)
{
    m_room = requests;
}

void RunningJob::wake()
{
    m_idle = false;
    pumpSoon();
}

// --- what the task asks for

void RunningJob::read(const QByteArray &key, ReadDone done)
{
    Request request;
    request.stretch.first = key;
    request.readDone = std::move(done);
    enqueue(std::move(request));
}

void RunningJob::page(const Stretch &stretch, PageDone done)
{
    Request request;
    request.kind = Request::Kind::Page;
    request.stretch = stretch;
    request.pageDone = std::move(done);
    enqueue(std::move(request));
}

void RunningJob::write(const WriteRequest &request_, WriteDone done)
{
    Request request;
    request.kind = Request::Kind::Write;
    request.write = request_;
    // Only who started the job can have confirmed it.
    request.write.confirmed = m_spec.confirmed;
    request.writeDone = std::move(done);
    enqueue(std::move(request));
}

void RunningJob::enqueue(Request request)
{
    if (m_ending || isOver(m_state))
        return;
    m_waiting.push_back(std::move(request));
    if (m_working)
        return;
    // At once: the server works on it while the task still handles an answer.
    if (m_waiting.size() == 1 && canSend())
        sendNext();
    else
        pumpSoon();
}

void RunningJob::setPhase(JobPhase phase)
{
    m_untold = true;
    m_progress.phase = phase;
}

void RunningJob::beginPhase(JobPhase phase)
{
    m_progress.done = 0;
    m_progress.bytes = 0;
    m_progress.total = m_spec.expected;
    m_meter.reset();
    m_progress.phase = phase;
    m_untold = true;
}

void RunningJob::setTotal(std::optional<qint64> keys)
{
    m_progress.total = keys;
    m_untold = true;
}

void RunningJob::addDone(qint64 keys, qint64 bytes)
{
    m_progress.done += keys;
    m_progress.bytes += bytes;
    m_untold = true;
}

void RunningJob::addSkipped(qint64 keys)
{
    m_progress.skipped += keys;
    m_untold = true;
}

void RunningJob::addFailure(const JobFailure &failure)
{
    ++m_progress.failed;
    m_untold = true;
    if (m_result.failures.size() < JobReport::mostFailures)
        m_result.failures.append(failure);
}

void RunningJob::tell(SharedJobMessage message)
{
    m_parts.core.outbox.post(JobTold{m_id, std::move(message)});
}

// --- requests

bool RunningJob::canSend() const
{
    return m_active && m_lineUp && !m_paused && !m_ending && !isOver(m_state) && m_parts.core.client
        && int(m_flying.size()) < m_room && m_refusedUntil <= WorkerCore::now()
        && m_parts.core.outbox.wantsMore();
}

void RunningJob::pumpSoon()
{
    if (std::exchange(m_pumpPosted, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pumpPosted = false;
            pump();
        },
        Qt::QueuedConnection);
}

void RunningJob::pump()
{
    if (m_working || isOver(m_state))
        return;
    m_working = true;
    work();
    m_working = false;
    endIfIdle();
}

void RunningJob::work()
{
    QElapsedTimer slice;
    slice.start();
    while (canSend()) {
        if (slice.elapsed() > workSliceMs) {
            pumpSoon();
            return;
        }
        if (!m_waiting.empty()) {
            sendNext();
            continue;
        }
        if (m_idle || m_taskDone)
            return;
        switch (m_task->step()) {
        case JobTask::Step::More:
            break;
        case JobTask::Step::Wait:
            // An answer that came meanwhile cannot be missed: answers come from the event loop.
            m_idle = true;
            break;
        case JobTask::Step::Done:
            m_taskDone = true;
            break;
        }
    }
}

void RunningJob::sendNext()
{
    m_flying.splice(m_flying.end(), m_waiting, m_waiting.begin());
    send(std::prev(m_flying.end()));
}

void RunningJob::send(Requests::iterator at)
{
    Hpkv::CallOptions options;
    options.lane = Hpkv::Lane::Background;
    // Its turn may be long in coming; tick() ends what has left and gets no answer.
    options.timeout = 0ms;
    Hpkv::Client *client = m_parts.core.client;
    at->expired = false;
    switch (at->kind) {
    case Request::Kind::Get:
        at->reply = client->get(at->stretch.first, options);
        break;
    case Request::Kind::Page:
        if (at->stretch.learn)
            at->ticket = m_parts.core.guard.begin(at->stretch.first, at->stretch.last);
        at->reply = client->range(at->stretch.first, at->stretch.last, at->stretch.limit, options);
        break;
    case Request::Kind::Write: {
        Hpkv::Error refused = readOnlyTask();
        // The writer outlives its jobs, but tells of what it aborts when one of them goes.
        const QPointer<RunningJob> alive(this);
        if (m_spec.writes) {
            at->reply = m_parts.writer.sendForJob(
                at->write,
                [this, alive, at](Hpkv::Reply *reply) {
                    if (alive && !isOver(m_state))
                        answered(at, reply);
                },
                &refused);
        }
        if (!at->reply)
            failLater(at, refused);
        return;
    }
    }
    connect(at->reply, &Hpkv::Reply::finished, this, [this, at, reply = at->reply] { answered(at, reply); });
}

void RunningJob::failLater(Requests::iterator at, const Hpkv::Error &error)
{
    QMetaObject::invokeMethod(
        this,
        [this, at, error] {
            Requests one;
            one.splice(one.end(), m_flying, at);
            m_idle = false;
            deliver(one.front(), error, nullptr);
            pumpSoon();
        },
        Qt::QueuedConnection);
}

void RunningJob::answered(Requests::iterator at, Hpkv::Reply *reply)
{
    Requests one;
    one.splice(one.end(), m_flying, at);
    Request &request = one.front();
    Hpkv::Error error = reply->error();
    if (request.kind == Request::Kind::Page && request.stretch.learn) {
        const QList<QByteArray> touched = m_parts.core.guard.end(request.ticket, reply->sentAt());
        const auto *range = qobject_cast<Hpkv::RangeReply *>(reply);
        if (!error.isError())
            m_parts.reader.learnPage(request.stretch.first, request.stretch.last, range->page(),
                                     reply->sentAt(), touched);
    }
    if (error.kind == Hpkv::ErrorKind::RateLimited)
        refusedForRate(WorkerCore::now());
    else if (!error.isError())
        m_refusals = 0;
    if (request.expired) {
        ++request.timeouts;
        error = {Hpkv::ErrorKind::Timeout, QStringLiteral("There was no answer in time."),
                 Hpkv::Delivery::Unknown};
    }
    pumpSoon();
    if (maySendAgain(request, error)) {
        if (!m_ending)
            m_waiting.splice(m_waiting.begin(), one);
        return;
    }
    m_idle = false;
    // What was read for a job that ends is of no use to it.
    if (m_ending && request.kind != Request::Kind::Write)
        return;
    deliver(request, error, reply);
}

/// The rule of deliveries: reads, what has not left, and what was refused for its rate.
bool RunningJob::maySendAgain(const Request &request, const Hpkv::Error &error) const
{
    const bool isRead = request.kind != Request::Kind::Write;
    switch (error.kind) {
    case Hpkv::ErrorKind::RateLimited:
        return true;
    case Hpkv::ErrorKind::Timeout:
        return isRead && request.timeouts < mostTimeouts;
    case Hpkv::ErrorKind::QueueFull:
    case Hpkv::ErrorKind::NotConnected:
    case Hpkv::ErrorKind::Canceled:
    case Hpkv::ErrorKind::ConnectionFailed:
    case Hpkv::ErrorKind::ConnectionLost:
        return isRead || error.delivery == Hpkv::Delivery::NotSent;
    case Hpkv::ErrorKind::Authentication:
    case Hpkv::ErrorKind::Configuration:
        // The line was given up before it left; it goes on when somebody has mended that.
        return error.delivery == Hpkv::Delivery::NotSent;
    default:
        return false;
    }
}

/// The client's throttle makes its own pause; without one the job has to.
void RunningJob::refusedForRate(qint64 now)
{
    if (m_parts.core.client && m_parts.core.client->config().throttle.enabled)
        return;
    // Of several that were under way together only the first counts.
    if (m_refusedUntil > now)
        return;
    m_refusedUntil = now + std::min<qint64>(longestRefusalMs, 1000ll << std::min(m_refusals, 6));
    ++m_refusals;
}

void RunningJob::deliver(Request &request, const Hpkv::Error &error, Hpkv::Reply *reply)
{
    switch (request.kind) {
    case Request::Kind::Get: {
        Read read{error, {}, reply->sentAt()};
        if (error.isNotFound())
            read.error = {};
        else if (!error.isError())
            read.value = qobject_cast<Hpkv::GetReply *>(reply)->value();
        request.readDone(read);
        break;
    }
    case Request::Kind::Page: {
        Page page{error, {}, reply->sentAt()};
        if (!error.isError())
            page.page = qobject_cast<Hpkv::RangeReply *>(reply)->page();
        request.pageDone(page);
        break;
    }
    case Request::Kind::Write: {
        const auto *increment = qobject_cast<Hpkv::IncrementReply *>(reply);
        request.writeDone(error, increment && !error.isError() ? increment->newValue() : 0);
        break;
    }
    }
}

void RunningJob::tick(qint64 now)
{
    if (isOver(m_state))
        return;
    QList<QPointer<Hpkv::Reply>> late;
    for (Request &request : m_flying) {
        if (!request.reply || !request.reply->isSent()
            || now - request.reply->sentAt() < m_parts.callTimeout.count())
            continue;
        request.expired = true;
        late.append(request.reply);
    }
    for (const QPointer<Hpkv::Reply> &reply : late) {
        if (reply)
            reply->abort();
    }
    if (m_active && !m_paused && m_lineUp)
        m_meter.measure(m_progress.done, now);
    if (m_untold && now - m_toldAt >= tellEveryMs)
        tellProgress();
    // A pause for the rate, or a window with too much to apply, may be over.
    if (canSend() && (!m_idle || !m_waiting.empty()))
        pumpSoon();
}

// --- state and end

void RunningJob::showState()
{
    JobState state = JobState::Running;
    if (m_paused)
        state = JobState::Paused;
    else if (!m_active)
        state = JobState::Waiting;
    else if (!m_lineUp)
        state = JobState::WaitingForLine;
    if (isOver(m_state) || m_state == state)
        return;
    m_state = state;
    tellProgress();
}

void RunningJob::tellProgress()
{
    m_untold = false;
    m_toldAt = WorkerCore::now();
    m_progress.perSecond = m_state == JobState::Running ? m_meter.perSecond() : 0;
    m_progress.msLeft = m_state == JobState::Running ? m_meter.msLeft(m_progress.done, m_progress.total) : -1;
    m_parts.core.outbox.post(JobUpdated{m_id, m_state, m_progress});
}

void RunningJob::endIfIdle()
{
    if (isOver(m_state) || !m_flying.empty())
        return;
    if (m_ending) {
        if (m_task)
            m_task->ended();
        end(*m_ending, m_endError);
    } else if (m_taskDone && m_waiting.empty()) {
        end(JobState::Finished, {});
    }
}

void RunningJob::end(JobState state, const Hpkv::Error &error)
{
    m_state = state;
    m_progress.perSecond = 0;
    m_progress.msLeft = -1;
    m_result.state = state;
    m_result.error = error;
    m_result.done = m_progress.done;
    m_result.failed = m_progress.failed;
    m_result.skipped = m_progress.skipped;
    m_result.bytes = m_progress.bytes;
    m_parts.core.outbox.post(JobEnded{m_id, m_progress, std::move(m_result)});
    emit over();
}

} // namespace Studio
