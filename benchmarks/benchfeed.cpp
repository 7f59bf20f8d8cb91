// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "emulatorprocess.h"
#include "eventpasses.h"
#include "feeddashboard.h"
#include "feedwriter.h"
#include "paintwatcher.h"
#include "report.h"
#include "subcommands.h"

#include "browser/keytree.h"
#include "browser/keytreeview.h"
#include "dashboard/board/dashboardhub.h"
#include "dashboard/board/dashboardtab.h"
#include "history/history.h"
#include "live/livefeed.h"
#include "live/panel/livepanel.h"
#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "models/livemodel.h"
#include "profiles/secretstore.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <unistd.h>

#include <atomic>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace hpkv::bench
{

namespace
{

using namespace Studio;

constexpr int patienceSeconds = 30; // until the window is ready
constexpr qint64 silenceMs = 3'000; // after the last write: what has not come by then is lost

double processCpuSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

/// A writer in a process of its own, so that its CPU time does not count, and a thread that waits for its
/// end.
class Writer
{
public:
    Writer(std::uint16_t port, int rate, int seconds)
        : m_process({siblingProgram("hpkvqt-bench"), "feed", "--write-to", std::to_string(port), "--rate",
                     std::to_string(rate), "--seconds", std::to_string(seconds)},
                    ChildProcess::Output::Discard)
        , m_waiting([this] {
            m_succeeded = m_process.succeeded();
            m_ended = true;
        })
    {
    }
    ~Writer() { m_waiting.join(); }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    bool ended() const { return m_ended; }
    bool succeeded() const { return m_succeeded; }

private:
    ChildProcess m_process;
    std::atomic<bool> m_ended{false};
    std::atomic<bool> m_succeeded{false};
    std::thread m_waiting;
};

/// Opens what is to be open while notifications come: the tree with a branch whose rows change, the panel and
/// a dashboard.
void openViews(SessionPage &page)
{
    if (!page.live()->isVisible())
        throw std::runtime_error("the live panel is not in sight");
    auto *tree = page.keys()->findChild<KeyTree *>();
    auto *model = qobject_cast<KeyTreeModel *>(tree->model());
    tree->expand(model->indexOfBranch(FeedLoad::prefix));
    tree->expand(model->indexOfBranch(QByteArray(FeedLoad::prefix) + "00:"));
    const Dashboard dashboard = feedDashboard();
    if (dashboard.tiles.size() != 20 || !page.findChild<DashboardHub *>()->show(dashboard))
        throw std::runtime_error("no dashboard of 20 tiles");
}

void measure(QApplication &app, Workbench &workbench, int rate, int seconds)
{
    const EmulatorProcess emulator;
    seedFeed(emulator.port());
    MainWindow window(workbench.context(), workbench.sessions());
    window.resize(1440, 900);
    window.show();
    Profile profile;
    profile.id = QStringLiteral("bench");
    profile.name = profile.id;
    profile.baseUrl = QUrl(QString::fromStdString(emulator.url()));
    profile.requestsPerSecond = 0;
    profile.proxyMode = ProxyMode::None;
    Session *session = workbench.sessions().open(profile, QStringLiteral("bench"));
    SessionPage *page = window.currentPage();
    if (!session || !page)
        throw std::runtime_error("no session");

    EventPasses passes;
    PaintWatcher watcher(passes);
    KeyTreeView *keys = page->keys();
    if (!passes.run([keys] { return keys->isLevelListed({}) && !keys->isBusy(); }, patienceSeconds))
        throw std::runtime_error("the root level is not listed");
    const QByteArray everything(FeedLoad::prefix);
    session->setWatchedPrefixes(&watcher, {everything});
    session->loadBranch(everything);
    openViews(*page);
    const auto isReady = [session, keys, everything] {
        return session->mirror().knownCount() == FeedLoad::keys && !keys->isBusy()
            && session->status().watching && session->status().watchedPatterns.contains(everything + '*');
    };
    if (!passes.run(isReady, patienceSeconds))
        throw std::runtime_error("the keys are not watched");

    passes.clear();
    app.installEventFilter(&watcher);
    const auto applied = QObject::connect(&session->mirror(), &KeyspaceMirror::applied, &watcher,
                                          [&passes] { passes.countThisPass(); });
    const HistoryRecorder &recorder = session->history().recorder();
    const auto settled = [&recorder] {
        const HistoryStatus &status = recorder.status();
        return status.recorded + status.lost + status.left;
    };
    const quint64 recordedBefore = recorder.status().recorded;
    const quint64 settledBefore = settled();
    const LiveFeed &feed = session->feed();
    const quint64 before = feed.ledger().received;
    const qint64 sent = qint64(rate) * seconds;
    const auto received = [&feed, before] { return qint64(feed.ledger().received - before); };
    report("sent", static_cast<double>(sent), "notifications");
    const double rssStart = residentMegabytes();
    double rssBound = 0;
    double rssHalf = 0;
    IdleThread idle;
    const double cpuBefore = processCpuSeconds();
    QElapsedTimer clock;
    clock.start();
    Writer writer(emulator.port(), rate, seconds);
    qint64 last = 0;
    qint64 lastAt = 0;
    passes.run(
        [&] {
            if (received() != last) {
                last = received();
                lastAt = clock.elapsed();
            }
            // A second after the bound is reached everything that is bounded is full.
            if (rssBound == 0 && feed.ledger().dropped > quint64(rate))
                rssBound = residentMegabytes();
            if (rssHalf == 0 && clock.elapsed() > seconds * 500)
                rssHalf = residentMegabytes();
            return writer.ended() && (last >= sent || clock.elapsed() - lastAt > silenceMs);
        },
        seconds * 3 + patienceSeconds);
    const double cpuSeconds = processCpuSeconds() - cpuBefore;
    const double wallSeconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    const double bare = idle.stop();
    QObject::disconnect(applied);
    app.removeEventFilter(&watcher);
    if (!writer.succeeded())
        throw std::runtime_error("the writer failed");

    report("received", static_cast<double>(last), "notifications");
    report("lost", static_cast<double>(sent - last), "notifications");
    report("received_per_s", static_cast<double>(last) * 1000 / static_cast<double>(qMax<qint64>(1, lastAt)),
           "1/s");
    reportHolds(passes, "");
    // What the panel says: what it passed over, and whether its sum adds up.
    const LiveLedger ledger = page->live()->findChild<LiveModel *>()->ledger();
    report("passed_over", static_cast<double>(ledger.sampled), "notifications");
    report("unaccounted",
           static_cast<double>(ledger.received)
               - static_cast<double>(ledger.shown + ledger.filtered + ledger.sampled + ledger.waiting
                                     + ledger.dropped + ledger.cleared),
           "notifications");
    // The history may be behind; it has its own time.
    passes.run([&] { return qint64(settled() - settledBefore) >= last; }, patienceSeconds);
    report("in_history", static_cast<double>(recorder.status().recorded - recordedBefore), "notifications");
    report("bare_hold_max_ms", bare, "ms");
    report("cpu_percent", cpuSeconds / wallSeconds * 100, "%");
    report("rss_start_mb", rssStart, "MB");
    if (rssBound > 0)
        report("rss_bound_mb", rssBound, "MB");
    report("rss_half_mb", rssHalf, "MB");
    report("rss_end_mb", residentMegabytes(), "MB");
    workbench.sessions().close(session);
}

} // namespace

int benchFeed(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"rate", "seconds", "write-to"});
    const int rate = arguments.number("rate", 20'000, 1, 1'000'000);
    const int seconds = arguments.number("seconds", 60, 1, 3'600);
    if (arguments.has("write-to")) { // the child
        writeFeed(std::uint16_t(arguments.number("write-to", 0, 1, 65'535)), rate, seconds);
        return 0;
    }
    prepareForWindow();
    int one = 1;
    char *name = argv[-2]; // of the program
    QApplication app(one, &name);
    const QTemporaryDir folder; // never the person's own files
    Workbench workbench(WorkbenchPaths::below(folder.path()), new MemorySecretStore);
    workbench.context().theme.applyTo(app);
    measure(app, workbench, rate, seconds);
    return 0;
}

} // namespace hpkv::bench
