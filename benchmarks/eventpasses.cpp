// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "eventpasses.h"

#include "report.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <ctime>
#include <string>
#include <thread>

namespace hpkv::bench
{

namespace
{

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begun)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

} // namespace

double threadCpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(place, 1, values.size()) - 1];
}

bool EventPasses::run(const std::function<bool()> &done, double mostSeconds)
{
    QAbstractEventDispatcher *dispatcher = QThread::currentThread()->eventDispatcher();
    const auto begun = Clock::now();
    while (!done()) {
        if (millisecondsSince(begun) > mostSeconds * 1000)
            return false;
        m_counts = false;
        const double cpuBefore = threadCpuSeconds();
        const auto passBegun = Clock::now();
        const bool any = dispatcher->processEvents(QEventLoop::AllEvents);
        // As exec() does between two passes.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const double took = millisecondsSince(passBegun);
        m_longest = std::max(m_longest, took);
        m_longestCpu = std::max(m_longestCpu, (threadCpuSeconds() - cpuBefore) * 1000);
        if (m_counts)
            m_milliseconds.push_back(took);
        // Waiting is no hold.
        if (!any)
            std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    return true;
}

void EventPasses::clear()
{
    *this = EventPasses();
}

struct IdleThread::Private {
    std::atomic<bool> ending{false};
    double longest = 0;
    std::thread thread;
};

IdleThread::IdleThread()
    : d(new Private)
{
    d->thread = std::thread([p = d] {
        while (!p->ending) {
            const auto due = Clock::now() + std::chrono::milliseconds(1);
            std::this_thread::sleep_until(due);
            p->longest = std::max(p->longest, millisecondsSince(due));
        }
    });
}

IdleThread::~IdleThread()
{
    stop();
    delete d;
}

double IdleThread::stop()
{
    d->ending = true;
    if (d->thread.joinable())
        d->thread.join();
    return d->longest;
}

void reportHolds(const EventPasses &passes, const char *prefix)
{
    const std::string name(prefix);
    report((name + "hold_p99_ms").c_str(), percentile(passes.milliseconds(), 0.99), "ms");
    report((name + "hold_max_ms").c_str(), passes.longest(), "ms");
    report((name + "hold_samples").c_str(), static_cast<double>(passes.milliseconds().size()), "passes");
    report((name + "hold_cpu_max_ms").c_str(), passes.longestCpu(), "ms");
}

void prepareForWindow()
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(QStringLiteral("hpkv.*.debug=false\nhpkv.*.info=false"));
}

} // namespace hpkv::bench
