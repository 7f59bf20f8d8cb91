// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/decimate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Studio
{

namespace
{

/// The part of the points that is in the window, with a neighbour on either side.
std::span<const SeriesPoint> visiblePart(std::span<const SeriesPoint> points, qint64 from, qint64 to)
{
    const auto isBefore = [](const SeriesPoint &point, qint64 at) { return point.at < at; };
    const auto isBehind = [](qint64 at, const SeriesPoint &point) { return at < point.at; };
    auto first = std::lower_bound(points.begin(), points.end(), from, isBefore);
    auto last = std::upper_bound(first, points.end(), to, isBehind);
    if (first != points.begin())
        --first;
    if (last != points.end())
        ++last;
    return {first, last};
}

/// Smallest and largest of the slice that is gone through, and whether a gap begins in it.
struct Slice {
    const SeriesPoint *smallest = nullptr;
    const SeriesPoint *largest = nullptr;
    const SeriesPoint *gap = nullptr;

    void flush(QList<SeriesPoint> &out)
    {
        std::array<const SeriesPoint *, 3> kept{smallest, largest, gap};
        std::sort(kept.begin(), kept.end());
        const SeriesPoint *before = nullptr;
        for (const SeriesPoint *point : kept) {
            if (point && point != before)
                out.append(*point);
            before = point;
        }
        *this = {};
    }
};

} // namespace

QList<SeriesPoint> decimate(std::span<const SeriesPoint> points, qint64 from, qint64 to, int maxPoints)
{
    const std::span<const SeriesPoint> part = visiblePart(points, from, to);
    if (qsizetype(part.size()) <= maxPoints) {
        return {part.begin(), part.end()};
    }
    const bool hasGaps = std::any_of(part.begin(), part.end(),
                                     [](const SeriesPoint &point) { return std::isnan(point.value); });
    const int perSlice = hasGaps ? 3 : 2;
    const qint64 slices = std::max(1, (maxPoints - 2) / perSlice);
    const qint64 begin = part.front().at;
    const qint64 width = std::max<qint64>(1, (part.back().at - begin + slices) / slices);

    QList<SeriesPoint> result;
    result.reserve(maxPoints);
    result.append(part.front());
    Slice slice;
    // The end of the slice instead of a division for each point.
    qint64 end = begin + width;
    for (const SeriesPoint &point : part.subspan(1, part.size() - 2)) {
        if (point.at >= end) {
            slice.flush(result);
            end = begin + ((point.at - begin) / width + 1) * width;
        }
        if (std::isnan(point.value)) {
            slice.gap = &point;
            continue;
        }
        if (!slice.smallest || point.value < slice.smallest->value)
            slice.smallest = &point;
        if (!slice.largest || point.value > slice.largest->value)
            slice.largest = &point;
    }
    slice.flush(result);
    result.append(part.back());
    return result;
}

} // namespace Studio
