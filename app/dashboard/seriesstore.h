// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/serieshistory.h"

#include <QList>

#include <cstddef>
#include <span>
#include <vector>

namespace Studio
{

/// The latest points of one series, bounded: the oldest go first. Ascending in time; any thread, one at a
/// time.
class SeriesStore
{
public:
    static constexpr int DefaultCapacity = 16'384;

    explicit SeriesStore(int capacity = DefaultCapacity);

    /// A point that is not later than the last one takes its place.
    void append(qint64 at, double value);
    /// From `at` on nothing is known, until the next point. A second gap in a row is left out.
    void addGap(qint64 at);
    /// Older points from elsewhere; those from the first of its own on are left out. As much as fits.
    void prepend(const QList<SeriesPoint> &older);
    void clear();

    bool isEmpty() const { return m_points.size() == m_begin; }
    int count() const { return int(m_points.size() - m_begin); }
    int capacity() const { return m_capacity; }
    /// All of them; good until the next change.
    std::span<const SeriesPoint> points() const
    {
        return {m_points.data() + m_begin, m_points.size() - m_begin};
    }
    /// The value at a moment: that of the last point at or before it. NaN: none, or within a gap.
    double at(qint64 moment) const;
    qint64 firstAt() const { return isEmpty() ? 0 : points().front().at; }

private:
    void add(SeriesPoint point);

    // In one piece, so that it can be drawn without a copy: what the bound pushed out stays in front until it
    // is as much as the rest.
    std::vector<SeriesPoint> m_points;
    size_t m_begin = 0;
    int m_capacity;
};

} // namespace Studio
