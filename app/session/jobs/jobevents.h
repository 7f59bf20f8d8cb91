// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfolder.h"
#include "session/jobs/jobtypes.h"

namespace Studio
{

// What the worker tells of jobs. Passed through Mailbox only, as the other session events.

/// At once when the state changes, else at most ten times a second.
struct JobUpdated {
    quint64 job = 0;
    JobState state = JobState::Waiting;
    JobProgress progress;
};

struct JobEnded {
    quint64 job = 0;
    JobProgress progress;
    JobResult result;
};

/// Copies, moves and imports that were under way when the profile was last closed, or the program ended.
struct JobsInterrupted {
    QList<InterruptedJob> jobs;
};

struct JobTold {
    quint64 job = 0;
    SharedJobMessage message;
};

} // namespace Studio
