// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/jsonpairs.h"

#include "json/jsonpointer.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

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

// --- elements of arrays

/// Members that name an element, the best first.
constexpr const char *Names[] = {"id", "_id", "uuid", "key", "name"};
constexpr size_t MostCells = 10'000; ///< of the table in which neighbours are paired by likeness
constexpr double Alike = 0.5; ///< from here on an element under another name counts as renamed

/// Elements of both sides that stand between two that were paired.
struct Gap {
    size_t fromBefore;
    size_t toBefore;
    size_t fromAfter;
    size_t toAfter;

    size_t beforeCount() const { return toBefore - fromBefore; }
    size_t afterCount() const { return toAfter - fromAfter; }
};

/// Finds out which element of one array is which of another: by a member that names it, else by what it
/// holds. The order counts, so that an element that was moved is gone at one place and new at another.
class ElementPairs
{
public:
    ElementPairs(const JsonTree &beforeTree, const std::vector<int> &before, const JsonTree &afterTree,
                 const std::vector<int> &after)
        : m_beforeTree(beforeTree)
        , m_before(before)
        , m_afterTree(afterTree)
        , m_after(after)
    {
    }

    std::vector<JsonPair> run()
    {
        m_pairs.reserve(std::max(m_before.size(), m_after.size()));
        const size_t shorter = std::min(m_before.size(), m_after.size());
        size_t head = 0;
        while (head < shorter && isSame(head, head))
            ++head;
        size_t tail = 0;
        while (tail < shorter - head && isSame(m_before.size() - 1 - tail, m_after.size() - 1 - tail))
            ++tail;
        for (size_t i = 0; i < head; ++i)
            add(i, i);
        middle({head, m_before.size() - tail, head, m_after.size() - tail});
        for (size_t i = tail; i > 0; --i)
            add(m_before.size() - i, m_after.size() - i);
        return std::move(m_pairs);
    }

private:
    bool isSame(size_t before, size_t after) const
    {
        return isSameJson(m_beforeTree, m_before[before], m_afterTree, m_after[after]);
    }
    void add(size_t before, size_t after)
    {
        m_pairs.push_back({m_before[before], m_after[after], qsizetype(after)});
    }

    void middle(const Gap &gap)
    {
        const bool oneEach = gap.beforeCount() == 1 && gap.afterCount() == 1;
        if (oneEach || gap.beforeCount() == 0 || gap.afterCount() == 0) {
            byPlace(gap);
            return;
        }
        std::vector<QByteArray> before;
        std::vector<QByteArray> after;
        m_areNamed = false;
        for (const char *name : Names) {
            before = names(m_beforeTree, m_before, gap.fromBefore, gap.toBefore, name);
            after = before.empty() ? before : names(m_afterTree, m_after, gap.fromAfter, gap.toAfter, name);
            m_areNamed = !before.empty() && !after.empty();
            if (m_areNamed)
                break;
        }
        if (!m_areNamed) {
            before = contents(m_beforeTree, m_before, gap.fromBefore, gap.toBefore);
            after = contents(m_afterTree, m_after, gap.fromAfter, gap.toAfter);
        }
        size_t fromBefore = gap.fromBefore;
        size_t fromAfter = gap.fromAfter;
        for (const auto &[b, a] : anchors(before, after)) {
            between({fromBefore, gap.fromBefore + b, fromAfter, gap.fromAfter + a});
            add(gap.fromBefore + b, gap.fromAfter + a);
            fromBefore = gap.fromBefore + b + 1;
            fromAfter = gap.fromAfter + a + 1;
        }
        between({fromBefore, gap.toBefore, fromAfter, gap.toAfter});
    }

    /// What `name` holds in each element; nothing if one has no such member, or two have the same.
    static std::vector<QByteArray> names(const JsonTree &tree, const std::vector<int> &elements, size_t from,
                                         size_t to, const char *name)
    {
        std::vector<QByteArray> result;
        QSet<QByteArray> seen;
        for (size_t i = from; i < to; ++i) {
            const int element = elements[i];
            const int member =
                tree.node(element).kind == JsonTokenKind::ObjectBegin ? tree.member(element, name) : None;
            if (member == None || tree.node(member).isContainer())
                return {};
            const QByteArray text = tree.source(member).toByteArray();
            if (seen.contains(text))
                return {};
            seen.insert(text);
            result.push_back(text);
        }
        return result;
    }

    static std::vector<QByteArray> contents(const JsonTree &tree, const std::vector<int> &elements,
                                            size_t from, size_t to)
    {
        std::vector<QByteArray> result;
        for (size_t i = from; i < to; ++i)
            result.push_back(QByteArray::number(qulonglong(tree.node(elements[i]).hash)));
        return result;
    }

    /// Places of what both have exactly once, as many as can be in order in both.
    static std::vector<std::pair<size_t, size_t>> anchors(const std::vector<QByteArray> &before,
                                                          const std::vector<QByteArray> &after)
    {
        struct Places {
            qsizetype before = None;
            qsizetype after = None;
            bool isOnce = true;
        };
        QHash<QByteArray, Places> places;
        for (size_t i = 0; i < before.size(); ++i) {
            Places &at = places[before[i]];
            at.isOnce = at.isOnce && at.before == None;
            at.before = qsizetype(i);
        }
        for (size_t i = 0; i < after.size(); ++i) {
            Places &at = places[after[i]];
            at.isOnce = at.isOnce && at.after == None;
            at.after = qsizetype(i);
        }
        std::vector<std::pair<size_t, size_t>> both;
        for (size_t i = 0; i < before.size(); ++i) {
            if (const Places at = places.value(before[i]); at.isOnce && at.after != None)
                both.emplace_back(i, size_t(at.after));
        }
        // The longest run that rises on the other side, too.
        std::vector<size_t> ends; // of the best run of each length, as an index of `both`
        std::vector<qsizetype> previous(both.size(), None);
        for (size_t i = 0; i < both.size(); ++i) {
            const auto better =
                std::lower_bound(ends.begin(), ends.end(), both[i].second,
                                 [&both](size_t end, size_t place) { return both[end].second < place; });
            if (better != ends.begin())
                previous[i] = qsizetype(*std::prev(better));
            if (better == ends.end())
                ends.push_back(i);
            else
                *better = i;
        }
        std::vector<std::pair<size_t, size_t>> run;
        for (qsizetype i = ends.empty() ? None : qsizetype(ends.back()); i != None; i = previous[size_t(i)])
            run.push_back(both[size_t(i)]);
        std::reverse(run.begin(), run.end());
        return run;
    }

    void byPlace(const Gap &gap)
    {
        const size_t count = std::max(gap.beforeCount(), gap.afterCount());
        for (size_t i = 0; i < count; ++i) {
            const bool hasBefore = i < gap.beforeCount();
            const bool hasAfter = i < gap.afterCount();
            m_pairs.push_back({hasBefore ? m_before[gap.fromBefore + i] : None,
                               hasAfter ? m_after[gap.fromAfter + i] : None,
                               qsizetype(hasAfter ? gap.fromAfter + i : gap.fromBefore + i)});
        }
    }

    /// Which of the neighbours belong together, so that they are as much alike as can be altogether.
    void between(const Gap &gap)
    {
        const size_t rows = gap.beforeCount();
        const size_t columns = gap.afterCount();
        if (rows == 0 || columns == 0 || rows * columns > MostCells) {
            byPlace(gap);
            return;
        }
        // best[i][j]: from the i-th and the j-th on.
        const size_t width = columns + 1;
        std::vector<double> best((rows + 1) * width, 0);
        std::vector<double> alike(rows * columns, 0);
        for (size_t i = rows; i-- > 0;) {
            for (size_t j = columns; j-- > 0;) {
                double likeness = this->likeness(gap.fromBefore + i, gap.fromAfter + j);
                if (m_areNamed && likeness < Alike)
                    likeness = -1; // it has another name: something else
                alike[i * columns + j] = likeness;
                best[i * width + j] = std::max({best[(i + 1) * width + j], best[i * width + j + 1],
                                                best[(i + 1) * width + j + 1] + likeness});
            }
        }
        size_t i = 0;
        size_t j = 0;
        while (i < rows && j < columns) {
            const double here = best[i * width + j];
            const double together = alike[i * columns + j];
            if (together > 0 && here == best[(i + 1) * width + j + 1] + together) {
                add(gap.fromBefore + i++, gap.fromAfter + j++);
            } else if (here == best[(i + 1) * width + j]) {
                byPlace({gap.fromBefore + i, gap.fromBefore + i + 1, 0, 0});
                ++i;
            } else {
                byPlace({0, 0, gap.fromAfter + j, gap.fromAfter + j + 1});
                ++j;
            }
        }
        byPlace({gap.fromBefore + i, gap.toBefore, 0, 0});
        byPlace({0, 0, gap.fromAfter + j, gap.toAfter});
    }

    /// From 0 to 1; never 0, so that neighbours are paired rather than not.
    double likeness(size_t beforePlace, size_t afterPlace) const
    {
        constexpr double little = 0.001;
        const int before = m_before[beforePlace];
        const int after = m_after[afterPlace];
        if (isSameJson(m_beforeTree, before, m_afterTree, after))
            return 1;
        const JsonTree::Node &b = m_beforeTree.node(before);
        const JsonTree::Node &a = m_afterTree.node(after);
        if (a.kind != b.kind || !b.isContainer() || a.childCount + b.childCount == 0)
            return a.kind == b.kind ? 2 * little : little;
        // What both hold: hashes of the children, with their names.
        const auto hashes = [](const JsonTree &tree, int node) {
            std::vector<size_t> result;
            for (int child = tree.node(node).firstChild; child >= 0 && result.size() < MostCells;
                 child = tree.node(child).next)
                result.push_back(qHash(tree.name(child), tree.node(child).hash));
            std::sort(result.begin(), result.end());
            return result;
        };
        const std::vector<size_t> left = hashes(m_beforeTree, before);
        const std::vector<size_t> right = hashes(m_afterTree, after);
        std::vector<size_t> both;
        std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
        return 3 * little + (1 - 4 * little) * 2 * double(both.size()) / double(left.size() + right.size());
    }

    const JsonTree &m_beforeTree;
    const std::vector<int> &m_before;
    const JsonTree &m_afterTree;
    const std::vector<int> &m_after;
    std::vector<JsonPair> m_pairs;
    bool m_areNamed = false;
};

std::vector<JsonPair> pairedElements(const JsonTree &beforeTree, const std::vector<int> &before,
                                     const JsonTree &afterTree, const std::vector<int> &after)
{
    return ElementPairs(beforeTree, before, afterTree, after).run();
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
