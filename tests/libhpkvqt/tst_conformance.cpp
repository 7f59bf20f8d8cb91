// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "service.h"

#include <hpkvqt/rangescan.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Hpkv;
using namespace std::chrono_literals;

/// The conformance list, each case by its number: what the vendor's own tests expect of a client and of the
/// store. Against an emulator, or against the service that the environment names (see service.h).
class tst_Conformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_service.start(), "HPKV_TEST_URL is set, but HPKV_TEST_API_KEY is not"); }
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void cleanupTestCase() { QVERIFY(m_service.clean()); }

    // The client with an API key

    void A1_connect()
    {
        const auto client = m_service.client();
        QVERIFY(!client->isConnected());
        QVERIFY(Live::connectAndWait(*client));
        QVERIFY(client->isConnected());
        QCOMPARE(client->state(), ConnectionState::Connected);
        QCOMPARE(client->statistics().connections, 1u);
    }

    void A2_twoConnectsAtOnce()
    {
        const auto client = m_service.client();
        QSignalSpy connected(client.get(), &Client::connected);
        client->connectToServer();
        client->connectToServer();
        QVERIFY(connected.wait(Live::patience));
        QVERIFY(ok(client->set(m_service.newKey(), "x"))); // a second one would have come meanwhile
        QCOMPARE(connected.size(), 1);
        QCOMPARE(client->statistics().connections, 1u);
        if (m_service.emulator())
            QCOMPARE(m_service.emulator()->connectionCount(), 1u);
    }

    void A3_disconnect()
    {
        const auto client = connectedApi();
        client->disconnectFromServer();
        QTRY_COMPARE(client->state(), ConnectionState::Disconnected);
        QVERIFY(!client->isConnected());
    }

    void A4_twoDisconnectsAtOnce()
    {
        const auto client = connectedApi();
        QSignalSpy disconnected(client.get(), &Client::disconnected);
        client->disconnectFromServer();
        client->disconnectFromServer();
        QVERIFY(disconnected.wait(Live::patience));
        QCOMPARE(client->state(), ConnectionState::Disconnected);
        QCOMPARE(disconnected.size(), 1);
    }

    void A5_events()
    {
        const auto client = m_service.client();
        QSignalSpy connected(client.get(), &Client::connected);
        QSignalSpy disconnected(client.get(), &Client::disconnected);
        client->connectToServer();
        QVERIFY(connected.wait(Live::patience));
        client->disconnectFromServer();
        QVERIFY(disconnected.wait(Live::patience));
        const auto info = disconnected.first().first().value<DisconnectInfo>();
        QCOMPARE(info.code, 1000);
        QVERIFY(info.gracefully);
        QVERIFY(!info.error.isError());
        QCOMPARE(connected.size(), 1);
        QCOMPARE(disconnected.size(), 1);
    }

    void A6_nonsenseAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("nobody listens") << QStringLiteral("ws://127.0.0.1:1") << ErrorKind::ConnectionFailed;
        QTest::newRow("no address") << QStringLiteral("http://no.such.address:port")
                                    << ErrorKind::Configuration;
        QTest::newRow("no scheme of ours") << QStringLiteral("ftp://127.0.0.1") << ErrorKind::Configuration;
    }

    void A6_nonsenseAddress()
    {
        QFETCH(QString, address);
        QFETCH(ErrorKind, kind);
        ConnectionConfig config = m_service.config();
        config.baseUrl = address;
        const auto client = m_service.client(config);
        QSignalSpy errors(client.get(), &Client::errorOccurred);
        QSignalSpy disconnected(client.get(), &Client::disconnected);
        client->connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(client->lastError().kind, kind);
        QCOMPARE(client->state(), ConnectionState::Disconnected);
        QCOMPARE(errors.size(), 1);
        QCOMPARE(disconnected.size(), 0);
    }

    void A7_setAndGet()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        const auto set = Live::ended(client->set(key, "on the shelf"));
        QVERIFY2(set->succeeded(), qPrintable(set->error().text));
        QCOMPARE(set->result().code, 200);
        QVERIFY(set->roundTrip() >= 0);
        const auto get = Live::ended(client->get(key));
        QCOMPARE(get->value(), QByteArray("on the shelf"));
        QVERIFY(!get->isNumber());
    }

    void A8_json()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        // As bytes: more than the same members, every digit and both members of one name are there again.
        const QByteArray text(
            "{\"n\":12345678901234567890.10,\"a\":\"\u00e4\U0001F600\",\"a\":[1,{\"b\":null}]}");
        QVERIFY(ok(client->set(key, text)));
        QCOMPARE(value(*client, key), text);
        const QJsonDocument document(QJsonObject{{QStringLiteral("id"), 7},
                                                 {QStringLiteral("name"), QStringLiteral("Zoë")},
                                                 {QStringLiteral("gone"), QJsonValue::Null}});
        QVERIFY(ok(client->setJson(key, document)));
        QCOMPARE(QJsonDocument::fromJson(value(*client, key)), document);
    }

    void A9_delete()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        QVERIFY(ok(client->set(key, "soon gone")));
        const auto removed = Live::ended(client->remove(key));
        QVERIFY(removed->succeeded());
        QCOMPARE(removed->result().code, 200);
        QCOMPARE(code(client->get(key)), 404);
    }

    void A10_patch()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        QVERIFY(ok(client->set(key, R"({"status":"packed","total":94})")));
        QVERIFY(ok(client->patch(key, R"({"status":"shipped","carrier":"bike"})")));
        QCOMPARE(members(value(*client, key)),
                 members(R"({"status":"shipped","total":94,"carrier":"bike"})"));
    }

    void A11_range()
    {
        const auto client = connectedApi();
        const QByteArray base = m_service.newKey("range");
        for (const char *end : {"-3", "-1", "-2"})
            QVERIFY(ok(client->set(base + end, end)));
        const auto page = Live::ended(client->range(base + "-1", base + "-3"));
        QCOMPARE(page->page().records,
                 (QList<Record>{
                     {base + "-1", "-1", false}, {base + "-2", "-2", false}, {base + "-3", "-3", false}}));
    }

    void A12_rangeLimit()
    {
        const auto client = connectedApi();
        const QByteArray base = m_service.newKey("limit");
        for (const char *end : {"-1", "-2", "-3", "-4"})
            QVERIFY(ok(client->set(base + end, end)));
        QCOMPARE(keys(client->range(base + "-1", base + "-4", 2)),
                 (QByteArrayList{base + "-1", base + "-2"}));
    }

    void A13_increment()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey("counter");
        QCOMPARE(Live::ended(client->increment(key, 1))->newValue(), 1);
        QCOMPARE(Live::ended(client->increment(key, 5))->newValue(), 6);
        QCOMPARE(Live::ended(client->increment(key, -10))->newValue(), -4);
    }

    void A14_getMissing()
    {
        const auto client = connectedApi();
        const auto get = Live::ended(client->get(m_service.newKey("missing")));
        QCOMPARE(get->error().kind, ErrorKind::NotFound);
        QCOMPARE(get->error().code, 404);
        QCOMPARE(get->error().delivery, Delivery::Answered);
    }

    void A15_deleteMissing()
    {
        const auto client = connectedApi();
        QCOMPARE(code(client->remove(m_service.newKey("missing"))), 404);
    }

    void A16_emptyKey()
    {
        const auto client = connectedApi();
        QCOMPARE(code(client->set({}, "value")), 400);
    }

    void A17_emptyValue()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        QCOMPARE(code(client->set(key, {})), 400);
        QCOMPARE(code(client->get(key)), 404);
    }

    void A18_notOpen()
    {
        const auto client = m_service.client();
        const auto get = Live::ended(client->get(m_service.newKey()));
        QCOMPARE(get->error().kind, ErrorKind::NotConnected);
        QCOMPARE(get->error().delivery, Delivery::NotSent);
        QVERIFY(!get->isSent());
    }

    void A19_threeASecond()
    {
        ConnectionConfig config = m_service.config();
        config.throttle.enabled = true;
        config.throttle.requestsPerSecond = 3;
        const auto client = connectedApi(config);
        const QByteArray key = m_service.newKey("paced");
        const QByteArray counter = m_service.newKey("paced-counter");
        const QList<Reply *> calls{client->set(key, "one"),
                                   client->get(key),
                                   client->set(key, "two"),
                                   client->increment(counter),
                                   client->get(key),
                                   client->range(key, key, 1),
                                   client->patch(key, "{\"three\":3}"),
                                   client->get(counter),
                                   client->increment(counter),
                                   client->remove(key)};
        QCOMPARE(std::count_if(calls.cbegin(), calls.cend(), [](auto *call) { return call->isSent(); }), 1);
        QList<qint64> sentAt;
        for (Reply *const call : calls) {
            const auto reply = Live::ended(call);
            QVERIFY2(reply->succeeded(), qPrintable(reply->error().text));
            sentAt.append(reply->sentAt());
        }
        // Nine gaps at 3.3 requests a second take 2,727 ms.
        const qint64 span = sentAt.last() - sentAt.first();
        QVERIFY2(span >= 2727, qPrintable(QString::number(span)));
        int gaps = 0;
        for (qsizetype i = 1; i < sentAt.size(); ++i)
            gaps += sentAt.at(i) - sentAt.at(i - 1) >= 200 ? 1 : 0;
        QVERIFY(gaps >= 8);
    }

    void A20_withoutThrottle()
    {
        ConnectionConfig config = m_service.config();
        config.throttle.enabled = false;
        const auto client = connectedApi(config);
        QList<Reply *> calls;
        for (int i = 0; i < 5; ++i)
            calls.append(client->set(m_service.newKey(), "x"));
        // In one turn of the event loop, so surely within 20 ms of each other.
        for (const Reply *call : std::as_const(calls))
            QVERIFY(call->isSent());
        for (Reply *const call : std::as_const(calls))
            QVERIFY(ok(call));
    }

    void A21_abruptDrop()
    {
        Live::Tunnel tunnel;
        const auto client = connectedApi(through(tunnel));
        QStringList order;
        connect(client.get(), &Client::disconnected, this, [&](const DisconnectInfo &info) {
            order.append(info.gracefully ? QStringLiteral("asked") : QStringLiteral("disconnected"));
        });
        connect(client.get(), &Client::reconnecting, this,
                [&] { order.append(QStringLiteral("reconnecting")); });
        connect(client.get(), &Client::reconnectFailed, this,
                [&] { order.append(QStringLiteral("failed")); });
        QSignalSpy connected(client.get(), &Client::connected);
        connect(client.get(), &Client::connected, this, [&] { order.append(QStringLiteral("connected")); });
        tunnel.cut();
        QVERIFY(connected.wait(Live::patience));
        QCOMPARE(order, (QStringList{QStringLiteral("disconnected"), QStringLiteral("reconnecting"),
                                     QStringLiteral("connected")}));
        const QByteArray key = m_service.newKey();
        QVERIFY(ok(client->set(key, "back")));
        QCOMPARE(value(*client, key), QByteArray("back"));
        QCOMPARE(order.size(), 3);
    }

    // The client with a token

    void S1_connect()
    {
        const auto client = connectedSubscriber({m_service.newKey()});
        QVERIFY(client->isConnected());
        QVERIFY(client->tokenExpiresAt() > QDateTime::currentMSecsSinceEpoch() + 3600 * 1000);
    }

    void S2_disconnect()
    {
        const auto client = connectedSubscriber({m_service.newKey()});
        client->disconnectFromServer();
        QTRY_COMPARE(client->state(), ConnectionState::Disconnected);
    }

    void S3_badToken()
    {
        SubscriptionClient client(m_service.config(), QStringLiteral("not-a-token"));
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(client.lastError().code, 403);
        QCOMPARE(client.lastError().kind, ErrorKind::Authentication);
        QVERIFY(!client.isConnected());
    }

    void S4_setAndGet()
    {
        const QByteArray key = m_service.newKey();
        const auto client = connectedSubscriber({key});
        const auto set = Live::ended(client->set(key, "through a token"));
        QVERIFY(set->succeeded());
        QCOMPARE(set->result().code, 200);
        QCOMPARE(value(*client, key), QByteArray("through a token"));
    }

    void S5_delete()
    {
        const QByteArray key = m_service.newKey();
        const auto client = connectedSubscriber({key});
        QVERIFY(ok(client->set(key, "soon gone")));
        QVERIFY(ok(client->remove(key)));
        QCOMPARE(code(client->get(key)), 404);
    }

    void S6_anotherKeyOfThePattern()
    {
        const auto client = connectedSubscriber({m_service.newKey("heard")});
        const QByteArray other = m_service.newKey("not-heard");
        QVERIFY(ok(client->set(other, "allowed")));
        QCOMPARE(value(*client, other), QByteArray("allowed"));
        QVERIFY(ok(client->remove(other)));
    }

    void S7_outsideThePattern()
    {
        const QByteArray key = m_service.newKey("allowed");
        const auto client = connectedSubscriber({key}, AccessPattern::keys({key}).toString());
        const auto denied = Live::ended(client->set(m_service.newKey("restricted"), "no"));
        QCOMPARE(denied->error().code, 403);
        QCOMPARE(denied->error().kind, ErrorKind::AccessDenied);
        QVERIFY(ok(client->set(key, "yes")));
    }

    void S8_heardOfAnother()
    {
        const QByteArray key = m_service.newKey();
        const auto listener = connectedSubscriber({key});
        const auto writer = connectedApi();
        const auto heard = listen(*listener);
        QVERIFY(ok(writer->set(key, "news")));
        // The official test waits 100 ms. The emulator tells before it answers the next request, at the
        // latest.
        if (m_service.emulator())
            QVERIFY(ok(listener->get(key)));
        else
            QTRY_COMPARE(heard->size(), 1);
        QCOMPARE(heard->size(), 1);
        QCOMPARE(heard->first().key, key);
        QCOMPARE(heard->first().value, QByteArray("news"));
        QVERIFY(!heard->first().deleted);
    }

    void S9_notSubscribed()
    {
        const QByteArray key = m_service.newKey("heard");
        const auto listener = connectedSubscriber({key});
        const auto writer = connectedApi();
        const auto heard = listen(*listener);
        QVERIFY(ok(writer->set(m_service.newKey("unheard"), "nobody listens")));
        // The one behind it has arrived, so the one before it would have, too.
        QVERIFY(ok(writer->set(key, "somebody listens")));
        QTRY_VERIFY(!heard->isEmpty());
        QCOMPARE(heard->size(), 1);
        QCOMPARE(heard->first().key, key);
    }

    void S10_bothHear()
    {
        const QByteArray key = m_service.newKey();
        const auto first = connectedSubscriber({key});
        const auto second = connectedSubscriber({key});
        const auto writer = connectedApi();
        const auto one = listen(*first);
        const auto two = listen(*second);
        QVERIFY(ok(writer->set(key, "to both")));
        QTRY_COMPARE(one->size(), 1);
        QTRY_COMPARE(two->size(), 1);
        QCOMPARE(one->first().value, QByteArray("to both"));
        QCOMPARE(one->first().key, two->first().key);
    }

    void S11_unsubscribe()
    {
        const QByteArray key = m_service.newKey();
        const auto listener = connectedSubscriber({key});
        const auto writer = connectedApi();
        const auto all = listen(*listener);
        QByteArrayList silenced;
        const auto subscription =
            listener->subscribe(NotificationFilter::exact(key), this, [&](const Notification &notification) {
                silenced.append(notification.value);
            });
        QVERIFY(ok(writer->set(key, "before")));
        QTRY_COMPARE(all->size(), 1);
        QCOMPARE(silenced, QByteArrayList{"before"});
        disconnect(subscription);
        QVERIFY(ok(writer->set(key, "behind")));
        QTRY_COMPARE(all->size(), 2);
        QCOMPARE(silenced, QByteArrayList{"before"});
    }

    void S12_twoTokens()
    {
        const QByteArray mine = m_service.newKey("mine");
        const QByteArray yours = m_service.newKey("yours");
        const auto writer = connectedApi();
        QVERIFY(ok(writer->set(mine, "here")));
        QVERIFY(ok(writer->set(yours, "here")));
        const auto first = connectedSubscriber({mine}, AccessPattern::keys({mine}).toString());
        const auto second = connectedSubscriber({yours}, AccessPattern::keys({yours}).toString());
        QCOMPARE(value(*first, mine), QByteArray("here"));
        QCOMPARE(value(*second, yours), QByteArray("here"));
        QCOMPARE(code(first->get(yours)), 403);
        QCOMPARE(code(second->get(mine)), 403);
    }

    void S13_connectedIsRaised()
    {
        const auto client = m_service.subscriber({m_service.newKey()});
        QSignalSpy connected(client.get(), &Client::connected);
        client->connectToServer();
        QVERIFY(connected.wait(Live::patience));
        QCOMPARE(connected.size(), 1);
    }

    void S14_disconnectedIsRaised()
    {
        const auto client = connectedSubscriber({m_service.newKey()});
        QSignalSpy disconnected(client.get(), &Client::disconnected);
        client->disconnectFromServer();
        QVERIFY(disconnected.wait(Live::patience));
        QVERIFY(disconnected.first().first().value<DisconnectInfo>().gracefully);
        QCOMPARE(disconnected.size(), 1);
    }

    void S15_removedListener()
    {
        const auto client = m_service.subscriber({m_service.newKey()});
        int calls = 0;
        const auto listener = connect(client.get(), &Client::connected, this, [&] { ++calls; });
        disconnect(listener);
        QVERIFY(Live::connectAndWait(*client));
        QCOMPARE(calls, 0);
    }

    void S16_callbacksOutliveADrop()
    {
        Live::Tunnel tunnel;
        const QByteArray key = m_service.newKey("once");
        const QByteArray marker = m_service.newKey("marker");
        const auto listener = connectedSubscriber({key, marker}, {}, through(tunnel));
        QByteArrayList calls;
        listener->subscribe(NotificationFilter(), this,
                            [&](const Notification &notification) { calls.append(notification.key); });
        QSignalSpy connected(listener.get(), &Client::connected);
        QSignalSpy disconnected(listener.get(), &Client::disconnected);
        if (m_service.emulator())
            m_service.emulator()->closeAll(3001);
        else
            tunnel.cut();
        QVERIFY(connected.wait(Live::patience));
        QCOMPARE(disconnected.first().first().value<DisconnectInfo>().code,
                 m_service.emulator() ? 3001 : 1006);
        const auto writer = connectedApi();
        QVERIFY(ok(writer->set(key, "after the break")));
        QVERIFY(ok(writer->set(marker, "end")));
        QTRY_VERIFY(calls.contains(marker));
        QCOMPARE(calls, (QByteArrayList{key, marker}));
        QCOMPARE(connected.size(), 1);
    }

    void S17_sameValue()
    {
        const QByteArray key = m_service.newKey();
        const auto listener = connectedSubscriber({key});
        const auto writer = connectedApi();
        const auto heard = listen(*listener);
        QVERIFY(ok(writer->set(key, "unchanged")));
        QVERIFY(ok(writer->set(key, "unchanged")));
        QTRY_COMPARE(heard->size(), 2);
        QCOMPARE(heard->first().value, heard->last().value);
    }

    // What a middleware relies on

    void M1_patchCreates()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        QVERIFY(ok(client->patch(key, R"({"born":"by patch"})")));
        QCOMPARE(members(value(*client, key)), members(R"({"born":"by patch"})"));
    }

    void M2_deletedIsNull()
    {
        const QByteArray key = m_service.newKey();
        const auto writer = connectedApi();
        QVERIFY(ok(writer->set(key, "soon gone")));
        const auto listener = connectedSubscriber({key});
        const auto heard = listen(*listener);
        QVERIFY(ok(writer->remove(key)));
        QTRY_COMPARE(heard->size(), 1);
        QCOMPARE(heard->first().key, key);
        QVERIFY(heard->first().deleted);
        QVERIFY(heard->first().value.isEmpty());
    }

    void M3_starCoversSeveralSegments()
    {
        const QByteArray base = m_service.newKey("space");
        const QByteArrayList wanted{base + ":a", base + ":b:c", base + ":d:e:f:g"};
        const auto listener = connectedSubscriber({base + ":*"});
        const auto writer = connectedApi();
        const auto heard = listen(*listener);
        for (const QByteArray &key : wanted)
            QVERIFY(ok(writer->set(key, "deep")));
        QTRY_COMPARE(heard->size(), wanted.size());
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QCOMPARE(heard->at(i).key, wanted.at(i));
    }

    void M4_exactKey()
    {
        const QByteArray key = m_service.newKey("exact");
        const auto listener = connectedSubscriber({key});
        const auto writer = connectedApi();
        const auto heard = listen(*listener);
        // Longer than the exact key, so it is not heard; the one behind it is.
        QVERIFY(ok(writer->set(key + ":longer", "no")));
        QVERIFY(ok(writer->set(key, "yes")));
        QTRY_VERIFY(!heard->isEmpty());
        QCOMPARE(heard->first().key, key);
        QCOMPARE(heard->first().value, QByteArray("yes"));
    }

    void M5_paging()
    {
        const auto client = connectedApi();
        const QByteArray base = m_service.newKey("pages");
        // With keys that are the beginning of others, and one that sorts right behind such a beginning.
        QByteArrayList wanted{base,        base + "!", base + "!a",     base + "a",
                              base + "ab", base + "b", base + "\u00e9", base + "\U0001F642"};
        for (int i = 10; i < 25; ++i)
            wanted.append(base + ':' + QByteArray::number(i));
        for (const QByteArray &key : std::as_const(wanted))
            QVERIFY(ok(client->set(key, "x")));
        std::sort(wanted.begin(), wanted.end());

        QByteArrayList seen;
        for (QByteArray start = base;;) {
            const auto page = Live::ended(client->range(start, Keys::prefixEnd(base), 4));
            QVERIFY(page->succeeded());
            for (const Record &record : page->page().records)
                seen.append(record.key);
            if (!page->page().truncated || page->page().records.isEmpty())
                break;
            start = Keys::nextStart(page->page().records.last().key);
        }
        QCOMPARE(seen, wanted);

        RangeScan scan(client.get(), base, Keys::prefixEnd(base));
        scan.setPageSizes(3, 5);
        seen.clear();
        connect(&scan, &Scan::pageReady, this, [&](const ScannedPage &page) {
            for (const Record &record : page.records)
                seen.append(record.key);
        });
        scan.start();
        QTRY_VERIFY_WITH_TIMEOUT(scan.isFinished(), Live::patience);
        QCOMPARE(seen, wanted);
    }

    void M6_textOf404()
    {
        const auto client = connectedApi();
        const auto get = Live::ended(client->get(m_service.newKey("missing")));
        QCOMPARE(get->error().code, 404);
        QCOMPARE(get->error().text, QStringLiteral("Record not found"));
    }

    // What the store means

    void R1_textAndJson()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        for (const QByteArray text : {" plain text, \"quoted\"\n\ttab ",
                                      R"({ "name": "lamp", "price": 34.90, "deep": [1, {"x": null}] })"}) {
            QVERIFY(ok(client->set(key, text)));
            QCOMPARE(value(*client, key), text);
        }
    }

    void R2_unicodeValue()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        const QByteArray text(
            "Gr\u00fc\u00dfe, \u4e16\u754c, \u03a9\u03bc\u03ad\u03b3\u03b1, \U0001F642 and a\u0301");
        QVERIFY(ok(client->set(key, text)));
        QCOMPARE(value(*client, key), text);
    }

    void R3_specialKeys()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey("special") + "!@#$%^&*()_+";
        QVERIFY(ok(client->set(key, "odd")));
        QCOMPARE(value(*client, key), QByteArray("odd"));
        QCOMPARE(keys(client->range(key, key)), QByteArrayList{key});
        QVERIFY(ok(client->remove(key)));
        QCOMPARE(code(client->get(key)), 404);
    }

    void R4_partialUpdate()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        QVERIFY(ok(client->set(key, R"({"kept":1,"changed":"old"})")));
        QVERIFY(ok(client->patch(key, R"({"changed":"new","added":true})")));
        QCOMPARE(members(value(*client, key)), members(R"({"kept":1,"changed":"new","added":true})"));
    }

    void R5_nestedMembers()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        QVERIFY(ok(client->set(key, R"({"address":{"city":"Oslo","zip":"0150"},"name":"Ada"})")));
        QVERIFY(ok(client->patch(key, R"({"address":{"zip":"0151"}})")));
        QCOMPARE(members(value(*client, key)),
                 members(R"({"address":{"city":"Oslo","zip":"0151"},"name":"Ada"})"));
    }

    void R6_arraysAreReplaced()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        QVERIFY(ok(client->set(key, R"({"tags":["a","b","c"],"n":1})")));
        QVERIFY(ok(client->patch(key, R"({"tags":["d"]})")));
        QCOMPARE(members(value(*client, key)), members(R"({"tags":["d"],"n":1})"));
    }

    void R7_counterOfText()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey("counter");
        QVERIFY(ok(client->set(key, "10")));
        QCOMPARE(Live::ended(client->increment(key, 5))->newValue(), 15);
        QCOMPARE(Live::ended(client->increment(key, -3))->newValue(), 12);
        QCOMPARE(value(*client, key), QByteArray("12"));
    }

    void R8_range()
    {
        const auto client = connectedApi();
        const QByteArray base = filled(*client, {"-1", "-2", "-3"});
        const auto page = Live::ended(client->range(base + "-1", base + "-3"));
        QCOMPARE(page->page().records.size(), 3);
        QVERIFY(!page->page().truncated);
        QCOMPARE(QJsonDocument::fromJson(page->rawReply()).object().value(QStringLiteral("count")).toInt(),
                 3);
    }

    void R9_rangeOfOneKey()
    {
        const auto client = connectedApi();
        const QByteArray base = filled(*client, {"-1", "-2", "-3"});
        const auto page = Live::ended(client->range(base + "-2", base + "-2"));
        QCOMPARE(page->page().records, (QList<Record>{{base + "-2", "-2", false}}));
        QVERIFY(!page->page().truncated);
    }

    void R10_truncated()
    {
        const auto client = connectedApi();
        const QByteArray base = filled(*client, {"-1", "-2", "-3", "-4", "-5"});
        const auto page = Live::ended(client->range(base + "-1", base + "-5", 2));
        QCOMPARE(page->page().records.size(), 2);
        QVERIFY(page->page().truncated);
    }

    void R11_emptyRange()
    {
        const auto client = connectedApi();
        const QByteArray base = m_service.newKey("empty");
        const auto page = Live::ended(client->range(base + "-1", base + "-9"));
        QVERIFY(page->succeeded());
        QVERIFY(page->page().records.isEmpty());
        QVERIFY(!page->page().truncated);
    }

    void R12_orderOfText()
    {
        const auto client = connectedApi();
        const QByteArray base = filled(*client, {"-100", "-001", "-111", "-010", "-101"});
        QCOMPARE(keys(client->range(base + "-000", base + "-999")),
                 (QByteArrayList{base + "-001", base + "-010", base + "-100", base + "-101", base + "-111"}));
    }

    void R13_emptyValue()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey();
        QCOMPARE(code(client->set(key, {})), 400);
        QCOMPARE(code(client->patch(key, {})), 400);
        QCOMPARE(code(client->get(key)), 404);
    }

    void R14_hundredKibibytes()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey("large");
        const auto set = Live::ended(client->set(key, QByteArray(100 * 1024, 'x')));
        // Refused by a reply, or by closing the connection over a frame that large.
        QVERIFY2(set->error().code == 400 || set->error().code == 413
                     || set->error().kind == ErrorKind::ConnectionLost,
                 qPrintable(set->error().kindName()));
        QTRY_VERIFY_WITH_TIMEOUT(client->isConnected(), Live::patience);
        QCOMPARE(code(client->get(key)), 404);
    }

    void R15_missingKey()
    {
        const auto client = connectedApi();
        const QByteArray key = m_service.newKey("missing");
        QVERIFY(Live::ended(client->get(key))->error().isNotFound());
        QVERIFY(Live::ended(client->remove(key))->error().isNotFound());
    }

    void R16_badApiKey()
    {
        ApiClient client(m_service.config(), QStringLiteral("no-such-key"));
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(client.lastError().kind, ErrorKind::Authentication);
        QCOMPARE(client.lastError().code, 403);
    }

private:
    std::unique_ptr<ApiClient> connectedApi(const ConnectionConfig &config) const
    {
        auto client = m_service.client(config);
        if (!Live::connectAndWait(*client))
            qWarning("not connected"); // fails the test
        return client;
    }
    std::unique_ptr<ApiClient> connectedApi() const { return connectedApi(m_service.config()); }

    std::unique_ptr<SubscriptionClient> connectedSubscriber(const QList<QByteArray> &patterns,
                                                            const QString &access,
                                                            const ConnectionConfig &config)
    {
        auto client = m_service.subscriber(patterns, access, config);
        if (!Live::connectAndWait(*client))
            qWarning("not connected"); // fails the test
        return client;
    }
    std::unique_ptr<SubscriptionClient> connectedSubscriber(const QList<QByteArray> &patterns,
                                                            const QString &access = {})
    {
        return connectedSubscriber(patterns, access, m_service.config());
    }

    ConnectionConfig through(const Live::Tunnel &tunnel) const
    {
        ConnectionConfig config = m_service.config();
        config.proxy = tunnel.proxy();
        return config;
    }

    /// What the client hears from now on.
    static std::unique_ptr<QList<Notification>> listen(Client &client)
    {
        auto heard = std::make_unique<QList<Notification>>();
        connect(&client, &Client::notificationReceived, &client,
                [list = heard.get()](const Notification &notification) { list->append(notification); });
        return heard;
    }

    QByteArray filled(Client &client, const QByteArrayList &ends)
    {
        QByteArray base = m_service.newKey("many");
        for (const QByteArray &end : ends) {
            if (!ok(client.set(base + end, end)))
                qWarning("not stored"); // fails the test
        }
        return base;
    }

    static bool ok(Reply *reply) { return Live::ended(reply)->succeeded(); }
    static int code(Reply *reply) { return Live::ended(reply)->error().code; }
    static QByteArray value(Client &client, const QByteArray &key)
    {
        return Live::ended(client.get(key))->value();
    }
    static QByteArrayList keys(RangeReply *reply)
    {
        const auto ended = Live::ended(reply);
        QByteArrayList result;
        for (const Record &record : ended->page().records)
            result.append(record.key);
        return result;
    }
    /// The order of members is the store's own affair.
    static QJsonObject members(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

    Live::Service m_service;
};

QTEST_GUILESS_MAIN(tst_Conformance)
#include "tst_conformance.moc"
