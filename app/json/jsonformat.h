// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonerror.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Studio
{

/// A text whose white space was changed, or why it was not.
struct JsonFormatResult {
    QByteArray text; ///< empty if error
    JsonError error;
    bool isOk() const { return !error; }
};

/// Beyond this depth lines are not indented further: otherwise the size of a deeply nested text would grow
/// with the square of its depth.
inline constexpr int JsonMaxIndentDepth = 64;

/// One member or element a line, indented by `indent` blanks (0 to 8) a level; empty objects and arrays
/// stay `{}` and `[]`. Only white space between tokens changes: order, duplicate members, escapes and every
/// digit of every number stay. No line break at the end. Any thread.
JsonFormatResult formatJson(QByteArrayView text, int indent = 2);

/// All white space between tokens goes; nothing else changes. Any thread.
JsonFormatResult compactJson(QByteArrayView text);

} // namespace Studio
