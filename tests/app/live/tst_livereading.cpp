// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livereading.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

namespace
{

LiveFacts heard(const QByteArray &before, const QByteArray &text)
{
    LiveFacts facts;
    facts.before = before;
    facts.beforeSure = true;
    facts.text = text;
    return facts;
}

LiveEntry described(const LiveFacts &facts)
{
    LiveEntry entry;
    describe(entry, facts, readNotification(facts), true);
    return entry;
}

} // namespace

class LiveReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    /// One row for each pair of value before and notified text: what it is taken for, and what must stand
    /// there then.
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<LiveKind>("kind");
        QTest::addColumn<bool>("guess");
        QTest::addColumn<QByteArray>("result");
        const QByteArray order = R"({"id":1,"status":"packed","total":94.20})";
        const QByteArray log = QByteArray("started\nloaded\n").repeated(10);
        QTest::newRow("part of the members")
            << order << QByteArray(R"({"status":"shipped"})") << LiveKind::Patched << true
            << QByteArray(R"({"id":1,"status":"shipped","total":94.20})");
        QTest::newRow("one member added")
            << order << QByteArray(R"({"note":1})") << LiveKind::Patched << true
            << QByteArray(R"({"id":1,"status":"packed","total":94.20,"note":1})");
        QTest::newRow("member taken out")
            << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"a":null,"c":3})") << LiveKind::Patched
            << true << QByteArray(R"({"b":2,"c":3})");
        QTest::newRow("all members") << order << QByteArray(R"({"total":95.00,"id":1,"status":"packed"})")
                                     << LiveKind::Replaced << false
                                     << QByteArray(R"({"total":95.00,"id":1,"status":"packed"})");
        QTest::newRow("more members") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":2,"b":3})")
                                      << LiveKind::Replaced << false << QByteArray(R"({"a":2,"b":3})");
        QTest::newRow("other members") << QByteArray(R"({"a":1})") << QByteArray(R"({"b":3})")
                                       << LiveKind::Replaced << true << QByteArray(R"({"b":3})");
        QTest::newRow("the same object") << order << order << LiveKind::Rewritten << false << order;
        QTest::newRow("the same but for spaces")
            << QByteArray(R"({"a":1})") << QByteArray(R"({ "a": 1 })") << LiveKind::Rewritten << false
            << QByteArray(R"({ "a": 1 })");
        QTest::newRow("counter up") << QByteArray("1203") << QByteArray("1204") << LiveKind::Counted << false
                                    << QByteArray("1204");
        QTest::newRow("counter beyond 64 bits")
            << QByteArray("18446744073709551615") << QByteArray("18446744073709551616") << LiveKind::Counted
            << false << QByteArray("18446744073709551616");
        QTest::newRow("fractions do not count")
            << QByteArray("21.4") << QByteArray("21.6") << LiveKind::Replaced << false << QByteArray("21.6");
        QTest::newRow("same number") << QByteArray("5") << QByteArray("5") << LiveKind::Rewritten << false
                                     << QByteArray("5");
        QTest::newRow("same text") << QByteArray("on") << QByteArray("on") << LiveKind::Rewritten << true
                                   << QByteArray("on");
        QTest::newRow("short texts") << QByteArray("online") << QByteArray("offline") << LiveKind::Replaced
                                     << true << QByteArray("offline");
        QTest::newRow("piece with a space")
            << QByteArray("retry 1 failed") << QByteArray(" retry 2 ok") << LiveKind::Appended << true
            << QByteArray("retry 1 failed retry 2 ok");
        QTest::newRow("another line") << log << QByteArray("ready\n") << LiveKind::Appended << true
                                      << QByteArray(log).append("ready\n");
        QTest::newRow("merged text notified") << QByteArray("Hello ") << QByteArray("Hello World")
                                              << LiveKind::Appended << false << QByteArray("Hello World");
        QTest::newRow("array replaced")
            << QByteArray("[1]") << QByteArray("[1,2]") << LiveKind::Replaced << false << QByteArray("[1,2]");
        QTest::newRow("object becomes text")
            << QByteArray("{}") << QByteArray("x") << LiveKind::Replaced << false << QByteArray("x");
    }

    void kinds()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, text);
        QFETCH(LiveKind, kind);
        QFETCH(bool, guess);
        QFETCH(QByteArray, result);
        const LiveReading reading = readNotification(heard(before, text));
        QCOMPARE(int(reading.kind), int(kind));
        QCOMPARE(reading.guess, guess);
        QVERIFY(reading.result);
        QCOMPARE(*reading.result, result);
    }

    void withoutAValueBefore()
    {
        LiveFacts facts;
        facts.text = "x";
        QCOMPARE(int(readNotification(facts).kind), int(LiveKind::Replaced));
        QVERIFY(readNotification(facts).guess);
        facts.absent = true;
        QCOMPARE(int(readNotification(facts).kind), int(LiveKind::Created));
        QVERIFY(readNotification(facts).guess); // it was read long ago that it is not there
        facts.absentSure = true;
        QVERIFY(!readNotification(facts).guess);
        facts.removed = true;
        QCOMPARE(int(readNotification(facts).kind), int(LiveKind::Removed));
        QVERIFY(!readNotification(facts).result);
    }

    void aPresumedObjectMayHaveMoreMembers()
    {
        LiveFacts facts = heard(R"({"a":1})", R"({"a":2})");
        QVERIFY(!readNotification(facts).guess);
        facts.beforeSure = false;
        QVERIFY(readNotification(facts).guess);
    }

    void ownReplacesAreCertain()
    {
        LiveFacts facts = heard(R"({"a":1,"b":2})", R"({"a":2})");
        facts.whole = true;
        const LiveReading reading = readNotification(facts);
        QCOMPARE(int(reading.kind), int(LiveKind::Replaced));
        QVERIFY(!reading.guess);
        QCOMPARE(*reading.result, QByteArray(R"({"a":2})"));
    }

    void settles_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("kind");
        QTest::newRow("it was a patch") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"a":3})")
                                        << QByteArray(R"({"a":3, "b":2})") << int(LiveKind::Patched);
        QTest::newRow("it was a set") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"a":3})")
                                      << QByteArray(R"({"a":3})") << int(LiveKind::Replaced);
        QTest::newRow("something else since")
            << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"a":3})") << QByteArray(R"({"a":4})") << -1;
        QTest::newRow("it was an append")
            << QByteArray("on") << QByteArray("line") << QByteArray("online") << int(LiveKind::Appended);
        QTest::newRow("text was set")
            << QByteArray("on") << QByteArray("off") << QByteArray("off") << int(LiveKind::Replaced);
        QTest::newRow("the same was appended")
            << QByteArray("ab") << QByteArray("ab") << QByteArray("abab") << int(LiveKind::Appended);
    }

    void settles()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, value);
        QFETCH(int, kind);
        const std::optional<LiveReading> reading = readingThatLeaves(heard(before, text), value);
        QCOMPARE(reading ? int(reading->kind) : -1, kind);
        QVERIFY(!reading || !reading->guess);
    }

    void merges_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("nested") << QByteArray(R"({"a":{"b":1,"c":2},"d":3})")
                                << QByteArray(R"({"a":{"b":9}})")
                                << QByteArray(R"({"a":{"b":9,"c":2},"d":3})");
        QTest::newRow("arrays whole")
            << QByteArray(R"({"a":[1,2]})") << QByteArray(R"({"a":[3]})") << QByteArray(R"({"a":[3]})");
        QTest::newRow("nulls in new objects go too")
            << QByteArray(R"({})") << QByteArray(R"({"a":{"b":null,"c":1}})")
            << QByteArray(R"({"a":{"c":1}})");
        QTest::newRow("digits stay") << QByteArray(R"({"a":1.10,"b":12345678901234567890})")
                                     << QByteArray(R"({"c":1E2})")
                                     << QByteArray(R"({"a":1.10,"b":12345678901234567890,"c":1E2})");
        QTest::newRow("names by meaning")
            << QByteArray(R"({"\u0061":1})") << QByteArray(R"({"a":2})") << QByteArray(R"({"\u0061":2})");
        QTest::newRow("of duplicates the last")
            << QByteArray(R"({"a":1,"a":2})") << QByteArray(R"({"a":3})") << QByteArray(R"({"a":1,"a":3})");
    }

    void merges()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, result);
        const std::optional<QByteArray> merged = mergedJson(target, patch);
        QVERIFY(merged);
        QCOMPARE(*merged, result);
    }

    void refusesToMerge()
    {
        QVERIFY(!mergedJson("[]", "{}"));
        QVERIFY(!mergedJson("{}", "1"));
        QVERIFY(!mergedJson("{", "{}"));
        const QByteArray large = "{\"a\":\"" + QByteArray(64 * 1024, 'x') + "\"}";
        QVERIFY(!mergedJson("{}", large));
        QVERIFY(!mergedJson(large, "{}"));
    }

    void changesKeepTheirSource()
    {
        const LiveEntry entry = described(heard(R"({"temp":21.40,"id":12345678901234567890,"x":1})",
                                                R"({"temp":21.50,"id":12345678901234567891,"y":2})"));
        const QList<LiveChange> expected{
            {QStringLiteral("/x"), QStringLiteral("1"), QString(), true, false},
            {QStringLiteral("/temp"), QStringLiteral("21.40"), QStringLiteral("21.50"), true, true},
            {QStringLiteral("/id"), QStringLiteral("12345678901234567890"),
             QStringLiteral("12345678901234567891"), true, true},
            {QStringLiteral("/y"), QString(), QStringLiteral("2"), false, true}};
        QCOMPARE(entry.changes, expected);
    }

    void manyChangesAreCounted()
    {
        QByteArray before = "{";
        QByteArray after = "{";
        for (int i = 0; i < 10; ++i) {
            before += "\"m" + QByteArray::number(i) + "\":0,";
            after += "\"m" + QByteArray::number(i) + "\":1,";
        }
        before += "\"z\":0}";
        after += "\"z\":0}";
        const LiveEntry entry = described(heard(before, after));
        QCOMPARE(entry.changes.size(), 6);
        QCOMPARE(entry.moreChanges, 4);
    }

    void shapes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("shape");
        QTest::newRow("object") << QByteArray(R"({"user":1,"since":"x","ip":{}})")
                                << QStringLiteral("{ user, since, ip }");
        QTest::newRow("with array") << QByteArray(R"({"items":[1,2,3],"total":5})")
                                    << QStringLiteral("{ items[3], total }");
        QTest::newRow("many members") << QByteArray(R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1})")
                                      << QStringLiteral("{ a, b, c, d, e, f, … }");
        QTest::newRow("empty object") << QByteArray("{}") << QStringLiteral("{ }");
        QTest::newRow("array") << QByteArray("[1,2]") << QStringLiteral("[2]");
        QTest::newRow("number") << QByteArray("12") << QStringLiteral("12");
        QTest::newRow("text") << QByteArray("a b") << QStringLiteral("\"a b\"");
        QTest::newRow("control characters") << QByteArray("a\nb") << QStringLiteral("\"a␊b\"");
        QTest::newRow("broken object") << QByteArray("{broken}") << QStringLiteral("{broken}");
    }

    void shapes()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, shape);
        QCOMPARE(valueShape(value), shape);
        QVERIFY(valueShape(QByteArray(100'000, 'x')).size() < 130);
        QVERIFY(valueShape(QByteArray("\xF0\x9F\x98\x80").repeated(500)).isValidUtf16());
    }

    void lines()
    {
        LiveEntry entry = described(heard(R"({"a":1,"b":2})", R"({"a":3,"c":4})"));
        QCOMPARE(liveEntryText(entry), QStringLiteral("/b 2 → gone  /a 1 → 3  /c → 4"));
        entry = described(heard("12", "13"));
        QCOMPARE(liveEntryText(entry), QStringLiteral("12 → 13"));
        entry = described(heard("retry 1 failed", " retry 2 ok"));
        QCOMPARE(entry.shape, QStringLiteral("\"␣retry 2 ok\""));
        QCOMPARE(entry.sizeAfter, 25);
        LiveFacts facts = heard(R"({"items":[1,2,3],"total":5})", {});
        facts.removed = true;
        QCOMPARE(liveEntryText(described(facts)), QStringLiteral("was { items[3], total }"));
    }

    void largeDocumentsAreNotCompared()
    {
        const QByteArray large = "{\"a\":\"" + QByteArray(100'000, 'x') + "\"}";
        const LiveEntry entry = described(heard(large, R"({"a":1})"));
        QCOMPARE(entry.changes.size(), 1);
        QVERIFY(entry.changes.first().pointer.isEmpty());
        QVERIFY(entry.changes.first().before.size() < 130);
        LiveEntry brief;
        const LiveFacts facts = heard(R"({"a":1,"b":2})", R"({"a":2,"b":2})");
        describe(brief, facts, readNotification(facts), false);
        QVERIFY(brief.changes.first().pointer.isEmpty());
    }
};

QTEST_APPLESS_MAIN(LiveReadingTest)
#include "tst_livereading.moc"
