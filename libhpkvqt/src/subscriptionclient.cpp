// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "subscriptionclient_p.h"

#include "logging.h"

#include <algorithm>

namespace Hpkv
{

namespace
{

constexpr qint64 tokenLifetime = 2LL * 3600 * 1000;
constexpr qint64 defaultRefresh = 105LL * 60 * 1000;
/// After a failed renewal the next one comes this much later.
constexpr qint64 renewalRetry = 60 * 1000;
constexpr qint64 providerTimeout = 30000;
/// How long the old connection is heard after it has answered for the last time.
constexpr qint64 grace = 250;

} // namespace

SubscriptionClientPrivate::SubscriptionClientPrivate(const ConnectionConfig &config_, const QString &token_,
                                                     SubscriptionClient::TokenProvider provider_,
                                                     std::unique_ptr<Environment> environment_)
    : ClientPrivate(config_, std::move(environment_))
    , provider(std::move(provider_))
    , refreshInterval(defaultRefresh)
    , m_token(token_)
{
}

void SubscriptionClientPrivate::setToken(const QString &token)
{
    m_token = token;
    m_tokenTakenAt = environment->nowMs();
}

void SubscriptionClientPrivate::fetchCredential(bool fresh, const CredentialCallback &done)
{
    const bool stale =
        refreshInterval > 0 && m_tokenTakenAt && environment->nowMs() - *m_tokenTakenAt >= refreshInterval;
    if (!provider || (!m_token.isEmpty() && !fresh && !stale)) {
        if (m_token.isEmpty())
            done({}, Error(ErrorKind::Authentication, QStringLiteral("There is no token.")));
        else
            done(m_token, {});
        return;
    }
    const Guard guard(this);
    provider([this, guard, done, called = std::make_shared<bool>(false)](const QString &token,
                                                                         const Error &error) {
        if (std::exchange(*called, true) || guard.gone())
            return;
        if (error.isError() || token.isEmpty()) {
            done({}, error.isError()
                         ? error
                         : Error(ErrorKind::Authentication, QStringLiteral("The provider gave no token.")));
            return;
        }
        m_token = token;
        m_tokenTakenAt = environment->nowMs();
        done(token, {});
    });
}

void SubscriptionClientPrivate::applyCredential(LinkTarget &target, const QString &secret) const
{
    addQueryItem(target.url, QStringLiteral("token"), secret);
}

void SubscriptionClientPrivate::noteToken()
{
    const qint64 now = environment->nowMs();
    if (!m_tokenTakenAt)
        m_tokenTakenAt = now;
    expiresAt = environment->wallMs() - (now - *m_tokenTakenAt) + tokenLifetime;
    refreshIntervalChanged();
    post([this] { Q_EMIT client()->tokenChanged(); });
}

void SubscriptionClientPrivate::sessionBegan()
{
    noteToken();
}

void SubscriptionClientPrivate::refreshIntervalChanged()
{
    m_refreshAt = provider && refreshInterval > 0 && m_tokenTakenAt ? *m_tokenTakenAt + refreshInterval : -1;
    schedule();
}

void SubscriptionClientPrivate::renew()
{
    if (state != ConnectionState::Connected) {
        if (provider)
            m_token.clear(); // the next connection asks for a new one
        return;
    }
    if (m_phase != Phase::None)
        return;
    m_phase = Phase::Opening;
    m_refreshAt = -1;
    const quint64 renewal = ++m_renewal;
    const Guard guard(this);
    m_phaseDeadline = environment->nowMs() + providerTimeout;
    schedule();
    fetchCredential(true, [this, guard, renewal](const QString &secret, const Error &error) {
        if (guard.gone() || renewal != m_renewal)
            return;
        // From the event loop in every case: the provider may have answered within renew().
        post([this, renewal, secret, error] {
            if (renewal != m_renewal)
                return;
            if (error.isError()) {
                renewalFailed(error);
                return;
            }
            // What the new connection hears was sent after this: the old one hears it from now on.
            m_overlap.begin();
            m_phaseDeadline = connectDeadline();
            openLine(m_next, secret);
            schedule();
        });
    });
}

void SubscriptionClientPrivate::endPhases()
{
    ++m_renewal;
    m_phase = Phase::None;
    m_phaseDeadline = -1;
    m_oldQuietUntil = -1;
    closeLine(m_next);
    closeLine(m_old);
}

void SubscriptionClientPrivate::renewalFailed(const Error &error)
{
    endPhases();
    m_overlap.begin();
    if (provider && refreshInterval > 0)
        m_refreshAt = environment->nowMs() + std::min(renewalRetry, refreshInterval);
    schedule();
    qCDebug(lcHpkvClient) << "renewal failed:" << clean(error);
    Q_EMIT client()->renewFailed(clean(error));
}

void SubscriptionClientPrivate::otherOpened(Link *link)
{
    if (link != m_next.link)
        return;
    const qint64 now = environment->nowMs();
    m_old = std::exchange(m_line, std::exchange(m_next, Line()));
    m_line.open = true;
    m_phase = Phase::Both;
    m_phaseDeadline = now + std::max<qint64>(config.callTimeout.count(), 1000);
    m_oldQuietUntil = -1;
    takeOver(now);
    noteToken();
    probe(m_old, &SubscriptionClientPrivate::oldHasAnswered);
    schedule();
}

void SubscriptionClientPrivate::probe(const Line &line, void (SubscriptionClientPrivate::*then)())
{
    // The key does not matter: a refusal is an answer too.
    Reply *const reply =
        ReplyPrivate::create(this, {.operation = Operation::Get, .key = QByteArrayLiteral("hpkvqt")}, {});
    QObject::connect(reply, &Reply::finished, q, [this, then, renewal = m_renewal] {
        if (renewal == m_renewal)
            (this->*then)();
    });
    send(ReplyPrivate::of(reply), line, environment->nowUs());
}

void SubscriptionClientPrivate::oldHasAnswered()
{
    if (m_phase != Phase::Both)
        return;
    m_oldQuietUntil = environment->nowMs() + grace;
    schedule();
}

void SubscriptionClientPrivate::closeOld()
{
    m_phase = Phase::Closing;
    m_oldQuietUntil = -1;
    m_phaseDeadline = environment->nowMs() + config.closeTimeout.count();
    m_old.link->close(1000, QString());
}

// The old connection is over. What it has said may still be on its way on the new one.
void SubscriptionClientPrivate::catchUp()
{
    const quint64 number = m_old.number;
    closeLine(m_old);
    m_phase = Phase::CatchingUp;
    m_oldQuietUntil = -1;
    m_phaseDeadline = environment->nowMs() + std::max<qint64>(config.callTimeout.count(), 1000);
    probe(m_line, &SubscriptionClientPrivate::merge);
    schedule();
    PendingList lost;
    m_table.takeLine(number, lost);
    ReplyPrivate::finishAll(lost,
                            Error(ErrorKind::ConnectionLost,
                                  QStringLiteral("The connection was replaced before the answer came.")));
}

void SubscriptionClientPrivate::merge()
{
    const quint64 number = m_old.number;
    PendingList lost;
    if (m_old.link)
        m_table.takeLine(number, lost);
    endPhases();
    const QList<Notification> rest = m_overlap.takeRest();
    schedule();

    const Guard guard(this);
    for (const Notification &notification : rest) {
        if (guard.gone())
            break;
        Q_EMIT q->notificationReceived(notification);
    }
    ReplyPrivate::finishAll(lost,
                            Error(ErrorKind::ConnectionLost,
                                  QStringLiteral("The connection was replaced before the answer came.")));
    if (!guard.moved())
        Q_EMIT client()->renewed();
}

void SubscriptionClientPrivate::deliver(const Line &line, Notification &&notification)
{
    if (m_phase != Phase::None) {
        const bool current = line.number == m_line.number;
        if (m_phase != Phase::Opening && current) {
            m_overlap.heardOnNew(std::move(notification));
            return;
        }
        m_overlap.heardOnOld(notification);
    }
    ClientPrivate::deliver(line, std::move(notification));
}

ClientPrivate::Line *SubscriptionClientPrivate::otherLine(Link *link)
{
    return m_old.link && link == m_old.link ? &m_old : nullptr;
}

void SubscriptionClientPrivate::otherEnded(Link *link, const LinkEnd &end)
{
    if (link == m_next.link)
        renewalFailed(toError(end));
    else if (link == m_old.link)
        catchUp();
}

void SubscriptionClientPrivate::lineIsLost()
{
    m_refreshAt = -1;
    if (m_phase == Phase::None)
        return;
    if (m_phase == Phase::Opening)
        endPhases();
    else
        merge();
}

void SubscriptionClientPrivate::dropOthers(PendingList &lost)
{
    if (m_old.link)
        m_table.takeLine(m_old.number, lost);
    m_refreshAt = -1;
    endPhases();
    m_overlap.begin();
}

qint64 SubscriptionClientPrivate::otherNext() const
{
    qint64 next = -1;
    for (const qint64 at : {m_refreshAt, m_phaseDeadline, m_oldQuietUntil}) {
        if (at >= 0 && (next < 0 || at < next))
            next = at;
    }
    return next;
}

void SubscriptionClientPrivate::otherWake(qint64 now)
{
    const auto due = [now](qint64 at) { return at >= 0 && at <= now; };
    if (due(m_refreshAt)) {
        m_refreshAt = -1;
        renew();
    } else if (due(m_phaseDeadline)) {
        switch (m_phase) {
        case Phase::None:
            m_phaseDeadline = -1;
            break;
        case Phase::Opening:
            renewalFailed(
                Error(ErrorKind::Timeout, QStringLiteral("The new connection did not open in time.")));
            break;
        case Phase::Both:
            closeOld();
            break;
        case Phase::Closing:
            catchUp();
            break;
        case Phase::CatchingUp:
            merge();
            break;
        }
    } else if (due(m_oldQuietUntil)) {
        if (m_table.size(m_old.number) == 0)
            closeOld();
        else
            m_oldQuietUntil = now + grace; // calls are still under way there
    }
}

SubscriptionClient::SubscriptionClient(QObject *parent)
    : SubscriptionClient(ConnectionConfig(), QString(), parent)
{
}

SubscriptionClient::SubscriptionClient(const ConnectionConfig &config, const QString &token, QObject *parent)
    : Client(std::make_unique<SubscriptionClientPrivate>(config, token, TokenProvider()), parent)
{
}

SubscriptionClient::SubscriptionClient(const ConnectionConfig &config, TokenProvider provider,
                                       QObject *parent)
    : Client(std::make_unique<SubscriptionClientPrivate>(config, QString(), std::move(provider)), parent)
{
}

SubscriptionClient::SubscriptionClient(std::unique_ptr<ClientPrivate> d_, QObject *parent)
    : Client(std::move(d_), parent)
{
}

SubscriptionClient::~SubscriptionClient() = default;

namespace
{

SubscriptionClientPrivate *inside(const std::unique_ptr<ClientPrivate> &d)
{
    return static_cast<SubscriptionClientPrivate *>(d.get());
}

} // namespace

void SubscriptionClient::setToken(const QString &token)
{
    inside(d)->setToken(token);
}

void SubscriptionClient::setTokenProvider(TokenProvider provider)
{
    inside(d)->provider = std::move(provider);
}

void SubscriptionClient::setTokenRefreshInterval(std::chrono::milliseconds interval)
{
    inside(d)->refreshInterval = interval.count();
    inside(d)->refreshIntervalChanged();
}

qint64 SubscriptionClient::tokenExpiresAt() const
{
    return inside(d)->expiresAt;
}

void SubscriptionClient::renew()
{
    inside(d)->renew();
}

} // namespace Hpkv
