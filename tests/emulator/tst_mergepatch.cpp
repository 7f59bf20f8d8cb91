// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "mergepatch.h"

#include "failonwarning.h"

#include <QTest>

using namespace hpkv::emulator;

class TestMergePatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void merges_data();
    void merges();
    void jsonkRemovesEmptyMembers_data();
    void jsonkRemovesEmptyMembers();
    void notBothObjects_data();
    void notBothObjects();
    void deepNestingIsRefused();
};

void TestMergePatch::merges_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("merged");
    const auto row = [](const char *name, const char *stored, const char *patch, const char *merged) {
        QTest::newRow(name) << QByteArray(stored) << QByteArray(patch) << QByteArray(merged);
    };
    // RFC 7396, appendix A, as far as both are objects.
    row("replace", R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})");
    row("add", R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})");
    row("remove", R"({"a":"b"})", R"({"a":null})", R"({})");
    row("remove one", R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})");
    row("array by text", R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})");
    row("text by array", R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})");
    row("nested", R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})");
    row("arrays whole", R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})");
    row("null stays in stored", R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})");
    row("nested new", R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})");
    row("object over scalar", R"({"a":1})", R"({"a":{"b":2}})", R"({"a":{"b":2}})");
    row("null in arrays stays", R"({})", R"({"a":[null,{"b":null}]})", R"({"a":[null,{"b":null}]})");
    row("missing removed", R"({"a":1})", R"({"z":null})", R"({"a":1})");
    row("empty patch", R"({ "a" : 1 })", R"({})", R"({"a":1})");
    row("empty text stored", R"({"a":1})", R"({"a":""})", R"({"a":""})");
    row("empty object over scalar", R"({"a":1})", R"({"a":{}})", R"({"a":{}})");
    // What must not be harmed.
    row("order", R"({"z":1,"a":2,"m":3})", R"({"n":4,"a":5})", R"({"z":1,"a":5,"m":3,"n":4})");
    row("digits", R"({"p":94.20,"i":12345678901234567890})", R"({"q":1.0E+2,"t":1e-400})",
        R"({"p":94.20,"i":12345678901234567890,"q":1.0E+2,"t":1e-400})");
    row("duplicates kept", R"({"a":1,"a":2,"b":{"x":1,"x":2}})", R"({"c":3})",
        R"({"a":1,"a":2,"b":{"x":1,"x":2},"c":3})");
    row("last duplicate changes", R"({"a":1,"a":2})", R"({"a":9})", R"({"a":1,"a":9})");
    row("duplicates all go", R"({"a":1,"b":0,"a":2})", R"({"a":null})", R"({"b":0})");
    row("last in the patch counts", R"({})", R"({"a":1,"a":{"b":2}})", R"({"a":{"b":2}})");
    row("compact", "{ \"a\" : [ 1 , 2 ] ,\n \"b\" : \"x y\" }", R"( {"c" : true} )",
        R"({"a":[1,2],"b":"x y","c":true})");
    row("escapes", R"({"a":"\"\\\/\u00e9\n"})", R"({"b":"\ud83d\ude00\u0000"})",
        "{\"a\":\"\\\"\\\\/\xc3\xa9\\n\",\"b\":\"\xf0\x9f\x98\x80\\u0000\"}");
    row("empty name", R"({"":1})", R"({"":2})", R"({"":2})");
}

void TestMergePatch::merges()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, merged);
    const auto result = mergePatch(stored.toStdString(), patch.toStdString(), PatchEmptyMember::Store);
    QCOMPARE(result.kind, PatchResult::Kind::Merged);
    QCOMPARE(QByteArray::fromStdString(result.text), merged);
}

void TestMergePatch::jsonkRemovesEmptyMembers_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("merged");
    QTest::newRow("text") << QByteArray(R"({"a":""})") << QByteArray(R"({"b":{"c":1}})");
    QTest::newRow("object") << QByteArray(R"({"b":{}})") << QByteArray(R"({"a":1})");
    QTest::newRow("array") << QByteArray(R"({"a":[]})") << QByteArray(R"({"b":{"c":1}})");
    QTest::newRow("nested") << QByteArray(R"({"b":{"c":""}})") << QByteArray(R"({"a":1,"b":{}})");
    QTest::newRow("not empty") << QByteArray(R"({"a":"x"})") << QByteArray(R"({"a":"x","b":{"c":1}})");
    QTest::newRow("zero and false stay")
        << QByteArray(R"({"a":0,"f":false})") << QByteArray(R"({"a":0,"b":{"c":1},"f":false})");
}

void TestMergePatch::jsonkRemovesEmptyMembers()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, merged);
    const auto result = mergePatch(R"({"a":1,"b":{"c":1}})", patch.toStdString(), PatchEmptyMember::Remove);
    QCOMPARE(QByteArray::fromStdString(result.text), merged);
}

void TestMergePatch::notBothObjects_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("patch");
    QTest::newRow("texts") << QByteArray("Hello ") << QByteArray("World!");
    QTest::newRow("arrays") << QByteArray("[1]") << QByteArray("[2]");
    QTest::newRow("object and text") << QByteArray("{}") << QByteArray("x");
    QTest::newRow("text and object") << QByteArray("x") << QByteArray("{}");
    QTest::newRow("number and object") << QByteArray("1") << QByteArray("{}");
    QTest::newRow("broken stored") << QByteArray("{\"a\":") << QByteArray("{}");
    QTest::newRow("broken patch") << QByteArray("{}") << QByteArray("{\"a\":1,}");
    QTest::newRow("something behind") << QByteArray("{}") << QByteArray("{} x");
    QTest::newRow("nul behind") << QByteArray("{}") << QByteArray("{}\0x", 4);
    QTest::newRow("comment") << QByteArray("{}") << QByteArray("{/**/}");
    QTest::newRow("single quotes") << QByteArray("{}") << QByteArray("{'a':1}");
    QTest::newRow("not a number") << QByteArray("{}") << QByteArray("{\"a\":NaN}");
}

void TestMergePatch::notBothObjects()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, patch);
    QCOMPARE(mergePatch(stored.toStdString(), patch.toStdString(), PatchEmptyMember::Store).kind,
             PatchResult::Kind::NotObjects);
}

void TestMergePatch::deepNestingIsRefused()
{
    const auto nested = [](int depth) {
        std::string text;
        for (int i = 0; i < depth; ++i)
            text += "{\"a\":";
        text += "1";
        text.append(static_cast<std::size_t>(depth), '}');
        return text;
    };
    QCOMPARE(mergePatch("{}", nested(500), PatchEmptyMember::Store).kind, PatchResult::Kind::Merged);
    QCOMPARE(mergePatch("{}", nested(100'000), PatchEmptyMember::Store).kind, PatchResult::Kind::TooDeep);
}

QTEST_APPLESS_MAIN(TestMergePatch)
#include "tst_mergepatch.moc"
