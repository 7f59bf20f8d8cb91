// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "roundtriphistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace Hpkv
{

std::size_t RoundTripHistogram::bucketOf(quint64 microseconds)
{
    // Values below 2^(stepBits+1) are their own buckets; of larger ones the leading stepBits+1 bits count.
    const int shift = std::max(0, static_cast<int>(std::bit_width(microseconds)) - (stepBits + 1));
    const std::size_t bucket =
        (static_cast<std::size_t>(shift) << stepBits) + static_cast<std::size_t>(microseconds >> shift);
    return std::min(bucket, size - 1);
}

double RoundTripHistogram::middleOf(std::size_t bucket)
{
    const std::size_t steps = std::size_t(1) << stepBits;
    if (bucket < 2 * steps)
        return static_cast<double>(bucket);
    const std::size_t shift = (bucket >> stepBits) - 1;
    const double width = std::ldexp(1, static_cast<int>(shift));
    return (static_cast<double>(bucket - (shift << stepBits)) + 0.5) * width;
}

void RoundTripHistogram::add(qint64 microseconds)
{
    const auto value = static_cast<quint64>(std::max<qint64>(0, microseconds));
    ++m_counts[bucketOf(value)];
    m_minimum = m_count == 0 ? value : std::min(m_minimum, value);
    m_maximum = std::max(m_maximum, value);
    m_sum += value;
    ++m_count;
}

double RoundTripHistogram::percentile(double share) const
{
    const auto wanted = static_cast<quint64>(std::ceil(share * static_cast<double>(m_count)));
    quint64 seen = 0;
    for (std::size_t bucket = 0; bucket < size; ++bucket) {
        seen += m_counts[bucket];
        if (seen >= wanted) {
            return std::clamp(middleOf(bucket), static_cast<double>(m_minimum),
                              static_cast<double>(m_maximum));
        }
    }
    return static_cast<double>(m_maximum);
}

RoundTripSummary RoundTripHistogram::summary() const
{
    RoundTripSummary result;
    if (m_count == 0)
        return result;
    result.count = m_count;
    result.minimum = static_cast<double>(m_minimum) / 1000;
    result.mean = static_cast<double>(m_sum) / static_cast<double>(m_count) / 1000;
    result.p50 = percentile(0.50) / 1000;
    result.p95 = percentile(0.95) / 1000;
    result.p99 = percentile(0.99) / 1000;
    result.maximum = static_cast<double>(m_maximum) / 1000;
    return result;
}

} // namespace Hpkv
