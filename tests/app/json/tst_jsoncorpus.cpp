// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsondiff.h"
#include "json/jsonedit.h"
#include "json/jsonformat.h"
#include "json/jsonmergepatch.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/jsonsort.h"
#include "json/jsontree.h"

#include "failonwarning.h"
#include "jsoncorpus.h"
#include "jsongenerator.h"

#include <QSet>
#include <QTest>

using namespace Studio;

/// Every text of the corpus through everything that is done with a JSON text, without the window.
class tst_JsonCorpus : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void isLargeEnough();
    void texts_data();
    void texts();
    void generatedEditsAndBack();
};

void tst_JsonCorpus::isLargeEnough()
{
    QSet<QByteArray> different;
    int wrong = 0;
    for (const CorpusText &text : JsonCorpus::all()) {
        different.insert(text.text);
        wrong += text.isJson ? 0 : 1;
    }
    QVERIFY2(different.size() >= 300, qPrintable(QString::number(different.size())));
    QVERIFY(wrong >= 100);
    QVERIFY(different.size() - wrong >= 150);
}

void tst_JsonCorpus::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<bool>("isUtf8");
    for (const CorpusText &text : JsonCorpus::all())
        QTest::newRow(text.name.toPercentEncoding(" ,:{}[]()").constData())
            << text.text << text.isJson << text.isUtf8;
}

namespace
{

/// An edit of the whole and back; all outside it stays, byte for byte.
void check(const QByteArray &text, const std::optional<TextEdit> &edit)
{
    QVERIFY(edit);
    const QByteArray after = edited(text, *edit);
    QVERIFY(after.startsWith(text.first(edit->offset)));
    QVERIFY(after.endsWith(text.sliced(edit->offset + edit->length)));
    QVERIFY(!validateJson(after));
    QCOMPARE(edited(after, inverse(text, *edit)), text);
}

} // namespace

void tst_JsonCorpus::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isJson);
    QFETCH(bool, isUtf8);
    const JsonError error = validateJson(text);
    QCOMPARE(!error, isJson);
    QCOMPARE(isValidUtf8(text), isUtf8);
    if (!isJson) {
        QVERIFY(!jsonErrorSentence(error, text).isEmpty());
        QVERIFY(error.offset >= 0 && error.offset + error.length <= text.size());
        QVERIFY(!formatJson(text).isOk());
        QVERIFY(!compactJson(text).isOk());
        QVERIFY(!sortJsonMembers(text).isOk());
        QVERIFY(!JsonTree::parse(text));
        return;
    }
    const QByteArray formatted = formatJson(text).text;
    const QByteArray compact = compactJson(text).text;
    QVERIFY(sameButForSpace(text, formatted));
    QVERIFY(sameButForSpace(text, compact));
    QCOMPARE(compactJson(formatted).text, compact);
    QCOMPARE(formatJson(compact).text, formatted);
    QCOMPARE(sortJsonMembers(text).text.size(), text.size());
    QVERIFY(jsonChanges(text, formatted, 10).isEmpty());

    const auto tree = JsonTree::parse(text);
    QVERIFY(tree);
    for (const int node : {0, tree->count() / 2, tree->count() - 1}) {
        check(text, setJsonValue(*tree, node, "{\"set\": [1.0]}"));
        check(text, setJsonType(*tree, node, JsonType::Array));
        if (tree->node(node).parent >= 0)
            check(text, removeJsonValue(*tree, node));
        if (tree->node(node).nameLength > 0)
            check(text, renameJsonMember(*tree, node, "another name"));
        if (tree->node(node).kind == JsonTokenKind::ObjectBegin)
            check(text, insertJsonMember(*tree, node, 0, "new", "null"));
        if (tree->node(node).kind == JsonTokenKind::ArrayBegin)
            check(text, insertJsonElement(*tree, node, 0, "null"));
        if (tree->node(node).parent >= 0)
            check(text, moveJsonValue(*tree, node, 0));
    }
}

/// Many edits one after another, taken back in reverse order, give the same bytes.
void tst_JsonCorpus::generatedEditsAndBack()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        JsonGenerator random(seed);
        const QByteArray first = random.document();
        QByteArray text = first;
        QList<TextEdit> back;
        for (int step = 0; step < 12; ++step) {
            const auto tree = JsonTree::parse(text);
            QVERIFY(tree);
            const int node = random.pick(tree->count());
            std::optional<TextEdit> edit;
            switch (random.pick(6)) {
            case 0:
                edit = setJsonValue(*tree, node, random.value(2));
                break;
            case 1:
                edit = removeJsonValue(*tree, node);
                break;
            case 2:
                edit = insertJsonMember(*tree, node, 0, "n", random.scalar());
                break;
            case 3:
                edit = insertJsonElement(*tree, node, 0, random.scalar());
                break;
            case 4:
                edit = setJsonType(*tree, node, JsonType(random.pick(6)));
                break;
            default:
                edit = moveJsonValue(*tree, node, random.pick(3));
                break;
            }
            if (!edit)
                continue;
            back.prepend(inverse(text, *edit));
            text = edited(text, *edit);
            QVERIFY(!validateJson(text));
        }
        for (const TextEdit &edit : std::as_const(back))
            text = edited(text, edit);
        QCOMPARE(text, first);
    }
}

QTEST_GUILESS_MAIN(tst_JsonCorpus)

#include "tst_jsoncorpus.moc"
