// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "clientprivate.h"

#include "logging.h"

#include <algorithm>
#include <initializer_list>

// The connection: how it is opened, lost, restored and closed, and what happens when time passes.

namespace Hpkv
{

namespace
{

/// As long as a token provider may take.
constexpr qint64 credentialTimeout = 30000;
/// A connection that lived this long has proved its credential.
constexpr qint64 provenAfter = 10000;
/// As long as a connection stays open for replies to calls that have no deadline.
constexpr qint64 longestDrain = 10000;
constexpr int normalClosure = 1000;

} // namespace

QString ClientPrivate::clean(const QString &text) const
{
    return redacted(text, m_secret);
}

Error ClientPrivate::clean(Error error) const
{
    error.text = clean(error.text);
    return error;
}

qint64 ClientPrivate::connectDeadline()
{
    const qint64 timeout = config.connectTimeout.count();
    return timeout > 0 ? environment->nowMs() + timeout : -1;
}

int ClientPrivate::msUntilReconnect()
{
    if (m_reconnectAt < 0)
        return -1;
    return static_cast<int>(std::max<qint64>(0, m_reconnectAt - environment->nowMs()));
}

LinkTarget ClientPrivate::makeTarget(const QString &secret) const
{
    LinkTarget target;
    target.url = config.webSocketUrl();
    target.headers = config.headers;
    target.tls = config.effectiveTls();
    target.proxy = config.proxy;
    applyCredential(target, secret);
    return target;
}

void ClientPrivate::addQueryItem(QUrl &url, const QString &name, const QString &value)
{
    // QUrlQuery would leave "+" and "/" as they are.
    QString query = url.query(QUrl::FullyEncoded);
    if (!query.isEmpty())
        query += QLatin1Char('&');
    query += name + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(value));
    url.setQuery(query, QUrl::StrictMode);
}

void ClientPrivate::openLine(Line &line, const QString &secret)
{
    m_secret = secret;
    line = Line{environment->createLink(this), ++m_lastLine, false};
    line.link->open(makeTarget(secret));
}

void ClientPrivate::closeLine(Line &line)
{
    Link *const link = std::exchange(line, Line()).link;
    if (link)
        link->dispose();
}

void ClientPrivate::connectToServer()
{
    switch (state) {
    case ConnectionState::Connected:
    case ConnectionState::Connecting:
        return;
    case ConnectionState::Disconnecting:
        m_connectAfterwards = true;
        return;
    case ConnectionState::Reconnecting:
        if (m_reconnectAt >= 0) {
            m_reconnectAt = -1;
            startAttempt(std::exchange(m_freshNext, false));
        }
        return;
    case ConnectionState::Disconnected:
        break;
    }
    ++m_epoch;
    m_reconnector.reset();
    m_credentialRenewed = false;
    m_freshNext = false;
    m_lostAt = 0;
    state = ConnectionState::Connecting;
    const Guard guard(this);
    Q_EMIT q->stateChanged(state);
    if (!guard.moved())
        startAttempt();
}

void ClientPrivate::startAttempt(bool freshCredential)
{
    const quint64 attempt = ++m_attempt;
    const Guard guard(this);
    const auto failLater = [this, guard, attempt](const Error &error) {
        post([this, guard, attempt, error] {
            if (!guard.gone() && attempt == m_attempt)
                attemptFailed(error);
        });
    };
    QString why;
    if (!config.webSocketUrl(&why).isValid()) {
        failLater(Error(ErrorKind::Configuration, why));
        return;
    }
    m_attemptDeadline = environment->nowMs() + credentialTimeout;
    schedule();
    fetchCredential(freshCredential,
                    [this, guard, attempt, failLater](const QString &secret, const Error &error) {
                        if (guard.gone() || attempt != m_attempt || m_line.link)
                            return;
                        if (error.isError()) {
                            failLater(error);
                            return;
                        }
                        m_attemptDeadline = connectDeadline();
                        openLine(m_line, secret);
                        schedule();
                    });
}

void ClientPrivate::linkOpened(Link *link)
{
    if (link != m_line.link) {
        otherOpened(link);
        return;
    }
    // What the units are told, in this order (docs/architecture-library.md).
    const qint64 now = environment->nowMs();
    const bool resumed = m_lostAt > 0;
    const ResyncSpan span{m_lostAt, environment->wallMs()};
    ++m_epoch;
    m_line.open = true;
    m_lostAt = 0;
    m_attemptDeadline = -1;
    state = ConnectionState::Connected;
    takeOver(now);
    sessionBegan();
    pump();
    changed();
    schedule();

    const Guard guard(this);
    Q_EMIT q->stateChanged(state);
    if (!guard.moved())
        Q_EMIT q->connected();
    if (resumed && !guard.moved())
        Q_EMIT q->resyncNeeded(span);
}

void ClientPrivate::takeOver(qint64 now)
{
    m_openedAt = now;
    m_heardAt = environment->wallMs();
    m_proven = false;
    ++m_statistics.connections;
    m_heartbeat.begin(now);
    beat(now);
}

void ClientPrivate::linkEnded(Link *link, const LinkEnd &end)
{
    if (link != m_line.link) {
        otherEnded(link, end);
        return;
    }
    const Error error = clean(toError(end));
    const QString reason = clean(end.text);
    if (state == ConnectionState::Disconnecting)
        closed(end.closeCode, reason);
    else if (m_line.open)
        lineLost(error, end.closeCode, reason);
    else
        attemptFailed(error);
}

void ClientPrivate::attemptFailed(const Error &error)
{
    ++m_epoch;
    ++m_attempt;
    m_attemptDeadline = -1;
    closeLine(m_line);
    qCDebug(lcHpkvClient) << "attempt failed:" << error;
    if (error.kind == ErrorKind::Authentication && canRefreshCredential() && !m_credentialRenewed) {
        m_credentialRenewed = true;
        startAttempt(true);
        return;
    }
    lastError = error;
    const bool first = state == ConnectionState::Connecting;
    Reconnector::Decision decision;
    if (!first || config.reconnect.retryFirst)
        decision = m_reconnector.failed(error, environment->chance());
    PendingList queued;
    if (decision.again) {
        m_reconnectAt = environment->nowMs() + decision.delay;
    } else {
        m_queue.takeAll(queued);
        m_lostAt = 0;
    }
    const ConnectionState before =
        std::exchange(state, decision.again ? ConnectionState::Reconnecting : ConnectionState::Disconnected);
    changed();
    schedule();

    const Guard guard(this);
    if (state != before)
        Q_EMIT q->stateChanged(state);
    ReplyPrivate::finishAll(queued, Error(ErrorKind::NotConnected, error.text));
    if (!guard.moved())
        Q_EMIT q->errorOccurred(error);
    if (guard.moved())
        return;
    if (decision.again) {
        Q_EMIT q->reconnecting({decision.attempt, config.reconnect.maxAttempts,
                                std::chrono::milliseconds(decision.delay), error});
    } else if (!first) {
        Q_EMIT q->reconnectFailed(error);
    }
}

void ClientPrivate::lineLost(const Error &error, int code, const QString &reason)
{
    const Guard before(this);
    lineIsLost();
    if (before.moved())
        return; // a slot ended the client or the connection
    // What the units are told, in this order (docs/architecture-library.md).
    ++m_epoch;
    const qint64 now = environment->nowMs();
    const quint64 number = m_line.number;
    closeLine(m_line);
    m_heartbeat.end();
    PendingList sent;
    m_table.takeLine(number, sent);
    if (m_proven && now - m_openedAt >= provenAfter)
        m_credentialRenewed = false;
    m_lostAt = m_heardAt;
    Reconnector::Decision decision;
    if (error.kind == ErrorKind::Authentication && canRefreshCredential() && !m_credentialRenewed
        && config.reconnect.maxAttempts != 0) {
        m_credentialRenewed = true;
        m_freshNext = true;
        decision = {true, 1, 0};
    } else {
        decision = m_reconnector.failed(error, environment->chance());
    }
    PendingList queued;
    if (decision.again) {
        m_reconnectAt = now + decision.delay;
    } else {
        m_queue.takeAll(queued);
        m_lostAt = 0;
    }
    lastError = error;
    state = decision.again ? ConnectionState::Reconnecting : ConnectionState::Disconnected;
    qCDebug(lcHpkvClient) << "lost:" << error;
    changed();
    schedule();

    const Guard guard(this);
    Q_EMIT q->stateChanged(state);
    if (!guard.gone())
        Q_EMIT q->disconnected({code, reason, ConnectionState::Connected, false, error});
    // Their end does not depend on the client.
    ReplyPrivate::finishAll(sent, Error(ErrorKind::ConnectionLost, error.text));
    ReplyPrivate::finishAll(queued, Error(ErrorKind::ConnectionLost, error.text));
    if (!guard.moved())
        Q_EMIT q->errorOccurred(error);
    if (guard.moved())
        return;
    if (decision.again) {
        Q_EMIT q->reconnecting({decision.attempt, config.reconnect.maxAttempts,
                                std::chrono::milliseconds(decision.delay), error});
    } else {
        Q_EMIT q->reconnectFailed(error);
    }
}

void ClientPrivate::disconnectFromServer(bool cancelPending)
{
    const Error canceled(ErrorKind::Canceled, QStringLiteral("The connection was closed by this program."));
    PendingList list;
    const Guard gone(this);
    switch (state) {
    case ConnectionState::Disconnected:
        return;
    case ConnectionState::Disconnecting:
        m_connectAfterwards = false;
        if (cancelPending && m_table.size() > 0) {
            m_table.takeAll(list);
            if (m_drainDeadline >= 0)
                sendClose();
            ReplyPrivate::finishAll(list, canceled);
        }
        return;
    case ConnectionState::Connecting:
    case ConnectionState::Reconnecting: {
        ++m_epoch;
        ++m_attempt;
        m_attemptDeadline = -1;
        m_reconnectAt = -1;
        m_lostAt = 0;
        closeLine(m_line);
        m_queue.takeAll(list);
        m_reconnector.reset();
        const ConnectionState before = std::exchange(state, ConnectionState::Disconnected);
        changed();
        schedule();
        Q_EMIT q->stateChanged(state);
        if (!gone.gone())
            Q_EMIT q->disconnected({normalClosure, QString(), before, true, {}});
        ReplyPrivate::finishAll(list, canceled);
        return;
    }
    case ConnectionState::Connected:
        break;
    }
    ++m_epoch;
    PendingList lost;
    dropOthers(lost);
    m_connectAfterwards = false;
    state = ConnectionState::Disconnecting;
    if (cancelPending)
        m_table.takeAll(list);
    m_queue.takeAll(list);
    m_drainDeadline =
        environment->nowMs() + (config.callTimeout.count() > 0 ? config.callTimeout.count() : longestDrain);
    if (m_table.size() == 0)
        sendClose();
    changed();
    schedule();
    Q_EMIT q->stateChanged(state);
    ReplyPrivate::finishAll(list, canceled);
    ReplyPrivate::finishAll(lost, canceled);
}

void ClientPrivate::sendClose()
{
    m_drainDeadline = -1;
    m_closeDeadline = environment->nowMs() + config.closeTimeout.count();
    m_line.link->close(normalClosure, QString());
    schedule();
}

void ClientPrivate::closed(int code, const QString &reason)
{
    ++m_epoch;
    closeLine(m_line);
    m_heartbeat.end();
    PendingList sent;
    m_table.takeAll(sent);
    m_reconnector.reset();
    m_closeDeadline = -1;
    m_drainDeadline = -1;
    m_lostAt = 0;
    state = ConnectionState::Disconnected;
    changed();
    schedule();

    const Guard guard(this);
    Q_EMIT q->stateChanged(state);
    if (!guard.gone())
        Q_EMIT q->disconnected({code, reason, ConnectionState::Connected, true, {}});
    ReplyPrivate::finishAll(sent, Error(ErrorKind::ConnectionLost,
                                        QStringLiteral("The connection was closed before the answer came.")));
    if (!guard.moved() && std::exchange(m_connectAfterwards, false))
        connectToServer();
}

void ClientPrivate::beat(qint64 now)
{
    if (!m_line.open || !m_heartbeat.isPingDue(now))
        return;
    m_heartbeat.pinged(now);
    m_line.link->ping();
}

void ClientPrivate::wake()
{
    const Guard guard(this);
    const auto due = [](qint64 &at, qint64 now) {
        if (at < 0 || at > now)
            return false;
        at = -1;
        return true;
    };
    const qint64 now = environment->nowMs();
    if (due(m_attemptDeadline, now)) {
        attemptFailed(Error(
            ErrorKind::Timeout,
            m_line.link
                ? QStringLiteral("The server did not answer within %1 ms.").arg(config.connectTimeout.count())
                : QStringLiteral("No token came in time.")));
    } else if (due(m_reconnectAt, now)) {
        startAttempt(std::exchange(m_freshNext, false));
    } else if (due(m_closeDeadline, now)) {
        closed(normalClosure, QString());
    } else if (due(m_drainDeadline, now)) {
        sendClose();
    } else if (m_line.open && m_heartbeat.isDead(now)) {
        const QString text = QStringLiteral("The server has not answered a ping for %1 ms.")
                                 .arg(config.heartbeatTimeout.count());
        if (state == ConnectionState::Disconnecting)
            closed(1006, text);
        else
            lineLost(Error(ErrorKind::ConnectionLost, text), 1006, text);
    }
    if (guard.gone())
        return;
    beat(now);
    otherWake(now);
    if (guard.gone())
        return;
    expire(now);
    if (guard.gone())
        return;
    if (due(m_statisticsAt, now)) {
        m_statisticsAnnounced = now;
        Q_EMIT q->statisticsChanged();
    }
    if (guard.gone())
        return;
    if (m_throttle.nextRecovery() >= 0 && m_throttle.nextRecovery() <= now) {
        m_throttle.rate(now);
        changed();
    }
    pump();
    schedule();
}

void ClientPrivate::schedule()
{
    if (m_shutDown)
        return;
    qint64 next = -1;
    for (const qint64 at :
         {m_attemptDeadline, m_reconnectAt, m_closeDeadline, m_drainDeadline, m_heartbeat.next(),
          m_deadlines.next(), m_throttle.nextRecovery(), m_statisticsAt, otherNext()}) {
        if (at >= 0 && (next < 0 || at < next))
            next = at;
    }
    if (state == ConnectionState::Connected && !m_queue.isEmpty()) {
        const qint64 slot = m_throttle.nextSlot(environment->nowMs());
        if (next < 0 || slot < next)
            next = slot;
    }
    environment->wakeAt(next);
}

} // namespace Hpkv
