// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/export.h>
#include <hpkvqt/notificationfilter.h>
#include <hpkvqt/reply.h>
#include <hpkvqt/statistics.h>
#include <hpkvqt/types.h>

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <type_traits>
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
/// \par Connection
/// connectToServer() leads over ConnectionState::Connecting to Connected, or fails with errorOccurred() and,
/// by default, without another attempt. A connection that is lost raises disconnected() and errorOccurred(),
/// then reconnecting() for each attempt until connected(), or reconnectFailed(). After connected() a
/// reconnection also raises resyncNeeded(). Each signal is raised once for each happening; a slot may call
/// anything of the client, and delete it.
///
/// \par Thread
/// A client, its replies and its signals belong to one thread, which must run an event loop. It may be moved
/// to a worker thread before connectToServer(), not later. No function may be called from another thread; use
/// QMetaObject::invokeMethod() with the client as context. Values (Record, Error, …) may be passed anywhere.
///
/// \par QML
/// State, figures and errors are properties; results and payloads have properties; the functions whose names
/// end in `Text` take and give QString. Register the enums with
/// `qmlRegisterUncreatableMetaObject(Hpkv::staticMetaObject, …)`.
///
/// \par Example
/// \code
/// Hpkv::ApiClient client(Hpkv::ConnectionConfig::fromUrl("https://api-eu-1.hpkv.io"), apiKey);
/// QObject::connect(&client, &Hpkv::Client::connected, &client, [&] {
///     Hpkv::GetReply *reply = client.get("greeting");
///     QObject::connect(reply, &Hpkv::Reply::finished, reply,
///                      [reply] { qInfo() << reply->value() << reply->error(); });
/// });
/// client.connectToServer();
/// \endcode
class HPKVQT_EXPORT Client : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString baseUrl READ baseUrl WRITE setBaseUrl NOTIFY configChanged)
    Q_PROPERTY(Hpkv::ConnectionConfig config READ config WRITE setConfig NOTIFY configChanged)
    Q_PROPERTY(Hpkv::ConnectionState state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isConnected READ isConnected NOTIFY stateChanged)
    Q_PROPERTY(int reconnectAttempt READ reconnectAttempt NOTIFY reconnectAttemptChanged)
    Q_PROPERTY(Hpkv::Error lastError READ lastError NOTIFY errorOccurred)
    Q_PROPERTY(double roundTrip READ roundTrip NOTIFY roundTripChanged)
    Q_PROPERTY(int pendingCount READ pendingCount NOTIFY throttleChanged)
    Q_PROPERTY(int queueLength READ queueLength NOTIFY throttleChanged)
    Q_PROPERTY(Hpkv::ThrottleStatus throttleStatus READ throttleStatus NOTIFY throttleChanged)
    Q_PROPERTY(Hpkv::Statistics statistics READ statistics NOTIFY statisticsChanged)

public:
    /// Ends every call with ErrorKind::Canceled before it returns, and closes the connection without waiting
    /// for the server. disconnected() is not raised.
    ~Client() override;

    /// \name Configuration
    /// @{

    /// What setConfig() was given, with the latest setThrottle().
    ConnectionConfig config() const;
    /// Address, TLS, proxy and headers take effect at the next connection; throttle, timeouts, limits and
    /// reconnection at once.
    void setConfig(const ConnectionConfig &config);
    /// ConnectionConfig::baseUrl.
    QString baseUrl() const;
    /// Takes effect at the next connection.
    void setBaseUrl(const QString &baseUrl);
    /// Changes the rate limit at once, without releasing the queue in a burst. The current rate starts anew.
    /// What the official client calls `updateThrottlingConfig()`.
    Q_INVOKABLE void setThrottle(const Hpkv::ThrottleConfig &throttle);

    /// @}
    /// \name How things stand
    /// @{

    /// All five states are visible; see stateChanged().
    ConnectionState state() const;
    /// Whether calls are taken.
    bool isConnected() const { return state() == ConnectionState::Connected; }
    /// Number of the attempt to reconnect that is planned or under way, counted from 1; 0 once a connection
    /// has answered something.
    int reconnectAttempt() const;
    /// Milliseconds until the next attempt while reconnecting; negative when none is planned.
    Q_INVOKABLE int msUntilReconnect() const;
    /// The latest failure of the connection; errors of calls are in their replies. It stays after a
    /// reconnection.
    Error lastError() const;
    /// Milliseconds of the last reply or pong; negative while unknown. Statistics::roundTrips has
    /// percentiles.
    double roundTrip() const;
    /// Calls that have not ended: queued or in flight.
    int pendingCount() const;
    /// Calls that wait for their turn, both lanes together.
    int queueLength() const;
    /// The rate limit and what waits for it.
    ThrottleStatus throttleStatus() const;
    /// Counters and figures since the client was made.
    Statistics statistics() const;

    /// @}
    /// \name Operations
    /// Keys are UTF-8, not empty, and limited by the server (at least 400 bytes are safe). Values are UTF-8
    /// and not empty. What breaks this is refused with ErrorKind::InvalidArgument (or TooLarge, if the
    /// configuration sets a limit) before it is sent. Every call returns a reply that ends from the event
    /// loop.
    /// @{

    /// Reads a key. Its error is ErrorKind::NotFound if there is no such key.
    GetReply *get(const QByteArray &key, const CallOptions &options = {});
    /// Writes the whole value, creating the key if needed.
    WriteReply *set(const QByteArray &key, const QByteArray &value, const CallOptions &options = {});
    /// Merges: the server merges a JSON object into a stored JSON object (members that are null are removed,
    /// arrays replaced), or appends the text if either is none. A missing key is created with what was sent.
    /// Not idempotent. Do not rely on what happens to members that are set to `""`, `{}` or `[]`: the
    /// vendor's own sources disagree.
    WriteReply *patch(const QByteArray &key, const QByteArray &json, const CallOptions &options = {});
    /// Appends text. The wire knows one operation for this and patch(): two JSON objects would be merged.
    WriteReply *append(const QByteArray &key, const QByteArray &text, const CallOptions &options = {});
    /// Deletes a key; ErrorKind::NotFound if there is none. Named so because `delete` is a word of C++.
    WriteReply *remove(const QByteArray &key, const CallOptions &options = {});
    /// One page of the keys from `first` to `last`, both inclusive, ascending by UTF-8 bytes. RangeScan reads
    /// more than one.
    ///
    /// \param first not empty; Keys::smallestStart() begins with the first key of the store
    /// \param last not empty; see Keys::prefixEnd(). One before `first` brings an empty page or code 400
    /// \param limit 1..1000 records, or 0 for the server's default (100)
    /// \param options of this call
    RangeReply *range(const QByteArray &first, const QByteArray &last, int limit = 0,
                      const CallOptions &options = {});
    /// Adds to a counter, which starts from 0, in one step on the server. Not idempotent.
    ///
    /// \param key of the counter; a value that is no whole number is an error (code 400 as far as is known)
    /// \param delta magnitude at most 2^53−1, as the wire carries JSON numbers; 0 reads the counter
    /// \param options of this call
    IncrementReply *increment(const QByteArray &key, qint64 delta = 1, const CallOptions &options = {});

    /// set() with the compact text of a document. Numbers beyond a double's precision need set().
    WriteReply *setJson(const QByteArray &key, const QJsonDocument &document,
                        const CallOptions &options = {});
    /// patch() with the compact text of a document.
    WriteReply *patchJson(const QByteArray &key, const QJsonDocument &document,
                          const CallOptions &options = {});

    /// @}
    /// \name Operations for QML
    /// The same with text, with default options. Their replies are children of the client, so that the
    /// garbage collector of QML leaves them alone; they delete themselves after Reply::finished() as all do.
    /// @{

    /// get() for a key in QString; GetReply::text() has the value.
    Q_INVOKABLE Hpkv::GetReply *getText(const QString &key);
    /// set() for QString.
    Q_INVOKABLE Hpkv::WriteReply *setText(const QString &key, const QString &value);
    /// patch() for QString.
    Q_INVOKABLE Hpkv::WriteReply *patchText(const QString &key, const QString &json);
    /// append() for QString.
    Q_INVOKABLE Hpkv::WriteReply *appendText(const QString &key, const QString &text);
    /// remove() for QString.
    Q_INVOKABLE Hpkv::WriteReply *removeText(const QString &key);
    /// range() for QString.
    Q_INVOKABLE Hpkv::RangeReply *rangeText(const QString &first, const QString &last, int limit = 0);
    /// increment() for QString.
    Q_INVOKABLE Hpkv::IncrementReply *incrementText(const QString &key, qint64 delta = 1);

    /// @}
    /// \name Connection as futures
    /// @{

    /// connectToServer() with a future, which ends without an error once the client is connected, and with
    /// the error when it is not (also by disconnectFromServer() or the end of the client).
    QFuture<Error> connectFuture();
    /// disconnectFromServer() with a future, which ends when the client is disconnected.
    QFuture<void> disconnectFuture(bool cancelPending = true);

    /// @}

    /// Calls `callable(const Notification &)` for each notification that the filter lets through, until
    /// `context` is destroyed or the connection that it returns is given to QObject::disconnect(). It goes on
    /// over reconnections. Runs in the thread of `context`.
    ///
    /// \param filter which keys
    /// \param context an object; not null
    /// \param callable a function object, or a member function of `context`
    ///
    /// \code
    /// client.subscribe(Hpkv::NotificationFilter::prefix("order:"), this,
    ///                  [this](const Hpkv::Notification &change) { show(change); });
    /// client.subscribe(Hpkv::NotificationFilter::exact("room:7"), this, &Window::roomChanged);
    /// \endcode
    template <typename Context, typename Callable>
    QMetaObject::Connection subscribe(const NotificationFilter &filter, Context *context, Callable callable)
    {
        return connect(this, &Client::notificationReceived, context,
                       [filter, context,
                        callable = std::move(callable)](const Hpkv::Notification &notification) mutable {
                           if (!filter.matches(notification.key))
                               return;
                           if constexpr (std::is_member_function_pointer_v<Callable>)
                               std::invoke(callable, context, notification);
                           else
                               callable(notification);
                           Q_UNUSED(context)
                       });
    }

public Q_SLOTS:
    /// Opens the connection; does nothing when it is open or being opened. While reconnecting it makes the
    /// next attempt at once. While disconnecting it connects again afterwards.
    void connectToServer();
    /// Closes the connection, or ends the attempts to restore it. With `cancelPending` every call under way
    /// ends with ErrorKind::Canceled at once; without, calls that have been sent get up to
    /// ConnectionConfig::callTimeout to be answered before the connection closes, and no new ones are taken.
    /// disconnected() follows exactly once, after ConnectionConfig::closeTimeout at the latest.
    void disconnectFromServer(bool cancelPending = true);

Q_SIGNALS:
    /// Raised first at each turn of the connection.
    void stateChanged(Hpkv::ConnectionState state);
    /// The connection is open, for the first time or again.
    void connected();
    /// A connection that was open has ended, or disconnectFromServer() ended an attempt.
    void disconnected(const Hpkv::DisconnectInfo &info);
    /// An attempt to restore the connection is planned.
    void reconnecting(const Hpkv::ReconnectInfo &info);
    /// No further attempt is made; the state is Disconnected.
    void reconnectFailed(const Hpkv::Error &error);
    /// The connection could not be opened or was lost.
    void errorOccurred(const Hpkv::Error &error);
    /// Raised after a reconnection: changes within the span may have been missed. A connection that
    /// connectToServer() opened anew does not raise it: whoever calls that reads afresh.
    void resyncNeeded(const Hpkv::ResyncSpan &span);
    /// A change that the token's subscriptions cover. API-key connections receive none.
    void notificationReceived(const Hpkv::Notification &notification);
    /// A frame that could not be understood or routed. The connection goes on.
    void protocolWarning(const QString &text);
    /// At most once for each turn of the event loop.
    void roundTripChanged(double milliseconds);
    /// Rate, pause or queue changed; see throttleStatus(). At most once for each turn of the event loop.
    void throttleChanged();
    /// A figure of statistics() changed. At most ten times a second.
    void statisticsChanged();
    /// See reconnectAttempt(). At most once for each turn of the event loop.
    void reconnectAttemptChanged(int attempt);
    /// setConfig(), setBaseUrl() or setThrottle() changed something.
    void configChanged();

protected:
    /// \cond INTERNAL
    explicit Client(std::unique_ptr<ClientPrivate> d, QObject *parent);

    // Qt calls these from the thread that connects.
    void connectNotify(const QMetaMethod &signal) override;
    void disconnectNotify(const QMetaMethod &signal) override;

    std::unique_ptr<ClientPrivate> d;
    /// \endcond

private:
    friend class ClientPrivate;
    Q_DISABLE_COPY_MOVE(Client)
};

} // namespace Hpkv
