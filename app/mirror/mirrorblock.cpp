// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/mirrorblock.h"

#include <algorithm>

namespace Studio
{

int KeyRun::lowerBound(QByteArrayView wanted) const
{
    int low = 0;
    int high = size();
    while (low < high) {
        const int middle = (low + high) / 2;
        if (key(middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

MirrorSnapshot::MirrorSnapshot(std::vector<BlockPointer> blocks)
    : m_blocks(std::move(blocks))
{
    for (const BlockPointer &block : m_blocks)
        m_size += block->size();
}

MirrorSnapshot::Position MirrorSnapshot::lowerBound(QByteArrayView wanted) const
{
    const auto behind = std::upper_bound(
        m_blocks.begin(), m_blocks.end(), wanted,
        [](QByteArrayView key, const BlockPointer &block) { return key < block->firstKey(); });
    if (behind == m_blocks.begin())
        return {};
    const auto it = std::prev(behind);
    Position place{size_t(it - m_blocks.begin()), (*it)->lowerBound(wanted)};
    if (place.index >= (*it)->size())
        place = {place.block + 1, 0};
    return place;
}

} // namespace Studio
