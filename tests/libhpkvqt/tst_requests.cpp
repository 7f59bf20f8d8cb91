// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "deadlines.h"
#include "failonwarning.h"
#include "heartbeat.h"
#include "requestqueue.h"
#include "requesttable.h"

#include <QTest>

#include <memory>

using namespace Hpkv;

/// The small units that hold calls: queue, table and deadlines; and the heartbeat.
class tst_Requests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void queueKeepsOrderWithinLanes()
    {
        RequestQueue queue;
        PendingRequest a;
        PendingRequest b;
        PendingRequest c;
        PendingRequest d;
        b.options.lane = Lane::Background;
        QVERIFY(queue.push(&b));
        QVERIFY(queue.push(&a));
        QVERIFY(queue.push(&c));
        queue.pushFront(&d);
        QCOMPARE(queue.size(Lane::Interactive), 3);
        QCOMPARE(queue.size(Lane::Background), 1);
        QCOMPARE(queue.pop(), &d);
        queue.remove(&a);
        QCOMPARE(queue.pop(), &c);
        QCOMPARE(queue.front(), &b);
        QCOMPARE(queue.pop(), &b);
        QCOMPARE(queue.pop(), nullptr);
        QVERIFY(queue.isEmpty());
        QCOMPARE(a.stage, PendingRequest::Stage::New);
    }

    void queueIsBounded()
    {
        RequestQueue queue;
        queue.setLimit(2);
        std::array<PendingRequest, 4> requests;
        QVERIFY(queue.push(&requests[0]));
        QVERIFY(queue.push(&requests[1]));
        QVERIFY(!queue.push(&requests[2]));
        QCOMPARE(requests[2].stage, PendingRequest::Stage::New);
        queue.pushFront(&requests[3]); // had its turn already
        QCOMPARE(queue.size(), 3);
        PendingList all;
        queue.takeAll(all);
        QVERIFY(queue.isEmpty());
        QCOMPARE(all.popFront(), &requests[3]);
        QCOMPARE(requests[0].stage, PendingRequest::Stage::Leaving);
    }

    void destroyedItemsLeaveTheirList()
    {
        PendingList list;
        auto a = std::make_unique<PendingRequest>();
        auto b = std::make_unique<PendingRequest>();
        list.pushBack(a.get());
        list.pushBack(b.get());
        a.reset();
        QCOMPARE(list.popFront(), b.get());
        QVERIFY(list.isEmpty());
        {
            PendingList shorter;
            shorter.pushBack(b.get());
        }
        QVERIFY(!static_cast<ListHook<WaitTag> *>(b.get())->isLinked());
    }

    void tableCounts()
    {
        RequestTable table;
        PendingRequest a;
        PendingRequest b;
        table.insert(&a);
        table.insert(&b);
        QCOMPARE(a.id, 1);
        QCOMPARE(b.id, 2);
        QVERIFY(table.wasGiven(2));
        QVERIFY(!table.wasGiven(3));
        QVERIFY(!table.wasGiven(0));
        QCOMPARE(table.take(3), nullptr);
        QCOMPARE(table.take(2), &b);
        QCOMPARE(table.take(2), nullptr);
        table.insert(&b);
        QCOMPARE(b.id, 3);
        QCOMPARE(table.size(), 2);
    }

    void tableStartsOverAndSkips()
    {
        RequestTable table(WireCodec::maxSafeInteger);
        PendingRequest last;
        PendingRequest first;
        PendingRequest second;
        table.insert(&last);
        QCOMPARE(last.id, WireCodec::maxSafeInteger);
        table.insert(&first);
        QCOMPARE(first.id, 1);
        RequestTable again(WireCodec::maxSafeInteger - 1);
        std::array<PendingRequest, 3> requests;
        for (PendingRequest &request : requests)
            again.insert(&request);
        QCOMPARE(requests[2].id, 1);
        // One that still waits is skipped.
        again.insert(&second);
        QCOMPARE(second.id, 2);
    }

    void tableTakesOneLine()
    {
        RequestTable table;
        std::array<PendingRequest, 6> requests;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            requests[i].line = i % 2;
            table.insert(&requests[i]);
        }
        QCOMPARE(table.size(1), 3);
        PendingList odd;
        table.takeLine(1, odd);
        QCOMPARE(table.size(), 3);
        for (const std::size_t i : {1, 3, 5})
            QCOMPARE(odd.popFront(), &requests[i]);
        QVERIFY(odd.isEmpty());
    }

    void deadlinesInOrder()
    {
        Deadlines deadlines;
        std::array<PendingRequest, 5> requests;
        const std::array<qint64, 5> at{30, 10, 20, -1, 10};
        for (std::size_t i = 0; i < requests.size(); ++i) {
            requests[i].deadline = at[i];
            deadlines.add(&requests[i]);
        }
        QCOMPARE(deadlines.next(), 10);
        QCOMPARE(deadlines.takeDue(9), nullptr);
        QCOMPARE(deadlines.takeDue(10), &requests[1]);
        Deadlines::remove(&requests[4]);
        QCOMPARE(deadlines.takeDue(10), nullptr);
        QCOMPARE(deadlines.next(), 20);
        QCOMPARE(deadlines.takeDue(99), &requests[2]);
        QCOMPARE(deadlines.takeDue(99), &requests[0]);
        QCOMPARE(deadlines.takeDue(99), nullptr);
        QCOMPARE(deadlines.next(), -1);
    }

    void heartbeat()
    {
        Heartbeat heartbeat;
        heartbeat.setConfig(30000, 10000);
        QVERIFY(!heartbeat.isPingDue(0));
        QCOMPARE(heartbeat.next(), -1);
        heartbeat.begin(1000);
        QVERIFY(heartbeat.isPingDue(1000));
        heartbeat.pinged(1000);
        QVERIFY(!heartbeat.isPingDue(1000));
        QCOMPARE(heartbeat.next(), 11000);
        QVERIFY(!heartbeat.isDead(10999));
        QVERIFY(heartbeat.isDead(11000));
        heartbeat.heard();
        QVERIFY(!heartbeat.isDead(20000));
        QCOMPARE(heartbeat.next(), 31000);
        heartbeat.end();
        QCOMPARE(heartbeat.next(), -1);
        heartbeat.setConfig(0, 10000);
        heartbeat.begin(5);
        QVERIFY(!heartbeat.isPingDue(100));
        QCOMPARE(heartbeat.next(), -1);
    }

    // A ping interval below the time allowed for the answer must not put the end off for ever.
    void heartbeatWithManyPings()
    {
        Heartbeat heartbeat;
        heartbeat.setConfig(10, 100);
        heartbeat.begin(0);
        qint64 now = 0;
        while (!heartbeat.isDead(now) && now < 1000) {
            if (heartbeat.isPingDue(now))
                heartbeat.pinged(now);
            ++now;
        }
        QCOMPARE(now, 100);
    }
};

QTEST_APPLESS_MAIN(tst_Requests)
#include "tst_requests.moc"
