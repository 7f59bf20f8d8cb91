// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/valuetype.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <memory>

namespace Studio
{

/// What a notification was. HPKV names no operation, so all but Removed is worked out from the value before.
enum class LiveKind : quint8 {
    Created, ///< the key was known to be absent
    Replaced, ///< another value
    Patched, ///< a JSON merge into an object
    Appended, ///< text added at the end
    Counted, ///< one whole number became another
    Rewritten, ///< the same value again
    Removed,
    LineDown, ///< not a notification: changes may be missing from here …
    LineUp ///< … to here
};

/// One place in a value that changed. Texts are the source text of the values (every digit kept), cut with …
/// above a bound.
struct LiveChange {
    QString pointer; ///< JSON Pointer; empty: the whole value
    QString before;
    QString after;
    bool hasBefore = false; ///< false: the member is new (or what it was is unknown)
    bool hasAfter = false; ///< false: the member is gone

    bool operator==(const LiveChange &) const = default;
};

/// One row of the live feed. Immutable once it is in the feed; a later verification replaces it by a new one.
struct LiveEntry {
    quint64 number = 0; ///< counts from 1 without holes; break rows count too
    LiveKind kind = LiveKind::Replaced;
    bool guess = false; ///< another reading of the notified text would have left another value
    bool own = false; ///< the echo of a write of this session
    qint64 at = 0; ///< ms since 1970 when it was heard
    qint64 serverTimestamp = 0; ///< 0 = absent
    QByteArray key; ///< empty for break rows
    qint64 sizeBefore = -1; ///< bytes; -1 = unknown or absent
    qint64 sizeAfter = -1;
    ValueType type = ValueType::Unknown; ///< of the notified text
    QList<LiveChange> changes; ///< at most LiveFeed::maxChanges
    int moreChanges = 0; ///< further places that changed
    /// One line instead of changes: the shape of a created or removed value ("{ user, since, ip }"), the
    /// appended text or the beginning of a value whose former one is unknown.
    QString shape;
    qint64 downSince = 0; ///< LineUp: when the line went down, ms since 1970; 0 = unknown

    bool isBreak() const { return kind == LiveKind::LineDown || kind == LiveKind::LineUp; }
};

using SharedLiveEntry = std::shared_ptr<const LiveEntry>;

/// The name of a kind in the badge: "patched". Translated.
QString liveKindText(LiveKind kind);
/// The entry as one line of plain text, as for copying: pointers, old → new. Break rows say what happened.
QString liveEntryText(const LiveEntry &entry);

} // namespace Studio

Q_DECLARE_METATYPE(Studio::SharedLiveEntry)
