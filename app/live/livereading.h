// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/liveentry.h"

#include <QByteArray>

#include <optional>

namespace Studio
{

/// What is known about one notification besides its text. Pure, any thread, as all of this file.
struct LiveFacts {
    bool removed = false;
    QByteArray text; ///< what was notified; meaningless with `removed`
    bool whole = false; ///< the text is known to be the whole value now (the echo of an own replace)
    bool absent = false; ///< the key was not there before …
    bool absentSure = false; ///< … for certain: its place was read and watched since
    std::optional<QByteArray> before; ///< the value before; empty: unknown (or absent)
    bool beforeSure = false; ///< `before` was read, not presumed
};

/// What a notification is taken for.
struct LiveReading {
    LiveKind kind = LiveKind::Replaced;
    bool guess = false; ///< another reading would have left another value
    std::optional<QByteArray> result; ///< the value afterwards; empty: removed or unknown
};

/// Takes the notification for what fits best. HPKV says neither which operation it was nor, after a patch or
/// an append, the whole value: an object may have been set or merged, a text set or appended.
LiveReading readNotification(const LiveFacts &facts);

/// The reading under which the notification leaves exactly `value` (as it was read afterwards); empty if none
/// does, as when the key was changed once more in between.
std::optional<LiveReading> readingThatLeaves(const LiveFacts &facts, const QByteArray &value);

/// Fills in kind, guess, sizes, type, changes and shape. Without `detailed` documents are not compared.
void describe(LiveEntry &entry, const LiveFacts &facts, const LiveReading &reading, bool detailed);

/// applyMergePatch() where it can be meant: empty if either is not a JSON object or is too large to be looked
/// into on the window's thread.
std::optional<QByteArray> mergedJson(const QByteArray &target, const QByteArray &patch);

/// A value in one short line: "{ user, since, ip }", "[3]", a scalar or text cut at `maxCharacters`.
QString valueShape(const QByteArray &value, int maxCharacters = 120);

} // namespace Studio
