// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

namespace hpkv::bench
{

/// Counts operations, and measures time and CPU of this process (user and system, all threads) from the end
/// of the last one that only warms up to the end of the last one of all.
class Meter
{
public:
    Meter(int warmup, int count);

    int total() const { return m_warmup + m_count; }
    int ended() const { return m_ended; }
    bool complete() const { return m_ended == total(); }
    int errors() const { return m_errors; }

    /// An operation has ended.
    void add(bool good)
    {
        if (!good)
            ++m_errors;
        if (++m_ended == m_warmup)
            start();
        else if (m_ended == total())
            stop();
    }
    /// Something else went wrong, or was found wrong afterwards.
    void addErrors(int count) { m_errors += count; }

    /// Prints `<plural>_per_s`, `cpu_us_per_<one>` and `errors`. \return the exit code: 1 if there were
    /// errors or operations are missing.
    int print(const char *one, const char *plural) const;

private:
    void start();
    void stop();

    int m_warmup;
    int m_count;
    int m_ended = 0;
    int m_errors = 0;
    std::chrono::steady_clock::time_point m_begun;
    double m_cpuBegun = 0;
    double m_seconds = 0;
    double m_cpuSeconds = 0;
};

} // namespace hpkv::bench
