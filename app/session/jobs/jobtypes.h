// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QtGlobal>

#include <hpkvqt/error.h>

#include <functional>
#include <memory>
#include <optional>

namespace Studio
{

class Job;
class JobContext;
class JobTask;

/// What a job does. With JobSpec::selection and JobSpec::target this is its title; the sentence is made where
/// it is shown.
enum class JobKind : quint8 {
    Count, ///< keys and bytes of the selection
    Search, ///< in values
    Export,
    Import,
    Delete,
    Patch,
    Increment,
    Copy, ///< keys or a branch to another place
    Move, ///< the same, and away from the old place
    Receive, ///< the other half of a copy from another session
    TakeBack ///< undo of one of the others
};

enum class JobState : quint8 {
    Waiting, ///< for its turn: only a few run at a time
    Running,
    Paused, ///< at a person's wish
    WaitingForLine, ///< goes on by itself when the connection is back
    Finished, ///< came to its end; single keys may have failed, see JobResult::failures
    Canceled, ///< at a person's wish, or because the session ended
    Failed ///< stopped by `error`
};

constexpr bool isOver(JobState state)
{
    return state >= JobState::Finished;
}

/// What a job is busy with.
enum class JobPhase : quint8 {
    Starting,
    Counting,
    Reading,
    Comparing, ///< what is there against what is to come
    Writing,
    Verifying, ///< reads back what was written
    Deleting
};

/// How far a job is.
struct JobProgress {
    JobPhase phase = JobPhase::Starting;
    qint64 done = 0; ///< keys that are through, whatever became of them
    std::optional<qint64> total; ///< keys; nothing while it is not known
    qint64 failed = 0; ///< of `done`
    qint64 skipped = 0; ///< of `done`: left alone on purpose
    qint64 bytes = 0; ///< of values, as far as the job counts them
    double perSecond = 0; ///< keys, over the last seconds
    qint64 msLeft = -1; ///< estimated; < 0 = unknown

    bool operator==(const JobProgress &) const = default;
};

/// What was being done with a key when it failed.
enum class JobOperation : quint8 { Read, Write, Delete, Patch, Increment, Verify, File };

/// One key that a job could not do, or left alone for a reason that somebody should know.
struct JobFailure {
    QByteArray key; ///< empty: the whole stretch, or a file
    JobOperation operation = JobOperation::Read;
    /// Its delivery says whether the server may have carried it out.
    Hpkv::Error error;

    bool operator==(const JobFailure &) const = default;
};

/// How a job ended.
struct JobResult {
    JobState state = JobState::Finished; ///< Finished, Canceled or Failed
    Hpkv::Error error; ///< why it Failed
    qint64 done = 0; ///< keys
    qint64 failed = 0;
    qint64 skipped = 0;
    qint64 bytes = 0;
    /// The first JobReport::mostFailures of them; `failed` counts all.
    QList<JobFailure> failures;
    QString undoFile; ///< can be taken back from it, see Jobs::takeBack(); empty = cannot

    bool operator==(const JobResult &) const = default;
};

/// Something that a task and the window tell each other, beyond progress and result. Immutable.
struct JobMessage {
    JobMessage() = default;
    JobMessage(const JobMessage &) = delete;
    JobMessage &operator=(const JobMessage &) = delete;
    virtual ~JobMessage() = default;
};
using SharedJobMessage = std::shared_ptr<const JobMessage>;

/// Everything that is needed to start a job. Made on the window's thread; `make` is called on the worker's,
/// so that it captures values only.
struct JobSpec {
    JobKind kind = JobKind::Count;
    KeySelection selection;
    /// What else the title names: the new prefix, a file, the other session's name.
    QString target;
    QString file; ///< of the job that it goes on with, or takes back; empty = none
    bool writes = false; ///< false: a write of its task is refused
    bool confirmed = false; ///< the person confirmed it; needed for writing at SafetyLevel::Confirm
    /// Keys, as far as that is known beforehand: for per cent and time left, not for the work.
    std::optional<qint64> expected;
    std::function<std::unique_ptr<JobTask>(JobContext &)> make;
    /// The same for these keys only; not set = what failed cannot be tried again.
    std::function<JobSpec(const QList<QByteArray> &keys)> retry;
    /// The same to its end, with the file of the one that was stopped; not set = it cannot go on.
    std::function<JobSpec(const QString &undoFile)> goOn;
    /// It was handed to the worker: the moment to put something beside it. Window's thread.
    std::function<void(Job &)> started;
};

} // namespace Studio
