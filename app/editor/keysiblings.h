// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/keylabel.h"

namespace Studio
{

class KeyspaceMirror;

/// Known keys and branches of the level in which `path` (a key, or a prefix with its separator) stands: at
/// most `limit` around it, in the order of the store. Looks at one key for each of them, however many lie
/// below.
QList<KeyLabel::Sibling> siblingsOf(const KeyspaceMirror &mirror, const QList<QByteArray> &separators,
                                    const QByteArray &path, int limit = 30);

} // namespace Studio
