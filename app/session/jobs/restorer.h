// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtask.h"
#include "session/jobs/keylookup.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace Studio
{

/// One key that is to hold something, provided that it holds something certain now.
struct RestoreItem {
    QByteArray key;
    std::optional<QByteArray> wanted; ///< empty = absent
    QList<std::optional<QByteArray>> from; ///< only one of these is overwritten
};

struct RestoredItem {
    enum class Outcome : quint8 {
        AsWanted, ///< the store holds it: written by us, or before
        LeftAlone, ///< it held something else
        Failed ///< see `error`
    };
    Outcome outcome = Outcome::Failed;
    bool wrote = false; ///< it held something else before
    JobOperation operation = JobOperation::Write; ///< what failed
    Hpkv::Error error;
};

/// Brings keys (a few hundred at most; each once) to what they are to hold: reads all, writes where that is
/// allowed, and reads back whose write is uncertain, with `verify` all that were written. Tells of each, in
/// the order of the items. Worker's thread.
void restore(JobContext &context, const QList<RestoreItem> &items, bool verify,
             std::function<void(const QList<RestoredItem> &)> done);

} // namespace Studio
