// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessiontypes.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Studio
{

enum class JournalState : quint8 {
    Open, ///< the row was written, the outcome is not known yet (or the program ended before it was)
    Done,
    Failed, ///< certainly not carried out
    Unknown ///< it left, then the line or the deadline ended
};

/// One write: what was meant, what was there before, how it ended.
struct JournalEntry {
    qint64 row = 0; ///< from 1, growing
    qint64 at = 0; ///< ms since 1970 when the row was written
    WriteKind kind = WriteKind::Replace;
    QByteArray key;
    QByteArray value; ///< Replace, Patch, Append: what was sent
    qint64 delta = 0; ///< Increment
    std::optional<QByteArray> before; ///< empty: not known, or absent (see beforeKnown)
    bool beforeKnown = false; ///< whether `before` says what the store held (an empty one: nothing)
    std::optional<QByteArray> after; ///< where it is certain
    JournalState state = JournalState::Open;
    QString error; ///< for people; empty unless Failed or Unknown
    /// The row of a job, which stands for all that it wrote: JobReport::name() of its kind, such as "delete".
    /// Its `key` is its one key, or what all its keys begin with. Empty = a single write.
    QString job;
    qint64 keys = 0; ///< of a job: how many it went through
    QString undoFile; ///< of a job: see JobResult; it may be gone by now
    qint64 undoes = 0; ///< the row that this write takes back; 0 = none
    bool isRedo = false; ///< the row that it takes back was an undo itself
    qint64 undoneBy = 0; ///< the row that took this one back; 0 = it stands

    bool operator==(const JournalEntry &) const = default;
};

/// Which rows.
struct JournalQuery {
    enum class What : quint8 { Everything, SingleWrites, Jobs };

    QString text; ///< in key, values, error; any case; empty = any
    What what = What::Everything;
    std::optional<WriteKind> kind;
    std::optional<JournalState> state;

    bool isEmpty() const { return *this == JournalQuery(); }
    bool operator==(const JournalQuery &) const = default;
};

/// Whether `query.text` stands in a row.
bool containsText(const JournalEntry &entry, const QString &text);

/// Part of the rows, newest first.
struct JournalPage {
    QList<JournalEntry> entries;
    /// What comes next lies below this row; 0 = there is no more. A page may be empty though more follows:
    /// the search goes on in bounded pieces, so that writes do not wait for it.
    qint64 next = 0;
};

/// What a journal keeps at most; beyond it the oldest rows go.
struct JournalLimits {
    qint64 rows = 20'000;
    qint64 bytes = 100ll * 1024 * 1024; ///< of keys and values

    bool operator==(const JournalLimits &) const = default;
};

} // namespace Studio
