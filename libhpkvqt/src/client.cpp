// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/client.h>

#include "clientprivate.h"

#include <QJsonDocument>
#include <QPromise>

#include <memory>
#include <utility>

namespace Hpkv
{

Client::Client(std::unique_ptr<ClientPrivate> d_, QObject *parent)
    : QObject(parent)
    , d(std::move(d_))
{
    d->attach(this);
}

Client::~Client()
{
    d->shutDown();
}

ConnectionConfig Client::config() const
{
    return d->config;
}

void Client::setConfig(const ConnectionConfig &config)
{
    d->setConfig(config);
}

void Client::setThrottle(const ThrottleConfig &throttle)
{
    d->setThrottle(throttle);
}

QString Client::baseUrl() const
{
    return d->config.baseUrl;
}

void Client::setBaseUrl(const QString &baseUrl)
{
    ConnectionConfig changed = d->config;
    changed.baseUrl = baseUrl;
    d->setConfig(changed);
}

int Client::reconnectAttempt() const
{
    return d->reconnectAttempt();
}

int Client::pendingCount() const
{
    return d->pendingCount();
}

int Client::queueLength() const
{
    return d->queueLength();
}

ThrottleStatus Client::throttleStatus() const
{
    return d->throttleStatus();
}

ConnectionState Client::state() const
{
    return d->state;
}

double Client::roundTrip() const
{
    return d->roundTrip;
}

Statistics Client::statistics() const
{
    return d->currentStatistics();
}

Error Client::lastError() const
{
    return d->lastError;
}

int Client::msUntilReconnect() const
{
    return d->msUntilReconnect();
}

GetReply *Client::get(const QByteArray &key, const CallOptions &options)
{
    return static_cast<GetReply *>(d->start({.operation = Operation::Get, .key = key}, options));
}

WriteReply *Client::set(const QByteArray &key, const QByteArray &value, const CallOptions &options)
{
    return static_cast<WriteReply *>(
        d->start({.operation = Operation::Set, .key = key, .value = value}, options));
}

WriteReply *Client::patch(const QByteArray &key, const QByteArray &json, const CallOptions &options)
{
    return static_cast<WriteReply *>(
        d->start({.operation = Operation::Patch, .key = key, .value = json}, options));
}

WriteReply *Client::append(const QByteArray &key, const QByteArray &text, const CallOptions &options)
{
    return patch(key, text, options);
}

WriteReply *Client::remove(const QByteArray &key, const CallOptions &options)
{
    return static_cast<WriteReply *>(d->start({.operation = Operation::Delete, .key = key}, options));
}

RangeReply *Client::range(const QByteArray &first, const QByteArray &last, int limit,
                          const CallOptions &options)
{
    return static_cast<RangeReply *>(
        d->start({.operation = Operation::Range, .key = first, .endKey = last, .limit = limit}, options));
}

IncrementReply *Client::increment(const QByteArray &key, qint64 delta, const CallOptions &options)
{
    return static_cast<IncrementReply *>(
        d->start({.operation = Operation::Increment, .key = key, .delta = delta}, options));
}

WriteReply *Client::setJson(const QByteArray &key, const QJsonDocument &document, const CallOptions &options)
{
    return set(key, document.toJson(QJsonDocument::Compact), options);
}

WriteReply *Client::patchJson(const QByteArray &key, const QJsonDocument &document,
                              const CallOptions &options)
{
    return patch(key, document.toJson(QJsonDocument::Compact), options);
}

namespace
{

/// QML takes an object without a parent for its own and deletes it some time.
template <typename ReplyType>
ReplyType *keptFromQml(ReplyType *reply, Client *client)
{
    reply->setParent(client);
    return reply;
}

/// Ends the future of connectFuture() in any case: it is held by the connections that wait, which end with
/// the client.
struct Opening {
    Opening() { promise.start(); }
    ~Opening() { finish(Error(ErrorKind::Canceled, QStringLiteral("The client was deleted."))); }
    Q_DISABLE_COPY_MOVE(Opening)

    void finish(const Error &error)
    {
        if (std::exchange(finished, true))
            return;
        promise.addResult(error);
        promise.finish();
    }

    QPromise<Error> promise;
    bool finished = false;
};

/// The same for disconnectFuture().
struct Closing {
    Closing() { promise.start(); }
    ~Closing() { promise.finish(); }
    Q_DISABLE_COPY_MOVE(Closing)

    QPromise<void> promise;
};

} // namespace

GetReply *Client::getText(const QString &key)
{
    return keptFromQml(get(key.toUtf8()), this);
}

WriteReply *Client::setText(const QString &key, const QString &value)
{
    return keptFromQml(set(key.toUtf8(), value.toUtf8()), this);
}

WriteReply *Client::patchText(const QString &key, const QString &json)
{
    return keptFromQml(patch(key.toUtf8(), json.toUtf8()), this);
}

WriteReply *Client::appendText(const QString &key, const QString &text)
{
    return keptFromQml(append(key.toUtf8(), text.toUtf8()), this);
}

WriteReply *Client::removeText(const QString &key)
{
    return keptFromQml(remove(key.toUtf8()), this);
}

RangeReply *Client::rangeText(const QString &first, const QString &last, int limit)
{
    return keptFromQml(range(first.toUtf8(), last.toUtf8(), limit), this);
}

IncrementReply *Client::incrementText(const QString &key, qint64 delta)
{
    return keptFromQml(increment(key.toUtf8(), delta), this);
}

void Client::connectNotify(const QMetaMethod &)
{
    d->listenersChanged();
}

void Client::disconnectNotify(const QMetaMethod &)
{
    d->listenersChanged();
}

QFuture<Error> Client::connectFuture()
{
    const auto waiting = std::make_shared<Opening>();
    QFuture<Error> future = waiting->promise.future();
    if (isConnected()) {
        waiting->finish({});
        return future;
    }
    auto *const context = new QObject(this); // takes the connections along when it goes
    const auto end = [waiting, context](const Error &error) {
        context->deleteLater();
        waiting->finish(error);
    };
    connect(this, &Client::connected, context, [end] { end({}); });
    // One attempt of many may fail; what counts is that the client gives up.
    connect(this, &Client::errorOccurred, context, [this, end](const Error &error) {
        if (state() == ConnectionState::Disconnected)
            end(error);
    });
    connect(this, &Client::disconnected, context, [this, end](const DisconnectInfo &info) {
        if (state() == ConnectionState::Disconnected && !d->connectsAfterwards()) {
            end(info.error.isError()
                    ? info.error
                    : Error(ErrorKind::Canceled,
                            QStringLiteral("The connection was closed before it was open.")));
        }
    });
    connectToServer();
    return future;
}

QFuture<void> Client::disconnectFuture(bool cancelPending)
{
    const auto waiting = std::make_shared<Closing>();
    QFuture<void> future = waiting->promise.future();
    if (state() == ConnectionState::Disconnected)
        return future;
    auto *const context = new QObject(this);
    connect(this, &Client::disconnected, context, [waiting, context] {
        context->deleteLater();
        waiting->promise.finish();
    });
    disconnectFromServer(cancelPending);
    return future;
}

void Client::connectToServer()
{
    d->connectToServer();
}

void Client::disconnectFromServer(bool cancelPending)
{
    d->disconnectFromServer(cancelPending);
}

} // namespace Hpkv
