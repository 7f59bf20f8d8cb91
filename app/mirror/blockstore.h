// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/mirrorblock.h"

#include <functional>
#include <vector>

namespace Studio
{

/// One key of a block that is being put together; points into what it is made from.
struct BlockSource {
    QByteArrayView key;
    const EntryInfo *info = nullptr;
    const QByteArray *value = nullptr; ///< null = none held
    quint16 used = 0;
};

/// The sorted list of blocks behind the mirror, and the budget of their values. Knows nothing of batches: it
/// puts single values in place and replaces stretches of blocks. Belongs to one thread; the blocks it hands
/// out in a snapshot never change, as each is copied before its next change while a snapshot holds it.
class BlockStore
{
public:
    using Position = MirrorSnapshot::Position;

    size_t blockCount() const { return m_blocks.size(); }
    const MirrorBlock &block(size_t i) const { return *m_blocks[i]; }
    qint64 size() const { return m_size; }

    /// The block in which `key` stands or would stand; 0 when there is none yet.
    size_t blockFor(QByteArrayView key) const;
    Position lowerBound(QByteArrayView key) const;
    qint64 rank(const Position &position) const;
    Position positionOf(qint64 rank) const;
    bool isEnd(const Position &p) const { return p.block >= m_blocks.size(); }

    /// The key as it stands, for replace(). Good until the block changes.
    BlockSource source(size_t block, int index) const { return source(*m_blocks[block], index); }

    /// Marks the value as used just now.
    void touch(const Position &position);
    /// Changes what is known of a key; a null value means that none is held. Bytes are counted.
    void set(size_t block, int index, const EntryInfo &info, const QByteArray &value);
    /// Puts `sources` (sorted) in the place of block `at` (or in front of everything when there is no block
    /// yet). Blocks that got too small are joined with the one before. Every pointer in `sources` may point
    /// into the replaced block.
    void replace(size_t at, std::vector<BlockSource> sources);
    void clear();

    std::vector<BlockPointer> snapshot() const { return {m_blocks.begin(), m_blocks.end()}; }

    void setBudget(qint64 bytes) { m_budget = bytes; }
    qint64 budget() const { return m_budget; }
    qint64 valueBytes() const { return m_valueBytes; }
    bool overBudget() const { return m_valueBytes > m_budget; }
    quint16 turn() const { return m_turn; }
    /// Drops values, least recently used first, until a little below the budget or until `outOfTime` says so.
    void trim(const std::function<bool()> &outOfTime);

private:
    using MutablePointer = QExplicitlySharedDataPointer<MirrorBlock>;

    static qint64 costOf(const QByteArray &value);
    MirrorBlock &writable(size_t block);
    static BlockSource source(const MirrorBlock &block, int index);
    static MutablePointer build(const BlockSource *sources, size_t count);
    void grew(qint64 bytes);
    /// Drops the values of the block that are at least `age` turns old.
    void dropOlder(size_t block, int age);
    const std::vector<qint64> &before() const;

    std::vector<MutablePointer> m_blocks;
    mutable std::vector<qint64> m_before; ///< keys before each block; empty = to be counted again
    qint64 m_size = 0;
    qint64 m_budget = 256 * 1024 * 1024;
    qint64 m_valueBytes = 0;
    qint64 m_turnBytes = 0; ///< bytes that came in during this turn
    quint16 m_turn = 0; ///< a turn is a sixteenth of the budget
};

} // namespace Studio
