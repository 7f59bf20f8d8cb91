// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keystatistics.h"

#include "mirror/coverage.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int Between = 4096; ///< keys between two looks at `canceled`

/// 0, 1–15, 16–63, 64–255, 256–1,023 …
constexpr std::array<qint64, 12> Bounds{0,    1,     16,    64,     256,     1024,
                                        4096, 16384, 65536, 262144, 1 << 20, 1 << 22};

/// Sorted, without overlaps.
QList<Stretch> stretchesOf(const KeySelection &selection)
{
    QList<Stretch> all;
    for (const KeyInterval &interval : selection.intervals)
        all.append(CoverageMap::stretch(interval.first, interval.last));
    std::sort(all.begin(), all.end(), [](const Stretch &a, const Stretch &b) { return a.from < b.from; });
    QList<Stretch> merged;
    for (const Stretch &stretch : std::as_const(all)) {
        if (!merged.isEmpty() && stretch.from <= merged.constLast().to)
            merged.last().to = std::max(merged.constLast().to, stretch.to);
        else
            merged.append(stretch);
    }
    return merged;
}

class Counter
{
public:
    void add(QByteArrayView key, const EntryInfo &info)
    {
        ++m_result.keys;
        m_result.keyBytes += key.size();
        ++m_result.types.at(size_t(info.type));
        m_result.presumed += info.state == ValueState::Presumed ? 1 : 0;
        if (info.size < 0)
            return;
        ++m_result.sized;
        m_result.valueBytes += info.size;
        const auto bound = std::upper_bound(Bounds.begin(), Bounds.end(), qint64(info.size)) - 1;
        ++m_counts.at(size_t(bound - Bounds.begin()));
        noteBig(key, info.size);
    }

    KeyStatistics result()
    {
        for (size_t i = 0; i < Bounds.size(); ++i)
            m_result.sizes.append({Bounds[i], i + 1 < Bounds.size() ? Bounds[i + 1] : 0, m_counts[i]});
        const auto isEmpty = [](const KeyStatistics::Bucket &bucket) { return bucket.keys == 0; };
        while (!m_result.sizes.isEmpty() && isEmpty(m_result.sizes.constLast()))
            m_result.sizes.removeLast();
        while (!m_result.sizes.isEmpty() && isEmpty(m_result.sizes.constFirst()))
            m_result.sizes.removeFirst();
        return m_result;
    }

private:
    void noteBig(QByteArrayView key, qint64 size)
    {
        QList<KeyStatistics::Big> &biggest = m_result.biggest;
        if (biggest.size() == KeyStatistics::mostBiggest && size <= biggest.constLast().size)
            return;
        const auto place = std::upper_bound(biggest.begin(), biggest.end(), size,
                                            [](qint64 a, const KeyStatistics::Big &b) { return a > b.size; });
        biggest.insert(place, {key.toByteArray(), size});
        if (biggest.size() > KeyStatistics::mostBiggest)
            biggest.removeLast();
    }

    KeyStatistics m_result;
    std::array<qint64, Bounds.size()> m_counts{};
};

} // namespace

std::optional<KeyStatistics> keyStatistics(const MirrorSnapshot &snapshot, const KeySelection &selection,
                                           const std::atomic_bool &canceled)
{
    Counter counter;
    int steps = 0;
    const QList<Stretch> stretches = stretchesOf(selection);
    for (const Stretch &stretch : stretches) {
        for (auto at = snapshot.lowerBound(stretch.from);
             !snapshot.isEnd(at) && snapshot.key(at) < QByteArrayView(stretch.to); snapshot.advance(at)) {
            if (++steps % Between == 0 && canceled)
                return {};
            counter.add(snapshot.key(at), snapshot.blocks()[at.block]->info(at.index));
        }
    }

    QList<QByteArray> keys = selection.keys;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const QByteArray &key : std::as_const(keys)) {
        if (++steps % Between == 0 && canceled)
            return {};
        const bool counted = std::any_of(stretches.begin(), stretches.end(), [&key](const Stretch &stretch) {
            return key >= stretch.from && key < stretch.to;
        });
        const auto at = snapshot.lowerBound(key);
        if (!counted && !snapshot.isEnd(at) && snapshot.key(at) == key)
            counter.add(key, snapshot.blocks()[at.block]->info(at.index));
    }
    return counter.result();
}

} // namespace Studio
