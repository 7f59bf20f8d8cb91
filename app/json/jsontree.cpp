// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsontree.h"

#include "json/jsonpointer.h"

#include <QHash>

#include <algorithm>

namespace Studio
{

namespace
{

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

std::optional<JsonTree> JsonTree::parse(QByteArrayView text)
{
    struct Open {
        int node;
        int last;
    };
    JsonTree tree;
    tree.m_text = text;
    std::vector<Open> open;
    JsonToken name;
    JsonScanner scanner(text);
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonTokenKind::Invalid)
            return {};
        if (token.kind == JsonTokenKind::End)
            return tree;
        if (token.kind == JsonTokenKind::Name) {
            name = token;
        } else if (token.beginsValue()) {
            const int parent = open.empty() ? -1 : open.back().node;
            const int added = tree.add(token, name, parent, open.empty() ? -1 : open.back().last);
            name = {};
            if (!open.empty())
                open.back().last = added;
            if (!token.isScalar())
                open.push_back({added, -1});
        } else if (token.kind == JsonTokenKind::ObjectEnd || token.kind == JsonTokenKind::ArrayEnd) {
            Node &done = tree.m_nodes[size_t(open.back().node)];
            done.length = token.end() - done.offset;
            for (int child = done.firstChild; child >= 0; child = tree.node(child).next)
                done.hash = qHashMulti(done.hash, tree.node(child).hash, tree.name(child));
            open.pop_back();
        }
    }
}

int JsonTree::add(const JsonToken &token, const JsonToken &name, int parent, int previous)
{
    const int index = int(m_nodes.size());
    Node node;
    node.kind = token.kind;
    node.parent = parent;
    node.offset = token.offset;
    node.length = token.length;
    node.nameOffset = name.offset;
    node.nameLength = name.length;
    node.hash = qHashMulti(size_t(token.kind),
                           token.isScalar() ? m_text.sliced(token.offset, token.length) : QByteArrayView());
    m_nodes.push_back(node);
    if (parent >= 0) {
        ++m_nodes[size_t(parent)].childCount;
        if (previous >= 0)
            m_nodes[size_t(previous)].next = index;
        else
            m_nodes[size_t(parent)].firstChild = index;
    }
    return index;
}

std::vector<int> JsonTree::children(int index) const
{
    std::vector<int> list;
    list.reserve(size_t(node(index).childCount));
    for (int child = node(index).firstChild; child >= 0; child = node(child).next)
        list.push_back(child);
    return list;
}

int JsonTree::member(int object, QByteArrayView name) const
{
    int found = -1;
    for (int child = node(object).firstChild; child >= 0; child = node(child).next) {
        const QByteArrayView token = this->name(child);
        if (token.size() < 2)
            return -1;
        const QByteArrayView inside = token.sliced(1, token.size() - 2);
        if (inside.contains('\\') ? unescapedJsonString(inside) == name : inside == name)
            found = child;
    }
    return found;
}

int JsonTree::find(QByteArrayView pointer) const
{
    const auto tokens = jsonPointerTokens(pointer);
    if (!tokens)
        return -1;
    int index = Root;
    for (const QByteArray &token : *tokens) {
        if (node(index).kind == JsonTokenKind::ObjectBegin) {
            index = member(index, token);
        } else {
            bool ok = false;
            const int place = token.toInt(&ok);
            const bool isIndex = ok && place >= 0 && QByteArray::number(place) == token;
            index = isIndex ? childAt(index, place) : -1;
        }
        if (index < 0)
            return -1;
    }
    return index;
}

int JsonTree::childAt(int index, int place) const
{
    int child = node(index).firstChild;
    for (; child >= 0 && place > 0; --place)
        child = node(child).next;
    return place < 0 ? -1 : child;
}

int JsonTree::at(const std::vector<int> &path) const
{
    int index = Root;
    for (size_t i = 0; i < path.size() && index >= 0; ++i)
        index = childAt(index, path[i]);
    return index;
}

int JsonTree::placeOf(int index) const
{
    int place = 0;
    const int parent = node(index).parent;
    for (int child = parent < 0 ? index : node(parent).firstChild; child != index; child = node(child).next)
        ++place;
    return place;
}

std::vector<int> JsonTree::pathOf(int index) const
{
    std::vector<int> path;
    for (; node(index).parent >= 0; index = node(index).parent)
        path.push_back(placeOf(index));
    std::reverse(path.begin(), path.end());
    return path;
}

QByteArray JsonTree::pointerOf(int index) const
{
    std::vector<QByteArray> tokens;
    for (; node(index).parent >= 0; index = node(index).parent) {
        tokens.push_back(node(index).nameLength > 0 ? escapedPointerToken(unescapedJsonString(name(index)))
                                                    : QByteArray::number(placeOf(index)));
    }
    QByteArray pointer;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token)
        pointer += '/' + *token;
    return pointer;
}

bool sameButForSpace(QByteArrayView a, QByteArrayView b)
{
    if (a == b)
        return true;
    qsizetype i = 0;
    qsizetype j = 0;
    bool inString = false;
    for (;;) {
        if (!inString) {
            while (i < a.size() && isSpace(a[i]))
                ++i;
            while (j < b.size() && isSpace(b[j]))
                ++j;
        }
        if (i >= a.size() || j >= b.size())
            return i >= a.size() && j >= b.size();
        if (a[i] != b[j])
            return false;
        if (inString && a[i] == '\\') {
            if (i + 1 >= a.size() || j + 1 >= b.size() || a[i + 1] != b[j + 1])
                return false;
            i += 2;
            j += 2;
            continue;
        }
        if (a[i] == '"')
            inString = !inString;
        ++i;
        ++j;
    }
}

} // namespace Studio
