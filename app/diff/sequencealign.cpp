// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/sequencealign.h"

#include <QHash>

#include <algorithm>

namespace Studio
{

namespace
{

/// Cells of the table that finds the longest common sequence.
constexpr qsizetype MaxCells = 1'000'000;

/// Part of both sequences that has not been looked at.
struct Gap {
    int fromA;
    int toA;
    int fromB;
    int toB;
};

class Aligner
{
public:
    Aligner(const TextPieces &a, const TextPieces &b, const std::atomic_bool *canceled)
        : m_canceled(canceled)
        , m_partners(a.size(), -1)
    {
        QHash<QByteArrayView, int> numbers;
        const auto numbered = [&numbers](const TextPieces &pieces) {
            std::vector<int> result;
            result.reserve(pieces.size());
            for (const QByteArrayView piece : pieces) {
                const auto it = numbers.constFind(piece);
                result.push_back(it != numbers.cend() ? *it : int(numbers.size()));
                if (it == numbers.cend())
                    numbers.insert(piece, result.back());
            }
            return result;
        };
        m_a = numbered(a);
        m_b = numbered(b);
        m_uses.resize(size_t(numbers.size()));
    }

    std::vector<int> run()
    {
        std::vector<Gap> gaps{{0, int(m_a.size()), 0, int(m_b.size())}};
        while (!gaps.empty() && !(m_canceled && *m_canceled)) {
            Gap gap = gaps.back();
            gaps.pop_back();
            takeEnds(gap);
            if (gap.fromA == gap.toA || gap.fromB == gap.toB)
                continue;
            if (qsizetype(gap.toA - gap.fromA + 1) * qsizetype(gap.toB - gap.fromB + 1) <= MaxCells)
                takeLongest(gap);
            else
                split(gap, gaps);
        }
        return std::move(m_partners);
    }

private:
    /// Where a piece stands in a gap, and how often.
    struct Use {
        int countA = 0;
        int countB = 0;
        int placeB = 0;
    };

    void takeEnds(Gap &gap)
    {
        while (gap.fromA < gap.toA && gap.fromB < gap.toB && m_a[size_t(gap.fromA)] == m_b[size_t(gap.fromB)])
            m_partners[size_t(gap.fromA++)] = gap.fromB++;
        while (gap.fromA < gap.toA && gap.fromB < gap.toB
               && m_a[size_t(gap.toA - 1)] == m_b[size_t(gap.toB - 1)])
            m_partners[size_t(--gap.toA)] = --gap.toB;
    }

    void takeLongest(const Gap &gap)
    {
        const auto rows = size_t(gap.toA - gap.fromA);
        const auto columns = size_t(gap.toB - gap.fromB);
        const size_t width = columns + 1;
        const int *a = m_a.data() + gap.fromA;
        const int *b = m_b.data() + gap.fromB;
        m_table.assign((rows + 1) * width, 0);
        for (size_t i = rows; i-- > 0;) {
            for (size_t j = columns; j-- > 0;) {
                m_table[i * width + j] =
                    a[i] == b[j] ? m_table[(i + 1) * width + j + 1] + 1
                                 : std::max(m_table[(i + 1) * width + j], m_table[i * width + j + 1]);
            }
        }
        for (size_t i = 0, j = 0; i < rows && j < columns;) {
            if (a[i] == b[j])
                m_partners[size_t(gap.fromA) + i++] = gap.fromB + int(j++);
            else if (m_table[(i + 1) * width + j] >= m_table[i * width + j + 1])
                ++i;
            else
                ++j;
        }
    }

    /// At the pieces that stand on both sides once, as far as they are in the same order.
    void split(const Gap &gap, std::vector<Gap> &gaps)
    {
        for (int i = gap.fromA; i < gap.toA; ++i)
            ++use(m_a[size_t(i)]).countA;
        for (int j = gap.fromB; j < gap.toB; ++j) {
            Use &known = use(m_b[size_t(j)]);
            ++known.countB;
            known.placeB = j;
        }
        std::vector<std::pair<int, int>> common; // places in a and b
        for (int i = gap.fromA; i < gap.toA; ++i) {
            const Use &known = use(m_a[size_t(i)]);
            if (known.countA == 1 && known.countB == 1)
                common.emplace_back(i, known.placeB);
        }
        for (int i = gap.fromA; i < gap.toA; ++i)
            use(m_a[size_t(i)]) = {};
        for (int j = gap.fromB; j < gap.toB; ++j)
            use(m_b[size_t(j)]) = {};

        int fromA = gap.fromA;
        int fromB = gap.fromB;
        for (const auto &[i, j] : longestAscending(common)) {
            m_partners[size_t(i)] = j;
            gaps.push_back({fromA, i, fromB, j});
            fromA = i + 1;
            fromB = j + 1;
        }
        if (fromA > gap.fromA)
            gaps.push_back({fromA, gap.toA, fromB, gap.toB});
    }

    /// Those with ascending second numbers, as many as possible; the first numbers ascend already.
    static std::vector<std::pair<int, int>> longestAscending(const std::vector<std::pair<int, int>> &pairs)
    {
        std::vector<int> ends; // of the best sequence of each length: index of its last pair
        std::vector<int> before(pairs.size(), -1);
        for (size_t k = 0; k < pairs.size(); ++k) {
            const auto place =
                std::lower_bound(ends.begin(), ends.end(), pairs[k].second, [&pairs](int index, int value) {
                    return pairs[size_t(index)].second < value;
                });
            if (place != ends.begin())
                before[k] = *std::prev(place);
            if (place == ends.end())
                ends.push_back(int(k));
            else
                *place = int(k);
        }
        std::vector<std::pair<int, int>> result;
        for (int k = ends.empty() ? -1 : ends.back(); k >= 0; k = before[size_t(k)])
            result.push_back(pairs[size_t(k)]);
        std::reverse(result.begin(), result.end());
        return result;
    }

    Use &use(int number) { return m_uses[size_t(number)]; }

    const std::atomic_bool *m_canceled;
    std::vector<int> m_partners;
    std::vector<int> m_a; ///< the pieces as numbers
    std::vector<int> m_b;
    std::vector<Use> m_uses; ///< by number; empty between two gaps
    std::vector<int> m_table;
};

} // namespace

TextPieces linesOf(QByteArrayView text)
{
    TextPieces lines;
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

std::vector<int> alignSequences(const TextPieces &a, const TextPieces &b, const std::atomic_bool *canceled)
{
    return Aligner(a, b, canceled).run();
}

} // namespace Studio
