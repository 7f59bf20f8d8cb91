// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/threeway.h"
#include "json/jsondiff.h"
#include "json/jsonscanner.h"

#include "../json/jsongenerator.h"
#include "failonwarning.h"

#include <QTest>

using namespace Studio;
using Kind = MergeEntry::Kind;

/// What becomes of each place that differs between three texts.
class tst_ThreeWay : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void entries();
    void choices();
    void textIsChosenAsAWhole();
    void newRecordsComeTogether();
    void everyChangeIsListed();
};

void tst_ThreeWay::entries()
{
    const ThreeWayInput input{"{\"status\":\"packed\",\"total\":94.20,\"note\":null}",
                              "{\"status\":\"packed\",\"total\":89.20,\"note\":\"gift\"}",
                              "{\"status\":\"shipped\",\"total\":92.20,\"note\":null}"};
    const ThreeWay merged = threeWay(input, {});
    QCOMPARE(merged.entries,
             (QList<MergeEntry>{{Kind::Conflict, "/total", "94.20", "89.20", "92.20"},
                                {Kind::Taken, "/status", "\"packed\"", "\"packed\"", "\"shipped\""},
                                {Kind::Kept, "/note", "null", "\"gift\"", "null"}}));
    QCOMPARE(merged.conflictCount(), 1);
    QCOMPARE(merged.openCount({}), 1);
    QCOMPARE(merged.text, QByteArray("{\"status\":\"shipped\",\"total\":89.20,\"note\":\"gift\"}"));
    QCOMPARE(merged.result.text, merged.text);
    QCOMPARE(merged.panes[0].rows.size(), merged.panes[2].rows.size());
}

void tst_ThreeWay::choices()
{
    const ThreeWayInput input{"{\"a\":1,\"b\":1}", "{\"a\":2,\"b\":2}", "{\"a\":3,\"b\":3}"};
    const MergeChoices choices{{"/a", MergeSide::Theirs}, {"/b", MergeSide::Mine}};
    const ThreeWay merged = threeWay(input, choices);
    QCOMPARE(merged.openCount(choices), 0);
    QCOMPARE(merged.conflictCount(), 2);
    QCOMPARE(merged.text, QByteArray("{\"a\":3,\"b\":2}"));
}

void tst_ThreeWay::textIsChosenAsAWhole()
{
    const ThreeWayInput input{"one\ntwo\nthree", "one\n2\nthree", "one\ntwo\n3"};
    const ThreeWay merged = threeWay(input, {});
    QCOMPARE(merged.entries, (QList<MergeEntry>{{Kind::Conflict, {}, input.base, input.mine, input.theirs}}));
    QCOMPARE(merged.text, input.mine);
    QCOMPARE(merged.panes[1].rows[1].mark, PaneMark::Added);
    QCOMPARE(merged.panes[2].rows[1].mark, PaneMark::Plain);
    QCOMPARE(threeWay(input, {{{}, MergeSide::Theirs}}).text, input.theirs);
}

void tst_ThreeWay::newRecordsComeTogether()
{
    const ThreeWay merged = threeWay({{}, "{\"a\":1}", "{\"b\":2}"}, {});
    QCOMPARE(merged.conflictCount(), 0);
    QCOMPARE(merged.text, QByteArray("{\"a\":1,\"b\":2}"));
}

/// Whatever differs between the result and a side is in the list: nothing goes unseen.
void tst_ThreeWay::everyChangeIsListed()
{
    int conflicts = 0;
    for (quint32 seed = 0; seed < 300; ++seed) {
        JsonGenerator generator(seed);
        const auto document = [](const QList<QByteArray> &values) {
            QByteArray text = "{\"fixed\":0";
            for (int i = 0; i < values.size(); ++i)
                text += ",\"m" + QByteArray::number(i) + "\":" + values[i];
            return QByteArray(text + '}');
        };
        QList<QByteArray> base;
        for (int i = 0; i < 8; ++i)
            base.append(generator.scalar());
        QList<QByteArray> mine = base;
        QList<QByteArray> theirs = base;
        for (int i = 0; i < 8; ++i) {
            if (generator.pick(3) == 0)
                mine[i] = generator.scalar();
            if (generator.pick(3) == 0)
                theirs[i] = generator.scalar();
        }
        const ThreeWayInput input{document(base), document(mine), document(theirs)};
        if (validateJson(input.base) || validateJson(input.mine) || validateJson(input.theirs))
            continue;
        MergeChoices choices;
        const ThreeWay open = threeWay(input, choices);
        for (const MergeEntry &entry : open.entries) {
            if (entry.kind == Kind::Conflict)
                choices.insert(entry.pointer, generator.pick(2) == 0 ? MergeSide::Mine : MergeSide::Theirs);
        }
        conflicts += open.conflictCount();
        const ThreeWay merged = threeWay(input, choices);
        QSet<QByteArray> listed;
        for (const MergeEntry &entry : merged.entries)
            listed.insert(entry.pointer);
        const auto message = qPrintable(QStringLiteral("seed %1").arg(seed));
        for (const QByteArray &side : {input.mine, input.theirs}) {
            for (const JsonChange &change : jsonChanges(side, merged.text, 1000))
                QVERIFY2(listed.contains(change.pointer), message);
        }
        // Each conflict holds what was chosen.
        for (int i = 0; i < 8; ++i) {
            const QByteArray pointer = "/m" + QByteArray::number(i);
            if (!choices.contains(pointer))
                continue;
            const QByteArray &chosen = choices[pointer] == MergeSide::Mine ? mine[i] : theirs[i];
            QVERIFY2(merged.text.contains("\"m" + QByteArray::number(i) + "\":" + chosen), message);
        }
    }
    QVERIFY(conflicts > 100);
}

QTEST_GUILESS_MAIN(tst_ThreeWay)

#include "tst_threeway.moc"
