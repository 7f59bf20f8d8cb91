// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/liveentry.h"
#include "session/journalentry.h"
#include "session/undoobstacle.h"

namespace Studio
{

/// A row of the journal as it is listed: without its values, which may be long.
struct JournalLine {
    qint64 row = 0;
    WriteKind kind = WriteKind::Replace;
    JournalState state = JournalState::Open;
    QString error;
    QString job; ///< empty = a single write
    qint64 keys = 0;
    qint64 undoes = 0;
    bool isRedo = false;
    qint64 undoneBy = 0;
    UndoObstacle obstacle = UndoObstacle::None; ///< why it cannot be undone
    /// Time, key, sizes and the change in short, as the live list shows them. Of a job: time, key and kind.
    LiveEntry shown;
};

/// Any thread.
JournalLine lineOf(const JournalEntry &entry);

/// What is reached from one page to the next.
struct JournalLines {
    QList<JournalLine> lines; ///< newest first
    qint64 next = 0; ///< see JournalPage
};

} // namespace Studio
