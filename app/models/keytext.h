// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace Studio::KeyText
{

/// The key as one line that shows what is in it: control characters and NUL as their control pictures (␀ …
/// ␡), spaces at either end as ␣, blanks that are not U+0020 and invisible or direction-changing characters
/// by their code in brackets (⟨U+202E⟩), bytes that are not UTF-8 as ⟨xFF⟩. Everything else stays as it is.
/// Pure, any thread.
QString display(QByteArrayView key);

/// As display(), cut in the middle with … to about `maxCharacters` (at least 8).
QString elided(QByteArrayView key, int maxCharacters);

/// Whether display() differs from the plain text.
bool isOdd(QByteArrayView key);

} // namespace Studio::KeyText
