// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>
#include <vector>

namespace hpkv::bench
{

/// CPU time of the calling thread in seconds.
double threadCpuSeconds();

/// The `share` (0 to 1) of the values that are not greater; 0 without values.
double percentile(std::vector<double> values, double share);

/// Runs the event loop of the calling thread one pass at a time, in place of exec(), and keeps how long each
/// pass took that did something worth counting.
class EventPasses
{
public:
    /// What happened in this pass was a batch or a painting.
    void countThisPass() { m_counts = true; }

    /// Until `done` says so (asked after each pass) or the time is up. \return whether it was done
    bool run(const std::function<bool()> &done, double mostSeconds);
    void clear();

    const std::vector<double> &milliseconds() const { return m_milliseconds; } ///< of those that counted
    double longest() const { return m_longest; } ///< ms, of all passes
    double longestCpu() const { return m_longestCpu; } ///< ms of this thread's CPU time

private:
    std::vector<double> m_milliseconds;
    double m_longest = 0;
    double m_longestCpu = 0;
    bool m_counts = false;
};

/// Prints `hold_p99_ms`, `hold_max_ms`, `hold_samples` and `hold_cpu_max_ms`, each name behind `prefix`.
void reportHolds(const EventPasses &passes, const char *prefix);

/// What a benchmark with a window needs before its QApplication: a platform where there is no display, and no
/// talk of the library.
void prepareForWindow();

/// A thread that does nothing but be woken every millisecond: how late it is by the end of a pass is how long
/// this machine holds any thread.
class IdleThread
{
public:
    IdleThread();
    ~IdleThread();
    IdleThread(const IdleThread &) = delete;
    IdleThread &operator=(const IdleThread &) = delete;

    /// Ends it. \return the longest hold in ms
    double stop();

private:
    struct Private;
    Private *d;
};

} // namespace hpkv::bench
