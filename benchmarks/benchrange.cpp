// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "emulatorprocess.h"
#include "eventpasses.h"
#include "exportload.h"
#include "paintwatcher.h"
#include "report.h"
#include "subcommands.h"

#include "browser/range/rangetab.h"
#include "browser/range/rangetable.h"
#include "mirror/keyspacemirror.h"
#include "models/rangemodel.h"
#include "profiles/secretstore.h"
#include "session/intervalscan.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>
#include <stdexcept>

namespace hpkv::bench
{

namespace
{

using namespace Studio;

constexpr int rowsOfABatch = 1000;
constexpr int repeats = 5;
constexpr int mostSeconds = 900; // that anything may take
constexpr int scrollSteps = 400;

double processCpuSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Row `i` of many: totals in no order, every seventh one longer than a double can hold.
Learned row(int i)
{
    const quint32 mixed = static_cast<quint32>(i) * 2654435761U;
    QByteArray total = QByteArray::number(mixed % 1'000'000) + '.' + QByteArray::number(10 + mixed % 90);
    if (i % 7 == 0)
        total.prepend("90071992547409930");
    Learned learned;
    learned.key = "order:" + QByteArray::number(10'000'000 + i);
    learned.hasValue = true;
    learned.value = R"({"customer":{"name":"Customer )" + QByteArray::number(mixed % 5000)
                  + R"("},"status":")" + (mixed % 3 == 0 ? "paid" : "shipped")
                  + R"(","items":[1,2,3],"total":)" + total + '}';
    learned.state = ValueState::Read;
    learned.at = 1'700'000'000'000;
    return learned;
}

void fill(KeyspaceMirror &mirror, int rows)
{
    for (int from = 0; from < rows; from += rowsOfABatch) {
        Batch batch;
        for (int i = from; i < std::min(rows, from + rowsOfABatch); ++i)
            batch.items.append(row(i));
        mirror.apply(batch);
    }
}

/// From the wish to the sorted rows, off the window's thread, while its event loop runs.
void measureSort(KeyspaceMirror &mirror, int rows)
{
    RangeModel model(&mirror);
    model.setRange(KeyInterval::ofPrefix("order:"), -1);
    model.addColumn(RangeColumn::member("/total"));
    std::vector<double> took;
    std::vector<double> cpu;
    double longest = 0;
    for (int i = 0; i < repeats; ++i) {
        model.setSpec({});
        RangeOrderSpec spec;
        spec.sort = RangeColumn::member("/total");
        spec.descending = i % 2 == 1;
        EventPasses passes;
        QElapsedTimer clock;
        clock.start();
        const double before = processCpuSeconds();
        model.setSpec(spec);
        if (!passes.run([&model] { return !model.orderState().isWorking; }, mostSeconds))
            throw std::runtime_error("the rows are not sorted");
        took.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        cpu.push_back((processCpuSeconds() - before) * 1000);
        longest = std::max(longest, passes.longest());
        if (model.rowCount() != rows)
            throw std::runtime_error("rows are missing");
    }
    report("sort_ms", percentile(took, 0.5), "ms");
    report("sort_cpu_ms", percentile(cpu, 0.5), "ms");
    report("sort_hold_max_ms", longest, "ms");
}

/// The real window reads `rows` records into a range tab, then scrolls through them.
void measureWindow(QApplication &app, Workbench &workbench, int rows)
{
    const EmulatorProcess emulator({"--seed-keys", std::to_string(rows)});
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
    app.installEventFilter(&watcher);
    const auto applied = QObject::connect(&session->mirror(), &KeyspaceMirror::applied, &watcher,
                                          [&passes] { passes.countThisPass(); });
    IdleThread idle;
    QElapsedTimer clock;
    clock.start();
    RangeTab *tab = page->openRange(KeyInterval::ofPrefix({}));
    if (!passes.run([tab] { return !tab->scan(); }, mostSeconds) || tab->model().rowCount() < rows)
        throw std::runtime_error("the range was not read as a whole");
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    reportHolds(passes, "");
    report("stream_rows_per_s", rows / seconds, "1/s");

    passes.clear();
    QScrollBar *bar = tab->table().verticalScrollBar();
    int step = 0;
    passes.run(
        [&] {
            bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / scrollSteps));
            return ++step > scrollSteps;
        },
        mostSeconds);
    reportHolds(passes, "scroll_");
    report("bare_hold_max_ms", idle.stop(), "ms");
    QObject::disconnect(applied);
    app.removeEventFilter(&watcher);
    workbench.sessions().close(session);
}

} // namespace

int benchRange(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"rows", "only"});
    const int rows = arguments.number("rows", 1'000'000, 1'000, 10'000'000);
    const std::string only = arguments.text("only");
    const auto wanted = [&only](const char *part) { return only.empty() || only == part; };

    prepareForWindow();
    int one = 1;
    char *name = argv[-2];
    QApplication app(one, &name);
    const QTemporaryDir folder; // never the person's own files
    if (wanted("sort")) {
        KeyspaceMirror mirror;
        mirror.setValueBudget(qint64(rows) * 1024);
        fill(mirror, rows);
        measureSort(mirror, rows);
    }
    if (wanted("holds")) {
        Workbench workbench(WorkbenchPaths::below(folder.path()), new MemorySecretStore);
        workbench.context().theme.applyTo(app);
        measureWindow(app, workbench, rows);
    }
    if (wanted("export"))
        measureExport(rows);
    return 0;
}

} // namespace hpkv::bench
