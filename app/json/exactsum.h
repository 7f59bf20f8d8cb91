// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/exactdecimal.h"

#include <deque>
#include <optional>

namespace Studio
{

/// Count, smallest, largest, exact sum and mean of many JSON numbers. Memory is bounded: a number with a
/// digit further than MaxPlaces places from the decimal point (`1e100000`) cannot be summed; smallest and
/// largest still hold. One thread at a time.
class ExactSum
{
public:
    static constexpr qint64 MaxPlaces = 4096;

    /// False, and nothing happens, if `number` is not a JSON number.
    bool add(QByteArrayView number);

    qint64 count() const { return m_count; }
    bool isSummable() const { return m_summable; }
    /// Nothing without numbers.
    std::optional<ExactDecimal> smallest() const { return m_smallest; }
    std::optional<ExactDecimal> largest() const { return m_largest; }
    /// Nothing if it cannot be summed; 0 without numbers.
    std::optional<ExactDecimal> sum() const;
    /// To `digits` (1 to 1,000) significant digits, rounded half away from zero; exact where it has no more.
    /// Nothing without numbers or if they cannot be summed.
    std::optional<ExactDecimal> mean(int digits = 20) const;

private:
    void addDigits(const ExactDecimal &number);
    void carry() const;

    qint64 m_count = 0;
    bool m_summable = true;
    std::optional<ExactDecimal> m_smallest;
    std::optional<ExactDecimal> m_largest;
    // The sum as groups of nine digits; the first stands for 10^(9 × m_lowest). Groups may be negative and
    // larger than nine digits until carry().
    mutable std::deque<qint64> m_groups;
    qint64 m_lowest = 0;
    mutable qint64 m_sinceCarry = 0;
};

} // namespace Studio
