// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/textrules.h"

#include "schema/treeadapter.h"

#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>

#include <QCoreApplication>
#include <QDateTime>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <functional>
#include <stdexcept>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::JsonSchema)
};

/// Whether a string is as it should be, and what to say if it is not.
struct TextRule {
    std::function<bool(const QString &)> fits;
    QString sentence;
};

class TextConstraint : public valijson::constraints::PolyConstraint
{
public:
    explicit TextConstraint(TextRule rule)
        : m_rule(std::move(rule))
    {
    }

    bool validate(const valijson::adapters::Adapter &target, const std::vector<std::string> &context,
                  valijson::ValidationResults *results) const override
    {
        if (!target.isString() || m_rule.fits(QString::fromStdString(target.getString())))
            return true;
        if (results)
            results->pushError(context, m_rule.sentence.toStdString());
        return false;
    }

private:
    Constraint *cloneInto(void *place) const override { return new (place) TextConstraint(m_rule); }
    size_t sizeOf() const override { return sizeof(*this); }

    TextRule m_rule;
};

TextRule patternRule(const QString &pattern)
{
    // JavaScript writes characters as \\u00e4, this library as \\x{00e4}.
    static const QRegularExpression code(QStringLiteral("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9A-Fa-f]{4})"));
    const QRegularExpression expression(QString(pattern).replace(code, QStringLiteral("\\1\\x{\\2}")),
                                        QRegularExpression::UseUnicodePropertiesOption);
    if (!expression.isValid())
        throw std::runtime_error(
            Text::tr("The pattern “%1” is no regular expression.").arg(pattern).toStdString());
    return {[expression](const QString &text) { return expression.match(text).hasMatch(); },
            Text::tr("The text does not fit the pattern %1 of the schema.").arg(pattern)};
}

bool isTime(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "\\A([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)\\z"));
    return form.match(text).hasMatch();
}

bool isDate(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

bool isDateTime(const QString &text)
{
    return text.size() > 11 && text[10].toUpper() == QLatin1Char('T') && isDate(text.left(10))
        && isTime(text.mid(11));
}

bool isEmail(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[^@\\s]+@[^@\\s]+\\z"));
    return form.match(text).hasMatch();
}

bool isUri(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.isRelative();
}

/// Nothing for a format that is not known: it says nothing, as draft 7 has it.
TextRule formatRule(const QString &format)
{
    const auto isAddress = [](QAbstractSocket::NetworkLayerProtocol protocol) {
        return [protocol](const QString &text) {
            const QHostAddress address(text);
            return address.protocol() == protocol && !text.contains(QLatin1Char('%'))
                && (protocol != QAbstractSocket::IPv4Protocol || text.count(QLatin1Char('.')) == 3);
        };
    };
    if (format == QLatin1StringView("date"))
        return {&isDate, Text::tr("The schema wants a date here, such as 2026-11-27.")};
    if (format == QLatin1StringView("time"))
        return {&isTime, Text::tr("The schema wants a time here, such as 09:30:00Z.")};
    if (format == QLatin1StringView("date-time"))
        return {&isDateTime,
                Text::tr("The schema wants a date with a time here, such as 2026-11-27T09:30:00Z.")};
    if (format == QLatin1StringView("email"))
        return {&isEmail, Text::tr("The schema wants an e-mail address here.")};
    if (format == QLatin1StringView("uri"))
        return {&isUri, Text::tr("The schema wants an address with its scheme here (https://…).")};
    if (format == QLatin1StringView("ipv4"))
        return {isAddress(QAbstractSocket::IPv4Protocol), Text::tr("The schema wants an IPv4 address here.")};
    if (format == QLatin1StringView("ipv6"))
        return {isAddress(QAbstractSocket::IPv6Protocol), Text::tr("The schema wants an IPv6 address here.")};
    return {[](const QString &) { return true; }, {}};
}

class TextRuleBuilder : public valijson::ConstraintBuilder
{
public:
    explicit TextRuleBuilder(TextRule (*ruleOf)(const QString &))
        : m_ruleOf(ruleOf)
    {
    }
    valijson::constraints::Constraint *make(const valijson::adapters::Adapter &value) const override
    {
        return new TextConstraint(m_ruleOf(QString::fromStdString(value.getString())));
    }

private:
    TextRule (*m_ruleOf)(const QString &);
};

} // namespace

void addTextRules(valijson::SchemaParser &parser)
{
    const auto add = [&parser](const char *keyword, TextRule (*make)(const QString &)) {
        parser.addConstraintBuilder(SchemaAdapter::OurMark + std::string(keyword), new TextRuleBuilder(make));
    };
    add("pattern", &patternRule);
    add("format", &formatRule);
}

} // namespace Studio
