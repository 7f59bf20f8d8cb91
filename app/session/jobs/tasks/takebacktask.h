// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfile.h"
#include "session/jobs/jobtask.h"
#include "session/jobs/restorer.h"

#include <QHash>

namespace Studio
{

/// Undoes what a file of a job says was done, line by line. Only keys that still hold what the job left are
/// touched; what somebody has changed since is left alone and reported (ErrorKind::Conflict). May be run
/// again when it ended half-way, except for increments, which cannot be told apart.
///
/// What the lines say, and what is done about them:
/// - `key`, `value` (delete): absent again → the value. With `was`: that value is overwritten too.
/// - `key`, `value`, `to`, `had` (copy, move): absent → the value; then, if the key holds it and `to` holds
///   it too, `to` goes back to `had` (null: absent).
/// - `key`, `value`, `same` (copy, move): only the first half of that.
/// - `value`, `to`, `had` (from another session): only the second half.
/// - `key`, `before` and later `key`, `after` (patch): what holds `after` gets `before` again.
/// - `key`, `delta` and later `key`, `added` (increment): the opposite step.
/// - `flushed` ends a group: a line of intent without its second half before it is one whose fate is unknown.
class TakeBackTask final : public JobTask
{
public:
    TakeBackTask(JobContext &context, QString file);

    Step step() override;

    static constexpr qsizetype linesAtOnce = 128;

private:
    /// One copied key.
    struct Copied {
        RestoreItem source;
        RestoreItem target;
    };
    struct Chunk {
        QList<RestoreItem> items;
        QHash<QByteArray, qsizetype> places; ///< in `items`
        QList<Copied> copied;
        QList<QPair<QByteArray, qint64>> steps; ///< increments
    };

    bool open();
    bool readChunk(Chunk *chunk);
    void take(const JobLine &line, Chunk *chunk);
    void giveUpIntents();
    void runItems(const Chunk &chunk);
    void runCopied(const QList<Copied> &copied);
    void runTargets(const QList<Copied> &copied, const QList<RestoredItem> &sources);
    void runSteps(const QList<QPair<QByteArray, qint64>> &steps);
    void tell(const QByteArray &key, const RestoredItem &result);
    void fail(const QByteArray &key, JobOperation operation, const Hpkv::Error &error);
    void leaveAlone(const QByteArray &key, const QString &why);

    JobContext &m_context;
    const QString m_name;
    JobFileReader m_reader;
    JobFile m_file; ///< to write down that it was taken back
    bool m_opened = false;
    bool m_atEnd = false;
    int m_working = 0;
    QHash<QByteArray, QByteArray> m_before; ///< patches of this group whose end is not read yet
    QHash<QByteArray, qint64> m_deltas; ///< increments, likewise
};

} // namespace Studio
