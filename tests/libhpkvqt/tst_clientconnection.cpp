// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace Hpkv;
using namespace std::chrono_literals;

/// Client over a fake link with a clock that is moved by hand: opening, losing, restoring and closing.
class tst_ClientConnection : public QObject
{
    Q_OBJECT

public:
    enum class Act { Disconnect, Reconnect, Delete };
    Q_ENUM(Act)

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void firstFailureIsNotRetried()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        const Spies spies(client);
        client.connectToServer();
        QCOMPARE(client.state(), ConnectionState::Connecting);
        world.wire().refuse(503);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(spies.errors.size(), 1);
        QCOMPARE(spies.disconnected.size(), 0);
        QCOMPARE(spies.failed.size(), 0);
        world.advance(100000);
        QCOMPARE(world.wires.size(), 1u);
    }

    void keepsTryingTheFirst()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.reconnect.retryFirst = true;
        Fake::FakeClient client(config, &world);
        const Spies spies(client);
        client.connectToServer();
        world.wire().refuse(503);
        QCOMPARE(client.state(), ConnectionState::Reconnecting);
        world.advance(1000);
        QCOMPARE(world.wires.size(), 2u);
        world.wire().open();
        QCOMPARE(client.state(), ConnectionState::Connected);
        QCOMPARE(spies.connected.size(), 1);
        QCOMPARE(spies.resync.size(), 0); // there was nothing to miss
    }

    void waitsGrowAndEnd()
    {
        Fake::World world;
        world.chance = 0.5;
        ConnectionConfig config = Fake::config();
        config.reconnect.maxAttempts = 4;
        config.reconnect.maxDelay = 5s;
        Fake::FakeClient client(config, &world);
        open(client, world);
        const Spies spies(client);
        world.wire().cut();
        QCOMPARE(client.state(), ConnectionState::Reconnecting);
        const QList<int> waits{1250, 2250, 4250, 5000};
        for (qsizetype i = 0; i < waits.size(); ++i) {
            const auto info = spies.reconnecting.at(i).first().value<ReconnectInfo>();
            QCOMPARE(info.attempt, int(i) + 1);
            QCOMPARE(info.maxAttempts, 4);
            QCOMPARE(info.delay.count(), waits.at(i));
            QCOMPARE(client.msUntilReconnect(), waits.at(i));
            world.advance(waits.at(i) - 1);
            QCOMPARE(world.wires.size(), size_t(i) + 1);
            world.advance(1);
            QCOMPARE(world.wires.size(), size_t(i) + 2);
            QCOMPARE(client.state(), ConnectionState::Reconnecting);
            world.wire().refuse(503);
        }
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(spies.failed.size(), 1);
        QCOMPARE(spies.disconnected.size(), 1);
        QCOMPARE(spies.reconnecting.size(), 4);
        world.advance(100000);
        QCOMPARE(world.wires.size(), 5u);
    }

    void neverAndWithoutEnd()
    {
        for (const int attempts : {0, -1}) {
            Fake::World world;
            ConnectionConfig config = Fake::config();
            config.reconnect.maxAttempts = attempts;
            Fake::FakeClient client(config, &world);
            open(client, world);
            const Spies spies(client);
            world.wire().cut();
            if (attempts == 0) {
                QCOMPARE(client.state(), ConnectionState::Disconnected);
                QCOMPARE(spies.failed.size(), 1);
                continue;
            }
            for (int i = 0; i < 50; ++i) {
                world.advance(client.msUntilReconnect());
                world.wire().refuse(503);
            }
            QCOMPARE(client.state(), ConnectionState::Reconnecting);
            QCOMPARE(world.wires.size(), 51u);
        }
    }

    void authenticationAndConfigurationEndIt_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404})
            QTest::addRow("%d", status) << status;
    }

    void authenticationAndConfigurationEndIt()
    {
        QFETCH(int, status);
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.reconnect.retryFirst = true;
        Fake::FakeClient client(config, &world);
        open(client, world);
        const Spies spies(client);
        world.wire().cut();
        world.advance(1000);
        world.wire().refuse(status);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(spies.failed.size(), 1);
        QCOMPARE(spies.failed.first().first().value<Error>().code, status);
        world.advance(100000);
        QCOMPARE(world.wires.size(), 2u);
    }

    void policyCloseIsAuthentication()
    {
        for (const int code : {1008, 4401, 4403}) {
            Fake::World world;
            Fake::FakeClient client(Fake::config(), &world);
            open(client, world);
            const Spies spies(client);
            world.wire().cut(code);
            QCOMPARE(client.state(), ConnectionState::Disconnected);
            QCOMPARE(client.lastError().kind, ErrorKind::Authentication);
            QCOMPARE(spies.disconnected.size(), 1);
            QCOMPARE(spies.failed.size(), 1);
        }
    }

    void refusedCredentialIsReplacedOnce()
    {
        Fake::World world;
        QList<bool> asked;
        world.credential = [&](bool fresh, const ClientPrivate::CredentialCallback &done) {
            asked.append(fresh);
            done(QStringLiteral("token%1").arg(asked.size()), {});
        };
        Fake::FakeClient client(Fake::config(), &world);
        client.setRefreshable();
        const Spies spies(client);
        client.connectToServer();
        world.wire().refuse(403);
        QCOMPARE(asked, (QList<bool>{false, true}));
        QCOMPARE(world.wires.size(), 2u);
        QCOMPARE(spies.errors.size(), 0);
        world.wire().refuse(403);
        QCOMPARE(world.wires.size(), 2u);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(spies.errors.size(), 1);
    }

    void credentialMayComeLateOrFail()
    {
        Fake::World world;
        ClientPrivate::CredentialCallback answer;
        world.credential = [&](bool, const ClientPrivate::CredentialCallback &done) { answer = done; };
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        QVERIFY(world.wires.empty());
        world.advance(6000);
        answer(QStringLiteral("late"), {});
        QCOMPARE(world.wires.size(), 1u);
        QVERIFY(world.wire().target.url.query().contains(QStringLiteral("apiKey=late")));
        client.disconnectFromServer();

        client.connectToServer();
        client.disconnectFromServer();
        answer(QStringLiteral("too late"), {});
        QCOMPARE(world.wires.size(), 1u);

        client.connectToServer();
        answer({}, Error(ErrorKind::Authentication, QStringLiteral("no")));
        world.settle();
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(client.lastError().text, QStringLiteral("no"));

        client.connectToServer();
        world.advance(30000);
        QCOMPARE(client.lastError().kind, ErrorKind::Timeout);
    }

    void badAddress()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.baseUrl = QStringLiteral("ftp://x");
        Fake::FakeClient client(config, &world);
        const Spies spies(client);
        client.connectToServer();
        QCOMPARE(spies.errors.size(), 0);
        world.settle();
        QCOMPARE(spies.errors.size(), 1);
        QCOMPARE(client.lastError().kind, ErrorKind::Configuration);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
    }

    void openingHasADeadline()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.advance(4999);
        QVERIFY(!world.wire().isDisposed());
        world.advance(1);
        QVERIFY(world.wire().isDisposed());
        QCOMPARE(client.lastError().kind, ErrorKind::Timeout);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
    }

    void disconnectCancelsTheAttempt_data()
    {
        QTest::addColumn<ConnectionState>("state");
        QTest::addColumn<bool>("waiting");
        QTest::newRow("connecting") << ConnectionState::Connecting << false;
        QTest::newRow("waiting for the next attempt") << ConnectionState::Reconnecting << true;
        QTest::newRow("making the next attempt") << ConnectionState::Reconnecting << false;
    }

    void disconnectCancelsTheAttempt()
    {
        QFETCH(ConnectionState, state);
        QFETCH(bool, waiting);
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        if (state == ConnectionState::Reconnecting) {
            world.wire().open();
            world.wire().cut();
            if (!waiting)
                world.advance(1000);
        }
        QCOMPARE(client.state(), state);
        const Spies spies(client);
        client.disconnectFromServer();
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(spies.disconnected.size(), 1);
        QCOMPARE(spies.disconnected.first().first().value<DisconnectInfo>().previousState, state);
        const std::size_t wires = world.wires.size();
        world.advance(100000);
        QCOMPARE(world.wires.size(), wires);
        QVERIFY(world.wire().isDisposed());
        QCOMPARE(spies.disconnected.size(), 1);
        QCOMPARE(spies.failed.size(), 0);
        QCOMPARE(spies.errors.size(), 0);
    }

    void closingHandshakeHasADeadline()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        const Spies spies(client);
        client.disconnectFromServer();
        QCOMPARE(client.state(), ConnectionState::Disconnecting);
        QCOMPARE(world.wire().closeCode, 1000);
        world.advance(199);
        QCOMPARE(spies.disconnected.size(), 0);
        world.advance(1);
        QCOMPARE(spies.disconnected.size(), 1);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QVERIFY(world.wire().isDisposed());
    }

    void connectWhileClosing()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        client.disconnectFromServer();
        client.connectToServer();
        QCOMPARE(client.state(), ConnectionState::Disconnecting);
        world.wire().cut(1000);
        QCOMPARE(client.state(), ConnectionState::Connecting);
        QCOMPARE(world.wires.size(), 2u);
    }

    void drainsBeforeClosing()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.throttle.enabled = true;
        Fake::FakeClient client(config, &world);
        open(client, world);
        GetReply *const sent = client.get("a");
        GetReply *const waiting = client.get("b");
        sent->keep();
        waiting->keep();
        client.disconnectFromServer(false);
        QCOMPARE(waiting->error().kind, ErrorKind::Canceled);
        QCOMPARE(waiting->error().delivery, Delivery::NotSent);
        QVERIFY(!sent->isFinished());
        QCOMPARE(world.wire().closeCode, 0);
        GetReply *const late = client.get("c");
        late->keep();
        world.settle();
        QCOMPARE(late->error().kind, ErrorKind::NotConnected);
        world.wire().answer(0, "\"code\":200,\"value\":\"x\"");
        QVERIFY(sent->succeeded());
        QCOMPARE(world.wire().closeCode, 1000);
        delete sent;
        delete waiting;
        delete late;
    }

    void drainEndsWithTheDeadline()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        GetReply *const sent = client.get("a");
        sent->keep();
        client.disconnectFromServer(false);
        world.advance(10000);
        QCOMPARE(sent->error().kind, ErrorKind::Timeout);
        QCOMPARE(world.wire().closeCode, 1000);
        world.advance(200);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        delete sent;
    }

    void queueOutlivesABreak()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.throttle.enabled = true;
        Fake::FakeClient client(config, &world);
        open(client, world);
        WriteReply *const sent = client.append("a", "x");
        WriteReply *const waiting = client.append("b", "x");
        sent->keep();
        waiting->keep();
        world.wire().cut();
        QCOMPARE(sent->error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(sent->error().delivery, Delivery::Unknown);
        QVERIFY(!waiting->isFinished());
        GetReply *const during = client.get("c");
        during->keep();
        world.settle();
        QCOMPARE(during->error().kind, ErrorKind::NotConnected);
        world.advance(1000);
        world.wire().open();
        QCOMPARE(world.wire().sent.size(), 1); // what was under way is not sent again
        QVERIFY(world.wire().sent.first().contains("\"b\""));
        world.wire().answer(0, "\"code\":200,\"success\":true");
        QVERIFY(waiting->succeeded());
        delete sent;
        delete waiting;
        delete during;
    }

    void queueEndsWhenItGivesUp()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.throttle.enabled = true;
        config.reconnect.maxAttempts = 1;
        Fake::FakeClient client(config, &world);
        open(client, world);
        client.get("a");
        GetReply *const waiting = client.get("b");
        waiting->keep();
        world.wire().cut();
        world.advance(1000);
        world.wire().refuse(503);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(waiting->error().delivery, Delivery::NotSent);
        QVERIFY(waiting->isFinished());
        delete waiting;
    }

    void resyncSpan()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        Fake::FakeClient client(config, &world);
        open(client, world);
        const Spies spies(client);
        const qint64 begin = Fake::World::epoch;
        world.advance(700);
        world.wire().receive("{\"type\":\"notification\",\"key\":\"k\",\"value\":\"v\"}");
        world.advance(5000);
        world.wire().cut();
        world.advance(1000);
        world.wire().open();
        QCOMPARE(spies.resync.size(), 1);
        const auto span = spies.resync.first().first().value<ResyncSpan>();
        QCOMPARE(span.from, begin + 700);
        QCOMPARE(span.to, begin + 6700);
    }

    void heartbeat()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.heartbeatInterval = 30s;
        config.heartbeatTimeout = 10s;
        Fake::FakeClient client(config, &world);
        open(client, world);
        const Spies spies(client);
        QCOMPARE(world.wire().pings, 1); // for the round trip
        world.wire().pong(1500);
        QCOMPARE(client.roundTrip(), 1.5);
        world.advance(30000);
        QCOMPARE(world.wire().pings, 2);
        world.advance(9000);
        world.wire().receive(
            "{\"type\":\"notification\",\"key\":\"k\",\"value\":\"v\"}"); // a sign of life too
        world.advance(21000);
        QCOMPARE(world.wire().pings, 3);
        world.advance(9999);
        QCOMPARE(spies.disconnected.size(), 0);
        world.advance(1);
        QCOMPARE(spies.disconnected.size(), 1);
        QCOMPARE(spies.disconnected.first().first().value<DisconnectInfo>().code, 1006);
        QCOMPARE(client.state(), ConnectionState::Reconnecting);
    }

    void attemptsCountAnewOnlyWhenItWorks()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        const Spies spies(client);
        // Opens and drops at once, without a word: that is no working connection.
        for (int i = 0; i < 3; ++i) {
            world.wire().cut();
            world.advance(client.msUntilReconnect());
            world.wire().open();
        }
        world.wire().cut();
        QCOMPARE(spies.failed.size(), 1);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        client.connectToServer();
        world.wire().open();
        for (int i = 0; i < 10; ++i) {
            world.wire().pong(1000);
            world.wire().cut();
            world.advance(1000);
            world.wire().open();
        }
        QCOMPARE(client.state(), ConnectionState::Connected);
    }

    void connectMakesTheNextAttemptAtOnce()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        world.wire().cut();
        client.connectToServer();
        QCOMPARE(world.wires.size(), 2u);
        QCOMPARE(client.state(), ConnectionState::Reconnecting);
        client.connectToServer();
        world.advance(1500);
        QCOMPARE(world.wires.size(), 2u);
    }

    // What slots of each signal may do.
    void slotsMayDoAnything_data()
    {
        QTest::addColumn<QByteArray>("signal");
        QTest::addColumn<Act>("act");
        const auto acts = QMetaEnum::fromType<Act>();
        for (const char *signal :
             {"stateChanged", "connected", "disconnected", "reconnecting", "errorOccurred", "resyncNeeded",
              "reconnectFailed", "protocolWarning", "roundTripChanged", "throttleChanged"}) {
            for (int a = 0; a < acts.keyCount(); ++a)
                QTest::addRow("%s/%s", signal, acts.key(a)) << QByteArray(signal) << Act(acts.value(a));
        }
    }

    void slotsMayDoAnything()
    {
        QFETCH(QByteArray, signal);
        QFETCH(Act, act);
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.reconnect.maxAttempts = 2;
        auto *client = new Fake::FakeClient(config, &world);
        const QPointer<Client> alive(client);
        bool acted = false;
        const auto doIt = [&] {
            if (std::exchange(acted, true) || !alive)
                return;
            switch (act) {
            case Act::Disconnect:
                client->disconnectFromServer();
                break;
            case Act::Reconnect:
                client->disconnectFromServer();
                client->connectToServer();
                break;
            case Act::Delete:
                delete client;
                break;
            }
        };
        const auto on = [&](const char *name, auto member) {
            if (signal == name)
                connect(client, member, client, doIt);
        };
        on("stateChanged", &Client::stateChanged);
        on("connected", &Client::connected);
        on("disconnected", &Client::disconnected);
        on("reconnecting", &Client::reconnecting);
        on("errorOccurred", &Client::errorOccurred);
        on("resyncNeeded", &Client::resyncNeeded);
        on("reconnectFailed", &Client::reconnectFailed);
        on("protocolWarning", &Client::protocolWarning);
        on("roundTripChanged", &Client::roundTripChanged);
        on("throttleChanged", &Client::throttleChanged);

        // Whatever is still there of this is played.
        const auto wire = [&]() -> Fake::Wire * {
            return !world.wires.empty() && !world.wire().isDisposed() ? &world.wire() : nullptr;
        };
        client->connectToServer();
        if (wire())
            wire()->open();
        if (alive)
            client->get("a");
        if (wire() && alive->isConnected())
            wire()->receive("nonsense");
        if (wire() && alive->isConnected())
            wire()->pong(1000);
        world.settle();
        if (wire() && alive->isConnected())
            wire()->cut();
        world.advance(1000);
        if (wire())
            wire()->open();
        for (int i = 0; i < 4 && alive; ++i) {
            if (wire() && alive->isConnected())
                wire()->cut();
            else if (wire())
                wire()->refuse(503);
            world.advance(30000);
        }
        world.advance(100000);
        QVERIFY(acted);
        QCOMPARE(alive.isNull(), act == Act::Delete);
        if (alive) {
            QVERIFY(client->state() == ConnectionState::Disconnected || wire());
            delete client;
        }
        for (const auto &each : world.wires)
            QVERIFY(each->isDisposed());
    }

    void credentialNeverShows()
    {
        static QStringList logged;
        logged.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("hpkv.*=true"));
        const QtMessageHandler before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { logged.append(text); });
        const auto restore = qScopeGuard([before] {
            qInstallMessageHandler(before);
            QLoggingCategory::setFilterRules(QString());
        });
        const QString secret = QStringLiteral("s3cr+t/key=");
        Fake::World world;
        world.credential = [&](bool, const ClientPrivate::CredentialCallback &done) { done(secret, {}); };
        Fake::FakeClient client(Fake::config(), &world);
        QStringList seen;
        connect(&client, &Client::errorOccurred, this, [&](const Error &error) {
            seen.append(error.text);
            QDebug(&seen.emplaceBack()) << error;
        });
        connect(&client, &Client::disconnected, this, [&](const DisconnectInfo &info) {
            seen.append(info.reason);
            QDebug(&seen.emplaceBack()) << info;
        });
        connect(&client, &Client::protocolWarning, this, [&](const QString &text) { seen.append(text); });
        QDebug(&seen.emplaceBack()) << client.config();
        client.connectToServer();
        const QString said = QStringLiteral("key %1 or %2").arg(secret, QStringLiteral("s3cr%2Bt%2Fkey%3D"));
        world.wire().end({LinkEnd::Cause::Refused, false, 503, 1006, said});
        open(client, world);
        world.wire().receive(QStringLiteral("{\"error\":\"%1\"}").arg(said).toUtf8());
        GetReply *const reply = client.get("a");
        reply->keep();
        world.wire().answer(0, QStringLiteral("\"code\":500,\"error\":\"%1\"").arg(said).toUtf8());
        seen.append(reply->error().text);
        delete reply;
        world.wire().end({LinkEnd::Cause::Closed, true, 0, 4000, said});
        world.settle();
        QVERIFY(seen.size() >= 7);
        QVERIFY(logged.size() >= 5);
        seen += logged;
        for (const QString &text : std::as_const(seen)) {
            QVERIFY2(!text.contains(secret), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("s3cr%2Bt"), Qt::CaseInsensitive), qPrintable(text));
        }
    }

private:
    struct Spies {
        explicit Spies(Client &client)
            : connected(&client, &Client::connected)
            , disconnected(&client, &Client::disconnected)
            , reconnecting(&client, &Client::reconnecting)
            , failed(&client, &Client::reconnectFailed)
            , errors(&client, &Client::errorOccurred)
            , resync(&client, &Client::resyncNeeded)
        {
        }
        QSignalSpy connected;
        QSignalSpy disconnected;
        QSignalSpy reconnecting;
        QSignalSpy failed;
        QSignalSpy errors;
        QSignalSpy resync;
    };

    static void open(Client &client, Fake::World &world)
    {
        client.connectToServer();
        world.wire().open();
    }
};

QTEST_GUILESS_MAIN(tst_ClientConnection)
#include "tst_clientconnection.moc"
