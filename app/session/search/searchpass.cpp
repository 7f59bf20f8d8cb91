// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/search/searchpass.h"

#include <hpkvqt/keys.h>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int HitsAtOnce = 500; ///< so that the first ones appear while the rest is searched
constexpr qint64 ValuesAtOnce = 20'000;

} // namespace

void SearchPass::run(Mailbox<SearchPassResult> &results) const
{
    if (stretches.empty())
        runValues(results);
    else
        runSnapshot(results);
}

void SearchPass::runSnapshot(Mailbox<SearchPassResult> &results) const
{
    SearchPassResult result;
    std::vector<Stretch> unread;
    bool inRun = false; // whether the key before was without a value
    const auto hand = [&](bool last) {
        result.generation = generation;
        result.ofSnapshot = true;
        result.last = last;
        if (last)
            result.unread = std::move(unread);
        results.push(std::exchange(result, {}));
    };
    for (const Stretch &stretch : stretches) {
        inRun = false;
        for (auto at = snapshot.lowerBound(stretch.from); !snapshot.isEnd(at); snapshot.advance(at)) {
            if (at.index % 64 == 0 && canceled->load())
                return;
            const QByteArrayView key = snapshot.key(at);
            if (!(key < stretch.to))
                break;
            const MirrorBlock &block = *snapshot.blocks()[at.block];
            if (!block.hasValue(at.index)) {
                const QByteArray end = Hpkv::Keys::nextStart(key.toByteArray());
                if (std::exchange(inRun, true))
                    unread.back().to = end;
                else
                    unread.push_back({key.toByteArray(), end});
                continue;
            }
            inRun = false;
            ++result.searched;
            const QByteArray value = block.value(at.index);
            if (const auto match = query.find(value))
                result.hits.append({key.toByteArray(), value.size(), excerptOf(value, *match)});
            if (result.hits.size() >= HitsAtOnce || result.searched >= ValuesAtOnce)
                hand(false);
        }
    }
    hand(true);
}

void SearchPass::runValues(Mailbox<SearchPassResult> &results) const
{
    SearchPassResult result;
    result.generation = generation;
    result.last = true;
    result.misses = gone;
    for (const auto &[key, value] : values) {
        if (canceled->load())
            return;
        ++result.searched;
        if (const auto match = query.find(value))
            result.hits.append({key, value.size(), excerptOf(value, *match)});
        else
            result.misses.append(key);
    }
    std::sort(result.misses.begin(), result.misses.end());
    std::sort(result.hits.begin(), result.hits.end(),
              [](const SearchHit &a, const SearchHit &b) { return a.key < b.key; });
    results.push(std::move(result));
}

void uniteStretches(std::vector<Stretch> &stretches)
{
    std::sort(stretches.begin(), stretches.end(),
              [](const Stretch &a, const Stretch &b) { return a.from < b.from; });
    std::vector<Stretch> united;
    for (Stretch &stretch : stretches) {
        if (!united.empty() && stretch.from <= united.back().to)
            united.back().to = std::max(united.back().to, stretch.to);
        else
            united.push_back(std::move(stretch));
    }
    stretches = std::move(united);
}

} // namespace Studio
