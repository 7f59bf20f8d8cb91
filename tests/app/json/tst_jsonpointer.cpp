// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QHash>
#include <QTest>

using namespace Studio;

class tst_JsonPointer : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void unescape_data();
    void unescape();
    void at_data();
    void at();
    void atInInvalidText();
    void find_data();
    void find();
    void pointerOfEachValueFindsIt();
    void deepNesting();
};

void tst_JsonPointer::unescape_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("\"a b\"") << QByteArray("a b");
    QTest::newRow("short") << QByteArray("\"\\b\\f\\n\\r\\t\\/\\\\\\\"\"") << QByteArray("\b\f\n\r\t/\\\"");
    QTest::newRow("bmp") << QByteArray("\"\\u00e9\\u20AC\\u0041\"")
                         << QByteArray("\xC3\xA9\xE2\x82\xAC"
                                       "A");
    QTest::newRow("pair") << QByteArray("\"\\ud83d\\ude00!\"") << QByteArray("\xF0\x9F\x98\x80!");
    QTest::newRow("lone high") << QByteArray("\"\\ud83dx\"") << QByteArray("\xEF\xBF\xBDx");
    QTest::newRow("lone low") << QByteArray("\"\\ude00\"") << QByteArray("\xEF\xBF\xBD");
    QTest::newRow("high twice") << QByteArray("\"\\ud83d\\ud83d\\ude00\"")
                                << QByteArray("\xEF\xBF\xBD\xF0\x9F\x98\x80");
    QTest::newRow("nul") << QByteArray("\"a\\u0000b\"") << QByteArray("a\0b", 3);
}

void tst_JsonPointer::unescape()
{
    QFETCH(QByteArray, token);
    QTEST(unescapedJsonString(token), "text");
}

void tst_JsonPointer::at_data()
{
    QTest::addColumn<QByteArray>("text"); // | marks the place
    QTest::addColumn<QByteArray>("pointer");
    const auto row = [](const char *text, const char *pointer) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(pointer);
    };
    row("|{\"a\":1}", "");
    row("{|\"a\":1}", "/a");
    row("{\"|a\":1}", "/a");
    row("{\"a\"|:1}", "/a");
    row("{\"a\":|1}", "/a");
    row("{\"a\": | 1}", "/a");
    row("{\"a\":1|}", "/a");
    row("{\"a\":1 | }", "");
    row("{\"a\":1}|", "");
    row("{ | \"a\":1}", "");
    row("{\"a\":1|,\"b\":2}", "/a");
    row("{\"a\":1,|\"b\":2}", "/b");
    row("{\"a\":1, | \"b\":2}", "");
    row("{\"a\":|[1,2]}", "/a");
    row("{\"a\":[|1,2]}", "/a/0");
    row("{\"a\":[1|,2]}", "/a/0");
    row("{\"a\":[1,|2]}", "/a/1");
    row("{\"a\":[1,2]|}", "/a");
    row("{\"a\":[ | ]}", "/a");
    row("{\"a\":[|]}", "/a");
    row("{\"a\":{|}}", "/a");
    row("[{},|{\"x\":true}]", "/1");
    row("[{},{\"x\":tr|ue}]", "/1/x");
    row("[[0],[1,[2|]]]", "/1/1/0");
    row("{\"a/b\":{\"~\":|1}}", "/a~1b/~0");
    row("{\"\\u00e9\":|1}", "/\xC3\xA9");
    row("{\"\":|1}", "/");
    row("1|2", "");
    row("|", "");
}

void tst_JsonPointer::at()
{
    QFETCH(QByteArray, text);
    const qsizetype offset = text.indexOf('|');
    text.remove(offset, 1);
    QTEST(jsonPointerAt(text, offset), "pointer");
}

void tst_JsonPointer::atInInvalidText()
{
    QCOMPARE(jsonPointerAt("{\"a\":[1,{\"b\":", 13), QByteArray("/a/1/b"));
    QCOMPARE(jsonPointerAt("{\"a\":[1,]}", 8), QByteArray("/a"));
    QCOMPARE(jsonPointerAt("{\"a\":x,\"b\":1}", 12), QByteArray("/a"));
}

void tst_JsonPointer::find_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value"); // empty: none
    const auto row = [](const char *text, const char *pointer, const char *value) {
        QTest::addRow("%s in %s", pointer, text)
            << QByteArray(text) << QByteArray(pointer) << QByteArray(value);
    };
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "", "{\"a\" : [1, {\"b\": 2.0}]}");
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "/a", "[1, {\"b\": 2.0}]");
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "/a/1", "{\"b\": 2.0}");
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "/a/1/b", "2.0");
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "/a/2", "");
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "/a/01", "");
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "/b", "");
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "a", "");
    row(" {\"a\" : [1, {\"b\": 2.0}]} ", "/a/1/b/0", "");
    row("{\"a\":1,\"a\":2}", "/a", "2");
    row("{\"a\":{\"b\":1},\"a\":{\"c\":2}}", "/a/b", "");
    row("{\"a\":{\"b\":1},\"a\":{\"b\":2}}", "/a/b", "2");
    row("{\"x\":{\"a\":1},\"a\":{\"x\":{\"a\":2}}}", "/a/x/a", "2");
    row("{\"a/b\":1,\"~1\":2,\"\":3}", "/a~1b", "1");
    row("{\"a/b\":1,\"~1\":2,\"\":3}", "/~01", "2");
    row("{\"a/b\":1,\"~1\":2,\"\":3}", "/", "3");
    row("5", "", "5");
    row("[1,]", "/0", "");
}

void tst_JsonPointer::find()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    const auto range = findJsonPointer(text, pointer);
    QCOMPARE(range.has_value(), !value.isEmpty());
    if (range)
        QCOMPARE(text.sliced(range->offset, range->length), value);
}

void tst_JsonPointer::pointerOfEachValueFindsIt()
{
    int values = 0;
    for (quint32 seed = 0; seed < 300; ++seed) {
        const QByteArray text = JsonGenerator(seed).document();
        const auto tree = JsonTree::parse(text);
        QVERIFY(tree);
        QList<int> waiting{JsonTree::Root};
        while (!waiting.isEmpty()) {
            const int index = waiting.takeLast();
            const auto &node = tree->node(index);
            const QByteArray pointer = jsonPointerAt(text, node.offset);
            QCOMPARE(findJsonPointer(text, pointer), (JsonRange{node.offset, node.length}));
            ++values;
            // Where names repeat, a pointer means one of them only: those are left out here.
            QHash<QByteArray, int> names;
            for (const int child : tree->children(index))
                ++names[unescapedJsonString(tree->name(child))];
            const bool isArray = node.kind == JsonTokenKind::ArrayBegin;
            for (const int child : tree->children(index)) {
                if (isArray || names.value(unescapedJsonString(tree->name(child))) == 1)
                    waiting.append(child);
            }
        }
    }
    QVERIFY(values > 1000);
}

void tst_JsonPointer::deepNesting()
{
    constexpr int Depth = 20000;
    const QByteArray text = QByteArray("{\"a\":[").repeated(Depth) + '7' + QByteArray("]}").repeated(Depth);
    const QByteArray pointer = jsonPointerAt(text, text.indexOf('7'));
    QCOMPARE(pointer, QByteArray("/a/0").repeated(Depth));
    const auto found = findJsonPointer(text, pointer);
    QVERIFY(found);
    QCOMPARE(text.sliced(found->offset, found->length), QByteArray("7"));
}

QTEST_GUILESS_MAIN(tst_JsonPointer)

#include "tst_jsonpointer.moc"
