// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Studio
{

/// End of the first segment of `key` behind its first `from` bytes, separator included; -1 if no separator
/// follows (the key is a leaf of that level). With several separators the one that ends first counts, so that
/// no branch of a level lies within another. Pure, any thread.
inline qsizetype segmentEnd(QByteArrayView key, qsizetype from, const QList<QByteArray> &separators)
{
    qsizetype end = -1;
    for (const QByteArray &separator : separators) {
        const qsizetype at = key.indexOf(separator, from);
        if (at >= 0 && (end < 0 || at + separator.size() < end))
            end = at + separator.size();
    }
    return end;
}

} // namespace Studio
