// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "session/subscriptionset.h"

#include <QTest>

using namespace Studio;
using namespace std::chrono_literals;

class TestSubscriptionSet : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void covers_data();
    void covers();
    void reducesWhatIsWanted_data();
    void reducesWhatIsWanted();
    void hearsThroughTheInnermostBranch();
    void gathersFromTheFirstChangeOn();
    void asksNothingForWhatIsHeard();
    void asksNothingForWhatIsOnItsWay();
    void growsUntilTheNextRenewal();
    void doesNotGrowWithoutEnd();
    void wantingLessAsksNothing();
    void remembersSinceWhen();
    void triesAgainAfterAFailure();

private:
    static QList<QByteArray> wire(const WatchPatterns &patterns)
    {
        QList<QByteArray> texts;
        for (const WatchPattern &pattern : patterns)
            texts.append(pattern.toWire());
        return texts;
    }
};

void TestSubscriptionSet::covers_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<bool>("firstIsPrefix");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("secondIsPrefix");
    QTest::addColumn<bool>("expected");
    QTest::newRow("key itself") << QByteArray("a") << false << QByteArray("a") << false << true;
    QTest::newRow("key, longer key") << QByteArray("a") << false << QByteArray("ab") << false << false;
    QTest::newRow("key, its prefix") << QByteArray("a") << false << QByteArray("a") << true << false;
    QTest::newRow("prefix, key") << QByteArray("a:") << true << QByteArray("a:b") << false << true;
    QTest::newRow("prefix, key of that text")
        << QByteArray("a:") << true << QByteArray("a:") << false << true;
    QTest::newRow("prefix, other key") << QByteArray("a:") << true << QByteArray("a") << false << false;
    QTest::newRow("prefix, deeper prefix") << QByteArray("a:") << true << QByteArray("a:b:") << true << true;
    QTest::newRow("prefix, wider prefix") << QByteArray("a:b:") << true << QByteArray("a:") << true << false;
    QTest::newRow("everything") << QByteArray() << true << QByteArray("x") << true << true;
}

void TestSubscriptionSet::covers()
{
    QFETCH(QByteArray, first);
    QFETCH(bool, firstIsPrefix);
    QFETCH(QByteArray, second);
    QFETCH(bool, secondIsPrefix);
    QFETCH(bool, expected);
    const WatchPattern pattern{first, firstIsPrefix};
    QCOMPARE(pattern.covers({second, secondIsPrefix}), expected);
    if (!secondIsPrefix)
        QCOMPARE(pattern.matches(second), expected);
}

void TestSubscriptionSet::reducesWhatIsWanted_data()
{
    using Keys = QList<QByteArray>;
    QTest::addColumn<Keys>("visible");
    QTest::addColumn<Keys>("open");
    QTest::addColumn<Keys>("prefixes");
    QTest::addColumn<Keys>("expected");
    QTest::newRow("nothing") << Keys() << Keys() << Keys() << Keys();
    QTest::newRow("open keys exactly") << Keys() << Keys{"b", "a:1"} << Keys() << Keys{"a:1", "b"};
    QTest::newRow("visible keys by branch") << Keys{"a:1", "a:2", "a:b:3"} << Keys() << Keys() << Keys{"a:*"};
    QTest::newRow("visible keys of the root") << Keys{"x", "y"} << Keys() << Keys() << Keys{"x", "y"};
    QTest::newRow("covered by a prefix") << Keys() << Keys{"a:1", "b:1"} << Keys{"a:"} << Keys{"a:*", "b:1"};
    QTest::newRow("nested prefixes") << Keys() << Keys() << Keys{"a:b:", "a:", "a:c:"} << Keys{"a:*"};
    QTest::newRow("key beside its branch") << Keys() << Keys{"a"} << Keys{"a:"} << Keys{"a", "a:*"};
    QTest::newRow("key of the prefix's text") << Keys() << Keys{"a:"} << Keys{"a:"} << Keys{"a:*"};
    QTest::newRow("between prefixes")
        << Keys() << Keys{"a:5", "b", "c:5"} << Keys{"a:", "c:"} << Keys{"a:*", "b", "c:*"};
    QTest::newRow("everything") << Keys{"a:1"} << Keys{"b"} << Keys{""} << Keys{"*"};
    QTest::newRow("twice") << Keys() << Keys{"a", "a"} << Keys() << Keys{"a"};
}

void TestSubscriptionSet::reducesWhatIsWanted()
{
    QFETCH(QList<QByteArray>, visible);
    QFETCH(QList<QByteArray>, open);
    QFETCH(QList<QByteArray>, prefixes);
    QFETCH(QList<QByteArray>, expected);
    SubscriptionSet set({":"}, 1s);
    set.setInterest(1, visible, open, 0);
    set.setPrefixes(2, prefixes, 0);
    QCOMPARE(wire(set.wanted()), expected);
}

void TestSubscriptionSet::hearsThroughTheInnermostBranch()
{
    SubscriptionSet set({":", "/", "->"}, 1s);
    set.setInterest(1, {"a:b/c", "a/b:c", "x->y", "x.y", "z-"}, {}, 0);
    QCOMPARE(wire(set.wanted()), (QList<QByteArray>{"a/b:*", "a:b/*", "x->*", "x.y", "z-"}));
}

void TestSubscriptionSet::gathersFromTheFirstChangeOn()
{
    SubscriptionSet set({":"}, 1s);
    QVERIFY(!set.dueAt());
    set.setInterest(1, {}, {"a"}, 5000);
    QCOMPARE(set.dueAt(), 6000);
    set.setInterest(1, {}, {"b"}, 5900);
    QCOMPARE(set.dueAt(), 6000);
    QCOMPARE(wire(set.takeGrown()), QList<QByteArray>{"b"});
    QVERIFY(!set.dueAt());
}

void TestSubscriptionSet::asksNothingForWhatIsHeard()
{
    SubscriptionSet set({":"}, 1s);
    set.setPrefixes(1, {"a:"}, 0);
    set.setActive(set.takeFresh(), 100);
    set.setInterest(2, {"a:1"}, {"a:b:2"}, 200);
    QVERIFY(!set.dueAt());
    set.setInterest(2, {"a:1"}, {"b"}, 300);
    QCOMPARE(set.dueAt(), 1300);
    // Changed back before it was due.
    set.setInterest(2, {"a:1"}, {"a:2"}, 400);
    QVERIFY(!set.dueAt());
}

void TestSubscriptionSet::asksNothingForWhatIsOnItsWay()
{
    SubscriptionSet set({":"}, 1s);
    set.setPrefixes(1, {"a:"}, 0);
    const WatchPatterns asked = set.takeFresh();
    set.setInterest(2, {}, {"a:1"}, 100);
    QVERIFY(!set.dueAt());
    set.setInterest(2, {}, {"c"}, 200);
    QVERIFY(set.dueAt());
    set.setActive(asked, 300);
    QVERIFY(set.dueAt());
    QCOMPARE(wire(set.takeGrown()), (QList<QByteArray>{"a:*", "c"}));
}

void TestSubscriptionSet::growsUntilTheNextRenewal()
{
    SubscriptionSet set({":"}, 1s);
    for (const char *key : {"a", "b", "c"}) {
        set.setInterest(1, {}, {key}, 0);
        set.setActive(set.takeGrown(), 0);
    }
    QCOMPARE(wire(set.active()), (QList<QByteArray>{"a", "b", "c"}));
    // Back to one that was open before: no token.
    set.setInterest(1, {}, {"a"}, 10);
    QVERIFY(!set.dueAt());
    QCOMPARE(wire(set.takeFresh()), QList<QByteArray>{"a"});
}

void TestSubscriptionSet::doesNotGrowWithoutEnd()
{
    SubscriptionSet set({":"}, 1s);
    for (int i = 0; i < SubscriptionSet::maxPatterns + 20; ++i) {
        set.setInterest(1, {}, {"key" + QByteArray::number(i)}, 0);
        set.setActive(set.takeGrown(), 0);
        QVERIFY(set.active().size() <= SubscriptionSet::maxPatterns);
    }
}

void TestSubscriptionSet::wantingLessAsksNothing()
{
    SubscriptionSet set({":"}, 1s);
    set.setInterest(1, {}, {"a"}, 0);
    set.setInterest(2, {}, {"b"}, 0);
    set.setActive(set.takeFresh(), 0);
    set.removeView(2);
    QVERIFY(!set.dueAt());
    QCOMPARE(wire(set.active()), (QList<QByteArray>{"a", "b"}));
    QCOMPARE(wire(set.wanted()), QList<QByteArray>{"a"});
}

void TestSubscriptionSet::remembersSinceWhen()
{
    SubscriptionSet set({":"}, 1s);
    set.setPrefixes(1, {"a:"}, 0);
    set.setActive(set.takeFresh(), 100);
    QCOMPARE(set.heardSince("a:1", "a:9"), 100);
    QCOMPARE(set.heardSince("a:", "a:\xf4\x8f\xbf\xbf"), 100);
    QVERIFY(!set.heardSince("a", "a:9"));
    QVERIFY(!set.heardSince("a:1", "b"));
    set.setPrefixes(1, {"a:", "b:"}, 200);
    set.setActive(set.takeGrown(), 300);
    QCOMPARE(set.heardSince("a:1", "a:9"), 100);
    QCOMPARE(set.heardSince("b:1", "b:1"), 300);
    // A narrower pattern that takes over has been heard as long as the wider one.
    set.setPrefixes(1, {"a:x:"}, 400);
    set.setActive(set.takeFresh(), 500);
    QCOMPARE(set.heardSince("a:x:1", "a:x:1"), 100);
    QVERIFY(!set.heardSince("a:1", "a:1"));
    set.clearActive(600);
    QVERIFY(!set.heardSince("a:x:1", "a:x:1"));
    QCOMPARE(set.dueAt(), 1600);
    set.setActive({{"a:x:", true}}, 900);
    QCOMPARE(set.heardSince("a:x:1", "a:x:1"), 900);
}

void TestSubscriptionSet::triesAgainAfterAFailure()
{
    SubscriptionSet set({":"}, 1s);
    set.setPrefixes(1, {"a:"}, 0);
    set.takeFresh();
    set.failed(1000, 60s);
    QCOMPARE(set.dueAt(), 61'000);
    // Something new does not wait that long.
    set.setPrefixes(1, {"b:"}, 2000);
    QCOMPARE(set.dueAt(), 3000);
    set.setPrefixes(1, {}, 2100);
    QVERIFY(!set.dueAt());
    set.failed(2200, 60s);
    QVERIFY(!set.dueAt());
}

QTEST_GUILESS_MAIN(TestSubscriptionSet)
#include "tst_subscriptionset.moc"
