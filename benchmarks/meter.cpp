// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "meter.h"

#include "report.h"

#include <sys/resource.h>

#include <string>

namespace hpkv::bench
{

namespace
{

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

Meter::Meter(int warmup, int count)
    : m_warmup(warmup)
    , m_count(count)
{
    if (warmup == 0)
        start();
}

void Meter::start()
{
    m_begun = std::chrono::steady_clock::now();
    m_cpuBegun = cpuSeconds();
}

void Meter::stop()
{
    m_cpuSeconds = cpuSeconds() - m_cpuBegun;
    m_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begun).count();
}

int Meter::print(const char *one, const char *plural) const
{
    if (complete()) {
        report((std::string(plural) + "_per_s").c_str(), m_count / m_seconds, "1/s");
        report((std::string("cpu_us_per_") + one).c_str(), m_cpuSeconds * 1e6 / m_count, "us");
    }
    const int errors = m_errors + total() - m_ended;
    report("errors", errors, "count");
    return errors == 0 ? 0 : 1;
}

} // namespace hpkv::bench
