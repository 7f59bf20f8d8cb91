// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#include <hpkvqt/reply.h>

#include <QFutureWatcher>
#include <QPointer>
#include <QTest>

#include <array>
#include <memory>
#include <optional>

using namespace Hpkv;

/// A reply ends exactly once, whatever ends it and whatever its slots do.
class tst_Reply : public QObject
{
    Q_OBJECT

public:
    enum class End { Answer, ErrorAnswer, Deadline, Cut, Close, Drain, Abort, DeleteClient, Refuse };
    Q_ENUM(End)
    enum class Act {
        Nothing,
        SendAgain,
        AbortOthers,
        DeleteOthers,
        DeleteSelf,
        Disconnect,
        Reconnect,
        DeleteClient
    };
    Q_ENUM(Act)

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void exactlyOnce_data()
    {
        QTest::addColumn<End>("end");
        QTest::addColumn<Act>("act");
        const auto ends = QMetaEnum::fromType<End>();
        const auto acts = QMetaEnum::fromType<Act>();
        for (int e = 0; e < ends.keyCount(); ++e) {
            for (int a = 0; a < acts.keyCount(); ++a)
                QTest::addRow("%s/%s", ends.key(e), acts.key(a)) << End(ends.value(e)) << Act(acts.value(a));
        }
    }

    // Three calls are under way and two wait for their turn. The first one to end does something.
    void exactlyOnce()
    {
        QFETCH(End, end);
        QFETCH(Act, act);
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.callTimeout = std::chrono::seconds(5);
        config.throttle.enabled = true;
        config.throttle.requestsPerSecond = 10;
        auto *client = new Fake::FakeClient(config, &world);
        const QPointer<Client> clientAlive(client);
        client->connectToServer();
        world.wire().open();
        const std::shared_ptr<Fake::Wire> wire = world.wires.back();

        struct Call {
            QPointer<Reply> reply;
            int ended = 0;
            bool deleted = false;
            std::optional<Result<GetResult>> future;
        };
        std::vector<Call> calls(8);
        int used = 0;
        bool acted = false;
        std::function<void()> add;
        const auto onEnd = [&](int index) {
            ++calls.at(static_cast<std::size_t>(index)).ended;
            if (std::exchange(acted, true))
                return;
            const auto others = [&](auto what) {
                for (int i = 0; i < used; ++i) {
                    if (i != index && calls.at(static_cast<std::size_t>(i)).reply)
                        what(calls.at(static_cast<std::size_t>(i)));
                }
            };
            switch (act) {
            case Act::Nothing:
                break;
            case Act::SendAgain:
                if (clientAlive) {
                    add();
                    add();
                }
                break;
            case Act::AbortOthers:
                others([](Call &call) { call.reply->abort(); });
                break;
            case Act::DeleteOthers:
                others([](Call &call) {
                    call.deleted = true;
                    delete call.reply.data();
                });
                break;
            case Act::DeleteSelf:
                delete calls.at(static_cast<std::size_t>(index)).reply.data();
                break;
            case Act::Disconnect:
                if (clientAlive)
                    client->disconnectFromServer();
                break;
            case Act::Reconnect:
                if (clientAlive) {
                    client->disconnectFromServer();
                    client->connectToServer();
                }
                break;
            case Act::DeleteClient:
                // Within its own destructor it must not be destroyed again.
                if (end != End::DeleteClient)
                    delete clientAlive.data();
                break;
            }
        };
        add = [&] {
            const int index = used++;
            GetReply *const reply = client->get("key" + QByteArray::number(index));
            Call &call = calls.at(static_cast<std::size_t>(index));
            call.reply = reply;
            QVERIFY(!reply->isFinished());
            QObject::connect(reply, &Reply::finished, reply, [&, index] { onEnd(index); });
            reply->future().then([&call](const Result<GetResult> &result) { call.future = result; });
        };
        for (int i = 0; i < 3; ++i) {
            add();
            world.advance(100);
        }
        add();
        add();
        QCOMPARE(wire->sent.size(), 4);

        switch (end) {
        case End::Answer:
            wire->answer(0, "\"code\":200,\"value\":\"x\"");
            break;
        case End::ErrorAnswer:
            wire->answer(0, "\"code\":404,\"error\":\"Record not found\"");
            break;
        case End::Deadline:
            world.advance(6000);
            break;
        case End::Cut:
            wire->cut();
            break;
        case End::Close:
            client->disconnectFromServer();
            break;
        case End::Drain:
            client->disconnectFromServer(false);
            break;
        case End::Abort:
            calls.at(1).reply->abort();
            break;
        case End::DeleteClient:
            delete client;
            break;
        case End::Refuse:
            wire->answer(0, "\"code\":429,\"error\":\"Rate limit exceeded\"");
            break;
        }
        world.settle();
        QVERIFY(acted);
        // Whatever is left ends by its deadline, or with the client.
        if (clientAlive) {
            if (!wire->isDisposed())
                wire->cut();
            world.advance(20000);
            delete clientAlive.data();
        }
        world.settle();
        for (int i = 0; i < used; ++i) {
            const Call &call = calls.at(static_cast<std::size_t>(i));
            if (call.deleted)
                QVERIFY2(call.ended <= 1, qPrintable(QString::number(i)));
            else
                QVERIFY2(call.ended == 1, qPrintable(QString::number(i)));
            QVERIFY2(call.future.has_value(), qPrintable(QString::number(i)));
            QVERIFY(!call.reply); // nobody kept it
        }
    }

    void neverBeforeTheCallReturns()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        // Not connected, invalid and too full alike.
        for (const QByteArray &key : {QByteArray("a"), QByteArray(), QByteArray("\xff")}) {
            GetReply *const reply = client.get(key);
            QVERIFY(!reply->isFinished());
            QVERIFY(!reply->error().isError());
            int ended = 0;
            ErrorKind kind = ErrorKind::None;
            connect(reply, &Reply::finished, this, [&] {
                ++ended;
                kind = reply->error().kind;
            });
            world.settle();
            QCOMPARE(ended, 1);
            QCOMPARE(kind, key == "a" ? ErrorKind::NotConnected : ErrorKind::InvalidArgument);
        }
    }

    void keptStaysAndFutureAfterTheEnd()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.wire().open();
        GetReply *const reply = client.get("a");
        reply->keep();
        world.wire().answer(0, "\"code\":200,\"value\":\"x\"");
        world.settle();
        QVERIFY(reply->succeeded());
        QCOMPARE(reply->value(), QByteArray("x"));
        const QFuture<Result<GetResult>> future = reply->future();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().value.value, QByteArray("x"));
        reply->abort(); // nothing happens any more
        QVERIFY(reply->succeeded());
        delete reply;
    }

    void cancelledFutureAborts()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.wire().open();
        GetReply *const reply = client.get("a");
        int ended = 0;
        connect(reply, &Reply::finished, this, [&] {
            ++ended;
            QCOMPARE(reply->error().kind, ErrorKind::Canceled);
            QCOMPARE(reply->error().delivery, Delivery::Unknown);
        });
        reply->future().cancel();
        QTRY_COMPARE(ended, 1);
        // Its answer is only late now.
        world.wire().answer(0, "\"code\":200,\"value\":\"x\"");
        QCOMPARE(client.statistics().lateReplies, 1u);
        QCOMPARE(ended, 1);
    }

    void answerRacesDeadline()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.wire().open();
        CallOptions options;
        options.timeout = std::chrono::milliseconds(100);
        GetReply *const reply = client.get("a", options);
        int ended = 0;
        ErrorKind kind = ErrorKind::None;
        connect(reply, &Reply::finished, this, [&] {
            ++ended;
            kind = reply->error().kind;
        });
        world.advance(99);
        QCOMPARE(ended, 0);
        world.advance(1);
        QCOMPARE(ended, 1);
        QCOMPARE(kind, ErrorKind::Timeout);
        world.wire().answer(0, "\"code\":200,\"value\":\"x\"");
        world.settle();
        QCOMPARE(ended, 1);
    }

    void deliveries()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.throttle.enabled = true;
        config.throttle.requestsPerSecond = 1;
        auto client = std::make_unique<Fake::FakeClient>(config, &world);
        client->connectToServer();
        world.wire().open();
        WriteReply *const sent = client->append("a", "x");
        WriteReply *const waiting = client->append("b", "x");
        sent->keep();
        waiting->keep();
        QVERIFY(sent->isSent());
        QVERIFY(!waiting->isSent());
        client.reset();
        QCOMPARE(sent->error().delivery, Delivery::Unknown);
        QVERIFY(!sent->error().isSafeToRepeat());
        QCOMPARE(waiting->error().delivery, Delivery::NotSent);
        QVERIFY(waiting->error().isSafeToRepeat());
        QCOMPARE(waiting->error().kind, ErrorKind::Canceled);
        delete sent;
        delete waiting;
    }

    void manyCancelled()
    {
        Fake::World world;
        ConnectionConfig config = Fake::config();
        config.throttle.enabled = true;
        config.queueLimit = 100000;
        Fake::FakeClient client(config, &world);
        client.connectToServer();
        world.wire().open();
        int ended = 0;
        for (int i = 0; i < 100000; ++i)
            connect(client.get("a"), &Reply::finished, this, [&] { ++ended; });
        client.disconnectFromServer();
        QCOMPARE(ended, 100000);
    }
};

QTEST_GUILESS_MAIN(tst_Reply)
#include "tst_reply.moc"
