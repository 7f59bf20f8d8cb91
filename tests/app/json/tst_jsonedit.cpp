// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonedit.h"

#include "json/jsonformat.h"
#include "json/jsonpointer.h"
#include "json/jsonstyle.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;

namespace
{

using Edit = std::optional<TextEdit>;

/// The sources of the children, with their names.
QList<QByteArray> items(const JsonTree &tree, int node)
{
    const JsonStyle style(tree);
    QList<QByteArray> items;
    for (const int child : tree.children(node))
        items.append(
            tree.text().sliced(style.start(child), style.end(child) - style.start(child)).toByteArray());
    return items;
}

} // namespace

class tst_JsonEdit : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void set_data();
    void set();
    void setText_data();
    void setText();
    void setAt_data();
    void setAt();
    void insert_data();
    void insert();
    void remove_data();
    void remove();
    void removeAt();
    void rename_data();
    void rename();
    void move_data();
    void move();
    void moveTo_data();
    void moveTo();
    void type_data();
    void type();
    void refused();
    void duplicatesByPath();
    void paths();
    void quoting();
    void quotingAtEachPlace();
    void trimming();
    void anyEditLeavesTheRest();
    void anyEditCanBeTakenBack();
    void deepNesting();
};

void tst_JsonEdit::set_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<TextEdit>("edit");
    const auto row = [](const char *text, const char *pointer, const char *value, const TextEdit &edit) {
        QTest::addRow("%s %s=%s", text, pointer, value)
            << QByteArray(text) << QByteArray(pointer) << QByteArray(value) << edit;
    };
    row("{\"a\" : 1.0 ,\"b\":2}", "/a", "1.05", {10, 0, "5"});
    row("{\"a\":1}", "/a", "1", {6, 0, ""});
    row("{\"a\":1}", "/a", "true", {5, 1, "true"});
    row("[\"abc\"]", "/0", "\"axc\"", {3, 1, "x"});
    row("[\"\xC3\xA9\"]", "/0", "\"\xC3\xA8\"", {2, 2, "\xC3\xA8"}); // no half characters
    row("{\"a\":1,\"a\":2}", "/a", "3", {11, 1, "3"});
    row(" 5 ", "", "{}", {1, 1, "{}"});
}

void tst_JsonEdit::set()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(TextEdit, edit);
    const auto tree = JsonTree::parse(text);
    QCOMPARE(setJsonValue(*tree, tree->find(pointer), value), Edit(edit));
    QCOMPARE(setJsonAt(text, pointer, value), Edit(edit));
}

void tst_JsonEdit::setText_data()
{
    QTest::addColumn<QByteArray>("source"); // of the string
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *source, const QByteArray &text, const char *result) {
        QTest::addRow("%s to %s", source, text.constData())
            << QByteArray(source) << text << QByteArray(result);
    };
    row(R"("a")", "b", R"("b")");
    row(R"("")", "a\"b", R"("a\"b")");
    row(R"("abc")", "", R"("")");
    row(R"("\u00e9x\/y")", "\xC3\xA9z/y", R"("\u00e9z\/y")");
    row(R"("\u00e9x")", "\xC3\xA9x", R"("\u00e9x")");
    row(R"("a\nb")", "a\nbc", R"("a\nbc")");
    row(R"("a\nb")", "ab", R"("ab")");
    row(R"("\ud83d\ude00!")", "\xF0\x9F\x98\x80?", R"("\ud83d\ude00?")");
    row(R"("\ud83d\ude00!")", "!", R"("!")");
    row(R"("\ud800a")", "\xEF\xBF\xBD\x62", R"("\ud800b")"); // half a pair stays as it is …
    row(R"("\ud83dx\ude00")", "\xEF\xBF\xBD\xEF\xBF\xBD",
        "\"\xEF\xBF\xBD\xEF\xBF\xBD\""); // … unless it would become a whole one
    row(R"("aaa")", "aa", R"("aa")");
    row(R"("\\")", "\\\\", R"("\\\\")");
}

void tst_JsonEdit::setText()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, text);
    const QByteArray document = "[1, " + source + " ]";
    const auto tree = JsonTree::parse(document);
    const Edit edit = setJsonText(*tree, 2, text);
    QVERIFY(edit);
    const QByteArray after = edited(document, *edit);
    QTEST(after.mid(4, after.size() - 6), "result");
    QCOMPARE(unescapedJsonString(after.mid(4, after.size() - 6)), text);
    QVERIFY(!setJsonText(*tree, 1, "2"));
    QVERIFY(!setJsonText(*tree, 2, "\xFF"));
}

void tst_JsonEdit::setAt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("result"); // empty: refused
    const auto row = [](const char *text, const char *pointer, const char *result) {
        QTest::addRow("%s in %s", pointer, text)
            << QByteArray(text) << QByteArray(pointer) << QByteArray(result);
    };
    row("{}", "/a", "{\"a\":7}");
    row("{\"a\":1}", "/b", "{\"a\":1,\"b\":7}");
    row("{\"a\": 1}", "/b", "{\"a\": 1, \"b\": 7}");
    row("{\"a\":{}}", "/a/b/c", "{\"a\":{\"b\":{\"c\":7}}}");
    row("[1]", "/1", "[1,7]");
    row("[1,2]", "/2", "[1,2,7]");
    row("[1,2]", "/-", "[1,2,7]");
    row("[1,2]", "/3", "");
    row("[1,2]", "/x", "");
    row("{\"a\":1}", "/a/b", "");
    row("{\"a\":1}", "a", "");
    row("{\"a\":1,}", "/a", "");
    row("{\"x/~\":{\"\":1}}", "/x~1~0/", "{\"x/~\":{\"\":7}}");
    row("{\n  \"a\": {\n    \"b\": 1\n  }\n}", "/a/c", "{\n  \"a\": {\n    \"b\": 1,\n    \"c\": 7\n  }\n}");
}

void tst_JsonEdit::setAt()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    const Edit edit = setJsonAt(text, pointer, "7");
    QTEST(edit ? edited(text, *edit) : QByteArray(), "result");
}

void tst_JsonEdit::insert_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("container");
    QTest::addColumn<int>("place");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *text, const char *container, int place, const char *result) {
        QTest::addRow("%d of %s in %s", place, container, text)
            << QByteArray(text) << QByteArray(container) << place << QByteArray(result);
    };
    row("{}", "", 0, "{\"n\":0}");
    row("{ }", "", 0, "{\"n\":0}");
    row("[]", "", 0, "[0]");
    row("[1,2]", "", 0, "[0,1,2]");
    row("[1,2]", "", 1, "[1,0,2]");
    row("[1,2]", "", 2, "[1,2,0]");
    row("[1 ,  2 ]", "", 2, "[1 ,  2 ,  0 ]");
    row("[1]", "", 0, "[0,1]");
    row("[[1],[2]]", "/0", 1, "[[1,0],[2]]");
    row("{\"a\":1}", "", 0, "{\"n\":0,\"a\":1}");
    row("{\"a\" : 1}", "", 1, "{\"a\" : 1, \"n\" : 0}");
    row("{\"a\":1, \"b\":2}", "", 1, "{\"a\":1, \"n\":0, \"b\":2}");
    row("{ \"a\": {} }", "/a", 0, "{ \"a\": { \"n\": 0 } }");
    row("{\n\t\"a\": 1\n}\n", "", 1, "{\n\t\"a\": 1,\n\t\"n\": 0\n}\n");
    row("{\n\t\"a\": 1\n}\n", "", 0, "{\n\t\"n\": 0,\n\t\"a\": 1\n}\n");
    row("{\r\n  \"a\": {}\r\n}", "/a", 0, "{\r\n  \"a\": {\r\n    \"n\": 0\r\n  }\r\n}");
    row("{\n    \"a\": {\n        \"b\": []\n    }\n}", "/a/b", 0,
        "{\n    \"a\": {\n        \"b\": [\n            0\n        ]\n    }\n}");
    row("{\n \"a\": [1, 2],\n \"b\": [3]\n}", "/b", 1, "{\n \"a\": [1, 2],\n \"b\": [3, 0]\n}");
    row("{\n  \"a\": 1\n  , \"b\": 2\n}", "", 2, "{\n  \"a\": 1\n  , \"b\": 2\n  , \"n\": 0\n}");
}

void tst_JsonEdit::insert()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, container);
    QFETCH(int, place);
    const auto tree = JsonTree::parse(text);
    const int node = tree->find(container);
    const bool isObject = tree->node(node).kind == JsonTokenKind::ObjectBegin;
    const Edit edit = isObject ? insertJsonMember(*tree, node, place, "n", "0")
                               : insertJsonElement(*tree, node, place, "0");
    QVERIFY(edit);
    QTEST(edited(text, *edit), "result");
}

void tst_JsonEdit::remove_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *text, const char *pointer, const char *result) {
        QTest::addRow("%s of %s", pointer, text)
            << QByteArray(text) << QByteArray(pointer) << QByteArray(result);
    };
    row("{\"a\":1}", "/a", "{}");
    row("{ \"a\":1 }", "/a", "{}");
    row("{\n  \"a\": 1\n}", "/a", "{}");
    row("[1,2,3]", "/0", "[2,3]");
    row("[1,2,3]", "/1", "[1,3]");
    row("[1,2,3]", "/2", "[1,2]");
    row("[ 1 , 2 , 3 ]", "/0", "[ 2 , 3 ]");
    row("[ 1 , 2 , 3 ]", "/1", "[ 1 , 3 ]");
    row("[ 1 , 2 , 3 ]", "/2", "[ 1 , 2 ]");
    row("{\n  \"a\": 1,\n  \"b\": 2\n}", "/a", "{\n  \"b\": 2\n}");
    row("{\n  \"a\": 1,\n  \"b\": 2\n}", "/b", "{\n  \"a\": 1\n}");
    row("{\"a\":{\"b\":[{}]},\"c\":0}", "/a/b/0", "{\"a\":{\"b\":[]},\"c\":0}");
    row("{\"a\":1,\"a\":2}", "/a", "{\"a\":1}");
}

void tst_JsonEdit::remove()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    const auto tree = JsonTree::parse(text);
    const Edit edit = removeJsonValue(*tree, tree->find(pointer));
    QVERIFY(edit);
    QTEST(edited(text, *edit), "result");
}

void tst_JsonEdit::removeAt()
{
    const QByteArray text = "{\"a\":1,\"b\":2,\"\\u0061\":3}";
    QCOMPARE(edited(text, removeJsonAt(text, "/a").value()), QByteArray("{\"b\":2}"));
    QCOMPARE(edited("[[1],[2]]", removeJsonAt("[[1],[2]]", "/1").value()), QByteArray("[[1]]"));
    QVERIFY(!removeJsonAt(text, "/c"));
    QVERIFY(!removeJsonAt(text, ""));
    QVERIFY(!removeJsonAt("{", "/a"));
}

void tst_JsonEdit::rename_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *text, const QByteArray &name, const char *result) {
        QTest::addRow("%s to %s", text, name.constData()) << QByteArray(text) << name << QByteArray(result);
    };
    row("{\"a\" : 1}", "b", "{\"b\" : 1}");
    row("{\"a\" : 1}", "", "{\"\" : 1}");
    row("{\"\\u0061\" : 1}", "a", "{\"\\u0061\" : 1}");
    row("{\"a\":1}", "x\"y\n", "{\"x\\\"y\\n\":1}");
    row("{\"a\":1}", "\xC3\xA9", "{\"\xC3\xA9\":1}");
}

void tst_JsonEdit::rename()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    const auto tree = JsonTree::parse(text);
    const Edit edit = renameJsonMember(*tree, 1, name);
    QVERIFY(edit);
    QTEST(edited(text, *edit), "result");
}

void tst_JsonEdit::move_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<int>("place");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *text, const char *pointer, int place, const char *result) {
        QTest::addRow("%s of %s to %d", pointer, text, place)
            << QByteArray(text) << QByteArray(pointer) << place << QByteArray(result);
    };
    row("[1,2,3,4]", "/0", 2, "[2,3,1,4]");
    row("[1,2,3,4]", "/3", 0, "[4,1,2,3]");
    row("[1,2,3,4]", "/1", 1, "[1,2,3,4]");
    row("[ 1,  2 , 3]", "/0", 2, "[ 2,  3 , 1]");
    row("{\n  \"a\": 1,\n  \"b\": {\"x\": []}\n}", "/b", 0, "{\n  \"b\": {\"x\": []},\n  \"a\": 1\n}");
}

void tst_JsonEdit::move()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(int, place);
    const auto tree = JsonTree::parse(text);
    const Edit edit = moveJsonValue(*tree, tree->find(pointer), place);
    QVERIFY(edit);
    QTEST(edited(text, *edit), "result");
}

void tst_JsonEdit::moveTo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("place");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("result"); // empty: refused
    const auto row = [](const char *text, const char *pointer, const char *target, int place,
                        const QByteArray &name, const char *result) {
        QTest::addRow("%s of %s to %s %d", pointer, text, target, place)
            << QByteArray(text) << QByteArray(pointer) << QByteArray(target) << place << name
            << QByteArray(result);
    };
    row("{\"a\":{\"x\":1},\"b\":{}}", "/a/x", "/b", 0, {}, "{\"a\":{},\"b\":{\"x\":1}}");
    row("{\"a\":{\"x\":1},\"b\":{}}", "/a", "/b", 0, {}, "{\"b\":{\"a\":{\"x\":1}}}");
    row("{\"a\":{\"x\":1},\"b\":{}}", "/b", "/a", 0, {}, "{\"a\":{\"b\":{},\"x\":1}}");
    row("{\"a\":{\"x\":1},\"b\":[]}", "/a/x", "/b", 0, {}, "{\"a\":{},\"b\":[1]}");
    row("{\"a\":[1,2],\"b\":{}}", "/a/0", "/b", 0, "n", "{\"a\":[2],\"b\":{\"n\":1}}");
    row("{\"a\":[1,2],\"b\":{}}", "/a/0", "/b", 0, {}, "");
    row("{\"a\":{\"x\":{}}}", "/a", "/a/x", 0, {}, "");
    row("{\"a\":{\"x\":{}}}", "/a", "/a", 0, {}, "");
    row("{\"a\":{\"x\":1},\"b\":5}", "/a/x", "/b", 0, {}, "");
    row("{\"a\":{\"x\":1},\"b\":5}", "/a/x", "", 3, {}, "");
    row("{\"a\":{\"x\":1},\"b\":5}", "/a/x", "", 1, {}, "{\"a\":{},\"x\":1,\"b\":5}");
    row("[1,2,3]", "/0", "", 2, {}, "[2,3,1]");
}

void tst_JsonEdit::moveTo()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, target);
    QFETCH(int, place);
    QFETCH(QByteArray, name);
    const auto tree = JsonTree::parse(text);
    const Edit edit = moveJsonValueTo(*tree, tree->find(pointer), tree->find(target), place, name);
    QTEST(edit ? edited(text, *edit) : QByteArray(), "result");
}

void tst_JsonEdit::type_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<JsonType>("type");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *value, JsonType type, const char *result) {
        QTest::addRow("%s %d", value, int(type)) << QByteArray(value) << type << QByteArray(result);
    };
    using T = JsonType;
    row("1.10", T::String, "\"1.10\"");
    row("\"1.10\"", T::Number, "1.10");
    row("\" 5 \"", T::Number, "5");
    row("\"x\"", T::Number, "0");
    row("true", T::Number, "1");
    row("false", T::Number, "0");
    row("{}", T::Number, "0");
    row("1e400", T::Number, "1e400");
    row("0.0", T::Boolean, "false");
    row("2", T::Boolean, "true");
    row("\"\"", T::Boolean, "false");
    row("\"false\"", T::Boolean, "false");
    row("null", T::Boolean, "false");
    row("[]", T::Boolean, "true");
    row("false", T::Boolean, "false");
    row("5", T::Null, "null");
    row("null", T::Object, "{}");
    row("null", T::Array, "[]");
    row("5", T::Array, "[5]");
    row("{\"a\":1}", T::Array, "[{\"a\":1}]");
    row("5", T::Object, "{\"value\": 5}");
    row("[1]", T::Object, "{\"value\": [1]}");
    row("{\"a\":1}", T::String, "\"{\\\"a\\\":1}\"");
    row("\"{\\\"a\\\":1}\"", T::Object, "{\"a\":1}");
    row("\"[1]\"", T::Array, "[1]");
    row("\"[1\"", T::Array, "[\"[1\"]");
}

void tst_JsonEdit::type()
{
    QFETCH(QByteArray, value);
    QFETCH(JsonType, type);
    QFETCH(QByteArray, result);
    const QByteArray text = "{ \"x\" : " + value + " }";
    const auto tree = JsonTree::parse(text);
    const Edit edit = setJsonType(*tree, tree->find("/x"), type);
    QVERIFY(edit);
    QCOMPARE(edited(text, *edit), "{ \"x\" : " + result + " }");
}

void tst_JsonEdit::refused()
{
    const QByteArray text = "{\"a\":[1]}";
    const auto tree = JsonTree::parse(text);
    const int a = tree->find("/a");
    QVERIFY(!setJsonValue(*tree, a, "{"));
    QVERIFY(!setJsonValue(*tree, 99, "1"));
    QVERIFY(!setJsonValue(*tree, -1, "1"));
    QVERIFY(!insertJsonMember(*tree, a, 0, "x", "1"));
    QVERIFY(!insertJsonMember(*tree, 0, 2, "x", "1"));
    QVERIFY(!insertJsonMember(*tree, 0, -1, "x", "1"));
    QVERIFY(!insertJsonMember(*tree, 0, 0, "\xFF", "1"));
    QVERIFY(!insertJsonMember(*tree, 0, 0, "x", ""));
    QVERIFY(!insertJsonElement(*tree, 0, 0, "1"));
    QVERIFY(!insertJsonElement(*tree, a, 2, "1"));
    QVERIFY(!removeJsonValue(*tree, 0));
    QVERIFY(!renameJsonMember(*tree, tree->find("/a/0"), "x"));
    QVERIFY(!renameJsonMember(*tree, a, "\xC3"));
    QVERIFY(!moveJsonValue(*tree, a, 1));
    QVERIFY(!moveJsonValue(*tree, 0, 0));
    QVERIFY(!setJsonType(*tree, 7, JsonType::Null));
}

void tst_JsonEdit::duplicatesByPath()
{
    const QByteArray text = "{\"a\":{\"x\":1},\"a\":{\"x\":2,\"x\":3}}";
    const auto tree = JsonTree::parse(text);
    const auto change = [&](const std::vector<int> &path) {
        return edited(text, setJsonValue(*tree, tree->at(path), "9").value());
    };
    QCOMPARE(change({0, 0}), QByteArray("{\"a\":{\"x\":9},\"a\":{\"x\":2,\"x\":3}}"));
    QCOMPARE(change({1, 0}), QByteArray("{\"a\":{\"x\":1},\"a\":{\"x\":9,\"x\":3}}"));
    QCOMPARE(change({1, 1}), QByteArray("{\"a\":{\"x\":1},\"a\":{\"x\":2,\"x\":9}}"));
    QCOMPARE(tree->at({1, 2}), -1);
    QCOMPARE(tree->at({1, -1}), -1);
    QCOMPARE(tree->at({0, 0, 0}), -1);
}

void tst_JsonEdit::paths()
{
    int values = 0;
    for (quint32 seed = 0; seed < 200; ++seed) {
        const QByteArray text = JsonGenerator(seed).document();
        const auto tree = JsonTree::parse(text);
        for (int node = 0; node < tree->count(); ++node, ++values) {
            QCOMPARE(tree->at(tree->pathOf(node)), node);
            const QByteArray pointer = tree->pointerOf(node);
            QCOMPARE(pointer, jsonPointerAt(text, tree->node(node).offset));
            const auto range = findJsonPointer(text, pointer);
            const int found = tree->find(pointer);
            QCOMPARE(found >= 0, range.has_value());
            if (range)
                QCOMPARE((JsonRange{tree->node(found).offset, tree->node(found).length}), *range);
        }
    }
    QVERIFY(values > 1000);
}

void tst_JsonEdit::quoting()
{
    QCOMPARE(quotedJsonString(QByteArray("a\"\\/\b\f\n\r\t\x01\x1F\x7F\xC3\xA9\0", 15)),
             QByteArray("\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\xC3\xA9\\u0000\""));
    for (quint32 seed = 0; seed < 300; ++seed) {
        const QByteArray plain = unescapedJsonString(JsonGenerator(seed).string());
        QVERIFY(!validateJson(quotedJsonString(plain)));
        QCOMPARE(unescapedJsonString(quotedJsonString(plain)), plain);
    }
}

/// Each place of a special character within the eight bytes that are looked at together, in short texts and
/// in long ones (which are measured first), with nothing before and behind.
void tst_JsonEdit::quotingAtEachPlace()
{
    const QByteArray special("\"\\\n\x01\x1F \x7F\x80\xFF!#[]", 13);
    for (const qsizetype size : {1, 7, 8, 9, 16, 17, 4095, 4096, 4097, 5000}) {
        for (qsizetype place = 0; place < std::min<qsizetype>(size, 20); ++place) {
            for (const char c : special) {
                QByteArray text(size, 'x');
                text[size - 1 - place] = c;
                QByteArray expected("\"");
                for (const char each : std::as_const(text)) {
                    if (each == '"' || each == '\\')
                        expected += '\\';
                    if (each == '\n')
                        expected += "\\n";
                    else if (each == '\x01' || each == '\x1F')
                        expected += each == '\x01' ? "\\u0001" : "\\u001f";
                    else
                        expected += each;
                }
                expected += '"';
                QByteArray out("before");
                appendQuotedJsonString(out, text);
                QCOMPARE(out, "before" + expected);
            }
        }
    }
}

void tst_JsonEdit::trimming()
{
    const QByteArray text = "0123456789";
    QCOMPARE(trimmed(text, {2, 3, "2x4"}), (TextEdit{3, 1, "x"}));
    QCOMPARE(trimmed(text, {2, 3, "234"}), (TextEdit{5, 0, ""}));
    QCOMPARE(trimmed("aaa", {0, 3, "aa"}), (TextEdit{2, 1, ""}));
    QCOMPARE(joined(text, {{1, 1, "x"}, {4, 0, "y"}, {4, 2, "z"}}), (TextEdit{1, 5, "x23yz"}));
    QCOMPARE(edited(text, {{1, 1, "x"}, {4, 0, "y"}, {4, 2, "z"}}), QByteArray("0x23yz6789"));
    QVERIFY(joined(text, {}).isNothing());
}

/// One edit of each kind at a random place of generated documents: what was not meant keeps every byte.
void tst_JsonEdit::anyEditLeavesTheRest()
{
    int changes = 0;
    for (quint32 seed = 0; seed < 1500; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray some = "{\"a\" : " + generator.document() + ",\"b\":[" + generator.document() + "]}";
        const QByteArray text = seed % 3 == 0 ? formatJson(some).text : some;
        const auto tree = JsonTree::parse(text);
        const int node = generator.pick(tree->count());
        const int parent = tree->node(node).parent;
        const int place = parent < 0 ? 0 : tree->placeOf(node);
        const QByteArray value = generator.value(1);
        const int what = generator.pick(5);
        QList<QByteArray> expected;
        Edit edit;
        if (what == 0) {
            edit = setJsonValue(*tree, node, value);
            QCOMPARE(edited(text, *edit),
                     QByteArray(text).replace(tree->node(node).offset, tree->node(node).length, value));
            ++changes;
            continue;
        }
        const int container = what == 1 ? node : parent;
        if (container < 0 || !tree->node(container).isContainer())
            continue;
        expected = items(*tree, container);
        const bool isObject = tree->node(container).kind == JsonTokenKind::ObjectBegin;
        if (what == 1) {
            const int at = generator.pick(tree->childCount(container) + 1);
            edit = isObject ? insertJsonMember(*tree, container, at, "neu\n", value)
                            : insertJsonElement(*tree, container, at, value);
            QVERIFY(edit);
            const auto after = JsonTree::parse(edited(text, *edit));
            QVERIFY2(after, qPrintable(QStringLiteral("seed %1").arg(seed)));
            const QByteArray changed = edited(text, *edit);
            const auto again = JsonTree::parse(changed);
            QList<QByteArray> rest = items(*again, container);
            QCOMPARE(again->source(again->childAt(container, at)).toByteArray(), value);
            rest.removeAt(at);
            QCOMPARE(rest, expected);
            ++changes;
            continue;
        }
        if (what == 2) {
            edit = removeJsonValue(*tree, node);
            expected.removeAt(place);
        } else if (what == 3) {
            const int to = generator.pick(tree->childCount(container));
            edit = moveJsonValue(*tree, node, to);
            expected.move(place, to);
        } else if (isObject) {
            edit = renameJsonMember(*tree, node, "neu");
            const QByteArray changed = edited(text, edit.value());
            const auto again = JsonTree::parse(changed);
            QCOMPARE(again->name(node), QByteArrayView("\"neu\""));
            QCOMPARE(again->count(), tree->count());
            ++changes;
            continue;
        } else {
            continue;
        }
        QVERIFY(edit);
        const QByteArray changed = edited(text, *edit);
        const auto again = JsonTree::parse(changed);
        QVERIFY2(again, qPrintable(QStringLiteral("seed %1").arg(seed)));
        QCOMPARE(items(*again, container), expected);
        // In front of the container and behind it nothing has changed.
        const auto &before = tree->node(container);
        const auto &after = again->node(container);
        QCOMPARE(changed.first(after.offset), text.first(before.offset));
        QCOMPARE(changed.sliced(after.offset + after.length), text.sliced(before.offset + before.length));
        ++changes;
    }
    QVERIFY(changes > 700);
}

void tst_JsonEdit::anyEditCanBeTakenBack()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray text = generator.document();
        const auto tree = JsonTree::parse(text);
        const int node = generator.pick(tree->count());
        for (const Edit &edit :
             {setJsonValue(*tree, node, "[7]"), removeJsonValue(*tree, node),
              setJsonType(*tree, node, JsonType::String), renameJsonMember(*tree, node, "q")}) {
            if (edit)
                QCOMPARE(edited(edited(text, *edit), inverse(text, *edit)), text);
        }
    }
}

void tst_JsonEdit::deepNesting()
{
    constexpr int Depth = 10000;
    const auto nested = [](const QByteArray &leaf) {
        return QByteArray(QByteArray("{\"a\":[").repeated(Depth) + leaf + QByteArray("]}").repeated(Depth));
    };
    const QByteArray text = nested("7");
    const QByteArray pointer = QByteArray("/a/0").repeated(Depth);
    QCOMPARE(edited(text, setJsonAt(text, pointer, "8").value()), nested("8"));
    QCOMPARE(edited(text, removeJsonAt(text, pointer).value()), nested(""));
    const auto tree = JsonTree::parse(text);
    const int leaf = tree->find(pointer);
    QCOMPARE(edited(text, insertJsonElement(*tree, tree->node(leaf).parent, 1, "8").value()), nested("7,8"));
    QCOMPARE(edited(text, moveJsonValueTo(*tree, leaf, 0, 1, "b").value()),
             nested("").chopped(1) + ",\"b\":7}");
}

QTEST_GUILESS_MAIN(tst_JsonEdit)

#include "tst_jsonedit.moc"
