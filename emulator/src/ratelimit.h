// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace hpkv::emulator
{

/// A token bucket: `perSecond` requests a second on average and as many (at least one) at once. Time comes
/// in.
class RateLimit
{
public:
    using Clock = std::chrono::steady_clock;

    RateLimit() = default;
    /// 0 or less = no limit.
    explicit RateLimit(double perSecond);

    /// Takes one request out of the bucket; false if it is empty.
    bool take(Clock::time_point now);
    bool limited() const { return m_perSecond > 0; }

private:
    double m_perSecond = 0;
    double m_capacity = 0;
    double m_level = 0;
    Clock::time_point m_last{};
    bool m_started = false;
};

} // namespace hpkv::emulator
