// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#include <QMetaProperty>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <hpkvqt/apiclient.h>
#include <hpkvqt/subscriptionclient.h>

using namespace Hpkv;
using namespace std::chrono_literals;

namespace
{

class Receiver : public QObject
{
public:
    void take(const Notification &notification) { taken.append(notification.key); }

    QList<QByteArray> taken;
};

} // namespace

/// What a program sees of a client beside its calls: properties, figures, futures, text.
class tst_ClientApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    /// A property without a notify signal would freeze in QML; one that shares its name with a signal or a
    /// function would hide that.
    void everyPropertyNotifiesAndHidesNothing_data()
    {
        QTest::addColumn<const QMetaObject *>("meta");
        for (const QMetaObject *meta :
             {&Client::staticMetaObject, &ApiClient::staticMetaObject, &SubscriptionClient::staticMetaObject,
              &Reply::staticMetaObject, &GetReply::staticMetaObject, &WriteReply::staticMetaObject,
              &RangeReply::staticMetaObject, &IncrementReply::staticMetaObject})
            QTest::newRow(meta->className()) << meta;
    }
    void everyPropertyNotifiesAndHidesNothing()
    {
        QFETCH(const QMetaObject *, meta);
        for (int i = 1; i < meta->propertyCount(); ++i) { // 0 is objectName
            const QMetaProperty property = meta->property(i);
            QVERIFY2(property.hasNotifySignal() || property.isConstant(), property.name());
            for (int j = 0; j < meta->methodCount(); ++j)
                QVERIFY2(meta->method(j).name() != property.name(), property.name());
        }
    }

    void figuresAreProperties()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.throttle.enabled = true;
        config.throttle.requestsPerSecond = 10;
        config.queueLimit = 50;
        Fake::FakeClient client(config, &world);
        open(client, world);
        QVERIFY(client.property("isConnected").toBool());
        QCOMPARE(client.property("baseUrl").toString(), config.baseUrl);
        client.get("sent");
        client.get("waits");
        client.get("waits too", CallOptions::background());
        QCOMPARE(client.pendingCount(), 3);
        QCOMPARE(client.queueLength(), 2);
        const ThrottleStatus status = client.property("throttleStatus").value<ThrottleStatus>();
        QVERIFY(status.isEnabled());
        QCOMPARE(status.config, config.throttle);
        QCOMPARE(status.currentRate, 10.0);
        QCOMPARE(status.queuedInteractive, 1);
        QCOMPARE(status.queuedBackground, 1);
        QCOMPARE(status.queueLength(), 2);
        QCOMPARE(status.queueLimit, 50);
        const Statistics statistics = client.property("statistics").value<Statistics>();
        QCOMPARE(statistics.pending(), 3);
        QCOMPARE(statistics.state, ConnectionState::Connected);
        QCOMPARE(statistics.staticMetaObject.property(0).readOnGadget(&statistics).toULongLong(), 1U);
    }

    void roundTripsAreCounted()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        QCOMPARE(client.statistics().roundTrips, RoundTripSummary());
        for (int i = 1; i <= 100; ++i) {
            client.get("k");
            world.advance(i);
            world.wire().answer(i - 1, "\"code\":404,\"error\":\"Record not found\"");
        }
        const RoundTripSummary summary = client.statistics().roundTrips;
        QCOMPARE(summary.count, 100U);
        QCOMPARE(summary.minimum, 1.0);
        QCOMPARE(summary.maximum, 100.0);
        QCOMPARE(summary.mean, 50.5);
        QVERIFY(qAbs(summary.p50 - 50) <= 1);
        QVERIFY(qAbs(summary.p95 - 95) <= 1.9);
        QVERIFY(qAbs(summary.p99 - 99) <= 2);
    }

    /// However much happens: the first change at once, then one in 100 ms, and the last one is told.
    void statisticsAreToldTenTimesASecond()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        world.advance(1000);
        QSignalSpy spy(&client, &Client::statisticsChanged);
        for (int i = 0; i < 300; ++i) {
            client.get("k");
            world.advance(1);
            world.wire().answer(i, "\"code\":200,\"value\":\"v\"");
        }
        world.advance(0);
        QVERIFY2(spy.size() >= 3 && spy.size() <= 4, qPrintable(QString::number(spy.size())));
        quint64 told = 0;
        connect(&client, &Client::statisticsChanged, &client,
                [&] { told = client.statistics().repliesReceived; });
        world.advance(200);
        QCOMPARE(told, 300U);
        const qsizetype before = spy.size();
        world.advance(5000);
        QCOMPARE(spy.size(), before);
    }

    void attemptsAreAProperty()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.reconnect.maxAttempts = 3;
        config.reconnect.jitter = 0ms;
        Fake::FakeClient client(config, &world);
        open(client, world);
        QSignalSpy spy(&client, &Client::reconnectAttemptChanged);
        world.wire().cut();
        world.advance(0);
        QCOMPARE(client.reconnectAttempt(), 1);
        world.advance(1000);
        world.wire().refuse(503);
        world.advance(0);
        QCOMPARE(client.property("reconnectAttempt").toInt(), 2);
        world.advance(2000);
        world.wire().open();
        world.advance(0);
        QCOMPARE(client.reconnectAttempt(), 2); // it has not proved to work
        client.get("k");
        world.wire().answer(0, "\"code\":200,\"value\":\"v\"");
        world.advance(0);
        QCOMPARE(client.statistics().reconnectAttempt, 0);
        QList<int> told;
        for (const QList<QVariant> &arguments : spy)
            told.append(arguments.first().toInt());
        QCOMPARE(told, (QList<int>{1, 2, 0}));
    }

    void configurationIsToldOnce()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        QSignalSpy spy(&client, &Client::configChanged);
        client.setBaseUrl(QStringLiteral("ws://other"));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(client.config().baseUrl, QStringLiteral("ws://other"));
        client.setBaseUrl(QStringLiteral("ws://other"));
        client.setConfig(client.config());
        client.setThrottle(client.config().throttle);
        QCOMPARE(spy.size(), 1);
        ThrottleConfig throttle;
        throttle.requestsPerSecond = 77;
        client.setThrottle(throttle);
        QCOMPARE(spy.size(), 2);
        QCOMPARE(client.throttleStatus().config.requestsPerSecond, 77.0);
    }

    /// 0 switches a limit off instead of making it strike at once.
    void zeroMeansNone()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.connectTimeout = 0ms;
        config.callTimeout = 0ms;
        config.heartbeatInterval = 1000ms;
        config.heartbeatTimeout = 0ms;
        Fake::FakeClient client(config, &world);
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        world.advance(3'600'000);
        QCOMPARE(client.state(), ConnectionState::Connecting);
        world.wire().open();
        const QPointer<GetReply> reply = client.get("k");
        world.advance(600'000);
        QVERIFY(client.isConnected());
        QVERIFY(world.wire().pings > 100);
        QVERIFY(reply && !reply->isFinished());
        QVERIFY(errors.isEmpty());
    }

    void connectFuture_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("opens") << int(ErrorKind::None);
        QTest::newRow("refused") << int(ErrorKind::Authentication);
        QTest::newRow("closed") << int(ErrorKind::Canceled);
        QTest::newRow("deleted") << int(ErrorKind::Canceled);
    }
    void connectFuture()
    {
        QFETCH(const int, kind);
        const QByteArray what = QTest::currentDataTag();
        Fake::World world;
        auto client = std::make_unique<Fake::FakeClient>(Fake::config(), &world);
        const QFuture<Error> future = client->connectFuture();
        const QFuture<Error> second = client->connectFuture();
        QVERIFY(!future.isFinished());
        if (what == "opens")
            world.wire().open();
        else if (what == "refused")
            world.wire().refuse(403);
        else if (what == "closed")
            client->disconnectFromServer();
        else
            client.reset();
        world.settle();
        QVERIFY(future.isFinished() && second.isFinished());
        QCOMPARE(int(future.result().kind), kind);
        QCOMPARE(second.result(), future.result());
        if (client && client->isConnected()) {
            const QFuture<Error> open = client->connectFuture();
            QVERIFY(open.isFinished());
            QVERIFY(!open.result().isError());
        }
    }

    /// Attempts that fail on the way do not end it: the last one decides.
    void connectFutureWhileReconnecting_data()
    {
        QTest::addColumn<bool>("opens");
        QTest::newRow("restored") << true;
        QTest::newRow("given up") << false;
    }
    void connectFutureWhileReconnecting()
    {
        QFETCH(const bool, opens);
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.reconnect.maxAttempts = 2;
        config.reconnect.jitter = 0ms;
        Fake::FakeClient client(config, &world);
        open(client, world);
        world.wire().cut();
        const QFuture<Error> future = client.connectFuture();
        world.wire().refuse(503);
        world.settle();
        QVERIFY(!future.isFinished());
        world.advance(2000);
        if (opens)
            world.wire().open();
        else
            world.wire().refuse(503);
        world.settle();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().isError(), !opens);
        QCOMPARE(future.result().code, opens ? 0 : 503);
    }

    void connectFutureWhileClosing()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        const QFuture<void> closed = client.disconnectFuture();
        const QFuture<Error> again = client.connectFuture();
        QVERIFY(!closed.isFinished());
        world.wire().end({LinkEnd::Cause::Closed, true, 0, 1000, QString()});
        world.settle();
        QVERIFY(closed.isFinished());
        QVERIFY(!again.isFinished());
        world.wire().open();
        world.settle();
        QVERIFY(again.isFinished() && !again.result().isError());
    }

    void disconnectFuture()
    {
        Fake::World world;
        auto client = std::make_unique<Fake::FakeClient>(Fake::config(), &world);
        QVERIFY(client->disconnectFuture().isFinished());
        open(*client, world);
        const QFuture<void> future = client->disconnectFuture();
        QVERIFY(!future.isFinished());
        client.reset();
        QVERIFY(future.isFinished());
    }

    void textOperations()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        const QString key = QStringLiteral("schlüssel");
        const QList<Reply *> replies{client.getText(key),
                                     client.setText(key, QStringLiteral("größe")),
                                     client.patchText(key, QStringLiteral("{\"a\":1}")),
                                     client.appendText(key, QStringLiteral("!")),
                                     client.removeText(key),
                                     client.rangeText(key, key, 5),
                                     client.incrementText(key, -3)};
        QCOMPARE(world.wire().sent.size(), replies.size());
        int operation = 0;
        for (const Reply *reply : replies) {
            QCOMPARE(reply->parent(), &client); // or QML would take it for its own
            QCOMPARE(reply->keyText(), key);
            operation |= 1 << int(reply->operation());
        }
        QCOMPARE(operation, 0b1111110);
        QVERIFY(world.wire().sent.at(1).contains("größe"));
        auto *const get = static_cast<GetReply *>(replies.first());
        QString text;
        connect(get, &Reply::finished, &client, [&] { text = get->text(); });
        world.wire().answer(0, "\"code\":200,\"value\":\"wert 😀\"");
        QCOMPARE(text, QStringLiteral("wert 😀"));
        const QPointer<Reply> ended = get;
        world.settle();
        QVERIFY(!ended);
    }

    void subscribesMemberFunctions()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        auto receiver = std::make_unique<Receiver>();
        client.subscribe(NotificationFilter::prefix("a:"), receiver.get(), &Receiver::take);
        const auto notify = [&](const QByteArray &key) {
            world.wire().receive(R"({"type":"notification","key":")" + key + R"(","value":"v"})");
        };
        notify("a:1");
        notify("b:1");
        QCOMPARE(receiver->taken, QList<QByteArray>{"a:1"});
        receiver.reset();
        notify("a:2");
    }

    void clientsOfQmlBeginEmpty()
    {
        ApiClient api;
        QSignalSpy apiErrors(&api, &Client::errorOccurred);
        api.connectToServer();
        QTRY_COMPARE(apiErrors.size(), 1);
        QCOMPARE(api.lastError().kind, ErrorKind::Configuration);
        SubscriptionClient subscriptions;
        subscriptions.setBaseUrl(QStringLiteral("ws://127.0.0.1:1"));
        QSignalSpy errors(&subscriptions, &Client::errorOccurred);
        subscriptions.connectToServer();
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(subscriptions.lastError().kind, ErrorKind::Authentication);
    }

private:
    static void open(Client &client, Fake::World &world)
    {
        client.connectToServer();
        world.wire().open();
    }
};

QTEST_GUILESS_MAIN(tst_ClientApi)
#include "tst_clientapi.moc"
