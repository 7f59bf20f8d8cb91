// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/difference.h"

#include "diff/litparts.h"
#include "diff/memberrows.h"
#include "diff/sequencealign.h"
#include "json/jsondiff.h"
#include "json/jsonscanner.h"
#include "json/jsontree.h"

#include <algorithm>
#include <optional>

namespace Studio
{

namespace
{

constexpr int BytesPerRow = 16;

bool isText(QByteArrayView bytes)
{
    return isValidUtf8(bytes);
}

/// "00000010  48 50 4b 56 …  HPKV…"
std::vector<QByteArray> hexRows(QByteArrayView bytes)
{
    std::vector<QByteArray> rows;
    for (qsizetype offset = 0; offset < bytes.size(); offset += BytesPerRow) {
        const QByteArrayView part =
            bytes.sliced(offset, std::min<qsizetype>(BytesPerRow, bytes.size() - offset));
        QByteArray row = part.toByteArray().toHex(' ').leftJustified(BytesPerRow * 3 + 1);
        for (const char c : part)
            row += c >= 0x20 && c < 0x7F ? c : '.';
        rows.push_back(row);
    }
    return rows;
}

QByteArrayView withoutBreak(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArray withoutSpace(QByteArrayView text)
{
    QByteArray kept;
    kept.reserve(text.size());
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
    return kept;
}

/// Lays lines that stay, go and come beside one another; a stretch without any that stays is one change.
class LineRows
{
public:
    LineRows(const TextPieces &before, const TextPieces &after, Difference &result)
        : m_before(before)
        , m_after(after)
        , m_result(result)
    {
    }

    void build(const std::vector<int> &partners)
    {
        for (const QByteArrayView line : m_before)
            m_result.before.addLine(withoutBreak(line));
        for (const QByteArrayView line : m_after)
            m_result.after.addLine(withoutBreak(line));
        const int beforeCount = int(m_before.size());
        const int afterCount = int(m_after.size());
        int i = 0;
        int j = 0;
        while (i < beforeCount || j < afterCount) {
            int endI = i;
            while (endI < beforeCount && partners[size_t(endI)] < 0)
                ++endI;
            const int endJ = endI < beforeCount ? partners[size_t(endI)] : afterCount;
            if (endI > i || endJ > j)
                addChange(i, endI, j, endJ);
            i = endI;
            j = endJ;
            if (i < beforeCount)
                m_result.rows.push_back({i++, j++, false});
        }
    }

private:
    void addChange(int i, int endI, int j, int endJ)
    {
        const int first = int(m_result.rows.size());
        while (i < endI || j < endJ) {
            const bool both = i < endI && j < endJ;
            if (both)
                light(i, j);
            m_result.rows.push_back({i < endI ? i++ : DiffRow::None, j < endJ ? j++ : DiffRow::None, true});
        }
        m_result.changes.push_back({first, int(m_result.rows.size()) - first, {}});
    }

    void light(int i, int j)
    {
        const LitParts parts = litParts(withoutBreak(m_before[size_t(i)]), withoutBreak(m_after[size_t(j)]));
        for (const auto &[from, length] : parts.before)
            m_result.beforeLit.push_back({i, from, length});
        for (const auto &[from, length] : parts.after)
            m_result.afterLit.push_back({j, from, length});
    }

    const TextPieces &m_before;
    const TextPieces &m_after;
    Difference &m_result;
};

void compareBytes(QByteArrayView before, QByteArrayView after, const DiffRun &run, Difference &result)
{
    const std::vector<QByteArray> beforeRows = hexRows(before);
    const std::vector<QByteArray> afterRows = hexRows(after);
    run.tell(30);
    const TextPieces a(beforeRows.begin(), beforeRows.end());
    const TextPieces b(afterRows.begin(), afterRows.end());
    LineRows(a, b, result).build(alignSequences(a, b, run.canceled));
}

void compareLines(QByteArrayView before, QByteArrayView after, const DiffRun &run, Difference &result)
{
    const TextPieces a = linesOf(before);
    const TextPieces b = linesOf(after);
    run.tell(30);
    const std::vector<int> partners = alignSequences(a, b, run.canceled);
    run.tell(70);
    if (!run.isCanceled())
        LineRows(a, b, result).build(partners);
}

DiffState textState(QByteArrayView before, QByteArrayView after)
{
    if (before == after)
        return DiffState::Same;
    return withoutSpace(before) == withoutSpace(after) ? DiffState::SpaceOnly : DiffState::Different;
}

/// Whether they can be compared by member: two objects or two arrays.
bool haveMembers(const std::optional<JsonTree> &before, const std::optional<JsonTree> &after)
{
    return before && after && before->node(JsonTree::Root).isContainer()
        && before->node(JsonTree::Root).kind == after->node(JsonTree::Root).kind;
}

} // namespace

Difference compareValues(QByteArrayView before, QByteArrayView after, DiffForm wanted, const DiffRun &run)
{
    Difference result;
    if (!isText(before) || !isText(after)) {
        result.form = DiffForm::Bytes;
        result.state = before == after ? DiffState::Same : DiffState::Different;
        compareBytes(before, after, run, result);
        run.tell(100);
        return result;
    }
    const auto beforeTree = JsonTree::parse(before);
    const auto afterTree = JsonTree::parse(after);
    run.tell(15);
    result.isJson = beforeTree && afterTree;
    result.hasMembers = haveMembers(beforeTree, afterTree);
    result.form = result.hasMembers && wanted == DiffForm::Members ? DiffForm::Members : DiffForm::Lines;
    if (!result.isJson)
        result.state = textState(before, after);
    else if (before == after)
        result.state = DiffState::Same;
    else if (sameButForSpace(before, after))
        result.state = DiffState::SpaceOnly;
    else
        result.state = jsonChanges(before, after, 1).isEmpty() ? DiffState::OrderOnly : DiffState::Different;
    run.tell(25);
    if (run.isCanceled())
        return result;
    if (result.form == DiffForm::Members)
        buildMemberRows(*beforeTree, *afterTree, run, result);
    else
        compareLines(before, after, run, result);
    run.tell(100);
    return result;
}

} // namespace Studio
