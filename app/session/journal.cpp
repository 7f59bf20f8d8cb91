// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/journal.h"

#include "session/bell.h"
#include "session/journalfile.h"
#include "session/mailbox.h"

#include <QThread>

#include <algorithm>
#include <limits>

namespace Studio
{

namespace
{

/// What lives on the journal's thread. Writes that the file refuses go to a table in memory, with numbers
/// behind those of the file, so that a row's number tells where it is.
class JournalWorker : public QObject
{
public:
    JournalFile file;
    JournalFile memory;
    qint64 firstMemoryRow = 0; ///< 0 = none yet
    qint64 lastRow = 0;
    QList<qint64> own; ///< rows of this session, the newest last

    /// Empty = no problem.
    QString open(const QString &name)
    {
        if (file.open(name)) {
            lastRow = file.highestRow();
            return {};
        }
        QString problem = file.problem();
        useMemory();
        return problem;
    }

    qint64 insert(JournalEntry entry, QString *problem)
    {
        tie(&entry);
        const qint64 row = put(entry, problem);
        own.append(row);
        return row;
    }

    /// The rows that look otherwise now.
    QList<qint64> update(qint64 row, JournalState state, const std::optional<QByteArray> &after,
                         const QString &error, QString *problem)
    {
        JournalFile &in = table(row);
        if (!in.update(row, state, after, error))
            *problem = in.problem();
        return ended(row, state);
    }

    QList<qint64> updateJob(qint64 row, JournalState state, qint64 keys, const QString &undoFile,
                            const QString &error, QString *problem)
    {
        JournalFile &in = table(row);
        if (!in.updateJob(row, state, keys, undoFile, error))
            *problem = in.problem();
        return ended(row, state);
    }

    QList<JournalEntry> last(int limit)
    {
        QList<JournalEntry> entries;
        if (firstMemoryRow)
            entries = memory.last(limit);
        if (entries.size() < limit && file.isOpen())
            entries += file.last(limit - int(entries.size()));
        return entries;
    }

    std::optional<JournalEntry> row(qint64 row) { return table(row).row(row); }

    JournalPage page(const JournalQuery &query, qint64 below, int limit, qint64 bytes)
    {
        if (below == 0)
            below = std::numeric_limits<qint64>::max();
        if (!firstMemoryRow || below <= firstMemoryRow)
            return file.isOpen() ? file.page(query, below, limit, bytes) : JournalPage();
        JournalPage page = memory.page(query, below, limit, bytes);
        if (page.next == 0 && file.isOpen())
            page.next = firstMemoryRow;
        return page;
    }

    qint64 latest(const std::function<bool(const JournalEntry &)> &isWanted)
    {
        for (auto at = own.crbegin(); at != own.crend(); ++at) {
            if (const std::optional<JournalEntry> entry = row(*at); entry && isWanted(*entry))
                return *at;
        }
        return 0;
    }

    void setLimits(const JournalLimits &limits)
    {
        file.setLimits(limits);
        memory.setLimits(limits);
    }

    /// The lowest row that is left, if some had to go; 0 = none went.
    qint64 trim()
    {
        qint64 lowest = 0;
        for (JournalFile *each : {&file, &memory}) {
            if (each->isOpen() && each->isFull() && each->trim() && lowest == 0)
                lowest = each->lowestRow();
        }
        if (lowest > 0)
            own.removeIf([lowest](qint64 row) { return row < lowest; });
        return lowest;
    }

    QString clear()
    {
        own.clear();
        for (JournalFile *each : {&file, &memory}) {
            if (each->isOpen() && !each->clear())
                return each->problem();
        }
        return {};
    }

private:
    JournalFile &table(qint64 row) { return firstMemoryRow && row >= firstMemoryRow ? memory : file; }

    void useMemory()
    {
        memory.open({});
        firstMemoryRow = lastRow + 1;
    }

    qint64 put(const JournalEntry &entry, QString *problem)
    {
        if (!firstMemoryRow) {
            if (const qint64 row = file.insert(entry)) {
                lastRow = row;
                return row;
            }
            *problem = file.problem();
            useMemory();
        }
        lastRow = memory.insert(entry, lastRow + 1);
        return lastRow;
    }

    /// A job that takes another back names its undo file; the others name a row.
    void tie(JournalEntry *entry)
    {
        if (entry->undoes == 0 && !entry->undoFile.isEmpty()) {
            entry->undoes = firstMemoryRow ? memory.rowOfUndoFile(entry->undoFile) : 0;
            if (entry->undoes == 0 && file.isOpen())
                entry->undoes = file.rowOfUndoFile(entry->undoFile);
        }
        if (entry->undoes == 0)
            return;
        const std::optional<JournalEntry> other = row(entry->undoes);
        entry->isRedo = other && other->undoes > 0 && !other->isRedo;
    }

    /// What was carried out takes back the row that it names, which lets the one behind that stand again, and
    /// so on.
    QList<qint64> ended(qint64 row, JournalState state)
    {
        QList<qint64> changed{row};
        if (state != JournalState::Done)
            return changed;
        bool stands = true;
        qint64 by = row;
        std::optional<JournalEntry> entry = this->row(row);
        while (entry && entry->undoes > 0 && entry->undoes < by) {
            const qint64 other = entry->undoes;
            table(other).setUndoneBy(other, stands ? by : 0);
            changed.append(other);
            stands = !stands;
            by = other;
            entry = this->row(other);
        }
        return changed;
    }
};

bool matches(const JournalQuery &query, const JournalEntry &entry)
{
    using What = JournalQuery::What;
    return (query.what == What::Everything || (query.what == What::Jobs) == !entry.job.isEmpty())
        && (!query.kind || *query.kind == entry.kind) && (!query.state || *query.state == entry.state)
        && (query.text.isEmpty() || containsText(entry, query.text));
}

constexpr qint64 LinesBytes = 4ll * 1024 * 1024; ///< of values that are looked at for one page of lines

} // namespace

struct Journal::Private {
    QString file;
    bool inMemory = false;
    QThread thread;
    JournalWorker *worker = nullptr;
    Mailbox<std::function<void(JournalWorker &)>> toThread;
    Mailbox<std::function<void()>> toWindow;
    Bell windowBell{[this] {
        for (const auto &answer : toWindow.take())
            answer();
    }};
    JournalLimits limits;

    /// What a task of the thread has to tell: `rows` changed, there was a problem, the oldest may have to go.
    void tell(Journal *q, JournalWorker &worker, const QString &problem, const QList<qint64> &rows);
};

void Journal::Private::tell(Journal *q, JournalWorker &on, const QString &problem, const QList<qint64> &rows)
{
    const qint64 lowest = on.trim();
    toWindow.push([q, problem, rows, lowest] {
        if (!problem.isEmpty())
            emit q->problem(problem);
        for (const qint64 row : rows)
            emit q->changed(row);
        if (lowest > 0)
            emit q->forgotten(lowest);
    });
}

Journal::Journal(QString file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->file = std::move(file);
    d->inMemory = d->file.isEmpty();
    d->worker = new JournalWorker;
    d->thread.setObjectName(QStringLiteral("journal"));
    auto *workerBell =
        new Bell([this] { d->toThread.handOver([this](const auto &task) { task(*d->worker); }); }, d->worker);
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);

    d->toThread.setWakeUp([workerBell] { workerBell->ring(); });
    d->toWindow.setWakeUp([this] { d->windowBell.ring(); });
    d->thread.start();
    d->toThread.push([this, name = d->file](JournalWorker &worker) {
        const QString problemText = worker.open(name);
        if (problemText.isEmpty())
            return;
        d->toWindow.push([this, problemText] {
            d->inMemory = true;
            emit problem(problemText);
        });
    });
}

Journal::~Journal()
{
    // Behind everything that was asked for before.
    d->toThread.push([this](JournalWorker &) { d->thread.quit(); });
    d->thread.wait();
    d->toThread.close();
    d->toWindow.close();
}

QString Journal::file() const
{
    return d->file;
}

bool Journal::isInMemory() const
{
    return d->inMemory;
}

void Journal::begin(const JournalEntry &entry, std::function<void(qint64)> done)
{
    d->toThread.push([this, entry, done = std::move(done)](JournalWorker &worker) {
        QString problemText;
        const qint64 row = worker.insert(entry, &problemText);
        // The row first: its write waits for it.
        d->toWindow.push([this, row, problemText, done] {
            if (!problemText.isEmpty()) {
                d->inMemory = true;
                emit problem(problemText);
            }
            done(row);
            emit changed(row);
        });
        d->tell(this, worker, {}, {});
    });
}

void Journal::end(qint64 row, JournalState state, const std::optional<QByteArray> &after,
                  const QString &error)
{
    d->toThread.push([this, row, state, after, error](JournalWorker &worker) {
        QString problemText;
        const QList<qint64> rows = worker.update(row, state, after, error, &problemText);
        d->tell(this, worker, problemText, rows);
    });
}

void Journal::endJob(qint64 row, JournalState state, qint64 keys, const QString &undoFile,
                     const QString &error)
{
    d->toThread.push([this, row, state, keys, undoFile, error](JournalWorker &worker) {
        QString problemText;
        const QList<qint64> rows = worker.updateJob(row, state, keys, undoFile, error, &problemText);
        d->tell(this, worker, problemText, rows);
    });
}

void Journal::read(int limit, std::function<void(const QList<JournalEntry> &)> done)
{
    d->toThread.push([this, limit, done = std::move(done)](JournalWorker &worker) {
        const QList<JournalEntry> entries = worker.last(limit);
        d->toWindow.push([entries, done] { done(entries); });
    });
}

void Journal::lines(const JournalQuery &query, qint64 below, int limit,
                    std::function<void(const JournalLines &)> done)
{
    d->toThread.push([this, query, below, limit, done = std::move(done)](JournalWorker &worker) {
        const JournalPage page = worker.page(query, below, limit, LinesBytes);
        JournalLines lines;
        lines.next = page.next;
        for (const JournalEntry &entry : page.entries)
            lines.lines.append(lineOf(entry));
        d->toWindow.push([lines, done] { done(lines); });
    });
}

void Journal::linesOf(const JournalQuery &query, QList<qint64> rows,
                      std::function<void(const QList<JournalLine> &)> done)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    d->toThread.push([this, query, rows, done = std::move(done)](JournalWorker &worker) {
        QList<JournalLine> lines;
        for (const qint64 row : rows) {
            if (const std::optional<JournalEntry> entry = worker.row(row); entry && matches(query, *entry))
                lines.append(lineOf(*entry));
        }
        d->toWindow.push([lines, done] { done(lines); });
    });
}

void Journal::entries(const JournalQuery &query, qint64 below, qint64 bytes,
                      std::function<void(const JournalPage &)> done)
{
    d->toThread.push([this, query, below, bytes, done = std::move(done)](JournalWorker &worker) {
        const JournalPage page = worker.page(query, below, JournalFile::scannedRows, bytes);
        d->toWindow.push([page, done] { done(page); });
    });
}

void Journal::entry(qint64 row, std::function<void(const std::optional<JournalEntry> &)> done)
{
    d->toThread.push([this, row, done = std::move(done)](JournalWorker &worker) {
        const std::optional<JournalEntry> entry = worker.row(row);
        d->toWindow.push([entry, done] { done(entry); });
    });
}

void Journal::latestToUndo(std::function<void(qint64)> done)
{
    d->toThread.push([this, done = std::move(done)](JournalWorker &worker) {
        const qint64 row = worker.latest([](const JournalEntry &entry) {
            return entry.undoes == 0 && entry.state == JournalState::Done
                && undoObstacle(entry) == UndoObstacle::None;
        });
        d->toWindow.push([row, done] { done(row); });
    });
}

void Journal::latestToRedo(std::function<void(qint64)> done)
{
    d->toThread.push([this, done = std::move(done)](JournalWorker &worker) {
        const qint64 undo = worker.latest([](const JournalEntry &entry) {
            return entry.undoes > 0 && !entry.isRedo && entry.state == JournalState::Done
                && undoObstacle(entry) == UndoObstacle::None;
        });
        const std::optional<JournalEntry> entry = undo ? worker.row(undo) : std::optional<JournalEntry>();
        const qint64 row = entry ? entry->undoes : 0;
        d->toWindow.push([row, done] { done(row); });
    });
}

void Journal::setLimits(const JournalLimits &limits)
{
    d->limits = limits;
    d->toThread.push([this, limits](JournalWorker &worker) {
        worker.setLimits(limits);
        d->tell(this, worker, {}, {});
    });
}

JournalLimits Journal::limits() const
{
    return d->limits;
}

void Journal::clear()
{
    d->toThread.push([this](JournalWorker &worker) {
        const QString problemText = worker.clear();
        d->toWindow.push([this, problemText] {
            if (!problemText.isEmpty())
                emit problem(problemText);
            emit cleared();
        });
    });
}

} // namespace Studio
