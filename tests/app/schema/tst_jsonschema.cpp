// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/jsonschema.h"
#include "schema/schemasentence.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class tst_JsonSchema : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void problems_data();
    void problems();
    void placesAreThoseOfTheText();
    void mostProblems();
    void remoteReferencesAreNotFetched();
    void badSchemas_data();
    void badSchemas();
    void endlessSchemas_data();
    void endlessSchemas();
    void whatIsNotChecked();
    void patternsEnd();
    void canceled();
    void values_data();
    void values();
    void memberNames_data();
    void memberNames();
    void unknownSentencesStay();
};

namespace
{

const QByteArray Order = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "required": ["id", "status"],
  "properties": {
    "id": { "type": "integer", "minimum": 1 },
    "status": { "enum": ["packed", "shipped"] },
    "note": { "type": ["string", "null"], "maxLength": 5, "pattern": "^[a-z\\u00e4]*$" },
    "pattern": { "type": "string", "format": "date" },
    "price": { "type": "number", "maximum": 1e300, "multipleOf": 1 },
    "items": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/item" } },
    "a/b": { "type": "object", "additionalProperties": { "properties": { "inner": {} } } }
  },
  "additionalProperties": false,
  "definitions": { "item": { "type": "object", "properties": { "sku": { "type": "string" }, "qty": {} } } }
})";

} // namespace

void tst_JsonSchema::problems_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("pointer"); // of the first problem
    QTest::addColumn<QString>("sentence"); // a part of it; empty: there is no problem
    const auto row = [](const char *value, const char *pointer, const char *sentence) {
        QTest::newRow(value) << QByteArray(value) << QByteArray(pointer) << QString::fromUtf8(sentence);
    };
    row(R"({"id": 1, "status": "packed"})", "", "");
    row(R"({"id": 1, "status": "packed", "note": null, "items": [{"sku": "a"}]})", "", "");
    row(R"({"id": 1})", "", "“status” is missing");
    row(R"({"id": "1", "status": "packed"})", "/id", "a whole number");
    row(R"({"id": 1.0, "status": "packed"})", "", "");
    row(R"({"id": 1e3, "status": "packed"})", "", "");
    row(R"({"id": 1.5, "status": "packed"})", "/id", "a whole number");
    row(R"({"id": 12345678901234567890, "status": "packed"})", "", "");
    row(R"({"id": 1, "status": "packed", "price": 1e400})", "/price", "too large to be checked");
    row(R"({"id": 1, "status": "packed", "note": "\u00e4"})", "", "");
    row(R"({"id": 1, "status": "packed", "pattern": "2026-02-28"})", "", "");
    row(R"({"id": 1, "status": "packed", "pattern": "2026-02-30"})", "/pattern", "a date here");
    row(R"({"id": 0, "status": "packed"})", "/id", "at least 1");
    row(R"({"id": 1, "status": "lost"})", "/status", R"(only "packed", "shipped")");
    row(R"({"id": 1, "status": "packed", "other": 1})", "", "no member “other”");
    row(R"({"id": 1, "status": "packed", "note": "toolong"})", "/note", "too long");
    row(R"({"id": 1, "status": "packed", "note": "A"})", "/note", "does not fit the pattern");
    row(R"({"id": 1, "status": "packed", "items": []})", "/items", "too short");
    row(R"({"id": 1, "status": "packed", "items": [{}, {"sku": 5}]})", "/items/1/sku", "a string");
    row(R"([])", "", "an object");
}

void tst_JsonSchema::problems()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, pointer);
    QFETCH(QString, sentence);
    const JsonSchema schema = JsonSchema::parse(Order);
    QVERIFY2(schema.isValid(), qPrintable(schema.error()));
    const JsonSchema::Answer answer = schema.check(value, 10);
    QVERIFY(answer.note.isEmpty());
    if (sentence.isEmpty()) {
        QVERIFY2(answer.problems.isEmpty(), qPrintable(answer.problems.value(0).sentence));
        return;
    }
    QCOMPARE(answer.problems.size(), 1);
    QCOMPARE(answer.problems[0].pointer, pointer);
    QVERIFY2(answer.problems[0].sentence.contains(sentence), qPrintable(answer.problems[0].sentence));
}

void tst_JsonSchema::placesAreThoseOfTheText()
{
    const QByteArray value = R"({ "status": "lost", "items": [ ], "id": "x" })";
    const JsonSchema::Answer answer = JsonSchema::parse(Order).check(value, 10);
    QCOMPARE(answer.problems.size(), 3);
    QCOMPARE(value.mid(answer.problems[0].offset, answer.problems[0].length), QByteArray("\"lost\""));
    QCOMPARE(value.mid(answer.problems[1].offset, answer.problems[1].length), QByteArray("\"items\""));
    QCOMPARE(value.mid(answer.problems[2].offset, answer.problems[2].length), QByteArray("\"x\""));
}

void tst_JsonSchema::mostProblems()
{
    const JsonSchema schema = JsonSchema::parse(R"({"items": {"type": "string"}})");
    QCOMPARE(schema.check("[1,2,3,4,5]", 3).problems.size(), 3);
    QCOMPARE(schema.check("[1,2,3,4,5]", 9).problems.size(), 5);
}

void tst_JsonSchema::remoteReferencesAreNotFetched()
{
    const JsonSchema schema =
        JsonSchema::parse(R"({"properties": {"a": {"$ref": "http://127.0.0.1:1/schema.json#/a"}}})");
    QVERIFY(!schema.isValid());
    QVERIFY2(schema.error().contains(QStringLiteral("never fetched")), qPrintable(schema.error()));
    QVERIFY(schema.check("{\"a\": 1}", 10).problems.isEmpty()); // it allows everything
    const JsonSchema file = JsonSchema::parse(R"({"$ref": "other.json"})");
    QVERIFY(!file.isValid());
}

void tst_JsonSchema::badSchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    for (const char *schema : {"", "{", "[]", "5", "{\"type\": 5}", "{\"required\": \"a\"}",
                               "{\"minLength\": \"a\"}", "{\"properties\": []}"})
        QTest::newRow(*schema ? schema : "nothing") << QByteArray(schema);
    QTest::newRow("deep") << QByteArray("{\"not\":").repeated(3000) + "{}" + QByteArray(3000, '}');
}

void tst_JsonSchema::badSchemas()
{
    QFETCH(QByteArray, schema);
    const JsonSchema parsed = JsonSchema::parse(schema);
    QVERIFY(!parsed.isValid());
    QVERIFY(!parsed.error().isEmpty());
}

void tst_JsonSchema::endlessSchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("itself") << QByteArray(R"({"$ref": "#"})");
    QTest::newRow("a circle") << QByteArray(
        R"({"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}})");
    QTest::newRow("by allOf") << QByteArray(R"({"allOf": [{"type": "object"}, {"$ref": "#"}]})");
    QTest::newRow("by not, inside") << QByteArray(
        R"({"properties": {"a": {"not": {"$ref": "#/properties/a"}}}})");
    QByteArray chain = R"({"definitions": {)";
    for (int i = 0; i < 2000; ++i)
        chain += QStringLiteral(R"("d%1": {"$ref": "#/definitions/d%2"},)").arg(i).arg(i + 1).toLatin1();
    QTest::newRow("a long chain") << QByteArray(chain + R"("d2000": {}}, "$ref": "#/definitions/d0"})");
}

void tst_JsonSchema::endlessSchemas()
{
    QFETCH(QByteArray, schema);
    QVERIFY2(JsonSchema::parse(schema).error().contains(QStringLiteral("without an end")),
             schema.constData());
}

void tst_JsonSchema::whatIsNotChecked()
{
    const JsonSchema schema = JsonSchema::parse(Order);
    QVERIFY(!schema.check("{", 10).note.isEmpty());
    QVERIFY(!schema.check(QByteArray(5000, '[') + QByteArray(5000, ']'), 10).note.isEmpty());
    const QByteArray longText(100'000, 'x');
    // Patterns of texts come to an end however long those are; those of names are the library's.
    QCOMPARE(
        schema.check(R"({"id": 1, "status": "packed", "note": ")" + longText + "\"}", 10).problems.size(), 1);
    const JsonSchema names = JsonSchema::parse(R"({"patternProperties": {"^x": {"type": "string"}}})");
    QVERIFY2(names.isValid(), qPrintable(names.error()));
    QCOMPARE(names.check(R"({"xa": 1})", 10).problems.size(), 1);
    QVERIFY(!names.check("{\"" + longText + "\": 1}", 10).note.isEmpty());
    QVERIFY(JsonSchema().check("{}", 10).problems.isEmpty());
}

/// "(a+)+$" takes ages where an expression goes back without a bound.
void tst_JsonSchema::patternsEnd()
{
    const JsonSchema schema = JsonSchema::parse(R"({"pattern": "^(a+)+$"})");
    QVERIFY2(schema.isValid(), qPrintable(schema.error()));
    QCOMPARE(schema.check("\"" + QByteArray(5000, 'a') + "!\"", 10).problems.size(), 1);
    const JsonSchema broken = JsonSchema::parse(R"({"pattern": "("})");
    QVERIFY2(broken.error().contains(QStringLiteral("no regular expression")), qPrintable(broken.error()));
    // Members that are called so are members.
    const JsonSchema named = JsonSchema::parse(
        R"({"properties": {"pattern": {"type": "integer"}, "b": {"$ref": "#/properties/pattern"}}})");
    QCOMPARE(named.check(R"({"pattern": "x", "b": "y"})", 10).problems.size(), 2);
}

void tst_JsonSchema::canceled()
{
    const JsonSchema schema = JsonSchema::parse(R"({"items": {"type": "string"}})");
    const QByteArray value = "[" + QByteArray("1,").repeated(1000) + "1]";
    const std::atomic_bool yes{true};
    QCOMPARE(schema.check(value, 2000, &yes).problems.size(), 0);
    const std::atomic_bool no{false};
    QCOMPARE(schema.check(value, 2000, &no).problems.size(), 1001);
}

void tst_JsonSchema::values_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::newRow("enum") << QByteArray("/status") << QList<QByteArray>{"\"packed\"", "\"shipped\""};
    QTest::newRow("null") << QByteArray("/note") << QList<QByteArray>{"null"};
    QTest::newRow("anything") << QByteArray("/items/0/qty") << QList<QByteArray>();
    QTest::newRow("the whole") << QByteArray() << QList<QByteArray>();
}

void tst_JsonSchema::values()
{
    QFETCH(QByteArray, pointer);
    QTEST(JsonSchema::parse(Order).values(pointer), "values");
    const JsonSchema exact = JsonSchema::parse(R"({"enum": [1.0, 1e400, {"a": 1}], "type": "boolean"})");
    QCOMPARE(exact.values(""), (QList<QByteArray>{"1.0", "1e400", "{\"a\": 1}"}));
    QCOMPARE(JsonSchema::parse(R"({"type": "boolean"})").values(""), (QList<QByteArray>{"true", "false"}));
}

void tst_JsonSchema::memberNames_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *pointer, const QStringList &names) {
        QTest::newRow(*pointer ? pointer : "the whole") << QByteArray(pointer) << names;
    };
    row("", {QStringLiteral("a/b"), QStringLiteral("id"), QStringLiteral("items"), QStringLiteral("note"),
             QStringLiteral("pattern"), QStringLiteral("price"), QStringLiteral("status")});
    row("/items/7", {QStringLiteral("qty"), QStringLiteral("sku")});
    row("/a~1b/anything", {QStringLiteral("inner")});
    row("/note", {});
    row("/nothing", {});
    row("no pointer", {});
}

void tst_JsonSchema::memberNames()
{
    QFETCH(QByteArray, pointer);
    QTEST(JsonSchema::parse(Order).memberNames(pointer), "names");
    // References in a circle come to an end.
    const JsonSchema circle = JsonSchema::parse(
        R"({"properties": {"next": {"$ref": "#"}, "x": {"anyOf": [{"$ref": "#"}, {"properties": {"y": {}}}]}}})");
    QVERIFY2(circle.isValid(), qPrintable(circle.error()));
    QCOMPARE(circle.memberNames("/next/next/x"),
             (QStringList{QStringLiteral("next"), QStringLiteral("x"), QStringLiteral("y")}));
}

void tst_JsonSchema::unknownSentencesStay()
{
    QCOMPARE(schemaRule(QStringLiteral("Something new."))->sentence, QStringLiteral("Something new."));
    QVERIFY(!schemaRule(QStringLiteral("Failed to validate item #3 in array.")));
    QCOMPARE(schemaRule(QStringLiteral("Expected number less than 1.500000"))->sentence,
             QStringLiteral("The number must be smaller than 1.5."));
    QCOMPARE(schemaRule(QStringLiteral("Expected number less than 10.000000"))->sentence,
             QStringLiteral("The number must be smaller than 10."));
}

QTEST_GUILESS_MAIN(tst_JsonSchema)

#include "tst_jsonschema.moc"
