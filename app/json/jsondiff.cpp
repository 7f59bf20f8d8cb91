// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsondiff.h"

#include "json/jsonpairs.h"
#include "json/jsonpointer.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int Nothing = -1;

/// A pair of values, and the pair around it as an index.
struct Pair : JsonPair {
    int parent = Nothing;
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
        push({JsonTree::Root, JsonTree::Root, 0}, Nothing);
        while (!m_waiting.empty() && m_changes.size() < m_max) {
            const int current = m_waiting.back();
            m_waiting.pop_back();
            visit(current);
        }
        return m_changes;
    }

private:
    void push(const JsonPair &pair, int parent)
    {
        if (pair.before != Nothing && pair.after != Nothing
            && isSameJson(m_before, pair.before, m_after, pair.after))
            return;
        m_pairs.push_back({pair, parent});
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
        for (const JsonPair &child : pairedChildren(m_before, pair.before, m_after, pair.after))
            push(child, current);
        std::reverse(m_waiting.begin() + qsizetype(first), m_waiting.end());
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
