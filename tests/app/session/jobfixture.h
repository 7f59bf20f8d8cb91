// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sessionfixture.h"

#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobrunner.h"

namespace Studio
{

/// A profile that works so slowly that a test can step in.
inline Profile slowly(Profile profile, int requestsPerSecond)
{
    profile.requestsPerSecond = requestsPerSecond;
    return profile;
}

/// Waits for the end of a job and keeps what it said.
struct JobOutcome {
    int finished = 0;
    JobResult result;
    QList<JobState> states; ///< each once in a row
    JobProgress last;
    std::unique_ptr<QObject> context =
        std::make_unique<QObject>(); ///< hears nothing any more when this goes first

    void follow(Job *job)
    {
        QObject::connect(job, &Job::changed, context.get(), [this, job] {
            if (states.isEmpty() || states.constLast() != job->state())
                states.append(job->state());
            last = job->progress();
        });
        QObject::connect(job, &Job::finished, context.get(), [this, job] {
            ++finished;
            result = job->result();
        });
    }
};

} // namespace Studio
