// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsondiff.h"
#include "json/jsonformat.h"
#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;

namespace QTest
{
template <>
char *toString(const JsonChange &change)
{
    return qstrdup(QByteArray(change.pointer + " " + change.before + " -> " + change.after).constData());
}
} // namespace QTest

class tst_JsonDiff : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void table_data();
    void table();
    void isBounded();
    void spaceIsNoDifference();
    void oneChangedScalarIsFound();
    void bothSidesMirrorEachOther();
    void deepNesting();
};

void tst_JsonDiff::table_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QList<JsonChange>>("changes");
    const auto row = [](const char *before, const char *after, const QList<JsonChange> &changes) {
        QTest::addRow("%s -> %s", before, after) << QByteArray(before) << QByteArray(after) << changes;
    };
    row("{\"a\":1}", "{\"a\":1}", {});
    row("{\"a\":1}", "{ \"a\" : 1 }", {});
    row("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", {});
    row("{\"a\":1}", "{\"a\":2}", {{"/a", "1", "2"}});
    row("{\"a\":1.0}", "{\"a\":1.00}", {{"/a", "1.0", "1.00"}});
    row("{\"a\":1}", "{\"a\":1,\"b\":[ 2 ]}", {{"/b", "", "[ 2 ]"}});
    row("{\"a\":1,\"b\":2}", "{\"b\":2}", {{"/a", "1", ""}});
    row("{\"a\":1}", "{\"b\":1}", {{"/a", "1", ""}, {"/b", "", "1"}});
    row("{\"a\":{\"b\":{\"c\":1,\"d\":2}}}", "{\"a\":{\"b\":{\"c\":1,\"d\":3}}}", {{"/a/b/d", "2", "3"}});
    row("{\"a\":{}}", "{\"a\":[]}", {{"/a", "{}", "[]"}});
    row("{\"a\":\"x\"}", "{\"a\":null}", {{"/a", "\"x\"", "null"}});
    row("[1,2,3]", "[1,5,3]", {{"/1", "2", "5"}});
    row("[1,2,3]", "[1,2,3,4]", {{"/3", "", "4"}});
    row("[1,2,3]", "[0,1,2,3]", {{"/0", "", "0"}});
    row("[1,2,3]", "[1,3]", {{"/1", "2", ""}});
    row("[1,2,3,4]", "[1,9,4]", {{"/1", "2", "9"}, {"/2", "3", ""}});
    row("[{\"a\":1},{\"a\":2}]", "[{\"a\":1},{\"a\":3}]", {{"/1/a", "2", "3"}});
    // Elements by what names them, not by their place.
    row("[{\"id\":1,\"n\":1},{\"id\":2,\"n\":2}]",
        "[{\"id\":0,\"n\":0},{\"id\":1,\"n\":7},{\"id\":2,\"n\":8}]",
        {{"/0", "", "{\"id\":0,\"n\":0}"}, {"/1/n", "1", "7"}, {"/2/n", "2", "8"}});
    row("[{\"name\":\"a\",\"n\":1},{\"name\":\"b\",\"n\":2}]", "[{\"name\":\"b\",\"n\":3}]",
        {{"/0", "{\"name\":\"a\",\"n\":1}", ""}, {"/0/n", "2", "3"}});
    // Moved: gone here and new there.
    row("[{\"id\":1},{\"id\":2},{\"id\":3}]", "[{\"id\":2},{\"id\":3},{\"id\":1}]",
        {{"/0", "{\"id\":1}", ""}, {"/2", "", "{\"id\":1}"}});
    // Two with one id name nothing.
    row("[{\"id\":1,\"n\":1},{\"id\":1,\"n\":2}]", "[{\"id\":1,\"n\":1},{\"id\":1,\"n\":3}]",
        {{"/1/n", "2", "3"}});
    // Without names by likeness.
    row("[{\"a\":1,\"b\":2,\"c\":3},{\"a\":5,\"b\":6,\"c\":7}]",
        "[{\"a\":0,\"b\":0,\"c\":0},{\"a\":1,\"b\":2,\"c\":4},{\"a\":5,\"b\":6,\"c\":8}]",
        {{"/0", "", "{\"a\":0,\"b\":0,\"c\":0}"}, {"/1/c", "3", "4"}, {"/2/c", "7", "8"}});
    // Another name, but the same otherwise.
    row("[{\"id\":1,\"n\":1,\"m\":1},{\"id\":2,\"n\":2,\"m\":2}]",
        "[{\"id\":9,\"n\":1,\"m\":1},{\"id\":2,\"n\":2,\"m\":3}]", {{"/0/id", "1", "9"}, {"/1/m", "2", "3"}});
    row("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":3}", {{"/a", "2", "3"}});
    row("{\"a\":1,\"a\":2,\"b\":0}", "{\"b\":0,\"a\":1}", {{"/a", "2", ""}});
    row("{\"a/b~\":1}", "{\"a/b~\":2}", {{"/a~1b~0", "1", "2"}});
    row("{\"\\u00e9\":1}", "{\"\xC3\xA9\":1}", {});
    row("1", "2", {{"", "1", "2"}});
    row("{}", "[]", {{"", "{}", "[]"}});
    row("text", "{}", {{"", "text", "{}"}});
    row("text", "text", {});
    row("{}", "", {{"", "{}", ""}});
    row("{\"status\":\"packed\",\"total\":94.20}",
        "{\"status\":\"shipped\",\"shippedAt\":\"14:22:07\",\"total\":94.20}",
        {{"/status", "\"packed\"", "\"shipped\""}, {"/shippedAt", "", "\"14:22:07\""}});
}

void tst_JsonDiff::table()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTEST(jsonChanges(before, after, 100), "changes");
}

void tst_JsonDiff::isBounded()
{
    const QByteArray before = "[1,2,3,4,5,6]";
    const QByteArray after = "[7,8,9,10,11,12]";
    QCOMPARE(jsonChanges(before, after, 100).size(), 6);
    QCOMPARE(jsonChanges(before, after, 2), (QList<JsonChange>{{"/0", "1", "7"}, {"/1", "2", "8"}}));
    QVERIFY(jsonChanges(before, after, 0).isEmpty());
}

void tst_JsonDiff::spaceIsNoDifference()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const QByteArray text = JsonGenerator(seed).document();
        QVERIFY(jsonChanges(text, text, 10).isEmpty());
        QVERIFY(jsonChanges(text, formatJson(text).text, 10).isEmpty());
        QVERIFY(jsonChanges(compactJson(text).text, text, 10).isEmpty());
    }
}

void tst_JsonDiff::oneChangedScalarIsFound()
{
    int compared = 0;
    for (quint32 seed = 0; seed < 300; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray before = generator.document();
        const auto tree = JsonTree::parse(before);
        QVERIFY(tree);
        int index = JsonTree::Root;
        while (tree->node(index).childCount > 0) {
            const auto children = tree->children(index);
            index = children[size_t(generator.pick(qsizetype(children.size())))];
        }
        const auto &node = tree->node(index);
        const QByteArray changed = "\"changed to this\"";
        QByteArray after = before;
        after.replace(node.offset, node.length, changed);
        const QByteArray pointer = jsonPointerAt(before, node.offset);
        const QList<JsonChange> expected{{pointer, before.sliced(node.offset, node.length), changed}};
        QCOMPARE(jsonChanges(before, after, 10), expected);
        ++compared;
    }
    QCOMPARE(compared, 300);
}

void tst_JsonDiff::bothSidesMirrorEachOther()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray before = generator.document();
        const QByteArray after = generator.document();
        const auto there = jsonChanges(before, after, 100000);
        const auto back = jsonChanges(after, before, 100000);
        QCOMPARE(there.isEmpty(), back.isEmpty());
        QCOMPARE(there.size(), back.size());
    }
}

void tst_JsonDiff::deepNesting()
{
    constexpr int Depth = 10000;
    const auto nested = [](char leaf) {
        return QByteArray(QByteArray("{\"a\":[").repeated(Depth) + leaf + QByteArray("]}").repeated(Depth));
    };
    const QList<JsonChange> changes = jsonChanges(nested('1'), nested('2'), 10);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().pointer, QByteArray("/a/0").repeated(Depth));
    QCOMPARE(changes.first().before, QByteArray("1"));
    QVERIFY(jsonChanges(nested('1'), nested('1'), 10).isEmpty());
}

QTEST_GUILESS_MAIN(tst_JsonDiff)

#include "tst_jsondiff.moc"
