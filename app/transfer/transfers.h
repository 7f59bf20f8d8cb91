// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfolder.h"
#include "session/jobs/jobtypes.h"
#include "transfer/importrequest.h"
#include "transfer/recordformat.h"

#include <optional>

namespace Studio::Transfers
{

// What JobList::start() takes. Any thread.

/// Writes the records of `selection` into `file` (mode 0600; what was there is replaced at the end, and only
/// if all went well). JobResult::bytes counts those of the values.
JobSpec exportTo(const QString &file, const KeySelection &selection, const RecordWriteOptions &options = {});

/// Reads a file and brings its records into the store, or with ImportRequest::dryRun only says what that
/// would do. Tells ImportSummary (Job::told()). `confirmed` is needed for writing at SafetyLevel::Confirm.
///
/// A job that ended early can go on (Job::goOn()): what has been done is found out from the store. With
/// ImportRequest::skip it does not even look at what was through.
JobSpec importFrom(const ImportRequest &request, bool confirmed);

/// Goes on with an import that was interrupted; nothing if its file does not say what it was.
std::optional<JobSpec> goOn(const InterruptedJob &job, bool confirmed);

} // namespace Studio::Transfers
