// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/coverage.h"

#include "mirror/segment.h"

#include <hpkvqt/keys.h>

#include <algorithm>
#include <cstdlib>

namespace Studio
{

namespace
{

/// Pages of one scan are read seconds apart; neighbours this close in time are kept as one stretch with the
/// older time, so that a long scan does not leave thousands of stretches.
constexpr qint64 sameTimeMs = 10'000;

const QByteArray &highest()
{
    static const QByteArray text = QByteArrayLiteral("\xF4\x8F\xBF\xBF");
    return text;
}

QByteArray behindBranch(const QByteArray &prefix)
{
    return Hpkv::Keys::branchSuccessor(prefix).value_or(CoverageMap::infinity());
}

} // namespace

QByteArray CoverageMap::infinity()
{
    return QByteArrayLiteral("\xFF\xFF\xFF\xFF");
}

Stretch CoverageMap::stretch(const QByteArray &first, const QByteArray &last)
{
    Stretch result;
    // No key stands before the smallest start but the empty one, which the store refuses.
    if (first != Hpkv::Keys::smallestStart())
        result.from = first;
    QByteArray prefix = last;
    int stripped = 0;
    while (prefix.endsWith(highest())) {
        prefix.chop(highest().size());
        ++stripped;
    }
    // One such character could end a real key; prefixEnd() cuts down to one only for very long prefixes.
    const bool isPrefixEnd = stripped >= 2 || (stripped == 1 && last.size() + 4 > Hpkv::Keys::safeKeySize);
    result.to = isPrefixEnd ? behindBranch(prefix) : Hpkv::Keys::nextStart(last);
    return result;
}

Stretch CoverageMap::ofPrefix(const QByteArray &prefix)
{
    return {prefix, behindBranch(prefix)};
}

void CoverageMap::splitAt(const QByteArray &place)
{
    const auto behind = m_known.upper_bound(place);
    if (behind == m_known.begin())
        return;
    const auto it = std::prev(behind);
    if (it->first == place || it->second.to <= place)
        return;
    Known right = it->second;
    it->second.to = place;
    m_known.emplace_hint(behind, place, std::move(right));
}

bool CoverageMap::canMerge(const Known &a, const Known &b)
{
    return a.live == b.live && a.stale == b.stale && (a.live || std::llabs(a.asOf - b.asOf) <= sameTimeMs);
}

void CoverageMap::mergeAround(const Stretch &stretch)
{
    auto it = m_known.lower_bound(stretch.from);
    if (it != m_known.begin())
        --it;
    while (it != m_known.end() && it->first <= stretch.to) {
        const auto next = std::next(it);
        if (next == m_known.end())
            return;
        if (it->second.to == next->first && canMerge(it->second, next->second)) {
            it->second.to = next->second.to;
            it->second.asOf = std::min(it->second.asOf, next->second.asOf);
            m_known.erase(next);
        } else {
            it = next;
        }
    }
}

void CoverageMap::add(const Stretch &stretch, qint64 asOf, bool live)
{
    if (!(stretch.from < stretch.to))
        return;
    splitAt(stretch.from);
    splitAt(stretch.to);
    QByteArray place = stretch.from;
    auto it = m_known.lower_bound(stretch.from);
    while (place < stretch.to) {
        if (it == m_known.end() || stretch.to <= it->first) {
            m_known.emplace_hint(it, place, Known{stretch.to, asOf, live, false});
            break;
        }
        if (place < it->first)
            m_known.emplace_hint(it, place, Known{it->first, asOf, live, false});
        Known &known = it->second;
        known.asOf = std::max(known.asOf, asOf);
        known.live = known.live || live;
        known.stale = false;
        place = known.to;
        ++it;
    }
    mergeAround(stretch);
}

bool CoverageMap::breakLine(qint64 at)
{
    bool any = false;
    for (auto &[from, known] : m_known) {
        if (!known.live)
            continue;
        known.live = false;
        known.stale = true;
        known.asOf = std::max(known.asOf, at);
        any = true;
    }
    if (any)
        mergeAround({QByteArray(), infinity()});
    return any;
}

bool CoverageMap::endLive(const Stretch &stretch, qint64 at)
{
    if (!(stretch.from < stretch.to))
        return false;
    splitAt(stretch.from);
    splitAt(stretch.to);
    bool any = false;
    for (auto it = m_known.lower_bound(stretch.from); it != m_known.end() && it->first < stretch.to; ++it) {
        if (!it->second.live)
            continue;
        it->second.live = false;
        it->second.asOf = std::max(it->second.asOf, at);
        any = true;
    }
    mergeAround(stretch);
    return any;
}

void CoverageMap::clear()
{
    m_known.clear();
}

CoverageMap::Map::const_iterator CoverageMap::firstEndingBehind(const QByteArray &place) const
{
    auto it = m_known.upper_bound(place);
    if (it != m_known.begin() && place < std::prev(it)->second.to)
        --it;
    return it;
}

Coverage CoverageMap::of(const Stretch &stretch) const
{
    Coverage result;
    bool complete = true;
    bool live = true;
    bool any = false;
    QByteArray place = stretch.from;
    for (auto it = firstEndingBehind(stretch.from); it != m_known.end() && it->first < stretch.to; ++it) {
        const Known &known = it->second;
        complete = complete && it->first <= place;
        place = known.to;
        live = live && known.live;
        result.stale = result.stale || known.stale;
        result.asOf = any ? std::min(result.asOf, known.asOf) : known.asOf;
        any = true;
    }
    complete = complete && any && stretch.to <= place;
    result.level = complete ? CoverageLevel::Complete : any ? CoverageLevel::Partial : CoverageLevel::None;
    result.live = complete && live;
    return result;
}

std::vector<Stretch> CoverageMap::gaps(const Stretch &stretch) const
{
    std::vector<Stretch> result;
    QByteArray place = stretch.from;
    for (auto it = firstEndingBehind(stretch.from); it != m_known.end() && it->first < stretch.to; ++it) {
        if (place < it->first)
            result.push_back({place, it->first});
        place = it->second.to;
    }
    if (place < stretch.to)
        result.push_back({place, stretch.to});
    return result;
}

std::vector<CoverageMap::Interval> CoverageMap::intervals(const Stretch &stretch) const
{
    std::vector<Interval> result;
    for (auto it = firstEndingBehind(stretch.from); it != m_known.end() && it->first < stretch.to; ++it) {
        const Known &known = it->second;
        result.push_back({std::max(it->first, stretch.from), std::min(known.to, stretch.to), known.asOf,
                          known.live, known.stale});
    }
    return result;
}

std::vector<CoverageMap::Interval> CoverageMap::all() const
{
    return intervals({QByteArray(), infinity()});
}

bool CoverageMap::isLevelComplete(const QByteArray &prefix, const QList<QByteArray> &separators) const
{
    const Stretch level = ofPrefix(prefix);
    QByteArray place = level.from;
    const auto liesInOneBranch = [&](const QByteArray &from, const QByteArray &to) {
        const qsizetype end = segmentEnd(from, prefix.size(), separators);
        return end >= 0 && to <= behindBranch(from.left(end));
    };
    for (auto it = firstEndingBehind(level.from); it != m_known.end() && it->first < level.to; ++it) {
        if (place < it->first && !liesInOneBranch(place, it->first))
            return false;
        place = it->second.to;
    }
    return level.to <= place || liesInOneBranch(place, level.to);
}

} // namespace Studio
