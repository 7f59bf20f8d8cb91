// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonmergepatch.h"

#include "json/jsondiff.h"
#include "json/jsonformat.h"
#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

using namespace Studio;
using Kind = MergePatchIssue::Kind;

class tst_JsonMergePatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void apply_data();
    void apply();
    void applyRefusesWhatIsNoJson();
    void objects_data();
    void objects();
    void difference_data();
    void difference();
    void issues_data();
    void issues();
    void issuesAreBounded();
    void generatedPairs();
    void generatedEdits();
    void patchIsMinimal();
    void manyDuplicatesStayQuick();
    void deepNesting();
};

void tst_JsonMergePatch::apply_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *target, const char *patch, const char *result) {
        QTest::addRow("%s + %s", target, patch)
            << QByteArray(target) << QByteArray(patch) << QByteArray(result);
    };
    // RFC 7396, appendix A; texts of the results written as the target is.
    row("{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}");
    row("{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}");
    row("{\"a\":\"b\"}", "{\"a\":null}", "{}");
    row("{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}");
    row("{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}");
    row("{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}");
    row("{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", "{\"a\":{\"b\":\"d\"}}");
    row("{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}");
    row("[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]");
    row("{\"a\":\"b\"}", "[\"c\"]", "[\"c\"]");
    row("{\"a\":\"foo\"}", "null", "null");
    row("{\"a\":\"foo\"}", "\"bar\"", "\"bar\"");
    row("{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1}");
    row("[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}");
    row("{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}");
    // Bytes that nobody named stay.
    row("{ \"a\" : 1.0 ,\n \"b\":[ 1 ] }", "{\"a\":2}", "{ \"a\" : 2 ,\n \"b\":[ 1 ] }");
    row("{\n  \"a\": 1,\n  \"b\": 2\n}", "{\"c\":3,\"a\":null}", "{\n  \"b\": 2,\n  \"c\": 3\n}");
    row("{\n  \"a\": 1,\n  \"b\": 2\n}", "{\"c\":3,\"b\":null}", "{\n  \"a\": 1,\n  \"c\": 3\n}");
    row("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}", "{\"b\":null,\"c\":null}", "{\"a\":1,\"d\":4}");
    row("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}", "{\"a\":null,\"c\":null,\"d\":null,\"e\":5}",
        "{\"b\":2,\"e\":5}");
    row("{ \"a\": 1 }", "{\"a\":null,\"b\":2}", "{ \"b\": 2 }");
    row("{\"a\":1}", "{\"b\":1,\"c\":2}", "{\"a\":1,\"b\":1,\"c\":2}");
    row("{\"a\":1}", "{\"x\":null}", "{\"a\":1}");
    row("{\"a\":1,\"a\":2,\"b\":3}", "{\"a\":null}", "{\"b\":3}");
    row("{\"a\":1,\"a\":2}", "{\"a\":3}", "{\"a\":1,\"a\":3}");
    row("{\"a\":1}", "{\"b\":1,\"b\":2}", "{\"a\":1,\"b\":2}");
    row("{\"a\":1}", "{\"b\":1,\"b\":null}", "{\"a\":1}");
    row("{\"\\u0061\":1}", "{\"a\":2}", "{\"\\u0061\":2}");
    row("{}", "{\"a\":[null,{\"b\":null}]}", "{\"a\":[null,{\"b\":null}]}");
    row("{\"a\":5}", "{\"a\":{\"b\":null,\"c\":1}}", "{\"a\":{\"c\":1}}");
    row(" {\"a\":1} \n", "{}", " {\"a\":1} \n");
}

void tst_JsonMergePatch::apply()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, patch);
    const auto result = applyMergePatch(target, patch);
    QVERIFY(result);
    QTEST(*result, "result");
}

void tst_JsonMergePatch::applyRefusesWhatIsNoJson()
{
    QVERIFY(!applyMergePatch("{", "{}"));
    QVERIFY(!applyMergePatch("text", "1"));
    QVERIFY(!applyMergePatch("{}", ""));
    QVERIFY(!applyMergePatch("{}", "{\"a\":}"));
    QVERIFY(!mergePatchBetween("{", "{}"));
    QVERIFY(!mergePatchBetween("{}", "{"));
}

void tst_JsonMergePatch::objects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isObject");
    QTest::newRow("empty object") << QByteArray("{}") << true;
    QTest::newRow("with white space") << QByteArray(" \r\n{\t\"a\": [1]} ") << true;
    QTest::newRow("array of objects") << QByteArray("[{}]") << false;
    QTest::newRow("number") << QByteArray("5") << false;
    QTest::newRow("text that begins like one") << QByteArray("{name}, hello") << false;
    QTest::newRow("not closed") << QByteArray("{\"a\":1") << false;
    QTest::newRow("text behind it") << QByteArray("{} {}") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("bytes") << QByteArray("\xFF{}") << false;
}

void tst_JsonMergePatch::objects()
{
    QFETCH(QByteArray, text);
    QTEST(isJsonObject(text), "isObject");
}

void tst_JsonMergePatch::difference_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("patch");
    const auto row = [](const char *from, const char *to, const char *patch) {
        QTest::addRow("%s -> %s", from, to) << QByteArray(from) << QByteArray(to) << QByteArray(patch);
    };
    row("{}", "{}", "{}");
    row("{\"a\":1}", "{ \"a\" : 1 }", "{}");
    row("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", "{}");
    row("{\"a\":1}", "{\"a\":2}", "{\"a\":2}");
    row("{\"a\":1}", "{\"a\":1.0}", "{\"a\":1.0}");
    row("{\"a\":1,\"b\":2}", "{\"a\":1}", "{\"b\":null}");
    row("{\"a\":1}", "{\"a\":1,\"b\":{ \"c\" : [ 1 ] }}", "{\"b\":{\"c\":[1]}}");
    row("{\"a\":{\"b\":1,\"c\":2},\"d\":{\"e\":1}}", "{\"a\":{\"b\":1,\"c\":3},\"d\":{\"e\":1}}",
        "{\"a\":{\"c\":3}}");
    row("{\"a\":{\"b\":{\"c\":1}}}", "{\"a\":{\"b\":{}}}", "{\"a\":{\"b\":{\"c\":null}}}");
    row("{\"a\":{\"b\":1},\"c\":{\"d\":1}}", "{\"a\":{\"b\":2},\"c\":{\"d\":2}}",
        "{\"a\":{\"b\":2},\"c\":{\"d\":2}}");
    row("{\"a\":{\"x\":{\"y\":1},\"b\":1}}", "{\"a\":{\"x\":{\"y\":1},\"b\":2}}", "{\"a\":{\"b\":2}}");
    row("{\"a\":[1,2]}", "{\"a\":[ 1, 2 ]}", "{}");
    row("{\"a\":[1,2]}", "{\"a\":[1,3]}", "{\"a\":[1,3]}");
    row("{\"a\":{\"b\":1}}", "{\"a\":[1]}", "{\"a\":[1]}");
    row("{\"a\":1}", "{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}");
    row("{\"a\":1}", "{\"\\u0061\":2}", "{\"\\u0061\":2}");
    row("{\"id\":12345678901234567890}", "{\"id\":12345678901234567891}", "{\"id\":12345678901234567891}");
    row("{\"b\":1,\"a\":2}", "{\"c\":3}", "{\"b\":null,\"a\":null,\"c\":3}");
    row("[1]", "[1]", "{}");
    row("[1]", "[2]", "[2]");
    row("{\"a\":\"{\"}", "{\"a\":\"{\",\"b\":1}", "{\"b\":1}");
}

void tst_JsonMergePatch::difference()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto patch = mergePatchBetween(from, to);
    QVERIFY(patch);
    QTEST(patch->patch, "patch");
    QCOMPARE(patch->isEmpty() && from.startsWith('{'), patch->patch == "{}" && from.startsWith('{'));
    const QByteArray result = applyMergePatch(from, patch->patch).value();
    if (from.startsWith('{'))
        QVERIFY(jsonChanges(result, to, 1).isEmpty());
}

void tst_JsonMergePatch::issues_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QList<MergePatchIssue>>("issues");
    QTest::addColumn<bool>("exact");
    const auto row = [](const char *from, const char *to, const QList<MergePatchIssue> &issues, bool exact) {
        QTest::addRow("%s -> %s", from, to) << QByteArray(from) << QByteArray(to) << issues << exact;
    };
    row("{\"a\":1}", "{\"a\":2,\"b\":[null]}", {}, true);
    row("{\"a\":1}", "{\"a\":null}", {{Kind::NullMember, "/a"}}, false);
    row("{\"a\":null}", "{\"a\":null,\"b\":1}", {}, true);
    row("{}", "{\"a\":{\"b\":{\"c\":null}}}", {{Kind::NullMember, "/a/b/c"}}, false);
    row("{\"a\":1}", "{\"a\":1,\"a\":2}", {{Kind::Duplicate, "/a"}}, false);
    row("{\"a\":1,\"a\":2}", "{\"a\":2}", {{Kind::Duplicate, "/a"}}, false);
    row("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2,\"b\":3}", {}, true);
    row("{\"a\":1,\"a\":2}", "{}", {}, true);
    row("{}", "{\"a\":{\"b\":1,\"b\":2}}", {{Kind::Duplicate, "/a/b"}}, false);
    row("{}", "[]", {{Kind::NotObjects, ""}, {Kind::EmptyValue, ""}}, false);
    row("5", "6", {{Kind::NotObjects, ""}}, false);
    row("5", "5", {}, true);
    row("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", {{Kind::Order, ""}}, true);
    row("{\"a\":{\"x\":1}}", "{\"b\":0,\"a\":{\"y\":2,\"x\":1}}", {{Kind::Order, ""}, {Kind::Order, "/a"}},
        true);
    row("{\"a\":[1]}", "{\"a\":[2]}", {{Kind::WholeArray, "/a"}}, true);
    row("{\"a\":[1]}", "{\"a\":[]}", {{Kind::WholeArray, "/a"}, {Kind::EmptyValue, "/a"}}, true);
    row("{\"a\":1}", "{\"a\":\"\"}", {{Kind::EmptyValue, "/a"}}, true);
    row("{\"a\":1}", "{\"a\":{}}", {{Kind::EmptyValue, "/a"}}, true);
    row("{\"a\":\"\"}", "{\"a\":\"\",\"b\":{\"c\":[]}}", {{Kind::EmptyValue, "/b/c"}}, true);
}

void tst_JsonMergePatch::issues()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto patch = mergePatchBetween(from, to);
    QVERIFY(patch);
    QTEST(patch->issues, "issues");
    QTEST(patch->isExact(), "exact");
}

void tst_JsonMergePatch::issuesAreBounded()
{
    QByteArray to = "{";
    for (int i = 0; i < 1000; ++i)
        to += (i > 0 ? ",\"" : "\"") + QByteArray::number(i) + "\":null";
    const auto patch = mergePatchBetween("{}", to.append('}'));
    QCOMPARE(patch->issues.size(), MergePatch::MaxIssues);
    QCOMPARE(patch->members, 1000);
}

/// Documents that have nothing to do with one another.
void tst_JsonMergePatch::generatedPairs()
{
    int exact = 0;
    for (quint32 seed = 0; seed < 1500; ++seed) {
        JsonGenerator generator(seed);
        QByteArray from = generator.document();
        QByteArray to = generator.document();
        if (seed % 2 == 0) { // objects most of the time, with names in common
            from = "{\"a\":" + from + ", \"b\" : " + generator.document() + ",\"x\":1}";
            to = "{\"b\":" + to + ",\"a\":" + generator.document() + '}';
        }
        const auto patch = mergePatchBetween(from, to);
        QVERIFY(patch);
        QVERIFY(!validateJson(patch->patch));
        const QByteArray result = applyMergePatch(from, patch->patch).value();
        QVERIFY(!validateJson(result));
        const bool same = jsonChanges(result, to, 1).isEmpty();
        if (patch->isExact() && from.startsWith('{'))
            QVERIFY2(same, qPrintable(QStringLiteral("seed %1").arg(seed)));
        exact += patch->isExact() && from.startsWith('{') ? 1 : 0;
        if (!same && !patch->isEmpty() && patch->issues.size() < MergePatch::MaxIssues)
            QVERIFY2(!patch->isExact(), qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
    QVERIFY2(exact > 100, qPrintable(QString::number(exact)));
}

/// Small changes of one document, as an editor makes them.
void tst_JsonMergePatch::generatedEdits()
{
    int exact = 0;
    for (quint32 seed = 0; seed < 1500; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray from = "{\"a\":" + generator.document() + ",\"b\":" + generator.document() + '}';
        const auto tree = JsonTree::parse(from);
        QByteArray to = from;
        const auto &node = tree->node(1 + generator.pick(tree->count() - 1));
        to.replace(node.offset, node.length, generator.value(1));
        const auto patch = mergePatchBetween(from, to);
        QVERIFY(patch);
        const QByteArray result = applyMergePatch(from, patch->patch).value();
        if (patch->isExact()) {
            ++exact;
            QCOMPARE(patch->isEmpty(), jsonChanges(from, to, 1).isEmpty());
            QVERIFY2(jsonChanges(result, to, 1).isEmpty(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }
    QVERIFY2(exact > 700, qPrintable(QString::number(exact)));
}

/// Without any one of its members a patch no longer does the same.
void tst_JsonMergePatch::patchIsMinimal()
{
    int tried = 0;
    for (quint32 seed = 0; seed < 400; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray from =
            "{\"a\":" + generator.document() + ",\"b\":{\"c\":" + generator.document() + "}}";
        const QByteArray to =
            "{\"b\":{\"c\":" + generator.document() + ",\"d\":1},\"a\":" + generator.document() + '}';
        const auto patch = mergePatchBetween(from, to);
        if (!patch->isExact())
            continue;
        const auto tree = JsonTree::parse(patch->patch);
        const int b = tree->member(0, "b");
        for (const int object : {0, b}) {
            if (object < 0 || tree->node(object).kind != JsonTokenKind::ObjectBegin)
                continue;
            for (const int member : tree->children(object)) {
                // An object that is there on both sides counts by its members.
                if (member == b)
                    continue;
                const auto &node = tree->node(member);
                QByteArray less = patch->patch;
                qsizetype at = node.nameOffset;
                qsizetype end = node.offset + node.length;
                if (less[end] == ',')
                    ++end;
                else if (less[at - 1] == ',')
                    --at;
                less.remove(at, end - at);
                QVERIFY(!jsonChanges(applyMergePatch(from, less).value(), to, 1).isEmpty());
                ++tried;
            }
        }
    }
    QVERIFY2(tried > 50, qPrintable(QString::number(tried)));
}

void tst_JsonMergePatch::manyDuplicatesStayQuick()
{
    // Quadratic time would take minutes.
    QByteArray text = "{\"a\":0";
    for (int i = 0; i < 100000; ++i)
        text += ",\"a\":1";
    text += '}';
    QVERIFY(!mergePatchBetween("{}", text)->isExact());
    QCOMPARE(applyMergePatch(text, "{\"a\":null}").value(), QByteArray("{}"));
    QCOMPARE(applyMergePatch("{}", text).value(), QByteArray("{\"a\":1}"));
}

void tst_JsonMergePatch::deepNesting()
{
    constexpr int Depth = 10000;
    const auto nested = [](const QByteArray &leaf) {
        return QByteArray(QByteArray("{\"a\":").repeated(Depth) + leaf + QByteArray("}").repeated(Depth));
    };
    QCOMPARE(mergePatchBetween(nested("1"), nested("2"))->patch, nested("2"));
    QCOMPARE(applyMergePatch(nested("1"), nested("2")).value(), nested("2"));
    QCOMPARE(applyMergePatch(nested("{\"b\":1}"), nested("{\"b\":null,\"c\":2}")).value(),
             nested("{\"c\":2}"));
    QCOMPARE(
        applyMergePatch("{}", nested("null")).value(),
        QByteArray(QByteArray("{\"a\":").repeated(Depth - 1) + "{}" + QByteArray("}").repeated(Depth - 1)));
    QVERIFY(mergePatchBetween(nested("1"), nested("1"))->isEmpty());
    QVERIFY(!mergePatchBetween("{}", nested("null"))->isExact());
}

QTEST_GUILESS_MAIN(tst_JsonMergePatch)

#include "tst_jsonmergepatch.moc"
