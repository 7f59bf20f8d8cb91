// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "report.h"
#include "subcommands.h"

#include "history/history.h"
#include "mirror/keyspacemirror.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>
#include <stdexcept>

namespace hpkv::bench
{

namespace
{

using namespace Studio;

constexpr int changesOfABatch = 400; // of one frame at 24,000 a second
constexpr int questions = 1000;

double cpuSeconds(clockid_t of)
{
    timespec now{};
    ::clock_gettime(of, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

QByteArray keyOf(int i)
{
    return "device:" + QByteArray::number(i).rightJustified(6, '0') + ":state";
}

/// Change `i`: objects, partial updates of them, counters and texts in turn, none like the one before.
Learned change(int i, int keys)
{
    Learned learned;
    const int key = static_cast<int>((static_cast<quint32>(i) * 2654435761U) % static_cast<quint32>(keys));
    learned.key = keyOf(key);
    learned.hasValue = true;
    const QByteArray number = QByteArray::number(i);
    switch (key % 4) {
    case 0:
        learned.value = R"({"temp":)" + number + R"(,"unit":"C","room":"hall","battery":)"
                      + QByteArray::number(i % 100) + R"(,"state":"active"})";
        break;
    case 1:
        learned.value = R"({"temp":)" + number + '}';
        break;
    case 2:
        learned.value = number;
        break;
    default:
        learned.value = "seen " + number + " of many times";
        break;
    }
    learned.state = ValueState::Presumed;
    learned.origin = Origin::Notification;
    learned.at = 1'700'000'000'000 + i / 20;
    learned.serverTimestamp = learned.at;
    return learned;
}

void untilDone(const std::function<bool()> &isDone)
{
    QElapsedTimer clock;
    clock.start();
    while (!isDone()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // the history tells what it did
        if (clock.elapsed() > 600'000)
            throw std::runtime_error("the history does not come to an end");
    }
}

} // namespace

int benchHistory(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"changes", "keys"});
    const int changes = arguments.number("changes", 1'000'000, 1000, 100'000'000);
    const int keys = arguments.number("keys", 10'000, 1, 10'000'000);
    QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    if (!folder.isValid())
        throw std::runtime_error("no folder for the file");

    HistoryOptions options;
    options.file = folder.filePath(QStringLiteral("bench.history"));
    options.limits.bytes = 8ll * 1024 * 1024 * 1024;
    options.limits.days = 0;
    options.mostWaiting = 2 * changes; // as fast as it goes is the question here
    History history(options);
    KeyspaceMirror mirror;
    history.recorder().follow(&mirror);
    history.recorder().lineUp(1'700'000'000'000);

    // What the mirror does with the notifications is not the history's, so it has a time of its own.
    double windowSeconds = 0;
    const double historyBefore = cpuSeconds(CLOCK_PROCESS_CPUTIME_ID) - cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < changes;) {
        Batch batch;
        batch.items.reserve(changesOfABatch);
        for (int n = 0; n < changesOfABatch && i < changes; ++n, ++i)
            batch.items.append(change(i, keys));
        const double before = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
        mirror.apply(batch);
        windowSeconds += cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - before;
    }
    untilDone([&] { return history.recorder().status().recorded >= static_cast<quint64>(changes); });
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    const double historySeconds =
        cpuSeconds(CLOCK_PROCESS_CPUTIME_ID) - cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - historyBefore;
    const HistoryStatus status = history.recorder().status();
    if (!status.problem.isEmpty() || status.lost > 0)
        throw std::runtime_error(status.problem.toStdString() + " changes are lost");

    report("changes_per_s", changes / seconds, "1/s");
    report("history_us_per_change", historySeconds * 1e6 / changes, "us");
    report("window_us_per_change", windowSeconds * 1e6 / changes, "us");
    report("file_bytes_per_change", static_cast<double>(status.bytes) / changes, "B");

    // One key at moments all over the time.
    int answered = 0;
    int known = 0;
    const qint64 length = std::max(1, changes / 20);
    clock.restart();
    for (int i = 0; i < questions; ++i) {
        const qint64 at = 1'700'000'000'000 + (static_cast<qint64>(i) * 7919) % length;
        history.reader().states({keyOf((i * 31) % keys)}, at, &app,
                                [&](const QHash<QByteArray, PastState> &states) {
                                    ++answered;
                                    known += states.cbegin()->known ? 1 : 0;
                                });
    }
    untilDone([&] { return answered == questions; });
    report("state_us", static_cast<double>(clock.nsecsElapsed()) / 1e3 / questions, "us");
    report("states_known", known, "");

    qsizetype points = -1;
    clock.restart();
    history.reader().request({keyOf(2), {}, 1'700'000'000'000, 1'700'000'000'000 + length + 1, 800}, &app,
                             [&](const QList<SeriesPoint> &series) { points = series.size(); });
    untilDone([&] { return points >= 0; });
    report("series_ms", static_cast<double>(clock.nsecsElapsed()) / 1e6, "ms");
    report("series_points", static_cast<double>(points), "");
    return points > 0 ? 0 : 1;
}

} // namespace hpkv::bench
