// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/job.h"

#include "session/jobs/joblist.h"
#include "session/jobs/jobreport.h"
#include "session/jobs/jobrunner.h"

#include <QDateTime>

#include <algorithm>

namespace Studio
{

namespace
{

/// An increment that may have been carried out would be added twice. A stretch without a key can only be
/// read again where all of it is.
bool mayBeTriedAgain(JobKind kind, const JobFailure &failure)
{
    const bool isSafe = kind != JobKind::Increment || failure.error.delivery != Hpkv::Delivery::Unknown;
    return isSafe && (kind == JobKind::Export || !failure.key.isEmpty());
}

} // namespace

Job::Job(quint64 id, JobSpec spec, JobList *list)
    : QObject(list)
    , m_id(id)
    , m_spec(std::move(spec))
    , m_list(list)
    , m_startedAt(QDateTime::currentMSecsSinceEpoch())
{
}

void Job::pause()
{
    if (!isOver())
        m_list->command([id = m_id](JobRunner &runner) { runner.pause(id); });
}

void Job::resume()
{
    if (!isOver())
        m_list->command([id = m_id](JobRunner &runner) { runner.resume(id); });
}

void Job::cancel()
{
    if (isOver() || std::exchange(m_canceling, true))
        return;
    m_list->command([id = m_id](JobRunner &runner) { runner.cancel(id); });
    emit changed();
    emit m_list->changed(this);
}

void Job::tell(const SharedJobMessage &message)
{
    if (!isOver())
        m_list->command([id = m_id, message](JobRunner &runner) { runner.tell(id, message); });
}

bool Job::saveReport(QIODevice &device, QString *problem) const
{
    return JobReport::write(device, kind(), m_result, problem);
}

bool Job::canRetry() const
{
    return isOver() && m_spec.retry
        && std::any_of(m_result.failures.cbegin(), m_result.failures.cend(),
                       [this](const JobFailure &failure) { return mayBeTriedAgain(kind(), failure); });
}

Job *Job::retryFailures()
{
    if (!canRetry())
        return nullptr;
    QList<QByteArray> keys;
    for (const JobFailure &failure : m_result.failures) {
        if (mayBeTriedAgain(kind(), failure))
            keys.append(failure.key);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return m_list->start(m_spec.retry(keys));
}

bool Job::canGoOn() const
{
    return m_spec.goOn && !m_result.undoFile.isEmpty()
        && (m_state == JobState::Canceled || m_state == JobState::Failed);
}

Job *Job::goOn()
{
    return canGoOn() ? m_list->start(m_spec.goOn(m_result.undoFile)) : nullptr;
}

} // namespace Studio
