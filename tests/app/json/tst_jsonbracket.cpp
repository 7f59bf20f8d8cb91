// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonbracket.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

#include <stack>

using namespace Studio;

class tst_JsonBracket : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void matches_data();
    void matches();
    void generatedDocuments();
    void reachIsALimit();
};

void tst_JsonBracket::matches_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<bool>("isBracket");
    QTest::addColumn<int>("partner"); // -1: none
    QTest::newRow("object") << QByteArray("{}") << 0 << true << 1;
    QTest::newRow("object, from its end") << QByteArray("{}") << 1 << true << 0;
    QTest::newRow("array over lines") << QByteArray("[\n [1],\n {}\n]") << 0 << true << 12;
    QTest::newRow("array over lines, from its end") << QByteArray("[\n [1],\n {}\n]") << 12 << true << 0;
    QTest::newRow("inner") << QByteArray("[\n [1],\n {}\n]") << 5 << true << 3;
    QTest::newRow("bracket in a string") << QByteArray("[\"]\"]") << 2 << false << -1;
    QTest::newRow("over a bracket in a string") << QByteArray("[\"]\"]") << 0 << true << 4;
    QTest::newRow("over an escaped quote") << QByteArray("[\"\\\"]\"]") << 6 << true << 0;
    QTest::newRow("never closed") << QByteArray("[1, 2") << 0 << true << -1;
    QTest::newRow("never opened") << QByteArray("1, 2]") << 4 << true << -1;
    QTest::newRow("of the other kind") << QByteArray("[1}") << 0 << true << -1;
    QTest::newRow("no bracket") << QByteArray("[1]") << 1 << false << -1;
    QTest::newRow("behind the end") << QByteArray("[1]") << 3 << false << -1;
}

void tst_JsonBracket::matches()
{
    QFETCH(QByteArray, text);
    QFETCH(int, at);
    QFETCH(bool, isBracket);
    QFETCH(int, partner);
    const BracketMatch match = matchBracket(text, at, 1000);
    QCOMPARE(match.isBracket, isBracket);
    QCOMPARE(int(match.partner.value_or(-1)), partner);
    QVERIFY(!match.isFar);
}

/// What it finds is what going through the text once finds.
void tst_JsonBracket::generatedDocuments()
{
    JsonGenerator generator(20261127);
    for (int round = 0; round < 100; ++round) {
        const QByteArray text = generator.document();
        std::stack<qsizetype> open;
        bool inString = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (inString) {
                i += c == '\\' ? 1 : 0;
                inString = c != '"';
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                open.push(i);
            } else if (c == '}' || c == ']') {
                QVERIFY(!open.empty());
                QCOMPARE(matchBracket(text, i, text.size()).partner, std::optional(open.top()));
                QCOMPARE(matchBracket(text, open.top(), text.size()).partner, std::optional(i));
                open.pop();
            }
        }
        QVERIFY(open.empty());
    }
}

void tst_JsonBracket::reachIsALimit()
{
    const QByteArray text = "[\n" + QByteArray("1,\n").repeated(1000) + "1\n]";
    const BracketMatch down = matchBracket(text, 0, 100);
    QVERIFY(down.isBracket && down.isFar && !down.partner);
    const BracketMatch up = matchBracket(text, text.size() - 1, 100);
    QVERIFY(up.isBracket && up.isFar && !up.partner);
    QCOMPARE(matchBracket(text, 0, text.size()).partner, std::optional(text.size() - 1));
    // A line that begins further up than was looked: a string may have begun there.
    const QByteArray line = '[' + QByteArray("1,").repeated(1000) + "[]]";
    QVERIFY(!matchBracket(line, line.size() - 2, 100).isBracket);
}

QTEST_APPLESS_MAIN(tst_JsonBracket)
#include "tst_jsonbracket.moc"
