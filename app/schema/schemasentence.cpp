// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schemasentence.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Studio
{

namespace
{

struct Rule {
    const char *pattern; ///< of the library's text; its first bracket goes in for %1
    const char *sentence; ///< nullptr: it follows from another one
    SchemaRule::Kind kind = SchemaRule::Other;
};

// Longer texts first, where one is the beginning of another.
constexpr Rule Rules[] = {
    {"^Value type not permitted",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The schema wants another type here."), SchemaRule::Type},
    {"^Missing required property '(.*)'\\.$",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The member “%1” is missing.")},
    {"constraints: '(.*)'\\.$",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The schema has no member “%1” here."),
     SchemaRule::Unwanted},
    {"^Missing dependency '(.*)'\\.$",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The member “%1” must be there, too.")},
    {"^Failed to match against any enum",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "This is none of the values that the schema lists."),
     SchemaRule::Values},
    {"^Failed to match expected value set by 'const'",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "The schema allows one value only here, and this is another."),
     SchemaRule::Values},
    {"^Expected number greater than or equal to (.*?)\\.?$",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The number must be at least %1.")},
    {"^Expected number greater than (.*?)\\.?$",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The number must be greater than %1.")},
    {"^Expected number less than or equal to (.*?)\\.?$",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The number must be at most %1.")},
    {"^Expected number less than (.*?)\\.?$",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The number must be smaller than %1.")},
    {"multiple of (.*?)\\.?$",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The number must be a multiple of %1.")},
    {"^String should be no fewer than (\\d+)",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "The text is too short: the schema wants at least %1 characters.")},
    {"^String should be no more than (\\d+)",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "The text is too long: the schema wants at most %1 characters.")},
    {"^Array should contain no fewer than (\\d+)",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "The array is too short: the schema wants at least %1 elements.")},
    {"^Array should contain no more than (\\d+)",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "The array is too long: the schema wants at most %1 elements.")},
    {"^Array contains more items",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The array has more elements than the schema allows.")},
    {"violate uniqueness",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "Two elements of this array are the same; the schema wants different ones.")},
    {"^Object should have no fewer than (\\d+)",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "The object is too small: the schema wants at least %1 members.")},
    {"^Object should have no more than (\\d+)",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "The object is too large: the schema wants at most %1 members.")},
    {"'contains' constraint",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "No element of this array is what the schema wants in it.")},
    {"'not' constraint",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The schema forbids a value like this here.")},
    {"by anyOf constraint",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The value fits none of the forms that the schema offers.")},
    {"by oneOf constraint|exactly one child schema",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                       "The value must fit exactly one of the forms that the schema offers.")},
    {"if-then-else", QT_TRANSLATE_NOOP("Studio::SchemaSentence",
                                       "The value does not fit what the schema wants in this case.")},
    {"could not be converted",
     QT_TRANSLATE_NOOP("Studio::SchemaSentence", "The number is too large to be checked.")},
    {"^Failed to validate against schema associated with", nullptr},
    {"^Failed to validate against (child|dependent|additional)", nullptr},
    {"^Failed to validate item #|^Cannot validate item #", nullptr},
};

/// "1.000000", as the library writes numbers.
QString withoutZeros(QString number)
{
    static const QRegularExpression zeros(QStringLiteral("^(-?\\d+)(?:\\.0*|(\\.\\d*[1-9])0*)$"));
    return number.replace(zeros, QStringLiteral("\\1\\2"));
}

} // namespace

std::optional<SchemaRule> schemaRule(const QString &description)
{
    for (const Rule &rule : Rules) {
        const QRegularExpression pattern(QString::fromLatin1(rule.pattern),
                                         QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = pattern.match(description);
        if (!match.hasMatch())
            continue;
        if (!rule.sentence)
            return std::nullopt;
        const QString sentence = QCoreApplication::translate("Studio::SchemaSentence", rule.sentence);
        const QString detail = withoutZeros(match.captured(1));
        return SchemaRule{
            rule.kind, sentence.contains(QLatin1StringView("%1")) ? sentence.arg(detail) : sentence, detail};
    }
    return SchemaRule{SchemaRule::Other, description, {}};
}

} // namespace Studio
