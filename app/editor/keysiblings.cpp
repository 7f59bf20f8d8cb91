// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/keysiblings.h"

#include "mirror/keyspacemirror.h"

#include <algorithm>
#include <optional>

namespace Studio
{

namespace
{

/// The child of the level `above` that `key` is or lies in.
KeyLabel::Sibling childOf(QByteArrayView key, const QByteArray &above, const QByteArray &separator)
{
    const qsizetype at = separator.isEmpty() ? -1 : key.indexOf(separator, above.size());
    if (at < 0)
        return {key.toByteArray(), false};
    return {key.first(at + separator.size()).toByteArray(), true};
}

} // namespace

QList<KeyLabel::Sibling> siblingsOf(const KeyspaceMirror &mirror, const QString &separatorText,
                                    const QByteArray &path, int limit)
{
    const QByteArray separator = separatorText.toUtf8();
    QByteArray above;
    if (!separator.isEmpty()) {
        const bool isBranch = path.endsWith(separator);
        const QByteArray name = isBranch ? path.chopped(separator.size()) : path;
        const qsizetype at = name.lastIndexOf(separator);
        above = at < 0 ? QByteArray() : name.left(at + separator.size());
    }

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
        siblings.prepend(childOf(key, above, separator));
        place = siblings.constFirst().key;
    }
    place = path;
    while (siblings.size() < limit) {
        const auto at = mirror.lowerBound(place);
        if (mirror.isEnd(at) || !mirror.keyAt(at).startsWith(above))
            break;
        const KeyLabel::Sibling child = childOf(mirror.keyAt(at), above, separator);
        siblings.append(child);
        place = child.isBranch ? CoverageMap::ofPrefix(child.key).to : child.key + '\0';
    }
    return siblings;
}

} // namespace Studio
