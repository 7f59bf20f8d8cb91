// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonmeaning.h"

#include "json/jsonpointer.h"

#include <QHash>

namespace Studio
{

JsonMeaning::JsonMeaning(const JsonTree &tree)
    : m_tree(tree)
    , m_hashes(size_t(tree.count()))
{
    // Children stand behind their parents.
    for (int index = tree.count() - 1; index >= 0; --index) {
        const auto &node = tree.node(index);
        size_t hash = node.hash;
        if (node.kind == JsonTokenKind::ArrayBegin) {
            hash = size_t(node.kind);
            for (int child = node.firstChild; child >= 0; child = tree.node(child).next)
                hash = qHashMulti(hash, m_hashes[size_t(child)]);
        } else if (node.kind == JsonTokenKind::ObjectBegin) {
            size_t sum = 0;
            for (int child = node.firstChild; child >= 0; child = tree.node(child).next)
                sum += qHashMulti(0, unescapedJsonString(tree.name(child)), m_hashes[size_t(child)]);
            hash = qHashMulti(size_t(node.kind), sum, node.childCount);
        }
        m_hashes[size_t(index)] = hash;
    }
}

bool JsonMeaning::isSame(const JsonMeaning &a, int aNode, const JsonMeaning &b, int bNode)
{
    struct Pair {
        int a;
        int b;
    };
    std::vector<Pair> waiting{{aNode, bNode}};
    while (!waiting.empty()) {
        const Pair pair = waiting.back();
        waiting.pop_back();
        const auto &left = a.m_tree.node(pair.a);
        const auto &right = b.m_tree.node(pair.b);
        if (a.hash(pair.a) != b.hash(pair.b) || left.kind != right.kind
            || left.childCount != right.childCount)
            return false;
        if (!left.isContainer()) {
            if (a.m_tree.source(pair.a) != b.m_tree.source(pair.b))
                return false;
            continue;
        }
        const bool isObject = left.kind == JsonTokenKind::ObjectBegin;
        QHash<QByteArray, std::vector<int>> byName;
        int other = right.firstChild;
        bool inOrder = true;
        for (int child = left.firstChild; child >= 0; child = a.m_tree.node(child).next) {
            inOrder = inOrder && a.m_tree.name(child) == b.m_tree.name(other);
            waiting.push_back({child, other});
            other = b.m_tree.node(other).next;
        }
        if (!isObject || inOrder)
            continue;
        waiting.resize(waiting.size() - size_t(left.childCount));
        for (int child = right.firstChild; child >= 0; child = b.m_tree.node(child).next)
            byName[unescapedJsonString(b.m_tree.name(child))].push_back(child);
        QHash<QByteArray, size_t> taken;
        for (int child = left.firstChild; child >= 0; child = a.m_tree.node(child).next) {
            const QByteArray name = unescapedJsonString(a.m_tree.name(child));
            const auto found = byName.constFind(name);
            const size_t nth = taken[name]++;
            if (found == byName.cend() || nth >= found->size())
                return false;
            waiting.push_back({child, (*found)[nth]});
        }
    }
    return true;
}

} // namespace Studio
