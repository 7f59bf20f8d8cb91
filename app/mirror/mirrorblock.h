// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/batch.h"
#include "mirror/valuetype.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QExplicitlySharedDataPointer>
#include <QSharedData>

#include <vector>

namespace Studio
{

/// What the mirror knows of one key, without its value.
struct EntryInfo {
    qint64 at = 0; ///< ms since 1970 when it was learnt last
    qint64 changedAt = 0; ///< ms since 1970 when a change was noticed last; 0 = never since it became known
    qint32 size = -1; ///< bytes of the value; -1 = never seen. Stays when the value is dropped for the budget
    ValueType type = ValueType::Unknown; ///< stays as well
    ValueState state = ValueState::Unknown;
    Origin origin = Origin::Page;
};

/// What the mirror knows of one key. The value is shared, not copied.
struct Entry {
    QByteArrayView key; ///< valid while the block is (in the window's thread: until the next applied batch)
    EntryInfo info;
    bool hasValue = false; ///< whether `value` is held now
    QByteArray value;
};

/// The sorted keys of a block, one behind the other in one piece of memory. Immutable.
class KeyRun : public QSharedData
{
public:
    int size() const { return int(m_offsets.size()) - 1; }
    QByteArrayView key(int i) const
    {
        const auto n = size_t(i);
        return QByteArrayView(m_arena.constData() + m_offsets[n], qsizetype(m_offsets[n + 1] - m_offsets[n]));
    }
    /// Index of the first key that is not less than `key`; size() if there is none.
    int lowerBound(QByteArrayView key) const;

private:
    friend class KeyRunBuilder;
    QByteArray m_arena;
    std::vector<quint32> m_offsets{0};
};

/// At most `maxKeys` neighbouring keys with what is known of them. Shared one by one between the mirror and
/// its snapshots: once a snapshot holds it, nothing in it changes any more. Reading is safe in any thread.
class MirrorBlock : public QSharedData
{
public:
    static constexpr int maxKeys = 2048;

    int size() const { return m_keys->size(); }
    QByteArrayView key(int i) const { return m_keys->key(i); }
    /// The keys alone; holding them keeps no value alive.
    const QExplicitlySharedDataPointer<const KeyRun> &keys() const { return m_keys; }
    const EntryInfo &info(int i) const { return m_infos[size_t(i)]; }
    bool hasValue(int i) const { return !m_values.empty() && !m_values[size_t(i)].isNull(); }
    /// The value of key `i`; null if it is not held.
    QByteArray value(int i) const { return m_values.empty() ? QByteArray() : m_values[size_t(i)]; }
    Entry entry(int i) const { return {key(i), info(i), hasValue(i), value(i)}; }
    int lowerBound(QByteArrayView wanted) const { return m_keys->lowerBound(wanted); }
    QByteArrayView firstKey() const { return key(0); }
    QByteArrayView lastKey() const { return key(size() - 1); }

private:
    friend class BlockStore;
    friend class BlockBuilder;
    QExplicitlySharedDataPointer<const KeyRun> m_keys;
    std::vector<EntryInfo> m_infos;
    std::vector<QByteArray> m_values; ///< empty, or one for each key (null = not held)
    std::vector<quint16> m_used; ///< as m_values: when each value was used last, in turns of the budget
    quint16 m_oldestUse = 0; ///< no held value of this block was used before
};

using BlockPointer = QExplicitlySharedDataPointer<const MirrorBlock>;

/// All keys at one moment: a list of shared blocks in key order, none of them empty. Cheap to copy, may be
/// read in any thread; keeps the values that were held at that moment alive.
class MirrorSnapshot
{
public:
    MirrorSnapshot() = default;
    explicit MirrorSnapshot(std::vector<BlockPointer> blocks);

    const std::vector<BlockPointer> &blocks() const { return m_blocks; }
    qint64 size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    /// A place in the snapshot; `block == blocks().size()` is the end.
    struct Position {
        size_t block = 0;
        int index = 0;
        bool operator==(const Position &) const = default;
    };
    /// The first key that is not less than `key`.
    Position lowerBound(QByteArrayView key) const;
    bool isEnd(const Position &p) const { return p.block >= m_blocks.size(); }
    QByteArrayView key(const Position &p) const { return m_blocks[p.block]->key(p.index); }
    Entry entry(const Position &p) const { return m_blocks[p.block]->entry(p.index); }
    void advance(Position &p) const
    {
        if (++p.index >= m_blocks[p.block]->size()) {
            ++p.block;
            p.index = 0;
        }
    }

private:
    std::vector<BlockPointer> m_blocks;
    qint64 m_size = 0;
};

} // namespace Studio
