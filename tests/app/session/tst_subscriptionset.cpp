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
    void reducesWhatIsWanted_data();
    void reducesWhatIsWanted();
    void hearsThroughTheInnermostBranch();
    void gathersFromTheFirstChangeOn();
    void asksNothingForWhatIsHeard();
    void asksNothingForWhatIsOnItsWay();
    void growsUntilTheNextRenewal();
    void doesNotGrowWithoutEnd();
    void wantingLessAsksNothing();
    void givingUpAPatternAsks();
    void givingUpWhatIsWantedElsewhereAsksNothing();
    void mixesKinds();
    void onlyKeysAndPrefixesAreVouchedFor();
    void leavesOutWhatCannotBeWatched();
    void admitsOnlyWhatWasAskedFor();
    void remembersSinceWhen();
    void triesAgainAfterAFailure();
    void leavesOutWhatIsRefused();

private:
    static QList<QByteArray> wire(const WatchPatterns &patterns)
    {
        QList<QByteArray> texts;
        for (const WatchPattern &pattern : patterns)
            texts.append(pattern.toWire());
        return texts;
    }
};

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

void TestSubscriptionSet::givingUpAPatternAsks()
{
    SubscriptionSet set({":"}, 1s);
    set.setPatterns(1, {WatchPattern::prefix("a:"), WatchPattern::prefix("b:")}, 0);
    set.setInterest(2, {}, {"c"}, 0);
    set.setActive(set.takeFresh(), 100);
    QVERIFY(!set.dueAt());
    set.setPatterns(1, {WatchPattern::prefix("a:")}, 200);
    QCOMPARE(set.dueAt(), 1200);
    // Taken back before it was due.
    set.setPatterns(1, {WatchPattern::prefix("a:"), WatchPattern::prefix("b:")}, 300);
    QVERIFY(!set.dueAt());
    set.setPatterns(1, {WatchPattern::prefix("a:")}, 400);
    QCOMPARE(set.dueAt(), 1400);
    const WatchPatterns asked = set.takeGrown();
    QCOMPARE(wire(asked), (QList<QByteArray>{"a:*", "c"}));
    // Nothing more is due while it is made and after.
    set.setInterest(2, {}, {"c"}, 500);
    QVERIFY(!set.dueAt());
    set.setActive(asked, 600);
    QVERIFY(!set.dueAt());
    QCOMPARE(set.heardSince("a:1", "a:1"), 100);
    QVERIFY(!set.heardSince("b:1", "b:1"));
    // One that could not be had is asked for again.
    set.setPatterns(1, {}, 700);
    set.takeGrown();
    set.failed(800, 60s);
    QCOMPARE(set.dueAt(), 60'800);
}

void TestSubscriptionSet::givingUpWhatIsWantedElsewhereAsksNothing()
{
    SubscriptionSet set({":"}, 1s);
    set.setPatterns(1, {WatchPattern::key("a:1")}, 0);
    set.setPrefixes(2, {"a:"}, 0);
    set.setActive(set.takeFresh(), 100);
    set.setPatterns(1, {}, 200);
    QVERIFY(!set.dueAt());
    QCOMPARE(wire(set.wanted()), QList<QByteArray>{"a:*"});
}

void TestSubscriptionSet::mixesKinds()
{
    using Kind = WatchPattern::Kind;
    SubscriptionSet set({":"}, 1s);
    set.setPatterns(1,
                    {{"^x", Kind::Expression},
                     {":temp", Kind::Suffix},
                     {"a:*:b", Kind::Wildcard},
                     {"z*z", Kind::Wildcard},
                     WatchPattern::key("k"),
                     WatchPattern::prefix("a:")},
                    0);
    set.setInterest(2, {}, {"q:temp"}, 0);
    // The wildcard lies within the prefix; that the suffix hears the open key is not certain enough.
    QCOMPARE(wire(set.wanted()), (QList<QByteArray>{"a:*", "k", "q:temp", "*:temp", "/^x/", "z*z"}));
    set.setActive(set.takeFresh(), 100);
    QVERIFY(!set.dueAt());
    set.setPatterns(1, {{"^x", Kind::Expression}}, 200);
    QCOMPARE(wire(set.takeGrown()), (QList<QByteArray>{"q:temp", "/^x/"}));
}

void TestSubscriptionSet::onlyKeysAndPrefixesAreVouchedFor()
{
    using Kind = WatchPattern::Kind;
    SubscriptionSet set({":"}, 1s);
    set.setPatterns(
        1, {{".*", Kind::Expression}, {"1", Kind::Suffix}, {"a*", Kind::Wildcard}, {"b", Kind::Key}}, 0);
    set.setActive(set.takeFresh(), 100);
    QVERIFY(!set.heardSince("a1", "a1"));
    QCOMPARE(set.heardSince("b", "b"), 100);
}

void TestSubscriptionSet::leavesOutWhatCannotBeWatched()
{
    SubscriptionSet set({":"}, 1s);
    set.setPatterns(1, {{"(", WatchPattern::Kind::Expression}, {"", WatchPattern::Kind::Key}}, 0);
    QVERIFY(set.wanted().isEmpty());
    QVERIFY(!set.dueAt());
}

void TestSubscriptionSet::admitsOnlyWhatWasAskedFor()
{
    SubscriptionSet set({":"}, 1s);
    set.setPatterns(1, {WatchPattern::prefix("a:")}, 0);
    set.setActive(set.takeFresh(), 0);
    // The server is trusted with what says just what is meant.
    QVERIFY(set.admits("elsewhere"));
    set.setPatterns(1, {WatchPattern::prefix("a:"), WatchPattern::key("x*y")}, 100);
    const WatchPatterns asked = set.takeGrown();
    // The new connection may bring something before it has taken over.
    QVERIFY(set.admits("x*y"));
    QVERIFY(!set.admits("x1y"));
    QVERIFY(set.admits("a:1"));
    set.setActive(asked, 200);
    QVERIFY(set.admits("x*y"));
    QVERIFY(!set.admits("x1y"));
    QVERIFY(set.admits("a:1"));
    set.clearActive(300);
    QVERIFY(set.admits("x1y"));
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
    set.setActive({WatchPattern::prefix("a:x:")}, 900);
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

void TestSubscriptionSet::leavesOutWhatIsRefused()
{
    SubscriptionSet set({":"}, 1s);
    const WatchPattern bad = WatchPattern::fromText("/bad/");
    const WatchPattern good = WatchPattern::prefix("a:");
    set.setPatterns(1, {good, bad}, 0);
    set.setPatterns(2, {bad}, 0);
    QCOMPARE(wire(set.takeFresh()), (QList<QByteArray>{"a:*", "/bad/"}));
    set.refuse({bad, QStringLiteral("no")});
    set.setActive({good}, 10);
    QVERIFY(!set.dueAt());
    QCOMPARE(wire(set.takeFresh()), QList<QByteArray>{"a:*"});
    set.setActive({good}, 20);
    // One view is enough to keep it refused.
    set.setPatterns(1, {good}, 30);
    QCOMPARE(set.refused().size(), 1);
    set.removeView(2);
    QVERIFY(set.refused().isEmpty());
    set.setPatterns(1, {good, bad}, 40);
    QCOMPARE(set.dueAt(), std::optional<qint64>(1040));
    QCOMPARE(wire(set.wanted()), (QList<QByteArray>{"a:*", "/bad/"}));
}

QTEST_GUILESS_MAIN(TestSubscriptionSet)
#include "tst_subscriptionset.moc"
