// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/journal.h"

#include "session/journalfile.h"
#include "session/mailbox.h"

#include <QThread>

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

    /// Empty = no problem.
    QString open(const QString &name)
    {
        if (file.open(name)) {
            lastRow = file.highestRow();
            return {};
        }
        const QString problem = file.problem();
        useMemory();
        return problem;
    }

    qint64 insert(const JournalEntry &entry, QString *problem)
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

    void update(qint64 row, JournalState state, const std::optional<QByteArray> &after, const QString &error,
                QString *problem)
    {
        JournalFile &table = firstMemoryRow && row >= firstMemoryRow ? memory : file;
        if (!table.update(row, state, after, error))
            *problem = table.problem();
    }

    void updateJob(qint64 row, JournalState state, qint64 keys, const QString &undoFile, const QString &error,
                   QString *problem)
    {
        JournalFile &table = firstMemoryRow && row >= firstMemoryRow ? memory : file;
        if (!table.updateJob(row, state, keys, undoFile, error))
            *problem = table.problem();
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

private:
    void useMemory()
    {
        memory.open({});
        firstMemoryRow = lastRow + 1;
    }
};

} // namespace

struct Journal::Private {
    QString file;
    bool inMemory = false;
    QThread thread;
    JournalWorker *worker = nullptr;
    Mailbox<std::function<void(JournalWorker &)>> toThread;
    Mailbox<std::function<void()>> toWindow;
};

Journal::Journal(QString file, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->file = std::move(file);
    d->inMemory = d->file.isEmpty();
    d->worker = new JournalWorker;
    d->thread.setObjectName(QStringLiteral("journal"));
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);

    d->toThread.setWakeUp([this] {
        QMetaObject::invokeMethod(
            d->worker,
            [this] {
                for (const auto &task : d->toThread.take())
                    task(*d->worker);
            },
            Qt::QueuedConnection);
    });
    d->toWindow.setWakeUp([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                for (const auto &answer : d->toWindow.take())
                    answer();
            },
            Qt::QueuedConnection);
    });
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
    // The thread's event loop takes what was posted before it sees the end.
    QMetaObject::invokeMethod(
        d->worker, [this] { d->thread.quit(); }, Qt::QueuedConnection);
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
        d->toWindow.push([this, row, problemText, done] {
            if (!problemText.isEmpty()) {
                d->inMemory = true;
                emit problem(problemText);
            }
            done(row);
            emit changed(row);
        });
    });
}

void Journal::end(qint64 row, JournalState state, const std::optional<QByteArray> &after,
                  const QString &error)
{
    d->toThread.push([this, row, state, after, error](JournalWorker &worker) {
        QString problemText;
        worker.update(row, state, after, error, &problemText);
        d->toWindow.push([this, row, problemText] {
            if (!problemText.isEmpty())
                emit problem(problemText);
            emit changed(row);
        });
    });
}

void Journal::endJob(qint64 row, JournalState state, qint64 keys, const QString &undoFile,
                     const QString &error)
{
    d->toThread.push([this, row, state, keys, undoFile, error](JournalWorker &worker) {
        QString problemText;
        worker.updateJob(row, state, keys, undoFile, error, &problemText);
        d->toWindow.push([this, row, problemText] {
            if (!problemText.isEmpty())
                emit problem(problemText);
            emit changed(row);
        });
    });
}

void Journal::read(int limit, std::function<void(const QList<JournalEntry> &)> done)
{
    d->toThread.push([this, limit, done = std::move(done)](JournalWorker &worker) {
        const QList<JournalEntry> entries = worker.last(limit);
        d->toWindow.push([entries, done] { done(entries); });
    });
}

} // namespace Studio
