// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/membersurvey.h"

#include "json/jsonpicker.h"

#include "failonwarning.h"
#include "jsongenerator.h"

#include <QTest>

#include <numeric>

using namespace Studio;
using Type = MemberSurvey::Type;

namespace
{

MemberSurvey::Member memberAt(const MemberSurvey &survey, const QByteArray &pointer)
{
    for (const auto &member : survey.members()) {
        if (member.pointer == pointer)
            return member;
    }
    return {};
}

QList<QByteArray> pointersOf(const MemberSurvey &survey)
{
    QList<QByteArray> pointers;
    for (const auto &member : survey.members())
        pointers.append(member.pointer);
    return pointers;
}

} // namespace

class tst_MemberSurvey : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void empty();
    void counts();
    void arrays();
    void namesWithEscapes();
    void notJsonLeavesNoTrace();
    void columns();
    void limits();
    void deepNesting();
    void agreesWithPicker();
};

void tst_MemberSurvey::empty()
{
    const MemberSurvey survey;
    QCOMPARE(survey.records(), 0);
    QVERIFY(survey.members().isEmpty());
    QVERIFY(survey.suggestedColumns(5).isEmpty());
}

void tst_MemberSurvey::counts()
{
    MemberSurvey survey;
    QVERIFY(survey.add("{\"id\":12345678901234567890,\"name\":\"Ann\",\"on\":true}"));
    QVERIFY(survey.add("{\"id\":1e400,\"name\":\"Bartholomew\",\"on\":null}"));
    QVERIFY(survey.add("{\"id\":1.0,\"name\":5,\"x\":{\"y\":\"\"}}"));
    QVERIFY(survey.add("7"));
    QCOMPARE(survey.records(), 4);
    QCOMPARE(pointersOf(survey), (QList<QByteArray>{"", "/id", "/name", "/on", "/x", "/x/y"}));
    QCOMPARE(memberAt(survey, "").count(Type::Object), 3);
    QCOMPARE(memberAt(survey, "").count(Type::Number), 1);
    const auto id = memberAt(survey, "/id");
    QCOMPARE(id.records, 3);
    QCOMPARE(id.count(Type::Number), 3);
    QCOMPARE(id.smallest, QByteArray("1.0"));
    QCOMPARE(id.largest, QByteArray("1e400"));
    QCOMPARE(id.shortest, -1);
    const auto name = memberAt(survey, "/name");
    QCOMPARE(name.count(Type::String), 2);
    QCOMPARE(name.count(Type::Number), 1);
    QCOMPARE(name.shortest, 3);
    QCOMPARE(name.longest, 11);
    QCOMPARE(name.examples, (QList<QByteArray>{"\"Ann\"", "\"Bartholomew\"", "5"}));
    const auto on = memberAt(survey, "/on");
    QCOMPARE(on.count(Type::Boolean), 1);
    QCOMPARE(on.count(Type::Null), 1);
    QCOMPARE(on.depth, 1);
    QCOMPARE(memberAt(survey, "/x").scalars(), 0);
    QCOMPARE(memberAt(survey, "/x/y").shortest, 0);
}

void tst_MemberSurvey::arrays()
{
    MemberSurvey survey;
    QVERIFY(survey.add("{\"tags\":[\"a\",\"b\",\"a\"],\"rows\":[{\"n\":1},{\"n\":2},[]]}"));
    QVERIFY(survey.add("{\"tags\":[]}"));
    QCOMPARE(pointersOf(survey),
             (QList<QByteArray>{"", "/tags", "/tags/*", "/rows", "/rows/*", "/rows/*/n"}));
    const auto tags = memberAt(survey, "/tags/*");
    QVERIFY(tags.isInArray);
    QCOMPARE(tags.records, 1);
    QCOMPARE(tags.occurrences, 3);
    QCOMPARE(tags.examples, (QList<QByteArray>{"\"a\"", "\"b\""}));
    QCOMPARE(memberAt(survey, "/rows/*").count(Type::Array), 1);
    QVERIFY(memberAt(survey, "/rows/*/n").isInArray);
    QVERIFY(!memberAt(survey, "/tags").isInArray);
    QVERIFY(survey.suggestedColumns(9).isEmpty());
}

void tst_MemberSurvey::namesWithEscapes()
{
    MemberSurvey survey;
    QVERIFY(survey.add("{\"a/b\":1,\"\\u00e9\":2,\"*\":3,\"\":4}"));
    QVERIFY(survey.add("{\"a\\/b\":1,\"\xC3\xA9\":2,\"\":4,\"\":5}"));
    QCOMPARE(pointersOf(survey), (QList<QByteArray>{"", "/a~1b", "/\xC3\xA9", "/*", "/"}));
    QCOMPARE(memberAt(survey, "/a~1b").records, 2);
    QCOMPARE(memberAt(survey, "/\xC3\xA9").records, 2);
    QVERIFY(!memberAt(survey, "/*").isInArray);
    QCOMPARE(memberAt(survey, "/").records, 2);
    QCOMPARE(memberAt(survey, "/").occurrences, 3);
}

void tst_MemberSurvey::notJsonLeavesNoTrace()
{
    MemberSurvey survey;
    QVERIFY(!survey.add("{\"a\":1,"));
    QVERIFY(!survey.add("text"));
    QVERIFY(!survey.add(""));
    QCOMPARE(survey.records(), 0);
    QCOMPARE(survey.notJson(), 3);
    QVERIFY(survey.members().isEmpty());
}

void tst_MemberSurvey::columns()
{
    MemberSurvey survey;
    for (int i = 0; i < 20; ++i) {
        QByteArray text = "{\"deep\":{\"id\":" + QByteArray::number(i) + "},\"name\":\"x\",\"list\":[1]";
        if (i < 10)
            text += ",\"half\":1";
        if (i == 0)
            text += ",\"rare\":1";
        QVERIFY(survey.add(text.append('}')));
    }
    QCOMPARE(survey.suggestedColumns(10), (QList<QByteArray>{"/name", "/deep/id", "/half"}));
    QCOMPARE(survey.suggestedColumns(2), (QList<QByteArray>{"/name", "/deep/id"}));
    QCOMPARE(survey.suggestedColumns(10, 0), (QList<QByteArray>{"/name", "/deep/id", "/half", "/rare"}));
    QCOMPARE(survey.suggestedColumns(10, 1), (QList<QByteArray>{"/name", "/deep/id"}));
}

void tst_MemberSurvey::limits()
{
    MemberSurvey::Limits limits;
    limits.members = 10;
    limits.depth = 2;
    limits.nameBytes = 5;
    limits.examples = 2;
    limits.exampleBytes = 6;
    limits.numberBytes = 4;
    MemberSurvey survey(limits);
    QVERIFY(survey.add("{\"a\":{\"b\":{\"c\":1}}}"));
    QVERIFY(memberAt(survey, "/a/b").records == 1);
    QCOMPARE(survey.leftOut(), 1);
    QVERIFY(survey.add("{\"longer\":[1,2]}"));
    QCOMPARE(survey.leftOut(), 4);
    QVERIFY(survey.add("{\"n\":12345,\"s\":\"abcd\xC3\xA9z\"}"));
    QVERIFY(memberAt(survey, "/n").smallest.isEmpty());
    QCOMPARE(memberAt(survey, "/s").examples, (QList<QByteArray>{"\"abcd\xE2\x80\xA6"}));
    QVERIFY(survey.add("{\"s\":1}") && survey.add("{\"s\":2}"));
    QCOMPARE(memberAt(survey, "/s").examples.size(), 2);
    for (int i = 0; i < 100; ++i)
        QVERIFY(survey.add(QByteArray("{\"m" + QByteArray::number(i) + "\":1}")));
    QCOMPARE(survey.members().size(), 11);
    QVERIFY(survey.leftOut() > 80);
}

void tst_MemberSurvey::deepNesting()
{
    MemberSurvey survey;
    QVERIFY(survey.add(
        QByteArray("{\"a\":[").repeated(20000).append('7').append(QByteArray("]}").repeated(20000))));
    QCOMPARE(survey.members().size(), 13);
}

void tst_MemberSurvey::agreesWithPicker()
{
    MemberSurvey::Limits limits;
    limits.members = 100000;
    MemberSurvey survey(limits);
    QList<QByteArray> values;
    for (quint32 seed = 0; seed < 300; ++seed)
        values.append(JsonGenerator(seed).document());
    for (const QByteArray &value : values)
        QVERIFY(survey.add(value));
    int compared = 0;
    for (const auto &member : survey.members()) {
        QCOMPARE(std::accumulate(member.types.begin(), member.types.end(), qint64(0)), member.occurrences);
        // With duplicate members the picker knows the last one only.
        if (member.isInArray || member.depth != 1 || member.records != member.occurrences)
            continue;
        qint64 found = 0;
        std::vector<JsonPick> picks;
        const JsonPicker picker({member.pointer});
        for (const QByteArray &value : values) {
            QVERIFY(picker.pick(value, picks));
            // An array may have an element where objects have a member of that name.
            found += picks.front().isFound() && value.trimmed().startsWith('{') ? 1 : 0;
        }
        QCOMPARE(found, member.records);
        ++compared;
    }
    QVERIFY(compared > 100);
}

QTEST_GUILESS_MAIN(tst_MemberSurvey)

#include "tst_membersurvey.moc"
