// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace Hpkv
{

/// When to ping, and when silence means a dead line. Pure: times are milliseconds of any clock that does not
/// go back.
class Heartbeat
{
public:
    /// `interval` 0 = never ping.
    void setConfig(qint64 interval, qint64 timeout);

    /// A connection is open: the first ping is due at once, for its round trip.
    void begin(qint64 now);
    void end() { m_running = false; }
    /// Anything came from the other side.
    void heard() { m_waitingSince = -1; }
    void pinged(qint64 now);

    bool isPingDue(qint64 now) const { return m_running && m_interval > 0 && now >= m_nextPing; }
    bool isDead(qint64 now) const;
    /// When to look again; −1 = never.
    qint64 next() const;

private:
    qint64 m_interval = 30000;
    qint64 m_timeout = 10000;
    qint64 m_nextPing = 0;
    qint64 m_waitingSince = -1; ///< a ping left then and nothing came since
    bool m_running = false;
};

} // namespace Hpkv
