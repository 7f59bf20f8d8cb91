// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonformat.h"

#include "json/jsonscanner.h"

#include <QtGlobal>

#include <algorithm>

namespace Studio
{

JsonFormatResult formatJson(QByteArrayView text, int indent)
{
    JsonFormatResult result;
    QByteArray &out = result.text;
    out.reserve(text.size() + text.size() / 4);
    JsonScanner scanner(text);
    const qsizetype step = std::clamp(indent, 0, 8);
    const auto newLine = [&](qsizetype depth) {
        out.append('\n');
        out.append(step * std::min<qsizetype>(depth, JsonMaxIndentDepth), ' ');
    };
    JsonTokenKind previous = JsonTokenKind::End;
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonTokenKind::End)
            return result;
        if (token.kind == JsonTokenKind::Invalid)
            return {{}, scanner.error()};
        const bool opened = previous == JsonTokenKind::ObjectBegin || previous == JsonTokenKind::ArrayBegin;
        const bool closes = token.kind == JsonTokenKind::ObjectEnd || token.kind == JsonTokenKind::ArrayEnd;
        const bool opens =
            token.kind == JsonTokenKind::ObjectBegin || token.kind == JsonTokenKind::ArrayBegin;
        if (opened != closes && (opened || closes))
            newLine(scanner.depth() - (opens ? 1 : 0));
        else if (previous == JsonTokenKind::Comma)
            newLine(scanner.depth() - (opens ? 1 : 0));
        out.append(text.sliced(token.offset, token.length));
        if (token.kind == JsonTokenKind::Colon)
            out.append(' ');
        previous = token.kind;
    }
}

JsonFormatResult compactJson(QByteArrayView text)
{
    JsonFormatResult result;
    result.text.reserve(text.size());
    JsonScanner scanner(text);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonTokenKind::End)
            return result;
        if (token.kind == JsonTokenKind::Invalid)
            return {{}, scanner.error()};
        result.text.append(text.sliced(token.offset, token.length));
    }
}

} // namespace Studio
