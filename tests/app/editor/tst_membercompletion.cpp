// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/membercompletion.h"
#include "schema/jsonschema.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class tst_MemberCompletion : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void places_data();
    void places();
    void nowhere_data();
    void nowhere();
    void completions_data();
    void completions();
};

namespace
{

/// Takes the | out of a text; it says where the cursor stands.
qsizetype takeCursor(QByteArray &text)
{
    const qsizetype at = text.indexOf('|');
    text.remove(at, 1);
    return at;
}

} // namespace

void tst_MemberCompletion::places_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isName");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("begun");
    QTest::addColumn<QByteArray>("typed"); // what gives way
    const auto row = [](const char *text, bool isName, const char *pointer, const char *begun,
                        const char *typed) {
        QTest::newRow(text) << QByteArray(text) << isName << QByteArray(pointer) << QByteArray(begun)
                            << QByteArray(typed);
    };
    row("|", false, "", "", "");
    row("{|", true, "", "", "");
    row("{|}", true, "", "", "");
    row("{ \"|", true, "", "\"", "\"");
    row("{ \"na|", true, "", "\"na", "\"na");
    row("{ \"na|me\": 1 }", true, "", "\"na", "\"name\"");
    row("{ \"na|\": 1 }", true, "", "\"na", "\"na\"");
    row("{ \"a\": 1, |}", true, "", "", "");
    row("{ \"a\": {\"b\": [1, {|", true, "/a/b/1", "", "");
    row("{ \"a/b\": {|", true, "/a~1b", "", "");
    row("{ \"a\": |}", false, "/a", "", "");
    row("{ \"a\": tr|ue}", false, "/a", "tr", "true");
    row("{ \"a\": \"x|\n \"b\": 1}", false, "/a", "\"x", "\"x");
    row("{ \"a\": \"\\\"x|\"", false, "/a", "\"\\\"x", "\"\\\"x\"");
    row("[1, |", false, "/1", "", "");
    row("[|]", false, "/0", "", "");
    row("{ \"a\": 1,\n  \"b\": 2,\n  n|\n}", true, "", "n", "n");
}

void tst_MemberCompletion::places()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isName);
    const qsizetype cursor = takeCursor(text);
    const auto place = typedPlace(text, cursor);
    QVERIFY(place);
    QCOMPARE(place->kind == TypedPlace::Name, isName);
    QTEST(place->pointer, "pointer");
    QTEST(place->begun, "begun");
    QTEST(text.mid(place->offset, place->length), "typed");
}

void tst_MemberCompletion::nowhere_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"{\"a\"|", "{\"a\" |", "{\"a\": 1 |", "{} |", "[1 |", "{\"a\" 1, |", "\"x\" |"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_MemberCompletion::nowhere()
{
    QFETCH(QByteArray, text);
    const qsizetype cursor = takeCursor(text);
    QVERIFY(!typedPlace(text, cursor));
}

void tst_MemberCompletion::completions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("texts");
    const auto row = [](const char *text, const QList<QByteArray> &texts) {
        QTest::newRow(text) << QByteArray(text) << texts;
    };
    row("{|", {"\"done\"", "\"status\"", "\"stock\""});
    row("{\"st|", {"\"status\"", "\"stock\""});
    row("{st|", {"\"status\"", "\"stock\""});
    row("{\"status\": \"packed\", \"|", {"\"done\"", "\"stock\""});
    row("{\"status\": |", {"\"packed\"", "\"shipped\"", "null"});
    row("{\"status\": \"p|", {"\"packed\""});
    row("{\"status\": s|", {"\"shipped\""});
    row("{\"done\": |", {"true", "false"});
    row("{\"done\": f|", {"false"});
    row("{\"stock\": |", {});
}

void tst_MemberCompletion::completions()
{
    QFETCH(QByteArray, text);
    const JsonSchema schema = JsonSchema::parse(R"({"properties": {
        "status": {"enum": ["packed", "shipped", null]},
        "stock": {"type": "integer"},
        "done": {"type": "boolean"}}})");
    const qsizetype cursor = takeCursor(text);
    const auto place = typedPlace(text, cursor);
    QVERIFY(place);
    QTEST(completionsFor(*place, text, schema), "texts");
}

QTEST_GUILESS_MAIN(tst_MemberCompletion)

#include "tst_membercompletion.moc"
