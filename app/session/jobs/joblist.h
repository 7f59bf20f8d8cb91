// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfolder.h"
#include "session/jobs/jobtypes.h"
#include "session/sessiontypes.h"

#include <QList>
#include <QObject>

#include <functional>

namespace Studio
{

class Job;
class JobRunner;
struct JobEnded;
struct JobTold;
struct JobsInterrupted;
struct JobUpdated;

/// The jobs of one session, the oldest first. Window's thread.
class JobList : public QObject
{
    Q_OBJECT

public:
    /// Has the worker do something; see Session.
    using Command = std::function<void(std::function<void(JobRunner &)>)>;

    JobList(SafetyLevel safety, QString folder, Command command, QObject *parent = nullptr);
    /// Jobs that are not over end as Canceled.
    ~JobList() override;

    /// Starts it, or puts it behind those that are running. A job that would write what the safety level does
    /// not allow ends as Failed at once, with nothing sent. `what` must have a task (`make`).
    Job *start(JobSpec what);

    QList<Job *> jobs() const { return m_jobs; }
    Job *job(quint64 id) const;
    /// Those that are not over: to be named before the window closes.
    QList<Job *> underWay() const;

    /// Takes jobs that are over off the list and deletes them; others stay.
    void remove(Job *job);
    void removeOver();

    /// Copies, moves and imports that were under way when the program, or this profile, was last closed: they
    /// can go on (Jobs::goOn(), Transfers::goOn()), be taken back (Jobs::takeBack()), or be left as they are
    /// (dismiss()). Known soon after the session was made.
    const QList<InterruptedJob> &interrupted() const { return m_interrupted; }
    /// Not to be offered any more.
    void dismiss(const QString &file);

    /// Where the files of jobs are kept.
    QString folder() const { return m_folder; }

    // What the worker says.
    void on(const JobUpdated &updated);
    void on(const JobEnded &ended);
    void on(const JobTold &told);
    void on(const JobsInterrupted &interrupted);

    /// The session ends: so do all jobs, as Canceled.
    void endAll();

    /// More jobs that are over are forgotten, the oldest first.
    static constexpr int keptOver = 100;

signals:
    void added(Studio::Job *job);
    /// It was handed to the worker: what it is to do is allowed.
    void started(Studio::Job *job);
    /// It leaves the list behind this and is deleted.
    void aboutToRemove(Studio::Job *job);
    void removed();
    void changed(Studio::Job *job);
    void finished(Studio::Job *job);
    void interruptedChanged();

private:
    friend class Job;

    void command(std::function<void(JobRunner &)> what) { m_command(std::move(what)); }
    void end(Job *job, JobResult result);

    const SafetyLevel m_safety;
    const QString m_folder;
    const Command m_command;
    QList<Job *> m_jobs;
    QList<InterruptedJob> m_interrupted;
    quint64 m_next = 1;
};

} // namespace Studio
