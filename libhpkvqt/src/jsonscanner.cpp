// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "jsonscanner.h"

#include <QtAlgorithms>
#include <QtEndian>

#include <algorithm>
#include <bitset>
#include <cstring>
#include <utility>

namespace Hpkv
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether a byte of a string can be taken as it is.
bool isPlain(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && c != '"' && c != '\\';
}

/// Whether a byte of a string can be taken as it is, for eight of them at a time.
class EightBytes
{
public:
    static constexpr qsizetype size = 8;

    explicit EightBytes(const char *from)
        : m_word(qFromLittleEndian<quint64>(from))
    {
    }
    /// How many from the first on can be taken; the others need not be looked at.
    qsizetype plain() const
    {
        // The highest bit of a byte is set where it is below 0x20, a quote or a backslash. A borrow may set
        // it too often, but only behind a byte where it is right.
        const quint64 special =
            below(m_word, 0x20) | below(m_word ^ (ones * '"'), 1) | below(m_word ^ (ones * '\\'), 1);
        return special == 0 ? size : qsizetype(qCountTrailingZeroBits(special) / 8);
    }

private:
    static constexpr quint64 ones = 0x0101010101010101;
    static constexpr quint64 below(quint64 word, quint64 limit)
    {
        return (word - ones * limit) & ~word & (ones * 0x80);
    }

    quint64 m_word;
};

/// Where the bytes end that can be taken as they are.
const char *behindPlain(const char *from, const char *end)
{
    while (end - from >= EightBytes::size) {
        const qsizetype plain = EightBytes(from).plain();
        from += plain;
        if (plain < EightBytes::size)
            return from;
    }
    while (from < end && isPlain(*from))
        ++from;
    return from;
}

/// What stands behind the backslash for a character that cannot be taken as it is; 0 if there is no short
/// form.
char shortEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

/// Writes the character and returns what is behind it.
char *writeUtf8(char *to, char32_t c)
{
    const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
    return to;
}

bool isHighSurrogate(char32_t c)
{
    return c >= 0xD800 && c < 0xDC00;
}

bool isLowSurrogate(char32_t c)
{
    return c >= 0xDC00 && c < 0xE000;
}

constexpr char32_t replacement = 0xFFFD;

} // namespace

JsonScanner::JsonScanner(QByteArrayView text)
    : m_begin(text.data())
    , m_at(text.data())
    , m_end(text.data() + text.size())
{
}

bool JsonScanner::fail()
{
    m_failed = true;
    m_at = m_end;
    return false;
}

void JsonScanner::skipSpace()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

bool JsonScanner::atEnd()
{
    skipSpace();
    return !m_failed && m_at == m_end;
}

bool JsonScanner::expect(char c)
{
    skipSpace();
    if (m_at == m_end || *m_at != c)
        return fail();
    ++m_at;
    return true;
}

JsonScanner::Type JsonScanner::peek()
{
    skipSpace();
    if (m_at == m_end)
        return Type::Invalid;
    switch (*m_at) {
    case '{':
        return Type::Object;
    case '[':
        return Type::Array;
    case '"':
        return Type::String;
    case 't':
        return Type::True;
    case 'f':
        return Type::False;
    case 'n':
        return Type::Null;
    default:
        return isDigit(*m_at) || *m_at == '-' ? Type::Number : Type::Invalid;
    }
}

bool JsonScanner::nextMember(bool &first, QByteArrayView &name)
{
    if (m_failed)
        return false;
    skipSpace();
    if (m_at < m_end && *m_at == '}') {
        ++m_at;
        return false;
    }
    if (!first && !expect(','))
        return false;
    first = false;
    return readText(name) && expect(':');
}

bool JsonScanner::nextElement(bool &first)
{
    if (m_failed)
        return false;
    skipSpace();
    if (m_at < m_end && *m_at == ']') {
        ++m_at;
        return false;
    }
    if (!first && !expect(','))
        return false;
    first = false;
    return true;
}

bool JsonScanner::readHex4(char32_t &out)
{
    if (m_end - m_at < 4)
        return fail();
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = *m_at++;
        char32_t digit = 0;
        if (isDigit(c))
            digit = static_cast<char32_t>(c - '0');
        else if (c >= 'a' && c <= 'f')
            digit = static_cast<char32_t>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            digit = static_cast<char32_t>(c - 'A' + 10);
        else
            return fail();
        value = value * 16 + digit;
    }
    out = value;
    return true;
}

// After the backslash; `to` is null when the string is only checked, else where to write and then what is
// behind it.
bool JsonScanner::readEscape(char **to)
{
    if (m_at == m_end)
        return fail();
    char plain = 0;
    switch (*m_at++) {
    case '"':
        plain = '"';
        break;
    case '\\':
        plain = '\\';
        break;
    case '/':
        plain = '/';
        break;
    case 'b':
        plain = '\b';
        break;
    case 'f':
        plain = '\f';
        break;
    case 'n':
        plain = '\n';
        break;
    case 'r':
        plain = '\r';
        break;
    case 't':
        plain = '\t';
        break;
    case 'u': {
        char32_t c = 0;
        if (!readHex4(c))
            return false;
        if (isHighSurrogate(c)) {
            const char *const behind = m_at;
            char32_t low = 0;
            if (m_end - m_at >= 6 && m_at[0] == '\\' && m_at[1] == 'u') {
                m_at += 2;
                if (!readHex4(low))
                    return false;
            }
            if (isLowSurrogate(low)) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            } else {
                m_at = behind; // what follows stands for itself
                c = replacement;
            }
        } else if (isLowSurrogate(c)) {
            c = replacement;
        }
        if (to)
            *to = writeUtf8(*to, c);
        return true;
    }
    default:
        return fail();
    }
    if (to)
        *(*to)++ = plain;
    return true;
}

bool JsonScanner::readString(QByteArray &out)
{
    QByteArrayView text;
    if (!readText(text))
        return false;
    out = text.toByteArray();
    return true;
}

bool JsonScanner::readText(QByteArrayView &out)
{
    if (!expect('"'))
        return false;
    const char *const begin = m_at;
    m_at = behindPlain(m_at, m_end);
    if (m_at < m_end && *m_at == '"') {
        out = QByteArrayView(begin, m_at - begin);
        ++m_at;
        return true;
    }
    return readEscaped(begin, out);
}

// From the first byte on that cannot be taken as it stands.
bool JsonScanner::readEscaped(const char *begin, QByteArrayView &out)
{
    // No escape is shorter than what it stands for, so that there is room enough where the source has it; the
    // eight bytes behind are for what is copied in one piece.
    const qsizetype room = m_end - begin + EightBytes::size;
    if (m_unescaped.size() < room)
        m_unescaped = QByteArray(room, Qt::Uninitialized);
    char *const text = m_unescaped.data();
    std::memcpy(text, begin, static_cast<size_t>(m_at - begin));
    char *to = text + (m_at - begin);
    while (m_at < m_end) {
        const char c = *m_at;
        if (c == '"') {
            ++m_at;
            out = QByteArrayView(text, to - text);
            return true;
        }
        if (c == '\\') {
            ++m_at;
            if (!readEscape(&to))
                return false;
        } else if (!isPlain(c)) {
            break; // a control character
        } else if (m_end - m_at >= EightBytes::size) {
            std::memcpy(to, m_at, EightBytes::size);
            const qsizetype plain = EightBytes(m_at).plain();
            m_at += plain;
            to += plain;
        } else {
            *to++ = c;
            ++m_at;
        }
    }
    return fail();
}

bool JsonScanner::skipString()
{
    if (!expect('"'))
        return false;
    while (m_at < m_end) {
        const char c = *m_at++;
        if (c == '"')
            return true;
        if (c == '\\') {
            if (!readEscape(nullptr))
                return false;
        } else if (!isPlain(c)) {
            return fail();
        }
    }
    return fail();
}

bool JsonScanner::readNumber(QByteArrayView &out)
{
    skipSpace();
    const char *const start = m_at;
    if (m_at < m_end && *m_at == '-')
        ++m_at;
    if (m_at == m_end || !isDigit(*m_at))
        return fail();
    if (*m_at == '0') {
        ++m_at;
    } else {
        while (m_at < m_end && isDigit(*m_at))
            ++m_at;
    }
    if (m_at < m_end && *m_at == '.') {
        ++m_at;
        if (m_at == m_end || !isDigit(*m_at))
            return fail();
        while (m_at < m_end && isDigit(*m_at))
            ++m_at;
    }
    if (m_at < m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at < m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (m_at == m_end || !isDigit(*m_at))
            return fail();
        while (m_at < m_end && isDigit(*m_at))
            ++m_at;
    }
    if (m_at < m_end && (isDigit(*m_at) || *m_at == '.' || *m_at == '-' || *m_at == '+'))
        return fail(); // 01, 1.2.3, 1-2
    out = QByteArrayView(start, m_at - start);
    return true;
}

bool JsonScanner::literal(const char *text, qsizetype size)
{
    skipSpace();
    if (m_end - m_at < size || std::memcmp(m_at, text, static_cast<size_t>(size)) != 0)
        return fail();
    m_at += size;
    return true;
}

bool JsonScanner::readBool(bool &out)
{
    if (peek() == Type::True) {
        out = true;
        return literal("true", 4);
    }
    out = false;
    return literal("false", 5);
}

bool JsonScanner::readNull()
{
    return literal("null", 4);
}

bool JsonScanner::skip(QByteArrayView *out)
{
    skipSpace();
    const char *const start = m_at;
    std::bitset<maxDepth> objects; // for each level: an object (else an array)
    std::size_t depth = 0;
    bool valueNext = true; // false: a comma or a closing bracket comes next
    bool mayClose = false; // right behind an opening bracket
    bool ignored = false;
    do {
        skipSpace();
        if (m_at == m_end)
            return fail();
        if (depth > 0 && (!valueNext || mayClose) && (*m_at == '}' || *m_at == ']')) {
            if ((*m_at == '}') != objects[depth - 1])
                return fail();
            ++m_at;
            --depth;
            valueNext = false;
            mayClose = false;
            continue;
        }
        if (!valueNext) {
            if (!expect(','))
                return false;
            valueNext = true;
        }
        mayClose = false;
        if (depth > 0 && objects[depth - 1] && (!skipString() || !expect(':')))
            return false;
        bool done = false;
        QByteArrayView number;
        switch (peek()) {
        case Type::Object:
        case Type::Array:
            if (depth == maxDepth)
                return fail();
            objects[depth++] = *m_at++ == '{';
            valueNext = true;
            mayClose = true;
            continue;
        case Type::String:
            done = skipString();
            break;
        case Type::Number:
            done = readNumber(number);
            break;
        case Type::True:
        case Type::False:
            done = readBool(ignored);
            break;
        case Type::Null:
            done = readNull();
            break;
        case Type::Invalid:
            break;
        }
        if (!done)
            return fail();
        valueNext = false;
    } while (depth > 0);
    if (out)
        *out = QByteArrayView(start, m_at - start);
    return true;
}

qsizetype jsonStringSize(QByteArrayView text)
{
    qsizetype size = text.size() + 2;
    const char *const end = text.data() + text.size();
    for (const char *at = behindPlain(text.data(), end); at < end; at = behindPlain(at + 1, end))
        size += shortEscape(*at) ? 1 : 5;
    return size;
}

char *writeJsonString(char *to, QByteArrayView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    *to++ = '"';
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at < end) {
        const char *const special = behindPlain(at, end);
        std::memcpy(to, at, static_cast<size_t>(special - at));
        to += special - at;
        at = special;
        if (at == end)
            break;
        const char c = *at++;
        *to++ = '\\';
        if (const char escape = shortEscape(c)) {
            *to++ = escape;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            for (const char part : {'u', '0', '0', hex[byte >> 4], hex[byte & 15]})
                *to++ = part;
        }
    }
    *to++ = '"';
    return to;
}

void appendJsonString(QByteArray &out, QByteArrayView text)
{
    const qsizetype before = out.size();
    out.resize(before + jsonStringSize(text));
    writeJsonString(out.data() + before, text);
}

} // namespace Hpkv
