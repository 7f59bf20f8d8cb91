// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtask.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace Studio
{

/// What the store holds of one key.
struct FoundKey {
    QByteArray key;
    Hpkv::Error error; ///< it could not be read
    std::optional<QByteArray> value; ///< empty = absent (or an error)
};

/// Reads some keys (sorted, each once; a few hundred at most) for a task and tells all of them at once, in
/// their order. Where they stand close together a page brings many in one request; where they do not, they
/// are read one by one, several at a time. With `learn` the mirror is told (pages only). Worker's thread.
void lookUp(JobContext &context, const QList<QByteArray> &keys, bool learn,
            std::function<void(const QList<FoundKey> &)> done);

} // namespace Studio
