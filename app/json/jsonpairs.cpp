// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonpairs.h"

#include "json/jsonpointer.h"

#include <QHash>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int None = JsonPair::None;

std::vector<JsonPair> pairedMembers(const JsonTree &beforeTree, const std::vector<int> &before,
                                    const JsonTree &afterTree, const std::vector<int> &after)
{
    std::vector<JsonPair> pairs;
    pairs.reserve(after.size());
    const bool sameNames = std::equal(before.begin(), before.end(), after.begin(), after.end(),
                                      [&](int b, int a) { return beforeTree.name(b) == afterTree.name(a); });
    if (sameNames) {
        for (size_t i = 0; i < before.size(); ++i)
            pairs.push_back({before[i], after[i], 0});
        return pairs;
    }
    QHash<QByteArray, std::vector<int>> byName;
    for (auto it = after.rbegin(); it != after.rend(); ++it)
        byName[unescapedJsonString(afterTree.name(*it))].push_back(*it);
    QHash<int, int> partnerOfAfter;
    for (const int member : before) {
        auto &candidates = byName[unescapedJsonString(beforeTree.name(member))];
        if (candidates.empty()) {
            pairs.push_back({member, None, 0});
            continue;
        }
        partnerOfAfter.insert(candidates.back(), member);
        candidates.pop_back();
    }
    for (const int member : after)
        pairs.push_back({partnerOfAfter.value(member, None), member, 0});
    return pairs;
}

std::vector<JsonPair> pairedElements(const JsonTree &beforeTree, const std::vector<int> &before,
                                     const JsonTree &afterTree, const std::vector<int> &after)
{
    const size_t shorter = std::min(before.size(), after.size());
    size_t head = 0;
    size_t tail = 0;
    if (before.size() != after.size()) {
        while (head < shorter && isSameJson(beforeTree, before[head], afterTree, after[head]))
            ++head;
        while (tail < shorter - head
               && isSameJson(beforeTree, before[before.size() - 1 - tail], afterTree,
                             after[after.size() - 1 - tail]))
            ++tail;
    }
    const size_t beforeEnd = before.size() - tail;
    const size_t afterEnd = after.size() - tail;
    std::vector<JsonPair> pairs;
    pairs.reserve(std::max(before.size(), after.size()));
    for (size_t i = 0; i < std::max(beforeEnd, afterEnd); ++i)
        pairs.push_back({i < beforeEnd ? before[i] : None, i < afterEnd ? after[i] : None, qsizetype(i)});
    for (size_t i = 0; i < tail; ++i)
        pairs.push_back({before[beforeEnd + i], after[afterEnd + i], qsizetype(afterEnd + i)});
    return pairs;
}

} // namespace

bool isSameJson(const JsonTree &before, int beforeNode, const JsonTree &after, int afterNode)
{
    return before.node(beforeNode).hash == after.node(afterNode).hash
        && sameButForSpace(before.source(beforeNode), after.source(afterNode));
}

std::vector<JsonPair> pairedChildren(const JsonTree &before, int beforeNode, const JsonTree &after,
                                     int afterNode)
{
    const bool isObject = before.node(beforeNode).kind == JsonTokenKind::ObjectBegin;
    return (isObject ? pairedMembers : pairedElements)(before, before.children(beforeNode), after,
                                                       after.children(afterNode));
}

} // namespace Studio
