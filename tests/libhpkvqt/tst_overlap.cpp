// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "overlap.h"

#include <QTest>

using namespace Hpkv;

class tst_Overlap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void rest_data()
    {
        QTest::addColumn<QByteArray>("old"); // a letter for each notification
        QTest::addColumn<QByteArray>("fresh");
        QTest::addColumn<QByteArray>("rest");
        const auto row = [](const char *old, const char *fresh, const char *rest) {
            QTest::addRow("%s+%s", old, fresh) << QByteArray(old) << QByteArray(fresh) << QByteArray(rest);
        };
        row("", "", "");
        row("abc", "", "");
        row("", "abc", "abc");
        row("abc", "abc", "");
        row("abc", "bcd", "d");
        row("abc", "cde", "de");
        row("abc", "def", "def");
        row("abc", "abcdef", "def");
        row("xabab", "ababc", "c"); // the longest match counts
        row("aaa", "aaaaa", "aa"); // equal ones are different changes
        row("aabaa", "aabaab", "b");
        row("abcab", "abx", "x");
        row("ab", "b", "");
        row("ababab", "abab", "");
        row("abac", "abad", "abad");
    }

    void rest()
    {
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, fresh);
        QFETCH(QByteArray, rest);
        Overlap overlap;
        overlap.heardOnOld(of('?'));
        overlap.begin(); // what was before does not count
        for (const char c : std::as_const(old))
            overlap.heardOnOld(of(c));
        for (const char c : std::as_const(fresh))
            overlap.heardOnNew(of(c));
        QByteArray told;
        for (const Notification &notification : overlap.takeRest())
            told += notification.value;
        QCOMPARE(told, rest);
        QVERIFY(overlap.takeRest().isEmpty());
    }

    // A letter is a key of its own here: the subscriptions of the two connections differ.
    void otherSubscriptions_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("fresh");
        QTest::addColumn<QByteArray>("rest");
        const auto row = [](const char *old, const char *fresh, const char *rest) {
            QTest::addRow("%s+%s", old, fresh) << QByteArray(old) << QByteArray(fresh) << QByteArray(rest);
        };
        row("ab", "qaqbq", "qqq"); // more than before
        row("axbx", "abc", "c"); // less than before
        row("xaxb", "qaqbqc", "qqqc"); // both
        row("xx", "qq", "qq");
        row("abab", "qabq", "qq");
    }

    void otherSubscriptions()
    {
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, fresh);
        QFETCH(QByteArray, rest);
        Overlap overlap;
        const auto keyed = [](char c) { return Notification{QByteArray(1, c), "v", false, false, {}}; };
        for (const char c : std::as_const(old))
            overlap.heardOnOld(keyed(c));
        for (const char c : std::as_const(fresh))
            overlap.heardOnNew(keyed(c));
        QByteArray told;
        for (const Notification &notification : overlap.takeRest())
            told += notification.key;
        QCOMPARE(told, rest);
    }

    void longStreams()
    {
        Overlap overlap;
        overlap.begin();
        for (int i = 0; i < 200000; ++i)
            overlap.heardOnOld(of('a'));
        for (int i = 0; i < 200001; ++i)
            overlap.heardOnNew(of('a'));
        QCOMPARE(overlap.takeRest().size(), 1);
    }

private:
    static Notification of(char c) { return {"k", QByteArray(1, c), false, false, {}}; }
};

QTEST_APPLESS_MAIN(tst_Overlap)
#include "tst_overlap.moc"
