// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace Studio
{

/// What is known of a bracket.
struct BracketMatch {
    bool isBracket = false; ///< a bracket of the document, not a character of a string
    bool isFar = false; ///< its partner may stand further away than was looked
    std::optional<qsizetype> partner;
    bool operator==(const BracketMatch &) const = default;
};

/// The bracket at `at` and where it is closed or was opened, looked for `reach` bytes up or down at most, so
/// that it may be asked at each step of the cursor. Any text. Any thread.
BracketMatch matchBracket(QByteArrayView text, qsizetype at, qsizetype reach);

} // namespace Studio
