// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsoncondition.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;

class tst_JsonCondition : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void matches_data();
    void matches();
    void errors_data();
    void errors();
    void pointersAreNamedOnce();
    void invalidValuesFulfilNothing();
    void defaultFulfilsNothing();
    void longConditionsAreRefused();
    void deepValues();
    void negationIsTheOpposite();
    void anyTextIsUnderstoodOrExplained();
};

void tst_JsonCondition::matches_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *condition, const char *value, bool expected) {
        QTest::addRow("%s on %s", condition, value)
            << QString::fromUtf8(condition) << QByteArray(value) << expected;
    };
    const char *order =
        "{\"price\":100.50,\"status\":\"open\",\"tags\":[\"new\",\"x\",null,5.0],\"sold\":false,"
        "\"note\":null,\"count\":0,\"name\":\"\",\"id\":12345678901234567890,"
        "\"ship\":{\"city\":\"K\\u00f6ln\",\"zip\":\"50667\"},\"empty\":[]}";
    row("/price > 100", order, true);
    row("/price>100", order, true);
    row("/price > 100.5", order, false);
    row("/price >= 100.5", order, true);
    row("/price = 100.5", order, true);
    row("/price == 1005e-1", order, true);
    row("/price != 100.5", order, false);
    row("/price <> 100.5", order, false);
    row("/price < 1e400", order, true);
    row("/price > -1e400", order, true);
    row("/price<=100.4999999999999999999999999", order, false);
    row("/id = 12345678901234567890", order, true);
    row("/id = 12345678901234567891", order, false);
    row("/id > 12345678901234567889", order, true);
    row("/count = -0", order, true);
    row("/status = \"open\"", order, true);
    row("/status='open'", order, true);
    row("/status = \"o\\u0070en\"", order, true);
    row("/status != \"open\"", order, false);
    row("/status > \"closed\"", order, true);
    row("/status < \"opena\"", order, true);
    row("/ship/city = \"K\xC3\xB6ln\"", order, true);
    row("/ship/zip = 50667", order, false);
    row("/ship/zip != 50667", order, true);
    row("/ship/zip > 1", order, false);
    row("/tags/0 = \"new\"", order, true);
    row("/tags/0 != null", order, true);
    row("/tags/2 != null", order, false);
    row("/tags/2 = null", order, true);
    row("/tags/9 != null", order, false);
    row("/tags/9 = null", order, false);
    row("/tags contains \"x\"", order, true);
    row("/tags contains \"ne\"", order, false);
    row("/tags contains 5", order, true);
    row("/tags contains null", order, true);
    row("/tags contains true", order, false);
    row("/empty contains \"\"", order, false);
    row("/status contains \"pe\"", order, true);
    row("/status contains 5", order, false);
    row("/price contains \"1\"", order, false);
    row("/ship contains \"50667\"", order, false);
    row("/sold", order, false);
    row("not /sold", order, true);
    row("!/sold", order, true);
    row("/note", order, false);
    row("/note exists", order, true);
    row("/count", order, false);
    row("/name", order, false);
    row("/price", order, true);
    row("/ship", order, true);
    row("/empty", order, true);
    row("/nothing", order, false);
    row("/nothing exists", order, false);
    row("not /nothing exists", order, true);
    row("/nothing = 1", order, false);
    row("/nothing != 1", order, false);
    row("not /nothing = 1", order, true);
    row("/sold = false", order, true);
    row("/sold != false", order, false);
    row("/sold = true", order, false);
    row("/sold != true", order, true);
    row("/sold = null", order, false);
    row("/status ~ \"^o.en$\"", order, true);
    row("/status ~ '^o'", order, true);
    row("/status ~ /^OPEN$/i", order, true);
    row("/status ~ /^OPEN$/", order, false);
    row("/status !~ \"z\"", order, true);
    row("/nothing !~ \"z\"", order, true);
    row("/ship/city ~ \"^K.ln$\"", order, true);
    row("/ship/zip ~ \"^\\d{5}$\"", order, true);
    row("/price ~ \"\\.50$\"", order, true);
    row("/sold ~ \"fal\"", order, true);
    row("/ship ~ \"zip\"", order, false);
    row("/ship/zip~/^5/", order, true);
    row("/ship/zip ~ /5\\/6/", order, false);
    row("/price > 100 and /status = \"open\"", order, true);
    row("/price > 100 AND /status = \"closed\"", order, false);
    row("/price > 1000 or /status = \"open\"", order, true);
    row("/price > 1000 || /status = \"open\"", order, true);
    row("/price > 100 && !/sold", order, true);
    row("/price > 1000 and /sold or /status = \"open\"", order, true);
    row("/price > 1000 and (/sold or /status = \"open\")", order, false);
    row("not (/sold or /note)", order, true);
    row("not /sold and not /note", order, true);
    row("not not /price", order, true);
    row(" ( ( /price ) ) ", order, true);
    row("\"/ship/city\" exists", order, true);
    row("\"/a b(c)\" = 1", "{\"a b(c)\":1}", true);
    row("/a~1b = 1", "{\"a/b\":1}", true);
    row("/a~0b~1 > 0", "{\"a~b/\":1}", true);
    row("/and = 1 and /or = 2", "{\"and\":1,\"or\":2}", true);
    row("/a\xC3\xA9 = 1", "{\"a\\u00e9\":1}", true);
    row("/a", "{\"a\":0,\"a\":1}", true);
    row("/a", "{\"a\":1,\"a\":0}", false);
    row("value > 4", "5", true);
    row("value > 5", "5.0", false);
    row("value = \"x\"", "\"x\"", true);
    row("Value exists", "null", true);
    row("value contains 3", "[1,2,3]", true);
    row("\"\" = true", " true ", true);
    row("not value exists", "5", false);
    row("/value = 1", "{\"value\":1}", true);
    row("/0/a = 1", "[{\"a\":1}]", true);
    row("/a = 1", "[1]", false);
    row("/a = 1", "{\"b\":{\"a\":1}}", false);
    row("/ = 1", "{\"\":1}", true);
}

void tst_JsonCondition::matches()
{
    QFETCH(QString, condition);
    QFETCH(QByteArray, value);
    const JsonCondition parsed = JsonCondition::parse(condition);
    QCOMPARE(parsed.error().text, QString());
    QVERIFY(parsed.isValid());
    QTEST(parsed.matches(value), "expected");
}

void tst_JsonCondition::errors_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QString>("part"); // of the sentence
    const auto row = [](const char *condition, qsizetype position, qsizetype length, const char *part) {
        QTest::newRow(condition) << QString::fromUtf8(condition) << position << length
                                 << QString::fromUtf8(part);
    };
    row("", 0, 0, "/price > 100");
    row("   ", 0, 0, "/price > 100");
    row("price > 100", 0, 5, "/price");
    row("= 5", 0, 1, "place of a member");
    row("/a >", 4, 0, "value is missing");
    row("/a > ", 5, 0, "value is missing");
    row("/a = open", 5, 4, "\"open\"");
    row("/a = 01", 5, 2, "no number");
    row("/a = +1", 5, 2, "no number");
    row("/a = 1.2.3", 5, 5, "no number");
    row("/a = \"x", 5, 2, "closing quote");
    row("/a = \"\\x\"", 6, 2, "escape");
    row("/a > null", 9, 0, "no order");
    row("/a 5", 3, 1, "comparison");
    row("/a is 5", 3, 2, "comparison");
    row("/a and", 6, 0, "missing at the end");
    row("/a and and", 7, 3, "/and");
    row("not", 3, 0, "missing at the end");
    row("(/a", 0, 1, "not closed");
    row("(/a /b)", 4, 1, "comparison");
    row("(/a = 1 /b)", 8, 1, "closing bracket");
    row("/a)", 2, 1, "“and” or “or”");
    row("/a = 1 /b", 7, 1, "“and” or “or”");
    row("\"a\" = 1", 0, 4, "\"/a\"");
    row("/a ~ x", 5, 1, "\"x\"");
    row("/a ~", 4, 0, "missing");
    row("/a ~ \"(\"", 5, 3, "regular expression");
    row("/a ~ /x", 5, 2, "closing slash");
    row("/\xC3\xA9\xF0\x9F\x98\x80 = \xC3\xA9x", 7, 2, "\"\xC3\xA9x\"");
    row("/a = [1]", 5, 1, "expected here");
}

void tst_JsonCondition::errors()
{
    QFETCH(QString, condition);
    QFETCH(QString, part);
    const JsonCondition parsed = JsonCondition::parse(condition);
    QVERIFY(!parsed.isValid());
    QVERIFY(parsed.error());
    QVERIFY2(parsed.error().text.contains(part), qPrintable(parsed.error().text));
    QTEST(parsed.error().position, "position");
    QTEST(parsed.error().length, "length");
    QVERIFY(!parsed.matches("{\"a\":1}"));
    QVERIFY(parsed.pointers().isEmpty());
}

void tst_JsonCondition::pointersAreNamedOnce()
{
    const auto condition = JsonCondition::parse(u"/b > 1 and /a exists or /b < 0 and value exists");
    QCOMPARE(condition.pointers(), (QList<QByteArray>{"/b", "/a", ""}));
}

void tst_JsonCondition::invalidValuesFulfilNothing()
{
    for (const auto text : {u"/a = 1", u"not /a = 1", u"not /b", u"not value exists", u"/b !~ \"x\""}) {
        const auto condition = JsonCondition::parse(text);
        QVERIFY(condition.isValid());
        for (const char *value : {"", "text", "{\"a\":1", "{\"a\":1,}", "{\"a\":1} x", "\xFF"})
            QVERIFY(!condition.matches(value));
    }
}

void tst_JsonCondition::defaultFulfilsNothing()
{
    QVERIFY(!JsonCondition().isValid());
    QVERIFY(!JsonCondition().matches("{}"));
}

void tst_JsonCondition::longConditionsAreRefused()
{
    for (const QString &part : {QStringLiteral("("), QStringLiteral("not "), QStringLiteral("/a and "),
                                QStringLiteral("/a or "), QStringLiteral("!(")}) {
        const auto condition = JsonCondition::parse(QString(part.repeated(100000) + QStringLiteral("/a")));
        QVERIFY(!condition.isValid());
        QVERIFY(condition.error().text.contains(QLatin1String("too deeply")));
    }
    QVERIFY(JsonCondition::parse(QString(QStringLiteral("(").repeated(100) + QStringLiteral("/a")
                                         + QStringLiteral(")").repeated(100)))
                .matches("{\"a\":1}"));
}

void tst_JsonCondition::deepValues()
{
    constexpr int Depth = 10000;
    const QByteArray text = QByteArray("{\"a\":[").repeated(Depth) + '7' + QByteArray("]}").repeated(Depth);
    QVERIFY(JsonCondition::parse(u"/a/0/a exists and not /a contains 7").matches(text));
    QVERIFY(JsonCondition::parse(QString::fromLatin1(QByteArray("/a/0").repeated(Depth).append("=7")))
                .matches(text));
}

void tst_JsonCondition::negationIsTheOpposite()
{
    const QList<QString> tests{QStringLiteral("/a = 1"),     QStringLiteral("/ exists"),
                               QStringLiteral("/a"),         QStringLiteral("value contains 0"),
                               QStringLiteral("/0 < \"b\""), QStringLiteral("/~0 ~ /a/ or /: != null")};
    int held = 0;
    for (quint32 seed = 0; seed < 500; ++seed) {
        const QByteArray value = JsonGenerator(seed).document();
        for (const QString &test : tests) {
            const bool holds = JsonCondition::parse(test).matches(value);
            held += holds ? 1 : 0;
            QCOMPARE(JsonCondition::parse(QStringLiteral("not (%1)").arg(test)).matches(value), !holds);
            QCOMPARE(JsonCondition::parse(QStringLiteral("(%1) and (%1)").arg(test)).matches(value), holds);
        }
    }
    QVERIFY(held > 20);
}

void tst_JsonCondition::anyTextIsUnderstoodOrExplained()
{
    const QList<QByteArray> parts{"/a",       "/b/0", "=",      "!=", "<",   "~",  "!",    "\"x\"",
                                  "'y'",      "1.5",  "and",    "or", "not", "(",  ")",    "value",
                                  "contains", "null", "exists", " ",  "\\",  "\"", "/x/i", "&&",
                                  "\xC3\xA9", "|",    "true",   "-",  "\xFF"};
    int valid = 0;
    for (quint32 seed = 0; seed < 5000; ++seed) {
        JsonGenerator generator(seed);
        QByteArray text;
        for (int i = generator.pick(9); i >= 0; --i)
            text += parts[generator.pick(parts.size())] + (generator.pick(2) == 0 ? " " : "");
        const QString written = QString::fromUtf8(text);
        const auto condition = JsonCondition::parse(written);
        QCOMPARE(condition.isValid(), condition.error().text.isEmpty());
        QVERIFY(condition.error().position >= 0 && condition.error().length >= 0);
        QVERIFY(condition.error().position + condition.error().length <= written.size());
        condition.matches("{\"a\":1,\"b\":[\"x\"]}");
        valid += condition.isValid() ? 1 : 0;
    }
    QVERIFY(valid > 50);
}

QTEST_GUILESS_MAIN(tst_JsonCondition)

#include "tst_jsoncondition.moc"
