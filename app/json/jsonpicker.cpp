// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonpicker.h"

#include "json/jsonpointer.h"

#include <algorithm>

namespace Studio
{

namespace
{

/// An object or array on the way to a pointer.
struct Level {
    int node = -1;
    qsizetype offset = 0;
    qsizetype index = 0;
    bool isObject = false;
};

qsizetype elementIndex(const QByteArray &name)
{
    bool ok = false;
    const qlonglong index = name.toLongLong(&ok);
    return ok && index >= 0 && QByteArray::number(index) == name ? qsizetype(index) : -1;
}

} // namespace

JsonPicker::JsonPicker(const QList<QByteArray> &pointers)
{
    m_nodes.emplace_back();
    std::vector<std::vector<int>> pointersOf(1);
    for (int i = 0; i < int(pointers.size()); ++i) {
        const auto tokens = jsonPointerTokens(pointers[i]);
        m_slots.push_back(-1);
        if (!tokens)
            continue;
        int node = 0;
        for (const QByteArray &token : *tokens)
            node = childFor(node, token);
        pointersOf.resize(m_nodes.size());
        pointersOf[size_t(node)].push_back(i);
        if (!tokens->isEmpty())
            m_lastNames.append(tokens->last());
    }
    number(pointersOf);
}

int JsonPicker::childFor(int node, QByteArrayView name)
{
    for (int child = m_nodes[size_t(node)].firstChild; child >= 0; child = m_nodes[size_t(child)].next) {
        if (m_nodes[size_t(child)].name == name)
            return child;
    }
    Node added;
    added.name = name.toByteArray();
    added.index = elementIndex(added.name);
    added.next = m_nodes[size_t(node)].firstChild;
    const int index = int(m_nodes.size());
    m_nodes.push_back(added);
    m_nodes[size_t(node)].firstChild = index;
    return index;
}

/// Gives the picks of each node and of what is below it one row of places, so that they are forgotten
/// together when a later duplicate takes their place.
void JsonPicker::number(const std::vector<std::vector<int>> &pointersOf)
{
    struct Visit {
        int node;
        bool left;
    };
    int place = 0;
    std::vector<int> order;
    std::vector<Visit> waiting{{0, false}};
    while (!waiting.empty()) {
        const Visit visit = waiting.back();
        waiting.pop_back();
        Node &node = m_nodes[size_t(visit.node)];
        if (visit.left) {
            node.endPick = place;
            continue;
        }
        const auto &own = pointersOf[size_t(visit.node)];
        node.firstPick = place;
        node.ownPicks = int(own.size());
        place += node.ownPicks;
        order.insert(order.end(), own.begin(), own.end());
        waiting.push_back({visit.node, true});
        for (int child = node.firstChild; child >= 0; child = m_nodes[size_t(child)].next)
            waiting.push_back({child, false});
    }
    std::copy(order.begin(), order.end(), m_slots.begin());
}

int JsonPicker::memberOf(int node, QByteArrayView text, const JsonToken &name) const
{
    int child = m_nodes[size_t(node)].firstChild;
    if (child < 0)
        return -1;
    const QByteArrayView inside = text.sliced(name.offset + 1, name.length - 2);
    if (inside.contains('\\')) {
        const QByteArray plain = unescapedJsonString(inside);
        while (child >= 0 && m_nodes[size_t(child)].name != plain)
            child = m_nodes[size_t(child)].next;
        return child;
    }
    while (child >= 0 && m_nodes[size_t(child)].name != inside)
        child = m_nodes[size_t(child)].next;
    return child;
}

int JsonPicker::elementOf(int node, qsizetype index) const
{
    int child = m_nodes[size_t(node)].firstChild;
    while (child >= 0 && m_nodes[size_t(child)].index != index)
        child = m_nodes[size_t(child)].next;
    return child;
}

bool JsonPicker::pick(QByteArrayView text, std::vector<JsonPick> &picks) const
{
    picks.assign(m_slots.size(), {});
    const auto give = [&](int node, const JsonPick &pick) {
        const Node &at = m_nodes[size_t(node)];
        for (int i = at.firstPick; i < at.firstPick + at.ownPicks; ++i)
            picks[size_t(m_slots[size_t(i)])] = pick;
    };
    const auto forget = [&](int node) {
        const Node &at = m_nodes[size_t(node)];
        for (int i = at.firstPick; i < at.endPick; ++i)
            picks[size_t(m_slots[size_t(i)])] = {};
    };
    std::vector<Level> levels;
    qsizetype beside = 0; // open objects and arrays that no pointer goes through
    int next = m_nodes.empty() ? -1 : 0; // node of the value that comes next
    JsonScanner scanner(text);
    for (;;) {
        const JsonToken token = scanner.next();
        switch (token.kind) {
        case JsonTokenKind::End:
            return true;
        case JsonTokenKind::Invalid:
            picks.assign(m_slots.size(), {});
            return false;
        case JsonTokenKind::Name:
            if (beside == 0)
                next = memberOf(levels.back().node, text, token);
            break;
        case JsonTokenKind::Comma:
            if (beside == 0 && !levels.back().isObject)
                next = elementOf(levels.back().node, ++levels.back().index);
            break;
        case JsonTokenKind::Colon:
            break;
        case JsonTokenKind::ObjectBegin:
        case JsonTokenKind::ArrayBegin: {
            if (beside > 0 || next < 0) {
                ++beside;
                break;
            }
            forget(next);
            const bool isObject = token.kind == JsonTokenKind::ObjectBegin;
            levels.push_back({next, token.offset, 0, isObject});
            next = isObject ? -1 : elementOf(next, 0);
            break;
        }
        case JsonTokenKind::ObjectEnd:
        case JsonTokenKind::ArrayEnd:
            if (beside > 0) {
                --beside;
            } else {
                const Level done = levels.back();
                levels.pop_back();
                give(done.node, {done.isObject ? JsonTokenKind::ObjectBegin : JsonTokenKind::ArrayBegin,
                                 done.offset, token.end() - done.offset});
            }
            break;
        default:
            if (beside == 0 && next >= 0) {
                forget(next);
                give(next, {token.kind, token.offset, token.length});
            }
            break;
        }
    }
}

bool JsonPicker::isHopeless(QByteArrayView text) const
{
    for (const QByteArray &name : m_lastNames) {
        // An element has no name in the text, and a name may be written with escapes.
        if (elementIndex(name) >= 0 || text.contains(name))
            return false;
    }
    return !text.contains('\\');
}

} // namespace Studio
