// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#include <hpkvqt/apiclient.h>
#include <hpkvqt/rangescan.h>
#include <hpkvqt/subscriptionclient.h>
#include <hpkvqt/tokenmanager.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Hpkv;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 10000; ///< ms; far above what anything takes

/// Takes connections and answers each with one text, or with nothing.
class Answerer final : public QObject
{
public:
    explicit Answerer(const QByteArray &answer = {})
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *const socket = m_server.nextPendingConnection();
            ++taken;
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++closed; });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, answer] {
                request += socket->readAll();
                if (!answer.isEmpty() && request.contains("\r\n\r\n")) {
                    socket->write(answer);
                    socket->disconnectFromHost();
                }
            });
        });
    }

    QString url(const char *scheme) const
    {
        return QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1StringView(scheme)).arg(m_server.serverPort());
    }

    static QByteArray http(const char *status, const QByteArray &body)
    {
        return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Length: " + QByteArray::number(body.size())
             + "\r\nConnection: close\r\n\r\n" + body;
    }

    QByteArray request;
    int taken = 0;
    int closed = 0;

private:
    QTcpServer m_server;
};

/// Keeps a reply over its end and deletes it with the test.
template <typename ReplyType>
std::unique_ptr<ReplyType> kept(ReplyType *reply)
{
    reply->keep();
    return std::unique_ptr<ReplyType>(reply);
}

} // namespace

/// The defects of the official client (numbers of the protocol reference, 7.2): none is ours.
class tst_Defects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    // Zero is a value, not "take the default".
    void defect01_zeroIsZero()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.callTimeout = 0ms;
        config.queueLimit = 0;
        config.reconnect = {.maxAttempts = 1, .initialDelay = 0ms, .maxDelay = 0ms, .jitter = 0ms};
        Fake::FakeClient client(config, &world);
        open(client, world);
        const auto patient = kept(client.get("a"));
        world.advance(24LL * 3600 * 1000); // no deadline, and no heartbeat ends the line
        QVERIFY(!patient->isFinished());
        QCOMPARE(world.wire().pings, 0);
        client.setThrottle({.enabled = true, .requestsPerSecond = 1});
        client.get("b");
        const auto refused = kept(client.get("c"));
        world.settle();
        QCOMPARE(refused->error().kind, ErrorKind::QueueFull);
        world.wire().cut();
        QCOMPARE(client.msUntilReconnect(), 0);
        world.advance(0);
        QCOMPARE(world.wires.size(), 2u);

        config.reconnect.maxAttempts = 0;
        client.setConfig(config);
        world.wire().open();
        QSignalSpy reconnecting(&client, &Client::reconnecting);
        world.wire().cut();
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(reconnecting.size(), 0);
    }

    void defect02_jitterIsUsed()
    {
        for (const int jitter : {0, 200}) {
            Fake::World world;
            world.chance = 1;
            ConnectionConfig config = Fake::config();
            config.reconnect.jitter = std::chrono::milliseconds(jitter);
            Fake::FakeClient client(config, &world);
            open(client, world);
            world.wire().cut();
            QCOMPARE(client.msUntilReconnect(), 1000 + jitter);
        }
    }

    void defect03_connectedOnce()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        world.wire().cut();
        int times = 0;
        connect(&client, &Client::connected, this, [&] {
            ++times;
            // Everything is in its place by then.
            QCOMPARE(client.state(), ConnectionState::Connected);
            QCOMPARE(client.statistics().connections, 2u);
            QCOMPARE(client.msUntilReconnect(), -1);
            const auto reply = kept(client.get("a"));
            world.wire().answer(0, "\"code\":200,\"value\":\"v\"");
            QCOMPARE(reply->value(), QByteArray("v"));
        });
        world.advance(1000);
        world.wire().open();
        world.settle();
        QCOMPARE(times, 1);
    }

    void defect04_reconnectingIsVisible()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        QSignalSpy states(&client, &Client::stateChanged);
        world.wire().cut();
        QCOMPARE(client.state(), ConnectionState::Reconnecting);
        QCOMPARE(states.size(), 1);
        QCOMPARE(states.first().first().value<ConnectionState>(), ConnectionState::Reconnecting);
        world.advance(500);
        QCOMPARE(client.state(), ConnectionState::Reconnecting); // all the time it waits
        world.advance(500);
        QCOMPARE(client.state(), ConnectionState::Reconnecting); // and while it tries
        world.wire().open();
        QCOMPARE(client.state(), ConnectionState::Connected);
    }

    void defect05_disconnectWhileWaiting()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        world.wire().cut();
        client.disconnectFromServer();
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        world.advance(3600 * 1000);
        QCOMPARE(world.wires.size(), 1u);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
    }

    void defect06_disconnectWhileConnecting()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        QSignalSpy disconnected(&client, &Client::disconnected);
        client.connectToServer();
        client.disconnectFromServer();
        QCOMPARE(disconnected.size(), 1);
        QCOMPARE(disconnected.first().first().value<DisconnectInfo>().previousState,
                 ConnectionState::Connecting);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QVERIFY(world.wire().isDisposed());
    }

    void defect07_slowCloseIsTold()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        QSignalSpy disconnected(&client, &Client::disconnected);
        client.disconnectFromServer();
        QCOMPARE(world.wire().closeCode, 1000);
        world.advance(199);
        QCOMPARE(disconnected.size(), 0);
        world.advance(1);
        QCOMPARE(disconnected.size(), 1);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QVERIFY(world.wire().isDisposed());
    }

    // Over sockets: the one that is given up is closed, and nothing of it comes afterwards.
    void defect08_connectTimeoutCloses()
    {
        Answerer silent;
        ConnectionConfig config = Fake::config();
        config.baseUrl = silent.url("ws");
        config.connectTimeout = 50ms;
        ApiClient client(config, QStringLiteral("key"));
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        QVERIFY(errors.wait(patience));
        QCOMPARE(client.lastError().kind, ErrorKind::Timeout);
        QTRY_COMPARE_WITH_TIMEOUT(silent.closed, 1, patience);
        QCOMPARE(silent.taken, 1);
        QCOMPARE(errors.size(), 1);
    }

    void defect09_refusedCredential()
    {
        // With a fixed credential: no further attempt.
        {
            Fake::World world;
            Fake::FakeClient client(Fake::config(), &world);
            open(client, world);
            QSignalSpy failed(&client, &Client::reconnectFailed);
            world.wire().cut();
            world.advance(1000);
            world.wire().refuse(403);
            QCOMPARE(client.state(), ConnectionState::Disconnected);
            QCOMPARE(client.lastError().kind, ErrorKind::Authentication);
            QCOMPARE(client.lastError().code, 403);
            QCOMPARE(failed.size(), 1);
            world.advance(3600 * 1000);
            QCOMPARE(world.wires.size(), 2u);
        }
        // With a provider: a new one is fetched, once.
        Fake::World world;
        QList<bool> asked;
        world.credential = [&](bool fresh, const ClientPrivate::CredentialCallback &done) {
            asked.append(fresh);
            done(QStringLiteral("token"), {});
        };
        Fake::FakeClient client(Fake::config(), &world);
        client.setRefreshable();
        open(client, world);
        world.wire().cut();
        world.advance(1000);
        world.wire().refuse(403);
        world.advance(0);
        QCOMPARE(world.wires.size(), 3u);
        world.wire().refuse(403);
        world.advance(3600 * 1000);
        QCOMPARE(world.wires.size(), 3u);
        QCOMPARE(asked, (QList<bool>{false, false, true}));
    }

    void defect10_recoversFrom429()
    {
        Fake::World world;
        Fake::FakeClient client(throttled(10), &world);
        open(client, world);
        CallOptions repeat;
        repeat.retryRefused = true;
        const auto reply = kept(client.increment("n", 1, repeat));
        world.wire().answer(0, "\"code\":429,\"error\":\"slow\"");
        QCOMPARE(client.statistics().currentRate, 5.0);
        QCOMPARE(client.statistics().pauseMs, 1000);
        world.advance(1000);
        QCOMPARE(world.wire().sent.size(), 2);
        world.wire().answer(1, "\"code\":200,\"newValue\":1");
        QCOMPARE(reply->newValue(), 1);
        world.advance(60000);
        QCOMPARE(client.statistics().currentRate, 10.0);
        // The pause begins with a second again, too.
        client.get("a");
        world.wire().answer(2, "\"code\":429,\"error\":\"slow\"");
        QCOMPARE(client.statistics().pauseMs, 1000);
    }

    void defect11_queue()
    {
        Fake::World world;
        ConnectionConfig config = throttled(10);
        config.queueLimit = 1500;
        Fake::FakeClient client(config, &world);
        open(client, world);
        CallOptions soon;
        soon.timeout = 50ms;
        QList<ErrorKind> ends;
        for (int i = 0; i < 2000; ++i) {
            GetReply *const reply = client.get("a", soon);
            connect(reply, &Reply::finished, this, [&ends, reply] { ends.append(reply->error().kind); });
        }
        QCOMPARE(client.statistics().queuedInteractive, 1500);
        world.settle();
        QCOMPARE(ends.count(ErrorKind::QueueFull), 499);
        // The deadline runs from the call.
        world.advance(50);
        QCOMPARE(ends.count(ErrorKind::Timeout), 1501);
        QCOMPARE(client.statistics().queuedInteractive, 0);
        QCOMPARE(world.wire().sent.size(), 1);
        // disconnectFromServer() empties it.
        client.setThrottle({.enabled = true, .requestsPerSecond = 0.001});
        client.get("sent");
        for (int i = 0; i < 5; ++i) {
            GetReply *const reply = client.get("b");
            connect(reply, &Reply::finished, this, [&ends, reply] { ends.append(reply->error().kind); });
        }
        client.disconnectFromServer();
        QCOMPARE(ends.count(ErrorKind::Canceled), 5);
    }

    void defect12_destruction()
    {
        Fake::World world;
        auto client = std::make_unique<Fake::FakeClient>(throttled(1), &world);
        open(*client, world);
        int ends = 0;
        for (int i = 0; i < 20; ++i)
            connect(client->set("a", "b"), &Reply::finished, this, [&] { ++ends; });
        const qsizetype sent = world.wire().sent.size();
        QCOMPARE(sent, 1);
        client.reset();
        QCOMPARE(ends, 20);
        QCOMPARE(world.wire().sent.size(), sent);
        QCOMPARE(world.wire().closeCode, 1000);
        QVERIFY(world.wire().isDisposed());
        // And while it waits for the next attempt.
        client = std::make_unique<Fake::FakeClient>(Fake::config(), &world);
        open(*client, world);
        world.wire().cut();
        client.reset();
        world.advance(3600 * 1000);
        QCOMPARE(world.wires.size(), 2u);
    }

    void defect13_addresses_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("expected");
        const QString credential = QStringLiteral("apiKey=a%2Bb%2Fc%3D%26%23%C3%A4");
        const auto row = [&](const char *base, const char *expected) {
            QTest::newRow(base) << QString::fromLatin1(base) << QString::fromLatin1(expected).arg(credential);
        };
        row("ws://h", "ws://h/ws?%1");
        row("https://h/", "wss://h/ws?%1");
        row("https://h/ws/", "wss://h/ws?%1");
        row("HTTP://h/base//", "ws://h/base/ws?%1");
        row("WSS://h/ws", "wss://h/ws?%1");
        row("h:8080", "wss://h:8080/ws?%1");
        row("ws://h/?x=1", "ws://h/ws?x=1&%1");
        row(" ws://h/ws?x=a%20b#frag ", "ws://h/ws?x=a%20b&%1");
    }

    void defect13_addresses()
    {
        QFETCH(QString, base);
        QFETCH(QString, expected);
        Fake::World world;
        world.credential = [](bool, const ClientPrivate::CredentialCallback &done) {
            done(QStringLiteral("a+b/c=&#\u00e4"), {});
        };
        ConnectionConfig config = Fake::config();
        config.baseUrl = base;
        Fake::FakeClient client(config, &world);
        client.connectToServer();
        QCOMPARE(world.wire().target.url.toString(QUrl::FullyEncoded), expected);
    }

    void defect14_tokens_data()
    {
        QTest::addColumn<QByteArray>("answer"); // empty: none at all
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("token") << Answerer::http("200 OK", R"({"token":"t-1"})") << ErrorKind::None << 0
                               << QString();
        QTest::newRow("201") << Answerer::http("201 Created", R"({"token":"t-1"})") << ErrorKind::None << 0
                             << QString();
        QTest::newRow("error text") << Answerer::http("400 Bad Request", R"({"error":"bad pattern"})")
                                    << ErrorKind::BadRequest << 400 << QStringLiteral("bad pattern");
        QTest::newRow("refused") << Answerer::http("403 Forbidden", R"({"error":"who are you"})")
                                 << ErrorKind::Authentication << 403 << QStringLiteral("who are you");
        QTest::newRow("no token") << Answerer::http("200 OK", R"({"other":1})") << ErrorKind::Protocol << 200
                                  << QString();
        QTest::newRow("silent") << QByteArray() << ErrorKind::Timeout << 0 << QString();
    }

    void defect14_tokens()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorKind, kind);
        QFETCH(int, code);
        QFETCH(QString, said);
        Answerer server(answer);
        ConnectionConfig config;
        config.baseUrl = server.url("ws"); // plain, as the answer is
        TokenManager manager(config, QStringLiteral("api-key"));
        manager.setTimeout(answer.isEmpty() ? 50ms : 10000ms);
        TokenReply *const reply = manager.generateToken({});
        reply->keep();
        QSignalSpy finished(reply, &TokenReply::finished);
        QVERIFY(finished.wait(patience));
        QCOMPARE(reply->error().kind, kind);
        QCOMPARE(reply->error().code, code);
        QVERIFY2(reply->error().text.contains(said), qPrintable(reply->error().text));
        QCOMPARE(reply->token(), kind == ErrorKind::None ? QStringLiteral("t-1") : QString());
        QVERIFY(server.request.startsWith("POST /token/websocket HTTP/1.1\r\n"));
        delete reply;
    }

    void defect15_successIsNotOnly200()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        const auto withoutCode = kept(client.get("a"));
        world.wire().answer(0, "\"value\":\"v\"");
        QCOMPARE(withoutCode->value(), QByteArray("v"));
        const auto created = kept(client.set("a", "b"));
        world.wire().answer(1, "\"code\":201,\"success\":true");
        QVERIFY(created->succeeded());
        QCOMPARE(created->result().code, 201);
    }

    void defect16_replyWithoutId()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        QSignalSpy warnings(&client, &Client::protocolWarning);
        client.get("a");
        world.wire().receive("{\"code\":400,\"error\":\"Invalid JSON\"}");
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings.first().first().toString().contains(QStringLiteral("Invalid JSON")));
        QCOMPARE(client.statistics().protocolWarnings, 1u);
    }

    void defect17_oddFrames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        for (const char *frame : {"text", "42", "null", "[1]", "\"x\"", "", "{", "{}}"})
            QTest::addRow("<%s>", frame) << QByteArray(frame);
    }

    void defect17_oddFrames()
    {
        QFETCH(QByteArray, frame);
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        QSignalSpy warnings(&client, &Client::protocolWarning);
        QSignalSpy notifications(&client, &Client::notificationReceived);
        const auto reply = kept(client.get("a"));
        world.wire().receive(frame);
        QCOMPARE(warnings.size(), 1);
        // Not deaf.
        world.wire().receive(R"({"type":"notification","key":"k","value":"v"})");
        QCOMPARE(notifications.size(), 1);
        world.wire().answer(0, "\"code\":200,\"value\":\"v\"");
        QCOMPARE(reply->value(), QByteArray("v"));
    }

    // Exceptions do not leave a slot in Qt; what is left of it is a slot that turns everything over.
    void defect18_listenersMayDoAnything()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        QByteArrayList heard;
        connect(&client, &Client::connected, this, [&] {
            world.wire().receive(R"({"type":"notification","key":"within","value":"v"})");
            client.disconnectFromServer();
            client.connectToServer();
        });
        auto shortLived = std::make_unique<QObject>();
        client.subscribe(NotificationFilter(), shortLived.get(),
                         [&](const Notification &) { shortLived.reset(); });
        client.subscribe(NotificationFilter(), this,
                         [&](const Notification &notification) { heard.append(notification.key); });
        open(client, world);
        QCOMPARE(heard, QByteArrayList{"within"});
        QVERIFY(!shortLived);
        world.wire().cut(1000); // answers the close
        world.settle();
        QCOMPARE(world.wires.size(), 2u);
        QCOMPARE(client.state(), ConnectionState::Connecting);
        client.disconnect(this);
        client.subscribe(NotificationFilter(), this,
                         [&](const Notification &notification) { heard.append(notification.key); });
        world.wire().open();
        world.wire().receive(R"({"type":"notification","key":"later","value":"v"})");
        QCOMPARE(heard, (QByteArrayList{"within", "later"}));
    }

    void defect19_disconnectWaitsForReplies()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        const auto answered = kept(client.get("a"));
        const auto silent = kept(client.get("b", {.timeout = 3s}));
        client.disconnectFromServer(false);
        world.wire().answer(0, "\"code\":200,\"value\":\"v\"");
        QCOMPARE(answered->value(), QByteArray("v"));
        QCOMPARE(world.wire().closeCode, 0);
        world.advance(3000);
        QCOMPARE(silent->error().kind, ErrorKind::Timeout);
        QCOMPARE(silent->error().delivery, Delivery::Unknown);
        // The last one has ended, so there is nothing to wait for.
        QCOMPARE(world.wire().closeCode, 1000);
        world.advance(200);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
    }

    void defect20_halfOpenLine()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.heartbeatInterval = 30s;
        config.heartbeatTimeout = 10s;
        Fake::FakeClient client(config, &world);
        open(client, world);
        const auto reply = kept(client.get("a", {.timeout = 0ms}));
        world.wire().pong(1000); // the one of the beginning
        world.advance(30000);
        QCOMPARE(world.wire().pings, 2);
        QVERIFY(client.isConnected());
        world.advance(10000);
        QCOMPARE(client.state(), ConnectionState::Reconnecting);
        QCOMPARE(reply->error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(reply->error().delivery, Delivery::Unknown);
    }

    void defect21_resyncIsSignalled()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        QSignalSpy resync(&client, &Client::resyncNeeded);
        open(client, world);
        QCOMPARE(resync.size(), 0);
        world.advance(5000);
        world.wire().pong(1000);
        world.advance(2000);
        world.wire().cut();
        world.advance(1000);
        world.wire().open();
        QCOMPARE(resync.size(), 1);
        const auto span = resync.first().first().value<ResyncSpan>();
        QCOMPARE(span.from, Fake::World::epoch + 5000); // last heard of
        QCOMPARE(span.to, Fake::World::epoch + 8000);
    }

    void defect22_ranges()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        // Several pages.
        RangeScan scan(&client, "a", "z");
        QByteArrayList keys;
        connect(&scan, &Scan::pageReady, this, [&](const ScannedPage &page) {
            for (const Record &record : page.records)
                keys.append(record.key);
        });
        scan.start();
        world.settle();
        world.wire().answer(
            0, R"("code":200,"records":[{"key":"a","value":"1"},{"key":"b","value":"2"}],"truncated":true)");
        world.settle();
        QVERIFY(world.wire().sent.at(1).contains(R"("key":"b\u0000")"));
        world.wire().answer(1, R"("code":200,"records":[{"key":"c","value":"3"}],"truncated":false)");
        QVERIFY(scan.isFinished());
        QCOMPARE(keys, (QByteArrayList{"a", "b", "c"}));
        // The limit is looked at, and nothing leaves without a value.
        for (const int limit : {-1, 1001}) {
            const auto reply = kept(client.range("a", "z", limit));
            world.settle();
            QCOMPARE(reply->error().kind, ErrorKind::InvalidArgument);
        }
        const auto empty = kept(client.set("a", QByteArray()));
        world.settle();
        QCOMPARE(empty->error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(world.wire().sent.size(), 2);
    }

    void defect23_apiKeyClientHears()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        QByteArrayList heard;
        client.subscribe(NotificationFilter::prefix("room:"), this,
                         [&](const Notification &notification) { heard.append(notification.key); });
        QSignalSpy all(&client, &Client::notificationReceived);
        open(client, world);
        world.wire().receive(R"({"type":"notification","key":"room:1","value":"v"})");
        world.wire().receive(R"({"type":"notification","key":"hall:1","value":"v"})");
        QCOMPARE(heard, QByteArrayList{"room:1"});
        QCOMPARE(all.size(), 2);
    }

private:
    static void open(Client &client, Fake::World &world)
    {
        client.connectToServer();
        world.wire().open();
    }

    static ConnectionConfig throttled(double rate)
    {
        ConnectionConfig config = Fake::config();
        config.throttle = {.enabled = true, .requestsPerSecond = rate};
        return config;
    }
};

QTEST_GUILESS_MAIN(tst_Defects)
#include "tst_defects.moc"
