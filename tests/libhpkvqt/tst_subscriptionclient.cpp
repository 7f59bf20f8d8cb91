// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"
#include "subscriptionclient_p.h"

#include <hpkvqt/subscriptionclient.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Hpkv;
using namespace std::chrono_literals;

namespace
{

class FakeSubscriptionClient final : public SubscriptionClient
{
public:
    FakeSubscriptionClient(Fake::World *world, const QString &token, TokenProvider provider,
                           const ConnectionConfig &config = Fake::config())
        : SubscriptionClient(std::make_unique<SubscriptionClientPrivate>(config, token, std::move(provider),
                                                                         world->makeEnvironment()),
                             nullptr)
    {
    }
};

QByteArray change(const char *value)
{
    return QByteArray("{\"type\":\"notification\",\"key\":\"k\",\"value\":\"").append(value).append("\"}");
}

} // namespace

/// Tokens and their renewal over fake links.
class tst_SubscriptionClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        m_asked = 0;
        m_heard.clear();
    }

    void tokenIsUsedAgainWhileItIsYoung()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, provider());
        open(client, world);
        QCOMPARE(m_asked, 1);
        QVERIFY(world.wire().target.url.query().endsWith(QStringLiteral("token=token-1")));
        QCOMPARE(client.tokenExpiresAt(), Fake::World::epoch + 2 * 3600 * 1000);
        world.wire().cut();
        world.advance(1000);
        QCOMPARE(m_asked, 1);
        world.wire().open();
        QCOMPARE(client.tokenExpiresAt(), Fake::World::epoch + 2 * 3600 * 1000);
    }

    void fixedTokenIsEncoded()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, QStringLiteral("a+b/c=&#"), {});
        client.connectToServer();
        QVERIFY(world.wire()
                    .target.url.toString(QUrl::FullyEncoded)
                    .endsWith(QStringLiteral("?token=a%2Bb%2Fc%3D%26%23")));
    }

    void withoutToken()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, {});
        client.connectToServer();
        world.settle();
        QCOMPARE(client.lastError().kind, ErrorKind::Authentication);
        QVERIFY(world.wires.empty());
    }

    void providerAnswersTwice()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, [](const SubscriptionClient::TokenCallback &done) {
            done(QStringLiteral("one"), {});
            done(QStringLiteral("two"), {});
            done({}, Error(ErrorKind::Server, {}));
        });
        client.connectToServer();
        QCOMPARE(world.wires.size(), 1u);
        world.wire().open();
        QVERIFY(client.isConnected());
    }

    void providerOutlivesTheClient()
    {
        Fake::World world;
        SubscriptionClient::TokenCallback answer;
        {
            FakeSubscriptionClient client(
                &world, {}, [&](const SubscriptionClient::TokenCallback &done) { answer = done; });
            client.connectToServer();
        }
        answer(QStringLiteral("late"), {});
        QVERIFY(world.wires.empty());
    }

    void refusedTokenIsReplaced()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, QStringLiteral("old"), provider());
        client.connectToServer();
        QCOMPARE(m_asked, 0);
        world.wire().refuse(403);
        QCOMPARE(m_asked, 1);
        world.wire().open();
        QVERIFY(client.isConnected());
        world.wire().pong(1000);
        world.advance(10000);
        // Policy close of a connection that had worked: again at once, once.
        world.wire().cut(1008);
        world.advance(0);
        QCOMPARE(m_asked, 2);
        world.wire().open();
        world.wire().cut(1008);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        QCOMPARE(m_asked, 2);
    }

    void renewsBeforeTheEnd()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, provider());
        open(client, world);
        QSignalSpy renewed(&client, &SubscriptionClient::renewed);
        QSignalSpy states(&client, &Client::stateChanged);
        world.advance(105LL * 60 * 1000 - 1);
        QCOMPARE(m_asked, 1);
        world.advance(1);
        QCOMPARE(m_asked, 2);
        QCOMPARE(world.wires.size(), 2u);
        finishRenewal(world);
        QCOMPARE(renewed.size(), 1);
        QCOMPARE(states.size(), 0);
        QCOMPARE(client.tokenExpiresAt(), Fake::World::epoch + (105 + 120) * 60 * 1000);
        // And again.
        world.advance(105LL * 60 * 1000);
        QCOMPARE(m_asked, 3);
        QCOMPARE(world.wires.size(), 3u);
    }

    void overlapIsToldOnce()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, provider());
        open(client, world);
        listen(client);
        world.wire().receive(change("1"));
        client.renew();
        world.settle();
        Fake::Wire &old = *world.wires.at(0);
        Fake::Wire &fresh = *world.wires.at(1);
        old.receive(change("2"));
        old.receive(change("3")); // the new one has heard it too, but is not seen to be open yet
        fresh.open();
        fresh.receive(change("3"));
        fresh.receive(change("3"));
        old.receive(change("3"));
        QCOMPARE(m_heard, (QByteArrayList{"1", "2", "3", "3"}));
        QCOMPARE(old.sent.size(), 1); // one more request on the old one
        old.answer(0, "\"code\":403,\"error\":\"no\"");
        world.advance(249);
        QCOMPARE(old.closeCode, 0);
        old.receive(change("4")); // late, but still counted
        world.advance(1);
        QCOMPARE(old.closeCode, 1000);
        old.receive(change("5"));
        fresh.receive(change("4"));
        fresh.receive(change("5"));
        fresh.receive(change("6"));
        QCOMPARE(m_heard, (QByteArrayList{"1", "2", "3", "3", "4", "5"}));
        old.receive(change("6")); // the new one is behind
        old.cut(1000);
        QCOMPARE(m_heard.last(), QByteArray("6"));
        QCOMPARE(fresh.sent.size(), 1); // now the new one is asked
        fresh.receive(change("7"));
        QCOMPARE(m_heard.last(), QByteArray("6"));
        fresh.answer(0, "\"code\":403,\"error\":\"no\"");
        QCOMPARE(m_heard, (QByteArrayList{"1", "2", "3", "3", "4", "5", "6", "7"}));
        fresh.receive(change("8"));
        QCOMPARE(m_heard.last(), QByteArray("8"));
        QVERIFY(old.isDisposed());
        QVERIFY(client.isConnected());
    }

    void callsGoOverAndOldOnesAreAnswered()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, provider());
        open(client, world);
        GetReply *const before = client.get("before");
        before->keep();
        client.renew();
        world.settle();
        Fake::Wire &old = *world.wires.at(0);
        Fake::Wire &fresh = *world.wires.at(1);
        fresh.open();
        GetReply *const after = client.get("after");
        after->keep();
        QVERIFY(fresh.sent.first().contains("after"));
        old.answer(1, "\"code\":404,\"error\":\"x\""); // the probe
        world.advance(2000);
        QCOMPARE(old.closeCode, 0); // a call is still under way there
        old.answer(0, "\"code\":200,\"value\":\"x\"");
        QVERIFY(before->succeeded());
        world.advance(500);
        QCOMPARE(old.closeCode, 1000);
        fresh.answer(0, "\"code\":200,\"value\":\"y\"");
        QCOMPARE(after->value(), QByteArray("y"));
        delete before;
        delete after;
    }

    void oldOneIsSilent()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, provider());
        open(client, world);
        CallOptions options;
        options.timeout = 0ms;
        GetReply *const stuck = client.get("stuck", options);
        stuck->keep();
        QSignalSpy renewed(&client, &SubscriptionClient::renewed);
        client.renew();
        world.settle();
        world.wire().open();
        world.advance(10000);
        QCOMPARE(world.wires.at(0)->closeCode, 1000);
        world.advance(200);
        QCOMPARE(renewed.size(), 0);
        world.wires.at(1)->answer(0, "\"code\":404,\"error\":\"x\"");
        QCOMPARE(renewed.size(), 1);
        QCOMPARE(stuck->error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(stuck->error().delivery, Delivery::Unknown);
        QVERIFY(client.isConnected());
        delete stuck;
    }

    void oldOneBreaksInBetween()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, provider());
        open(client, world);
        listen(client);
        QSignalSpy disconnected(&client, &Client::disconnected);
        QSignalSpy resync(&client, &Client::resyncNeeded);
        client.renew();
        world.settle();
        world.wires.at(1)->open();
        world.wires.at(0)->receive(change("1"));
        world.wires.at(1)->receive(change("1"));
        world.wires.at(1)->receive(change("2"));
        world.wires.at(0)->cut();
        world.advance(10000); // the new one does not answer in time
        QCOMPARE(m_heard, (QByteArrayList{"1", "2"}));
        QCOMPARE(disconnected.size(), 0);
        QCOMPARE(resync.size(), 0); // nothing can have been missed
    }

    void oldOneBreaksBeforeTheNewOneOpens()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, provider());
        open(client, world);
        QSignalSpy disconnected(&client, &Client::disconnected);
        client.renew();
        world.settle();
        world.wires.at(0)->cut();
        QCOMPARE(disconnected.size(), 1);
        QCOMPARE(client.state(), ConnectionState::Reconnecting);
        QVERIFY(world.wires.at(1)->isDisposed());
        world.advance(1000);
        world.wire().open();
        QVERIFY(client.isConnected());
    }

    void newOneBreaksInBetween()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, {}, provider());
        open(client, world);
        listen(client);
        QSignalSpy disconnected(&client, &Client::disconnected);
        client.renew();
        world.settle();
        world.wires.at(1)->open();
        world.wires.at(1)->receive(change("1"));
        world.wires.at(1)->cut();
        QCOMPARE(m_heard, (QByteArrayList{"1"}));
        QCOMPARE(disconnected.size(), 1);
        QVERIFY(world.wires.at(0)->isDisposed());
        QCOMPARE(client.state(), ConnectionState::Reconnecting);
    }

    void failedRenewalKeepsTheOldOne_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"refused", "stalled", "provider", "provider stalled"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void failedRenewalKeepsTheOldOne()
    {
        QFETCH(QString, how);
        Fake::World world;
        int asked = 0;
        FakeSubscriptionClient client(&world, {}, [&](const SubscriptionClient::TokenCallback &done) {
            if (++asked == 1 || how == QLatin1StringView("refused") || how == QLatin1StringView("stalled"))
                done(QStringLiteral("token"), {});
            else if (how == QLatin1StringView("provider"))
                done({}, Error(ErrorKind::Server, QStringLiteral("no")));
        });
        open(client, world);
        QSignalSpy failed(&client, &SubscriptionClient::renewFailed);
        client.renew();
        world.settle();
        if (how == QLatin1StringView("refused"))
            world.wire().refuse(403);
        else if (how == QLatin1StringView("stalled"))
            world.advance(5000);
        else if (how == QLatin1StringView("provider stalled"))
            world.advance(30000);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().value<Error>().isError());
        QVERIFY(client.isConnected());
        QVERIFY(!world.wires.at(0)->isDisposed());
        const int before = asked;
        world.advance(60000);
        QCOMPARE(asked, before + 1); // tried again after a minute
    }

    void disconnectDuringRenewal()
    {
        for (const bool opened : {false, true}) {
            Fake::World world;
            FakeSubscriptionClient client(&world, {}, provider());
            open(client, world);
            QSignalSpy disconnected(&client, &Client::disconnected);
            client.renew();
            world.settle();
            if (opened)
                world.wire().open();
            client.disconnectFromServer();
            world.advance(1000);
            QCOMPARE(disconnected.size(), 1);
            for (const auto &wire : world.wires)
                QVERIFY(wire->isDisposed());
        }
    }

    void slotDeletesTheClientDuringTheOverlap()
    {
        Fake::World world;
        auto *client = new FakeSubscriptionClient(&world, {}, provider());
        open(*client, world);
        client->renew();
        world.settle();
        world.wires.at(1)->open();
        world.wires.at(1)->receive(change("1"));
        world.wires.at(1)->receive(change("2"));
        const QPointer<Client> alive(client);
        connect(client, &Client::notificationReceived, client, [client] { delete client; });
        world.wires.at(0)->cut();
        world.wires.at(1)->answer(0, "\"code\":404,\"error\":\"x\"");
        QVERIFY(!alive);
        for (const auto &wire : world.wires)
            QVERIFY(wire->isDisposed());
    }

    void newTokenByHand()
    {
        Fake::World world;
        FakeSubscriptionClient client(&world, QStringLiteral("one"), {});
        open(client, world);
        world.advance(24LL * 3600 * 1000);
        QCOMPARE(world.wires.size(), 1u); // without a provider nothing is renewed
        client.setToken(QStringLiteral("two"));
        client.renew();
        world.settle();
        QVERIFY(world.wire().target.url.query().endsWith(QStringLiteral("token=two")));
        finishRenewal(world);
        QVERIFY(client.isConnected());
        QCOMPARE(client.tokenExpiresAt(), Fake::World::epoch + 26LL * 3600 * 1000);
    }

private:
    SubscriptionClient::TokenProvider provider()
    {
        return [this](const SubscriptionClient::TokenCallback &done) {
            done(QStringLiteral("token-%1").arg(++m_asked), {});
        };
    }

    void listen(Client &client)
    {
        connect(&client, &Client::notificationReceived, this,
                [this](const Notification &notification) { m_heard.append(notification.value); });
    }

    static void open(Client &client, Fake::World &world)
    {
        client.connectToServer();
        world.wire().open();
    }

    static void finishRenewal(Fake::World &world)
    {
        Fake::Wire &old = *world.wires.at(world.wires.size() - 2);
        world.wire().open();
        old.answer(old.sent.size() - 1, "\"code\":404,\"error\":\"x\"");
        world.advance(250);
        old.cut(1000);
        world.wire().answer(world.wire().sent.size() - 1, "\"code\":404,\"error\":\"x\"");
    }

    int m_asked = 0;
    QByteArrayList m_heard;
};

QTEST_GUILESS_MAIN(tst_SubscriptionClient)
#include "tst_subscriptionclient.moc"
