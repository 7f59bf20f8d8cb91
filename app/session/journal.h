// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalline.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Studio
{

/// The record of all writes of one session, in SQLite on a thread of its own: a row stands before the frame
/// leaves. Lives on the window's thread; answers come through the event loop.
class Journal : public QObject
{
    Q_OBJECT

public:
    /// `file` is made with mode 0600; empty = in memory. Opened by the thread of its own; a file that cannot
    /// be opened or written raises problem() and the journal goes on in memory.
    explicit Journal(QString file, QObject *parent = nullptr);
    /// Waits until what was asked is written.
    ~Journal() override;

    QString file() const;
    bool isInMemory() const;

    /// Writes the row (state Open); `done` gets its number once it is in (in memory, if the file refuses).
    /// Called exactly once, from the event loop; not at all if the journal is destroyed before.
    void begin(const JournalEntry &entry, std::function<void(qint64 row)> done);
    /// How row `row` ended.
    void end(qint64 row, JournalState state, const std::optional<QByteArray> &after = {},
             const QString &error = {});
    /// How the job of row `row` ended.
    void endJob(qint64 row, JournalState state, qint64 keys, const QString &undoFile, const QString &error);
    /// The last `limit` rows, newest first.
    void read(int limit, std::function<void(const QList<JournalEntry> &)> done);

    // What follows goes on in bounded pieces: nothing is ever read as a whole.

    /// Rows below `below` (0: from the newest on) that `query` asks for.
    void lines(const JournalQuery &query, qint64 below, int limit,
               std::function<void(const JournalLines &)> done);
    /// Those of `rows` that are there and that `query` asks for, newest first.
    void linesOf(const JournalQuery &query, QList<qint64> rows,
                 std::function<void(const QList<JournalLine> &)> done);
    /// Likewise lines(), whole; at most about `bytes`.
    void entries(const JournalQuery &query, qint64 below, qint64 bytes,
                 std::function<void(const JournalPage &)> done);
    void entry(qint64 row, std::function<void(const std::optional<JournalEntry> &)> done);
    /// The latest write of this session that can be undone, or the latest that was undone: its row; 0 = none.
    void latestToUndo(std::function<void(qint64 row)> done);
    void latestToRedo(std::function<void(qint64 row)> done);

    /// What is kept at most; the oldest rows go.
    void setLimits(const JournalLimits &limits);
    JournalLimits limits() const;
    /// Forgets every row, on the disk too. Writes that are under way leave none.
    void clear();

signals:
    /// The file cannot be used: `text` says why. What follows is kept in memory.
    void problem(const QString &text);
    /// A row was added or ended, or was taken back by another.
    void changed(qint64 row);
    /// Rows below `row` are gone: there were too many.
    void forgotten(qint64 row);
    void cleared();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
