// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "jsonscanner.h"

#include <QTest>

using namespace Hpkv;

class tst_JsonScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void valid_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"{}",
                                 "[]",
                                 "\"\"",
                                 "0",
                                 "-0",
                                 "1",
                                 "-1",
                                 "12.50",
                                 "1e5",
                                 "1E+5",
                                 "0.1e-2",
                                 "true",
                                 "false",
                                 "null",
                                 " [ 1 , 2 ] ",
                                 "{\"a\":{\"b\":[1,{\"c\":null}]},\"a\":2}",
                                 "\"\\u0000\\n\\\\\\/\\\"\\b\\f\\r\\t\"",
                                 "\"\\ud83d\\ude00\"",
                                 "\"\\ud800\"",
                                 "[[],{}]",
                                 "123456789012345678901234567890.000"})
            QTest::newRow(text) << QByteArray(text);
    }

    void valid()
    {
        QFETCH(QByteArray, text);
        JsonScanner json(text);
        QByteArrayView source;
        QVERIFY(json.skip(&source));
        QVERIFY(json.atEnd());
        QCOMPARE(source.toByteArray(), text.trimmed());
        QVERIFY(!json.failed());
    }

    void invalid_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 " ",
                                 "{",
                                 "}",
                                 "[",
                                 "]",
                                 "[1",
                                 "[1,",
                                 "[1,]",
                                 "[,1]",
                                 "[1 2]",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "{\"a\":1 \"b\":2}",
                                 "[}",
                                 "{]",
                                 "[1}",
                                 "{\"a\":1]",
                                 "\"",
                                 "\"\\\"",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"\\u12g4\"",
                                 "\"\n\"",
                                 "\"\x01\"",
                                 "01",
                                 "-",
                                 "+1",
                                 "1.",
                                 ".5",
                                 "1e",
                                 "1e+",
                                 "1.2.3",
                                 "0x1",
                                 "--1",
                                 "tru",
                                 "True",
                                 "nul",
                                 "NaN",
                                 "Infinity",
                                 "'a'",
                                 "// 1",
                                 "{,}",
                                 "{\"a\":1,,\"b\":2}",
                                 "\"\\ud83d\\u12\""})
            QTest::newRow(text) << QByteArray(text);
    }

    void invalid()
    {
        QFETCH(QByteArray, text);
        JsonScanner json(text);
        if (json.skip()) {
            QVERIFY(!json.atEnd()); // a value with something behind it
            return;
        }
        QVERIFY(json.failed());
        // Once it has failed nothing succeeds.
        QByteArray string;
        QByteArrayView number;
        bool flag = false;
        QVERIFY(!json.readString(string));
        QVERIFY(!json.readNumber(number));
        QVERIFY(!json.readBool(flag));
        QVERIFY(!json.readNull());
        QVERIFY(!json.enterObject());
        QVERIFY(!json.atEnd());
    }

    void strings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("plain") << QByteArray("\"abc\"") << QByteArray("abc");
        QTest::newRow("empty") << QByteArray("\"\"") << QByteArray();
        QTest::newRow("escapes") << QByteArray("\"a\\\"\\\\\\/\\b\\f\\n\\r\\tz\"")
                                 << QByteArray("a\"\\/\b\f\n\r\tz");
        QTest::newRow("NUL") << QByteArray("\"a\\u0000b\"") << QByteArray("a\0b", 3);
        QTest::newRow("two bytes") << QByteArray("\"\\u00e4\"") << QByteArray("\xc3\xa4");
        QTest::newRow("three bytes") << QByteArray("\"\\u20AC\"") << QByteArray("\xe2\x82\xac");
        QTest::newRow("pair") << QByteArray("\"\\uD83D\\uDE00!\"") << QByteArray("\xf0\x9f\x98\x80!");
        QTest::newRow("last code point")
            << QByteArray("\"\\udbff\\udfff\"") << QByteArray("\xf4\x8f\xbf\xbf");
        QTest::newRow("lone high") << QByteArray("\"\\ud83dx\"") << QByteArray("\xef\xbf\xbdx");
        QTest::newRow("lone low") << QByteArray("\"\\ude00x\"") << QByteArray("\xef\xbf\xbdx");
        QTest::newRow("high, escape") << QByteArray("\"\\ud83d\\n\"") << QByteArray("\xef\xbf\xbd\n");
        QTest::newRow("high, other") << QByteArray("\"\\ud83d\\u0041\"")
                                     << QByteArray("\xef\xbf\xbd"
                                                   "A");
        QTest::newRow("high, pair") << QByteArray("\"\\ud83d\\ud83d\\ude00\"")
                                    << QByteArray("\xef\xbf\xbd\xf0\x9f\x98\x80");
        QTest::newRow("raw UTF-8") << QByteArray("\"\xf0\x9f\x98\x80\x7f\"")
                                   << QByteArray("\xf0\x9f\x98\x80\x7f");
    }

    void strings()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, value);
        JsonScanner json(text);
        QByteArray read;
        QVERIFY(json.readString(read));
        QCOMPARE(read, value);
        QVERIFY(json.atEnd());
        // Written again it reads the same.
        QByteArray written;
        appendJsonString(written, value);
        JsonScanner again(written);
        QVERIFY(again.readString(read));
        QCOMPARE(read, value);
    }

    void escapesWhatMustBe()
    {
        QByteArray all;
        for (int c = 0; c < 0x80; ++c)
            all.append(static_cast<char>(c));
        QByteArray written;
        appendJsonString(written, all);
        for (const char c : std::as_const(written))
            QVERIFY(static_cast<unsigned char>(c) >= 0x20);
        JsonScanner json(written);
        QByteArray read;
        QVERIFY(json.readString(read));
        QCOMPARE(read, all);
    }

    // Strings are looked at several bytes at a time: what is special must be found at every place, behind
    // every other, and bytes that differ from it in one bit only must not be taken for it.
    void everyByteAtEveryPlace()
    {
        for (int byte = 0; byte < 0x100; ++byte) {
            const char c = static_cast<char>(byte);
            const bool isSpecial = byte < 0x20 || c == '"' || c == '\\';
            for (int place = 0; place < 18; ++place) {
                for (const char neighbour : {'a', '\n', '"', '!'}) {
                    QByteArray value(19, neighbour);
                    value[place] = c;
                    QByteArray written;
                    appendJsonString(written, value);
                    QCOMPARE(written.size(), jsonStringSize(value));
                    const QByteArray exact(written.constData(), written.size()); // nothing behind it
                    JsonScanner json(exact);
                    QByteArray read;
                    QVERIFY(json.readString(read) && json.atEnd());
                    QCOMPARE(read, value);
                    if (!isSpecial || neighbour != 'a')
                        continue;
                    QVERIFY(written.size() > value.size() + 2);
                    const QByteArray raw = '"' + value + '"';
                    JsonScanner unescaped(raw);
                    QVERIFY(!unescaped.readString(read) || !unescaped.atEnd());
                }
            }
        }
    }

    void nestingIsBounded()
    {
        const auto nested = [](int depth) -> QByteArray {
            return QByteArray(depth, '[') + QByteArray(depth, ']');
        };
        const QByteArray kept = nested(JsonScanner::maxDepth);
        JsonScanner within(kept);
        QVERIFY(within.skip());
        const QByteArray deep = nested(JsonScanner::maxDepth + 1);
        JsonScanner beyond(deep);
        QVERIFY(!beyond.skip());
        const QByteArray endless(1000000, '[');
        JsonScanner runaway(endless);
        QVERIFY(!runaway.skip());
    }

    void walksObjects()
    {
        const QByteArray text("{ \"a\" : 1.50 , \"b\":[true,false,null] , \"c\":{\"d\":\"e\"} }");
        JsonScanner json(text);
        QVERIFY(json.enterObject());
        QByteArrayView name;
        QByteArrayView number;
        bool first = true;
        QVERIFY(json.nextMember(first, name));
        QCOMPARE(name.toByteArray(), QByteArray("a"));
        QVERIFY(json.readNumber(number));
        QCOMPARE(number.toByteArray(), QByteArray("1.50"));
        QVERIFY(json.nextMember(first, name));
        QVERIFY(json.enterArray());
        bool firstElement = true;
        bool flag = false;
        QVERIFY(json.nextElement(firstElement) && json.readBool(flag) && flag);
        QVERIFY(json.nextElement(firstElement) && json.readBool(flag) && !flag);
        QVERIFY(json.nextElement(firstElement) && json.readNull());
        QVERIFY(!json.nextElement(firstElement));
        QVERIFY(json.nextMember(first, name));
        QByteArrayView source;
        QVERIFY(json.skip(&source));
        QCOMPARE(source.toByteArray(), QByteArray("{\"d\":\"e\"}"));
        QVERIFY(!json.nextMember(first, name));
        QVERIFY(json.atEnd());
    }

    void neverReadsBeyondTheText()
    {
        // Every beginning of a text, each in a buffer of its own size (the address sanitizer looks on).
        const QByteArray whole("{\"a\":[1.5e-3,true,null,\"\\ud83d\\ude00\\n\"],\"b\":{\"c\":false}}");
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const std::vector<char> part(whole.cbegin(), whole.cbegin() + size);
            JsonScanner json(QByteArrayView(part.data(), size));
            QVERIFY(!json.skip());
        }
    }
};

QTEST_APPLESS_MAIN(tst_JsonScanner)
#include "tst_jsonscanner.moc"
