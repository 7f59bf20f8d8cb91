// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/memberrows.h"

#include "diff/difference.h"
#include "diff/litparts.h"
#include "json/jsonformat.h"
#include "json/jsonpairs.h"
#include "json/jsonpointer.h"

#include <QHash>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int None = JsonPair::None;
constexpr int Indent = 2;

/// Writes values of one side as lines.
class Writer
{
public:
    Writer(const JsonTree &tree, DiffText &text)
        : m_tree(tree)
        , m_text(text)
    {
    }

    const JsonTree &tree() const { return m_tree; }
    int lineCount() const { return m_text.lineCount(); }
    bool isOneLine(int node) const { return m_tree.node(node).firstChild < 0; }

    /// A value with all that it holds. \return the number of lines
    int write(int node, int depth, bool isLast)
    {
        struct Step {
            int node;
            int depth;
            bool isLast;
            bool closes;
        };
        const int before = lineCount();
        std::vector<Step> waiting{{node, depth, isLast, false}};
        while (!waiting.empty()) {
            const Step step = waiting.back();
            waiting.pop_back();
            if (step.closes) {
                close(step.node, step.depth, step.isLast);
                continue;
            }
            if (isOneLine(step.node)) {
                leaf(step.node, step.depth, step.isLast);
                continue;
            }
            open(step.node, step.depth);
            waiting.push_back({step.node, step.depth, step.isLast, true});
            const size_t first = waiting.size();
            for (int child = m_tree.node(step.node).firstChild; child >= 0; child = m_tree.node(child).next)
                waiting.push_back({child, step.depth + 1, m_tree.node(child).next < 0, false});
            std::reverse(waiting.begin() + qptrdiff(first), waiting.end());
        }
        return lineCount() - before;
    }

    void open(int node, int depth)
    {
        begin(node, depth);
        m_line += isObject(node) ? '{' : '[';
        m_text.addLine(m_line);
    }
    void close(int node, int depth, bool isLast)
    {
        indent(depth);
        m_line += isObject(node) ? '}' : ']';
        end(isLast);
    }
    /// A scalar, or what is empty.
    void leaf(int node, int depth, bool isLast)
    {
        begin(node, depth);
        if (m_tree.node(node).isContainer())
            m_line += isObject(node) ? "{}" : "[]";
        else
            m_line += m_tree.source(node);
        end(isLast);
    }
    /// Bytes before the value in the line that leaf() writes.
    qsizetype valueStart(int node, int depth)
    {
        begin(node, depth);
        return m_line.size();
    }

private:
    bool isObject(int node) const { return m_tree.node(node).kind == JsonTokenKind::ObjectBegin; }
    void indent(int depth) { m_line.fill(' ', qsizetype(std::min(depth, JsonMaxIndentDepth)) * Indent); }
    void begin(int node, int depth)
    {
        indent(depth);
        if (m_tree.node(node).nameLength > 0) {
            m_line += m_tree.name(node);
            m_line += ": ";
        }
    }
    void end(bool isLast)
    {
        if (!isLast)
            m_line += ',';
        m_text.addLine(m_line);
    }

    const JsonTree &m_tree;
    DiffText &m_text;
    QByteArray m_line;
};

/// Goes through both trees at once, without recursion.
class MemberRows
{
public:
    MemberRows(const JsonTree &before, const JsonTree &after, const DiffRun &run, Difference &result)
        : m_before(before, result.before)
        , m_after(after, result.after)
        , m_run(run)
        , m_result(result)
    {
    }

    void build()
    {
        place({JsonTree::Root, JsonTree::Root, 0}, 0, true, true);
        while (!m_levels.empty() && !m_run.isCanceled()) {
            Level &level = m_levels.back();
            if (level.next == level.pairs.size()) {
                const Level done = std::move(level);
                m_levels.pop_back();
                close(done);
                continue;
            }
            const size_t index = level.next++;
            const JsonPair pair = level.pairs[index];
            const int depth = int(m_levels.size());
            const bool isLastBefore = index >= level.lastBefore;
            const bool isLastAfter = index >= level.lastAfter;
            place(pair, depth, isLastBefore, isLastAfter);
        }
    }

private:
    /// An object or array that both sides have, as far as it has been gone through.
    struct Level {
        JsonPair pair;
        bool isLastBefore = true;
        bool isLastAfter = true;
        std::vector<JsonPair> pairs;
        size_t next = 0;
        size_t lastBefore = 0; ///< index of the last pair that has this side
        size_t lastAfter = 0;
    };

    void place(const JsonPair &pair, int depth, bool isLastBefore, bool isLastAfter)
    {
        if (pair.before != None && !m_before.tree().text().isEmpty())
            m_run.tell(25
                       + int(70 * m_before.tree().node(pair.before).offset / m_before.tree().text().size()));
        if (pair.before == None) {
            oneSided(m_after.write(pair.after, depth, isLastAfter), true);
            addChange(pair, m_lastRows);
        } else if (pair.after == None) {
            oneSided(m_before.write(pair.before, depth, isLastBefore), false);
            addChange(pair, m_lastRows);
        } else if (isSameJson(m_before.tree(), pair.before, m_after.tree(), pair.after)) {
            const int lines = m_before.write(pair.before, depth, isLastBefore);
            m_after.write(pair.after, depth, isLastAfter);
            for (int i = lines; i > 0; --i)
                m_result.rows.push_back({m_before.lineCount() - i, m_after.lineCount() - i, false});
        } else if (const auto &before = m_before.tree().node(pair.before);
                   before.isContainer() && before.kind == m_after.tree().node(pair.after).kind) {
            open({pair, isLastBefore, isLastAfter, {}, 0, 0, 0}, depth);
        } else {
            replaced(pair, depth, isLastBefore, isLastAfter);
        }
    }

    void open(Level level, int depth)
    {
        openSide(m_before, level.pair.before, depth, level.isLastBefore);
        openSide(m_after, level.pair.after, depth, level.isLastAfter);
        m_result.rows.push_back({m_before.lineCount() - 1, m_after.lineCount() - 1, false});
        level.pairs = inOrder(level.pair);
        for (size_t i = 0; i < level.pairs.size(); ++i) {
            if (level.pairs[i].before != None)
                level.lastBefore = i;
            if (level.pairs[i].after != None)
                level.lastAfter = i;
        }
        m_levels.push_back(std::move(level));
    }

    /// An empty one is a line with both brackets, also where the other side has something in it.
    static void openSide(Writer &side, int node, int depth, bool isLast)
    {
        if (side.isOneLine(node))
            side.leaf(node, depth, isLast);
        else
            side.open(node, depth);
    }

    void close(const Level &level)
    {
        const int depth = int(m_levels.size());
        DiffRow row;
        if (!m_before.isOneLine(level.pair.before)) {
            row.before = m_before.lineCount();
            m_before.close(level.pair.before, depth, level.isLastBefore);
        }
        if (!m_after.isOneLine(level.pair.after)) {
            row.after = m_after.lineCount();
            m_after.close(level.pair.after, depth, level.isLastAfter);
        }
        if (row.before != None || row.after != None)
            m_result.rows.push_back(row);
    }

    /// As `before` has them; what only `after` has behind what it follows there.
    std::vector<JsonPair> inOrder(const JsonPair &around) const
    {
        const JsonTree &before = m_before.tree();
        const JsonTree &after = m_after.tree();
        std::vector<JsonPair> pairs = pairedChildren(before, around.before, after, around.after);
        if (before.node(around.before).kind != JsonTokenKind::ObjectBegin)
            return pairs;
        QHash<int, JsonPair> byBefore;
        std::vector<std::vector<JsonPair>> behind(1); // what follows no member; then that of each member
        QHash<int, size_t> placeBehind;
        size_t current = 0;
        for (const JsonPair &pair : pairs) {
            if (pair.before != None)
                byBefore.insert(pair.before, pair);
            if (pair.after == None)
                continue;
            if (pair.before == None) {
                behind[current].push_back(pair);
            } else {
                current = behind.size();
                behind.emplace_back();
                placeBehind.insert(pair.before, current);
            }
        }
        std::vector<JsonPair> ordered = behind.front();
        ordered.reserve(pairs.size());
        for (int child = before.node(around.before).firstChild; child >= 0; child = before.node(child).next) {
            ordered.push_back(byBefore.value(child));
            if (const auto it = placeBehind.constFind(child); it != placeBehind.cend())
                ordered.insert(ordered.end(), behind[*it].begin(), behind[*it].end());
        }
        return ordered;
    }

    void oneSided(int lines, bool isAfter)
    {
        for (int i = lines; i > 0; --i) {
            m_result.rows.push_back(
                {isAfter ? None : m_before.lineCount() - i, isAfter ? m_after.lineCount() - i : None, true});
        }
        m_lastRows = lines;
    }

    /// Another value: its lines beside the former ones, as far as they go.
    void replaced(const JsonPair &pair, int depth, bool isLastBefore, bool isLastAfter)
    {
        const int beforeStart = m_before.lineCount();
        const int afterStart = m_after.lineCount();
        const int beforeLines = m_before.write(pair.before, depth, isLastBefore);
        const int afterLines = m_after.write(pair.after, depth, isLastAfter);
        const int rows = std::max(beforeLines, afterLines);
        for (int i = 0; i < rows; ++i) {
            m_result.rows.push_back(
                {i < beforeLines ? beforeStart + i : None, i < afterLines ? afterStart + i : None, true});
        }
        if (beforeLines == 1 && afterLines == 1) {
            const LitParts parts =
                litParts(m_before.tree().source(pair.before), m_after.tree().source(pair.after));
            const qsizetype beforeShift = m_before.valueStart(pair.before, depth);
            const qsizetype afterShift = m_after.valueStart(pair.after, depth);
            for (const auto &[from, length] : parts.before)
                m_result.beforeLit.push_back({beforeStart, beforeShift + from, length});
            for (const auto &[from, length] : parts.after)
                m_result.afterLit.push_back({afterStart, afterShift + from, length});
        }
        addChange(pair, rows);
    }

    void addChange(const JsonPair &pair, int rows)
    {
        QByteArray pointer;
        for (const Level &level : m_levels) {
            if (level.pair.before != JsonTree::Root)
                pointer += '/' + token(level.pair);
        }
        if (pair.before != JsonTree::Root)
            pointer += '/' + token(pair);
        m_result.changes.push_back({int(m_result.rows.size()) - rows, rows, pointer});
    }

    QByteArray token(const JsonPair &pair) const
    {
        const QByteArrayView name =
            pair.after != None ? m_after.tree().name(pair.after) : m_before.tree().name(pair.before);
        return name.isEmpty() ? QByteArray::number(pair.index)
                              : escapedPointerToken(unescapedJsonString(name));
    }

    Writer m_before;
    Writer m_after;
    const DiffRun &m_run;
    Difference &m_result;
    std::vector<Level> m_levels;
    int m_lastRows = 0;
};

} // namespace

void buildMemberRows(const JsonTree &before, const JsonTree &after, const DiffRun &run, Difference &result)
{
    MemberRows(before, after, run, result).build();
}

} // namespace Studio
