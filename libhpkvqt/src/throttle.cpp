// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "throttle.h"

#include <algorithm>
#include <cmath>

namespace Hpkv
{

namespace
{

/// Timers are late by a few milliseconds. As much may be caught up, so that the mean rate is what was asked
/// for; more would let a burst out after an idle time.
constexpr double latenessForgiven = 10;
constexpr double lowest = 0.001;

qint64 pauseOf(int step)
{
    return step < 6 ? 1000LL << step : 60000;
}

double rateOf(const ThrottleConfig &config)
{
    return std::max(config.requestsPerSecond, lowest);
}

} // namespace

Throttle::Throttle(const ThrottleConfig &config)
    : m_config(config)
    , m_rate(rateOf(config))
{
}

void Throttle::setConfig(const ThrottleConfig &config, qint64 now)
{
    m_config = config;
    m_rate = rateOf(config);
    m_nextAt = std::min(m_nextAt, static_cast<double>(now) + 1000 / m_rate);
    m_step = 0;
    m_recoverAt = 0;
}

qint64 Throttle::nextSlot(qint64 now) const
{
    qint64 slot = std::max(now, m_pausedUntil);
    if (m_config.enabled)
        slot = std::max(slot, static_cast<qint64>(std::ceil(m_nextAt)));
    return slot;
}

void Throttle::sent(qint64 now)
{
    if (!m_config.enabled)
        return;
    recover(now);
    const double at = static_cast<double>(now);
    m_nextAt = (at - m_nextAt > latenessForgiven ? at : m_nextAt) + 1000 / m_rate;
}

bool Throttle::refused(qint64 now)
{
    if (now < m_pausedUntil)
        return false;
    recover(now);
    m_pausedUntil = now + pauseOf(m_step);
    m_step = std::min(m_step + 1, 6);
    const double limit = rateOf(m_config);
    m_rate = std::max(limit / 10, m_rate / 2);
    m_recoverAt = m_pausedUntil + m_config.recoveryInterval.count();
    return true;
}

double Throttle::rate(qint64 now)
{
    recover(now);
    return m_config.enabled ? m_rate : 0;
}

qint64 Throttle::nextRecovery() const
{
    return m_recoverAt > 0 ? m_recoverAt : -1;
}

void Throttle::recover(qint64 now)
{
    if (m_recoverAt == 0)
        return;
    const qint64 interval = std::max<qint64>(1, m_config.recoveryInterval.count());
    const double limit = rateOf(m_config);
    while (m_recoverAt > 0 && m_recoverAt <= now) {
        m_rate = std::min(limit, m_rate + limit / 10);
        m_step = std::max(0, m_step - 1);
        m_recoverAt = m_rate < limit || m_step > 0 ? m_recoverAt + interval : 0;
    }
}

} // namespace Hpkv
