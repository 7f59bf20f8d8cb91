// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Hpkv;
using namespace std::chrono_literals;

/// Client over a fake link with a clock that is moved by hand: queue, table, deadlines and lanes together.
class tst_ClientTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void routesByIdOnly()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        GetReply *const a = client.get("a");
        GetReply *const b = client.get("b");
        a->keep();
        b->keep();
        QCOMPARE(world.wire().id(0), 1);
        QCOMPARE(world.wire().id(1), 2);
        world.wire().answer(1, "\"code\":200,\"value\":\"B\"");
        QVERIFY(!a->isFinished());
        QCOMPARE(b->value(), QByteArray("B"));
        world.wire().answer(0, "\"code\":200,\"value\":\"A\",\"extra\":[1]");
        QCOMPARE(a->value(), QByteArray("A"));
        QVERIFY(a->rawReply().contains("\"extra\":[1]"));
        delete a;
        delete b;
    }

    void idsGoOnAfterAReconnect()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        client.get("a");
        world.wire().cut();
        world.advance(1000);
        world.wire().open();
        client.get("b");
        QCOMPARE(world.wires.size(), 2u);
        QCOMPARE(world.wire().id(0), 2);
    }

    void oddRepliesWarn_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("warnings");
        QTest::addColumn<int>("late");
        QTest::newRow("no id") << QByteArray("{\"code\":400,\"error\":\"x\"}") << 1 << 0;
        QTest::newRow("id 0") << QByteArray("{\"code\":200,\"messageId\":0}") << 1 << 0;
        QTest::newRow("negative") << QByteArray("{\"code\":200,\"messageId\":-1}") << 1 << 0;
        QTest::newRow("fraction") << QByteArray("{\"code\":200,\"messageId\":1.5}") << 1 << 0;
        QTest::newRow("text") << QByteArray("{\"code\":200,\"messageId\":\"1\"}") << 1 << 0;
        QTest::newRow("never sent") << QByteArray("{\"code\":200,\"messageId\":77}") << 1 << 0;
        QTest::newRow("huge") << QByteArray("{\"code\":200,\"messageId\":1e300}") << 1 << 0;
        QTest::newRow("twice") << QByteArray("{\"code\":200,\"messageId\":1}") << 0 << 1;
        QTest::newRow("number") << QByteArray("42") << 1 << 0;
        QTest::newRow("null") << QByteArray("null") << 1 << 0;
        QTest::newRow("empty") << QByteArray("") << 1 << 0;
        QTest::newRow("cut") << QByteArray("{\"code\":200,\"messa") << 1 << 0;
        QTest::newRow("not UTF-8") << QByteArray("{\"code\":200,\"x\":\"\xff\"}") << 1 << 0;
    }

    void oddRepliesWarn()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, warnings);
        QFETCH(int, late);
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        QSignalSpy spy(&client, &Client::protocolWarning);
        client.get("first");
        world.wire().answer(0, "\"code\":200,\"value\":\"\"");
        GetReply *const other = client.get("other");
        other->keep();
        world.wire().receive(frame);
        QCOMPARE(spy.size(), warnings);
        QCOMPARE(client.statistics().lateReplies, quint64(late));
        QCOMPARE(client.statistics().protocolWarnings, quint64(warnings));
        world.wire().answer(1, "\"code\":200,\"value\":\"v\"");
        QCOMPARE(other->value(), QByteArray("v"));
        delete other;
    }

    void interactiveGoesFirst()
    {
        Fake::World world;
        Fake::FakeClient client(throttled(10), &world);
        open(client, world);
        CallOptions background;
        background.lane = Lane::Background;
        client.get("0");
        client.get("b1", background);
        client.get("b2", background);
        client.get("i1");
        client.get("i2");
        QCOMPARE(client.statistics().queuedBackground, 2);
        QCOMPARE(client.statistics().queuedInteractive, 2);
        world.advance(1000);
        QCOMPARE(keys(world.wire()), (QByteArrayList{"0", "i1", "i2", "b1", "b2"}));
    }

    void spacingIsEven()
    {
        Fake::World world;
        Fake::FakeClient client(throttled(10), &world);
        open(client, world);
        for (int i = 0; i < 20; ++i)
            client.get("a");
        QCOMPARE(world.wire().sent.size(), 1);
        world.advance(99);
        QCOMPARE(world.wire().sent.size(), 1);
        world.advance(1);
        QCOMPARE(world.wire().sent.size(), 2);
        world.advance(1000);
        QCOMPARE(world.wire().sent.size(), 12);
        // Turning it off releases what waits; a new limit does not let a burst out.
        client.setThrottle({true, 2, 5s});
        QVERIFY(world.wire().sent.size() <= 13);
        client.setThrottle({false, 10, 5s});
        QCOMPARE(world.wire().sent.size(), 20);
    }

    void deadlineRunsFromTheCall()
    {
        Fake::World world;
        Fake::FakeClient client(throttled(1), &world);
        open(client, world);
        CallOptions options;
        options.timeout = 2500ms;
        QList<GetReply *> replies;
        for (int i = 0; i < 5; ++i) {
            replies.append(client.get("a", options));
            replies.last()->keep();
        }
        world.advance(2500);
        for (qsizetype i = 0; i < replies.size(); ++i) {
            QCOMPARE(replies.at(i)->error().kind, ErrorKind::Timeout);
            QCOMPARE(replies.at(i)->error().delivery, i < 3 ? Delivery::Unknown : Delivery::NotSent);
        }
        QCOMPARE(client.statistics().timeouts, 5u);
        QCOMPARE(client.statistics().queuedInteractive, 0);
        QCOMPARE(client.statistics().inFlight, 0);
        qDeleteAll(replies);
        world.advance(10000);
        QCOMPARE(world.wire().sent.size(), 3);
    }

    void noDeadline()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        CallOptions options;
        options.timeout = 0ms;
        const QPointer<GetReply> reply = client.get("a", options);
        world.advance(24LL * 3600 * 1000);
        QVERIFY(reply && !reply->isFinished());
    }

    void queueIsBounded()
    {
        Fake::World world;
        ConnectionConfig config = throttled(1);
        config.queueLimit = 2;
        Fake::FakeClient client(config, &world);
        open(client, world);
        QList<GetReply *> replies;
        for (int i = 0; i < 4; ++i) {
            replies.append(client.get("a"));
            replies.last()->keep();
        }
        QVERIFY(!replies.last()->isFinished());
        world.settle();
        QCOMPARE(replies.last()->error().kind, ErrorKind::QueueFull);
        QCOMPARE(replies.last()->error().delivery, Delivery::NotSent);
        QCOMPARE(client.statistics().queuedInteractive, 2);
        qDeleteAll(replies);
        QCOMPARE(client.statistics().queuedInteractive, 0);
    }

    void refusedSlowsDownAndRecovers()
    {
        Fake::World world;
        Fake::FakeClient client(throttled(10), &world);
        open(client, world);
        client.get("a");
        world.wire().answer(0, "\"code\":429,\"error\":\"slow\"");
        QCOMPARE(client.statistics().currentRate, 5.0);
        QCOMPARE(client.statistics().pauseMs, 1000);
        client.get("b");
        world.advance(999);
        QCOMPARE(world.wire().sent.size(), 1);
        world.advance(1);
        QCOMPARE(world.wire().sent.size(), 2);
        world.wire().answer(1, "\"code\":200,\"value\":\"\"");
        world.advance(30000);
        QCOMPARE(client.statistics().currentRate, 10.0);
    }

    void repeatsOnlyWhenAsked()
    {
        Fake::World world;
        Fake::FakeClient client(throttled(10), &world);
        open(client, world);
        CallOptions repeat;
        repeat.retryRefused = true;
        repeat.timeout = 3500ms;
        IncrementReply *const good = client.increment("n", 1, repeat);
        good->keep();
        world.wire().answer(0, "\"code\":429,\"error\":\"slow\"");
        world.advance(1000);
        QCOMPARE(world.wire().sent.size(), 2);
        QVERIFY(world.wire().id(1) != world.wire().id(0));
        world.wire().answer(1, "\"code\":200,\"newValue\":1");
        QCOMPARE(good->newValue(), 1);
        delete good;
        // The pauses grow; at the deadline it ends with what the server said.
        WriteReply *const bad = client.set("a", "value", repeat);
        bad->keep();
        qsizetype answered = 2;
        for (int i = 0; i < 40; ++i) {
            for (; answered < world.wire().sent.size(); ++answered) {
                QVERIFY(world.wire().sent.at(answered).contains("\"value\":\"value\""));
                world.wire().answer(answered, "\"code\":429,\"error\":\"slow\"");
            }
            world.advance(100);
        }
        QVERIFY(bad->isFinished());
        QCOMPARE(bad->error().kind, ErrorKind::RateLimited);
        QCOMPARE(bad->error().code, 429);
        QCOMPARE(bad->error().delivery, Delivery::Answered);
        QVERIFY(bad->error().isSafeToRepeat());
        delete bad;
    }

    void refusesBeforeSending_data()
    {
        QTest::addColumn<std::function<Reply *(Client &)>>("call");
        QTest::addColumn<ErrorKind>("kind");
        using Call = std::function<Reply *(Client &)>;
        const auto row = [](const char *name, const Call &call, ErrorKind kind = ErrorKind::InvalidArgument) {
            QTest::newRow(name) << call << kind;
        };
        row("get, empty key", [](Client &c) { return c.get(""); });
        row("set, empty key", [](Client &c) { return c.set("", "x"); });
        row("set, empty value", [](Client &c) { return c.set("a", ""); });
        row("patch, empty", [](Client &c) { return c.patch("a", ""); });
        row("remove, empty key", [](Client &c) { return c.remove(""); });
        row("increment, empty key", [](Client &c) { return c.increment(""); });
        row("increment, too large", [](Client &c) { return c.increment("a", 9007199254740992); });
        row("increment, too small", [](Client &c) { return c.increment("a", -9007199254740992); });
        row("increment, least",
            [](Client &c) { return c.increment("a", std::numeric_limits<qint64>::min()); });
        row("range, empty start", [](Client &c) { return c.range("", "z"); });
        row("range, empty end", [](Client &c) { return c.range("a", ""); });
        row("range, limit -1", [](Client &c) { return c.range("a", "b", -1); });
        row("range, limit 1001", [](Client &c) { return c.range("a", "b", 1001); });
        row("key not UTF-8", [](Client &c) { return c.get("\xc3"); });
        row("value not UTF-8", [](Client &c) { return c.set("a", "\xed\xa0\x80"); });
        row("end not UTF-8", [](Client &c) { return c.range("a", "\xff"); });
        row(
            "key too large", [](Client &c) { return c.get(QByteArray(11, 'k')); }, ErrorKind::TooLarge);
        row(
            "value too large", [](Client &c) { return c.set("a", QByteArray(21, 'v')); },
            ErrorKind::TooLarge);
    }

    void refusesBeforeSending()
    {
        QFETCH(std::function<Reply *(Client &)>, call);
        QFETCH(ErrorKind, kind);
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.maxKeySize = 10;
        config.maxValueSize = 20;
        Fake::FakeClient client(config, &world);
        open(client, world);
        Reply *const reply = call(client);
        reply->keep();
        QVERIFY(!reply->isFinished());
        world.settle();
        QCOMPARE(reply->error().kind, kind);
        QCOMPARE(reply->error().delivery, Delivery::NotSent);
        QVERIFY(!reply->error().text.isEmpty());
        QVERIFY(world.wire().sent.isEmpty());
        delete reply;
    }

    void acceptsTheEdges()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        client.increment("a", 9007199254740991);
        client.increment("a", -9007199254740991);
        client.increment("a", 0);
        client.range("a", "a", 1);
        client.range("a", "a", 1000);
        QCOMPARE(world.wire().sent.size(), 5);
    }

    void statisticsAddUp()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        QSignalSpy changes(&client, &Client::throttleChanged);
        client.get("a");
        client.get("b");
        world.advance(3);
        world.wire().answer(0, "\"code\":200,\"value\":\"x\"");
        world.wire().receive("{\"type\":\"notification\",\"key\":\"k\",\"value\":null}");
        world.settle();
        const Statistics s = client.statistics();
        QCOMPARE(s.requestsSent, 2u);
        QCOMPARE(s.repliesReceived, 1u);
        QCOMPARE(s.notificationsReceived, 1u);
        QCOMPARE(s.inFlight, 1);
        QCOMPARE(s.connections, 1u);
        QCOMPARE(s.bytesSent, quint64(world.wire().sent.at(0).size() + world.wire().sent.at(1).size()));
        QVERIFY(s.bytesReceived > 0);
        QCOMPARE(client.roundTrip(), 3.0);
        QVERIFY(!changes.isEmpty() && changes.size() <= 2);
    }

    // Nobody listens when the first frame of a series changes something; somebody does when the last one
    // does.
    void changesWithinASeries()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        Reply *const first = client.get("a");
        client.get("b");
        world.settle();
        int changes = 0;
        connect(first, &Reply::finished, this,
                [&] { connect(&client, &Client::throttleChanged, this, [&changes] { ++changes; }); });
        world.wire().receiveTogether({world.wire().answerTo(0, "\"code\":200,\"value\":\"x\""),
                                      world.wire().answerTo(1, "\"code\":200,\"value\":\"x\"")});
        QCOMPARE(changes, 0); // never from within
        world.settle();
        QCOMPARE(changes, 1);
        client.get("c");
        world.settle();
        QCOMPARE(changes, 2);
    }

    void subscriptionsByFilter()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        open(client, world);
        QByteArrayList heard;
        auto context = std::make_unique<QObject>();
        client.subscribe(NotificationFilter::prefix("a:"), context.get(),
                         [&](const Notification &notification) { heard.append(notification.key); });
        const auto exact =
            client.subscribe(NotificationFilter::exact("b"), this,
                             [&](const Notification &notification) { heard.append(notification.key); });
        const auto change = [&](const char *key) {
            world.wire().receive(QByteArray("{\"type\":\"notification\",\"value\":\"v\",\"key\":\"")
                                     .append(key)
                                     .append("\"}"));
        };
        for (const char *key : {"a:1", "b", "c", "bb"})
            change(key);
        QCOMPARE(heard, (QByteArrayList{"a:1", "b"}));
        world.wire().cut();
        world.advance(1000);
        world.wire().open();
        change("a:2");
        QCOMPARE(heard.size(), 3); // once, also after a reconnection
        context.reset();
        disconnect(exact);
        change("a:3");
        change("b");
        QCOMPARE(heard.size(), 3);
    }

    void notificationSlotDeletesTheClient()
    {
        Fake::World world;
        auto *client = new Fake::FakeClient(Fake::config(), &world);
        open(*client, world);
        const QPointer<Client> alive(client);
        connect(client, &Client::notificationReceived, client, [client] { delete client; });
        world.wire().receive("{\"type\":\"notification\",\"key\":\"k\",\"value\":\"v\"}");
        QVERIFY(!alive);
        QVERIFY(world.wire().isDisposed());
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
        config.throttle.enabled = true;
        config.throttle.requestsPerSecond = rate;
        return config;
    }

    static QByteArrayList keys(const Fake::Wire &wire)
    {
        static const QRegularExpression key(QStringLiteral("\"key\":\"([^\"]*)\""));
        QByteArrayList result;
        for (const QByteArray &frame : wire.sent)
            result.append(key.match(QString::fromUtf8(frame)).captured(1).toUtf8());
        return result;
    }
};

QTEST_GUILESS_MAIN(tst_ClientTraffic)
#include "tst_clienttraffic.moc"
