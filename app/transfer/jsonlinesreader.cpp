// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/jsonlinesreader.h"

#include "transfer/readertexts.h"
#include "json/jsontree.h"

#include <optional>

namespace Studio
{

namespace
{

/// Why a member is no text or no bytes.
QString wrongMember(const JsonTree &tree, int node)
{
    const QString name = QString::fromUtf8(tree.name(node));
    if (tree.node(node).kind == JsonTokenKind::String)
        return ReaderTexts::tr("%1 holds half of a surrogate pair, which cannot be stored.").arg(name);
    return ReaderTexts::tr("%1 has to be a text.").arg(name);
}

int base64Member(const JsonTree &tree, QByteArrayView name)
{
    const int node = tree.member(JsonTree::Root, name.toByteArray().append("64"));
    return node >= 0 ? node : tree.member(JsonTree::Root, name.toByteArray().append("Base64"));
}

/// The bytes of `name` or of its Base64 form. Nothing, with `*problem` if it is there and wrong.
std::optional<QByteArray> bytesOf(const JsonTree &tree, QByteArrayView name, bool alsoOther, QString *problem)
{
    const int plain = tree.member(JsonTree::Root, name);
    const int encoded = base64Member(tree, name);
    if (plain >= 0 && encoded >= 0) {
        *problem =
            ReaderTexts::tr("“%1” stands there twice, as text and as Base64.").arg(QString::fromUtf8(name));
        return {};
    }
    if (encoded >= 0) {
        auto bytes = tree.node(encoded).kind == JsonTokenKind::String
                       ? fromBase64(exactJsonString(tree.source(encoded)).value_or("?"))
                       : std::nullopt;
        if (!bytes)
            *problem = ReaderTexts::tr("%1 is no Base64.").arg(QString::fromUtf8(tree.name(encoded)));
        return bytes;
    }
    if (plain < 0)
        return {};
    if (tree.node(plain).kind != JsonTokenKind::String) {
        if (alsoOther)
            return tree.source(plain).toByteArray();
        *problem = wrongMember(tree, plain);
        return {};
    }
    auto text = exactJsonString(tree.source(plain));
    if (!text)
        *problem = wrongMember(tree, plain);
    return text;
}

} // namespace

RecordReader::Item JsonLinesReader::read()
{
    for (;;) {
        const qint64 line = this->line();
        QByteArray text;
        bool isBlank = true;
        bool isTooLarge = false;
        int c = take();
        for (; c >= 0 && c != '\n' && c != '\r'; c = take()) {
            isBlank = isBlank && (c == ' ' || c == '\t');
            if (text.size() < limit())
                text.append(char(c));
            else
                isTooLarge = true;
        }
        if (c < 0 && (hasFailed() || isBlank))
            return endOrFailure();
        if (isTooLarge)
            return tooLarge(line);
        if (!isBlank)
            return fromLine(text, line);
    }
}

RecordReader::Item JsonLinesReader::fromLine(const QByteArray &text, qint64 line) const
{
    const auto tree = JsonTree::parse(text);
    if (!tree) {
        const JsonError error = validateJson(text);
        return problem(ReaderTexts::tr("Column %1: %2")
                           .arg(textPlace(text, error.offset).column)
                           .arg(jsonErrorText(error, text)),
                       line);
    }
    if (tree->node(JsonTree::Root).kind != JsonTokenKind::ObjectBegin)
        return problem(ReaderTexts::tr("An object with “key” and “value” is expected in each line."), line);
    QString wrong;
    const auto key = bytesOf(*tree, "key", false, &wrong);
    if (!wrong.isEmpty())
        return problem(wrong, line);
    if (!key)
        return problem(ReaderTexts::tr("“key” is missing."), line);
    const auto value = bytesOf(*tree, "value", true, &wrong);
    if (!wrong.isEmpty())
        return problem(wrong, line, *key);
    if (!value)
        return problem(ReaderTexts::tr("“value” is missing."), line, *key);
    Item item;
    item.kind = Item::Kind::Record;
    item.record = {*key, *value};
    item.line = line;
    return item;
}

} // namespace Studio
