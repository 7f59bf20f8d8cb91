// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/columnwidths.h"

#include <algorithm>
#include <numeric>

namespace Studio
{

QList<int> columnWidths(const QList<int> &wanted, int room)
{
    QList<int> widths = wanted;
    const int sum = std::accumulate(wanted.begin(), wanted.end(), 0);
    if (sum <= room) {
        // The last one reaches the edge, whatever the division leaves.
        int left = room - sum;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            const int share = left / int(widths.size() - i);
            widths[i] += share;
            left -= share;
        }
        return widths;
    }
    QList<qsizetype> narrowFirst(wanted.size());
    std::iota(narrowFirst.begin(), narrowFirst.end(), 0);
    std::stable_sort(narrowFirst.begin(), narrowFirst.end(),
                     [&wanted](qsizetype a, qsizetype b) { return wanted.at(a) < wanted.at(b); });
    int left = std::max(0, room);
    for (qsizetype i = 0; i < narrowFirst.size(); ++i) {
        int &width = widths[narrowFirst.at(i)];
        width = std::min(width, left / int(narrowFirst.size() - i));
        left -= width;
    }
    return widths;
}

} // namespace Studio
