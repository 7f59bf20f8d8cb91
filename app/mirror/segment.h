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
        const qsizetype at = separator.isEmpty() ? -1 : key.indexOf(separator, from);
        if (at >= 0 && (end < 0 || at + separator.size() < end))
            end = at + separator.size();
    }
    return end;
}

/// Length of the separator with which the segment ends that lies from `from` to `end` (see segmentEnd()); if
/// several end there, of the longest.
inline qsizetype separatorSize(QByteArrayView key, qsizetype from, qsizetype end,
                               const QList<QByteArray> &separators)
{
    const QByteArrayView segment = key.sliced(from, end - from);
    qsizetype size = 0;
    for (const QByteArray &separator : separators) {
        if (separator.size() > size && segment.endsWith(separator))
            size = separator.size();
    }
    return size;
}

/// The prefix of the level in which `key` stands: everything up to and with its last separator; empty: the
/// root.
inline QByteArray levelOfKey(const QByteArray &key, const QList<QByteArray> &separators)
{
    qsizetype end = 0;
    for (qsizetype next = segmentEnd(key, 0, separators); next >= 0; next = segmentEnd(key, end, separators))
        end = next;
    return key.left(end);
}

/// Whether `text` is the prefix of a branch, with its separator, and not a key in one.
inline bool isBranchPrefix(const QByteArray &text, const QList<QByteArray> &separators)
{
    return !text.isEmpty() && levelOfKey(text, separators) == text;
}

/// The prefix of the level in which the branch or key `path` is a child; empty: the root.
inline QByteArray levelAbove(const QByteArray &path, const QList<QByteArray> &separators)
{
    qsizetype above = 0;
    for (qsizetype end = segmentEnd(path, 0, separators); end >= 0 && end < path.size();
         end = segmentEnd(path, above, separators))
        above = end;
    return path.left(above);
}

} // namespace Studio
