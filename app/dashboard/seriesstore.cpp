// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/seriesstore.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Studio
{

SeriesStore::SeriesStore(int capacity)
    : m_capacity(std::max(2, capacity))
{
}

void SeriesStore::add(SeriesPoint point)
{
    if (!isEmpty() && m_points.back().at >= point.at) {
        point.at = m_points.back().at;
        m_points.back() = point;
        return;
    }
    m_points.push_back(point);
    if (count() <= m_capacity)
        return;
    ++m_begin;
    if (m_begin < size_t(m_capacity))
        return;
    m_points.erase(m_points.begin(), m_points.begin() + std::ptrdiff_t(m_begin));
    m_begin = 0;
}

void SeriesStore::append(qint64 at, double value)
{
    if (std::isfinite(value))
        add({at, value});
}

void SeriesStore::addGap(qint64 at)
{
    if (isEmpty() || std::isnan(m_points.back().value))
        return;
    // The last value is not lost when the line breaks within the same millisecond.
    add({std::max(at, m_points.back().at + 1), std::numeric_limits<double>::quiet_NaN()});
}

void SeriesStore::prepend(const QList<SeriesPoint> &older)
{
    const qint64 first = isEmpty() ? std::numeric_limits<qint64>::max() : firstAt();
    const auto end = std::lower_bound(older.cbegin(), older.cend(), first,
                                      [](const SeriesPoint &point, qint64 at) { return point.at < at; });
    const auto room = std::ptrdiff_t(m_capacity - count());
    const auto begin = end - std::min<std::ptrdiff_t>(room, end - older.cbegin());
    std::vector<SeriesPoint> all(begin, end);
    all.insert(all.end(), m_points.begin() + std::ptrdiff_t(m_begin), m_points.end());
    m_points = std::move(all);
    m_begin = 0;
}

void SeriesStore::clear()
{
    m_points.clear();
    m_begin = 0;
}

double SeriesStore::at(qint64 moment) const
{
    const auto all = points();
    const auto behind = std::upper_bound(all.begin(), all.end(), moment,
                                         [](qint64 at, const SeriesPoint &point) { return at < point.at; });
    return behind == all.begin() ? std::numeric_limits<double>::quiet_NaN() : (behind - 1)->value;
}

} // namespace Studio
