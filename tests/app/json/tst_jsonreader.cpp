// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonlexer.h"
#include "json/jsonscanner.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;

class tst_JsonScanner : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void valid_data();
    void valid();
    void invalid_data();
    void invalid();
    void tokens();
    void everyTruncationFails();
    void everyByteReplacedKeepsPlaceInside();
    void deepNesting();
    void sentences();
    void place();
    void utf8_data();
    void utf8();
    void lexer_data();
    void lexer();
    void lexerCoversEveryByte();
    void lexerStartsAtAnyLine();
};

void tst_JsonScanner::valid_data()
{
    QTest::addColumn<QByteArray>("text");
    const char *const texts[] = {"0",
                                 "-0",
                                 "1",
                                 "-1",
                                 "10",
                                 "1.0",
                                 "1.10",
                                 "-0.0",
                                 "0e0",
                                 "0E+1",
                                 "1e400",
                                 "1E-400",
                                 "1.5e+3",
                                 "12345678901234567890",
                                 "0.1234567890123456789012345678901234567890",
                                 "true",
                                 "false",
                                 "null",
                                 "\"\"",
                                 "\"a\"",
                                 "\"\\\"\"",
                                 "\"\\\\\"",
                                 "\"\\/\"",
                                 "\"\\b\\f\\n\\r\\t\"",
                                 "\"\\u00e9\"",
                                 "\"\\u00E9\"",
                                 "\"\\ud83d\\ude00\"",
                                 "\"\\ud800\"",
                                 "\"\\udc00\\ud800\"",
                                 "\"\\u0000\"",
                                 "\"\xC3\xA9\"",
                                 "\"\xE2\x82\xAC\"",
                                 "\"\xF0\x9F\x98\x80\"",
                                 "\"\xF4\x8F\xBF\xBF\"",
                                 "\"\x7F\"",
                                 "\"\xE2\x80\xA8\"",
                                 "[]",
                                 "{}",
                                 "[ ]",
                                 "{ }",
                                 "[1]",
                                 "[1,2]",
                                 "[[],{}]",
                                 "{\"a\":1}",
                                 "{\"a\":1,\"a\":2}",
                                 "{\"\":0}",
                                 " \t\r\n[ 1 ,\n2 ]\r\n",
                                 "{\"a\" : { \"b\" : [ null , true ] } }",
                                 "[-0.5e-5,\"x\",{\"y\":[]}]"};
    for (const char *text : texts)
        QTest::newRow(text) << QByteArray(text);
}

void tst_JsonScanner::valid()
{
    QFETCH(QByteArray, text);
    QCOMPARE(validateJson(text), JsonError());
}

void tst_JsonScanner::invalid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonErrorCode>("code");
    QTest::addColumn<qsizetype>("offset");
    QTest::addColumn<qsizetype>("length");
    using C = JsonErrorCode;
    const auto row = [](const QByteArray &text, C code, qsizetype offset, qsizetype length) {
        QTest::addRow("%d %s", int(code), text.toPercentEncoding(" {}[],:\"").constData())
            << text << code << offset << length;
    };
    row("", C::Empty, 0, 0);
    row(" \n", C::Empty, 2, 0);
    row("\xEF\xBB\xBF[]", C::ByteOrderMark, 0, 3);
    row("}", C::ExpectedValue, 0, 1);
    row("]", C::ExpectedValue, 0, 1);
    row(":", C::ExpectedValue, 0, 1);
    row("{\"a\":}", C::ExpectedValue, 5, 1);
    row("{\"a\":]", C::ExpectedValue, 5, 1);
    row("{,}", C::ExpectedName, 1, 1);
    row("{[]:1}", C::ExpectedName, 1, 1);
    row("{a:1}", C::NameNotQuoted, 1, 1);
    row("{abc1 :1}", C::NameNotQuoted, 1, 4);
    row("{1:1}", C::NameNotQuoted, 1, 1);
    row("{\"a\" 1}", C::ExpectedColon, 5, 1);
    row("{\"a\",1}", C::ExpectedColon, 4, 1);
    row("{\"a\"}", C::ExpectedColon, 4, 1);
    row("[1 2]", C::MissingComma, 3, 1);
    row("[\"a\" \"b\"]", C::MissingComma, 5, 1);
    row("{\"a\":1 \"b\":2}", C::MissingComma, 7, 1);
    row("[[] {}]", C::MissingComma, 4, 1);
    row("[1 true]", C::MissingComma, 3, 4);
    row("{\"a\":1:2}", C::ExpectedCommaOrBrace, 6, 1);
    row("[1:2]", C::ExpectedCommaOrBracket, 2, 1);
    row("[1;2]", C::ExpectedCommaOrBracket, 2, 1);
    row("[1,]", C::TrailingComma, 2, 1);
    row("[1 , \n]", C::TrailingComma, 3, 1);
    row("{\"a\":1,}", C::TrailingComma, 6, 1);
    row("[,1]", C::MissingValue, 1, 1);
    row("[1,,2]", C::MissingValue, 3, 1);
    row("[", C::ArrayNotClosed, 1, 0);
    row("[1", C::ArrayNotClosed, 2, 0);
    row("[1,", C::ArrayNotClosed, 3, 0);
    row("[[1]", C::ArrayNotClosed, 4, 0);
    row("{", C::ObjectNotClosed, 1, 0);
    row("{\"a\"", C::ObjectNotClosed, 4, 0);
    row("{\"a\":", C::ObjectNotClosed, 5, 0);
    row("{\"a\":1", C::ObjectNotClosed, 6, 0);
    row("{\"a\":1,", C::ObjectNotClosed, 7, 0);
    row("[1}", C::BracketClosedByBrace, 2, 1);
    row("[}", C::BracketClosedByBrace, 1, 1);
    row("[1,}", C::BracketClosedByBrace, 3, 1);
    row("{\"a\":1]", C::BraceClosedByBracket, 6, 1);
    row("{]", C::BraceClosedByBracket, 1, 1);
    row("1 2", C::TextAfterValue, 2, 1);
    row("[]]", C::TextAfterValue, 2, 1);
    row("{}}", C::TextAfterValue, 2, 1);
    row("[],", C::TextAfterValue, 2, 1);
    row("null x", C::TextAfterValue, 5, 1);
    row("1\xC3\xA9", C::TextAfterValue, 1, 2);
    row("\"a", C::StringNotClosed, 0, 2);
    row("\"", C::StringNotClosed, 0, 1);
    row("[\"a]", C::StringNotClosed, 1, 3);
    row("\"a\nb\"", C::LineBreakInString, 0, 2);
    row("\"a\rb\"", C::LineBreakInString, 0, 2);
    row("\"a\tb\"", C::ControlCharacterInString, 2, 1);
    row(QByteArray("\"a\0b\"", 5), C::ControlCharacterInString, 2, 1);
    row("\"\x1F\"", C::ControlCharacterInString, 1, 1);
    row("\"\\x\"", C::BadEscape, 1, 2);
    row("\"\\'\"", C::BadEscape, 1, 2);
    row("\"\\\xC3\xA9\"", C::BadEscape, 1, 3);
    row("\"\\", C::BadEscape, 1, 1);
    row("\"\\u12\"", C::BadUnicodeEscape, 1, 4);
    row("\"\\u12g4\"", C::BadUnicodeEscape, 1, 4);
    row("\"\\u\"", C::BadUnicodeEscape, 1, 2);
    row("\"\\U0041\"", C::BadEscape, 1, 2);
    row("'a'", C::SingleQuotes, 0, 1);
    row("{'a':1}", C::SingleQuotes, 1, 1);
    row("[1,'a']", C::SingleQuotes, 3, 1);
    row("\"\xC3\"", C::InvalidUtf8, 1, 1);
    row("\"\xFF\"", C::InvalidUtf8, 1, 1);
    row("\"\xED\xA0\x80\"", C::InvalidUtf8, 1, 1);
    row("\"\xC0\x80\"", C::InvalidUtf8, 1, 1);
    row("\"\xF5\x80\x80\x80\"", C::InvalidUtf8, 1, 1);
    row("\x80", C::InvalidUtf8, 0, 1);
    row("[1\xFF]", C::InvalidUtf8, 2, 1);
    row("01", C::LeadingZero, 0, 2);
    row("-01", C::LeadingZero, 0, 3);
    row("[007]", C::LeadingZero, 1, 3);
    row("+1", C::LeadingPlus, 0, 1);
    row("-", C::DigitExpected, 1, 0);
    row("[-]", C::DigitExpected, 2, 1);
    row(".5", C::DigitExpected, 0, 1);
    row("-.5", C::DigitExpected, 1, 1);
    row("1.", C::DigitExpectedAfterPoint, 2, 0);
    row("[1.]", C::DigitExpectedAfterPoint, 3, 1);
    row("1.e5", C::DigitExpectedAfterPoint, 2, 1);
    row("1e", C::DigitExpectedInExponent, 2, 0);
    row("1e+", C::DigitExpectedInExponent, 3, 0);
    row("[1E-x]", C::DigitExpectedInExponent, 4, 1);
    row("True", C::UnknownWord, 0, 4);
    row("NaN", C::UnknownWord, 0, 3);
    row("-Infinity", C::UnknownWord, 0, 9);
    row("[undefined]", C::UnknownWord, 1, 9);
    row("nul", C::UnknownWord, 0, 3);
    row("nulll", C::UnknownWord, 0, 5);
    row("0x1F", C::UnknownWord, 0, 4);
    row("12abc", C::UnknownWord, 0, 5);
    row("// a\n1", C::Comment, 0, 2);
    row("[1 /* a */]", C::Comment, 3, 2);
    row("@", C::ExpectedValue, 0, 1);
    row("[\xC3\xA9]", C::UnexpectedCharacter, 1, 2);
    row("[\xC2\xA0]", C::UnexpectedCharacter, 1, 2);
    row(QByteArray("[\0]", 3), C::UnexpectedCharacter, 1, 1);
    row("[1\v]", C::UnexpectedCharacter, 2, 1);
}

void tst_JsonScanner::invalid()
{
    QFETCH(QByteArray, text);
    QFETCH(JsonErrorCode, code);
    QFETCH(qsizetype, offset);
    QFETCH(qsizetype, length);
    JsonScanner scanner(text);
    JsonToken token;
    do {
        token = scanner.next();
        QVERIFY(token.kind != JsonTokenKind::End);
    } while (token.kind != JsonTokenKind::Invalid);
    const JsonError error = scanner.error();
    QCOMPARE(int(error.code), int(code));
    QCOMPARE(error.offset, offset);
    QCOMPARE(error.length, length);
    QCOMPARE(scanner.next().kind, JsonTokenKind::Invalid);
    QCOMPARE(scanner.error(), error);
    QVERIFY(!jsonErrorText(error, text).isEmpty());
}

void tst_JsonScanner::tokens()
{
    const QByteArray text = "{ \"a\" : [1,true] }";
    JsonScanner scanner(text);
    using K = JsonTokenKind;
    const QList<JsonToken> expected{{K::ObjectBegin, 0, 1}, {K::Name, 2, 3},      {K::Colon, 6, 1},
                                    {K::ArrayBegin, 8, 1},  {K::Number, 9, 1},    {K::Comma, 10, 1},
                                    {K::True, 11, 4},       {K::ArrayEnd, 15, 1}, {K::ObjectEnd, 17, 1},
                                    {K::End, 18, 0},        {K::End, 18, 0}};
    for (const JsonToken &token : expected)
        QCOMPARE(scanner.next(), token);
    QVERIFY(!scanner.error());
}

void tst_JsonScanner::everyTruncationFails()
{
    for (quint32 seed = 0; seed < 60; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray text = '[' + generator.document() + ']';
        QCOMPARE(validateJson(text), JsonError());
        for (qsizetype cut = 0; cut < text.size(); ++cut) {
            const JsonError error = validateJson(QByteArrayView(text).first(cut));
            QVERIFY2(error, text.first(cut).constData());
            QVERIFY(error.offset + error.length <= cut);
        }
    }
}

void tst_JsonScanner::everyByteReplacedKeepsPlaceInside()
{
    const QByteArray replacements("\0\xFF\"\\{}[],:x1 \n'", 16);
    for (quint32 seed = 0; seed < 20; ++seed) {
        const QByteArray original = JsonGenerator(seed).document(3);
        for (qsizetype at = 0; at < original.size(); ++at) {
            for (const char c : replacements) {
                QByteArray text = original;
                text[at] = c;
                const JsonError error = validateJson(text);
                QVERIFY(error.offset >= 0 && error.length >= 0);
                QVERIFY(error.offset + error.length <= text.size());
            }
        }
    }
}

void tst_JsonScanner::deepNesting()
{
    constexpr int Depth = 200000;
    const QByteArray arrays = QByteArray(Depth, '[') + QByteArray(Depth, ']');
    QCOMPARE(validateJson(arrays), JsonError());
    const QByteArray objects = QByteArray("{\"a\":").repeated(Depth) + '1' + QByteArray(Depth, '}');
    QCOMPARE(validateJson(objects), JsonError());
    const JsonError error = validateJson(QByteArrayView(arrays).chopped(1));
    QCOMPARE(error.code, JsonErrorCode::ArrayNotClosed);
    QCOMPARE(error.related, 0);
}

void tst_JsonScanner::sentences()
{
    const auto sentence = [](const QByteArray &text) { return jsonErrorSentence(validateJson(text), text); };
    QCOMPARE(sentence(R"({"a":-7,50})"),
             QStringLiteral("Line 1, column 9: A number is written with a point, not with a comma: -7.50."));
    QCOMPARE(sentence(R"({"a":7, 50})"),
             QStringLiteral("Line 1, column 9: The name 50 has to stand in double quotes."));
    QCOMPARE(sentence(R"({"a":20.00,1})"),
             QStringLiteral("Line 1, column 12: The name 1 has to stand in double quotes."));
    QCOMPARE(sentence("{\n  \"\xC3\xA9\": 1\n  \"b\": 2}"),
             QStringLiteral("Line 3, column 3: A comma is missing before \"."));
    QCOMPARE(sentence("{\n\"a\": [1, 2}"),
             QStringLiteral("Line 2, column 11: The [ of line 2 has to be closed by ], not by }."));
    QCOMPARE(sentence("[NaN]"),
             QStringLiteral("Line 1, column 2: JSON does not know NaN. Text stands in double quotes; true, "
                            "false and null are written in small letters."));
    QCOMPARE(sentence("{}"), QString());
    const QByteArray longWord(5000, 'x');
    QVERIFY(sentence(longWord).size() < 250);
}

void tst_JsonScanner::place()
{
    const QByteArray text = "a\xC3\xA9\xF0\x9F\x98\x80z\nb\r\nc\rd";
    QCOMPARE(textPlace(text, 0), (TextPlace{1, 1}));
    QCOMPARE(textPlace(text, 1), (TextPlace{1, 2}));
    QCOMPARE(textPlace(text, 3), (TextPlace{1, 3}));
    QCOMPARE(textPlace(text, 7), (TextPlace{1, 4}));
    QCOMPARE(textPlace(text, 9), (TextPlace{2, 1}));
    QCOMPARE(textPlace(text, 12), (TextPlace{3, 1}));
    QCOMPARE(textPlace(text, 14), (TextPlace{4, 1}));
    QCOMPARE(textPlace(text, 999), (TextPlace{4, 2}));
}

void tst_JsonScanner::utf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("ascii") << QByteArray("a\0b", 3) << true;
    QTest::newRow("two to four bytes") << QByteArray("\xC2\x80\xE0\xA0\x80\xF0\x90\x80\x80") << true;
    QTest::newRow("highest") << QByteArray("\xF4\x8F\xBF\xBF\xEF\xBF\xBF\xDF\xBF") << true;
    QTest::newRow("overlong 2") << QByteArray("\xC1\xBF") << false;
    QTest::newRow("overlong 3") << QByteArray("\xE0\x9F\xBF") << false;
    QTest::newRow("overlong 4") << QByteArray("\xF0\x8F\xBF\xBF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xBF\xBF") << false;
    QTest::newRow("too large") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("tail alone") << QByteArray("a\x80") << false;
    QTest::newRow("cut") << QByteArray("\xE2\x82") << false;
}

void tst_JsonScanner::utf8()
{
    QFETCH(QByteArray, text);
    QTEST(isValidUtf8(text), "isValid");
}

void tst_JsonScanner::lexer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("looks"); // one letter for each byte
    QTest::newRow("object") << QByteArray("{\"a\": 1.5}") << QByteArray("pnnnp ###p");
    QTest::newRow("literal") << QByteArray("[true,nul]") << QByteArray("pllllpxxxp");
    QTest::newRow("string") << QByteArray("[\"a\\\"\",\"b\"]")
                            << QByteArray("psssssspsssp").replace("ssssss", "sssss");
    QTest::newRow("open string") << QByteArray("\"ab\n1") << QByteArray("xxx #");
    QTest::newRow("name before space") << QByteArray("\"a\" \n:") << QByteArray("nnn  p");
    QTest::newRow("bad number") << QByteArray("12ab") << QByteArray("xxxx");
    QTest::newRow("escape at the end of a line") << QByteArray("\"a\\\n1") << QByteArray("xxx #");
}

namespace
{

QByteArray looksOf(QByteArrayView text, qsizetype start)
{
    static const QByteArray letters(" pns#lx");
    QByteArray looks;
    JsonLexer lexer(text, start);
    while (!lexer.atEnd()) {
        const JsonRun run = lexer.next();
        if (run.length <= 0 || run.offset != start + looks.size())
            return "a gap or an empty run";
        looks.append(run.length, letters[int(run.look)]);
    }
    return looks;
}

} // namespace

void tst_JsonScanner::lexer()
{
    QFETCH(QByteArray, text);
    QTEST(looksOf(text, 0), "looks");
}

void tst_JsonScanner::lexerCoversEveryByte()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        JsonGenerator generator(seed);
        QByteArray text = generator.document();
        QCOMPARE(looksOf(text, 0).size(), text.size());
        QVERIFY(!looksOf(text, 0).contains('x'));
        for (int i = 0; i < 5; ++i)
            text.insert(generator.pick(text.size() + 1), char(generator.pick(256)));
        QCOMPARE(looksOf(text, 0).size(), text.size());
    }
}

void tst_JsonScanner::lexerStartsAtAnyLine()
{
    for (quint32 seed = 0; seed < 50; ++seed) {
        const QByteArray text = JsonGenerator(seed).document();
        const QByteArray whole = looksOf(text, 0);
        for (qsizetype at = text.indexOf('\n') + 1; at > 0; at = text.indexOf('\n', at) + 1)
            QCOMPARE(looksOf(text, at), whole.sliced(at));
    }
}

QTEST_GUILESS_MAIN(tst_JsonScanner)

#include "tst_jsonreader.moc"
