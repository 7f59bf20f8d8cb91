// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historythread.h"

#include "history/sqlite.h"
#include "mirror/keyspacemirror.h"
#include "session/bell.h"
#include "session/mailbox.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QThread>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

#include <algorithm>
#include <atomic>

namespace Studio
{

namespace
{

[[maybe_unused]] constexpr int threadNiceness = 10;
constexpr qint64 mostProbed = 16 * 1024 * 1024;
// However fast they come: so many notifications, or bytes, are written at once.
constexpr int mostGathered = 20'000;
constexpr qint64 mostGatheredBytes = 8 * 1024 * 1024;

qint64 bytesOf(const QList<Heard> &heard)
{
    qint64 bytes = 0;
    for (const Heard &each : heard)
        bytes += each.key.size() + each.before.size() + each.after.size();
    return bytes;
}

/// Whether the file would take so much more. Nothing stays of the attempt.
bool hasRoom(HistoryFile &file, qint64 bytes)
{
    if (!file.begin())
        return false;
    const bool good = file.database().exec("INSERT INTO changes (at, key, kind, flags, server, value) "
                                           "VALUES (0, 0, 0, 0, 0, zeroblob("
                                           + QByteArray::number(std::min(bytes, mostProbed)) + "))");
    file.rollback();
    return good;
}

struct Recording {
    QList<Heard> heard;
    int notifications = 0;
};

/// What lives on the thread: writes, and where the file refuses pauses and tries again.
class HistoryWorker : public QObject
{
public:
    HistoryWorker(HistoryOptions options_, std::function<void(const HistoryStatus &)> tell_)
        : options(std::move(options_))
        , tell(std::move(tell_))
    {
        file.setLimits(options.limits);
    }

    void start()
    {
#ifdef Q_OS_LINUX
        // Of this thread only. What streams in is shown first; it waits in the mailbox until it is written.
        ::setpriority(PRIO_PROCESS, 0, threadNiceness);
#endif
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [this] { lookAfter(); });
        timer->start(options.retry);
        commitTimer = new QTimer(this);
        commitTimer->setSingleShot(true);
        connect(commitTimer, &QTimer::timeout, this, [this] { write(); });
        open();
        told();
    }

    void record(const Recording &what)
    {
        if (!status.problem.isEmpty()) {
            status.lost += quint64(what.notifications);
            told();
            return;
        }
        gathered.notifications += what.notifications;
        gathered.bytes += bytesOf(what.heard);
        if (!begin() || !writer.take(what.heard, &gathered.count))
            pause();
        else if (gathered.notifications >= mostGathered || gathered.bytes >= mostGatheredBytes)
            write();
    }

    void mark(HistoryKind kind, qint64 at)
    {
        isUp = kind == HistoryKind::LineUp;
        if (!status.problem.isEmpty() || file.isLineDown() != isUp)
            return;
        if (add(kind, at))
            write();
    }

    /// Notifications were given up before they came here.
    void lose(int notifications, qint64 from, qint64 to)
    {
        status.lost += quint64(notifications);
        if (status.problem.isEmpty() && isUp && add(HistoryKind::LineDown, from)
            && add(HistoryKind::LineUp, to))
            write();
        told();
    }

    void setLimits(const HistoryLimits &limits)
    {
        file.setLimits(limits);
        lookAfter();
    }

    void clear()
    {
        if (!file.isOpen() || !write() || !file.clear())
            return;
        writer.forget();
        told();
    }

    /// What was gathered goes into the file. False where it refuses.
    bool write()
    {
        if (!isBegun)
            return true;
        if (!file.commit()) {
            pause();
            return false;
        }
        isBegun = false;
        commitTimer->stop();
        status.recorded += gathered.count.recorded;
        status.left += gathered.count.left;
        gathered = {};
        trim();
        told();
        return true;
    }

    HistoryOptions options;
    std::function<void(const HistoryStatus &)> tell;
    HistoryFile file;
    HistoryWriter writer{file};
    std::unique_ptr<HistoryQueries> queries;
    HistoryStatus status;
    qint64 refused = 0; ///< bytes that the file did not take
    bool isUp = false; ///< whether the line is, whatever the file says

private:
    void told()
    {
        status.bytes = file.isOpen() ? file.bytes() : 0;
        status.cutBefore = file.cutBefore();
        tell(status);
    }

    void open()
    {
        queries.reset();
        if (file.open(options.file)) {
            queries = std::make_unique<HistoryQueries>(file);
            status.problem.clear();
        } else {
            status.problem = file.problem();
        }
    }

    bool begin()
    {
        if (isBegun)
            return true;
        isBegun = file.begin();
        commitTimer->start(options.gather);
        return isBegun;
    }

    bool add(HistoryKind kind, qint64 at)
    {
        HistoryEntry entry;
        entry.kind = kind;
        entry.at = at;
        if (begin() && file.append(entry, 0) > 0)
            return true;
        pause();
        return false;
    }

    /// What was gathered is lost.
    void pause()
    {
        isBegun = false;
        commitTimer->stop();
        status.problem = file.problem();
        status.lost += quint64(gathered.notifications);
        refused = std::max(refused, gathered.bytes);
        gathered = {};
        file.rollback();
        writer.forget();
        told();
    }

    /// Where the file refused: whether it takes something again. The time between is a gap.
    void resume()
    {
        if (!file.isOpen())
            open();
        if (!file.isOpen())
            return;
        // A line that is only just short enough would not help what comes behind it.
        if (!hasRoom(file, refused))
            return;
        if ((!file.isLineDown() && !add(HistoryKind::LineDown, file.lastAt()))
            || (isUp && !add(HistoryKind::LineUp, QDateTime::currentMSecsSinceEpoch())) || !write())
            return;
        status.problem.clear();
        refused = 0;
    }

    void trim()
    {
        if (!file.isFull(QDateTime::currentMSecsSinceEpoch()))
            return;
        file.trim();
        writer.forget();
    }

    void lookAfter()
    {
        if (file.isOpen() && write())
            trim();
        if (!status.problem.isEmpty())
            resume();
        told();
    }

    struct Gathered {
        int notifications = 0;
        qint64 bytes = 0;
        HistoryWriter::Count count;
    };
    Gathered gathered; ///< in the transaction that is open
    bool isBegun = false;
    QTimer *commitTimer = nullptr;
};

} // namespace

struct HistoryThread::Private {
    HistoryOptions options;
    HistoryStatus status;
    QThread thread;
    HistoryWorker *worker = nullptr;
    Bell *toThreadBell = nullptr; ///< of the thread
    Mailbox<std::function<void(HistoryWorker &)>> toThread;
    Mailbox<std::function<void()>> toWindow;
    std::atomic<int> waiting = 0;
    int givenUp = 0; ///< notifications since there were too many
    qint64 givenUpSince = 0;

    void tellGivenUp()
    {
        if (givenUp == 0)
            return;
        toThread.push(
            [count = std::exchange(givenUp, 0), from = givenUpSince,
             to = QDateTime::currentMSecsSinceEpoch()](HistoryWorker &on) { on.lose(count, from, to); });
    }
};

HistoryThread::HistoryThread(HistoryOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->options = std::move(options);
    d->worker = new HistoryWorker(d->options, [this](const HistoryStatus &status) {
        d->toWindow.push([this, status] {
            d->status = status;
            emit statusChanged();
        });
    });
    d->toThreadBell =
        new Bell([this] { d->toThread.handOver([this](const auto &task) { task(*d->worker); }); }, d->worker);
    auto *toWindowBell = new Bell(
        [this] {
            for (const auto &answer : d->toWindow.take())
                answer();
        },
        this);
    d->thread.setObjectName(QStringLiteral("history"));
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    d->toThread.setWakeUp([this] { d->toThreadBell->ring(); });
    d->toWindow.setWakeUp([toWindowBell] { toWindowBell->ring(); });
    d->thread.start();
    d->toThread.push([](HistoryWorker &worker) { worker.start(); });
}

HistoryThread::~HistoryThread()
{
    d->tellGivenUp();
    // What was asked before is done before; what pieces of it still wait goes where its queries live.
    d->toThread.push([this](HistoryWorker &worker) {
        worker.write();
        d->toThread.close();
        QThread::currentThread()->quit();
    });
    d->thread.wait();
    d->toThread.close(); // see Mailbox::handOver()
    d->toWindow.close();
}

const HistoryOptions &HistoryThread::options() const
{
    return d->options;
}

const HistoryStatus &HistoryThread::status() const
{
    return d->status;
}

void HistoryThread::record(const QList<Heard> &heard, int notifications)
{
    if (d->waiting.load() > d->options.mostWaiting) {
        if (d->givenUp == 0)
            d->givenUpSince = QDateTime::currentMSecsSinceEpoch();
        d->givenUp += notifications;
        return;
    }
    d->tellGivenUp();
    d->waiting += notifications;
    d->toThread.push([this, recording = Recording{heard, notifications}](HistoryWorker &worker) {
        worker.record(recording);
        d->waiting -= recording.notifications;
    });
}

void HistoryThread::lineUp(qint64 at)
{
    d->toThread.push([at](HistoryWorker &worker) { worker.mark(HistoryKind::LineUp, at); });
}

void HistoryThread::lineDown(qint64 at)
{
    d->tellGivenUp();
    d->toThread.push([at](HistoryWorker &worker) { worker.mark(HistoryKind::LineDown, at); });
}

void HistoryThread::setLimits(const HistoryLimits &limits)
{
    d->options.limits = limits;
    d->toThread.push([limits](HistoryWorker &worker) { worker.setLimits(limits); });
}

void HistoryThread::setFilter(HistoryFilter filter)
{
    d->toThread.push(
        [filter = std::move(filter)](HistoryWorker &worker) { worker.writer.setFilter(filter); });
}

void HistoryThread::clear()
{
    d->toThread.push([this](HistoryWorker &worker) {
        worker.clear();
        d->toWindow.push([this] { emit cleared(); });
    });
}

void HistoryThread::ask(Task task)
{
    d->toThread.push([task = std::move(task)](HistoryWorker &worker) {
        Desk desk{worker.file, worker.writer, worker.queries.get()};
        task(desk);
    });
}

void HistoryThread::answer(std::function<void()> answer)
{
    d->toWindow.push(std::move(answer));
}

} // namespace Studio
