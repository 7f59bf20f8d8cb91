// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/batchapplier.h"

#include <hpkvqt/keys.h>

#include <algorithm>
#include <numeric>

namespace Studio
{

namespace
{

constexpr size_t itemsPerStep = 4096;

bool isPage(Origin origin)
{
    return origin == Origin::Page || origin == Origin::Get;
}

bool wasTrusted(ValueState state)
{
    return state == ValueState::Read || state == ValueState::Own;
}

/// A held value is never null, so that null can mean "not held".
QByteArray notNull(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

} // namespace

BatchApplier::BatchApplier(SharedBatch batch, BlockStore &store, const CoverageMap &coverage)
    : m_batch(std::move(batch))
    , m_store(store)
    , m_coverage(coverage)
{
    const QList<Learned> &items = m_batch->items;
    const auto inOrder = [](const Learned &a, const Learned &b) { return a.key < b.key; };
    if (!std::is_sorted(items.begin(), items.end(), inOrder)) {
        m_order.resize(size_t(items.size()));
        std::iota(m_order.begin(), m_order.end(), 0U);
        // Stable: of two items of one key the later one has the last word.
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](quint32 a, quint32 b) { return items[a].key < items[b].key; });
    }

    std::vector<Stretch> stretches;
    for (const Covered &covered : m_batch->covered) {
        const Stretch stretch = CoverageMap::stretch(covered.first, covered.last);
        if (stretch.from < stretch.to)
            stretches.push_back(stretch);
        m_undecided.insert(m_undecided.end(), covered.undecided.begin(), covered.undecided.end());
    }
    std::sort(m_undecided.begin(), m_undecided.end());
    std::sort(stretches.begin(), stretches.end(),
              [](const Stretch &a, const Stretch &b) { return a.from < b.from; });
    for (Stretch &stretch : stretches) {
        if (!m_covered.empty() && stretch.from <= m_covered.back().to)
            m_covered.back().to = std::max(m_covered.back().to, stretch.to);
        else
            m_covered.push_back(std::move(stretch));
    }
}

bool BatchApplier::isUndecided(QByteArrayView key) const
{
    return std::binary_search(m_undecided.begin(), m_undecided.end(), key,
                              [](QByteArrayView a, QByteArrayView b) { return a < b; });
}

void BatchApplier::learn(State &state, const Learned &item)
{
    if (!item.present) {
        state = State();
        return;
    }
    const bool isNew = !state.present;
    EntryInfo &info = state.info;
    if (isNew) {
        info = EntryInfo();
        state.value = QByteArray();
        state.present = true;
    }
    if (!isPage(item.origin)) {
        info.changedAt = item.at;
    } else if (!isNew && item.hasValue && wasTrusted(info.state)) {
        // A value that was known for sure is another one now: somebody changed it unheard.
        const bool differs =
            state.value.isNull() ? info.size != qint32(item.value.size()) : state.value != item.value;
        if (differs)
            info.changedAt = item.at;
    }
    // That a known key is still there says nothing about the age of its value.
    if (isNew || item.hasValue || !isPage(item.origin)) {
        info.at = item.at;
        info.origin = item.origin;
    }
    if (item.hasValue) {
        // The same bytes again: keep the piece of memory that is there.
        if (state.value.isNull() || state.value != item.value) {
            state.value = notNull(item.value);
            info.size = qint32(item.value.size());
            info.type = classifyValue(item.value);
        }
        info.state = item.state;
    } else if (!isPage(item.origin)) {
        // Something was written, but not what stands there now.
        state.value = QByteArray();
        info.state = ValueState::Unknown;
    }
}

void BatchApplier::hear(const Learned &item, const State &before)
{
    Heard heard;
    heard.key = item.key;
    heard.origin = item.origin;
    heard.wasKnown = before.present;
    if (!before.present) {
        const Coverage place = m_coverage.of({item.key, Hpkv::Keys::nextStart(item.key)});
        heard.wasKnownAbsent = place.isComplete();
        heard.placeWasLive = place.live;
    }
    heard.hadValue = before.present && !before.value.isNull();
    heard.before = before.value;
    heard.stateBefore = before.info.state;
    heard.removed = !item.present;
    heard.hasValue = item.hasValue;
    heard.after = item.value;
    heard.state = item.state;
    heard.at = item.at;
    heard.serverTimestamp = item.serverTimestamp;
    m_heard.push_back({size_t(&item - m_batch->items.constData()), std::move(heard)});
}

QList<Heard> BatchApplier::takeHeard()
{
    std::sort(m_heard.begin(), m_heard.end(),
              [](const HeardItem &a, const HeardItem &b) { return a.item < b.item; });
    // A worker that sorted its items by key left their times: those restore the order in which they came.
    std::stable_sort(m_heard.begin(), m_heard.end(),
                     [](const HeardItem &a, const HeardItem &b) { return a.heard.at < b.heard.at; });
    QList<Heard> result;
    result.reserve(qsizetype(m_heard.size()));
    for (HeardItem &item : m_heard)
        result.append(std::move(item.heard));
    m_heard.clear();
    return result;
}

BatchApplier::Change BatchApplier::decide(const MirrorBlock *block, int place, bool wasThere)
{
    Change change;
    change.place = place;
    change.wasThere = wasThere;
    change.key = &learned(m_next).key;
    State &state = change.after;
    if (wasThere) {
        state.present = true;
        state.info = block->info(place);
        state.value = block->value(place);
    }
    const EntryInfo infoBefore = state.info;
    const bool heldBefore = !state.value.isNull();
    bool newValue = false;
    const auto count = size_t(m_batch->items.size());
    for (; m_next < count && learned(m_next).key == *change.key; ++m_next) {
        const Learned &item = learned(m_next);
        if (item.origin != Origin::Page)
            hear(item, state);
        newValue =
            newValue || (item.present && item.hasValue && !state.value.isNull() && state.value != item.value);
        learn(state, item);
    }
    const EntryInfo &info = state.info;
    change.differs = newValue || heldBefore != !state.value.isNull() || info.state != infoBefore.state
                  || info.size != infoBefore.size || info.type != infoBefore.type
                  || info.changedAt != infoBefore.changedAt;
    return change;
}

void BatchApplier::findGone(const MirrorBlock &block, const QByteArray &from, QByteArrayView to, bool bounded,
                            std::vector<Change> &changes)
{
    const size_t decided = changes.size();
    size_t item = 0; // in `changes`, which is sorted by place
    for (size_t i = m_nextCovered; i < m_covered.size(); ++i) {
        const Stretch &stretch = m_covered[i];
        if (bounded && to <= stretch.from)
            break;
        const QByteArrayView begin = std::max<QByteArrayView>(stretch.from, from);
        const int last = bounded && to < stretch.to ? block.lowerBound(to) : block.lowerBound(stretch.to);
        for (int place = block.lowerBound(begin); place < last; ++place) {
            while (item < decided && (changes[item].place < place || !changes[item].wasThere)
                   && changes[item].place <= place)
                ++item;
            const bool inBatch = item < decided && changes[item].place == place && changes[item].wasThere;
            if (inBatch || isUndecided(block.key(place)))
                continue;
            Change gone;
            gone.place = place;
            gone.wasThere = true;
            changes.push_back(std::move(gone));
        }
    }
    std::inplace_merge(changes.begin(), changes.begin() + qptrdiff(decided), changes.end(),
                       [](const Change &a, const Change &b) { return a.place < b.place; });
}

void BatchApplier::store(size_t at, const std::vector<Change> &changes)
{
    const bool keepsKeys = std::all_of(changes.begin(), changes.end(), [](const Change &change) {
        return change.wasThere == change.after.present;
    });
    if (keepsKeys) {
        for (const Change &change : changes) {
            if (change.wasThere)
                m_store.set(at, change.place, change.after.info, change.after.value);
        }
        return;
    }
    const MirrorBlock *block = m_store.blockCount() > 0 ? &m_store.block(at) : nullptr;
    const int size = block ? block->size() : 0;
    std::vector<BlockSource> sources;
    sources.reserve(size_t(size) + changes.size());
    size_t next = 0;
    for (int i = 0; i <= size; ++i) {
        bool replaced = false;
        for (; next < changes.size() && changes[next].place == i; ++next) {
            const Change &change = changes[next];
            replaced = replaced || change.wasThere;
            if (change.after.present) {
                sources.push_back(
                    {change.key ? QByteArrayView(*change.key) : block->key(i), &change.after.info,
                     change.after.value.isNull() ? nullptr : &change.after.value, m_store.turn()});
            }
        }
        if (i < size && !replaced)
            sources.push_back(m_store.source(at, i));
    }
    m_store.replace(at, std::move(sources));
}

bool BatchApplier::step(AppliedBatch &applied)
{
    const auto count = size_t(m_batch->items.size());
    while (m_nextCovered < m_covered.size() && m_covered[m_nextCovered].to <= m_place)
        ++m_nextCovered;
    const bool moreItems = m_next < count;
    const bool moreCovered = m_nextCovered < m_covered.size();
    if (!moreItems && !moreCovered)
        return false;

    QByteArray from = moreCovered ? std::max(m_covered[m_nextCovered].from, m_place) : QByteArray();
    if (moreItems && (!moreCovered || learned(m_next).key < from))
        from = learned(m_next).key;

    const size_t at = m_store.blockFor(from);
    const MirrorBlock *block = m_store.blockCount() > 0 ? &m_store.block(at) : nullptr;
    // This step ends where the next block begins, or earlier when there are many items.
    bool bounded = block && at + 1 < m_store.blockCount();
    QByteArray to = bounded ? m_store.block(at + 1).firstKey().toByteArray() : QByteArray();

    std::vector<Change> changes;
    int place = block ? block->lowerBound(from) : 0;
    while (m_next < count) {
        const QByteArray &key = learned(m_next).key;
        if (bounded && !(key < to))
            break;
        if (changes.size() >= itemsPerStep) {
            bounded = true;
            to = key;
            break;
        }
        // Neighbouring keys are the rule, so a few steps forward are tried before a search.
        int tries = 0;
        while (block && place < block->size() && block->key(place) < key) {
            if (++tries > 4) {
                place = block->lowerBound(key);
                break;
            }
            ++place;
        }
        const bool wasThere = block && place < block->size() && block->key(place) == key;
        changes.push_back(decide(block, place, wasThere));
    }
    if (block && moreCovered)
        findGone(*block, from, to, bounded, changes);

    for (const Change &change : changes) {
        const bool isThere = change.after.present;
        if (change.wasThere && !isThere)
            applied.removed.append(change.key ? *change.key : block->key(change.place).toByteArray());
        else if (!change.wasThere && isThere)
            applied.inserted.append(*change.key);
        else if (isThere && change.differs)
            applied.changed.append(*change.key);
    }
    store(at, changes);

    if (!bounded) {
        m_nextCovered = m_covered.size();
        m_next = count;
    }
    m_place = to;
    return m_next < count || (bounded && m_nextCovered < m_covered.size());
}

} // namespace Studio
