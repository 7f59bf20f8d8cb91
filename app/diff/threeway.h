// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/panetext.h"
#include "json/jsonmerge.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <array>

namespace Studio
{

enum class MergeSide : quint8 { Mine, Theirs };

/// What was read, what was made of it here, and what somebody else wrote meanwhile.
struct ThreeWayInput {
    QByteArray base; ///< empty: the record is new here
    QByteArray mine;
    QByteArray theirs;
    bool operator==(const ThreeWayInput &) const = default;
};

/// A place that differs, and what becomes of it.
struct MergeEntry {
    enum class Kind : quint8 {
        Conflict, ///< both changed it, each in another way
        Taken, ///< only they changed it
        Kept ///< only I changed it
    };
    Kind kind = Kind::Conflict;
    QByteArray pointer; ///< JSON Pointer; empty = the whole value
    QByteArray base; ///< source texts; empty = not there
    QByteArray mine;
    QByteArray theirs;
    bool operator==(const MergeEntry &) const = default;
};

using MergeChoices = QHash<QByteArray, MergeSide>; ///< by pointer of the conflict

struct ThreeWay {
    /// Of the entries that are no conflicts at most so many are listed of each side.
    static constexpr int MostListed = 200;

    QList<MergeEntry> entries; ///< conflicts first, all of them
    QByteArray text; ///< as it would be saved; mine where nothing was chosen
    std::array<PaneText, 3> panes; ///< as read, mine, theirs
    PaneText result; ///< `text`, with the lines that differ from mine

    int conflictCount() const;
    int openCount(const MergeChoices &choices) const;
};

/// By member where all three are JSON, otherwise as a whole. Any thread.
ThreeWay threeWay(const ThreeWayInput &input, const MergeChoices &choices, const DiffRun &run = {});

} // namespace Studio
