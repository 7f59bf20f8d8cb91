// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/fuzzymatch.h"

#include <vector>

namespace Studio
{

namespace
{

constexpr int WordStart = 8;
constexpr int Run = 10;
constexpr int Hit = 1;
constexpr int VeryFirst = 4;
constexpr int Impossible = -1'000'000;
constexpr qsizetype MaxPattern = 64;
constexpr qsizetype MaxText = 256;

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || (!text.at(at - 1).isLetterOrNumber() && text.at(at).isLetterOrNumber())
        || (text.at(at - 1).isLower() && text.at(at).isUpper());
}

} // namespace

FuzzyMatch fuzzyMatch(QStringView pattern, QStringView text)
{
    QString wanted;
    for (const QChar c : pattern.left(MaxPattern)) {
        if (!c.isSpace())
            wanted += c.toCaseFolded();
    }
    if (wanted.isEmpty())
        return {true, 0, {}};

    // best[i][j]: the best score with the first i + 1 characters wanted, the last of them at text position j.
    const QStringView shown = text.left(MaxText);
    const auto rows = std::size_t(wanted.size());
    const auto columns = std::size_t(shown.size());
    std::vector<std::vector<int>> best(rows, std::vector<int>(columns, Impossible));
    std::vector<std::vector<int>> from(rows, std::vector<int>(columns, -1));
    for (std::size_t i = 0; i < rows; ++i) {
        int before = Impossible; // the best of the row above, left of j
        int beforeAt = -1;
        for (std::size_t j = 0; j < columns; ++j) {
            if (shown.at(qsizetype(j)).toCaseFolded() == wanted.at(qsizetype(i))) {
                const int own =
                    Hit + (startsWord(shown, qsizetype(j)) ? WordStart : 0) + (j == 0 ? VeryFirst : 0);
                if (i == 0) {
                    best[i][j] = own;
                } else {
                    best[i][j] = before + own;
                    from[i][j] = beforeAt;
                    if (j > 0 && best[i - 1][j - 1] + Run > before) {
                        best[i][j] = best[i - 1][j - 1] + Run + own;
                        from[i][j] = int(j) - 1;
                    }
                }
            }
            if (i > 0 && best[i - 1][j] > before) {
                before = best[i - 1][j];
                beforeAt = int(j);
            }
        }
    }

    int last = -1;
    for (std::size_t j = 0; j < columns; ++j) {
        if (best[rows - 1][j] > 0 && (last < 0 || best[rows - 1][j] > best[rows - 1][std::size_t(last)]))
            last = int(j);
    }
    if (last < 0)
        return {};
    FuzzyMatch match{true, best[rows - 1][std::size_t(last)], {}};
    for (std::size_t i = rows; i-- > 0;) {
        match.positions.prepend(last);
        last = from[i][std::size_t(last)];
    }
    match.score =
        match.score * 8 - int(qMin<qsizetype>(shown.size(), 63)) / 8; // shorter texts first among equals
    return match;
}

} // namespace Studio
