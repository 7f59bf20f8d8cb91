// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "exportload.h"

#include "connection.h"
#include "emulatorprocess.h"
#include "eventpasses.h"
#include "report.h"

#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/session.h"
#include "transfer/transfers.h"

#include <hpkvqt/rangescan.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

namespace hpkv::bench
{

namespace
{

using namespace Studio;

constexpr int sampleMs = 20;

double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

/// How far the memory of this process rises above what it is at the beginning.
class MemoryWatch
{
public:
    MemoryWatch()
        : m_begin(residentMegabytes())
        , m_most(m_begin)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        m_timer.start(sampleMs);
    }
    double growth()
    {
        look();
        return m_most - m_begin;
    }

private:
    void look() { m_most = std::max(m_most, residentMegabytes()); }

    double m_begin;
    double m_most;
    QTimer m_timer;
};

/// User and system time of this process, all threads.
double processCpuSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Clock {
    QElapsedTimer wall;
    double cpu = processCpuSeconds();
    Clock() { wall.start(); }
};

struct Figures {
    std::vector<double> seconds;
    std::vector<double> cpuSeconds;
    double memory = 0;

    void add(const Clock &clock, MemoryWatch &watch)
    {
        seconds.push_back(static_cast<double>(clock.wall.nsecsElapsed()) / 1e9);
        cpuSeconds.push_back(processCpuSeconds() - clock.cpu);
        memory = std::max(memory, watch.growth());
    }
};

void scan(Hpkv::Client &client, int rows, Figures &figures)
{
    QEventLoop loop;
    MemoryWatch watch;
    const Clock clock;
    const std::unique_ptr<Hpkv::RangeScan> scan(Hpkv::RangeScan::overPrefix(&client, {}));
    QObject::connect(scan.get(), &Hpkv::Scan::finished, &loop, &QEventLoop::quit);
    scan->start();
    loop.exec();
    figures.add(clock, watch);
    if (scan->error().isError() || scan->recordCount() < rows)
        throw std::runtime_error("the bare scan did not read everything");
}

void exportOnce(Session &session, const QString &file, int rows, Figures &figures)
{
    QEventLoop loop;
    MemoryWatch watch;
    const Clock clock;
    Job *job = session.jobs().start(Transfers::exportTo(file, KeySelection::ofPrefix({})));
    QObject::connect(job, &Job::finished, &loop, &QEventLoop::quit);
    loop.exec();
    figures.add(clock, watch);
    if (job->state() != JobState::Finished || job->progress().done < rows)
        throw std::runtime_error("the export did not write everything");
    session.jobs().remove(job);
}

void openSession(Session &session)
{
    QEventLoop loop;
    QObject::connect(&session, &Session::statusChanged, &loop, [&] {
        if (session.status().line == LineState::Connected)
            loop.quit();
    });
    session.open();
    loop.exec();
}

} // namespace

void measureExport(int rows)
{
    const EmulatorProcess emulator({"--seed-keys", std::to_string(rows)});
    const QTemporaryDir folder;
    Hpkv::ConnectionConfig config;
    config.baseUrl = QString::fromStdString(emulator.url());
    config.throttle.enabled = false;
    Hpkv::ApiClient client(config, QStringLiteral("bench"));
    waitForConnection(client);
    Profile profile;
    profile.id = QStringLiteral("bench");
    profile.name = profile.id;
    profile.baseUrl = QUrl(QString::fromStdString(emulator.url()));
    profile.requestsPerSecond = 0;
    profile.proxyMode = ProxyMode::None;
    Session session(profile, QStringLiteral("bench"));
    openSession(session);

    // One of each before: buffers and the file's pages are there then.
    Figures warm;
    Figures bare;
    Figures whole;
    // Each into a file of its own: to replace one means that its blocks are given back, too.
    QString file;
    const auto exportTo = [&](const char *name, Figures &figures) {
        file = folder.filePath(QLatin1String(name));
        exportOnce(session, file, rows, figures);
    };
    scan(client, rows, warm);
    exportTo("warm.jsonl", warm);
    for (const char *name : {"first.jsonl", "second.jsonl", "third.jsonl"}) {
        scan(client, rows, bare);
        exportTo(name, whole);
    }
    const double scanned = percentile(bare.seconds, 0.5);
    const double exported = percentile(whole.seconds, 0.5);
    report("scan_s", scanned, "s");
    report("export_s", exported, "s");
    report("export_ratio", exported / scanned, "times");
    report("scan_cpu_s", percentile(bare.cpuSeconds, 0.5), "s");
    report("export_cpu_s", percentile(whole.cpuSeconds, 0.5), "s");
    report("export_mb", static_cast<double>(QFile(file).size()) / (1024 * 1024), "MB");
    report("scan_memory_growth_mb", bare.memory, "MB");
    report("export_memory_growth_mb", whole.memory, "MB");
}

} // namespace hpkv::bench
