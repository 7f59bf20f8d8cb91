// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsondiff.h"

#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include <QHash>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int Nothing = -1;

/// Two values with the same place, one of each side; Nothing where a side has none.
struct Pair {
    int before = Nothing;
    int after = Nothing;
    int parent = Nothing; ///< index of the pair around it
    qsizetype index = 0; ///< place in an array
};

/// One comparison. Works off a stack of its own instead of recursing.
class Differ
{
public:
    Differ(const JsonTree &before, const JsonTree &after, int max)
        : m_before(before)
        , m_after(after)
        , m_max(max)
    {
    }

    QList<JsonChange> run()
    {
        push({JsonTree::Root, JsonTree::Root, Nothing, 0});
        while (!m_waiting.empty() && m_changes.size() < m_max) {
            const int current = m_waiting.back();
            m_waiting.pop_back();
            visit(current);
        }
        return m_changes;
    }

private:
    bool isEqual(int before, int after) const
    {
        return m_before.node(before).hash == m_after.node(after).hash
            && sameButForSpace(m_before.source(before), m_after.source(after));
    }

    void push(const Pair &pair)
    {
        if (pair.before != Nothing && pair.after != Nothing && isEqual(pair.before, pair.after))
            return;
        m_pairs.push_back(pair);
        m_waiting.push_back(int(m_pairs.size()) - 1);
    }

    void visit(int current)
    {
        const Pair pair = m_pairs[size_t(current)];
        const bool both = pair.before != Nothing && pair.after != Nothing;
        const auto kind = both ? m_before.node(pair.before).kind : JsonTokenKind::Null;
        if (!both || kind != m_after.node(pair.after).kind || !m_before.node(pair.before).isContainer()) {
            report(pair);
            return;
        }
        // What is pushed last is visited first.
        const size_t first = m_waiting.size();
        if (kind == JsonTokenKind::ObjectBegin)
            pushMembers(pair, current);
        else
            pushElements(pair, current);
        std::reverse(m_waiting.begin() + qsizetype(first), m_waiting.end());
    }

    void pushMembers(const Pair &pair, int parent)
    {
        const std::vector<int> before = m_before.children(pair.before);
        const std::vector<int> after = m_after.children(pair.after);
        if (haveSameNames(before, after)) {
            for (size_t i = 0; i < before.size(); ++i)
                push({before[i], after[i], parent, 0});
            return;
        }
        // Members by name; the n-th of several with one name belongs to the n-th of the other side.
        QHash<QByteArray, std::vector<int>> byName;
        for (auto it = after.rbegin(); it != after.rend(); ++it)
            byName[unescapedJsonString(m_after.name(*it))].push_back(*it);
        QHash<int, int> partnerOfAfter;
        QHash<int, int> partnerOfBefore;
        for (const int member : before) {
            auto &candidates = byName[unescapedJsonString(m_before.name(member))];
            if (candidates.empty())
                continue;
            partnerOfBefore.insert(member, candidates.back());
            partnerOfAfter.insert(candidates.back(), member);
            candidates.pop_back();
        }
        for (const int member : before) {
            if (!partnerOfBefore.contains(member))
                push({member, Nothing, parent, 0});
        }
        for (const int member : after)
            push({partnerOfAfter.value(member, Nothing), member, parent, 0});
    }

    bool haveSameNames(const std::vector<int> &before, const std::vector<int> &after) const
    {
        return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                          [this](int b, int a) { return m_before.name(b) == m_after.name(a); });
    }

    void pushElements(const Pair &pair, int parent)
    {
        const std::vector<int> before = m_before.children(pair.before);
        const std::vector<int> after = m_after.children(pair.after);
        const size_t shorter = std::min(before.size(), after.size());
        size_t first = 0;
        size_t tail = 0;
        if (before.size() != after.size()) {
            while (first < shorter && isEqual(before[first], after[first]))
                ++first;
            while (tail < shorter - first
                   && isEqual(before[before.size() - 1 - tail], after[after.size() - 1 - tail]))
                ++tail;
        }
        const size_t beforeEnd = before.size() - tail;
        const size_t afterEnd = after.size() - tail;
        for (size_t i = first; i < std::max(beforeEnd, afterEnd); ++i) {
            push({i < beforeEnd ? before[i] : Nothing, i < afterEnd ? after[i] : Nothing, parent,
                  qsizetype(i)});
        }
    }

    void report(const Pair &pair)
    {
        JsonChange change;
        change.pointer = pointer(pair);
        if (pair.before != Nothing)
            change.before = m_before.source(pair.before).toByteArray();
        if (pair.after != Nothing)
            change.after = m_after.source(pair.after).toByteArray();
        m_changes.append(change);
    }

    QByteArray pointer(const Pair &pair) const
    {
        std::vector<QByteArray> tokens;
        for (const Pair *at = &pair; at->parent != Nothing; at = &m_pairs[size_t(at->parent)]) {
            const bool hasAfter = at->after != Nothing;
            const QByteArrayView name = hasAfter ? m_after.name(at->after) : m_before.name(at->before);
            tokens.push_back(name.isEmpty() ? QByteArray::number(at->index)
                                            : escapedPointerToken(unescapedJsonString(name)));
        }
        QByteArray text;
        for (auto it = tokens.rbegin(); it != tokens.rend(); ++it)
            text += '/' + *it;
        return text;
    }

    const JsonTree &m_before;
    const JsonTree &m_after;
    int m_max;
    std::vector<Pair> m_pairs;
    std::vector<int> m_waiting; ///< indices into m_pairs
    QList<JsonChange> m_changes;
};

} // namespace

QList<JsonChange> jsonChanges(QByteArrayView before, QByteArrayView after, int max)
{
    if (before == after || max <= 0)
        return {};
    const auto beforeTree = JsonTree::parse(before);
    const auto afterTree = beforeTree ? JsonTree::parse(after) : std::nullopt;
    if (!beforeTree || !afterTree)
        return {{{}, before.toByteArray(), after.toByteArray()}};
    return Differ(*beforeTree, *afterTree, max).run();
}

} // namespace Studio
