// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtypes.h"
#include "transfer/importrequest.h"
#include "transfer/recordformat.h"

namespace Studio::Transfers
{

// What JobList::start() takes. Any thread.

/// Writes the records of `selection` into `file` (mode 0600; what was there is replaced at the end, and only
/// if all went well). JobResult::bytes counts those of the values.
JobSpec exportTo(const QString &file, const KeySelection &selection, const RecordWriteOptions &options = {});

/// Reads a file and brings its records into the store, or with ImportRequest::dryRun only says what that
/// would do. Tells ImportSummary (Job::told()). `confirmed` is needed for writing at SafetyLevel::Confirm.
///
/// A job that ended early can be gone on with: the same request with `skip` from ImportSummary::through.
JobSpec importFrom(const ImportRequest &request, bool confirmed);

} // namespace Studio::Transfers
