// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/linediff.h"

#include <algorithm>
#include <vector>

namespace Studio
{

namespace
{

/// Cells of the table that finds the longest common sequence; above it one hunk has to do.
constexpr qsizetype MaxCells = 1'000'000;

using Lines = std::vector<QByteArrayView>;

Lines splitLines(QByteArrayView text)
{
    Lines lines;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool crOfCrLf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (text[i] == '\n' || (text[i] == '\r' && !crOfCrLf)) {
            lines.push_back(text.sliced(start, i + 1 - start));
            start = i + 1;
        }
    }
    if (start < text.size())
        lines.push_back(text.sliced(start));
    return lines;
}

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

/// For each line of `a` the line of `b` that it stays as, or -1.
std::vector<qsizetype> partners(const Lines &a, const Lines &b)
{
    const size_t width = b.size() + 1;
    std::vector<int> longest((a.size() + 1) * width, 0);
    for (size_t i = a.size(); i-- > 0;) {
        for (size_t j = b.size(); j-- > 0;) {
            longest[i * width + j] = a[i] == b[j]
                                       ? longest[(i + 1) * width + j + 1] + 1
                                       : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
        }
    }
    std::vector<qsizetype> result(a.size(), -1);
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            result[i++] = qsizetype(j++);
        } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return result;
}

} // namespace

QList<TextHunk> textHunks(QByteArrayView before, QByteArrayView after)
{
    if (before == after)
        return {};
    Lines a = splitLines(before);
    Lines b = splitLines(after);
    size_t head = 0;
    while (head < std::min(a.size(), b.size()) && a[head] == b[head])
        ++head;
    size_t tail = 0;
    while (tail < std::min(a.size(), b.size()) - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    qsizetype headBytes = 0;
    for (size_t i = 0; i < head; ++i)
        headBytes += a[i].size();
    a = Lines(a.begin() + qsizetype(head), a.end() - qsizetype(tail));
    b = Lines(b.begin() + qsizetype(head), b.end() - qsizetype(tail));

    std::vector<qsizetype> partner(a.size(), -1);
    if (qsizetype(a.size() + 1) * qsizetype(b.size() + 1) <= MaxCells)
        partner = partners(a, b);

    const auto offsetIn = [](QByteArrayView text, const Lines &lines, size_t line, qsizetype end) {
        return line < lines.size() ? lines[line].data() - text.data() : end;
    };
    const auto endOf = [](QByteArrayView text, const Lines &lines, qsizetype start) {
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
