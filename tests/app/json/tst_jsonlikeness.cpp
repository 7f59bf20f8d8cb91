// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonlikeness.h"

#include "json/jsondiff.h"
#include "json/jsonmergepatch.h"
#include "json/jsonscanner.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QMap>
#include <QTest>

using namespace Studio;

class tst_JsonLikeness : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void tells_data();
    void tells();
    void generatedPairs();
};

void tst_JsonLikeness::tells_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<JsonLikeness>("likeness");
    const auto row = [](const QByteArray &before, const QByteArray &after, JsonLikeness likeness) {
        QTest::addRow("%s + %s", before.left(60).constData(), after.left(60).constData())
            << before << after << likeness;
    };
    row("{}", " { } ", JsonLikeness::Same);
    row(R"({"a":1,"b":"x"})", R"({"a":1, "b":"x"})", JsonLikeness::Same);
    row(R"({"a":1,"b":"x"})", R"({"a":1,"b":"y"})", JsonLikeness::OtherValues);
    row(R"({"a":1.0})", R"({"a":1.00})", JsonLikeness::OtherValues); // written in another way
    row(R"({"a":true})", R"({"a":false})", JsonLikeness::OtherValues);
    row(R"({"a":{"b":1},"c":2})", R"({"a":{"b":3},"c":2})", JsonLikeness::OtherValues);
    row(R"({"a":{"b":1},"c":2})", R"({"a":3,"c":2})", JsonLikeness::OtherValues);
    row(R"({"a":1,"c":2})", R"({"a":[1,{"b":2}],"c":2})", JsonLikeness::OtherValues);
    row(R"({"a":[1],"c":2})", R"({"a":[1],"c":3})", JsonLikeness::OtherValues);
    row(R"({"a":[1,2]})", R"({"a":[1,2]})", JsonLikeness::Same);
    row(R"({"a":[1,2]})", R"({"a":[1, 2]})", JsonLikeness::Unlike); // the same, but that takes a closer look
    row(R"({"a":1,"b":2})", R"({"b":2,"a":1})", JsonLikeness::Unlike);
    row(R"({"a":1,"b":2})", R"({"a":1})", JsonLikeness::Unlike);
    row(R"({"a":1})", R"({"a":1,"b":2})", JsonLikeness::Unlike);
    row(R"({"a":1})", R"({"a":null})", JsonLikeness::Unlike);
    row(R"({"a":1})", R"({"a":{"b":null}})", JsonLikeness::Unlike);
    row(R"({"a":1})", R"({"a":[null]})", JsonLikeness::Unlike);
    row(R"({"a":1,"a":2})", R"({"a":3,"a":2})", JsonLikeness::Unlike);
    row(R"({"a":1,"\u0061":2})", R"({"a":3,"\u0061":2})", JsonLikeness::Unlike);
    row(R"({"a":{"a":1},"b":{"a":1}})", R"({"a":{"a":1},"b":{"a":2}})", JsonLikeness::OtherValues);
    row(R"({"a":1})", R"({"a":1)", JsonLikeness::Unlike);
    row(R"({"a":1})", R"({"a":2}x)", JsonLikeness::Unlike);
    row("[1]", "[1]", JsonLikeness::Unlike);
    row("", "{}", JsonLikeness::Unlike);
    QByteArray many = "{";
    for (int i = 0; i < 65; ++i)
        many += (i > 0 ? ",\"" : "\"") + QByteArray::number(i) + "\":1";
    many += '}';
    row(many, many, JsonLikeness::Unlike);
}

void tst_JsonLikeness::tells()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTEST(jsonLikeness(before, after), "likeness");
}

/// Every answer but Unlike is what the comparison of both and the merging of them say.
void tst_JsonLikeness::generatedPairs()
{
    QMap<JsonLikeness, int> counts;
    for (quint32 seed = 0; seed < 10'000; ++seed) {
        JsonGenerator generator(seed);
        const QByteArray before = "{\"a\":" + generator.value(2) + ",\"b\":{\"c\":" + generator.value(1)
                                + ",\"d\":" + generator.number() + "},\"e\":" + generator.scalar() + '}';
        QByteArray after; // some of the scalars are others
        JsonScanner scanner(before);
        qsizetype copied = 0;
        for (JsonToken token = scanner.next(); token.kind != JsonTokenKind::End; token = scanner.next()) {
            QVERIFY(token.kind != JsonTokenKind::Invalid);
            after += before.mid(copied, token.offset - copied);
            copied = token.end();
            after += token.isScalar() && generator.pick(4) == 0
                       ? (generator.pick(4) == 0 ? generator.value(1) : generator.string())
                       : before.mid(token.offset, token.length);
        }
        after += before.mid(copied);
        const JsonLikeness likeness = jsonLikeness(before, after);
        ++counts[likeness];
        if (likeness == JsonLikeness::Unlike)
            continue;
        const bool isSame = jsonChanges(before, after, 1).isEmpty();
        QVERIFY2((likeness == JsonLikeness::Same) == isSame, (before + '\n' + after).constData());
        const std::optional<QByteArray> merged = applyMergePatch(before, after);
        QVERIFY2(isSame || (merged && jsonChanges(*merged, after, 1).isEmpty()),
                 (before + '\n' + after).constData());
    }
    QVERIFY(counts[JsonLikeness::Same] > 100);
    QVERIFY(counts[JsonLikeness::OtherValues] > 100);
    QVERIFY(counts[JsonLikeness::Unlike] > 100);
}

QTEST_GUILESS_MAIN(tst_JsonLikeness)
#include "tst_jsonlikeness.moc"
