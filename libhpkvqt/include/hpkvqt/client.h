// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/export.h>
#include <hpkvqt/notificationfilter.h>
#include <hpkvqt/reply.h>
#include <hpkvqt/statistics.h>
#include <hpkvqt/types.h>

#include <QObject>

#include <memory>
#include <utility>

class QJsonDocument;

namespace Hpkv
{

class ClientPrivate;

/// A connection to an HPKV store with its operations: what ApiClient and SubscriptionClient have in common.
///
/// Each operation returns a Reply at once. Requests leave in the order of the calls within their lane, evenly
/// spaced by the throttle; replies may come in any order. Nothing is sent while there is no connection: a
/// call then ends with ErrorKind::NotConnected. Requests under way when a connection ends fail with
/// ErrorKind::ConnectionLost and are never sent again by themselves; requests that still wait for their turn
/// stay in the queue while the client reconnects.
///
/// \par Thread
/// A client, its replies and its signals belong to one thread. It may be moved to a worker thread before
/// connectToServer(), not later.
///
/// \par Example
/// \code
/// Hpkv::ApiClient client(config, apiKey);
/// QObject::connect(&client, &Hpkv::Client::connected, [&] {
///     Hpkv::GetReply *reply = client.get("greeting");
///     QObject::connect(reply, &Hpkv::Reply::finished, [reply] { qInfo() << reply->value() << reply->error();
///     });
/// });
/// client.connectToServer();
/// \endcode
class HPKVQT_EXPORT Client : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Hpkv::ConnectionState state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool connected READ isConnected NOTIFY stateChanged)
    Q_PROPERTY(double roundTrip READ roundTrip NOTIFY roundTripChanged)
    Q_PROPERTY(Hpkv::Statistics statistics READ statistics)
    Q_PROPERTY(Hpkv::Error lastError READ lastError NOTIFY errorOccurred)

public:
    ~Client() override;

    ConnectionConfig config() const;
    /// Takes effect at the next connection; throttle, timeouts and limits at once.
    void setConfig(const ConnectionConfig &config);
    /// Changes the rate limit at once, without releasing the queue in a burst. The current rate starts anew.
    void setThrottle(const ThrottleConfig &throttle);

    ConnectionState state() const;
    bool isConnected() const { return state() == ConnectionState::Connected; }
    /// Milliseconds of the last reply or pong; negative while unknown.
    double roundTrip() const;
    Statistics statistics() const;
    Error lastError() const;
    /// Milliseconds until the next attempt while reconnecting; negative when none is planned.
    int msUntilReconnect() const;

    /// Reads a key. GetReply::error() is NotFound if it does not exist.
    GetReply *get(const QByteArray &key, const CallOptions &options = {});
    /// Writes the whole value, creating the key if needed. Neither key nor value may be empty (code 400).
    WriteReply *set(const QByteArray &key, const QByteArray &value, const CallOptions &options = {});
    /// The server merges a JSON object into a stored JSON object, or appends the text if either is none. A
    /// missing key is created with what was sent. Not idempotent.
    WriteReply *patch(const QByteArray &key, const QByteArray &json, const CallOptions &options = {});
    /// Appends text. The wire knows one operation for this and patch(): two JSON objects would be merged.
    WriteReply *append(const QByteArray &key, const QByteArray &text, const CallOptions &options = {});
    /// Deletes a key; NotFound if it does not exist. Named so because `delete` is a word of C++.
    WriteReply *remove(const QByteArray &key, const CallOptions &options = {});
    /// One page of the keys from `first` to `last`, both inclusive, ascending. `limit` is 1..1000, or 0 for
    /// the server's default (100).
    RangeReply *range(const QByteArray &first, const QByteArray &last, int limit = 0,
                      const CallOptions &options = {});
    /// Adds `delta` (magnitude at most 2^53−1) to a counter, which starts from 0. Not idempotent.
    IncrementReply *increment(const QByteArray &key, qint64 delta = 1, const CallOptions &options = {});

    /// set() with the compact text of a document. Numbers beyond a double's precision need set().
    WriteReply *setJson(const QByteArray &key, const QJsonDocument &document,
                        const CallOptions &options = {});
    /// patch() with the compact text of a document.
    WriteReply *patchJson(const QByteArray &key, const QJsonDocument &document,
                          const CallOptions &options = {});

    /// Calls `callable(const Notification &)` for each notification that the filter lets through, until
    /// `context` is destroyed or the connection is given to QObject::disconnect(). It goes on over
    /// reconnections. Runs in the thread of `context`.
    template <typename Callable>
    QMetaObject::Connection subscribe(const NotificationFilter &filter, const QObject *context,
                                      Callable callable)
    {
        return connect(
            this, &Client::notificationReceived, context,
            [filter, callable = std::move(callable)](const Hpkv::Notification &notification) mutable {
                if (filter.matches(notification.key))
                    callable(notification);
            });
    }

public Q_SLOTS:
    /// Opens the connection; does nothing when it is open or being opened. While reconnecting it makes the
    /// next attempt at once.
    void connectToServer();
    /// Closes the connection, or ends the attempts to restore it. With `cancelPending` every call under way
    /// ends with ErrorKind::Canceled at once; without, calls that have been sent get up to
    /// ConnectionConfig::callTimeout to be answered before the connection closes, and no new ones are taken.
    /// disconnected() follows exactly once.
    void disconnectFromServer(bool cancelPending = true);

Q_SIGNALS:
    void stateChanged(Hpkv::ConnectionState state);
    void connected();
    /// A connection that was open has ended, or disconnectFromServer() ended an attempt.
    void disconnected(const Hpkv::DisconnectInfo &info);
    void reconnecting(const Hpkv::ReconnectInfo &info);
    /// No further attempt is made; the state is Disconnected.
    void reconnectFailed(const Hpkv::Error &error);
    /// The connection could not be opened or was lost.
    void errorOccurred(const Hpkv::Error &error);
    /// Raised after a reconnection: changes within the span may have been missed.
    void resyncNeeded(const Hpkv::ResyncSpan &span);
    /// A change that the token's subscriptions cover. API-key connections receive none.
    void notificationReceived(const Hpkv::Notification &notification);
    /// A frame that could not be understood or routed. The connection goes on.
    void protocolWarning(const QString &text);
    void roundTripChanged(double milliseconds);
    /// Rate, pause or queue changed; see statistics(). At most once for each turn of the event loop.
    void throttleChanged();

protected:
    explicit Client(std::unique_ptr<ClientPrivate> d, QObject *parent);

    std::unique_ptr<ClientPrivate> d;

private:
    friend class ClientPrivate;
    Q_DISABLE_COPY_MOVE(Client)
};

} // namespace Hpkv
