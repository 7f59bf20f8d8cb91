// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonscanner.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace Studio
{

namespace
{

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

/// Bytes that a string holds as they are and that need no look at their neighbours.
constexpr std::array<bool, 256> makePlain()
{
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x80; ++c)
        table[c] = c != '"' && c != '\\';
    return table;
}

constexpr std::array<bool, 256> Plain = makePlain();

} // namespace

int utf8CharacterLength(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < text.size() ? uchar(text[i]) : uchar(0); };
    const auto tail = [&](qsizetype i) { return (byte(i) & 0xC0) == 0x80; };
    const uchar first = byte(at);
    if (at >= text.size())
        return 0;
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return tail(at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const uchar second = byte(at + 1);
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second > 0x9F;
        return tail(at + 1) && tail(at + 2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const uchar second = byte(at + 1);
        const bool overlong = first == 0xF0 && second < 0x90;
        const bool tooLarge = first == 0xF4 && second > 0x8F;
        return tail(at + 1) && tail(at + 2) && tail(at + 3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

bool isValidUtf8(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size();) {
        // Most text is ASCII: eight characters at a time.
        quint64 eight = 0;
        if (text.size() - at >= qsizetype(sizeof eight)) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080) == 0) {
                at += qsizetype(sizeof eight);
                continue;
            }
        }
        const int length = utf8CharacterLength(text, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

JsonScanner::JsonScanner(QByteArrayView text)
    : m_text(text)
{
}

JsonToken JsonScanner::next()
{
    if (m_error)
        return {JsonTokenKind::Invalid, m_error.offset, m_error.length};
    if (m_at == 0 && m_text.startsWith("\xEF\xBB\xBF"))
        return fail(JsonErrorCode::ByteOrderMark, 0, 3);
    skipSpace();
    if (m_at >= m_text.size())
        return endOfText();
    switch (m_expect) {
    case Expect::Value:
    case Expect::ValueOrEnd:
        return value();
    case Expect::Name:
    case Expect::NameOrEnd:
        return name();
    case Expect::Colon:
        if (m_text[m_at] != ':')
            return failUnexpected(JsonErrorCode::ExpectedColon);
        m_expect = Expect::Value;
        return {JsonTokenKind::Colon, m_at++, 1};
    case Expect::CommaOrEnd:
        return afterValue();
    case Expect::Nothing:
        break;
    }
    return failUnexpected(JsonErrorCode::TextAfterValue);
}

void JsonScanner::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

JsonToken JsonScanner::fail(JsonErrorCode code, qsizetype offset, qsizetype length, qsizetype related)
{
    m_error = {code, offset, length, related};
    return {JsonTokenKind::Invalid, offset, length};
}

JsonToken JsonScanner::failHere(JsonErrorCode code)
{
    return fail(code, m_at, std::max<qsizetype>(1, wordLength(m_at)));
}

/// What stands here is out of place: says so with `code`, or more exactly where the text shows what was
/// meant.
JsonToken JsonScanner::failUnexpected(JsonErrorCode code)
{
    const char c = m_text[m_at];
    const char following = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
    if (c == '/' && (following == '/' || following == '*'))
        return fail(JsonErrorCode::Comment, m_at, 2);
    const qsizetype length = characterLength(m_at);
    if (length == 0)
        return fail(JsonErrorCode::InvalidUtf8, m_at, 1);
    if (c == '\'')
        return fail(JsonErrorCode::SingleQuotes, m_at, 1);
    if (uchar(c) < 0x20 || (length > 1 && code != JsonErrorCode::TextAfterValue))
        return fail(JsonErrorCode::UnexpectedCharacter, m_at, length);
    return fail(code, m_at, std::max(length, wordLength(m_at)));
}

JsonToken JsonScanner::endOfText()
{
    const qsizetype size = m_text.size();
    if (m_expect == Expect::Nothing)
        return {JsonTokenKind::End, size, 0};
    if (!m_open.empty()) {
        const Open &open = m_open.back();
        return fail(open.isObject ? JsonErrorCode::ObjectNotClosed : JsonErrorCode::ArrayNotClosed, size, 0,
                    open.offset);
    }
    return fail(JsonErrorCode::Empty, size, 0);
}

JsonToken JsonScanner::open(bool isObject)
{
    m_open.push_back({m_at, isObject});
    m_expect = isObject ? Expect::NameOrEnd : Expect::ValueOrEnd;
    return {isObject ? JsonTokenKind::ObjectBegin : JsonTokenKind::ArrayBegin, m_at++, 1};
}

/// At } (`isObject`) or ].
JsonToken JsonScanner::close(bool isObject)
{
    if (m_open.empty())
        return failHere(m_expect == Expect::Nothing ? JsonErrorCode::TextAfterValue
                                                    : JsonErrorCode::ExpectedValue);
    const Open open = m_open.back();
    if (open.isObject != isObject)
        return fail(open.isObject ? JsonErrorCode::BraceClosedByBracket : JsonErrorCode::BracketClosedByBrace,
                    m_at, 1, open.offset);
    m_open.pop_back();
    m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd;
    return {isObject ? JsonTokenKind::ObjectEnd : JsonTokenKind::ArrayEnd, m_at++, 1};
}

JsonToken JsonScanner::name()
{
    const char c = m_text[m_at];
    if (c == '"') {
        const JsonToken token = string(JsonTokenKind::Name);
        if (token.kind == JsonTokenKind::Name) {
            m_expect = Expect::Colon;
            m_at = token.end();
        }
        return token;
    }
    if (c == '}' && m_expect == Expect::NameOrEnd)
        return close(true);
    if (c == '}')
        return fail(JsonErrorCode::TrailingComma, m_lastComma, 1);
    if (c == ']')
        return close(false);
    if (isWordCharacter(c))
        return failHere(JsonErrorCode::NameNotQuoted);
    return failUnexpected(JsonErrorCode::ExpectedName);
}

JsonToken JsonScanner::value()
{
    const char c = m_text[m_at];
    switch (c) {
    case '{':
        return open(true);
    case '[':
        return open(false);
    case '"':
        return scalarDone(string(JsonTokenKind::String));
    case ']':
    case '}': {
        const bool inArray = !m_open.empty() && !m_open.back().isObject;
        if (m_expect == Expect::ValueOrEnd)
            return close(c == '}');
        if (inArray && c == ']')
            return fail(JsonErrorCode::TrailingComma, m_lastComma, 1);
        if (inArray)
            return close(true);
        return failHere(JsonErrorCode::ExpectedValue);
    }
    case ',':
        return failHere(JsonErrorCode::MissingValue);
    case '+':
        return fail(JsonErrorCode::LeadingPlus, m_at, 1);
    case '.':
        return fail(JsonErrorCode::DigitExpected, m_at, 1);
    default:
        break;
    }
    if (c == '-' || isDigit(c))
        return scalarDone(number());
    if (isWordCharacter(c))
        return scalarDone(word());
    return failUnexpected(JsonErrorCode::ExpectedValue);
}

JsonToken JsonScanner::afterValue()
{
    const bool inObject = m_open.back().isObject;
    const char c = m_text[m_at];
    if (c == ',') {
        m_lastComma = m_at;
        m_expect = inObject ? Expect::Name : Expect::Value;
        return {JsonTokenKind::Comma, m_at++, 1};
    }
    if (c == '}' || c == ']')
        return close(c == '}');
    if (c == '"' || c == '{' || c == '[' || c == '-' || isWordCharacter(c))
        return failHere(JsonErrorCode::MissingComma);
    return failUnexpected(inObject ? JsonErrorCode::ExpectedCommaOrBrace
                                   : JsonErrorCode::ExpectedCommaOrBracket);
}

JsonToken JsonScanner::scalarDone(JsonToken token)
{
    if (token.kind != JsonTokenKind::Invalid) {
        m_at = token.end();
        m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd;
    }
    return token;
}

JsonToken JsonScanner::word()
{
    const qsizetype length = wordLength(m_at);
    const QByteArrayView found = m_text.sliced(m_at, length);
    if (found == "true")
        return {JsonTokenKind::True, m_at, length};
    if (found == "false")
        return {JsonTokenKind::False, m_at, length};
    if (found == "null")
        return {JsonTokenKind::Null, m_at, length};
    return fail(JsonErrorCode::UnknownWord, m_at, length);
}

JsonToken JsonScanner::number()
{
    const qsizetype start = m_at;
    const auto at = [&](qsizetype i) { return i < m_text.size() ? m_text[i] : '\0'; };
    const auto skipDigits = [&](qsizetype i) {
        while (isDigit(at(i)))
            ++i;
        return i;
    };
    // Where a digit is missing the mark stands on what is there instead, or behind the last character.
    const auto failAt = [&](JsonErrorCode code, qsizetype i) {
        return fail(code, i, i < m_text.size() ? std::max<qsizetype>(1, characterLength(i)) : 0);
    };
    qsizetype i = start;
    if (at(i) == '-')
        ++i;
    if (!isDigit(at(i))) {
        if (isWordCharacter(at(i)))
            return fail(JsonErrorCode::UnknownWord, start, i - start + wordLength(i));
        return failAt(JsonErrorCode::DigitExpected, i);
    }
    if (at(i) == '0' && isDigit(at(i + 1)))
        return fail(JsonErrorCode::LeadingZero, start, skipDigits(i) - start);
    i = skipDigits(i);
    if (at(i) == '.') {
        ++i;
        if (!isDigit(at(i)))
            return failAt(JsonErrorCode::DigitExpectedAfterPoint, i);
        i = skipDigits(i);
    }
    if (at(i) == 'e' || at(i) == 'E') {
        ++i;
        if (at(i) == '+' || at(i) == '-')
            ++i;
        if (!isDigit(at(i)))
            return failAt(JsonErrorCode::DigitExpectedInExponent, i);
        i = skipDigits(i);
    }
    if (isWordCharacter(at(i)))
        return fail(JsonErrorCode::UnknownWord, start, i - start + wordLength(i));
    return {JsonTokenKind::Number, start, i - start};
}

JsonToken JsonScanner::string(JsonTokenKind kind)
{
    const qsizetype start = m_at;
    qsizetype i = start + 1;
    while (i < m_text.size()) {
        const char c = m_text[i];
        if (Plain[uchar(c)]) {
            ++i;
        } else if (c == '"') {
            return {kind, start, i + 1 - start};
        } else if (c == '\\') {
            if (!checkEscape(i))
                return {JsonTokenKind::Invalid, m_error.offset, m_error.length};
        } else if (c == '\n' || c == '\r') {
            return fail(JsonErrorCode::LineBreakInString, start, i - start, start);
        } else if (uchar(c) < 0x20) {
            return fail(JsonErrorCode::ControlCharacterInString, i, 1);
        } else {
            const qsizetype length = characterLength(i);
            if (length == 0)
                return fail(JsonErrorCode::InvalidUtf8, i, 1);
            i += length;
        }
    }
    return fail(JsonErrorCode::StringNotClosed, start, m_text.size() - start);
}

/// `at`: the backslash; moves behind the escape. False: m_error is set.
bool JsonScanner::checkEscape(qsizetype &at)
{
    const qsizetype start = at;
    const char c = start + 1 < m_text.size() ? m_text[start + 1] : '\0';
    switch (c) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        at += 2;
        return true;
    case 'u':
        break;
    default: {
        const qsizetype length = uchar(c) < 0x20 ? 0 : characterLength(start + 1);
        fail(JsonErrorCode::BadEscape, start, 1 + length);
        return false;
    }
    }
    qsizetype end = start + 2;
    while (end < m_text.size() && end < start + 6 && isHexDigit(m_text[end]))
        ++end;
    if (end < start + 6) {
        fail(JsonErrorCode::BadUnicodeEscape, start, end - start);
        return false;
    }
    at = end;
    return true;
}

qsizetype JsonScanner::wordLength(qsizetype at) const
{
    qsizetype end = at;
    while (end < m_text.size() && isWordCharacter(m_text[end]))
        ++end;
    return end - at;
}

qsizetype JsonScanner::characterLength(qsizetype at) const
{
    return utf8CharacterLength(m_text, at);
}

JsonError validateJson(QByteArrayView text)
{
    JsonScanner scanner(text);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonTokenKind::End || token.kind == JsonTokenKind::Invalid)
            return scanner.error();
    }
}

} // namespace Studio
