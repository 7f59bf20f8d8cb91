// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "live.h"

#include <hpkvqt/accesspattern.h>
#include <hpkvqt/keys.h>
#include <hpkvqt/tokenmanager.h>

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

/// The service that the conformance cases run against: the one that HPKV_TEST_URL and HPKV_TEST_API_KEY name
/// (with HPKV_TEST_RATE requests a second, 10 unless given, 0 = no limit), otherwise an emulator of our own.
namespace Live
{

/// An HTTP proxy on the loopback that only tunnels (CONNECT). The line of a client that goes through it can
/// be cut, whatever the service is.
class Tunnel final : public QObject
{
public:
    Tunnel()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const socket = m_server.nextPendingConnection())
                accept(socket);
        });
    }

    QNetworkProxy proxy() const
    {
        return QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_server.serverPort());
    }

    /// Breaks every tunnel without a word.
    void cut()
    {
        for (QTcpSocket *const socket : m_server.findChildren<QTcpSocket *>())
            socket->abort();
    }

private:
    void accept(QTcpSocket *near)
    {
        auto *const far = new QTcpSocket(near);
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        connect(far, &QTcpSocket::errorOccurred, near, &QTcpSocket::disconnectFromHost);
        connect(far, &QTcpSocket::connected, near,
                [near] { near->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(near, &QTcpSocket::readyRead, far, [near, far, head = QByteArray()]() mutable {
            if (far->state() == QAbstractSocket::ConnectedState) {
                far->write(near->readAll());
                return;
            }
            head += near->readAll();
            if (!head.contains("\r\n\r\n"))
                return;
            const QByteArray where = head.split(' ').value(1);
            const qsizetype colon = where.lastIndexOf(':');
            far->connectToHost(QString::fromLatin1(where.left(colon)), where.mid(colon + 1).toUShort());
        });
    }

    QTcpServer m_server;
};

class Service
{
public:
    /// False when HPKV_TEST_URL is set without a key.
    bool start()
    {
        m_run = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
        m_url = qEnvironmentVariable("HPKV_TEST_URL");
        if (!m_url.isEmpty()) {
            m_apiKey = qEnvironmentVariable("HPKV_TEST_API_KEY");
            m_rate = qEnvironmentVariable("HPKV_TEST_RATE", QStringLiteral("10")).toDouble();
            return !m_apiKey.isEmpty();
        }
        auto settings = options();
        m_apiKey = QString::fromStdString(settings.apiKeys.front().key);
        m_emulator = std::make_unique<hpkv::emulator::Server>(settings);
        m_emulator->start();
        m_url = QString::fromStdString(m_emulator->wsUrl());
        return true;
    }

    /// Null when the service is not an emulator of our own.
    hpkv::emulator::Server *emulator() const { return m_emulator.get(); }
    QString apiKey() const { return m_apiKey; }
    double rate() const { return m_rate; }

    Hpkv::ConnectionConfig config() const
    {
        Hpkv::ConnectionConfig result;
        result.baseUrl = m_url;
        result.throttle.enabled = m_rate > 0;
        if (m_rate > 0)
            result.throttle.requestsPerSecond = m_rate;
        result.reconnect.initialDelay = std::chrono::milliseconds(20);
        result.reconnect.jitter = std::chrono::milliseconds(0);
        return result;
    }

    /// A key (or the beginning of keys) that nobody has used; what is stored under it is deleted at the end.
    QByteArray newKey(const QByteArray &name = "key")
    {
        return prefix() + name + '-' + QByteArray::number(++m_keys);
    }
    /// All keys of this run begin with it.
    QByteArray prefix() const { return "hpkvqt-test:" + m_run + ':'; }

    std::unique_ptr<Hpkv::ApiClient> client(const Hpkv::ConnectionConfig &config) const
    {
        return std::make_unique<Hpkv::ApiClient>(config, m_apiKey);
    }
    std::unique_ptr<Hpkv::ApiClient> client() const { return client(config()); }

    /// One with a token; may do everything with this run's keys unless told otherwise.
    std::unique_ptr<Hpkv::SubscriptionClient>
    subscriber(const QList<QByteArray> &patterns, const QString &access, const Hpkv::ConnectionConfig &config)
    {
        if (!m_tokens)
            m_tokens = std::make_unique<Hpkv::TokenManager>(this->config(), m_apiKey);
        Hpkv::TokenRequest request;
        request.subscribePatterns = patterns;
        request.accessPattern = access.isEmpty() ? Hpkv::AccessPattern::prefix(prefix()).toString() : access;
        return std::make_unique<Hpkv::SubscriptionClient>(config, m_tokens->provider(request));
    }
    std::unique_ptr<Hpkv::SubscriptionClient> subscriber(const QList<QByteArray> &patterns,
                                                         const QString &access = {})
    {
        return subscriber(patterns, access, config());
    }

    /// Deletes what this run has stored.
    bool clean()
    {
        const auto cleaner = client();
        if (!connectAndWait(*cleaner))
            return false;
        for (;;) {
            const auto page = ended(cleaner->range(prefix(), Hpkv::Keys::prefixEnd(prefix())));
            if (page->page().records.isEmpty())
                return page->succeeded();
            for (const Hpkv::Record &record : page->page().records)
                ended(cleaner->remove(record.key));
        }
    }

private:
    std::unique_ptr<hpkv::emulator::Server> m_emulator;
    std::unique_ptr<Hpkv::TokenManager> m_tokens;
    QString m_url;
    QString m_apiKey;
    QByteArray m_run;
    double m_rate = 0;
    int m_keys = 0;
};

} // namespace Live
