// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Studio
{

/// How well a text answers what was typed.
struct FuzzyMatch {
    bool matches = false;
    int score = 0; ///< larger is better; only compare scores for the same pattern
    QList<int> positions; ///< of the matched characters, ascending
};

/// The characters of `pattern` (blanks left out) must occur in `text` in their order, without regard to case.
/// Beginnings of words and runs count more. An empty pattern matches everything.
FuzzyMatch fuzzyMatch(QStringView pattern, QStringView text);

} // namespace Studio
