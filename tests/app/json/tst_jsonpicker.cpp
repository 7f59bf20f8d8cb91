// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonpicker.h"
#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;

class tst_JsonPicker : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void tokens();
    void pick_data();
    void pick();
    void sameAsOneByOne();
    void hopelessIsNeverWrong();
    void deepNesting();
    void withoutPointers();
};

void tst_JsonPicker::tokens()
{
    using Tokens = QList<QByteArray>;
    QCOMPARE(jsonPointerTokens("").value(), Tokens());
    QCOMPARE(jsonPointerTokens("/").value(), Tokens{""});
    QCOMPARE(jsonPointerTokens("/a//b").value(), (Tokens{"a", "", "b"}));
    QCOMPARE(jsonPointerTokens("/a~1b/~0/~01").value(), (Tokens{"a/b", "~", "~1"}));
    QVERIFY(!jsonPointerTokens("a"));
}

void tst_JsonPicker::pick_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("pointers");
    QTest::addColumn<QList<QByteArray>>("found"); // empty: none
    const auto row = [](const char *text, const QList<QByteArray> &pointers, const QList<QByteArray> &found) {
        QTest::addRow("%s in %s", pointers.join(' ').constData(), text)
            << QByteArray(text) << pointers << found;
    };
    row("{\"a\":1,\"b\":[2,3.0]}", {"/b/1", "/a", "", "/c"}, {"3.0", "1", "{\"a\":1,\"b\":[2,3.0]}", ""});
    row("{\"a\":{\"b\":{\"c\":1}}}", {"/a/b/c", "/a/b", "/a"}, {"1", "{\"c\":1}", "{\"b\":{\"c\":1}}"});
    row("{\"a\":1}", {"/a", "/a", "a", "/a/"}, {"1", "1", "", ""});
    row("{\"a\":1,\"a\":2}", {"/a"}, {"2"});
    row("{\"a\":{\"b\":1},\"a\":{\"c\":2}}", {"/a/b", "/a/c"}, {"", "2"});
    row("{\"a\":{\"b\":1,\"c\":3},\"a\":4}", {"/a/b", "/a/c", "/a"}, {"", "", "4"});
    row("{\"a\":{\"b\":1},\"x\":{\"b\":2},\"a\":[7]}", {"/a/0", "/x/b"}, {"7", "2"});
    row("[[1,2],[3,4]]", {"/1/0", "/0/1", "/2", "/01"}, {"3", "2", "", ""});
    row("[{\"a\":1},{\"a\":2}]", {"/0/a", "/1/a", "/-"}, {"1", "2", ""});
    row("{\"\\u00e9\":1,\"a\\/b\":2}", {"/\xC3\xA9", "/a~1b"}, {"1", "2"});
    row("{\"0\":{\"1\":5}}", {"/0/1"}, {"5"});
    row("{\"\":{\"\":5}}", {"/", "//"}, {"{\"\":5}", "5"});
    row(" 5 ", {"", "/a"}, {"5", ""});
    row("{\"a\":1,}", {"/a", ""}, {"", ""});
    row("", {"", "/a"}, {"", ""});
    row("text", {""}, {""});
}

void tst_JsonPicker::pick()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, pointers);
    QFETCH(QList<QByteArray>, found);
    const JsonPicker picker(pointers);
    std::vector<JsonPick> picks(3, {JsonTokenKind::Null, 1, 2}); // what was in it is gone
    QCOMPARE(picker.pick(text, picks), !validateJson(text));
    QCOMPARE(qsizetype(picks.size()), pointers.size());
    for (qsizetype i = 0; i < pointers.size(); ++i) {
        const JsonPick &pick = picks[size_t(i)];
        QCOMPARE(pick.isFound() ? pick.in(text).toByteArray() : QByteArray(), found[i]);
    }
}

void tst_JsonPicker::sameAsOneByOne()
{
    int values = 0;
    for (quint32 seed = 0; seed < 400; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray text = generator.document();
        const auto tree = JsonTree::parse(text);
        QVERIFY(tree);
        QList<QByteArray> pointers{"/nothing", "/a/0", ""};
        QList<int> waiting{JsonTree::Root};
        while (!waiting.isEmpty()) {
            const int index = waiting.takeLast();
            if (generator.pick(2) == 0)
                pointers.append(jsonPointerAt(text, tree->node(index).offset));
            for (const int child : tree->children(index))
                waiting.append(child);
        }
        std::vector<JsonPick> picks;
        QVERIFY(JsonPicker(pointers).pick(text, picks));
        for (qsizetype i = 0; i < pointers.size(); ++i) {
            const auto expected = findJsonPointer(text, pointers[i]);
            const JsonPick &pick = picks[size_t(i)];
            QCOMPARE(pick.isFound(), expected.has_value());
            if (expected)
                QCOMPARE((JsonRange{pick.offset, pick.length}), *expected);
            ++values;
        }
    }
    QVERIFY(values > 2000);
}

void tst_JsonPicker::hopelessIsNeverWrong()
{
    int hopeless = 0;
    for (quint32 seed = 0; seed < 400; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray text = generator.document();
        for (const QByteArray pointer : {"/a", "/ /x", "/\xC3\xA9", "/~0", "/0", "/zz", "/a~1b", "/:"}) {
            const JsonPicker picker({pointer});
            std::vector<JsonPick> picks;
            QVERIFY(picker.pick(text, picks));
            if (picker.isHopeless(text)) {
                ++hopeless;
                QVERIFY(!picks.front().isFound());
            }
        }
    }
    QVERIFY(hopeless > 100);
    QVERIFY(JsonPicker({"/price"}).isHopeless("{\"name\":\"x\"}"));
    QVERIFY(!JsonPicker({"/price", "/name"}).isHopeless("{\"name\":\"x\"}"));
}

void tst_JsonPicker::deepNesting()
{
    constexpr int Depth = 20000;
    const QByteArray text = QByteArray("{\"a\":[").repeated(Depth) + '7' + QByteArray("]}").repeated(Depth);
    std::vector<JsonPick> picks;
    QVERIFY(JsonPicker({QByteArray("/a/0").repeated(Depth), "/a/0/a"}).pick(text, picks));
    QCOMPARE(picks[0].in(text).toByteArray(), QByteArray("7"));
    QCOMPARE(picks[1].length, text.size() - 14);
}

void tst_JsonPicker::withoutPointers()
{
    std::vector<JsonPick> picks(2);
    QVERIFY(JsonPicker().pick("[1]", picks));
    QVERIFY(picks.empty());
    QVERIFY(!JsonPicker().pick("[1", picks));
}

QTEST_GUILESS_MAIN(tst_JsonPicker)

#include "tst_jsonpicker.moc"
