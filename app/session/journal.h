// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessiontypes.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Studio
{

enum class JournalState : quint8 {
    Open, ///< the row was written, the outcome is not known yet (or the program ended before it was)
    Done,
    Failed, ///< certainly not carried out
    Unknown ///< it left, then the line or the deadline ended
};

/// One write: what was meant, what was there before, how it ended.
struct JournalEntry {
    qint64 row = 0; ///< from 1, growing
    qint64 at = 0; ///< ms since 1970 when the row was written
    WriteKind kind = WriteKind::Replace;
    QByteArray key;
    QByteArray value; ///< Replace, Patch, Append: what was sent
    qint64 delta = 0; ///< Increment
    std::optional<QByteArray> before; ///< empty: not known, or absent (see beforeKnown)
    bool beforeKnown = false; ///< whether `before` says what the store held (an empty one: nothing)
    std::optional<QByteArray> after; ///< where it is certain
    JournalState state = JournalState::Open;
    QString error; ///< for people; empty unless Failed or Unknown
    /// The row of a job, which stands for all that it wrote: JobReport::name() of its kind, such as "delete".
    /// Its `key` is the first key or the prefix of what it was for. Empty = a single write.
    QString job;
    qint64 keys = 0; ///< of a job: how many it went through
    QString undoFile; ///< of a job: see JobResult; it may be gone by now

    bool operator==(const JournalEntry &) const = default;
};

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

signals:
    /// The file cannot be used: `text` says why. What follows is kept in memory.
    void problem(const QString &text);
    /// A row was added or ended.
    void changed(qint64 row);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
