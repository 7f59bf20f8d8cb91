// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "text.h"

#include "failonwarning.h"
#include "support/json.h"

#include <QTest>

using namespace hpkv::emulator;
using namespace std::string_literals;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void utf8_data();
    void utf8();
    void jsonStringIsReadBackAsItWas();
    void jsonStringEscapesOnlyWhatItMust();
    void integers_data();
    void integers();
    void percent_data();
    void percent();
    void queryItems();
};

void TestText::utf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, const std::string &bytes, bool valid) {
        QTest::newRow(name) << Json::bytes(bytes) << valid;
    };
    row("empty", "", true);
    row("ascii", "plain text that is longer than a word", true);
    row("nul", "a\0b"s, true);
    row("two bytes", "\xc3\xa9", true);
    row("three bytes", "\xe6\x97\xa5", true);
    row("four bytes", "\xf0\x9f\x98\x80", true);
    row("highest code point", "\xf4\x8f\xbf\xbf", true);
    row("above it", "\xf4\x90\x80\x80", false);
    row("overlong two", "\xc0\x80", false);
    row("overlong three", "\xe0\x80\x80", false);
    row("overlong four", "\xf0\x80\x80\x80", false);
    row("surrogate", "\xed\xa0\x80", false);
    row("last before surrogates", "\xed\x9f\xbf", true);
    row("lone tail", "\x80", false);
    row("cut short", "12345678\xe6\x97", false);
    row("tail missing", "\xc3(", false);
    row("five bytes", "\xf8\x88\x80\x80\x80", false);
}

void TestText::utf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, valid);
    QCOMPARE(isValidUtf8({bytes.constData(), static_cast<std::size_t>(bytes.size())}), valid);
}

void TestText::jsonStringIsReadBackAsItWas()
{
    std::string all;
    for (int c = 0; c < 128; ++c)
        all.push_back(static_cast<char>(c));
    all += "\xc3\xa9\xf0\x9f\x98\x80";
    std::string json = "{\"t\":";
    appendJsonString(json, all);
    json += '}';
    QCOMPARE(Json::object(json).value(QLatin1StringView("t")).toString().toUtf8(), Json::bytes(all));
}

void TestText::jsonStringEscapesOnlyWhatItMust()
{
    std::string json;
    appendJsonString(json, "a/\"\\\n\x01\x7f\xc3\xa9"s);
    QCOMPARE(json, "\"a/\\\"\\\\\\n\\u0001\x7f\xc3\xa9\""s);
}

void TestText::integers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("token");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("42") << true << QByteArray("42");
    QTest::newRow("negative") << QByteArray("-7") << true << QByteArray("-7");
    QTest::newRow("largest") << QByteArray("9223372036854775807") << true
                             << QByteArray("9223372036854775807");
    QTest::newRow("too large") << QByteArray("9223372036854775808") << true << QByteArray();
    QTest::newRow("smallest") << QByteArray("-9223372036854775808") << true
                              << QByteArray("-9223372036854775808");
    QTest::newRow("leading zeros") << QByteArray("007") << true << QByteArray("7");
    QTest::newRow("fraction") << QByteArray("1.0") << false << QByteArray();
    QTest::newRow("exponent") << QByteArray("1e3") << false << QByteArray();
    QTest::newRow("blank") << QByteArray(" 1") << false << QByteArray();
    QTest::newRow("plus") << QByteArray("+1") << false << QByteArray();
    QTest::newRow("sign alone") << QByteArray("-") << false << QByteArray();
    QTest::newRow("empty") << QByteArray("") << false << QByteArray();
    QTest::newRow("nul") << QByteArray("1\0", 2) << false << QByteArray();
}

void TestText::integers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, token);
    QFETCH(QByteArray, value);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    QCOMPARE(isIntegerToken(view), token);
    const auto number = toInt64(view);
    QCOMPARE(number ? QByteArray::number(qlonglong(*number)) : QByteArray(), value);
}

void TestText::percent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("form");
    QTest::addColumn<QByteArray>("decoded"); // Null = refused.
    QTest::newRow("plain") << QByteArray("abc") << false << QByteArray("abc");
    QTest::newRow("sequence") << QByteArray("a%20%c3%A9") << false << QByteArray("a \xc3\xa9");
    QTest::newRow("nul") << QByteArray("a%00b") << false << QByteArray("a\0b", 3);
    QTest::newRow("plus in a path") << QByteArray("a+b") << false << QByteArray("a+b");
    QTest::newRow("plus in a form") << QByteArray("a+b%2B") << true << QByteArray("a b+");
    QTest::newRow("once only") << QByteArray("%2541") << true << QByteArray("%41");
    QTest::newRow("cut") << QByteArray("a%4") << false << QByteArray();
    QTest::newRow("no digits") << QByteArray("%zz") << false << QByteArray();
}

void TestText::percent()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, form);
    QFETCH(QByteArray, decoded);
    const auto result = percentDecode({text.constData(), static_cast<std::size_t>(text.size())}, form);
    QCOMPARE(result.has_value(), !decoded.isNull());
    QCOMPARE(Json::bytes(result.value_or("")), decoded);
}

void TestText::queryItems()
{
    QCOMPARE(queryItem("a=1&b=2&a=3", "a").value(), std::string_view("1"));
    QCOMPARE(queryItem("a=1&b=x=y", "b").value(), std::string_view("x=y"));
    QCOMPARE(queryItem("flag&b=2", "flag").value(), std::string_view(""));
    QVERIFY(!queryItem("apiKeys=1", "apiKey"));
    QVERIFY(!queryItem("", "a"));
    QVERIFY(hasPercentSequence("a%41"));
    QVERIFY(!hasPercentSequence("100%"));
    QVERIFY(!hasPercentSequence("%4g"));
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
