// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace Studio
{

/// Stands between a session and its server and holds back what the server says on the connection that writes
/// or on the one that hears, so that a test decides which of reply and notification comes first.
class HoldingRelay : public QTcpServer
{
public:
    enum class Line : quint8 { Other, Writing, Hearing };

    explicit HoldingRelay(const QUrl &server)
        : m_server(server)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                relay(client);
        });
    }

    QUrl url() const
    {
        QUrl url = m_server;
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(serverPort());
        return url;
    }

    void hold(Line line) { m_held = line; }
    void release()
    {
        m_held = Line::Other;
        for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it)
            it.key()->write(std::exchange(it.value(), {}));
    }

private:
    static Line lineOf(const QByteArray &request)
    {
        const QByteArray first = request.left(request.indexOf('\n'));
        return first.contains("token=")  ? Line::Hearing
             : first.contains("apiKey=") ? Line::Writing
                                         : Line::Other;
    }

    void relay(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        const auto line = std::make_shared<Line>(Line::Other);
        connect(client, &QTcpSocket::readyRead, server, [client, server, line] {
            const QByteArray bytes = client->readAll();
            if (bytes.startsWith("GET "))
                *line = lineOf(bytes);
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, client, [this, client, server, line] {
            if (*line != Line::Other && *line == m_held)
                m_waiting[client] += server->readAll();
            else
                client->write(server->readAll());
        });
        connect(client, &QTcpSocket::disconnected, this, [this, client] {
            m_waiting.remove(client);
            client->deleteLater();
        });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(m_server.host(), quint16(m_server.port()));
    }

    const QUrl m_server;
    Line m_held = Line::Other;
    QHash<QTcpSocket *, QByteArray> m_waiting;
};

} // namespace Studio
