// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/difference.h"

#include <QByteArray>

#include <array>
#include <utility>
#include <vector>

namespace Studio
{

/// What a row of a pane is.
enum class PaneMark : quint8 {
    Plain,
    Removed, ///< of the left side, changed or gone
    Added, ///< of the right side, changed or new
    Filler ///< the side has no line here
};

/// Text of a pane as it is shown: a line for each row, with empty ones where the side has none.
struct PaneText {
    static constexpr int NoLine = -1;
    struct Row {
        std::array<int, 2> numbers{NoLine, NoLine}; ///< lines of the left and the right side, from 0
        PaneMark mark = PaneMark::Plain;
    };
    QByteArray text;
    std::vector<Row> rows;
    std::vector<std::pair<qsizetype, qsizetype>> removedLit; ///< offset in `text`, length; ascending
    std::vector<std::pair<qsizetype, qsizetype>> addedLit;
    std::vector<DiffChange> changes; ///< in rows of this pane
    bool isJson = false;

    /// The bytes from `from` to `to` without the lines that only fill.
    QByteArray withoutFillers(qsizetype from, qsizetype to) const;
};

/// One side of two that stand beside one another; both have as many rows.
PaneText sidePane(const Difference &difference, bool isAfter);

/// Both in one: of each change first what goes, then what comes.
PaneText inlinePane(const Difference &difference);

/// Three beside one another: what both were made of, and the two, which have their changes. Both differences
/// have the same left lines.
std::array<PaneText, 3> threePanes(const Difference &mine, const Difference &theirs);

/// The changes with three lines around each, as "diff -u" writes them.
QByteArray unifiedText(const Difference &difference, const QByteArray &beforeTitle,
                       const QByteArray &afterTitle);

} // namespace Studio
