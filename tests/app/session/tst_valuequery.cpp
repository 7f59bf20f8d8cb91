// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "session/search/valuequery.h"

#include <QTest>

using namespace Studio;
using Kind = ValueQuery::Kind;

class TestValueQuery : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void finds_data();
    void finds();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void excerpts_data();
    void excerpts();
};

void TestValueQuery::finds_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("exact");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("offset"); // -1: no match
    QTest::addColumn<int>("length");

    const auto row = [](const char *name, Kind kind, const QString &text, bool exact, const QByteArray &value,
                        int offset, int length = 0) {
        QTest::newRow(name) << kind << text << exact << value << offset << length;
    };
    row("nothing asked", Kind::Text, QString(), false, "abc", -1);
    row("text", Kind::Text, u"open"_qs, false, R"({"status":"Open"})", 11, 4);
    row("text, exact", Kind::Text, u"open"_qs, true, R"({"status":"Open"})", -1);
    row("text, exact, there", Kind::Text, u"Open"_qs, true, R"({"status":"Open"})", 11, 4);
    row("text is no expression", Kind::Text, u"a.c"_qs, false, "abc a.c", 4, 3);
    row("beyond ASCII, other case", Kind::Text, u"stra\u00dfe \u00dc"_qs, false,
        "die STRA\xc3\x9f"
        "E \xc3\xbc",
        4, 10);
    row("beyond ASCII, exact", Kind::Text, u"\u00fc"_qs, true, "x\xc3\x9c\xc3\xbc", 3, 2);
    row("behind a NUL", Kind::Text, u"end"_qs, true, QByteArray("a\0the end", 9), 6, 3);
    row("at the end", Kind::Text, u"d"_qs, false, "abcD", 3, 1);
    row("longer than the value", Kind::Text, u"abcdef"_qs, false, "abc", -1);
    row("expression", Kind::RegularExpression, u"\\d{3}"_qs, false, "\xc3\xbc 12 345", 6, 3);
    row("expression, other case", Kind::RegularExpression, u"^OPEN$"_qs, false, "open", 0, 4);
    row("expression, exact", Kind::RegularExpression, u"^OPEN$"_qs, true, "open", -1);
    row("expression, long line", Kind::RegularExpression, u"z$"_qs, true, QByteArray(200'000, 'a') + "z",
        200'000, 1);
    row("condition", Kind::Condition, u"/price > 100"_qs, false, R"({"name":"a","price":100.5})", 20, 5);
    row("condition, not met", Kind::Condition, u"/price > 100"_qs, false, R"({"price":100})", -1);
    row("condition, no JSON", Kind::Condition, u"/price > 100"_qs, false, "price 200", -1);
    row("condition, big numbers", Kind::Condition, u"/n > 12345678901234567890"_qs, false,
        R"({"n":12345678901234567891})", 5, 20);
    row("condition, what is absent", Kind::Condition, u"not /gone exists"_qs, false, R"({"a":1})", 0, 0);
}

void TestValueQuery::finds()
{
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    QFETCH(bool, exact);
    QFETCH(QByteArray, value);
    QFETCH(int, offset);
    QFETCH(int, length);
    const ValueQuery query = ValueQuery::make(kind, text, exact);
    QCOMPARE(query.error(), QString());
    const std::optional<ValueQuery::Match> match = query.find(value);
    QCOMPARE(match.has_value(), offset >= 0);
    if (match) {
        QCOMPARE(match->offset, offset);
        QCOMPARE(match->length, length);
    }
}

void TestValueQuery::saysWhatIsWrong_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::newRow("expression") << Kind::RegularExpression << u"a(b"_qs << 3;
    QTest::newRow("condition") << Kind::Condition << u"/a >"_qs << 4;
}

void TestValueQuery::saysWhatIsWrong()
{
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    QFETCH(int, position);
    const ValueQuery query = ValueQuery::make(kind, text, false);
    QVERIFY(!query.isValid());
    QVERIFY(!query.error().isEmpty());
    QCOMPARE(query.errorPosition(), position);
    QVERIFY(!query.find("a(b").has_value());
}

void TestValueQuery::excerpts_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    QTest::addColumn<ValueExcerpt>("excerpt");

    QTest::newRow("whole") << QByteArray("a needle here") << 2 << 6
                           << ValueExcerpt{u"a needle here"_qs, 2, 6};
    QTest::newRow("line breaks") << QByteArray("a\nb\tc") << 2 << 1 << ValueExcerpt{u"a b c"_qs, 2, 1};
    QTest::newRow("cut before and behind")
        << QByteArray(100, 'x') + "hit" + QByteArray(300, 'y') << 100 << 3
        << ValueExcerpt{u'\u2026' + QString(32, u'x') + u"hit"_qs + QString(160, u'y') + u'\u2026', 33, 3};
    QTest::newRow("long match") << QByteArray(500, 'z') << 0 << 500
                                << ValueExcerpt{QString(120, u'z') + u'\u2026', 0, 121};
    // 33 bytes in front: the cut must not fall into the two bytes of a character.
    QTest::newRow("whole characters") << QByteArray("\xc3\xbc") + QByteArray(31, 'x') + "hit" << 33 << 3
                                      << ValueExcerpt{u'\u00fc' + QString(31, u'x') + u"hit"_qs, 32, 3};
    QTest::newRow("nothing to light") << QByteArray("{}") << 0 << 0 << ValueExcerpt{u"{}"_qs, 0, 0};
    QTest::newRow("outside") << QByteArray("abc") << 9 << 4 << ValueExcerpt{u"abc"_qs, 3, 0};
}

void TestValueQuery::excerpts()
{
    QFETCH(QByteArray, value);
    QFETCH(int, offset);
    QFETCH(int, length);
    QFETCH(ValueExcerpt, excerpt);
    const ValueExcerpt made = excerptOf(value, {offset, length});
    QCOMPARE(made.text, excerpt.text);
    QCOMPARE(made.matchStart, excerpt.matchStart);
    QCOMPARE(made.matchLength, excerpt.matchLength);
}

QTEST_GUILESS_MAIN(TestValueQuery)

#include "tst_valuequery.moc"
