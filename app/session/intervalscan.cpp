// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/intervalscan.h"

namespace Studio
{

namespace
{

constexpr qint64 windowMs = 5000; // the rate is that of so many last milliseconds
constexpr qint64 shortestMs = 200; // below this a rate says nothing

} // namespace

IntervalScan::IntervalScan(KeyInterval interval, qint64 limit, QObject *parent)
    : QObject(parent)
    , m_interval(std::move(interval))
    , m_limit(limit)
{
    m_clock.start();
    m_samples.push_back({0, 0});
}

double IntervalScan::recordsPerSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const qint64 ms = m_samples.back().ms - m_samples.front().ms;
    const qint64 records = m_samples.back().records - m_samples.front().records;
    return ms < shortestMs ? 0 : double(records) * 1000 / double(ms);
}

qint64 IntervalScan::msLeft(qint64 total) const
{
    const double rate = recordsPerSecond();
    const qint64 left = total - progress().records;
    return rate <= 0 || left < 0 ? -1 : qint64(double(left) * 1000 / rate);
}

void IntervalScan::setPaused(bool paused)
{
    if (m_finished || m_paused == paused)
        return;
    m_paused = paused;
    m_samples.clear();
    if (!paused)
        m_samples.push_back({m_clock.elapsed(), progress().records});
    emit pauseRequested(paused, {});
    emit changed();
}

void IntervalScan::cancel()
{
    if (!m_finished)
        emit cancelRequested({});
}

void IntervalScan::move(const IntervalProgress &progress)
{
    m_end.progress = progress;
    if (progress.wait != IntervalProgress::Wait::None) {
        // The time without a line is not one in which records come slowly.
        m_samples.clear();
        m_samples.push_back({m_clock.elapsed(), progress.records});
    } else if (!m_paused) {
        m_samples.push_back({m_clock.elapsed(), progress.records});
        while (m_samples.size() > 2 && m_samples[1].ms < m_samples.back().ms - windowMs)
            m_samples.pop_front();
    }
    emit changed();
}

void IntervalScan::end(const IntervalEnd &end)
{
    m_end = end;
    m_finished = true;
    deleteLater();
    emit finished();
}

} // namespace Studio
