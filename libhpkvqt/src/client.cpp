// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/client.h>

#include "clientprivate.h"

#include <QJsonDocument>

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

void Client::connectToServer()
{
    d->connectToServer();
}

void Client::disconnectFromServer(bool cancelPending)
{
    d->disconnectFromServer(cancelPending);
}

} // namespace Hpkv
