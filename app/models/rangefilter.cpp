// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rangefilter.h"

#include "json/exactdecimal.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace Studio
{

namespace
{

struct RangeFilterText {
    Q_DECLARE_TR_FUNCTIONS(RangeFilter)
};

/// Words of the filter's language; they are not translated, as saved queries hold them.
constexpr std::array kindWords = {QLatin1StringView("number"),  QLatin1StringView("text"),
                                  QLatin1StringView("true"),    QLatin1StringView("false"),
                                  QLatin1StringView("null"),    QLatin1StringView("object"),
                                  QLatin1StringView("array"),   QLatin1StringView("binary"),
                                  QLatin1StringView("missing"), QLatin1StringView("unread")};

QLatin1StringView wordOf(RangeCell::Kind kind)
{
    switch (kind) {
    case RangeCell::Kind::Number:
    case RangeCell::Kind::Whole:
        return kindWords[0];
    case RangeCell::Kind::Text:
    case RangeCell::Kind::JsonString:
        return kindWords[1];
    case RangeCell::Kind::True:
        return kindWords[2];
    case RangeCell::Kind::False:
        return kindWords[3];
    case RangeCell::Kind::Null:
        return kindWords[4];
    case RangeCell::Kind::Object:
        return kindWords[5];
    case RangeCell::Kind::Array:
        return kindWords[6];
    case RangeCell::Kind::Binary:
        return kindWords[7];
    case RangeCell::Kind::Missing:
        return kindWords[8];
    case RangeCell::Kind::Unread:
        break;
    }
    return kindWords[9];
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// `needle` is in lower case.
bool containsAscii(QByteArrayView text, QByteArrayView needle)
{
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                       [](char a, char b) { return lower(a) == b; })
        != text.end();
}

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
}

} // namespace

RangeFilter RangeFilter::contains(const QString &text)
{
    RangeFilter filter;
    if (text.isEmpty())
        return filter;
    filter.m_kind = Kind::Contains;
    filter.m_operand = text.toLower().toUtf8();
    if (!isAscii(filter.m_operand))
        filter.m_text = text.toLower();
    return filter;
}

RangeFilter RangeFilter::regex(const QString &text)
{
    const qsizetype end = text.lastIndexOf(u'/');
    const QStringView options = QStringView(text).sliced(end + 1);
    RangeFilter filter;
    filter.m_regex.setPattern(text.mid(1, end - 1));
    if (options == u"i")
        filter.m_regex.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    if (!filter.m_regex.isValid()) {
        filter.m_problem =
            RangeFilterText::tr("The regular expression is not valid: %1.").arg(filter.m_regex.errorString());
        return filter;
    }
    // Made now, as several threads will use it.
    filter.m_regex.optimize();
    filter.m_kind = Kind::Regex;
    return filter;
}

RangeFilter RangeFilter::comparison(Operator op, const QString &operand)
{
    RangeFilter filter;
    filter.m_operator = op;
    QByteArray text = operand.trimmed().toUtf8();
    if (ExactDecimal::fromJson(text)) {
        filter.m_kind = Kind::Number;
    } else if (op == Operator::Equal || op == Operator::NotEqual) {
        filter.m_kind = Kind::WholeText;
        if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
            text = text.mid(1, text.size() - 2);
    } else {
        filter.m_problem = text.isEmpty()
                             ? RangeFilterText::tr("A number is missing behind the sign.")
                             : RangeFilterText::tr("“%1” is not a number.").arg(operand.trimmed());
    }
    filter.m_operand = text;
    return filter;
}

RangeFilter RangeFilter::parse(const QString &written)
{
    const QString text = written.trimmed();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        return contains(text.mid(1, text.size() - 2));
    if (text.startsWith(u'/') && text.size() >= 2) {
        const qsizetype end = text.lastIndexOf(u'/');
        const QStringView options = QStringView(text).sliced(end + 1);
        if (end > 1 && (options.isEmpty() || options == u"i"))
            return regex(text);
    }
    static constexpr std::array<std::pair<QLatin1StringView, Operator>, 7> signs = {
        {{QLatin1StringView("!="), Operator::NotEqual},
         {QLatin1StringView(">="), Operator::GreaterEqual},
         {QLatin1StringView("<="), Operator::LessEqual},
         {QLatin1StringView("=="), Operator::Equal},
         {QLatin1StringView("="), Operator::Equal},
         {QLatin1StringView(">"), Operator::Greater},
         {QLatin1StringView("<"), Operator::Less}}};
    for (const auto &[sign, op] : signs) {
        if (text.startsWith(sign))
            return comparison(op, text.mid(sign.size()));
    }
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 2 && (words[0] == u"is" || words[0] == u"not")
        && std::find(kindWords.begin(), kindWords.end(), words[1]) != kindWords.end()) {
        RangeFilter filter;
        filter.m_kind = Kind::IsKind;
        filter.m_negated = words[0] == u"not";
        filter.m_text = words[1];
        return filter;
    }
    return contains(text);
}

bool RangeFilter::holds(Operator op, int order)
{
    switch (op) {
    case Operator::Equal:
        return order == 0;
    case Operator::NotEqual:
        return order != 0;
    case Operator::Less:
        return order < 0;
    case Operator::LessEqual:
        return order <= 0;
    case Operator::Greater:
        return order > 0;
    case Operator::GreaterEqual:
        return order >= 0;
    }
    return false;
}

bool RangeFilter::isOfKind(const RangeCell &cell) const
{
    if (cell.kind == RangeCell::Kind::Unread)
        return m_text == kindWords[9] && !m_negated;
    return (m_text == wordOf(cell.kind)) != m_negated;
}

bool RangeFilter::passes(const RangeCell &cell) const
{
    if (m_kind == Kind::Everything)
        return true;
    if (m_kind == Kind::IsKind)
        return isOfKind(cell);
    if (cell.isNothing())
        return false;
    switch (m_kind) {
    case Kind::Number: {
        const QByteArray number = cell.numberText();
        if (number.isEmpty() || !isJsonNumber(number))
            return false;
        const auto order = compareJsonNumbers(number, m_operand);
        return holds(m_operator, order < 0 ? -1 : order > 0 ? 1 : 0);
    }
    case Kind::WholeText:
        return holds(m_operator, cell.text() == m_operand ? 0 : 1);
    case Kind::Regex:
        return m_regex.match(QString::fromUtf8(cell.text())).hasMatch();
    default:
        break;
    }
    // Without a copy where there is nothing to unescape.
    const bool plain = cell.kind != RangeCell::Kind::Whole
                    && (cell.kind != RangeCell::Kind::JsonString || !cell.source.contains('\\'));
    if (m_text.isEmpty()) {
        if (!plain)
            return containsAscii(cell.text(), m_operand);
        const bool quoted = cell.kind == RangeCell::Kind::JsonString;
        return containsAscii(quoted ? cell.source.sliced(1, cell.source.size() - 2) : cell.source, m_operand);
    }
    return QString::fromUtf8(cell.text()).contains(m_text, Qt::CaseInsensitive);
}

} // namespace Studio
