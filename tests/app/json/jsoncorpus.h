// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

/// JSON texts of every kind there is, by the categories of JSONTestSuite, written for this project: what a
/// JSON editor must neither refuse nor change, and what it must call wrong and keep nevertheless.
struct CorpusText {
    QByteArray name;
    QByteArray text;
    bool isJson = true;
    bool isUtf8 = true; ///< false: bytes only
};

class JsonCorpus
{
public:
    static QList<CorpusText> all()
    {
        JsonCorpus corpus;
        corpus.numbers();
        corpus.strings();
        corpus.structures();
        corpus.space();
        corpus.large();
        corpus.wrongNumbers();
        corpus.wrongStrings();
        corpus.wrongStructures();
        corpus.wrongWords();
        corpus.bytes();
        return corpus.m_texts;
    }

private:
    void valid(const QByteArray &name, const QByteArray &text) { m_texts.append({name, text, true, true}); }
    void invalid(const QByteArray &name, const QByteArray &text)
    {
        m_texts.append({name, text, false, true});
    }
    /// The scalar alone, in an array, as a member and between neighbours.
    void scalar(const QByteArray &name, const QByteArray &source)
    {
        valid(name, source);
        valid(name + " in an object", "{\"before\":0, \"n\" : " + source + " ,\"behind\":[]}");
    }
    void wrongScalar(const QByteArray &name, const QByteArray &source)
    {
        invalid(name, source);
        invalid(name + " in an array", "[1, " + source + ", 2]");
    }

    void numbers()
    {
        const QList<QByteArray> numbers{"0",
                                        "-0",
                                        "1.0",
                                        "-0.0",
                                        "1.10",
                                        "0.1",
                                        "1e400",
                                        "-1e400",
                                        "1E-400",
                                        "1e+5",
                                        "1E05",
                                        "1e-0",
                                        "0e0",
                                        "0E+1",
                                        "123.456e78",
                                        "12345678901234567890",
                                        "-9223372036854775808",
                                        "18446744073709551616",
                                        "9007199254740993",
                                        "0.30000000000000004",
                                        "100000000000000000000000000000000000000000000000.5",
                                        "1e9999999999999999999999",
                                        "2.2250738585072011e-308",
                                        "4.9406564584124654e-324",
                                        "1.7976931348623159e308",
                                        "0.00000000000000000000000000000000000000000001"};
        for (const QByteArray &number : numbers)
            scalar("number " + number, number);
        scalar("number of 5,000 digits", QByteArray(5000, '7'));
        scalar("fraction of 5,000 digits", "0." + QByteArray(5000, '3'));
    }

    void strings()
    {
        const QList<std::pair<QByteArray, QByteArray>> strings{
            {"empty", "\"\""},
            {"one character", "\"a\""},
            {"blank", "\" \""},
            {"every short escape", R"("\"\\\/\b\f\n\r\t")"},
            {"slash as it is", R"("a/b")"},
            {"escape of ASCII", R"("\u0041")"},
            {"escapes in both cases", R"("\u00e9\u00E9\uABCD\uabcd")"},
            {"escaped NUL", R"("\u0000")"},
            {"escaped DEL", R"("\u007F")"},
            {"DEL as it is", "\"\x7F\""},
            {"pair of surrogates", R"("\ud83d\ude00")"},
            {"pair in capitals", R"("\uD83D\uDE00")"},
            {"lone high surrogate", R"("\ud800")"},
            {"lone low surrogate", R"("\udfff")"},
            {"surrogates the wrong way round", R"("\ude00\ud83d")"},
            {"high surrogate before an escape", R"("\ud800\n")"},
            {"two high surrogates", R"("\ud800\ud800\udc00")"},
            {"escaped noncharacter", R"("\uFFFF\uFDD0")"},
            {"two bytes", "\"\xC3\xA9\""},
            {"three bytes", "\"\xE2\x82\xAC\""},
            {"four bytes", "\"\xF0\x9F\x98\x80\""},
            {"last code point", "\"\xF4\x8F\xBF\xBF\""},
            {"combining", "\"e\xCC\x81\""},
            {"line separators", "\"\xE2\x80\xA8\xE2\x80\xA9\""},
            {"byte order mark inside", "\"\xEF\xBB\xBF\""},
            {"direction marks", "\"\xE2\x80\xAE\xE2\x80\x8F\""},
            {"no-break blank", "\"\xC2\xA0\""},
            {"next line", "\"\xC2\x85\""},
            {"looks like JSON", R"("{\"a\": [1, 2]}")"},
            {"looks like a comment", R"("/* no */ // no")"},
            {"backslashes", R"("\\\\\\")"},
            {"backslash before a quote", R"("\\\"")"},
            {"only escapes", R"("\u005C\u0022")"},
            {"escaped control characters", R"("\u0001\u001f\u007f\u0080")"}};
        for (const auto &[name, source] : strings)
            scalar("string " + name, source);
        for (const auto &[name, source] : strings)
            valid("member named " + name, "{" + source + ":1,\"z\":{" + source + " : [ ]}}");
        scalar("literal true", "true");
        scalar("literal false", "false");
        scalar("literal null", "null");
    }

    void structures()
    {
        valid("empty object", "{}");
        valid("empty array", "[]");
        valid("empty in one another", "[[],{},[[]],[{}],{\"a\":{}}]");
        valid("same member twice", R"({"a":1,"a":2})");
        valid("same member and value twice", R"({"a":1,"a":1})");
        valid("same member, one escaped", R"({"a":1,"\u0061":2})");
        valid("many same members", "{" + QByteArray("\"a\":1,").repeated(50) + "\"a\":2}");
        valid("same members nested", R"({"a":{"b":1,"b":2},"a":{"b":3,"b":4}})");
        valid("members not sorted", R"({"c":1,"a":{"z":1,"y":2},"B":3})");
        valid("member named like a pointer", R"({"/a~b/~0":{"":{"":1}}})");
        valid("member named __proto__", R"({"__proto__":{"constructor":1}})");
        valid("array of all kinds", R"([1,"a",true,false,null,{},[],-0.0])");
        valid("order of elements", "[3,1,2,1,3]");
        for (const QByteArray &inner :
             {QByteArray("1"), QByteArray("\"a\""), QByteArray("null"), QByteArray("{}")}) {
            valid("array with one " + inner, "[" + inner + "]");
            valid("object with one " + inner, "{\"a\":" + inner + "}");
            valid("array with two " + inner, "[" + inner + "," + inner + "]");
        }
    }

    void space()
    {
        const QList<std::pair<QByteArray, QByteArray>> spaces{{"blank", " "},
                                                              {"tabulator", "\t"},
                                                              {"LF", "\n"},
                                                              {"CR", "\r"},
                                                              {"CR LF", "\r\n"},
                                                              {"all", " \t\r\n"},
                                                              {"mixed line ends", "\r\n\n\r \r\r\n"}};
        for (const auto &[name, s] : spaces) {
            valid("around: " + name, s + "{\"a\":1}" + s);
            valid("everywhere: " + name, s + '[' + s + "1" + s + ',' + s + '{' + s + "\"a\"" + s + ':' + s
                                             + "2" + s + '}' + s + ']' + s);
            valid("in the empty: " + name, "[{" + s + "},[" + s + "]]");
        }
        valid("indented by four", "{\n    \"a\": [\n        1\n    ]\n}\n");
        valid("indented by tabulators", "{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}");
        valid("indented with CR LF", "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n");
        valid("commas in front", "{ \"a\": 1\n, \"b\": 2\n, \"c\": [ 1\n       , 2 ] }");
        valid("long blank", "[1," + QByteArray(5000, ' ') + "2]");
        valid("many empty lines", "[1," + QByteArray(2000, '\n') + "2]");
    }

    void large()
    {
        valid("arrays 100 deep", QByteArray(100, '[') + QByteArray(100, ']'));
        valid("arrays 10,000 deep", QByteArray(10'000, '[') + "1" + QByteArray(10'000, ']'));
        valid("objects 10,000 deep",
              QByteArray("{\"a\":").repeated(10'000) + "null" + QByteArray(10'000, '}'));
        valid("both 10,000 deep",
              QByteArray("[{\"a\":").repeated(5000) + "0" + QByteArray("}]").repeated(5000));
        valid("array of 50,000", "[" + QByteArray("0,").repeated(49'999) + "0]");
        QByteArray object = "{";
        for (int i = 0; i < 5000; ++i)
            object += "\"member " + QByteArray::number(i) + "\": " + QByteArray::number(i * 7) + ".50, ";
        valid("object of 5,000", object + "\"last\": []}");
        valid("string of 100,000", "[\"" + QByteArray(100'000, 'x') + "\"]");
        valid("string of 20,000 escapes", "[\"" + QByteArray("\\u00e9").repeated(20'000) + "\"]");
    }

    void wrongNumbers()
    {
        for (const char *number : {"+1",       "01",        "-01", "00",    ".5",    "5.",   "1.e1",  "1e",
                                   "1e+",      "1E-",       "-",   "--1",   "1-",    "0x1F", "1_000", "1 000",
                                   "Infinity", "-Infinity", "NaN", "1.2.3", "1e5.5", "-.5",  "1a",    "١٢"})
            wrongScalar(QByteArray("wrong number ") + number, number);
    }

    void wrongStrings()
    {
        const QList<std::pair<QByteArray, QByteArray>> strings{
            {"not closed", "\"abc"},
            {"only a quote", "\""},
            {"quote behind a backslash", R"("abc\")"},
            {"single quotes", "'abc'"},
            {"typographic quotes", "\xE2\x80\x9C\x61\xE2\x80\x9D"},
            {"unknown escape", R"("\x41")"},
            {"capital U", R"("\U0041")"},
            {"escaped blank", R"("\ ")"},
            {"short escape", R"("\u12")"},
            {"escape without digits", R"("\u")"},
            {"escape with a wrong digit", R"("\u12G4")"},
            {"half a pair", R"("\ud83d\u12")"},
            {"line break", "\"a\nb\""},
            {"CR", "\"a\rb\""},
            {"tabulator", "\"a\tb\""},
            {"NUL", QByteArray("\"a\0b\"", 5)},
            {"control character", "\"a\x1F\""},
            {"two in a row", "\"a\" \"b\""}};
        for (const auto &[name, source] : strings)
            wrongScalar("wrong string, " + name, source);
    }

    void wrongStructures()
    {
        for (const char *text : {"[",
                                 "]",
                                 "{",
                                 "}",
                                 "[1",
                                 "[1,",
                                 "[1,]",
                                 "[,1]",
                                 "[1,,2]",
                                 "[1 2]",
                                 "[1]]",
                                 "[1}",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{\"a\" 1}",
                                 "{\"a\"::1}",
                                 "{,}",
                                 "{\"a\":1 \"b\":2}",
                                 "{a:1}",
                                 "{'a':1}",
                                 "{1:1}",
                                 "{null:1}",
                                 "{\"a\":1]",
                                 "[1:2]",
                                 "{\"a\",1}",
                                 "{[]:1}",
                                 "[]{}",
                                 "{} {}",
                                 "1 2",
                                 "[1],",
                                 ",",
                                 ":",
                                 "[[]",
                                 "{\"a\":{}",
                                 "[\"a\":1]",
                                 "{\"a\":1;\"b\":2}",
                                 "(1)",
                                 "<a/>",
                                 "[...]"})
            invalid(QByteArray("wrong structure ") + text, text);
        invalid("nothing", "");
        invalid("only blanks", " \n ");
        invalid("open 10,000 deep", QByteArray(10'000, '['));
        invalid("open objects 10,000 deep", QByteArray("{\"a\":").repeated(10'000));
        invalid("byte order mark", "\xEF\xBB\xBF{}");
        invalid("NUL behind", QByteArray("{}\0", 3));
        invalid("NUL between", QByteArray("[\0]", 3));
        invalid("form feed as white space", "[\f1]");
        invalid("no-break blank as white space", "[\xC2\xA0"
                                                 "1]");
        invalid("comment", "[1, /* two */ 2]");
        invalid("line comment", "[1 // one\n]");
        invalid("hash comment", "# one\n[1]");
    }

    void wrongWords()
    {
        for (const char *word : {"True", "FALSE", "Null", "nul", "truee", "nan", "undefined", "None", "tru",
                                 "yes", "text", "\xC3\xA9", "\xF0\x9F\x98\x80", "*", "@", "\\n", "$", "a\tb"})
            wrongScalar(QByteArray("wrong word ") + word, word);
    }

    /// What is not UTF-8 and can only be shown as bytes.
    void bytes()
    {
        const QList<std::pair<QByteArray, QByteArray>> bytes{
            {"lone continuation", "\x80"},
            {"cut character", "\xE2\x82"},
            {"overlong slash", "\xC0\xAF"},
            {"overlong NUL", "\xC0\x80"},
            {"surrogate in UTF-8", "\xED\xA0\x80"},
            {"beyond the last code point", "\xF4\x90\x80\x80"},
            {"five bytes", "\xF8\x88\x80\x80\x80"},
            {"FE and FF", "\xFE\xFF"},
            {"Latin-1", "caf\xE9"}};
        for (const auto &[name, raw] : bytes) {
            m_texts.append({"bytes: " + name, raw, false, false});
            m_texts.append({"bytes in a string: " + name, "[\"" + raw + "\"]", false, false});
        }
        m_texts.append({"UTF-16", QByteArray("\xFF\xFE[\0]\0", 6), false, false});
    }

    QList<CorpusText> m_texts;
};
