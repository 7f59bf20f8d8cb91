// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonformat.h"
#include "json/jsonscanner.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;

class tst_JsonFormat : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void table_data();
    void table();
    void refusesWhatIsNotJson();
    void onlySpaceChanges();
    void depthIsBounded();
};

void tst_JsonFormat::table_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("formatted");
    QTest::addColumn<QByteArray>("compact");
    const auto row = [](const char *text, const char *formatted, const char *compact) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(formatted) << QByteArray(compact);
    };
    row("1.0", "1.0", "1.0");
    row(" -0 \n", "-0", "-0");
    row("[]", "[]", "[]");
    row("{ }", "{}", "{}");
    row("[[ ],{\n}]", "[\n  [],\n  {}\n]", "[[],{}]");
    row("{\"b\":1e400,\"a\" : 12345678901234567890}", "{\n  \"b\": 1e400,\n  \"a\": 12345678901234567890\n}",
        "{\"b\":1e400,\"a\":12345678901234567890}");
    row("{\"a\":1,\"a\":1.0}", "{\n  \"a\": 1,\n  \"a\": 1.0\n}", "{\"a\":1,\"a\":1.0}");
    row("[\"\\u00e9\",\" {: , } \"]", "[\n  \"\\u00e9\",\n  \" {: , } \"\n]", "[\"\\u00e9\",\" {: , } \"]");
    row("{\"a\":[1,{\"b\":[2]}],\"c\":null}",
        "{\n  \"a\": [\n    1,\n    {\n      \"b\": [\n        2\n      ]\n    }\n  ],\n  \"c\": null\n}",
        "{\"a\":[1,{\"b\":[2]}],\"c\":null}");
}

void tst_JsonFormat::table()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, formatted);
    QFETCH(QByteArray, compact);
    QCOMPARE(formatJson(text).text, formatted);
    QCOMPARE(compactJson(text).text, compact);
    QCOMPARE(formatJson(formatted).text, formatted);
    QCOMPARE(compactJson(formatted).text, compact);
    QCOMPARE(formatJson(compact).text, formatted);
}

void tst_JsonFormat::refusesWhatIsNotJson()
{
    for (const QByteArray &text : {QByteArray("[1,]"), QByteArray(), QByteArray("{a:1}")}) {
        QVERIFY(!formatJson(text).isOk());
        QVERIFY(!compactJson(text).isOk());
        QVERIFY(formatJson(text).text.isEmpty());
        QCOMPARE(formatJson(text).error, validateJson(text));
    }
}

namespace
{

QList<QByteArray> tokensOf(const QByteArray &text)
{
    QList<QByteArray> tokens;
    JsonScanner scanner(text);
    for (JsonToken token = scanner.next(); token.kind != JsonTokenKind::End; token = scanner.next()) {
        if (token.kind == JsonTokenKind::Invalid)
            return {};
        tokens.append(text.sliced(token.offset, token.length));
    }
    return tokens;
}

} // namespace

void tst_JsonFormat::onlySpaceChanges()
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        const QByteArray text = JsonGenerator(seed).document();
        const QList<QByteArray> tokens = tokensOf(text);
        QVERIFY(!tokens.isEmpty());
        for (const int indent : {0, 2, 4})
            QCOMPARE(tokensOf(formatJson(text, indent).text), tokens);
        QCOMPARE(compactJson(text).text, tokens.join());
        QCOMPARE(compactJson(formatJson(text).text).text, tokens.join());
        QCOMPARE(formatJson(compactJson(text).text).text, formatJson(text).text);
    }
}

void tst_JsonFormat::depthIsBounded()
{
    constexpr int Depth = 10000;
    const QByteArray text = QByteArray(Depth, '[') + QByteArray("1") + QByteArray(Depth, ']');
    const JsonFormatResult formatted = formatJson(text);
    QVERIFY(formatted.isOk());
    QVERIFY(formatted.text.size() < Depth * 2 * (2 * JsonMaxIndentDepth + 2));
    QCOMPARE(compactJson(formatted.text).text, text);
}

QTEST_GUILESS_MAIN(tst_JsonFormat)

#include "tst_jsonformat.moc"
