// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonlexer.h"

#include <algorithm>

namespace Studio
{

namespace
{

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isPunctuation(char c)
{
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
}

bool isNumberPart(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Ends a run that is neither number nor word nor anything else known.
bool isBreak(char c)
{
    return isSpace(c) || isPunctuation(c) || c == '"';
}

} // namespace

JsonRun JsonLexer::next()
{
    const qsizetype start = m_at;
    const char c = m_text[m_at];
    const auto run = [&](JsonLook look) { return JsonRun{look, start, m_at - start}; };
    const auto skipWhile = [&](auto matches) {
        while (m_at < m_text.size() && matches(m_text[m_at]))
            ++m_at;
    };
    if (isSpace(c)) {
        skipWhile(isSpace);
        return run(JsonLook::Plain);
    }
    if (isPunctuation(c)) {
        ++m_at;
        return run(JsonLook::Punctuation);
    }
    if (c == '"')
        return string();
    if (c == '-' || (c >= '0' && c <= '9')) {
        skipWhile(isNumberPart);
        if (m_at >= m_text.size() || isBreak(m_text[m_at]))
            return run(JsonLook::Number);
    }
    skipWhile([](char x) { return !isBreak(x); });
    const QByteArrayView word = m_text.sliced(start, m_at - start);
    if (word == "true" || word == "false" || word == "null")
        return run(JsonLook::Literal);
    return run(JsonLook::Wrong);
}

JsonRun JsonLexer::string()
{
    const qsizetype start = m_at++;
    bool closed = false;
    while (m_at < m_text.size() && !closed) {
        const char c = m_text[m_at];
        if (c == '\n' || c == '\r')
            break;
        const bool escape =
            c == '\\' && m_at + 1 < m_text.size() && m_text[m_at + 1] != '\n' && m_text[m_at + 1] != '\r';
        closed = c == '"';
        m_at += escape ? 2 : 1;
    }
    if (!closed)
        return {JsonLook::Wrong, start, m_at - start};
    qsizetype following = m_at;
    while (following < m_text.size() && isSpace(m_text[following]))
        ++following;
    const bool isName = following < m_text.size() && m_text[following] == ':';
    return {isName ? JsonLook::Name : JsonLook::String, start, m_at - start};
}

} // namespace Studio
