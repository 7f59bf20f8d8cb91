// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deadlines.h"
#include "environment.h"
#include "heartbeat.h"
#include "link.h"
#include "reconnector.h"
#include "reply_p.h"
#include "requestqueue.h"
#include "requesttable.h"
#include "roundtriphistogram.h"
#include "throttle.h"

#include <hpkvqt/client.h>

#include <atomic>
#include <functional>
#include <memory>

namespace Hpkv
{

/// The composition of the units below a client. docs/architecture-library.md says what each is told when a
/// connection begins and ends, and in which order.
///
/// Whoever calls out (a signal, the end of a reply) must expect that the client is gone afterwards, and that
/// it was connected or disconnected meanwhile: see Guard.
class ClientPrivate : public LinkListener
{
public:
    /// Hands over a credential, or says why there is none. At once or later, once.
    using CredentialCallback = std::function<void(const QString &secret, const Error &error)>;

    explicit ClientPrivate(const ConnectionConfig &config, std::unique_ptr<Environment> environment = {});
    virtual ~ClientPrivate();

    void attach(Client *client);
    /// Ends everything; the client is being destroyed.
    void shutDown();

    // Calls (clienttraffic.cpp)
    Reply *start(Request &&request, const CallOptions &options);
    void forget(ReplyPrivate *reply);
    Statistics currentStatistics();
    ThrottleStatus throttleStatus();
    int queueLength() const { return m_queue.size(); }
    int pendingCount() const { return m_queue.size() + m_table.size(); }
    int reconnectAttempt() const { return m_reconnector.attempts(); }
    int msUntilReconnect();
    void setConfig(const ConnectionConfig &config);
    void setThrottle(const ThrottleConfig &throttle);
    /// Something was connected to a signal, or disconnected. Any thread.
    void listenersChanged() { m_listenersChanged.store(true, std::memory_order_relaxed); }

    // Connection (clientconnection.cpp)
    void connectToServer();
    void disconnectFromServer(bool cancelPending);
    /// Whether it is disconnecting and connects again as soon as that is done.
    bool connectsAfterwards() const { return m_connectAfterwards; }

    // LinkListener
    void linkOpened(Link *link) override;
    void linkReceived(Link *link, const QByteArray &frame) override;
    void linkPong(Link *link, qint64 microseconds) override;
    void linkEnded(Link *link, const LinkEnd &end) override;

    Client *q = nullptr;
    ConnectionConfig config;
    ConnectionState state = ConnectionState::Disconnected;
    Error lastError;
    double roundTrip = -1;
    std::unique_ptr<Environment> environment;

protected:
    /// A connection or an attempt at one.
    struct Line {
        Link *link = nullptr;
        quint64 number = 0;
        bool open = false;
    };

    /// Tells whether the client outlived a call to the outside, and whether the connection is still at the
    /// same point.
    class Guard
    {
    public:
        explicit Guard(const ClientPrivate *d)
            : m_client(d)
            , m_life(d->m_life)
            , m_epoch(d->m_epoch)
        {
        }
        bool gone() const { return m_life.expired(); }
        bool moved() const { return gone() || m_client->m_epoch != m_epoch; }

    private:
        const ClientPrivate *m_client;
        std::weak_ptr<int> m_life;
        quint64 m_epoch;
    };

    virtual void fetchCredential(bool fresh, const CredentialCallback &done) = 0;
    /// Whether a refused credential can be replaced.
    virtual bool canRefreshCredential() const { return false; }
    /// Writes the credential into the target.
    virtual void applyCredential(LinkTarget &target, const QString &secret) const = 0;
    /// A notification on the current connection.
    virtual void deliver(const Line &line, Notification &&notification);
    /// Links other than the current one (renewal).
    virtual void otherOpened(Link *) { }
    virtual void otherEnded(Link *, const LinkEnd &) { }
    virtual Line *otherLine(Link *) { return nullptr; }
    virtual void otherWake(qint64 /*now*/) { }
    virtual qint64 otherNext() const { return -1; }
    /// Cuts them; what was sent on them goes to `lost`.
    virtual void dropOthers(PendingList & /*lost*/) { }
    /// The current connection has ended by itself; called first. Signals may come from within.
    virtual void lineIsLost() { }
    virtual void sessionBegan() { }

    /// m_line has been replaced by an open one.
    void takeOver(qint64 now);
    /// Appends an item to the query, percent-encoded.
    static void addQueryItem(QUrl &url, const QString &name, const QString &value);

    LinkTarget makeTarget(const QString &secret) const;
    /// When an attempt that begins now has taken too long; −1 = never.
    qint64 connectDeadline();
    void openLine(Line &line, const QString &secret);
    static void closeLine(Line &line);
    QString clean(const QString &text) const;
    Error clean(Error error) const;
    void post(std::function<void()> call);
    void schedule();
    void send(PendingRequest *request, const Line &line, qint64 nowUs);
    void warn(const QString &text);

    Line m_line;
    quint64 m_lastLine = 0;
    QString m_secret; ///< in use; only to keep it out of texts
    RequestTable m_table;
    Deadlines m_deadlines;
    Statistics m_statistics;

private:
    void startAttempt(bool freshCredential = false);
    void attemptFailed(const Error &error);
    void lineLost(const Error &error, int code, const QString &reason);
    void sendClose();
    void closed(int code, const QString &reason);

    void wake();
    void pump();
    void beat(qint64 now);
    void expire(qint64 now);
    void heard(const Line &line);
    void replied(Link *link, WireCodec::Frame &&frame, const QByteArray &text);
    void defer(ReplyPrivate *reply, Error error);
    void endDeferred();
    /// Whether anything is connected to the signals of announceChanges().
    bool isHeard();
    void changed();
    void announceChanges();

    Throttle m_throttle;
    Reconnector m_reconnector;
    RequestQueue m_queue;
    RoundTripHistogram m_roundTrips;
    Heartbeat m_heartbeat;
    PendingList m_deferred; ///< refused before they were taken; they end from the event loop

    std::shared_ptr<int> m_life = std::make_shared<int>();
    quint64 m_epoch = 0; ///< grows with each turn of the connection
    quint64 m_attempt = 0; ///< grows with each attempt, so that late credentials are told apart
    qint64 m_attemptDeadline = -1;
    qint64 m_reconnectAt = -1;
    qint64 m_drainDeadline = -1; ///< disconnectFromServer(false) waits for replies until then
    qint64 m_closeDeadline = -1;
    qint64 m_openedAt = 0;
    qint64 m_heardAt = 0; ///< ms since 1970: the clock of the client may stand still while a machine sleeps
    qint64 m_lostAt = 0; ///< ms since 1970 since when nothing is known; 0 = no connection was lost
    double m_announcedRoundTrip = -1;
    int m_announcedAttempt = 0;
    qint64 m_statisticsAt = -1; ///< when statisticsChanged is to be raised; < 0 = nothing is waiting
    qint64 m_statisticsAnnounced = -1; ///< when it was raised last; < 0 = never
    bool m_proven = false; ///< the connection has answered something
    bool m_credentialRenewed = false; ///< a refused credential was replaced since the last working connection
    bool m_freshNext = false; ///< the next attempt needs a new credential
    bool m_connectAfterwards = false;
    bool m_changePosted = false;
    std::atomic<bool> m_listenersChanged = true; ///< since isHeard() has looked
    bool m_isHeard = false;
    bool m_deferredPosted = false;
    bool m_shutDown = false;
};

} // namespace Hpkv
