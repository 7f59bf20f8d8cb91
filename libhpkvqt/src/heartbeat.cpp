// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "heartbeat.h"

#include <algorithm>

namespace Hpkv
{

void Heartbeat::setConfig(qint64 interval, qint64 timeout)
{
    m_interval = interval;
    m_timeout = timeout;
}

void Heartbeat::begin(qint64 now)
{
    m_running = true;
    m_waitingSince = -1;
    m_nextPing = now;
}

void Heartbeat::pinged(qint64 now)
{
    m_nextPing = now + m_interval;
    if (m_waitingSince < 0)
        m_waitingSince = now;
}

bool Heartbeat::isDead(qint64 now) const
{
    return m_running && m_interval > 0 && m_timeout > 0 && m_waitingSince >= 0
        && now >= m_waitingSince + m_timeout;
}

qint64 Heartbeat::next() const
{
    if (!m_running || m_interval <= 0)
        return -1;
    return m_waitingSince >= 0 && m_timeout > 0 ? std::min(m_nextPing, m_waitingSince + m_timeout)
                                                : m_nextPing;
}

} // namespace Hpkv
