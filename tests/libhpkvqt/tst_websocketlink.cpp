// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "websocketlink.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <memory>

using namespace Hpkv;

namespace
{

class Listener final : public LinkListener
{
public:
    virtual ~Listener() = default;
    void linkOpened(Link *) override { ++opened; }
    void linkReceived(Link *link, const QByteArray &frame) override
    {
        received.append(frame);
        happened.append(link->series() ? "frame in a series" : "frame");
        if (onFrame)
            onFrame(link);
    }
    void linkPong(Link *, qint64) override { ++pongs; }
    void linkEnded(Link *link, const LinkEnd &end) override
    {
        ends.append(end);
        if (disposeOnEnd)
            link->dispose();
    }

    int opened = 0;
    int pongs = 0;
    bool disposeOnEnd = false;
    QByteArrayList received;
    QByteArrayList happened;
    std::function<void(Link *link)> onFrame;
    QList<LinkEnd> ends;
};

/// A server that accepts the upgrade and then sends what it is told to, byte for byte.
class HandMade final : public QObject
{
public:
    explicit HandMade(const QByteArray &behindTheAnswer = {})
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(&m_server, &QTcpServer::newConnection, this, [this, behindTheAnswer] {
            m_socket = m_server.nextPendingConnection();
            connect(m_socket, &QTcpSocket::readyRead, this, [this, behindTheAnswer] {
                m_received += m_socket->readAll();
                const qsizetype end = m_received.indexOf("\r\n\r\n");
                if (m_accepted || end < 0)
                    return;
                m_accepted = true;
                m_socket->write(answer(m_received.first(end)) + behindTheAnswer);
                m_received.remove(0, end + 4);
            });
        });
    }

    quint16 port() const { return m_server.serverPort(); }
    void send(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        m_socket->flush();
    }
    /// Frames of the client, behind its request.
    QByteArray received() const { return m_received; }
    /// In the client's close frame; 0 if there is none yet.
    int closeCode() const
    {
        const qsizetype at = m_received.indexOf(char(0x88));
        if (at < 0 || m_received.size() < at + 8)
            return 0;
        const auto byte = [&](qsizetype i) { return uchar(m_received[at + 6 + i] ^ m_received[at + 2 + i]); };
        return byte(0) << 8 | byte(1);
    }

private:
    static QByteArray answer(const QByteArray &request)
    {
        const QByteArray name("Sec-WebSocket-Key: ");
        const qsizetype from = request.indexOf(name) + name.size();
        const QByteArray key = request.mid(from, request.indexOf("\r\n", from) - from);
        const QByteArray accept =
            QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
                .toBase64();
        return "HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Accept: "
             + accept + "\r\n\r\n";
    }

    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr;
    QByteArray m_received;
    bool m_accepted = false;
};

} // namespace

/// WebSocketLink against answers that are written by hand: exactly one end, with the status, on this Qt.
class tst_WebSocketLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<LinkEnd::Cause>("cause");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text"); // empty = any
        const QByteArray json("\r\nContent-Length: 17\r\n\r\n{\"error\":\"a\\u00e4\"}");
        for (const char *line : {"400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found",
                                 "426 Upgrade Required", "429 Too Many Requests", "500 Internal Server Error",
                                 "502 Bad Gateway", "503 Service Unavailable", "301 Moved Permanently"}) {
            const int status = QByteArray(line).left(3).toInt();
            QTest::addRow("%d", status) << QByteArray("HTTP/1.1 ").append(line).append(json)
                                        << LinkEnd::Cause::Refused << status << QStringLiteral("a\u00e4");
        }
        QTest::newRow("400 with a version")
            << QByteArray("HTTP/1.1 400 Bad\r\nSec-WebSocket-Version: 8\r\n\r\n") << LinkEnd::Cause::Refused
            << 400 << QString();
        QTest::newRow("no body") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
                                 << LinkEnd::Cause::Refused << 403 << QString();
        QTest::newRow("body that is not JSON") << QByteArray("HTTP/1.0 503 Busy\r\n\r\n<html>500</html>")
                                               << LinkEnd::Cause::Refused << 503 << QString();
        QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
                             << LinkEnd::Cause::Network << 0
                             << QStringLiteral("The server is no WebSocket server (HTTP 200)");
        QTest::newRow("wrong accept")
            << QByteArray("HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: AAAA\r\n\r\n")
            << LinkEnd::Cause::Network << 0 << QString();
        QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n\r\n") << LinkEnd::Cause::Network
                                 << 0 << QString();
        QTest::newRow("closed at once") << QByteArray() << LinkEnd::Cause::Network << 0 << QString();
        QTest::newRow("half a line") << QByteArray("HTTP/1.1 4") << LinkEnd::Cause::Network << 0 << QString();
    }

    void answers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(LinkEnd::Cause, cause);
        QFETCH(int, status);
        QFETCH(QString, text);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *const socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        for (const bool dispose : {true, false}) {
            Listener listener;
            listener.disposeOnEnd = dispose;
            auto *link = new WebSocketLink(&listener);
            const QPointer<QObject> alive(link);
            link->open(target(server.serverPort()));
            QTRY_COMPARE(listener.ends.size(), 1);
            // Whatever the socket still raises is not heard.
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCoreApplication::processEvents();
            QCOMPARE(listener.ends.size(), 1);
            const LinkEnd &end = listener.ends.first();
            QCOMPARE(end.cause, cause);
            QCOMPARE(end.httpStatus, status);
            QVERIFY(!end.opened);
            if (!text.isEmpty())
                QCOMPARE(end.text, text);
            QCOMPARE(listener.opened, 0);
            if (!dispose)
                link->dispose();
            QVERIFY(!alive);
        }
    }

    void nobodyListens()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        Listener listener;
        auto *link = new WebSocketLink(&listener);
        link->open(target(port));
        QCOMPARE(listener.ends.size(), 0); // never from within the call
        QTRY_COMPARE(listener.ends.size(), 1);
        QCOMPARE(listener.ends.first().cause, LinkEnd::Cause::Network);
        QCOMPARE(listener.ends.first().httpStatus, 0);
        link->dispose();
    }

    void plainServerForTls()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *const socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        Listener listener;
        auto *link = new WebSocketLink(&listener);
        LinkTarget there = target(server.serverPort());
        there.url.setScheme(QStringLiteral("wss"));
        link->open(there);
        QTRY_COMPARE(listener.ends.size(), 1);
        QCOMPARE(listener.ends.first().cause, LinkEnd::Cause::Tls);
        link->dispose();
    }

    void disposedWhileOpening()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Listener listener;
        auto *link = new WebSocketLink(&listener);
        link->open(target(server.serverPort()));
        const QPointer<QObject> alive(link);
        link->dispose();
        QVERIFY(!alive);
        QCoreApplication::processEvents();
        QCOMPARE(listener.ends.size(), 0);
    }

    // The line is gone, but the client has not been told yet: what it still sends is dropped without a word.
    void sendingIntoTheGap()
    {
        QWebSocketServer server(QString(), QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        for (const bool abrupt : {true, false}) {
            Listener listener;
            auto *link = new WebSocketLink(&listener);
            link->open(target(server.serverPort()));
            QTRY_COMPARE(listener.opened, 1);
            QTRY_VERIFY(server.hasPendingConnections());
            const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
            if (abrupt)
                peer->abort();
            else
                peer->close(QWebSocketProtocol::CloseCodeGoingAway);
            peer->flush();
            link->send("{}");
            link->ping();
            QTRY_COMPARE(listener.ends.size(), 1);
            link->send("{}");
            link->ping();
            QCOMPARE(listener.ends.first().closeCode, abrupt ? 1006 : 1001);
            link->dispose();
        }
    }

    void series()
    {
        QWebSocketServer server(QString(), QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Listener listener;
        auto *link = new WebSocketLink(&listener);
        link->open(target(server.serverPort()));
        QTRY_COMPARE(listener.opened, 1);
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
        QVERIFY(!link->series());
        for (int round = 1; round <= 2; ++round) {
            listener.happened.clear();
            for (int i = 0; i < 3; ++i)
                peer->sendTextMessage(QStringLiteral("{}"));
            QTRY_COMPARE(listener.received.size(), 3 * round);
            // They may have come in pieces, but behind the last frame of each piece the series is over.
            QVERIFY(!link->series());
            QCOMPARE(listener.happened.count("frame in a series"), 3);
        }
        link->dispose();
    }

    // Messages that nobody asked for may be held for a moment: none is lost, nor the end behind them, and
    // what is sent meanwhile is answered.
    void stream()
    {
        constexpr int count = 500;
        HandMade server;
        Listener listener;
        int told = 0;
        const auto frame = [](int number) {
            const QByteArray text = QByteArray::number(number).rightJustified(4, '0');
            return QByteArray::fromHex("8104") + text;
        };
        // A few are always under way, each in a packet of its own.
        listener.onFrame = [&](Link *link) {
            if (told < count)
                server.send(frame(told++));
            if (listener.received.size() == count / 2)
                link->send("{}");
        };
        auto *link = new WebSocketLink(&listener);
        link->open(target(server.port()));
        QTRY_COMPARE(listener.opened, 1);
        for (int i = 0; i < 4; ++i)
            server.send(frame(told++));
        QTRY_COMPARE(listener.received.size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(listener.received.at(i).toInt(), i);
        QTRY_VERIFY(!server.received().isEmpty());
        server.send(QByteArray::fromHex("880203e8"));
        QTRY_COMPARE(listener.ends.size(), 1);
        QCOMPARE(listener.ends.first().closeCode, 1000);
        link->dispose();
    }

    // The link outlives the call to its listener, also when a slot opens an event loop.
    void disposedInAnInnerLoop()
    {
        QWebSocketServer server(QString(), QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Listener listener;
        auto *link = new WebSocketLink(&listener);
        const QPointer<QObject> alive(link);
        bool survived = false;
        listener.onFrame = [&](Link *told) {
            QEventLoop inner;
            QMetaObject::invokeMethod(
                &inner, [told] { told->dispose(); }, Qt::QueuedConnection);
            QMetaObject::invokeMethod(
                &inner,
                [&inner] { QMetaObject::invokeMethod(&inner, &QEventLoop::quit, Qt::QueuedConnection); },
                Qt::QueuedConnection);
            inner.exec();
            survived = !alive.isNull();
        };
        link->open(target(server.serverPort()));
        QTRY_COMPARE(listener.opened, 1);
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
        peer->sendTextMessage(QStringLiteral("{}"));
        QTRY_COMPARE(listener.received.size(), 1);
        QVERIFY(survived);
        QTRY_VERIFY(!alive);
        QCOMPARE(listener.ends.size(), 0);
    }

    // What the other side sends against the protocol ends the connection with the code that the protocol has
    // for it, and the other side is told.
    void violations_data()
    {
        QTest::addColumn<QByteArray>("frames");
        QTest::addColumn<int>("code");
        QTest::newRow("masked") << QByteArray::fromHex("818100000000"
                                                       "61")
                                << 1002;
        QTest::newRow("reserved bit") << QByteArray::fromHex("c10161") << 1002;
        QTest::newRow("not UTF-8") << QByteArray::fromHex("8101ff") << 1007;
        QTest::newRow("too big") << QByteArray::fromHex("817f0000100000000000") << 1009;
    }

    void violations()
    {
        QFETCH(QByteArray, frames);
        QFETCH(int, code);
        HandMade server;
        Listener listener;
        auto *link = new WebSocketLink(&listener);
        link->open(target(server.port()));
        QTRY_COMPARE(listener.opened, 1);
        server.send(QByteArray::fromHex("81027b7d") + frames);
        QTRY_COMPARE(listener.ends.size(), 1);
        QCOMPARE(listener.received, QByteArrayList{"{}"});
        QCOMPARE(listener.ends.first().cause, LinkEnd::Cause::Closed);
        QVERIFY(listener.ends.first().opened);
        QCOMPARE(listener.ends.first().closeCode, code);
        QTRY_COMPARE(server.closeCode(), code);
        link->dispose();
    }

    // Frames that come in the same packet as the answer to the upgrade, and in pieces of one byte.
    void piecesOfAnySize()
    {
        for (const bool byByte : {false, true}) {
            HandMade server(QByteArray::fromHex("81027b7d"
                                                "8900"));
            Listener listener;
            auto *link = new WebSocketLink(&listener);
            link->open(target(server.port()));
            QTRY_COMPARE(listener.received, QByteArrayList{"{}"});
            const QByteArray fragments = QByteArray::fromHex("01035b2231"
                                                             "8a00"
                                                             "80032c225d");
            if (byByte) {
                for (const char byte : fragments)
                    server.send(QByteArray(1, byte));
            } else {
                server.send(fragments);
            }
            QTRY_COMPARE(listener.received.size(), 2);
            QCOMPARE(listener.received.last(), QByteArray("[\"1,\"]"));
            QCOMPARE(listener.pongs, 1);
            QTRY_VERIFY(server.received().contains(char(0x8a))); // the pong that the ping asked for
            link->dispose();
        }
    }

    void messagesOfAllSizes()
    {
        QWebSocketServer server(QString(), QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Listener listener;
        auto *link = new WebSocketLink(&listener);
        link->open(target(server.serverPort()));
        QTRY_COMPARE(listener.opened, 1);
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
        connect(peer.get(), &QWebSocket::textMessageReceived, peer.get(), &QWebSocket::sendTextMessage);
        QByteArrayList sent;
        for (const int size : {0, 1, 124, 125, 126, 127, 65534, 65535, 65536, 65537, 5'000'000}) {
            QByteArray text(size, 'x');
            for (int i = 0; i < size; ++i)
                text[i] = char('a' + i % 26);
            sent.append(text);
            link->send(text);
        }
        QTRY_COMPARE(listener.received.size(), sent.size());
        QCOMPARE(listener.received, sent);
        link->dispose();
    }

    // A slot that waits for the answer in an event loop of its own must get it, however it turns that loop.
    void sendsFromWithinASeries()
    {
        QWebSocketServer server(QString(), QWebSocketServer::NonSecureMode);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Listener listener;
        auto *link = new WebSocketLink(&listener);
        link->open(target(server.serverPort()));
        QTRY_COMPARE(listener.opened, 1);
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
        connect(peer.get(), &QWebSocket::textMessageReceived, peer.get(), &QWebSocket::sendTextMessage);
        bool answered = false;
        listener.onFrame = [&](Link *told) {
            listener.onFrame = {};
            told->send("\"inner\"");
            answered = QTest::qWaitFor([&] { return listener.received.contains("\"inner\""); });
        };
        link->send("\"outer\"");
        QTRY_VERIFY(answered);
        link->dispose();
    }

private:
    static LinkTarget target(quint16 port)
    {
        LinkTarget result;
        result.url = QUrl(QStringLiteral("ws://127.0.0.1:%1/ws?apiKey=x").arg(port));
        result.tls = QSslConfiguration::defaultConfiguration();
        return result;
    }
};

QTEST_GUILESS_MAIN(tst_WebSocketLink)
#include "tst_websocketlink.moc"
