// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/panetext.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int None = DiffRow::None;

/// Adds rows and finds the lit parts of each line; lines of a side come in ascending order.
class PaneWriter
{
public:
    PaneWriter(const Difference &difference, PaneText &pane)
        : m_difference(difference)
        , m_pane(pane)
    {
        pane.isJson = difference.isJson;
    }

    void add(int before, int after, PaneMark mark)
    {
        // A row that is the same on both sides shows what there is now.
        const bool isAfter = mark == PaneMark::Added || (mark == PaneMark::Plain && after != None);
        const int line = isAfter ? after : before;
        const qsizetype start = startRow();
        if (mark != PaneMark::Filler && line != None) {
            const QByteArrayView text = (isAfter ? m_difference.after : m_difference.before).line(line);
            m_pane.text += text;
            if (mark != PaneMark::Plain)
                light(line, start, isAfter);
        }
        m_pane.rows.push_back({{before, after}, mark});
    }
    /// Whatever is shown instead, without a line of its own.
    void addFiller() { add(None, None, PaneMark::Filler); }

private:
    qsizetype startRow()
    {
        if (!m_pane.rows.empty())
            m_pane.text += '\n';
        return m_pane.text.size();
    }

    void light(int line, qsizetype start, bool isAfter)
    {
        const auto &spans = isAfter ? m_difference.afterLit : m_difference.beforeLit;
        auto &lit = isAfter ? m_pane.addedLit : m_pane.removedLit;
        size_t &next = isAfter ? m_nextAfter : m_nextBefore;
        while (next < spans.size() && spans[next].line < line)
            ++next;
        for (; next < spans.size() && spans[next].line == line; ++next)
            lit.emplace_back(start + spans[next].from, spans[next].length);
    }

    const Difference &m_difference;
    PaneText &m_pane;
    size_t m_nextBefore = 0;
    size_t m_nextAfter = 0;
};

PaneMark markOf(const DiffRow &row, bool isAfter)
{
    if ((isAfter ? row.after : row.before) == None)
        return PaneMark::Filler;
    return !row.isChanged ? PaneMark::Plain : isAfter ? PaneMark::Added : PaneMark::Removed;
}

} // namespace

QByteArray PaneText::withoutFillers(qsizetype from, qsizetype to) const
{
    QByteArray kept;
    qsizetype start = 0;
    for (const Row &row : rows) {
        const qsizetype lineEnd = text.indexOf('\n', start);
        const qsizetype end = lineEnd < 0 ? text.size() : lineEnd + 1;
        if (start >= to)
            break;
        if (row.mark != PaneMark::Filler && end > from)
            kept +=
                QByteArrayView(text).sliced(std::max(start, from), std::min(end, to) - std::max(start, from));
        start = end;
    }
    return kept;
}

PaneText sidePane(const Difference &difference, bool isAfter)
{
    PaneText pane;
    pane.changes = difference.changes;
    PaneWriter writer(difference, pane);
    for (const DiffRow &row : difference.rows)
        writer.add(isAfter ? None : row.before, isAfter ? row.after : None, markOf(row, isAfter));
    return pane;
}

PaneText inlinePane(const Difference &difference)
{
    PaneText pane;
    PaneWriter writer(difference, pane);
    size_t row = 0;
    const auto plainUntil = [&](size_t end) {
        for (; row < end; ++row)
            writer.add(difference.rows[row].before, difference.rows[row].after, PaneMark::Plain);
    };
    for (const DiffChange &change : difference.changes) {
        plainUntil(size_t(change.row));
        const size_t end = row + size_t(change.rows);
        const int first = int(pane.rows.size());
        for (size_t i = row; i < end; ++i) {
            if (difference.rows[i].before != None)
                writer.add(difference.rows[i].before, None, PaneMark::Removed);
        }
        for (size_t i = row; i < end; ++i) {
            if (difference.rows[i].after != None)
                writer.add(None, difference.rows[i].after, PaneMark::Added);
        }
        pane.changes.push_back({first, int(pane.rows.size()) - first, change.pointer});
        row = end;
    }
    plainUntil(difference.rows.size());
    return pane;
}

std::array<PaneText, 3> threePanes(const Difference &mine, const Difference &theirs)
{
    std::array<PaneText, 3> panes;
    PaneWriter base(mine, panes[0]);
    PaneWriter own(mine, panes[1]);
    PaneWriter foreign(theirs, panes[2]);
    const auto addBase = [&](int line, bool isChanged) {
        if (line == None)
            base.addFiller();
        else
            base.add(line, None, isChanged ? PaneMark::Removed : PaneMark::Plain);
    };
    const auto addSide = [](PaneWriter &writer, const DiffRow &row) {
        writer.add(None, row.after, markOf(row, true));
    };
    size_t i = 0;
    size_t j = 0;
    // Where the changes of a side are now that there are rows in between.
    const auto noteChange = [](const Difference &side, size_t row, PaneText &pane) {
        const size_t next = pane.changes.size();
        if (next < side.changes.size() && size_t(side.changes[next].row) == row)
            pane.changes.push_back(
                {int(pane.rows.size()), side.changes[next].rows, side.changes[next].pointer});
    };
    while (i < mine.rows.size() || j < theirs.rows.size()) {
        // Lines that are new on one side or on both stand before the next one that there was.
        const bool mineIsNew = i < mine.rows.size() && mine.rows[i].before == None;
        const bool theirsIsNew = j < theirs.rows.size() && theirs.rows[j].before == None;
        if (mineIsNew || !theirsIsNew)
            noteChange(mine, i, panes[1]);
        if (theirsIsNew || !mineIsNew)
            noteChange(theirs, j, panes[2]);
        if (mineIsNew || theirsIsNew) {
            base.addFiller();
            mineIsNew ? addSide(own, mine.rows[i++]) : own.addFiller();
            theirsIsNew ? addSide(foreign, theirs.rows[j++]) : foreign.addFiller();
            continue;
        }
        if (i == mine.rows.size() || j == theirs.rows.size())
            break; // not both of the same lines
        addBase(mine.rows[i].before, mine.rows[i].isChanged || theirs.rows[j].isChanged);
        addSide(own, mine.rows[i++]);
        addSide(foreign, theirs.rows[j++]);
    }
    return panes;
}

QByteArray unifiedText(const Difference &difference, const QByteArray &beforeTitle,
                       const QByteArray &afterTitle)
{
    constexpr int Around = 3;
    const PaneText pane = inlinePane(difference);
    std::vector<QByteArrayView> lines;
    lines.reserve(pane.rows.size());
    for (qsizetype start = 0; lines.size() < pane.rows.size();) {
        const qsizetype end = pane.text.indexOf('\n', start);
        lines.push_back(QByteArrayView(pane.text).sliced(start, (end < 0 ? pane.text.size() : end) - start));
        start = end + 1;
    }
    QByteArray text = "--- " + beforeTitle + "\n+++ " + afterTitle + '\n';
    const int rows = int(pane.rows.size());
    for (size_t i = 0; i < pane.changes.size();) {
        const int from = std::max(0, pane.changes[i].row - Around);
        int to = pane.changes[i].row + pane.changes[i].rows + Around;
        // What is near belongs together.
        for (++i; i < pane.changes.size() && pane.changes[i].row - Around <= to; ++i)
            to = pane.changes[i].row + pane.changes[i].rows + Around;
        to = std::min(to, rows);
        std::array<int, 2> first{None, None};
        std::array<int, 2> count{0, 0};
        for (int row = from; row < to; ++row) {
            for (size_t side = 0; side < 2; ++side) {
                const int number = pane.rows[size_t(row)].numbers[side];
                if (number == None)
                    continue;
                ++count[side];
                if (first[side] == None)
                    first[side] = number + 1;
            }
        }
        const auto range = [&](size_t side) {
            return QByteArray(QByteArray::number(std::max(first[side], 0)) + ','
                              + QByteArray::number(count[side]));
        };
        text += "@@ -" + range(0) + " +" + range(1) + " @@\n";
        for (int row = from; row < to; ++row) {
            const PaneMark mark = pane.rows[size_t(row)].mark;
            text += mark == PaneMark::Removed ? '-' : mark == PaneMark::Added ? '+' : ' ';
            text += lines[size_t(row)];
            text += '\n';
        }
    }
    return text;
}

} // namespace Studio
