// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtypes.h"

#include <QObject>

class QIODevice;

namespace Studio
{

class JobList;

/// One long task of a session, seen from the window. Lives on the window's thread, belongs to its JobList and
/// stays there when it is over until it is removed.
class Job : public QObject
{
    Q_OBJECT

public:
    quint64 id() const { return m_id; } ///< within its session, from 1, growing

    // The parts of its title; the view makes the sentence.
    JobKind kind() const { return m_spec.kind; }
    const KeySelection &selection() const { return m_spec.selection; }
    QString target() const { return m_spec.target; }
    /// Of the job that it goes on with, or takes back; empty = none.
    QString file() const { return m_spec.file; }

    bool writes() const { return m_spec.writes; }

    JobState state() const { return m_state; }
    bool isOver() const { return Studio::isOver(m_state); }
    /// cancel() was called and what had left is waited for.
    bool isCanceling() const { return m_canceling && !isOver(); }
    const JobProgress &progress() const { return m_progress; }
    qint64 startedAt() const { return m_startedAt; } ///< ms since 1970
    qint64 endedAt() const { return m_endedAt; } ///< ms since 1970; 0 = it is not over

    /// Take effect at once: nothing more leaves. What has left is waited for, as it may have been carried
    /// out.
    void pause();
    void resume();
    void cancel();

    /// Once it is over.
    const JobResult &result() const { return m_result; }
    /// The failures as JSON Lines with a sum behind them. False with `*problem` if the device does not take
    /// it.
    bool saveReport(QIODevice &device, QString *problem = nullptr) const;
    bool canRetry() const;
    /// Starts the same for the keys that failed; nullptr if that cannot be. Increments whose fate is unknown
    /// are left out: they may have been carried out.
    Job *retryFailures();
    /// Whether it was stopped or canceled and can be brought to its end.
    bool canGoOn() const;
    /// Starts what is left of it; nullptr if that cannot be.
    Job *goOn();

    /// Passes something on to the task.
    void tell(const SharedJobMessage &message);

signals:
    /// State or progress; at most ten times a second, but at once when the state changes.
    void changed();
    /// Exactly once, after the last changed(), never before JobList::start() has returned.
    void finished();
    void told(const Studio::SharedJobMessage &message);

private:
    friend class JobList;
    Job(quint64 id, JobSpec spec, JobList *list);

    const quint64 m_id;
    const JobSpec m_spec;
    JobList *const m_list;
    JobState m_state = JobState::Waiting;
    bool m_canceling = false;
    JobProgress m_progress;
    JobResult m_result;
    qint64 m_startedAt = 0;
    qint64 m_endedAt = 0;
};

} // namespace Studio
