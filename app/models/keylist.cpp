// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keylist.h"

#include <algorithm>

namespace Studio
{

KeyList::KeyList(const MirrorSnapshot &snapshot, const Stretch &stretch, qint64 most)
{
    const auto &blocks = snapshot.blocks();
    const MirrorSnapshot::Position begin = snapshot.lowerBound(stretch.from);
    qint64 left = most < 0 ? snapshot.size() : most;
    for (size_t at = begin.block; at < blocks.size() && left > 0; ++at) {
        const MirrorBlock &block = *blocks[at];
        if (block.firstKey() >= stretch.to)
            break;
        const int from = at == begin.block ? begin.index : 0;
        const int to = block.lastKey() < stretch.to ? block.size() : block.lowerBound(stretch.to);
        const int count = int(std::min<qint64>(to - from, left));
        if (count <= 0)
            continue;
        m_pieces.push_back({block.keys(), from, count});
        m_before.push_back(m_before.back() + count);
        left -= count;
    }
}

QByteArrayView KeyList::key(qint64 row) const
{
    const auto behind = std::upper_bound(m_before.begin(), m_before.end(), row);
    const auto at = size_t(behind - m_before.begin()) - 1;
    const Piece &piece = m_pieces[at];
    return piece.keys->key(piece.from + int(row - m_before[at]));
}

qint64 KeyList::lowerBound(QByteArrayView key) const
{
    const auto firstKey = [](const Piece &piece) { return piece.keys->key(piece.from); };
    const auto behind =
        std::upper_bound(m_pieces.begin(), m_pieces.end(), key,
                         [&](QByteArrayView wanted, const Piece &piece) { return wanted < firstKey(piece); });
    if (behind == m_pieces.begin())
        return 0;
    const auto at = size_t(behind - m_pieces.begin()) - 1;
    const Piece &piece = m_pieces[at];
    return m_before[at] + std::clamp(piece.keys->lowerBound(key) - piece.from, 0, piece.count);
}

qint64 KeyList::rowOf(QByteArrayView wanted) const
{
    const qint64 row = lowerBound(wanted);
    return row < size() && key(row) == wanted ? row : -1;
}

} // namespace Studio
