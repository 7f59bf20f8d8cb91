// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/blockstore.h"

#include <algorithm>

namespace Studio
{

/// Fills new blocks; friend of the parts that are immutable afterwards.
class KeyRunBuilder
{
public:
    static QExplicitlySharedDataPointer<const KeyRun> build(const BlockSource *sources, size_t count)
    {
        auto *run = new KeyRun;
        qsizetype bytes = 0;
        for (size_t i = 0; i < count; ++i)
            bytes += sources[i].key.size();
        run->m_arena.reserve(bytes);
        run->m_offsets.reserve(count + 1);
        for (size_t i = 0; i < count; ++i) {
            run->m_arena.append(sources[i].key);
            run->m_offsets.push_back(quint32(run->m_arena.size()));
        }
        return QExplicitlySharedDataPointer<const KeyRun>(run);
    }
};

namespace
{

constexpr int smallBlock = 256; // below this a block is joined with the one before …
constexpr int joinedAtMost = 1536; // … if both together leave room to grow
constexpr qint64 heapPerValue = 40; // header and rounding of the heap
constexpr int turnsPerBudget = 16;

} // namespace

qint64 BlockStore::costOf(const QByteArray &value)
{
    return value.isNull() ? 0 : value.size() + heapPerValue;
}

size_t BlockStore::blockFor(QByteArrayView key) const
{
    const auto behind = std::upper_bound(
        m_blocks.begin(), m_blocks.end(), key,
        [](QByteArrayView wanted, const MutablePointer &block) { return wanted < block->firstKey(); });
    return behind == m_blocks.begin() ? 0 : size_t(behind - m_blocks.begin()) - 1;
}

BlockStore::Position BlockStore::lowerBound(QByteArrayView key) const
{
    if (m_blocks.empty())
        return {};
    const size_t at = blockFor(key);
    const int index = m_blocks[at]->lowerBound(key);
    return index < m_blocks[at]->size() ? Position{at, index} : Position{at + 1, 0};
}

const std::vector<qint64> &BlockStore::before() const
{
    if (m_before.empty()) {
        m_before.reserve(m_blocks.size() + 1);
        qint64 sum = 0;
        for (const MutablePointer &block : m_blocks) {
            m_before.push_back(sum);
            sum += block->size();
        }
        m_before.push_back(sum);
    }
    return m_before;
}

qint64 BlockStore::rank(const Position &position) const
{
    return before()[std::min(position.block, m_blocks.size())] + position.index;
}

BlockStore::Position BlockStore::positionOf(qint64 rank) const
{
    const std::vector<qint64> &sums = before();
    if (rank < 0 || rank >= m_size)
        return {m_blocks.size(), 0};
    const auto behind = std::upper_bound(sums.begin(), sums.end(), rank);
    const auto at = size_t(behind - sums.begin()) - 1;
    return {at, int(rank - sums[at])};
}

MirrorBlock &BlockStore::writable(size_t block)
{
    MutablePointer &pointer = m_blocks[block];
    // Acquire: whoever let go of it in another thread has finished reading.
    if (pointer->ref.loadAcquire() != 1)
        pointer = MutablePointer(new MirrorBlock(*pointer));
    return *pointer;
}

void BlockStore::touch(const Position &position)
{
    MirrorBlock &block = *m_blocks[position.block];
    // No snapshot reads the marks, so that they can be set in a shared block too.
    if (!block.m_used.empty())
        block.m_used[size_t(position.index)] = m_turn;
}

void BlockStore::grew(qint64 bytes)
{
    m_valueBytes += bytes;
    if (bytes <= 0)
        return;
    m_turnBytes += bytes;
    if (m_turnBytes > m_budget / turnsPerBudget) {
        m_turnBytes = 0;
        ++m_turn;
    }
}

void BlockStore::set(size_t at, int index, const EntryInfo &info, const QByteArray &value)
{
    MirrorBlock &block = writable(at);
    const auto i = size_t(index);
    block.m_infos[i] = info;
    if (value.isNull() && block.m_values.empty())
        return;
    if (block.m_values.empty()) {
        block.m_values.resize(block.m_infos.size());
        block.m_used.assign(block.m_infos.size(), m_turn);
        block.m_oldestUse = m_turn;
    }
    const qint64 growth = costOf(value) - costOf(block.m_values[i]);
    block.m_values[i] = value;
    block.m_used[i] = m_turn;
    grew(growth);
}

BlockSource BlockStore::source(const MirrorBlock &block, int index)
{
    const auto i = size_t(index);
    if (!block.hasValue(index))
        return {block.key(index), &block.m_infos[i], nullptr, 0};
    return {block.key(index), &block.m_infos[i], &block.m_values[i], block.m_used[i]};
}

BlockStore::MutablePointer BlockStore::build(const BlockSource *sources, size_t count)
{
    MutablePointer result(new MirrorBlock);
    MirrorBlock &block = *result;
    block.m_keys = KeyRunBuilder::build(sources, count);
    block.m_infos.reserve(count);
    bool anyValue = false;
    for (size_t i = 0; i < count; ++i) {
        block.m_infos.push_back(*sources[i].info);
        anyValue = anyValue || sources[i].value;
    }
    if (!anyValue)
        return result;
    block.m_values.reserve(count);
    block.m_used.reserve(count);
    bool first = true;
    for (size_t i = 0; i < count; ++i) {
        block.m_values.push_back(sources[i].value ? *sources[i].value : QByteArray());
        block.m_used.push_back(sources[i].used);
        if (!sources[i].value)
            continue;
        // Turns wrap around: the one that lies furthest back counts.
        if (first || qint16(sources[i].used - block.m_oldestUse) < 0)
            block.m_oldestUse = sources[i].used;
        first = false;
    }
    return result;
}

void BlockStore::replace(size_t at, std::vector<BlockSource> sources)
{
    m_before.clear();
    const size_t old = m_blocks.empty() ? 0 : 1;
    size_t from = at;
    qint64 keysBefore = old ? m_blocks[at]->size() : 0;
    qint64 costBefore = 0;
    const auto addCost = [&](const MirrorBlock &block) {
        for (const QByteArray &value : block.m_values)
            costBefore += costOf(value);
    };
    if (old)
        addCost(*m_blocks[at]);
    if (at > 0 && !sources.empty()) {
        const MirrorBlock &left = *m_blocks[at - 1];
        const size_t together = size_t(left.size()) + sources.size();
        if (together <= joinedAtMost && (sources.size() < smallBlock || left.size() < smallBlock)) {
            std::vector<BlockSource> joined;
            joined.reserve(together);
            for (int i = 0; i < left.size(); ++i)
                joined.push_back(source(left, i));
            joined.insert(joined.end(), sources.begin(), sources.end());
            sources = std::move(joined);
            from = at - 1;
            keysBefore += left.size();
            addCost(left);
        }
    }

    const size_t pieces = (sources.size() + MirrorBlock::maxKeys - 1) / MirrorBlock::maxKeys;
    std::vector<MutablePointer> built;
    built.reserve(pieces);
    for (size_t piece = 0; piece < pieces; ++piece) {
        const size_t first = sources.size() * piece / pieces;
        const size_t last = sources.size() * (piece + 1) / pieces;
        built.push_back(build(sources.data() + first, last - first));
    }
    qint64 costAfter = 0;
    for (const BlockSource &source : sources)
        costAfter += source.value ? costOf(*source.value) : 0;
    const auto keysAfter = qint64(sources.size());

    const auto begin = m_blocks.begin() + qptrdiff(from);
    const auto end = m_blocks.begin() + qptrdiff(at + old);
    const auto kept = std::min<qptrdiff>(end - begin, qptrdiff(built.size()));
    std::move(built.begin(), built.begin() + kept, begin);
    if (kept < qptrdiff(built.size()))
        m_blocks.insert(end, built.begin() + kept, built.end());
    else
        m_blocks.erase(begin + kept, end);
    m_size += keysAfter - keysBefore;
    grew(costAfter - costBefore);
}

void BlockStore::clear()
{
    m_blocks.clear();
    m_before.clear();
    m_size = 0;
    m_valueBytes = 0;
}

void BlockStore::dropOlder(size_t at, int age)
{
    MirrorBlock &block = writable(at);
    bool any = false;
    quint16 oldest = m_turn;
    for (size_t i = 0; i < block.m_values.size(); ++i) {
        QByteArray &value = block.m_values[i];
        if (value.isNull())
            continue;
        if (quint16(m_turn - block.m_used[i]) >= age) {
            m_valueBytes -= costOf(value);
            value = QByteArray();
        } else {
            any = true;
            if (qint16(block.m_used[i] - oldest) < 0)
                oldest = block.m_used[i];
        }
    }
    block.m_oldestUse = oldest;
    if (!any) {
        block.m_values = {};
        block.m_used = {};
    }
}

void BlockStore::trim(const std::function<bool()> &outOfTime)
{
    const qint64 goal = m_budget - m_budget / turnsPerBudget;
    while (overBudget()) {
        int oldestAge = 0;
        for (const MutablePointer &block : m_blocks) {
            if (!block->m_values.empty())
                oldestAge = std::max<int>(oldestAge, quint16(m_turn - block->m_oldestUse));
        }
        for (size_t at = 0; at < m_blocks.size() && m_valueBytes > goal; ++at) {
            const MirrorBlock &block = *m_blocks[at];
            if (block.m_values.empty() || quint16(m_turn - block.m_oldestUse) < oldestAge)
                continue;
            dropOlder(at, oldestAge);
            if (outOfTime && outOfTime())
                return;
        }
    }
}

} // namespace Studio
