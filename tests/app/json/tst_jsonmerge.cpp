// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonmerge.h"

#include "json/jsondiff.h"
#include "json/jsonscanner.h"
#include "json/jsontree.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;

namespace QTest
{
template <>
char *toString(const JsonMergeConflict &conflict)
{
    return qstrdup(
        QByteArray(conflict.pointer + ' ' + conflict.base + " | " + conflict.mine + " | " + conflict.theirs)
            .constData());
}
} // namespace QTest

class tst_JsonMerge : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void clean_data();
    void clean();
    void conflicts_data();
    void conflicts();
    void bytesOfMineStay();
    void oneSideOnly();
    void separateChangesAreBothKept();
    void noEditIsLost();
    void deepNesting();
};

void tst_JsonMerge::clean_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("merged");
    const auto row = [](const char *base, const char *mine, const char *theirs, const char *merged) {
        QTest::addRow("%s %s %s", base, mine, theirs)
            << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << QByteArray(merged);
    };
    row("{\"a\":1,\"b\":2}", "{\"a\":5,\"b\":2}", "{\"a\":1,\"b\":6}", "{\"a\":5,\"b\":6}");
    row("{\"a\":1}", "{\"a\":1,\"b\":2}", "{\"a\":1,\"c\":3}", "{\"a\":1,\"b\":2,\"c\":3}");
    row("{\"a\":1,\"b\":2,\"c\":3}", "{\"b\":2,\"c\":3}", "{\"a\":1,\"b\":2}", "{\"b\":2}");
    row("{\"a\":1,\"b\":2}", "{\"b\":2}", "{\"b\":2}", "{\"b\":2}");
    row("{\"a\":1}", "{\"a\":2}", "{\"a\":2}", "{\"a\":2}");
    row("{\"a\":1}", "{\"a\":1,\"n\":[1]}", "{\"a\":1,\"n\":[ 1 ]}", "{\"a\":1,\"n\":[1]}");
    row("{\"a\":{\"x\":1,\"y\":1}}", "{\"a\":{\"x\":2,\"y\":1}}", "{\"a\":{\"x\":1,\"y\":2}}",
        "{\"a\":{\"x\":2,\"y\":2}}");
    row("{}", "{\"a\":{\"x\":1}}", "{\"a\":{\"y\":2}}", "{\"a\":{\"x\":1,\"y\":2}}");
    row("{\"a\":5}", "{\"a\":{\"x\":1}}", "{\"a\":{\"y\":2}}", "{\"a\":{\"x\":1,\"y\":2}}");
    row("{\"a\":[1,2]}", "{\"a\":[1,2,3]}", "{\"a\":[1,2],\"b\":0}", "{\"a\":[1,2,3],\"b\":0}");
    row("{\"a\":1,\"b\":2}", "{ \"a\" : 1,\"b\":2}", "{\"b\":2,\"a\":1}", "{ \"a\" : 1,\"b\":2}");
    row("5", "6", "5", "6");
    row("5", "5", "[1]", "[1]");
    row("text", "text", "other", "other");
    row("text", "own", "text", "own");
    row("text", "{}", "{}", "{}");
}

void tst_JsonMerge::clean()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    const JsonMergeResult result = mergeJson(base, mine, theirs);
    QCOMPARE(result.conflicts, QList<JsonMergeConflict>());
    QTEST(result.text, "merged");
}

void tst_JsonMerge::conflicts_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QList<JsonMergeConflict>>("conflicts");
    QTest::addColumn<QByteArray>("withMine");
    QTest::addColumn<QByteArray>("withTheirs");
    const auto row = [](const char *base, const char *mine, const char *theirs,
                        const QList<JsonMergeConflict> &conflicts, const char *withMine,
                        const char *withTheirs) {
        QTest::addRow("%s %s %s", base, mine, theirs)
            << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << conflicts << QByteArray(withMine)
            << QByteArray(withTheirs);
    };
    row("{\"a\":1}", "{\"a\":2}", "{\"a\":3}", {{"/a", "1", "2", "3"}}, "{\"a\":2}", "{\"a\":3}");
    row("{\"a\":1}", "{\"a\":1.0}", "{\"a\":1.00}", {{"/a", "1", "1.0", "1.00"}}, "{\"a\":1.0}",
        "{\"a\":1.00}");
    row("{\"a\":1}", "{}", "{\"a\":3}", {{"/a", "1", "", "3"}}, "{}", "{\"a\":3}");
    row("{\"a\":1}", "{\"a\":2}", "{}", {{"/a", "1", "2", ""}}, "{\"a\":2}", "{}");
    row("{}", "{\"a\":2}", "{\"a\":3}", {{"/a", "", "2", "3"}}, "{\"a\":2}", "{\"a\":3}");
    row("{\"a\":[1]}", "{\"a\":[1,2]}", "{\"a\":[0,1]}", {{"/a", "[1]", "[1,2]", "[0,1]"}}, "{\"a\":[1,2]}",
        "{\"a\":[0,1]}");
    row("{\"a\":{\"x\":1}}", "{\"a\":{\"x\":2}}", "{\"a\":5,\"b\":1}",
        {{"/a", "{\"x\":1}", "{\"x\":2}", "5"}}, "{\"a\":{\"x\":2},\"b\":1}", "{\"a\":5,\"b\":1}");
    row("{\"a\":{\"x\":1,\"y\":1},\"b\":1}", "{\"a\":{\"x\":2,\"y\":2},\"b\":2}",
        "{\"a\":{\"x\":3,\"y\":1},\"b\":3}", {{"/a/x", "1", "2", "3"}, {"/b", "1", "2", "3"}},
        "{\"a\":{\"x\":2,\"y\":2},\"b\":2}", "{\"a\":{\"x\":3,\"y\":2},\"b\":3}");
    row("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":3}", "{\"a\":0,\"a\":2}",
        {{"", "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":3}", "{\"a\":0,\"a\":2}"}}, "{\"a\":1,\"a\":3}",
        "{\"a\":0,\"a\":2}");
    row("1", "2", "3", {{"", "1", "2", "3"}}, "2", "3");
    row("text", "{}", "x", {{"", "text", "{}", "x"}}, "{}", "x");
}

void tst_JsonMerge::conflicts()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QList<JsonMergeConflict>, conflicts);
    const JsonMergeResult result = mergeJson(base, mine, theirs);
    QCOMPARE(result.conflicts, conflicts);
    QVERIFY(!result.isClean());
    QTEST(result.text, "withMine");
    QSet<QByteArray> pointers;
    for (const JsonMergeConflict &conflict : conflicts)
        pointers.insert(conflict.pointer);
    const JsonMergeResult settled = mergeJson(base, mine, theirs, pointers);
    QCOMPARE(settled.conflicts, conflicts);
    QTEST(settled.text, "withTheirs");
}

void tst_JsonMerge::bytesOfMineStay()
{
    const QByteArray base = "{\"a\":1,\"b\":{\"c\":2},\"z\":0}";
    const QByteArray mine = "{\n\t\"z\" : 0e0 ,\n\t\"b\": { \"c\" : 2 },\n\t\"a\": 1\n}\n";
    const QByteArray theirs = "{\"a\":10,\"b\":{\"c\":2,\"d\":[ 3 ]},\"z\":0}";
    QCOMPARE(mergeJson(base, mine, theirs).text,
             QByteArray("{\n\t\"z\" : 0e0 ,\n\t\"b\": { \"c\" : 2, \"d\" : [ 3 ] },\n\t\"a\": 10\n}\n"));
}

void tst_JsonMerge::oneSideOnly()
{
    for (quint32 seed = 0; seed < 400; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray base = generator.document();
        const QByteArray other = generator.document();
        const JsonMergeResult own = mergeJson(base, other, base);
        QVERIFY(own.isClean());
        QCOMPARE(own.text, other);
        const JsonMergeResult foreign = mergeJson(base, base, other);
        QVERIFY(foreign.isClean());
        QVERIFY(jsonChanges(foreign.text, other, 1).isEmpty());
        const JsonMergeResult same = mergeJson(base, other, other);
        QVERIFY(same.isClean());
        QCOMPARE(same.text, other);
    }
}

/// Each side changes members of its own: all changes are there, and it does not matter whose side is which.
void tst_JsonMerge::separateChangesAreBothKept()
{
    const auto document = [](const QList<QByteArray> &values) {
        QByteArray text = "{\"deep\":{";
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (i == 8)
                text += text.endsWith('{') ? "}," : "},";
            if (!values[i].isEmpty())
                text += (text.endsWith('{') || i == 8 || text.endsWith(',') ? "\"m" : ",\"m")
                      + QByteArray::number(i) + "\":" + values[i];
        }
        return QByteArray(text + '}');
    };
    for (quint32 seed = 0; seed < 500; ++seed) {
        JsonGenerator generator(seed);
        QList<QByteArray> base;
        for (int i = 0; i < 16; ++i)
            base.append(generator.pick(4) == 0 && i != 8 ? QByteArray() : generator.value(2));
        QList<QByteArray> mine = base;
        QList<QByteArray> theirs = base;
        QList<QByteArray> both = base;
        for (int i = 0; i < 16; ++i) {
            const QByteArray value = generator.pick(4) == 0 && i != 8 ? QByteArray() : generator.value(2);
            const int who = generator.pick(4);
            if (who == 0)
                mine[i] = both[i] = value;
            else if (who == 1)
                theirs[i] = both[i] = value;
        }
        const JsonMergeResult there = mergeJson(document(base), document(mine), document(theirs));
        const JsonMergeResult back = mergeJson(document(base), document(theirs), document(mine));
        const auto message = qPrintable(QStringLiteral("seed %1").arg(seed));
        QVERIFY2(there.isClean() && back.isClean(), message);
        QVERIFY2(jsonChanges(there.text, document(both), 1).isEmpty(), message);
        QVERIFY2(jsonChanges(back.text, document(both), 1).isEmpty(), message);
    }
}

/// Whatever the three are: each value of the result comes from one of the sides, and what the result lacks of
/// theirs is a conflict or a change of mine.
void tst_JsonMerge::noEditIsLost()
{
    int clean = 0;
    int conflicted = 0;
    for (quint32 seed = 0; seed < 600; ++seed) {
        JsonGenerator generator(seed);
        // Each side changes about a fifth of all members.
        QHash<QByteArray, QByteArray> common;
        const auto member = [&](const QByteArray &name) {
            if (!common.contains(name) || generator.pick(5) == 0) {
                const QByteArray value = generator.pick(4) == 0 ? QByteArray() : generator.value(1);
                if (common.contains(name))
                    return value;
                common.insert(name, value);
            }
            return common.value(name);
        };
        const auto document = [&] {
            const QByteArray inner = member("p");
            QByteArray text = "{\"o\":{\"p\":" + (inner.isEmpty() ? QByteArray("0") : inner) + '}';
            for (const char *name : {"a", "b", "c", "d", "e", "f"}) {
                const QByteArray value = member(name);
                if (!value.isEmpty())
                    text += ",\"" + QByteArray(name) + "\":" + value;
            }
            return QByteArray(text + '}');
        };
        const QByteArray base = document();
        const QByteArray mine = document();
        const QByteArray theirs = document();
        const JsonMergeResult result = mergeJson(base, mine, theirs);
        const JsonMergeResult back = mergeJson(base, theirs, mine);
        const auto message = qPrintable(QStringLiteral("seed %1").arg(seed));
        QVERIFY2(!validateJson(result.text), message);
        QCOMPARE(result.conflicts.size(), back.conflicts.size());
        if (result.isClean()) {
            ++clean;
            QVERIFY2(jsonChanges(result.text, back.text, 1).isEmpty(), message);
        } else {
            ++conflicted;
            QSet<QByteArray> pointers;
            for (const JsonMergeConflict &conflict : result.conflicts)
                pointers.insert(conflict.pointer);
            // Their side of every conflict here is my side over there.
            QVERIFY2(jsonChanges(mergeJson(base, mine, theirs, pointers).text, back.text, 1).isEmpty(),
                     message);
        }
    }
    QVERIFY(clean > 50 && conflicted > 50);
}

void tst_JsonMerge::deepNesting()
{
    constexpr int Depth = 10000;
    const auto nested = [](const QByteArray &leaf) {
        return QByteArray(QByteArray("{\"a\":").repeated(Depth) + leaf + QByteArray("}").repeated(Depth));
    };
    const JsonMergeResult clean =
        mergeJson(nested("{\"x\":1,\"y\":1}"), nested("{\"x\":2,\"y\":1}"), nested("{\"x\":1,\"y\":2}"));
    QVERIFY(clean.isClean());
    QCOMPARE(clean.text, nested("{\"x\":2,\"y\":2}"));
    const JsonMergeResult conflict = mergeJson(nested("1"), nested("2"), nested("3"));
    QCOMPARE(conflict.conflicts.size(), 1);
    QCOMPARE(conflict.conflicts.first().pointer, QByteArray("/a").repeated(Depth));
}

QTEST_GUILESS_MAIN(tst_JsonMerge)

#include "tst_jsonmerge.moc"
