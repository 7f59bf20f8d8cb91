// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CodeView;

/// Several cursors in one text: what is typed goes in at each of them.
namespace Cursors
{

inline constexpr int most = 1000;

/// One more in the line below (`by` 1) or above (-1) the outermost one, in the same column.
void addInLine(CodeView &view, int by);
/// Selects the word at the cursor; if something is selected already, the next place with the same text, too.
void addNext(CodeView &view);
/// Selects every place with the text that is selected or the word at the cursor. False if there are more
/// than `most`; then nothing is done.
bool addAll(CodeView &view);
/// Back to the main one. False if it is the only one.
bool dropOthers(CodeView &view);
int count(const CodeView &view);

} // namespace Cursors

} // namespace Studio
