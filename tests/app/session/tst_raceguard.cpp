// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/raceguard.h"

#include <QTest>

using namespace Studio;

class TestRaceGuard : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void decides_data();
    void decides();
    void keepsRequestsApart();
    void sortsAndCountsOnce();
    void forgetsDroppedRequests();
    void readsAgainTwice();
    void aPageDecides();
};

void TestRaceGuard::decides_data()
{
    QTest::addColumn<QByteArray>("touched");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<qint64>("sentAt");
    QTest::addColumn<bool>("undecided");
    QTest::newRow("inside, meanwhile") << QByteArray("b:2") << qint64(110) << qint64(100) << true;
    QTest::newRow("in the same millisecond") << QByteArray("b:2") << qint64(100) << qint64(100) << true;
    QTest::newRow("before it was sent") << QByteArray("b:2") << qint64(90) << qint64(100) << false;
    QTest::newRow("when it was sent is unknown") << QByteArray("b:2") << qint64(90) << qint64(0) << true;
    QTest::newRow("first key") << QByteArray("b:") << qint64(110) << qint64(100) << true;
    QTest::newRow("last key") << QByteArray("b:9") << qint64(110) << qint64(100) << true;
    QTest::newRow("before the stretch") << QByteArray("a") << qint64(110) << qint64(100) << false;
    QTest::newRow("behind the stretch") << QByteArray("b:9\x01") << qint64(110) << qint64(100) << false;
}

void TestRaceGuard::decides()
{
    QFETCH(QByteArray, touched);
    QFETCH(qint64, at);
    QFETCH(qint64, sentAt);
    QFETCH(bool, undecided);
    RaceGuard guard;
    const RaceGuard::Ticket ticket = guard.begin("b:", "b:9");
    guard.touch(touched, at);
    QCOMPARE(guard.end(ticket, sentAt), undecided ? QList<QByteArray>{touched} : QList<QByteArray>());
    QCOMPARE(guard.openTickets(), 0);
}

void TestRaceGuard::keepsRequestsApart()
{
    RaceGuard guard;
    guard.touch("k", 1);
    const auto first = guard.begin("k");
    guard.touch("k", 2);
    const auto second = guard.begin("k");
    QCOMPARE(guard.end(first, 1), QList<QByteArray>{"k"});
    QVERIFY(guard.end(second, 1).isEmpty());
    QVERIFY(guard.end(second, 1).isEmpty());
}

void TestRaceGuard::sortsAndCountsOnce()
{
    RaceGuard guard;
    const auto ticket = guard.begin("a", "z");
    for (const char *key : {"m", "b", "m", "x"})
        guard.touch(key, 5);
    QCOMPARE(guard.end(ticket, 5), (QList<QByteArray>{"b", "m", "x"}));
}

void TestRaceGuard::forgetsDroppedRequests()
{
    RaceGuard guard;
    const auto ticket = guard.begin("a", "z");
    guard.drop(ticket);
    guard.touch("m", 5);
    QVERIFY(guard.end(ticket, 0).isEmpty());
    QCOMPARE(guard.openTickets(), 0);
}

void TestRaceGuard::readsAgainTwice()
{
    RaceGuard guard;
    QVERIFY(guard.readAgain("k"));
    QVERIFY(guard.readAgain("k"));
    QVERIFY(!guard.readAgain("k"));
    // Counting starts anew after giving up, and after a decision.
    QVERIFY(guard.readAgain("k"));
    guard.decided("k");
    QVERIFY(guard.readAgain("k"));
    QVERIFY(guard.readAgain("k"));
    QVERIFY(!guard.readAgain("k"));
}

void TestRaceGuard::aPageDecides()
{
    RaceGuard guard;
    for (const char *key : {"a", "b", "c", "d"}) {
        QVERIFY(guard.readAgain(key));
        QVERIFY(guard.readAgain(key));
    }
    guard.decided("b", "c", {"c"});
    QVERIFY(!guard.readAgain("a"));
    QVERIFY(guard.readAgain("b"));
    QVERIFY(!guard.readAgain("c"));
    QVERIFY(!guard.readAgain("d"));
}

QTEST_GUILESS_MAIN(TestRaceGuard)
#include "tst_raceguard.moc"
