// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonlexer.h"

#include <QByteArrayView>
#include <QList>

namespace Studio::CodeStyle
{

/// Numbers of Scintilla styles.
enum Style : char { Plain = 0, Name = 1, String = 2, Number = 3, Literal = 4, Wrong = 5, Punctuation = 6 };

Style styleOf(JsonLook look);

/// Each style has twins that look the same: `style + twin * TwinStep`.
inline constexpr int Twins = 4;
inline constexpr int TwinStep = 8;

/// Writes the style of a run, one byte for each of its bytes. A long run alternates between twins. Scintilla
/// measures what has one style as a whole, yet remembers the width of short pieces; so a key in a line of
/// 100,000 characters measures the pieces beside it and not the line. Where pieces end follows from the bytes
/// around, so that those behind an edit are the ones they were.
void fillRun(char *styles, QByteArrayView run, Style style);

/// How deep a line lies in brackets.
struct LineFold {
    int depth = 0; ///< of the line itself: the lowest point it comes back to before it opens something
    int behind = 0; ///< at the beginning of the next line
    bool operator==(const LineFold &) const = default;
};

/// One entry for each line that `text` touches (whole lines; the last may lack its end), with `depth` at its
/// beginning. Brackets count where `styles` says Punctuation.
QList<LineFold> lineFolds(QByteArrayView styles, QByteArrayView text, int depth);

/// As Scintilla wants it; the depth behind is kept in the upper half, so that one line follows from the
/// other.
int foldLevel(const LineFold &fold);
int depthBehind(int foldLevel);

} // namespace Studio::CodeStyle
