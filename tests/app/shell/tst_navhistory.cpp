// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/navhistory.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class tst_NavHistory : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void goesBackAndForward();
    void newPlaceDropsWhatWasAhead();
    void isBounded();
    void removes();
};

void tst_NavHistory::goesBackAndForward()
{
    NavHistory history;
    QVERIFY(!history.canGoBack());
    QVERIFY(!history.back());
    QVERIFY(!history.current());
    const NavPlace a = NavPlace::record("a");
    const NavPlace b = NavPlace::branch("a");
    const NavPlace c = NavPlace::range(KeyInterval::ofPrefix("a"));
    history.visit(a);
    history.visit(a);
    QVERIFY(!history.canGoBack());
    history.visit(b);
    history.visit(c);
    QCOMPARE(history.back(), std::optional(b));
    QCOMPARE(history.back(), std::optional(a));
    QVERIFY(!history.back());
    QCOMPARE(history.forward(), std::optional(b));
    QCOMPARE(history.forward(), std::optional(c));
    QVERIFY(!history.forward());
    QCOMPARE(history.current(), std::optional(c));
}

void tst_NavHistory::newPlaceDropsWhatWasAhead()
{
    NavHistory history;
    for (const char *key : {"a", "b", "c"})
        history.visit(NavPlace::record(key));
    history.back();
    history.back();
    history.visit(NavPlace::record("a")); // where one is already: nothing is dropped
    QVERIFY(history.canGoForward());
    history.visit(NavPlace::record("x"));
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back(), std::optional(NavPlace::record("a")));
}

void tst_NavHistory::isBounded()
{
    NavHistory history;
    for (int i = 0; i < 500; ++i)
        history.visit(NavPlace::record(QByteArray::number(i)));
    int steps = 0;
    while (history.back())
        ++steps;
    QCOMPARE(steps, int(NavHistory::most) - 1);
    QCOMPARE(history.current(), std::optional(NavPlace::record("400")));
}

void tst_NavHistory::removes()
{
    NavHistory history;
    for (const char *key : {"a", "x", "a", "b", "x"})
        history.visit(NavPlace::record(key));
    history.remove(NavPlace::record("x"));
    QCOMPARE(history.current(), std::optional(NavPlace::record("b")));
    QCOMPARE(history.back(), std::optional(NavPlace::record("a")));
    QVERIFY(!history.canGoBack());
    history.remove(NavPlace::record("a"));
    QCOMPARE(history.current(), std::optional(NavPlace::record("b")));
    history.remove(NavPlace::record("b"));
    QVERIFY(!history.current());
    QVERIFY(!history.canGoForward());
}

QTEST_GUILESS_MAIN(tst_NavHistory)
#include "tst_navhistory.moc"
