// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/serieshistory.h"

#include <QList>

#include <span>

namespace Studio
{

/// Points that a chart draws of one series at most.
inline constexpr int MostDrawnPoints = 800;

/// The points (ascending in time) within [from, to], with one more on either side so that lines reach the
/// edges, thinned out to at most `maxPoints` (4 or more): the smallest and the largest of each slice of time,
/// in their order, the first and the last point of all, and a gap where one began. Linear, any thread.
QList<SeriesPoint> decimate(std::span<const SeriesPoint> points, qint64 from, qint64 to,
                            int maxPoints = MostDrawnPoints);

} // namespace Studio
