// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonedit.h"

#include "json/exactdecimal.h"
#include "json/jsonbatchedit.h"
#include "json/jsonpointer.h"
#include "json/jsonstyle.h"

#include <algorithm>
#include <vector>

namespace Studio
{

namespace
{

bool isNode(const JsonTree &tree, int node)
{
    return node >= 0 && node < tree.count();
}

bool isOfKind(const JsonTree &tree, int node, JsonTokenKind kind)
{
    return isNode(tree, node) && tree.node(node).kind == kind;
}

bool isJson(QByteArrayView text)
{
    return !validateJson(text);
}

/// `item` (a value, or name and value) as the child at `place`.
std::optional<TextEdit> insertItem(const JsonTree &tree, int container, int place, const QByteArray &item)
{
    const int count = tree.childCount(container);
    if (place < 0 || place > count)
        return {};
    const JsonStyle style(tree);
    if (count == 0) {
        const auto &node = tree.node(container);
        return TextEdit{node.offset + 1, node.length - 2, style.filled(container, {item})};
    }
    const QByteArray separator = style.separator(container);
    if (place == 0)
        return TextEdit{style.start(tree.node(container).firstChild), 0, item + separator};
    return TextEdit{style.end(tree.childAt(container, place - 1)), 0, separator + item};
}

QByteArray memberText(const JsonTree &tree, int object, QByteArrayView name, QByteArrayView value)
{
    return quotedJsonString(name) + JsonStyle(tree).colon(object) + value.toByteArray();
}

QByteArray itemText(const JsonTree &tree, int node)
{
    const JsonStyle style(tree);
    const qsizetype start = style.start(node);
    return tree.text().sliced(start, style.end(node) - start).toByteArray();
}

/// Bytes of the character or escape that a string begins with; a pair of surrogates is one.
qsizetype unitLength(QByteArrayView text)
{
    if (text.front() != '\\')
        return std::max(1, utf8CharacterLength(text, 0));
    if (text.size() < 6 || text[1] != 'u')
        return 2;
    // A pair is four bytes of UTF-8, two lone halves are six.
    return text.size() >= 12 && unescapedJsonString(text.first(12)).size() == 4 && text[6] == '\\' ? 12 : 6;
}

/// The edit that makes the string at `offset` (`token`, with its quotes) read as `text`.
TextEdit withText(qsizetype offset, QByteArrayView token, QByteArrayView text)
{
    const QByteArrayView inside = token.sliced(1, token.size() - 2);
    qsizetype first = 0; // of what goes
    qsizetype used = 0;
    std::vector<qsizetype> starts; // of what follows
    for (qsizetype at = 0; at < inside.size();) {
        const qsizetype length = unitLength(inside.sliced(at));
        const QByteArray unit = unescapedJsonString(inside.sliced(at, length));
        if (starts.empty() && text.sliced(used).startsWith(unit)) {
            used += unit.size();
            first = at + length;
        } else {
            starts.push_back(at);
        }
        at += length;
    }
    qsizetype end = inside.size();
    QByteArrayView added = text.sliced(used);
    for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
        const QByteArray unit = unescapedJsonString(inside.sliced(*start, end - *start));
        if (!added.endsWith(unit))
            break;
        added.chop(unit.size());
        end = *start;
    }
    QByteArray quoted = quotedJsonString(added);
    const TextEdit edit{first, end - first, quoted.mid(1, quoted.size() - 2)};
    // Two halves of a surrogate pair that come together would be read as one character.
    if (unescapedJsonString(edited(inside, edit)) != text)
        return {offset, token.size(), quotedJsonString(text)};
    return {offset + 1 + edit.offset, edit.length, edit.replacement};
}

QByteArray asNumber(const JsonTree &tree, int node)
{
    const QByteArrayView source = tree.source(node);
    switch (tree.node(node).kind) {
    case JsonTokenKind::String: {
        QByteArray inside = unescapedJsonString(source).trimmed();
        return isJsonNumber(inside) ? inside : QByteArrayLiteral("0");
    }
    case JsonTokenKind::True:
        return QByteArrayLiteral("1");
    default:
        return QByteArrayLiteral("0");
    }
}

QByteArray asBoolean(const JsonTree &tree, int node)
{
    const QByteArrayView source = tree.source(node);
    const bool isFalse =
        (tree.node(node).kind == JsonTokenKind::Number && std::is_eq(compareJsonNumbers(source, "0")))
        || tree.node(node).kind == JsonTokenKind::Null || source == "\"\"" || source == "\"false\""
        || source == "\"0\"";
    return isFalse ? QByteArrayLiteral("false") : QByteArrayLiteral("true");
}

/// A string that holds nothing but JSON of the wanted kind gives that, anything else is put inside.
QByteArray asContainer(const JsonTree &tree, int node, bool isObject)
{
    const QByteArray source = tree.source(node).toByteArray();
    if (tree.node(node).kind == JsonTokenKind::Null)
        return isObject ? QByteArrayLiteral("{}") : QByteArrayLiteral("[]");
    if (tree.node(node).kind == JsonTokenKind::String) {
        QByteArray inside = unescapedJsonString(source).trimmed();
        if (inside.startsWith(isObject ? '{' : '[') && isJson(inside))
            return inside;
    }
    return isObject ? QByteArray("{" + quotedJsonString("value") + ": " + source + '}')
                    : QByteArray('[' + source + ']');
}

QByteArray asType(const JsonTree &tree, int node, JsonType type)
{
    switch (type) {
    case JsonType::Object:
        return asContainer(tree, node, true);
    case JsonType::Array:
        return asContainer(tree, node, false);
    case JsonType::String:
        return quotedJsonString(tree.source(node));
    case JsonType::Number:
        return asNumber(tree, node);
    case JsonType::Boolean:
        return asBoolean(tree, node);
    case JsonType::Null:
        break;
    }
    return QByteArrayLiteral("null");
}

} // namespace

std::optional<TextEdit> setJsonValue(const JsonTree &tree, int node, QByteArrayView value)
{
    if (!isNode(tree, node) || !isJson(value))
        return {};
    const auto &at = tree.node(node);
    return trimmed(tree.text(), {at.offset, at.length, value.toByteArray()});
}

std::optional<TextEdit> setJsonText(const JsonTree &tree, int node, QByteArrayView text)
{
    if (!isOfKind(tree, node, JsonTokenKind::String) || !isValidUtf8(text))
        return {};
    return trimmed(tree.text(), withText(tree.node(node).offset, tree.source(node), text));
}

std::optional<TextEdit> insertJsonMember(const JsonTree &tree, int object, int place, QByteArrayView name,
                                         QByteArrayView value)
{
    if (!isOfKind(tree, object, JsonTokenKind::ObjectBegin) || !isValidUtf8(name) || !isJson(value))
        return {};
    return insertItem(tree, object, place, memberText(tree, object, name, value));
}

std::optional<TextEdit> insertJsonElement(const JsonTree &tree, int array, int place, QByteArrayView value)
{
    if (!isOfKind(tree, array, JsonTokenKind::ArrayBegin) || !isJson(value))
        return {};
    return insertItem(tree, array, place, value.toByteArray());
}

std::optional<TextEdit> removeJsonValue(const JsonTree &tree, int node)
{
    if (!isNode(tree, node) || tree.node(node).parent < 0)
        return {};
    JsonBatchEdit batch(tree);
    batch.remove(node);
    return joined(tree.text(), batch.edits());
}

std::optional<TextEdit> renameJsonMember(const JsonTree &tree, int node, QByteArrayView name)
{
    if (!isNode(tree, node) || tree.node(node).nameLength == 0 || !isValidUtf8(name))
        return {};
    const auto &at = tree.node(node);
    if (unescapedJsonString(tree.name(node)) == name)
        return TextEdit{at.nameOffset, 0, {}};
    return trimmed(tree.text(), withText(at.nameOffset, tree.name(node), name));
}

std::optional<TextEdit> moveJsonValue(const JsonTree &tree, int node, int place)
{
    if (!isNode(tree, node) || tree.node(node).parent < 0)
        return {};
    const std::vector<int> siblings = tree.children(tree.node(node).parent);
    const auto from = int(std::find(siblings.begin(), siblings.end(), node) - siblings.begin());
    if (place < 0 || place >= int(siblings.size()))
        return {};
    const JsonStyle style(tree);
    const int low = std::min(from, place);
    const int high = std::max(from, place);
    std::vector<int> order(siblings.begin() + low, siblings.begin() + high + 1);
    if (from < place)
        std::rotate(order.begin(), order.begin() + 1, order.end());
    else
        std::rotate(order.begin(), order.end() - 1, order.end());
    TextEdit edit{style.start(siblings[size_t(low)]), 0, {}};
    edit.length = style.end(siblings[size_t(high)]) - edit.offset;
    edit.replacement.reserve(edit.length);
    for (size_t i = 0; i < order.size(); ++i) {
        edit.replacement += itemText(tree, order[i]);
        if (const size_t at = size_t(low) + i; at < size_t(high)) {
            const qsizetype gap = style.end(siblings[at]);
            edit.replacement += tree.text().sliced(gap, style.start(siblings[at + 1]) - gap);
        }
    }
    return trimmed(tree.text(), edit);
}

std::optional<TextEdit> moveJsonValueTo(const JsonTree &tree, int node, int container, int place,
                                        QByteArrayView name)
{
    if (!isNode(tree, node) || !isNode(tree, container) || !tree.node(container).isContainer())
        return {};
    for (int around = container; around >= 0; around = tree.node(around).parent) {
        if (around == node)
            return {};
    }
    const bool intoObject = tree.node(container).kind == JsonTokenKind::ObjectBegin;
    const bool hasName = tree.node(node).nameLength > 0;
    if (tree.node(node).parent == container && name.isNull())
        return moveJsonValue(tree, node, place);
    if ((intoObject && !hasName && name.isNull()) || !isValidUtf8(name))
        return {};
    // Where the target is left with no other child the place counts without the one that goes.
    const int count = tree.childCount(container) - (tree.node(node).parent == container ? 1 : 0);
    if (place < 0 || place > count)
        return {};
    const QByteArray value = tree.source(node).toByteArray();
    const QByteArray memberName =
        name.isNull() && hasName ? unescapedJsonString(tree.name(node)) : name.toByteArray();
    const auto removal = removeJsonValue(tree, node);
    const QByteArray without = edited(tree.text(), *removal);
    const auto smaller = JsonTree::parse(without);
    // The target is the same one of those that stay: numbers behind the one that went are lower by its size.
    int size = 1;
    for (int next = node + 1;
         next < tree.count() && tree.node(next).offset < tree.node(node).offset + tree.node(node).length;
         ++next)
        ++size;
    const int target = container > node ? container - size : container;
    const auto insertion = intoObject ? insertJsonMember(*smaller, target, place, memberName, value)
                                      : insertJsonElement(*smaller, target, place, value);
    if (!insertion)
        return {};
    return trimmed(tree.text(), {0, tree.text().size(), edited(without, *insertion)});
}

JsonType jsonTypeOf(JsonTokenKind kind)
{
    switch (kind) {
    case JsonTokenKind::ObjectBegin:
        return JsonType::Object;
    case JsonTokenKind::ArrayBegin:
        return JsonType::Array;
    case JsonTokenKind::String:
        return JsonType::String;
    case JsonTokenKind::Number:
        return JsonType::Number;
    case JsonTokenKind::True:
    case JsonTokenKind::False:
        return JsonType::Boolean;
    default:
        return JsonType::Null;
    }
}

std::optional<TextEdit> setJsonType(const JsonTree &tree, int node, JsonType type)
{
    if (!isNode(tree, node))
        return {};
    const auto &at = tree.node(node);
    if (jsonTypeOf(at.kind) == type)
        return TextEdit{at.offset, 0, {}};
    return trimmed(tree.text(), {at.offset, at.length, asType(tree, node, type)});
}

std::optional<TextEdit> setJsonAt(QByteArrayView text, QByteArrayView pointer, QByteArrayView value)
{
    const auto tree = JsonTree::parse(text);
    const auto tokens = jsonPointerTokens(pointer);
    if (!tree || !tokens || !isJson(value))
        return {};
    int node = JsonTree::Root;
    for (qsizetype i = 0; i < tokens->size(); ++i) {
        const QByteArray &token = (*tokens)[i];
        const auto kind = tree->node(node).kind;
        int next = -1;
        if (kind == JsonTokenKind::ObjectBegin) {
            next = tree->member(node, token);
        } else if (kind == JsonTokenKind::ArrayBegin) {
            bool ok = false;
            const int index = token.toInt(&ok);
            const bool appends = token == "-" || token == QByteArray::number(tree->childCount(node));
            if (!appends && (!ok || QByteArray::number(index) != token || index > tree->childCount(node)))
                return {};
            next = appends ? -1 : tree->childAt(node, index);
        } else {
            return {};
        }
        if (next >= 0) {
            node = next;
            continue;
        }
        QByteArray inner;
        for (qsizetype k = i + 1; k < tokens->size(); ++k)
            inner += '{' + quotedJsonString((*tokens)[k]) + ':';
        inner += value.toByteArray() + QByteArray(tokens->size() - i - 1, '}');
        const int place = tree->childCount(node);
        return kind == JsonTokenKind::ObjectBegin ? insertJsonMember(*tree, node, place, token, inner)
                                                  : insertJsonElement(*tree, node, place, inner);
    }
    return setJsonValue(*tree, node, value);
}

std::optional<TextEdit> removeJsonAt(QByteArrayView text, QByteArrayView pointer)
{
    const auto tree = JsonTree::parse(text);
    const int node = tree ? tree->find(pointer) : -1;
    if (node <= 0)
        return {};
    JsonBatchEdit batch(*tree);
    const int parent = tree->node(node).parent;
    const QByteArray name = unescapedJsonString(tree->name(node));
    for (int child = tree->node(parent).firstChild; child >= 0; child = tree->node(child).next) {
        if (child == node
            || (tree->node(child).nameLength > 0 && unescapedJsonString(tree->name(child)) == name))
            batch.remove(child);
    }
    return joined(text, batch.edits());
}

} // namespace Studio
