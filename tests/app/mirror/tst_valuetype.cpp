// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/valuetype.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class ValueTypeTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void classifies_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<ValueType>("type");
        QTest::newRow("object") << QByteArray("{\"a\":1}") << ValueType::Object;
        QTest::newRow("object in blanks") << QByteArray(" \n{ }\t") << ValueType::Object;
        QTest::newRow("half an object") << QByteArray("{\"a\":1") << ValueType::Text;
        QTest::newRow("array") << QByteArray("[1,2]") << ValueType::Array;
        QTest::newRow("string") << QByteArray("\"x\"") << ValueType::String;
        QTest::newRow("one quote") << QByteArray("\"") << ValueType::Text;
        QTest::newRow("zero") << QByteArray("0") << ValueType::Number;
        QTest::newRow("negative zero") << QByteArray("-0") << ValueType::Number;
        QTest::newRow("leading zero") << QByteArray("01") << ValueType::Text;
        QTest::newRow("fraction") << QByteArray("21.40") << ValueType::Number;
        QTest::newRow("no fraction") << QByteArray("21.") << ValueType::Text;
        QTest::newRow("exponent") << QByteArray("1E+9") << ValueType::Number;
        QTest::newRow("no exponent") << QByteArray("1e") << ValueType::Text;
        QTest::newRow("minus") << QByteArray("-") << ValueType::Text;
        QTest::newRow("thirty digits") << QByteArray("123456789012345678901234567890") << ValueType::Number;
        QTest::newRow("date") << QByteArray("2026-11-24") << ValueType::Text;
        QTest::newRow("true") << QByteArray("true") << ValueType::Boolean;
        QTest::newRow("false") << QByteArray("false") << ValueType::Boolean;
        QTest::newRow("null") << QByteArray("null") << ValueType::Null;
        QTest::newRow("text") << QByteArray("Hello, Zoë") << ValueType::Text;
        QTest::newRow("lines") << QByteArray("a\r\n\tb\n") << ValueType::Text;
        QTest::newRow("empty") << QByteArray("") << ValueType::Text;
        QTest::newRow("nul inside") << QByteArray("a\0b", 3) << ValueType::Binary;
        QTest::newRow("not utf-8") << QByteArray("a\xFF") << ValueType::Binary;
        QTest::newRow("character cut by the span")
            << QByteArray(255, 'a') + QByteArray("\xE2\x82\xAC") + QByteArray(9, 'b') << ValueType::Text;
        QTest::newRow("long number") << QByteArray(4096, '7') << ValueType::Number;
    }

    void classifies()
    {
        QFETCH(QByteArray, value);
        QFETCH(ValueType, type);
        QCOMPARE(int(classifyValue(value)), int(type));
    }

    void wholeNumbers()
    {
        QVERIFY(isWholeNumber("0"));
        QVERIFY(isWholeNumber("-12345678901234567890"));
        QVERIFY(!isWholeNumber("1.0"));
        QVERIFY(!isWholeNumber("1e3"));
        QVERIFY(!isWholeNumber("007"));
        QVERIFY(!isWholeNumber(""));
        QVERIFY(!isWholeNumber("-"));
    }
};

QTEST_APPLESS_MAIN(ValueTypeTest)
#include "tst_valuetype.moc"
