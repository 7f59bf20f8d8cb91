// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonerror.h"

#include <QCoreApplication>

#include <algorithm>

namespace Studio
{

namespace
{

/// Sentences about JSON texts share one translation context.
struct JsonErrors {
    Q_DECLARE_TR_FUNCTIONS(JsonErrors)
};

/// What is marked, short enough for a sentence.
QString marked(const JsonError &error, QByteArrayView text)
{
    constexpr qsizetype Longest = 24;
    if (error.offset >= text.size())
        return {};
    const qsizetype length = std::min(error.length, text.size() - error.offset);
    QString all = QString::fromUtf8(text.sliced(error.offset, std::min<qsizetype>(length, 4 * Longest)));
    if (all.size() <= Longest && length <= 4 * Longest)
        return all;
    return all.left(Longest) + QChar(0x2026);
}

QString lineOfRelated(const JsonError &error, QByteArrayView text)
{
    return QString::number(textPlace(text, std::max<qsizetype>(0, error.related)).line);
}

QString codeOfCharacter(const JsonError &error, QByteArrayView text)
{
    const QList<uint> points = marked(error, text).toUcs4();
    const uint point = points.isEmpty() ? 0 : points.first();
    return QStringLiteral("U+%1").arg(point, 4, 16, QLatin1Char('0')).toUpper();
}

QString numberText(JsonErrorCode code)
{
    switch (code) {
    case JsonErrorCode::LeadingZero:
        return JsonErrors::tr("A number may not begin with 0 before further digits.");
    case JsonErrorCode::LeadingPlus:
        return JsonErrors::tr("A number may not begin with +.");
    case JsonErrorCode::DigitExpected:
        return JsonErrors::tr("A number needs a digit here.");
    case JsonErrorCode::DigitExpectedAfterPoint:
        return JsonErrors::tr("A number needs a digit behind its decimal point.");
    default:
        return JsonErrors::tr("A number needs a digit in its exponent.");
    }
}

QString stringText(const JsonError &error, QByteArrayView text)
{
    switch (error.code) {
    case JsonErrorCode::StringNotClosed:
        return JsonErrors::tr("This string has no closing quote.");
    case JsonErrorCode::LineBreakInString:
        return JsonErrors::tr("This string has no closing quote on its line. A line break inside a string is "
                              "written as \\n.");
    case JsonErrorCode::ControlCharacterInString:
        if (marked(error, text) == QLatin1String("\t"))
            return JsonErrors::tr("A tab inside a string is written as \\t.");
        return JsonErrors::tr("The control character %1 inside a string is written as an escape (\\u00…).")
            .arg(codeOfCharacter(error, text));
    case JsonErrorCode::BadEscape:
        return JsonErrors::tr("%1 is no escape of JSON. A backslash itself is written as \\\\.")
            .arg(marked(error, text));
    case JsonErrorCode::BadUnicodeEscape:
        return JsonErrors::tr("Four hexadecimal digits have to follow \\u.");
    case JsonErrorCode::SingleQuotes:
        return JsonErrors::tr("JSON uses double quotes, not single ones.");
    default:
        return JsonErrors::tr("This byte is not valid UTF-8.");
    }
}

/// "7.50" where 7,50 was written: digits that stand as a name right behind a comma behind a digit. Else
/// empty.
QString decimalComma(const JsonError &error, QByteArrayView text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const qsizetype comma = error.offset - 1;
    const QByteArrayView fraction = text.sliced(error.offset, error.length);
    if (comma < 1 || text[comma] != ',' || !std::all_of(fraction.begin(), fraction.end(), isDigit))
        return {};
    qsizetype begin = comma;
    while (begin > 0 && (isDigit(text[begin - 1]) || text[begin - 1] == '-'))
        --begin;
    // A number that has a point already does not want another one.
    const bool isWhole = begin == 0 || QByteArrayView(" \t\r\n:[,").contains(text[begin - 1]);
    if (begin == comma || !isWhole)
        return {};
    return QString::fromUtf8(text.sliced(begin, comma - begin)) + u'.' + QString::fromUtf8(fraction);
}

QString bracketText(const JsonError &error, QByteArrayView text)
{
    const QString line = lineOfRelated(error, text);
    switch (error.code) {
    case JsonErrorCode::BraceClosedByBracket:
        return JsonErrors::tr("The { of line %1 has to be closed by }, not by ].").arg(line);
    case JsonErrorCode::BracketClosedByBrace:
        return JsonErrors::tr("The [ of line %1 has to be closed by ], not by }.").arg(line);
    case JsonErrorCode::ObjectNotClosed:
        return JsonErrors::tr("The { of line %1 is not closed.").arg(line);
    default:
        return JsonErrors::tr("The [ of line %1 is not closed.").arg(line);
    }
}

} // namespace

TextPlace textPlace(QByteArrayView text, qsizetype offset)
{
    TextPlace place;
    const qsizetype end = std::min(offset, text.size());
    for (qsizetype i = 0; i < end; ++i) {
        const auto byte = uchar(text[i]);
        const bool crOfCrLf = byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (byte == '\n' || (byte == '\r' && !crOfCrLf)) {
            ++place.line;
            place.column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

QString jsonErrorText(const JsonError &error, QByteArrayView text)
{
    switch (error.code) {
    case JsonErrorCode::None:
        return {};
    case JsonErrorCode::Empty:
        return JsonErrors::tr("There is no value here yet.");
    case JsonErrorCode::ByteOrderMark:
        return JsonErrors::tr("The text begins with a byte order mark, which JSON does not allow.");
    case JsonErrorCode::ExpectedValue:
        return JsonErrors::tr("A value is expected here, not %1.").arg(marked(error, text));
    case JsonErrorCode::ExpectedName:
        return JsonErrors::tr("The name of a member in double quotes is expected here, not %1.")
            .arg(marked(error, text));
    case JsonErrorCode::NameNotQuoted:
        if (const QString number = decimalComma(error, text); !number.isEmpty())
            return JsonErrors::tr("A number is written with a point, not with a comma: %1.").arg(number);
        return JsonErrors::tr("The name %1 has to stand in double quotes.").arg(marked(error, text));
    case JsonErrorCode::ExpectedColon:
        return JsonErrors::tr("A colon is expected behind the name of a member, not %1.")
            .arg(marked(error, text));
    case JsonErrorCode::MissingComma:
        return JsonErrors::tr("A comma is missing before %1.").arg(marked(error, text));
    case JsonErrorCode::ExpectedCommaOrBrace:
        return JsonErrors::tr("A comma or } is expected here, not %1.").arg(marked(error, text));
    case JsonErrorCode::ExpectedCommaOrBracket:
        return JsonErrors::tr("A comma or ] is expected here, not %1.").arg(marked(error, text));
    case JsonErrorCode::TrailingComma:
        return JsonErrors::tr("This comma is one too many: nothing follows it.");
    case JsonErrorCode::MissingValue:
        return JsonErrors::tr("A value is missing before this comma.");
    case JsonErrorCode::BraceClosedByBracket:
    case JsonErrorCode::BracketClosedByBrace:
    case JsonErrorCode::ObjectNotClosed:
    case JsonErrorCode::ArrayNotClosed:
        return bracketText(error, text);
    case JsonErrorCode::TextAfterValue:
        return JsonErrors::tr("The value ends before this; nothing may follow it.");
    case JsonErrorCode::StringNotClosed:
    case JsonErrorCode::LineBreakInString:
    case JsonErrorCode::ControlCharacterInString:
    case JsonErrorCode::BadEscape:
    case JsonErrorCode::BadUnicodeEscape:
    case JsonErrorCode::SingleQuotes:
    case JsonErrorCode::InvalidUtf8:
        return stringText(error, text);
    case JsonErrorCode::LeadingZero:
    case JsonErrorCode::LeadingPlus:
    case JsonErrorCode::DigitExpected:
    case JsonErrorCode::DigitExpectedAfterPoint:
    case JsonErrorCode::DigitExpectedInExponent:
        return numberText(error.code);
    case JsonErrorCode::UnknownWord:
        return JsonErrors::tr("JSON does not know %1. Text stands in double quotes; true, false and null are "
                              "written in small letters.")
            .arg(marked(error, text));
    case JsonErrorCode::Comment:
        return JsonErrors::tr("JSON has no comments.");
    case JsonErrorCode::UnexpectedCharacter:
        return JsonErrors::tr("The character %1 has no meaning here.").arg(codeOfCharacter(error, text));
    }
    return {};
}

QString jsonErrorSentence(const JsonError &error, QByteArrayView text)
{
    if (!error)
        return {};
    const TextPlace place = textPlace(text, error.offset);
    return JsonErrors::tr("Line %1, column %2: %3")
        .arg(QString::number(place.line), QString::number(place.column), jsonErrorText(error, text));
}

} // namespace Studio
