// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "clientprivate.h"

#include "logging.h"

#include <QMetaMethod>

#include <algorithm>
#include <array>
#include <utility>

// Calls: how they wait, leave, are answered and end.

namespace Hpkv
{

namespace
{

/// Between two statisticsChanged, in ms.
constexpr qint64 statisticsInterval = 100;

} // namespace

ClientPrivate::ClientPrivate(const ConnectionConfig &config_, std::unique_ptr<Environment> environment_)
    : config(config_)
    , environment(std::move(environment_))
    , m_throttle(config_.throttle)
    , m_reconnector(config_.reconnect)
{
    m_queue.setLimit(config.queueLimit);
    m_heartbeat.setConfig(config.heartbeatInterval.count(), config.heartbeatTimeout.count());
}

ClientPrivate::~ClientPrivate() = default;

void ClientPrivate::attach(Client *client)
{
    q = client;
    if (!environment)
        environment = makeEnvironment(client);
    environment->onWake = [this] { wake(); };
}

void ClientPrivate::shutDown()
{
    m_shutDown = true;
    m_life.reset();
    environment->onWake = [] {};
    PendingList all;
    dropOthers(all);
    if (m_line.open)
        m_line.link->close(1000, QString()); // a word of farewell; nobody waits for the answer
    closeLine(m_line);
    state = ConnectionState::Disconnected;
    m_table.takeAll(all);
    m_queue.takeAll(all);
    ReplyPrivate::finishAll(all, Error(ErrorKind::Canceled, QStringLiteral("The client was deleted.")));
    while (PendingRequest *const request = m_deferred.popFront())
        ReplyPrivate::finish(request, static_cast<ReplyPrivate *>(request)->error);
}

void ClientPrivate::setConfig(const ConnectionConfig &next)
{
    if (config == next)
        return;
    const bool sameThrottle = config.throttle == next.throttle;
    config = next;
    m_reconnector.setConfig(config.reconnect);
    m_queue.setLimit(config.queueLimit);
    m_heartbeat.setConfig(config.heartbeatInterval.count(), config.heartbeatTimeout.count());
    if (!sameThrottle)
        m_throttle.setConfig(config.throttle, environment->nowMs());
    pump();
    changed();
    schedule();
    Q_EMIT q->configChanged();
}

void ClientPrivate::setThrottle(const ThrottleConfig &throttle)
{
    const bool same = config.throttle == throttle;
    config.throttle = throttle;
    m_throttle.setConfig(throttle, environment->nowMs());
    pump();
    changed();
    schedule();
    if (!same)
        Q_EMIT q->configChanged();
}

ThrottleStatus ClientPrivate::throttleStatus()
{
    const qint64 now = environment->nowMs();
    ThrottleStatus status;
    status.config = config.throttle;
    status.currentRate = m_throttle.rate(now);
    status.pauseMs = static_cast<int>(m_throttle.pauseLeft(now));
    status.queuedInteractive = m_queue.size(Lane::Interactive);
    status.queuedBackground = m_queue.size(Lane::Background);
    status.queueLimit = config.queueLimit;
    return status;
}

Statistics ClientPrivate::currentStatistics()
{
    const qint64 now = environment->nowMs();
    m_statistics.queuedInteractive = m_queue.size(Lane::Interactive);
    m_statistics.queuedBackground = m_queue.size(Lane::Background);
    m_statistics.inFlight = m_table.size();
    m_statistics.currentRate = m_throttle.rate(now);
    m_statistics.pauseMs = static_cast<int>(m_throttle.pauseLeft(now));
    m_statistics.reconnectAttempt = m_reconnector.attempts();
    m_statistics.state = state;
    m_statistics.roundTrips = m_roundTrips.summary();
    return m_statistics;
}

Reply *ClientPrivate::start(Request &&request, const CallOptions &options)
{
    const Error problem = WireCodec::validate(request, config.maxKeySize, config.maxValueSize);
    Reply *const reply = ReplyPrivate::create(this, std::move(request), options);
    ReplyPrivate *const p = ReplyPrivate::of(reply);
    if (problem.isError()) {
        defer(p, problem);
        return reply;
    }
    if (state != ConnectionState::Connected) {
        defer(p, Error(ErrorKind::NotConnected, QStringLiteral("There is no connection.")));
        return reply;
    }
    const qint64 nowUs = environment->nowUs();
    const qint64 now = nowUs / 1000;
    const auto timeout = options.timeout.count() < 0 ? config.callTimeout : options.timeout;
    if (timeout.count() > 0)
        p->deadline = now + timeout.count();
    if (m_queue.isEmpty() && m_throttle.nextSlot(now) <= now) {
        m_deadlines.add(p);
        send(p, m_line, nowUs);
    } else if (m_queue.push(p)) {
        m_deadlines.add(p);
    } else {
        defer(p, Error(ErrorKind::QueueFull,
                       QStringLiteral("%1 requests are waiting already.").arg(m_queue.size())));
        return reply;
    }
    changed();
    schedule();
    return reply;
}

void ClientPrivate::defer(ReplyPrivate *reply, Error error)
{
    reply->error = std::move(error);
    if (m_shutDown) {
        // The list of the client is emptied for the last time: the reply looks after itself.
        QMetaObject::invokeMethod(
            reply->q, [reply] { ReplyPrivate::finish(reply, reply->error); }, Qt::QueuedConnection);
        return;
    }
    m_deferred.pushBack(reply);
    if (!m_deferredPosted) {
        m_deferredPosted = true;
        post([this] { endDeferred(); });
    }
}

void ClientPrivate::endDeferred()
{
    m_deferredPosted = false;
    // Those that slots add now end in the next turn.
    PendingList list;
    while (PendingRequest *const request = m_deferred.popFront())
        list.pushBack(request);
    while (PendingRequest *const request = list.popFront())
        ReplyPrivate::finish(request, static_cast<ReplyPrivate *>(request)->error);
}

void ClientPrivate::forget(ReplyPrivate *reply)
{
    Deadlines::remove(reply);
    if (reply->stage == PendingRequest::Stage::Queued) {
        m_queue.remove(reply);
        changed();
    } else if (reply->stage == PendingRequest::Stage::InFlight) {
        m_table.remove(reply);
        if (state == ConnectionState::Disconnecting && m_drainDeadline >= 0 && m_table.size() == 0)
            sendClose();
    }
}

void ClientPrivate::send(PendingRequest *request, const Line &line, qint64 nowUs)
{
    m_throttle.sent(nowUs / 1000);
    m_table.insert(request);
    request->line = line.number;
    request->sent = true;
    request->refused = false;
    request->sentUs = nowUs;
    request->sentAt = environment->wallMs();
    const QByteArray frame = WireCodec::encode(request->request, request->id);
    if (!request->options.retryRefused)
        request->request.value.clear(); // large ones need not be kept twice
    ++m_statistics.requestsSent;
    m_statistics.bytesSent += static_cast<quint64>(frame.size());
    qCDebug(lcHpkvRequest) << "sent" << request->id << request->request.operation << frame.size() << "bytes";
    line.link->send(frame);
}

void ClientPrivate::pump()
{
    if (state != ConnectionState::Connected || m_queue.isEmpty())
        return;
    const qint64 nowUs = environment->nowUs();
    const qint64 now = nowUs / 1000;
    while (!m_queue.isEmpty() && m_throttle.nextSlot(now) <= now)
        send(m_queue.pop(), m_line, nowUs);
    changed();
}

void ClientPrivate::warn(const QString &text)
{
    ++m_statistics.protocolWarnings;
    const QString cleaned = clean(text);
    qCDebug(lcHpkvRequest) << "protocol warning:" << cleaned;
    Q_EMIT q->protocolWarning(cleaned);
}

void ClientPrivate::heard(const Line &line)
{
    if (line.number != m_line.number)
        return;
    m_heartbeat.heard();
    m_heardAt = environment->wallMs();
    if (!m_proven) {
        m_proven = true;
        m_reconnector.succeeded();
        changed();
    }
}

void ClientPrivate::linkReceived(Link *link, const QByteArray &text)
{
    Line *const line = link == m_line.link ? &m_line : otherLine(link);
    if (!line)
        return;
    heard(*line);
    m_statistics.bytesReceived += static_cast<quint64>(text.size());
    WireCodec::Frame frame = WireCodec::decode(text);
    switch (frame.kind) {
    case WireCodec::Frame::Kind::Malformed:
        warn(QStringLiteral("The server sent %1.").arg(frame.problem));
        break;
    case WireCodec::Frame::Kind::Notification:
        ++m_statistics.notificationsReceived;
        deliver(*line, WireCodec::toNotification(std::move(frame)));
        break;
    case WireCodec::Frame::Kind::Reply:
        replied(link, std::move(frame), text);
        break;
    }
}

void ClientPrivate::deliver(const Line &, Notification &&notification)
{
    Q_EMIT q->notificationReceived(notification);
}

void ClientPrivate::replied(Link *link, WireCodec::Frame &&frame, const QByteArray &text)
{
    ++m_statistics.repliesReceived;
    if (frame.messageId == 0) {
        warn(QStringLiteral("The server sent a reply without a usable messageId%1.")
                 .arg(frame.error ? QStringLiteral(" (%1)").arg(*frame.error) : QString()));
        return;
    }
    PendingRequest *const request = m_table.take(frame.messageId);
    if (!request) {
        if (m_table.wasGiven(frame.messageId))
            ++m_statistics.lateReplies;
        else
            warn(QStringLiteral("The server answered messageId %1, which was never sent.")
                     .arg(frame.messageId));
        return;
    }
    const qint64 nowUs = environment->nowUs();
    const bool rateLimited = frame.code == 429;
    if (rateLimited) {
        ++m_statistics.rateLimited;
        // Without a throttle nothing waits, except for what shall be repeated.
        if (m_throttle.config().enabled || request->options.retryRefused)
            m_throttle.refused(nowUs / 1000);
        if (request->options.retryRefused && state == ConnectionState::Connected) {
            ++m_statistics.retries;
            request->refused = true;
            m_queue.pushFront(request);
            changed();
            schedule();
            return;
        }
    }
    Deadlines::remove(request);
    m_roundTrips.add(nowUs - request->sentUs);
    auto answer = std::make_unique<ReplyPrivate::Answer>();
    answer->raw = text;
    answer->roundTrip = static_cast<double>(nowUs - request->sentUs) / 1000.0;
    roundTrip = answer->roundTrip;
    WireCodec::Verdict verdict = WireCodec::judge(request->request, std::move(frame));
    qCDebug(lcHpkvRequest) << "answered" << request->id << verdict.error.kindName() << roundTrip << "ms";
    if (verdict.error.isError())
        verdict.error = clean(std::move(verdict.error));
    if (state == ConnectionState::Disconnecting && m_drainDeadline >= 0 && m_table.size() == 0)
        sendClose();
    changed();
    if (rateLimited)
        schedule();
    answer->outcome = std::move(verdict.outcome);
    ReplyPrivate::finish(request, std::move(verdict.error), std::move(answer), link->series());
}

void ClientPrivate::linkPong(Link *link, qint64 microseconds)
{
    if (link != m_line.link)
        return;
    heard(m_line);
    roundTrip = static_cast<double>(microseconds) / 1000.0;
    changed();
}

void ClientPrivate::expire(qint64 now)
{
    const Guard guard(this);
    while (!guard.gone()) {
        PendingRequest *const request = m_deadlines.takeDue(now);
        if (!request)
            return;
        if (request->stage == PendingRequest::Stage::Leaving)
            continue; // its end is decided already
        Error error(ErrorKind::Timeout, QStringLiteral("There was no answer in time."));
        if (request->refused)
            error = Error(ErrorKind::RateLimited,
                          QStringLiteral("The rate limit was exceeded until the deadline."),
                          Delivery::Answered, 429);
        else
            error = ReplyPrivate::undelivered(*request, error);
        ++m_statistics.timeouts;
        forget(static_cast<ReplyPrivate *>(request));
        ReplyPrivate::finish(request, error);
    }
}

void ClientPrivate::post(std::function<void()> call)
{
    QMetaObject::invokeMethod(q, std::move(call), Qt::QueuedConnection);
}

bool ClientPrivate::isHeard()
{
    static const std::array watched = {QMetaMethod::fromSignal(&Client::throttleChanged),
                                       QMetaMethod::fromSignal(&Client::roundTripChanged),
                                       QMetaMethod::fromSignal(&Client::statisticsChanged),
                                       QMetaMethod::fromSignal(&Client::reconnectAttemptChanged)};
    // Each of the questions takes a mutex, and each request and each reply change something.
    if (m_listenersChanged.load(std::memory_order_relaxed)) {
        m_listenersChanged = false;
        m_isHeard = std::any_of(watched.begin(), watched.end(),
                                [this](const QMetaMethod &signal) { return q->isSignalConnected(signal); });
    }
    return m_isHeard;
}

void ClientPrivate::changed()
{
    if (m_changePosted || m_shutDown || !isHeard())
        return;
    m_changePosted = true;
    post([this] { announceChanges(); });
}

void ClientPrivate::announceChanges()
{
    m_changePosted = false;
    const Guard guard(this);
    static const QMetaMethod statistics = QMetaMethod::fromSignal(&Client::statisticsChanged);
    if (m_statisticsAt < 0 && q->isSignalConnected(statistics)) {
        const qint64 now = environment->nowMs();
        if (m_statisticsAnnounced < 0 || now - m_statisticsAnnounced >= statisticsInterval) {
            m_statisticsAnnounced = now;
            Q_EMIT q->statisticsChanged();
        } else {
            m_statisticsAt = m_statisticsAnnounced + statisticsInterval;
            schedule();
        }
    }
    if (guard.gone())
        return;
    if (reconnectAttempt() != m_announcedAttempt) {
        m_announcedAttempt = reconnectAttempt();
        Q_EMIT q->reconnectAttemptChanged(m_announcedAttempt);
    }
    if (guard.gone())
        return;
    if (roundTrip != m_announcedRoundTrip) {
        m_announcedRoundTrip = roundTrip;
        Q_EMIT q->roundTripChanged(roundTrip);
    }
    if (!guard.gone())
        Q_EMIT q->throttleChanged();
}

} // namespace Hpkv
