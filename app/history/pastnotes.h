// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"
#include "live/livenote.h"

namespace Studio
{

/// A row of the history as the live list shows it.
struct PastNote {
    SharedLiveNote note; ///< its number is the row
    bool found = false; ///< no notification: a read found another value than the last one kept
};

/// Rows of the history, newest first, as far as they changed something or were a break.
struct PastNotePage {
    QList<PastNote> notes;
    qint64 next = 0; ///< HistoryQuery::behind of the next page; 0 = there is no more
    qint64 cutBefore = 0; ///< see HistorySpan
};

/// `entries` newest first; `before`: what each one's key held before it. Pure, any thread.
QList<PastNote> pastNotes(const QList<HistoryEntry> &entries, const QList<PastState> &before);

} // namespace Studio
