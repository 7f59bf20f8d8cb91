// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/jobmeter.h"

namespace Studio
{

void JobMeter::measure(qint64 done, qint64 now)
{
    // A phase that begins anew, or a clock that was set back.
    if (!m_samples.empty() && (done < m_samples.back().done || now < m_samples.back().at))
        m_samples.clear();
    if (!m_samples.empty() && m_samples.back().at == now)
        m_samples.back().done = done;
    else
        m_samples.push_back({now, done});
    // One sample beyond the window stays, so that a slow job has two.
    while (m_samples.size() > 2 && m_samples[1].at <= now - windowMs)
        m_samples.pop_front();
}

void JobMeter::reset()
{
    m_samples.clear();
}

double JobMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const qint64 ms = m_samples.back().at - m_samples.front().at;
    return ms > 0 ? double(m_samples.back().done - m_samples.front().done) * 1000.0 / double(ms) : 0;
}

qint64 JobMeter::msLeft(qint64 done, std::optional<qint64> total) const
{
    const double rate = perSecond();
    if (!total || rate <= 0 || *total < done)
        return -1;
    return qint64(double(*total - done) * 1000.0 / rate);
}

} // namespace Studio
