// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/runningjob.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace Studio
{

/// The jobs of one session on the worker's thread: which of them run, and how many requests each may have
/// under way. Jobs outlive a connection: what they were doing goes on with the next one.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    JobRunner(const RunningJob::Parts &parts, QObject *parent);
    /// Jobs that are not over are dropped without a word.
    ~JobRunner() override;

    /// Looks what earlier jobs have left; JobsInterrupted follows.
    void lookForInterrupted();

    void start(quint64 job, JobSpec spec);
    void pause(quint64 job);
    void resume(quint64 job);
    void cancel(quint64 job);
    void tell(quint64 job, const SharedJobMessage &message);

    void lineUp() { setLine(true); }
    void lineDown() { setLine(false); }
    /// The window has taken in something, so that there may be room for more.
    void pump();
    /// Somebody else changed `key`.
    void touched(const QByteArray &key);

    static constexpr int mostActive = 3; ///< jobs that run at the same time
    static constexpr int mostInFlight = 32; ///< requests of all jobs together
    static constexpr int tickMs = 50;

private:
    RunningJob *find(quint64 job) const;
    void schedule();
    void setLine(bool up);
    int inFlight() const;
    void drop(RunningJob *job);

    RunningJob::Parts m_parts;
    std::vector<std::unique_ptr<RunningJob>> m_jobs; ///< in the order in which they were started
    QTimer m_timer;
    bool m_lineUp = false;
};

} // namespace Studio
