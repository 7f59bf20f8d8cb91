// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonbracket.h"

#include "json/jsonlexer.h"

#include <QVarLengthArray>

#include <algorithm>

namespace Studio
{

namespace
{

bool opens(char c)
{
    return c == '{' || c == '[';
}

bool closes(char c)
{
    return c == '}' || c == ']';
}

bool belongTogether(char open, char close)
{
    return (open == '{' && close == '}') || (open == '[' && close == ']');
}

/// Beginning of the line that `at` lies in, not before `least`; nothing if that line begins further up.
std::optional<qsizetype> lineStart(QByteArrayView text, qsizetype at, qsizetype least)
{
    qsizetype start = at;
    while (start > least && text[start - 1] != '\n' && text[start - 1] != '\r')
        --start;
    return start > least || start == 0 ? std::optional(start) : std::nullopt;
}

/// Beginning of the first line from `at` on: where colours may begin.
qsizetype nextLineStart(QByteArrayView text, qsizetype at)
{
    while (at > 0 && at < text.size() && text[at - 1] != '\n' && text[at - 1] != '\r')
        ++at;
    return at;
}

} // namespace

BracketMatch matchBracket(QByteArrayView text, qsizetype at, qsizetype reach)
{
    BracketMatch match;
    if (at < 0 || at >= text.size() || !(opens(text[at]) || closes(text[at])))
        return match;
    const qsizetype least = std::max<qsizetype>(0, at - reach);
    const std::optional<qsizetype> line = lineStart(text, at, least);
    if (!line)
        return match;
    const bool isOpening = opens(text[at]);
    const qsizetype start = isOpening ? *line : std::min(nextLineStart(text, least), *line);
    const qsizetype end = std::min(text.size(), at + reach);
    match.isFar = isOpening ? end < text.size() : start > 0;
    QVarLengthArray<qsizetype, 64> open;
    for (JsonLexer lexer(text, start); !lexer.atEnd();) {
        const JsonRun run = lexer.next();
        if (run.offset >= end || run.offset > at + (isOpening ? reach : 0))
            break;
        if (run.look != JsonLook::Punctuation) {
            if (run.offset <= at && run.end() > at)
                return {}; // within a string
            continue;
        }
        const char c = text[run.offset];
        match.isBracket = match.isBracket || run.offset == at;
        if (opens(c)) {
            if (run.offset >= at || !isOpening)
                open.append(run.offset);
            continue;
        }
        if (!closes(c) || open.isEmpty())
            continue;
        const qsizetype opened = open.last();
        open.removeLast();
        const bool isAnswer = isOpening ? opened == at : run.offset == at;
        if (!isAnswer)
            continue;
        match.isFar = false;
        if (belongTogether(text[opened], c))
            match.partner = isOpening ? run.offset : opened;
        break;
    }
    match.isFar = match.isFar && match.isBracket;
    return match;
}

} // namespace Studio
