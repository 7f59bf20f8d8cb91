// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/recordformat.h"

namespace Studio
{

/// Bytes at the beginning of a file that guessFormat() wants.
inline constexpr qint64 GuessBytes = 64 * 1024;

/// The format of a file by how it begins; `isWhole`: `head` is all of it. Nothing if it has no text at all.
/// Pure, any thread.
std::optional<RecordFormat> guessFormat(QByteArrayView head, bool isWhole);

} // namespace Studio
