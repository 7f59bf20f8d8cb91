// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/jobrunner.h"

#include "session/workercore.h"

#include <algorithm>

namespace Studio
{

JobRunner::JobRunner(const RunningJob::Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const qint64 now = WorkerCore::now();
        for (const auto &job : m_jobs)
            job->tick(now);
    });
}

JobRunner::~JobRunner() = default;

void JobRunner::lookForInterrupted()
{
    JobFolder::tidy(m_parts.folder, WorkerCore::now());
    m_parts.core.outbox.post(JobsInterrupted{JobFolder::interrupted(m_parts.folder)});
}

void JobRunner::start(quint64 id, JobSpec spec)
{
    m_jobs.push_back(std::make_unique<RunningJob>(id, std::move(spec), m_parts, nullptr));
    RunningJob *job = m_jobs.back().get();
    // It is still on the stack when it says so.
    connect(
        job, &RunningJob::over, this, [this, job] { drop(job); }, Qt::QueuedConnection);
    job->setLine(m_lineUp);
    if (!m_timer.isActive())
        m_timer.start(tickMs);
    schedule();
}

void JobRunner::drop(RunningJob *job)
{
    std::erase_if(m_jobs, [job](const auto &each) { return each.get() == job; });
    if (m_jobs.empty())
        m_timer.stop();
    schedule();
}

/// The oldest go first; a paused one gives its place away and takes the next free one when it goes on.
void JobRunner::schedule()
{
    int active = int(std::count_if(m_jobs.cbegin(), m_jobs.cend(), [](const auto &job) {
        return job->isActive() && job->state() != JobState::Paused;
    }));
    for (const auto &job : m_jobs) {
        if (active >= mostActive)
            break;
        if (job->isActive() || isOver(job->state()) || job->state() == JobState::Paused)
            continue;
        job->activate();
        ++active;
    }
    const int room = std::max(1, inFlight() / std::max(1, active));
    for (const auto &job : m_jobs)
        job->setRoom(room);
}

/// Enough that a round trip does not bound the speed; where the rate limit does, more would only wait.
int JobRunner::inFlight() const
{
    if (!m_parts.core.client)
        return mostInFlight;
    const Hpkv::ThrottleConfig throttle = m_parts.core.client->config().throttle;
    return throttle.enabled ? std::clamp(int(throttle.requestsPerSecond / 2), 4, mostInFlight) : mostInFlight;
}

RunningJob *JobRunner::find(quint64 id) const
{
    const auto at =
        std::find_if(m_jobs.cbegin(), m_jobs.cend(), [id](const auto &job) { return job->id() == id; });
    return at == m_jobs.cend() ? nullptr : at->get();
}

void JobRunner::pause(quint64 id)
{
    if (RunningJob *job = find(id))
        job->pause();
    schedule();
}

void JobRunner::resume(quint64 id)
{
    if (RunningJob *job = find(id))
        job->resume();
    schedule();
}

void JobRunner::cancel(quint64 id)
{
    if (RunningJob *job = find(id))
        job->cancel();
}

void JobRunner::tell(quint64 id, const SharedJobMessage &message)
{
    if (RunningJob *job = find(id))
        job->told(message);
}

void JobRunner::setLine(bool up)
{
    m_lineUp = up;
    for (const auto &job : m_jobs)
        job->setLine(up);
    schedule();
}

void JobRunner::pump()
{
    for (const auto &job : m_jobs)
        job->pump();
}

void JobRunner::touched(const QByteArray &key)
{
    for (const auto &job : m_jobs)
        job->touched(key);
}

} // namespace Studio
