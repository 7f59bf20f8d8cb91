// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schematree.h"

#include "json/jsonpointer.h"

#include <QSet>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int MostSteps = 30; ///< from a part to another that speaks of the same value
constexpr size_t MostParts = 500; ///< that speak of one place

QString textOf(const JsonTree &tree, int node)
{
    return QString::fromUtf8(unescapedJsonString(tree.source(node)));
}

} // namespace

SchemaTree::SchemaTree(QByteArray text)
    : m_text(std::move(text))
    , m_tree(*JsonTree::parse(m_text))
{
}

int SchemaTree::member(int object, QByteArrayView name) const
{
    return object >= 0 && m_tree.node(object).kind == JsonTokenKind::ObjectBegin ? m_tree.member(object, name)
                                                                                 : -1;
}

/// Whether the part of an address before its # names this document.
bool SchemaTree::isOwn(QByteArrayView document) const
{
    if (document.isEmpty())
        return true;
    const int id = member(JsonTree::Root, "$id");
    const QByteArray own = id >= 0 ? unescapedJsonString(m_tree.source(id)) : QByteArray();
    return document == (own.endsWith('#') ? own.chopped(1) : own);
}

bool SchemaTree::refersElsewhere() const
{
    for (int node = 0; node < m_tree.count(); ++node) {
        const int reference = member(node, "$ref");
        if (reference < 0 || m_tree.node(reference).kind != JsonTokenKind::String)
            continue;
        const QByteArray uri = unescapedJsonString(m_tree.source(reference));
        const qsizetype hash = uri.indexOf('#');
        if (!isOwn(hash < 0 ? uri : uri.left(hash)))
            return true;
    }
    return false;
}

/// The part of this document that a "$ref" names; -1 if it names something else.
int SchemaTree::target(int reference) const
{
    if (m_tree.node(reference).kind != JsonTokenKind::String)
        return -1;
    const QByteArray uri = unescapedJsonString(m_tree.source(reference));
    const qsizetype hash = uri.indexOf('#');
    if (!isOwn(hash < 0 ? uri : uri.left(hash)))
        return -1;
    return m_tree.find(hash < 0 ? QByteArray() : QByteArray::fromPercentEncoding(uri.mid(hash + 1)));
}

/// The parts that speak of the same value as `schema` does.
std::vector<int> SchemaTree::sameValue(int schema) const
{
    // What stands beside a reference does not count.
    if (const int reference = member(schema, "$ref");
        reference >= 0 && m_tree.node(reference).kind == JsonTokenKind::String) {
        const int part = target(reference);
        return part >= 0 ? std::vector{part} : std::vector<int>();
    }
    std::vector<int> parts;
    for (const char *several : {"allOf", "anyOf", "oneOf"}) {
        if (const int list = member(schema, several);
            list >= 0 && m_tree.node(list).kind == JsonTokenKind::ArrayBegin) {
            const std::vector<int> children = m_tree.children(list);
            parts.insert(parts.end(), children.begin(), children.end());
        }
    }
    for (const char *one : {"not", "if", "then", "else"}) {
        if (const int part = member(schema, one); part >= 0)
            parts.push_back(part);
    }
    if (const int list = member(schema, "dependencies");
        list >= 0 && m_tree.node(list).kind == JsonTokenKind::ObjectBegin) {
        const std::vector<int> children = m_tree.children(list);
        parts.insert(parts.end(), children.begin(), children.end());
    }
    return parts;
}

bool SchemaTree::endsWithin(int schema, int steps, std::vector<quint8> &known) const
{
    // What is known to end within so many steps need not be looked at again.
    if (known[size_t(schema)] != 0 && int(known[size_t(schema)]) <= steps + 1)
        return true;
    if (steps == 0)
        return sameValue(schema).empty();
    const std::vector<int> parts = sameValue(schema);
    const bool ends = std::all_of(parts.begin(), parts.end(), [this, steps, &known](int part) {
        return endsWithin(part, steps - 1, known);
    });
    if (ends)
        known[size_t(schema)] = quint8(steps + 1);
    return ends;
}

bool SchemaTree::isEndless() const
{
    std::vector<quint8> known(size_t(m_tree.count()), 0);
    for (int node = 0; node < m_tree.count(); ++node) {
        if (m_tree.node(node).kind == JsonTokenKind::ObjectBegin && !endsWithin(node, MostSteps, known))
            return true;
    }
    return false;
}

/// `schema` and what else speaks of the same value; what it forbids does not.
void SchemaTree::collect(int schema, int depth, std::vector<int> &parts) const
{
    if (schema < 0 || depth > MostSteps || parts.size() >= MostParts)
        return;
    parts.push_back(schema);
    const int forbidden = member(schema, "not");
    const int condition = member(schema, "if");
    for (const int part : sameValue(schema)) {
        if (part != forbidden && part != condition)
            collect(part, depth + 1, parts);
    }
}

void SchemaTree::stepInto(int schema, const QByteArray &token, std::vector<int> &next) const
{
    if (const int named = member(member(schema, "properties"), token); named >= 0) {
        collect(named, 0, next);
        return;
    }
    bool isPlace = false;
    const int place = token.toInt(&isPlace);
    const int items = member(schema, "items");
    if (isPlace && items >= 0) {
        const bool isList = m_tree.node(items).kind == JsonTokenKind::ArrayBegin;
        const int element = !isList                          ? items
                          : place < m_tree.childCount(items) ? m_tree.childAt(items, place)
                                                             : member(schema, "additionalItems");
        collect(element, 0, next);
    }
    collect(member(schema, "additionalProperties"), 0, next);
}

std::vector<int> SchemaTree::partsAt(QByteArrayView pointer) const
{
    const auto way = jsonPointerTokens(pointer);
    if (!way)
        return {};
    std::vector<int> parts;
    collect(JsonTree::Root, 0, parts);
    for (const QByteArray &token : *way) {
        std::vector<int> next;
        for (const int part : parts)
            stepInto(part, token, next);
        parts = std::move(next);
    }
    return parts;
}

QStringList SchemaTree::memberNames(QByteArrayView pointer) const
{
    QSet<QString> names;
    for (const int part : partsAt(pointer)) {
        const int members = member(part, "properties");
        if (members < 0 || m_tree.node(members).kind != JsonTokenKind::ObjectBegin)
            continue;
        for (const int child : m_tree.children(members))
            names.insert(QString::fromUtf8(unescapedJsonString(m_tree.name(child))));
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort();
    return sorted;
}

QStringList SchemaTree::types(QByteArrayView pointer) const
{
    QStringList types;
    for (const int part : partsAt(pointer)) {
        const int type = member(part, "type");
        if (type < 0)
            continue;
        const bool isList = m_tree.node(type).kind == JsonTokenKind::ArrayBegin;
        for (const int word : isList ? m_tree.children(type) : std::vector{type}) {
            if (const QString text = textOf(m_tree, word); !types.contains(text))
                types.append(text);
        }
    }
    return types;
}

QList<QByteArray> SchemaTree::values(QByteArrayView pointer) const
{
    QList<QByteArray> values;
    const auto add = [&values](const QByteArray &value) {
        if (!values.contains(value))
            values.append(value);
    };
    for (const int part : partsAt(pointer)) {
        if (const int list = member(part, "enum");
            list >= 0 && m_tree.node(list).kind == JsonTokenKind::ArrayBegin) {
            for (const int value : m_tree.children(list))
                add(m_tree.source(value).toByteArray());
        }
        if (const int value = member(part, "const"); value >= 0)
            add(m_tree.source(value).toByteArray());
    }
    if (!values.isEmpty())
        return values;
    const QStringList words = types(pointer);
    if (words.contains(QLatin1StringView("boolean"))) {
        add("true");
        add("false");
    }
    if (words.contains(QLatin1StringView("null")))
        add("null");
    return values;
}

} // namespace Studio
