// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/batch.h"
#include "session/intervalscan.h"
#include "session/jobs/jobevents.h"
#include "session/sessiontypes.h"
#include "session/watchpattern.h"
#include "session/writeoperation.h"

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <hpkvqt/error.h>

#include <optional>
#include <variant>

namespace Studio
{

// What the worker tells the window's thread, one struct for each kind. Passed through Mailbox only.

struct ReadDone {
    quint64 operation = 0;
    Hpkv::Error error;
    std::optional<QByteArray> value;
    qint64 sentAt = 0;
};

struct PageDone {
    quint64 operation = 0;
    Hpkv::Error error;
    QList<QByteArray> keys;
    bool truncated = false;
};

/// The value before is read and is what was expected: the journal's row can be written.
struct WritePrepared {
    quint64 operation = 0;
    bool beforeKnown = false;
    std::optional<QByteArray> before;
};

struct WriteSent {
    quint64 operation = 0;
};

struct WriteDone {
    quint64 operation = 0;
    WriteOperation::State state = WriteOperation::State::Refused;
    Hpkv::Error error;
    std::optional<QByteArray> actual; ///< Changed: what the store holds
    std::optional<QByteArray> after; ///< Confirmed: what the write left, where that is certain
    qint64 newValue = 0;
};

struct LevelListed {
    QByteArray prefix;
};

struct LevelFailed {
    QByteArray prefix;
    Hpkv::Error error;
};

struct BranchLoaded {
    QByteArray prefix;
};

struct BranchFailed {
    QByteArray prefix;
    Hpkv::Error error;
};

struct BranchProgress {
    QByteArray prefix;
    qint64 keys = 0;
};

struct IntervalMoved {
    quint64 scan = 0;
    IntervalProgress progress;
};

struct IntervalEnded {
    quint64 scan = 0;
    IntervalEnd end;
};

struct CaughtUp {
};

/// Notifications arrive (again) since `at`.
struct WatchOpened {
    qint64 at = 0;
};

/// Notifications arrive no longer.
struct WatchLost {
    qint64 at = 0;
};

/// What the views want to hear cannot be subscribed.
struct WatchFailed {
    Hpkv::Error error;
};

/// These patterns the server does not take, of all that the views want.
struct PatternsRefused {
    QList<RefusedPattern> refused;
};

using SessionEvent =
    std::variant<SharedBatch, SessionStatus, ReadDone, PageDone, WritePrepared, WriteSent, WriteDone,
                 LevelListed, LevelFailed, BranchLoaded, BranchFailed, BranchProgress, IntervalMoved,
                 IntervalEnded, CaughtUp, WatchOpened, WatchLost, WatchFailed, PatternsRefused, JobUpdated,
                 JobEnded, JobTold, JobsInterrupted>;

} // namespace Studio
