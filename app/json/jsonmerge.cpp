// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonmerge.h"

#include "json/jsonbatchedit.h"
#include "json/jsonmeaning.h"
#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <vector>

namespace Studio
{

namespace
{

constexpr int Nothing = -1;

/// One member on all three sides, Nothing where a side has none.
struct Triple {
    int base = Nothing;
    int mine = Nothing;
    int theirs = Nothing;
    int object = Nothing; ///< of mine, around it
    bool mineIsBase = false; ///< known to be the same: what is around them is
};

class Merger
{
public:
    Merger(const JsonTree &base, const JsonTree &mine, const JsonTree &theirs,
           const QSet<QByteArray> &theirsAt)
        : m_base(base)
        , m_mine(mine)
        , m_theirs(theirs)
        , m_theirsAt(theirsAt)
        , m_batch(mine)
    {
    }

    JsonMergeResult run()
    {
        m_waiting.push_back({JsonTree::Root, JsonTree::Root, JsonTree::Root, Nothing, false});
        while (!m_waiting.empty()) {
            const Triple triple = m_waiting.back();
            m_waiting.pop_back();
            visit(triple);
        }
        m_result.text = edited(m_mine.tree().text(), m_batch.edits());
        return m_result;
    }

private:
    static bool isSame(const JsonMeaning &a, int aNode, const JsonMeaning &b, int bNode)
    {
        if (aNode == Nothing || bNode == Nothing)
            return aNode == bNode;
        return JsonMeaning::isSame(a, aNode, b, bNode);
    }

    void visit(const Triple &triple)
    {
        if (isSame(m_mine, triple.mine, m_theirs, triple.theirs)
            || isSame(m_base, triple.base, m_theirs, triple.theirs))
            return;
        // Member by member also where they alone have changed something, so that mine keeps its bytes.
        const bool mineIsBase = triple.mineIsBase || isSame(m_base, triple.base, m_mine, triple.mine);
        if (pushMembers(triple, mineIsBase))
            return;
        if (mineIsBase) {
            takeTheirs(triple);
            return;
        }
        JsonMergeConflict conflict;
        conflict.pointer = pointer(triple);
        conflict.base = source(m_base, triple.base);
        conflict.mine = source(m_mine, triple.mine);
        conflict.theirs = source(m_theirs, triple.theirs);
        if (m_theirsAt.contains(conflict.pointer))
            takeTheirs(triple);
        m_result.conflicts.append(conflict);
    }

    void takeTheirs(const Triple &triple)
    {
        if (triple.theirs == Nothing) {
            m_batch.remove(triple.mine);
            return;
        }
        const QByteArray value = source(m_theirs, triple.theirs);
        if (triple.mine == Nothing)
            m_batch.append(triple.object, m_theirs.tree().name(triple.theirs).toByteArray(), value);
        else
            m_batch.replace(triple.mine, value);
    }

    /// Goes on by member where that is possible. What is not there in `base`, or no object there, counts as
    /// an object without members.
    bool pushMembers(const Triple &triple, bool mineIsBase)
    {
        if (triple.mine == Nothing || triple.theirs == Nothing)
            return false;
        const auto mine = members(m_mine.tree(), triple.mine);
        const auto theirs = members(m_theirs.tree(), triple.theirs);
        if (!mine || !theirs)
            return false;
        std::optional<QHash<QByteArray, int>> base = QHash<QByteArray, int>();
        if (triple.base != Nothing && isObject(m_base.tree(), triple.base))
            base = members(m_base.tree(), triple.base);
        if (!base)
            return false;
        const size_t first = m_waiting.size();
        const JsonTree &mineTree = m_mine.tree();
        for (int child = mineTree.node(triple.mine).firstChild; child >= 0;
             child = mineTree.node(child).next) {
            const QByteArray name = unescapedJsonString(mineTree.name(child));
            m_waiting.push_back(
                {base->value(name, Nothing), child, theirs->value(name, Nothing), triple.mine, mineIsBase});
        }
        const JsonTree &theirTree = m_theirs.tree();
        for (int child = theirTree.node(triple.theirs).firstChild; child >= 0;
             child = theirTree.node(child).next) {
            const QByteArray name = unescapedJsonString(theirTree.name(child));
            if (!mine->contains(name))
                m_waiting.push_back({base->value(name, Nothing), Nothing, child, triple.mine, false});
        }
        // What is put there last is visited first.
        std::reverse(m_waiting.begin() + qptrdiff(first), m_waiting.end());
        return true;
    }

    static bool isObject(const JsonTree &tree, int node)
    {
        return tree.node(node).kind == JsonTokenKind::ObjectBegin;
    }

    /// By name; nothing if it is no object or has two members of one name.
    static std::optional<QHash<QByteArray, int>> members(const JsonTree &tree, int object)
    {
        if (!isObject(tree, object))
            return {};
        QHash<QByteArray, int> members;
        for (int child = tree.node(object).firstChild; child >= 0; child = tree.node(child).next) {
            const QByteArray name = unescapedJsonString(tree.name(child));
            if (members.contains(name))
                return {};
            members.insert(name, child);
        }
        return members;
    }

    static QByteArray source(const JsonMeaning &side, int node)
    {
        return node == Nothing ? QByteArray() : side.tree().source(node).toByteArray();
    }

    QByteArray pointer(const Triple &triple) const
    {
        if (triple.mine != Nothing)
            return m_mine.tree().pointerOf(triple.mine);
        return m_theirs.tree().pointerOf(triple.theirs);
    }

    JsonMeaning m_base;
    JsonMeaning m_mine;
    JsonMeaning m_theirs;
    const QSet<QByteArray> &m_theirsAt;
    JsonBatchEdit m_batch;
    std::vector<Triple> m_waiting;
    JsonMergeResult m_result;
};

/// As one piece.
JsonMergeResult mergeWhole(QByteArrayView base, QByteArrayView mine, QByteArrayView theirs,
                           const QSet<QByteArray> &theirsAt)
{
    JsonMergeResult result;
    const bool isConflict = mine != base && theirs != base && mine != theirs;
    if (isConflict)
        result.conflicts.append({{}, base.toByteArray(), mine.toByteArray(), theirs.toByteArray()});
    const bool isTheirs = isConflict ? theirsAt.contains(QByteArray()) : mine == base;
    result.text = (isTheirs ? theirs : mine).toByteArray();
    return result;
}

} // namespace

JsonMergeResult mergeJson(QByteArrayView base, QByteArrayView mine, QByteArrayView theirs,
                          const QSet<QByteArray> &theirsAt)
{
    const auto baseTree = JsonTree::parse(base);
    const auto mineTree = baseTree ? JsonTree::parse(mine) : std::nullopt;
    const auto theirTree = mineTree ? JsonTree::parse(theirs) : std::nullopt;
    if (!theirTree)
        return mergeWhole(base, mine, theirs, theirsAt);
    return Merger(*baseTree, *mineTree, *theirTree, theirsAt).run();
}

} // namespace Studio
