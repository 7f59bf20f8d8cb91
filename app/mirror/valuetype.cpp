// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/valuetype.h"

#include "json/exactdecimal.h"

namespace Studio
{

namespace
{

constexpr qsizetype longestScalar = 4096; // longer texts are not looked through for a number
constexpr qsizetype looksBinarySpan = 256;

bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isJsonSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isJsonSpace(text.back()))
        text.chop(1);
    return text;
}

/// Skips digits from `i` on and returns whether there was one.
bool skipDigits(QByteArrayView text, qsizetype &i)
{
    const qsizetype start = i;
    while (i < text.size() && isDigit(text[i]))
        ++i;
    return i > start;
}

/// Length of the whole part of a number, sign included; 0 = not a number.
qsizetype wholePart(QByteArrayView text)
{
    qsizetype i = text.startsWith('-') ? 1 : 0;
    if (i >= text.size() || !isDigit(text[i]))
        return 0;
    if (text[i] == '0')
        return i + 1;
    skipDigits(text, i);
    return i;
}

bool looksBinary(QByteArrayView text)
{
    QByteArrayView head = text.first(qMin(text.size(), looksBinarySpan));
    if (head.size() < text.size()) {
        // Do not cut a character in two.
        for (int back = 0; back < 3 && (static_cast<uchar>(text[head.size()]) & 0xC0) == 0x80; ++back)
            head.chop(1);
    }
    for (const char c : head) {
        const auto u = static_cast<uchar>(c);
        if ((u < 0x20 && !isJsonSpace(c) && c != '\f' && c != '\b' && c != '\x1b') || u == 0x7F)
            return true;
    }
    return !head.isValidUtf8();
}

} // namespace

bool isWholeNumber(QByteArrayView text)
{
    const qsizetype whole = wholePart(text);
    return whole > 0 && whole == text.size();
}

ValueType classifyValue(QByteArrayView value)
{
    const QByteArrayView text = trimmed(value);
    if (text.isEmpty())
        return ValueType::Text;
    const char first = text.front();
    const char last = text.back();
    if (first == '{' && last == '}' && text.size() >= 2)
        return ValueType::Object;
    if (first == '[' && last == ']' && text.size() >= 2)
        return ValueType::Array;
    if (first == '"' && last == '"' && text.size() >= 2)
        return ValueType::String;
    if ((isDigit(first) || first == '-') && text.size() <= longestScalar && isJsonNumber(text))
        return ValueType::Number;
    if (text == "true" || text == "false")
        return ValueType::Boolean;
    if (text == "null")
        return ValueType::Null;
    return looksBinary(value) ? ValueType::Binary : ValueType::Text;
}

} // namespace Studio
