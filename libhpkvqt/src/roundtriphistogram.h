// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/statistics.h>

#include <array>

namespace Hpkv
{

/// Counts durations in buckets that grow with them: below 64 µs each microsecond has one, above there are 32
/// for each doubling. So a percentile is off by 1.6 % at most, whatever the range, and counting costs a few
/// nanoseconds and no memory.
class RoundTripHistogram
{
public:
    /// \param microseconds negative ones count as 0
    void add(qint64 microseconds);
    RoundTripSummary summary() const;

private:
    static constexpr int stepBits = 5; ///< 2^5 buckets for each doubling
    static constexpr int doublings = 36; ///< up to 2^41 µs, weeks
    static constexpr std::size_t size = (doublings + 1) << stepBits;

    static std::size_t bucketOf(quint64 microseconds);
    static double middleOf(std::size_t bucket);
    double percentile(double share) const;

    std::array<quint64, size> m_counts{};
    quint64 m_count = 0;
    quint64 m_sum = 0; ///< µs
    quint64 m_minimum = 0; ///< µs
    quint64 m_maximum = 0; ///< µs
};

} // namespace Hpkv
