// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobmeter.h"
#include "session/jobs/jobtask.h"
#include "session/raceguard.h"

#include <QObject>
#include <QPointer>

#include <hpkvqt/reply.h>

#include <chrono>
#include <deque>
#include <list>
#include <memory>

namespace Studio
{

class Reader;
class Writer;
struct WorkerCore;

/// One job on the worker's thread: keeps a task supplied with room for requests, sends again what may be sent
/// again, and works out what is told of it. JobRunner decides when it runs.
class RunningJob final : public QObject, public JobContext
{
    Q_OBJECT

public:
    struct Parts {
        WorkerCore &core;
        Reader &reader;
        Writer &writer;
        std::chrono::milliseconds callTimeout;
        QString profile;
        QString folder;
        qint64 undoLimit;
    };

    RunningJob(quint64 id, JobSpec spec, const Parts &parts, QObject *parent);
    /// Nothing further is told; what was not sent will not be.
    ~RunningJob() override;

    quint64 id() const { return m_id; }
    JobState state() const { return m_state; }
    bool isActive() const { return m_active && !isOver(m_state); }

    /// Its turn has come.
    void activate();
    void pause();
    void resume();
    void cancel();
    void told(const SharedJobMessage &message);
    void touched(const QByteArray &key);
    void setLine(bool up);
    /// How many requests it may have under way.
    void setRoom(int requests);
    void pump();
    /// Time has passed: ends what gets no answer, tells of progress.
    void tick(qint64 now);

    // JobContext
    void read(const QByteArray &key, ReadDone done) override;
    void page(const Stretch &stretch, PageDone done) override;
    void write(const WriteRequest &request, WriteDone done) override;
    void setPhase(JobPhase phase) override;
    void beginPhase(JobPhase phase) override;
    void setTotal(std::optional<qint64> keys) override;
    void addDone(qint64 keys, qint64 bytes) override;
    void addSkipped(qint64 keys) override;
    void addFailure(const JobFailure &failure) override;
    const JobProgress &progress() const override { return m_progress; }
    void setUndoFile(const QString &file) override { m_result.undoFile = file; }
    void stop(const Hpkv::Error &error) override;
    void tell(SharedJobMessage message) override;
    void wake() override;
    QString profile() const override { return m_parts.profile; }
    QString folder() const override { return m_parts.folder; }
    qint64 undoLimit() const override { return m_parts.undoLimit; }

signals:
    /// Once; nothing of it is under way any more.
    void over();

private:
    struct Request {
        enum class Kind { Get, Page, Write } kind = Kind::Get;
        Stretch stretch; ///< Get: `first` is the key
        WriteRequest write;
        ReadDone readDone;
        PageDone pageDone;
        WriteDone writeDone;
        int timeouts = 0;
        bool expired = false; ///< aborted because no answer came
        RaceGuard::Ticket ticket = 0;
        QPointer<Hpkv::Reply> reply;
    };
    using Requests = std::list<Request>;

    void enqueue(Request request);
    void sendNext();
    void send(Requests::iterator at);
    void failLater(Requests::iterator at, const Hpkv::Error &error);
    void answered(Requests::iterator at, Hpkv::Reply *reply);
    void deliver(Request &request, const Hpkv::Error &error, Hpkv::Reply *reply);
    bool maySendAgain(const Request &request, const Hpkv::Error &error) const;
    void withdraw(bool readsToo);
    void refusedForRate(qint64 now);
    bool canSend() const;
    void pumpSoon();
    void work();
    void endIfIdle();
    void end(JobState state, const Hpkv::Error &error);
    void showState();
    void tellProgress();

    const quint64 m_id;
    const JobSpec m_spec;
    Parts m_parts;
    std::unique_ptr<JobTask> m_task;
    QList<SharedJobMessage> m_early; ///< told before there was a task
    Requests m_flying; ///< handed to the client
    Requests m_waiting; ///< asked for, or to be sent again
    int m_room = 1;
    JobState m_state = JobState::Waiting;
    bool m_active = false;
    bool m_paused = false;
    bool m_lineUp = false;
    bool m_idle = false; ///< the task waits for an answer or a word
    bool m_taskDone = false;
    bool m_working = false;
    bool m_pumpPosted = false;
    std::optional<JobState> m_ending; ///< Canceled or Failed, once nothing is under way
    Hpkv::Error m_endError;
    qint64 m_refusedUntil = 0; ///< ms since 1970
    int m_refusals = 0; ///< in a row
    JobProgress m_progress;
    JobResult m_result;
    JobMeter m_meter;
    qint64 m_toldAt = 0;
    bool m_untold = false;
};

} // namespace Studio
