// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/linediff.h"

#include "diff/sequencealign.h"

#include <algorithm>
#include <vector>

namespace Studio
{

namespace
{

/// Leaves out what both sides begin and end with, but never cuts a UTF-8 character in two.
TextHunk trimmed(qsizetype offset, QByteArrayView old, QByteArrayView fresh)
{
    const auto isTail = [](char c) { return (uchar(c) & 0xC0) == 0x80; };
    const qsizetype shorter = std::min(old.size(), fresh.size());
    qsizetype head = 0;
    while (head < shorter && old[head] == fresh[head])
        ++head;
    const auto splits = [&](QByteArrayView text, qsizetype at) {
        return at < text.size() && isTail(text[at]);
    };
    while (head > 0 && (splits(old, head) || splits(fresh, head)))
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == fresh[fresh.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isTail(old[old.size() - tail]))
        --tail;
    return {offset + head, old.size() - head - tail,
            fresh.sliced(head, fresh.size() - head - tail).toByteArray()};
}

} // namespace

QList<TextHunk> textHunks(QByteArrayView before, QByteArrayView after)
{
    if (before == after)
        return {};
    TextPieces a = linesOf(before);
    TextPieces b = linesOf(after);
    size_t head = 0;
    while (head < std::min(a.size(), b.size()) && a[head] == b[head])
        ++head;
    size_t tail = 0;
    while (tail < std::min(a.size(), b.size()) - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    qsizetype headBytes = 0;
    for (size_t i = 0; i < head; ++i)
        headBytes += a[i].size();
    a = TextPieces(a.begin() + qsizetype(head), a.end() - qsizetype(tail));
    b = TextPieces(b.begin() + qsizetype(head), b.end() - qsizetype(tail));

    const std::vector<int> partner = alignSequences(a, b);

    const auto offsetIn = [](QByteArrayView text, const TextPieces &lines, size_t line, qsizetype end) {
        return line < lines.size() ? lines[line].data() - text.data() : end;
    };
    const auto endOf = [](QByteArrayView text, const TextPieces &lines, qsizetype start) {
        return lines.empty() ? start : lines.back().data() + lines.back().size() - text.data();
    };
    const qsizetype endBefore = endOf(before, a, headBytes);
    const qsizetype endAfter = endOf(after, b, headBytes);

    QList<TextHunk> hunks;
    size_t i = 0;
    size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const size_t firstA = i;
        const size_t firstB = j;
        while (i < a.size() && partner[i] < 0)
            ++i;
        j = i < a.size() ? size_t(partner[i]) : b.size();
        if (i > firstA || j > firstB) {
            const qsizetype fromA = offsetIn(before, a, firstA, endBefore);
            const qsizetype fromB = offsetIn(after, b, firstB, endAfter);
            hunks.append(trimmed(fromA, before.sliced(fromA, offsetIn(before, a, i, endBefore) - fromA),
                                 after.sliced(fromB, offsetIn(after, b, j, endAfter) - fromB)));
        }
        if (i < a.size()) {
            ++i;
            ++j;
        }
    }
    return hunks;
}

} // namespace Studio
