// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <atomic>
#include <vector>

namespace Studio
{

/// Lines, words, or whatever a text is cut into. Good as long as the text is.
using TextPieces = std::vector<QByteArrayView>;

/// Cut behind each line break (LF, CR LF, CR); a piece keeps its break.
TextPieces linesOf(QByteArrayView text);

/// Which pieces stay: for each of `a` the index of the piece of `b` that it is, or -1; ascending.
///
/// The longest common sequence where the two are not too long; otherwise they are first cut at the pieces
/// that both have exactly once. What stays too long and has no such piece counts as changed altogether. Ends
/// early, with any answer, once `canceled`. Any thread.
std::vector<int> alignSequences(const TextPieces &a, const TextPieces &b,
                                const std::atomic_bool *canceled = nullptr);

} // namespace Studio
