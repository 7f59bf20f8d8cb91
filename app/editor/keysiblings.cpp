// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/keysiblings.h"

#include "mirror/keyspacemirror.h"
#include "mirror/segment.h"

#include <algorithm>
#include <optional>

namespace Studio
{

namespace
{

/// The child of the level `above` that `key` is or lies in.
KeyLabel::Sibling childOf(QByteArrayView key, const QByteArray &above, const QList<QByteArray> &separators)
{
    const qsizetype end = segmentEnd(key, above.size(), separators);
    if (end < 0)
        return {key.toByteArray(), false};
    return {key.first(end).toByteArray(), true};
}

} // namespace

QList<KeyLabel::Sibling> siblingsOf(const KeyspaceMirror &mirror, const QList<QByteArray> &separators,
                                    const QByteArray &path, int limit)
{
    const QByteArray above = levelAbove(path, separators);
    QList<KeyLabel::Sibling> siblings;
    QByteArray place = path;
    // Backwards first: the known key before a child names the child before it.
    while (siblings.size() < limit / 2) {
        const qint64 rank = mirror.rank(place);
        if (rank == 0)
            break;
        const QByteArray key = mirror.keyAt(mirror.positionOf(rank - 1)).toByteArray();
        if (!key.startsWith(above))
            break;
        siblings.prepend(childOf(key, above, separators));
        place = siblings.constFirst().key;
    }
    place = path;
    while (siblings.size() < limit) {
        const auto at = mirror.lowerBound(place);
        if (mirror.isEnd(at) || !mirror.keyAt(at).startsWith(above))
            break;
        const KeyLabel::Sibling child = childOf(mirror.keyAt(at), above, separators);
        siblings.append(child);
        place = child.isBranch ? CoverageMap::ofPrefix(child.key).to : child.key + '\0';
    }
    return siblings;
}

} // namespace Studio
