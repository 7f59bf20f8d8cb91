// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "ratelimit.h"

#include <algorithm>

namespace hpkv::emulator
{

RateLimit::RateLimit(double perSecond)
    : m_perSecond(perSecond)
    , m_capacity(std::max(1.0, perSecond))
    , m_level(m_capacity)
{
}

bool RateLimit::take(Clock::time_point now)
{
    if (!limited())
        return true;
    if (m_started && now > m_last) {
        const double seconds = std::chrono::duration<double>(now - m_last).count();
        m_level = std::min(m_capacity, m_level + seconds * m_perSecond);
    }
    m_started = true;
    m_last = std::max(m_last, now);
    // A hair less than one is one: sums of fractions must not refuse a client that keeps exactly to the rate.
    if (m_level < 1.0 - 1e-9)
        return false;
    m_level -= 1.0;
    return true;
}

} // namespace hpkv::emulator
