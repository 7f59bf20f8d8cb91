// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/jsonobjectreader.h"

#include "transfer/readertexts.h"
#include "json/jsontree.h"

#include <optional>
#include <vector>

namespace Studio
{

namespace
{

bool isBlank(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Nothing if it is no text that can be stored.
std::optional<QByteArray> keyOf(QByteArrayView token)
{
    auto name = exactJsonString(token);
    if (name && name->startsWith("$base64:"))
        return fromBase64(QByteArrayView(*name).sliced(8));
    return name;
}

std::optional<QByteArray> valueOf(const JsonTree &tree, int node)
{
    const auto &at = tree.node(node);
    if (at.kind == JsonTokenKind::String)
        return exactJsonString(tree.source(node));
    if (at.kind == JsonTokenKind::ObjectBegin && at.childCount == 1) {
        const int encoded = tree.member(node, "$base64");
        if (encoded >= 0 && tree.node(encoded).kind == JsonTokenKind::String)
            return fromBase64(exactJsonString(tree.source(encoded)).value_or("?"));
    }
    return tree.source(node).toByteArray();
}

} // namespace

void JsonObjectReader::skipBlanks()
{
    while (isBlank(peek()))
        take();
}

/// Up to the comma or brace behind a member, which is taken too. Looks at quotes and brackets only.
JsonObjectReader::Member JsonObjectReader::member()
{
    Member member;
    skipBlanks();
    member.line = line();
    std::vector<bool> open; // which brackets: true = {
    bool inString = false;
    bool isEscaped = false;
    for (;;) {
        const int c = take();
        if (c < 0)
            return member;
        if (!inString && open.empty() && (c == ',' || c == '}')) {
            member.end = c;
            return member;
        }
        if (inString) {
            inString = isEscaped || c != '"';
            isEscaped = !isEscaped && c == '\\';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            open.push_back(c == '{');
        } else if ((c == '}' || c == ']') && !open.empty() && open.back() == (c == '}')) {
            open.pop_back(); // one of the wrong kind is a mistake of this member and ends nothing
        }
        member.isBlank = member.isBlank && isBlank(c);
        if (member.text.size() < limit())
            member.text.append(char(c));
        else
            member.isTooLarge = true;
    }
}

RecordReader::Item JsonObjectReader::read()
{
    if (m_closed)
        return behind();
    if (!m_opened) {
        skipBlanks();
        if (peek() != '{')
            return hasFailed()
                     ? endOrFailure()
                     : failed(ReaderTexts::tr("A JSON object is expected, which begins with {."), line());
        take();
        m_opened = true;
    }
    const Member found = member();
    m_closed = found.end == '}';
    if (found.end < 0) {
        if (hasFailed())
            return endOrFailure();
        return failed(ReaderTexts::tr("The file ends in the middle: the { of its beginning is not closed."),
                      found.line);
    }
    const bool isFirst = !m_any;
    m_any = true;
    if (found.isBlank && m_closed && isFirst)
        return behind();
    if (found.isTooLarge)
        return tooLarge(found.line);
    return fromMember(found);
}

/// Behind the closing brace nothing may follow.
RecordReader::Item JsonObjectReader::behind()
{
    skipBlanks();
    if (peek() < 0)
        return endOrFailure();
    return failed(ReaderTexts::tr("The object ends before this; nothing may follow it."), line());
}

RecordReader::Item JsonObjectReader::fromMember(const Member &member) const
{
    const QByteArray text = '{' + member.text + '}';
    const auto tree = JsonTree::parse(text);
    if (!tree || tree->childCount(JsonTree::Root) != 1) {
        // A member that is missing shows as a comma too many.
        const JsonError error =
            member.isBlank ? JsonError{JsonErrorCode::MissingValue, 0, 0, -1} : validateJson(text);
        const qint64 line = member.line + textPlace(text, error.offset).line - 1;
        const QString what =
            member.isBlank ? ReaderTexts::tr("A comma is one too many here.") : jsonErrorText(error, text);
        return problem(what, line);
    }
    const int node = tree->childAt(JsonTree::Root, 0);
    const auto key = keyOf(tree->name(node));
    if (!key)
        return problem(ReaderTexts::tr("The name of this member cannot be stored as a key."), member.line);
    const auto value = valueOf(*tree, node);
    if (!value)
        return problem(ReaderTexts::tr("The value of this member cannot be stored: it is no Base64, or holds "
                                       "half of a surrogate pair."),
                       member.line, *key);
    Item item;
    item.kind = Item::Kind::Record;
    item.record = {*key, *value};
    item.line = member.line;
    return item;
}

} // namespace Studio
