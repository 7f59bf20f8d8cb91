// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/jsonschema.h"

#include "schema/schemasentence.h"
#include "schema/schematree.h"
#include "schema/textrules.h"
#include "schema/treeadapter.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"
#include "json/jsontree.h"

#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::JsonSchema)
};

constexpr qsizetype MostDepth = 100;
constexpr qsizetype LongestName = 2000; ///< bytes, where the library's expressions look at names
constexpr int MostListed = 6; ///< values in a sentence

/// Why the library must not be given this text; empty = it may.
QString reasonAgainst(QByteArrayView text, bool hasNamePatterns)
{
    JsonScanner scanner(text);
    for (JsonToken token = scanner.next(); token.kind != JsonTokenKind::End; token = scanner.next()) {
        if (token.kind == JsonTokenKind::Invalid)
            return Text::tr("Not checked against the schema: the text is not valid JSON.");
        if (scanner.depth() > MostDepth)
            return Text::tr("Not checked against the schema: the text is nested too deep.");
        if (hasNamePatterns && token.length > LongestName && token.kind == JsonTokenKind::Name)
            return Text::tr("Not checked against the schema: a name is too long for its patterns.");
    }
    return {};
}

/// What the library has against a schema.
QString schemaError(const QString &what)
{
    static const QRegularExpression keyword(QStringLiteral("'(\\$?[A-Za-z]+)'"));
    if (const auto match = keyword.match(what); match.hasMatch())
        return Text::tr("The schema cannot be used: “%1” has a value of the wrong kind.")
            .arg(match.captured(1));
    return Text::tr("The schema cannot be used. %1").arg(what);
}

/// "<root>", "[items]", "[0]" as the library names a place.
QByteArray pointerOf(const std::vector<std::string> &context)
{
    QByteArray pointer;
    for (size_t i = 1; i < context.size(); ++i) {
        const std::string &step = context[i];
        if (step.size() >= 2 && step.front() == '[' && step.back() == ']')
            pointer += '/' + escapedPointerToken(QByteArrayView(step.data() + 1, qsizetype(step.size()) - 2));
    }
    return pointer;
}

QString typeName(const QString &word)
{
    if (word == QLatin1StringView("object"))
        return Text::tr("an object");
    if (word == QLatin1StringView("array"))
        return Text::tr("an array");
    if (word == QLatin1StringView("string"))
        return Text::tr("a string");
    if (word == QLatin1StringView("integer"))
        return Text::tr("a whole number");
    if (word == QLatin1StringView("number"))
        return Text::tr("a number");
    if (word == QLatin1StringView("boolean"))
        return Text::tr("true or false");
    return word;
}

} // namespace

struct JsonSchema::Data {
    explicit Data(const QByteArray &text)
        : source(text)
        , hasNamePatterns(text.contains("\"patternProperties\""))
    {
    }

    SchemaTree source;
    valijson::Schema schema;
    bool hasNamePatterns;

    QString sentence(const SchemaRule &rule, QByteArrayView pointer) const;
};

JsonSchema JsonSchema::parse(const QByteArray &text)
{
    JsonSchema result;
    if (const JsonError error = validateJson(text)) {
        result.m_error = jsonErrorSentence(error, text);
        return result;
    }
    if (!reasonAgainst(text, false).isEmpty()) {
        result.m_error = Text::tr("The schema is nested too deep.");
        return result;
    }
    const auto data = std::make_shared<Data>(text);
    if (!data->source.isObject()) {
        result.m_error = Text::tr("A schema is a JSON object.");
        return result;
    }
    if (data->source.refersElsewhere()) {
        result.m_error = Text::tr("The schema refers to another document. Such are never fetched.");
        return result;
    }
    if (data->source.isEndless()) {
        result.m_error = Text::tr("The schema refers to itself without an end.");
        return result;
    }
    try {
        const SchemaAdapter::Source source{
            .tree = data->source.tree(), .canceled = nullptr, .results = nullptr, .isSchema = true};
        valijson::SchemaParser parser;
        addTextRules(parser);
        parser.populateSchema(SchemaAdapter::Adapter(source), data->schema);
    } catch (const std::exception &problem) {
        result.m_error = schemaError(QString::fromUtf8(problem.what()));
        return result;
    }
    result.d = data;
    return result;
}

/// The library's sentence, with what the schema has there where it can be said.
QString JsonSchema::Data::sentence(const SchemaRule &rule, QByteArrayView pointer) const
{
    if (rule.kind == SchemaRule::Type) {
        QStringList names;
        for (const QString &word : source.types(pointer))
            names.append(typeName(word));
        if (names.size() == 1)
            return Text::tr("The schema wants %1 here.", "a type, such as: an object").arg(names[0]);
        if (!names.isEmpty())
            return Text::tr("The schema wants one of these here: %1.").arg(names.join(QStringLiteral(", ")));
    }
    if (rule.kind == SchemaRule::Values) {
        const QList<QByteArray> values = source.values(pointer);
        const auto isLong = [](const QByteArray &value) { return value.size() > 40; };
        if (!values.isEmpty() && values.size() <= MostListed
            && std::none_of(values.begin(), values.end(), isLong))
            return Text::tr("The schema allows only %1 here.")
                .arg(QString::fromUtf8(values.join(QByteArrayLiteral(", "))));
    }
    return rule.sentence;
}

JsonSchema::Answer JsonSchema::check(const QByteArray &value, int most,
                                     const std::atomic_bool *canceled) const
{
    Answer answer;
    if (!d)
        return answer;
    answer.note = reasonAgainst(value, d->hasNamePatterns);
    if (!answer.note.isEmpty())
        return answer;
    const auto tree = JsonTree::parse(value);
    valijson::ValidationResults results;
    // Each problem brings one for each level around it, which are left out below.
    const SchemaAdapter::Source source{.tree = *tree,
                                       .canceled = canceled,
                                       .results = &results,
                                       .mostResults = size_t(most) * size_t(MostDepth)};
    try {
        valijson::Validator validator;
        if (validator.validate(d->schema, SchemaAdapter::Adapter(source), &results))
            return answer;
    } catch (const SchemaAdapter::Stopped &) {
        if (canceled && *canceled)
            return answer;
    } catch (const std::exception &problem) {
        answer.note = Text::tr("Not checked against the schema: %1").arg(QString::fromUtf8(problem.what()));
        return answer;
    }
    for (const auto &result : results) {
        const auto rule = schemaRule(QString::fromStdString(result.description));
        if (!rule)
            continue; // follows from another one that is in the list, too
        SchemaProblem problem;
        problem.pointer = pointerOf(result.context);
        problem.sentence = d->sentence(*rule, problem.pointer);
        if (const int node = tree->find(problem.pointer); node >= 0) {
            const JsonTree::Node &at = tree->node(node);
            const bool isShort = !at.isContainer();
            problem.offset = isShort || at.nameLength == 0 ? at.offset : at.nameOffset;
            problem.length = isShort ? at.length : at.nameLength > 0 ? at.nameLength : 1;
            // A member that must not be there is marked itself.
            if (const int unwanted = rule->kind == SchemaRule::Unwanted && at.isContainer()
                                       ? tree->member(node, rule->detail.toUtf8())
                                       : -1;
                unwanted >= 0) {
                problem.offset = tree->node(unwanted).nameOffset;
                problem.length = tree->node(unwanted).nameLength;
            }
        }
        if (!answer.problems.contains(problem))
            answer.problems.append(problem);
        if (answer.problems.size() >= most)
            break;
    }
    std::stable_sort(answer.problems.begin(), answer.problems.end(),
                     [](const SchemaProblem &a, const SchemaProblem &b) { return a.offset < b.offset; });
    return answer;
}

QStringList JsonSchema::memberNames(QByteArrayView pointer) const
{
    return d ? d->source.memberNames(pointer) : QStringList();
}

QList<QByteArray> JsonSchema::values(QByteArrayView pointer) const
{
    return d ? d->source.values(pointer) : QList<QByteArray>();
}

} // namespace Studio
