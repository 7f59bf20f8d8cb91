// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalentry.h"

namespace Studio
{

/// Why a row of the journal cannot be undone, as far as the row itself tells.
enum class UndoObstacle : quint8 {
    None,
    AlreadyUndone,
    NotCarriedOut, ///< it failed: there is nothing to take back
    OutcomeUnknown, ///< a step or a part was sent, and nobody knows whether it arrived
    BeforeUnknown, ///< the value before was not read
    AfterUnknown, ///< the value after a patch or append was not read back
    NothingThere, ///< a delete of what was not there
    TooLarge, ///< the opposite step does not exist
    NoUndoFile ///< of a job: it kept none, or it is gone
};

/// Any thread; does not look for the file of a job.
UndoObstacle undoObstacle(const JournalEntry &entry);

/// One sentence for a person; empty for None.
QString undoObstacleText(UndoObstacle obstacle);

/// The write that takes `entry` back, or nothing where there is an obstacle, and for jobs. It is checked:
/// refused if the store holds something else than the entry left there. An increment becomes the opposite
/// step, which is right whatever others have added since.
std::optional<WriteRequest> undoRequest(const JournalEntry &entry);

} // namespace Studio
