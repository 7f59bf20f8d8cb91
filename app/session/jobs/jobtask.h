// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtypes.h"
#include "session/sessiontypes.h"

#include <hpkvqt/types.h>

#include <functional>
#include <optional>

namespace Studio
{

/// What a task can ask of the session it works in. Worker's thread.
///
/// A task says what it wants; when it leaves, and what happens when the line breaks, is not its business:
/// reads, writes that have certainly not been carried out, and whatever was refused for its rate are sent
/// again by themselves, as often as it takes. What else goes wrong is told.
///
/// `done` functions are called from the event loop, never from within the call, and not at all once the job
/// was canceled (except for writes that had left by then) or has ended.
class JobContext
{
public:
    struct Read {
        Hpkv::Error error; ///< NotFound counts as no error
        std::optional<QByteArray> value; ///< empty = there is no such key (or an error)
        qint64 sentAt = 0; ///< ms since 1970
    };
    struct Stretch {
        QByteArray first; ///< inclusive, not empty
        QByteArray last; ///< inclusive, not empty
        int limit = 1000; ///< 1..1000
        bool learn = false; ///< the mirror is told: for what the job itself has changed
    };
    struct Page {
        Hpkv::Error error;
        Hpkv::RangePage page;
        qint64 sentAt = 0; ///< ms since 1970
    };
    using ReadDone = std::function<void(const Read &)>;
    using PageDone = std::function<void(const Page &)>;
    using WriteDone = std::function<void(const Hpkv::Error &, qint64 newValue)>;

    virtual ~JobContext() = default;

    virtual void read(const QByteArray &key, ReadDone done) = 0;
    virtual void page(const Stretch &stretch, PageDone done) = 0;
    /// Goes through Writer, so that the safety level holds; `request.confirmed`, `expected`, `expectAbsent`
    /// and `keepBefore` do not count here. Delivery Unknown: it may have been carried out; it is not sent
    /// again.
    virtual void write(const WriteRequest &request, WriteDone done) = 0;

    /// How far the task is; rate, time left and failures are worked out here.
    virtual void setPhase(JobPhase phase) = 0;
    /// As setPhase(); done, total and bytes begin anew, the total with what was expected beforehand.
    virtual void beginPhase(JobPhase phase) = 0;
    virtual void setTotal(std::optional<qint64> keys) = 0;
    /// `keys` more are through.
    virtual void addDone(qint64 keys, qint64 bytes = 0) = 0;
    virtual void addSkipped(qint64 keys = 1) = 0; ///< of those that are done
    virtual void addFailure(const JobFailure &failure) = 0; ///< of those that are done
    virtual const JobProgress &progress() const = 0;

    /// From now on the job can be taken back from this file.
    virtual void setUndoFile(const QString &file) = 0;
    /// The job stops with this error: nothing further is sent, what has left is waited for.
    virtual void stop(const Hpkv::Error &error) = 0;

    /// Tells the window (Job::told()).
    virtual void tell(SharedJobMessage message) = 0;
    /// JobTask::step() is called again though no request has ended.
    virtual void wake() = 0;

    /// The session's Profile::id.
    virtual QString profile() const = 0;
    /// Where files of jobs are kept.
    virtual QString folder() const = 0;
    /// Bytes that an undo file may have; −1 = as the disk allows.
    virtual qint64 undoLimit() const = 0;
};

/// The work of a job, in steps. Made, called and destroyed on the worker's thread.
class JobTask
{
public:
    enum class Step : quint8 {
        More, ///< call again as soon as there is room for another request
        Wait, ///< call again when a request has ended, or after JobContext::wake()
        Done ///< everything is through; nothing of mine is under way
    };

    JobTask() = default;
    JobTask(const JobTask &) = delete;
    JobTask &operator=(const JobTask &) = delete;
    virtual ~JobTask() = default;

    /// Asks for at most one request (or a few), or does a piece of work of a few milliseconds. Called only
    /// while the job runs and the line is up; not while it is paused.
    virtual Step step() = 0;
    /// The job was canceled or stopped, and nothing is under way any more: the last chance to leave files in
    /// order.
    virtual void ended() { }
    /// Somebody else changed the key (as far as that is heard).
    virtual void touched(const QByteArray & /*key*/) { }
    /// The window told something (Job::tell()).
    virtual void told(const SharedJobMessage & /*message*/) { }
};

} // namespace Studio
