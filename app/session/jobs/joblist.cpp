// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/joblist.h"

#include "session/jobs/job.h"
#include "session/jobs/jobevents.h"
#include "session/jobs/jobrunner.h"
#include "session/writesafety.h"

#include <QDateTime>

#include <algorithm>

namespace Studio
{

JobList::JobList(SafetyLevel safety, QString folder, Command command, QObject *parent)
    : QObject(parent)
    , m_safety(safety)
    , m_folder(std::move(folder))
    , m_command(std::move(command))
{
}

JobList::~JobList() = default;

Job *JobList::start(JobSpec what)
{
    Q_ASSERT(what.make);
    if (!what.expected && what.selection.intervals.isEmpty() && !what.selection.keys.isEmpty())
        what.expected = what.selection.keys.size();
    auto *job = new Job(m_next++, std::move(what), this);
    m_jobs.append(job);
    emit added(job);
    if (job->m_spec.writes) {
        WriteRequest request;
        request.confirmed = job->m_spec.confirmed;
        if (const auto refused = refusedBySafety(m_safety, request)) {
            JobResult result;
            result.state = JobState::Failed;
            result.error = *refused;
            QMetaObject::invokeMethod(
                this,
                [this, id = job->id(), result] {
                    on(JobEnded{id, {}, result});
                },
                Qt::QueuedConnection);
            return job;
        }
    }
    // It is under way again, or about to be taken back.
    if (m_interrupted.removeIf([&](const InterruptedJob &left) { return left.file == job->m_spec.file; }) > 0)
        emit interruptedChanged();
    command([id = job->id(), spec = job->m_spec](JobRunner &runner) { runner.start(id, spec); });
    emit started(job);
    if (job->m_spec.started)
        job->m_spec.started(*job);
    return job;
}

Job *JobList::job(quint64 id) const
{
    const auto at =
        std::find_if(m_jobs.cbegin(), m_jobs.cend(), [id](const Job *job) { return job->id() == id; });
    return at == m_jobs.cend() ? nullptr : *at;
}

QList<Job *> JobList::underWay() const
{
    QList<Job *> jobs;
    std::copy_if(m_jobs.cbegin(), m_jobs.cend(), std::back_inserter(jobs),
                 [](const Job *job) { return !job->isOver(); });
    return jobs;
}

void JobList::remove(Job *job)
{
    if (!m_jobs.contains(job) || !job->isOver())
        return;
    emit aboutToRemove(job);
    m_jobs.removeOne(job);
    emit removed();
    job->deleteLater();
}

void JobList::removeOver()
{
    const QList<Job *> jobs = m_jobs;
    for (Job *job : jobs)
        remove(job);
}

void JobList::on(const JobUpdated &updated)
{
    Job *job = this->job(updated.job);
    if (!job || job->isOver())
        return;
    job->m_state = updated.state;
    job->m_progress = updated.progress;
    emit job->changed();
    emit changed(job);
}

void JobList::on(const JobEnded &ended)
{
    Job *job = this->job(ended.job);
    if (!job || job->isOver())
        return;
    job->m_progress = ended.progress;
    end(job, ended.result);
    int over = int(std::count_if(m_jobs.cbegin(), m_jobs.cend(), [](const Job *j) { return j->isOver(); }));
    const QList<Job *> jobs = m_jobs;
    for (Job *old : jobs) {
        if (over <= keptOver)
            break;
        if (!old->isOver())
            continue;
        remove(old);
        --over;
    }
}

void JobList::on(const JobTold &told)
{
    if (Job *job = this->job(told.job))
        emit job->told(told.message);
}

void JobList::on(const JobsInterrupted &interrupted)
{
    m_interrupted = interrupted.jobs;
    if (!m_interrupted.isEmpty())
        emit interruptedChanged();
}

void JobList::dismiss(const QString &name)
{
    const QString file = name; // it may be that of the very job that goes
    if (m_interrupted.removeIf([&](const InterruptedJob &job) { return job.file == file; }) == 0)
        return;
    command([file](JobRunner &) {
        QString problem;
        // If it cannot be written it is offered again, which does no harm.
        JobFolder::dismiss(file, &problem);
    });
    emit interruptedChanged();
}

void JobList::end(Job *job, JobResult result)
{
    job->m_state = result.state;
    job->m_result = std::move(result);
    job->m_endedAt = QDateTime::currentMSecsSinceEpoch();
    emit job->changed();
    emit changed(job);
    emit job->finished();
    emit finished(job);
}

void JobList::endAll()
{
    const QList<Job *> jobs = underWay();
    for (Job *job : jobs) {
        JobResult result;
        result.state = JobState::Canceled;
        result.done = job->m_progress.done;
        result.failed = job->m_progress.failed;
        result.skipped = job->m_progress.skipped;
        end(job, std::move(result));
    }
}

} // namespace Studio
