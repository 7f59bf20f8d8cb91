// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/savemode.h"
#include "session/sessiontypes.h"
#include "json/jsonmergepatch.h"

#include <QByteArray>

#include <optional>

namespace Studio
{

/// One write of an open record.
struct RecordWrite {
    WriteKind kind = WriteKind::Replace;
    QByteArray text; ///< what the editor holds, and the store is to hold afterwards
    QByteArray value; ///< what is sent: the text, a merge patch, what is added at the end
    qint64 delta = 0; ///< Increment
    /// Read the value again first and refuse if it is another one. Always so but for Increment, which never
    /// takes anything from other writers.
    bool ifUnchanged = true;
};

/// What a mode makes of an edit, before anything is sent.
struct SavePlan {
    /// Why the mode cannot bring this edit into the store.
    enum class Obstacle : quint8 {
        None,
        NotObjects, ///< Patch: one of the two is no JSON object
        Nothing, ///< Patch: no member differs
        NotAtEnd, ///< Append: something before the end differs
        WouldMerge, ///< Append: both are JSON objects, which the server merges
    };
    SaveMode mode = SaveMode::Replace;
    Obstacle obstacle = Obstacle::None;
    RecordWrite write;
    MergePatch patch; ///< with SaveMode::Patch
    /// Append: both parts are JSON, and it is not documented what a server makes of that.
    bool isUncertain = false;
};

/// Pure; linear in the size of the texts. Any thread.
SavePlan planSave(SaveMode mode, const QByteArray &base, const QByteArray &text);

/// Whether `value` (nothing: no such key) shows that `request` was carried out when `base` was there before.
/// An increment beside those of others, and an append, may have been carried out all the same. Pure.
bool showsEffect(const WriteRequest &request, const QByteArray &base, const std::optional<QByteArray> &value);

/// The whole number that `value` is, as HPKV counts: decimal digits without blanks or leading zeros, 64 bits.
std::optional<qint64> counterValue(const QByteArray &value);
/// a + b; nothing where 64 bits do not hold it.
std::optional<qint64> counterSum(qint64 a, qint64 b);
/// to − from, where it can be sent in one step: no larger than 2^53 − 1, which JSON carries exactly.
std::optional<qint64> counterStep(qint64 from, qint64 to);
inline constexpr qint64 MaxCounterStep = (qint64(1) << 53) - 1;

} // namespace Studio
