// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfolder.h"
#include "session/jobs/jobtypes.h"

namespace Studio
{

class Job;
class JobList;
class Session;

namespace Jobs
{

// What JobList::start() takes. Any thread.

/// Counts keys and bytes.
JobSpec count(const KeySelection &selection);

/// Deletes. With `keepUndo` everything is written to an undo file first (JobResult::undoFile), and nothing is
/// deleted if that cannot be.
JobSpec remove(const KeySelection &selection, bool confirmed, bool keepUndo = true);

/// Merges the JSON object `patch` into the value of each key (RFC 7396; the server does it). Keys that do not
/// exist are left alone. With `keepUndo` the values before are written to an undo file first.
JobSpec patch(const KeySelection &selection, const QByteArray &patch, bool confirmed, bool keepUndo = true);

/// Adds `delta` to each key, likewise. Taking back is the opposite step.
JobSpec increment(const KeySelection &selection, qint64 delta, bool confirmed, bool keepUndo = true);

/// Undoes what a job did, from its JobResult::undoFile. What was changed since is left alone and reported.
/// `selection` is that of the job.
JobSpec takeBack(const QString &undoFile, const KeySelection &selection, bool confirmed);

/// Copies or moves within a session. Each key of `selection` begins with `from` and begins with `to` then;
/// for one key these are its whole old and new name. The old and the new place must not overlap.
struct Relocation {
    KeySelection selection;
    QByteArray from;
    QByteArray to;
    bool move = false;
    ConflictPolicy policy = ConflictPolicy::Skip;
};
JobSpec relocate(const Relocation &relocation, bool confirmed);

/// The same from one session to another: starts a job in each (in `target` one of JobKind::Receive) and keeps
/// them together; the first is returned. `confirmed` counts for both. Window's thread.
Job *relocateTo(Session &source, Session &target, const Relocation &relocation, bool confirmed);

/// Goes on with a copy or move that was interrupted, within the session. What has been done is found out from
/// the store.
JobSpec goOn(const InterruptedJob &job, bool confirmed);
/// Likewise where it went to another session (JobFileHeader::targetProfile names its profile).
Job *goOnTo(Session &source, Session &target, const InterruptedJob &job, bool confirmed);

} // namespace Jobs
} // namespace Studio
