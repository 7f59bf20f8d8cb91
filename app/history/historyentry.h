// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Studio
{

/// What a row of the history says. The numbers are those of the file.
enum class HistoryKind : quint8 {
    Created = 0, ///< these are as LiveKind
    Replaced = 1,
    Patched = 2,
    Appended = 3,
    Counted = 4,
    Rewritten = 5,
    Removed = 6,
    Base = 16, ///< no change: the value before the first change that is kept
    Found = 17, ///< no notification: it was read, and was another than the last one kept
    LineDown = 32, ///< nothing was heard (or kept) from here …
    LineUp = 33 ///< … to here
};

/// Whether a notification stands behind the row.
constexpr bool isChange(HistoryKind kind)
{
    return kind <= HistoryKind::Removed;
}

/// One row: a key and what it held from then on.
struct HistoryEntry {
    qint64 row = 0; ///< growing with time
    qint64 at = 0; ///< ms since 1970 when it was heard; never less than that of an earlier row
    qint64 serverTimestamp = 0; ///< 0 = absent
    QByteArray key; ///< empty: LineDown, LineUp
    HistoryKind kind = HistoryKind::Replaced;
    bool guess = false; ///< the kind or the value is worked out, not known
    bool own = false; ///< the echo of a write of this program
    bool absent = false; ///< the key is not there from then on
    std::optional<QByteArray> value; ///< empty: absent, or not known

    bool isBreak() const { return kind == HistoryKind::LineDown || kind == HistoryKind::LineUp; }
    bool operator==(const HistoryEntry &) const = default;
};

/// What a key held at a moment.
struct PastState {
    bool known = false; ///< whether anything is known of that moment
    bool exists = false;
    bool sure = false; ///< not a guess, and the line was not down between the row and the moment
    std::optional<QByteArray> value; ///< empty: no value, or only its presence is known
    qint64 changedAt = 0; ///< ms since 1970; 0 = before what is kept
    qint64 row = 0; ///< where it was found; 0 = nowhere

    bool operator==(const PastState &) const = default;
};

/// A key with its state.
struct PastKey {
    QByteArray key;
    PastState state;
};

/// A key that holds something else at a later moment.
struct PastDifference {
    QByteArray key;
    PastState before;
    PastState after;
};

/// Which rows: of one key, of a branch, or (both empty) of all.
struct HistoryScope {
    QByteArray key;
    QByteArray prefix;

    bool isEverything() const { return key.isEmpty() && prefix.isEmpty(); }
    bool operator==(const HistoryScope &) const = default;
};

/// Rows of a scope between two moments, in pages. Rows that are no changes come along: they say what is not
/// known.
struct HistoryQuery {
    HistoryScope scope;
    qint64 from = 0; ///< ms since 1970, inclusive
    qint64 to = 0; ///< ms since 1970, exclusive; 0 = no end
    bool newestFirst = true;
    qint64 behind = 0; ///< rows behind this one in the order that is asked for; 0 = from the beginning
    int limit = 500;
    qint64 bytes = 4ll * 1024 * 1024; ///< of values; the page ends there
};

struct HistoryPage {
    QList<HistoryEntry> entries;
    qint64 next = 0; ///< HistoryQuery::behind of the next page; 0 = there is no more
};

/// Nothing was heard between two moments; `to` 0: it has not ended.
struct HistoryGap {
    qint64 from = 0;
    qint64 to = 0;

    bool operator==(const HistoryGap &) const = default;
};

/// What there is, for a slider over it.
struct HistorySpan {
    qint64 from = 0; ///< ms since 1970 of the first row; 0 = there is none
    qint64 to = 0; ///< of the last
    qint64 cutBefore = 0; ///< what was older than this had to go; 0 = nothing had
    QList<HistoryGap> gaps; ///< the latest 1,000
    QList<int> density; ///< rows in each of equal parts of the time asked for
};

/// What is kept at most; the oldest rows go.
struct HistoryLimits {
    qint64 bytes = 512ll * 1024 * 1024; ///< of the file
    int days = 30; ///< 0 = no bound

    bool operator==(const HistoryLimits &) const = default;
};

/// How recording goes.
struct HistoryStatus {
    quint64 recorded = 0; ///< notifications that went into the file since it was opened
    quint64 lost = 0; ///< notifications that could not be kept (each such time has its gap)
    quint64 left = 0; ///< notifications that are not to be recorded
    qint64 bytes = 0; ///< of the file
    qint64 cutBefore = 0; ///< see HistorySpan
    QString problem; ///< why nothing is recorded at the moment; empty: it is

    bool operator==(const HistoryStatus &) const = default;
};

} // namespace Studio
