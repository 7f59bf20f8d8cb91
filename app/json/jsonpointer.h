// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace Studio
{

/// Source of one value inside a text.
struct JsonRange {
    qsizetype offset = 0;
    qsizetype length = 0;
    bool operator==(const JsonRange &) const = default;
};

/// The text of a JSON string token (with its quotes) without escapes, as UTF-8. A lone surrogate becomes
/// U+FFFD. Any thread.
QByteArray unescapedJsonString(QByteArrayView token);

/// `name` (unescaped) as a reference token of a JSON Pointer (RFC 6901): ~ becomes ~0, / becomes ~1.
QByteArray escapedPointerToken(QByteArrayView name);

/// The reference tokens of a JSON Pointer without escapes; none of them for the empty pointer, which names
/// the whole text. Nothing if it is not empty and does not begin with /.
std::optional<QList<QByteArray>> jsonPointerTokens(QByteArrayView pointer);

/// JSON Pointer of the innermost member or element that byte `offset` of `text` lies in or touches; empty =
/// the whole text. Inside white space, the object or array around it. Works in a text that is not valid as
/// far as the first error. Linear in `offset`. Any thread.
QByteArray jsonPointerAt(QByteArrayView text, qsizetype offset);

/// Source of the value that `pointer` names; of duplicate members the last one, as most readers take it.
/// Nothing if there is none or the text is not valid up to there. Any thread.
std::optional<JsonRange> findJsonPointer(QByteArrayView text, QByteArrayView pointer);

} // namespace Studio
