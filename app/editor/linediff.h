// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Studio
{

/// One stretch to be replaced.
struct TextHunk {
    qsizetype offset = 0; ///< in the text before
    qsizetype length = 0; ///< in the text before
    QByteArray replacement;
    bool operator==(const TextHunk &) const = default;
};

/// What has to be replaced to make `after` of `before`, line by line, in ascending order and without overlap;
/// what both have in common at the ends of a hunk is left out of it. Pure.
QList<TextHunk> textHunks(QByteArrayView before, QByteArrayView after);

} // namespace Studio
