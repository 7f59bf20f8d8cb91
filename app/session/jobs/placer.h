// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfile.h"
#include "session/jobs/jobtask.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace Studio
{

/// One record that is to stand in a store.
struct PlaceItem {
    QByteArray source; ///< the key it was copied from; empty = it comes from another session
    QByteArray key;
    QByteArray value;
};

struct PlacedItem {
    enum class Outcome : quint8 {
        Placed, ///< written and read back
        Same, ///< it stood there already
        LeftAlone, ///< something else stands there, and the policy is not to replace it
        Failed ///< see `error`
    };
    Outcome outcome = Outcome::Failed;
    JobOperation operation = JobOperation::Write; ///< what failed
    Hpkv::Error error;

    bool isThere() const { return outcome == Outcome::Placed || outcome == Outcome::Same; }
};

/// Puts records (a few hundred at most, each key once) into the store: compares, writes down in `file` what
/// is about to be overwritten (`key`, `value`, `to`, `had`; without `key` from another session; what stands
/// there already as `key`, `value`, `same`), writes, and reads back every one of them. With
/// ConflictPolicy::Stop nothing is written if one of them meets something else. Tells of each, in the order
/// of the items. `file` must outlive it; where it fails, the job is stopped. Worker's thread.
void place(JobContext &context, JobFile &file, const QList<PlaceItem> &items, ConflictPolicy policy,
           std::function<void(const QList<PlacedItem> &)> done);

} // namespace Studio
