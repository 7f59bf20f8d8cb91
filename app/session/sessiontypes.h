// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QtGlobal>

#include <hpkvqt/error.h>

#include <optional>

namespace Studio
{

/// What a profile lets a session write. Enforced in Session, below every view.
enum class SafetyLevel : quint8 {
    ReadOnly, ///< nothing is ever written
    Confirm, ///< each write needs WriteRequest::confirmed
    Free
};

/// The line as a person sees it.
enum class LineState : quint8 { Closed, Connecting, Connected, Reconnecting, Failed };

/// Everything the status bar and the banners show of a session.
struct SessionStatus {
    LineState line = LineState::Closed;
    int attempt = 0; ///< reconnection attempt under way or next, from 1
    qint64 nextAttemptAt = 0; ///< ms since 1970; 0 = none planned
    qint64 downSince = 0; ///< ms since 1970; 0 = the line is up or never was
    double roundTripMs = -1; ///< last measured; < 0 = unknown
    double requestsPerSecond = 0; ///< over the last second
    int pauseMs = 0; ///< rest of a pause after the server refused a request for its rate (429); 0 = none
    double rateLimit = 0; ///< requests a second the throttle allows now; 0 = no limit
    int waitingInteractive = 0;
    int waitingBackground = 0;
    bool watching = false; ///< the connection that brings notifications is open
    double changesPerSecond = 0; ///< notifications over the last second
    qint64 tokenExpiresAt = 0; ///< ms since 1970; 0 = no token or unknown
    QList<QByteArray> watchedPatterns; ///< what the notification connection has subscribed
    Hpkv::Error lastError; ///< why the line is not Connected; no error while it is

    bool operator==(const SessionStatus &) const = default;
};

enum class WriteKind : quint8 { Replace, Patch, Append, Increment, Delete };

/// What a view asks Session to write.
struct WriteRequest {
    WriteKind kind = WriteKind::Replace;
    QByteArray key;
    QByteArray value; ///< Replace, Patch, Append
    qint64 delta = 0; ///< Increment
    bool confirmed = false; ///< the person confirmed it; needed at SafetyLevel::Confirm
    /// When set, Session reads the value again first and refuses with WriteOperation::State::Changed if the
    /// store holds something else (`expectAbsent`: refuses if the key exists). HPKV has no compare-and-set: a
    /// small gap between that read and the write remains.
    std::optional<QByteArray> expected;
    bool expectAbsent = false;
    /// Read the value first for the journal, so that the write can be undone. Costs a request; not needed
    /// when `expected` or `expectAbsent` is set. Increments are undone by their opposite and never read.
    bool keepBefore = true;
    qint64 undoes = 0; ///< the journal's row that this write takes back; 0 = none
};

} // namespace Studio
