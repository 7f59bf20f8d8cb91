// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/connectionconfig.h>

namespace Hpkv
{

/// When the next request may leave. Pure: times are milliseconds of any clock that does not go back.
///
/// Requests are spaced evenly, without bursts. A refusal (code 429) halves the rate, down to a tenth of the
/// limit, and pauses for 1, 2, 4 … 32, then 60 s; refusals during a pause answer what left before it and
/// count no more. Each recovery interval without a refusal gives back a tenth of the limit and takes one step
/// off the next pause.
class Throttle
{
public:
    explicit Throttle(const ThrottleConfig &config = {});

    /// Starts anew at the full rate, but never sooner than the spacing so far allows: nothing leaves in a
    /// burst.
    void setConfig(const ThrottleConfig &config, qint64 now);
    const ThrottleConfig &config() const { return m_config; }

    /// The earliest time for the next request; `now` or later.
    qint64 nextSlot(qint64 now) const;
    void sent(qint64 now);
    /// A reply with code 429. True if it began a pause.
    bool refused(qint64 now);

    /// Requests a second allowed at the moment; 0 = no limit.
    double rate(qint64 now);
    /// Milliseconds that are left of a pause.
    qint64 pauseLeft(qint64 now) const { return now < m_pausedUntil ? m_pausedUntil - now : 0; }
    /// When the rate rises next; −1 = it is whole.
    qint64 nextRecovery() const;

private:
    void recover(qint64 now);

    ThrottleConfig m_config;
    double m_rate;
    double m_nextAt = 0;
    qint64 m_pausedUntil = 0;
    qint64 m_recoverAt = 0;
    int m_step = 0; ///< of the next pause
};

} // namespace Hpkv
