// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rangeorder.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <thread>

namespace Studio
{

namespace
{

enum Flag : quint8 { Shown = 1, Known = 2, Unread = 4 };

constexpr qint64 keysPerPart = 16 * 1024;
constexpr qint64 lookEvery = 4096; // rows between two looks at the wish to cancel

} // namespace

/// Looks at one entry: does it pass, and what orders it.
class RangeOrder::Reader
{
public:
    explicit Reader(const RangeOrderSpec &spec)
        : m_spec(spec)
    {
        QList<RangeColumn> columns;
        for (const RangeOrderSpec::Filter &filter : spec.filters)
            columns.append(filter.column);
        if (spec.sort)
            columns.append(*spec.sort);
        m_reader = RangeCellReader(columns);
    }

    struct Result {
        bool passes = true;
        bool unread = false; ///< something that had to be looked at is not held
        bool isNothing = true;
    };

    /// Leaves what orders the entry in `bytes`.
    Result read(const Entry &entry, bool sorting, QByteArray &bytes)
    {
        Result result;
        bytes.resize(0);
        m_reader.read(entry);
        for (int i = 0; i < int(m_spec.filters.size()); ++i) {
            const RangeCell cell = m_reader.cell(i);
            result.unread = result.unread || cell.kind == RangeCell::Kind::Unread;
            if (!m_spec.filters[i].filter.passes(cell)) {
                result.passes = false;
                return result;
            }
        }
        if (m_spec.condition.isValid()) {
            if (!entry.hasValue) {
                result.unread = true;
                result.passes = false;
            } else {
                result.passes = m_spec.condition.matches(entry.value);
            }
            if (!result.passes)
                return result;
        }
        if (!sorting)
            return result;
        const RangeCell cell = m_reader.cell(int(m_spec.filters.size()));
        result.unread = result.unread || cell.kind == RangeCell::Kind::Unread;
        result.isNothing = cell.isNothing();
        appendSortBytes(cell, bytes);
        return result;
    }

private:
    const RangeOrderSpec &m_spec;
    RangeCellReader m_reader;
};

struct RangeOrder::Part {
    std::vector<SortKey> sortKeys;
    std::vector<quint8> flags;
    QByteArray texts;
    qint64 unread = 0;
};

RangeOrder::SortKey RangeOrder::makeKey(QByteArrayView bytes, bool isNothing, QByteArray &texts)
{
    SortKey key;
    if (isNothing) {
        key.size = nothingSize;
        return key;
    }
    quint64 head = 0;
    std::memcpy(&head, bytes.data(), size_t(std::min<qsizetype>(bytes.size(), sizeof head)));
    key.head = qFromBigEndian(head);
    if (bytes.size() > qsizetype(sizeof head)) {
        key.offset = quint64(texts.size());
        key.size = quint32(bytes.size() - qsizetype(sizeof head));
        texts.append(bytes.sliced(sizeof head));
    } else {
        // Zeros behind a short text must not equal zeros that are in it.
        key.offset = quint64(bytes.size());
    }
    return key;
}

int RangeOrder::compareTexts(const SortKey &a, QByteArrayView textsA, const SortKey &b, QByteArrayView textsB)
{
    if (a.head != b.head)
        return a.head < b.head ? -1 : 1;
    if (a.size == 0 && b.size == 0)
        return a.offset == b.offset ? 0 : a.offset < b.offset ? -1 : 1;
    if (a.size == 0 || b.size == 0)
        return a.size == 0 ? -1 : 1;
    const int order =
        std::memcmp(textsA.data() + a.offset, textsB.data() + b.offset, std::min(a.size, b.size));
    if (order != 0)
        return order;
    return a.size == b.size ? 0 : a.size < b.size ? -1 : 1;
}

/// Empty cells come last in either direction, equal ones stand by key.
bool RangeOrder::lessThan(const SortKey &a, QByteArrayView textsA, QByteArrayView keyA, const SortKey &b,
                          QByteArrayView keyB) const
{
    const bool noA = a.size == nothingSize;
    const bool noB = b.size == nothingSize;
    if (noA != noB)
        return noB;
    if (!noA) {
        const int order = compareTexts(a, textsA, b, m_texts);
        if (order != 0)
            return m_spec.descending ? order > 0 : order < 0;
    }
    return keyA < keyB;
}

bool RangeOrder::less(Ref a, Ref b) const
{
    const auto base = Ref(m_base.size());
    const auto byKey = [&] { return a < base && b < base ? a < b : keyOf(a) < keyOf(b); };
    if (!m_sorting)
        return m_spec.descending ? a != b && !byKey() : byKey();
    const SortKey &keyA = m_sortKeys[a];
    const SortKey &keyB = m_sortKeys[b];
    const bool noA = keyA.size == nothingSize;
    const bool noB = keyB.size == nothingSize;
    if (noA != noB)
        return noB;
    if (!noA) {
        const int order = compareTexts(keyA, m_texts, keyB, m_texts);
        if (order != 0)
            return m_spec.descending ? order > 0 : order < 0;
    }
    return byKey();
}

std::optional<RangeOrder> RangeOrder::compute(const MirrorSnapshot &snapshot, const Stretch &stretch,
                                              qint64 most, const RangeOrderSpec &spec,
                                              const std::atomic_bool &canceled)
{
    RangeOrder order;
    order.m_spec = spec;
    order.m_sorting = spec.sort && spec.sort->kind != RangeColumn::Kind::Key;
    if (!order.m_sorting)
        order.m_spec.sort.reset();
    order.m_base = KeyList(snapshot, stretch, most);
    const qint64 count = order.m_base.size();
    order.m_known = count;
    order.m_flags.resize(size_t(count));
    if (order.m_sorting)
        order.m_sortKeys.resize(size_t(count));

    const auto partCount = size_t((count + keysPerPart - 1) / keysPerPart);
    std::vector<Part> parts(partCount);
    std::atomic<size_t> nextPart{0};
    const auto work = [&] {
        Reader reader(order.m_spec);
        QByteArray bytes;
        for (size_t at = nextPart++; at < partCount; at = nextPart++) {
            Part &part = parts[at];
            const qint64 first = qint64(at) * keysPerPart;
            const qint64 last = std::min(count, first + keysPerPart);
            part.flags.reserve(size_t(last - first));
            MirrorSnapshot::Position place = snapshot.lowerBound(order.m_base.key(first));
            for (qint64 i = first; i < last; ++i, snapshot.advance(place)) {
                if (i % lookEvery == 0 && canceled)
                    return;
                const Entry entry = snapshot.entry(place);
                const Reader::Result result = reader.read(entry, order.m_sorting, bytes);
                part.flags.push_back(
                    quint8(Known | (result.passes ? Shown : 0) | (result.unread ? Unread : 0)));
                part.unread += result.unread ? 1 : 0;
                if (order.m_sorting)
                    part.sortKeys.push_back(makeKey(bytes, result.isNothing, part.texts));
            }
        }
    };
    const size_t helpers = std::min<size_t>(partCount, std::max(1U, std::thread::hardware_concurrency()))
                         - (partCount > 0 ? 1 : 0);
    std::vector<std::thread> threads;
    threads.reserve(helpers);
    for (size_t i = 0; i < helpers; ++i)
        threads.emplace_back(work);
    work();
    for (std::thread &thread : threads)
        thread.join();
    if (canceled)
        return {};

    size_t at = 0;
    for (Part &part : parts) {
        const auto shift = quint64(order.m_texts.size());
        order.m_texts.append(part.texts);
        order.m_unread += part.unread;
        for (size_t i = 0; i < part.flags.size(); ++i, ++at) {
            order.m_flags[at] = part.flags[i];
            if (part.flags[i] & Shown)
                order.m_rows.push_back(Ref(at));
            if (!order.m_sorting)
                continue;
            SortKey &key = part.sortKeys[i];
            if (key.size != 0 && key.size != nothingSize)
                key.offset += shift;
            order.m_sortKeys[at] = key;
        }
        part = Part();
    }
    order.sortRows(canceled);
    if (canceled)
        return {};
    return order;
}

void RangeOrder::sortRows(const std::atomic_bool &canceled)
{
    if (!m_sorting) {
        if (m_spec.descending)
            std::reverse(m_rows.begin(), m_rows.end());
        return;
    }
    // Sorted in pieces, so that a wish to cancel is seen soon, and by what compares fastest.
    struct Item {
        SortKey key;
        Ref ref;
    };
    std::vector<Item> items;
    items.reserve(m_rows.size());
    for (const Ref ref : m_rows)
        items.push_back({m_sortKeys[ref], ref});
    const auto before = [this](const Item &a, const Item &b) {
        const bool noA = a.key.size == nothingSize;
        const bool noB = b.key.size == nothingSize;
        if (noA != noB)
            return noB;
        if (!noA) {
            const int order = compareTexts(a.key, m_texts, b.key, m_texts);
            if (order != 0)
                return m_spec.descending ? order > 0 : order < 0;
        }
        return a.ref < b.ref;
    };
    constexpr size_t piece = 128 * 1024;
    for (size_t from = 0; from < items.size(); from += piece) {
        if (canceled)
            return;
        std::sort(items.begin() + qptrdiff(from),
                  items.begin() + qptrdiff(std::min(items.size(), from + piece)), before);
    }
    for (size_t width = piece; width < items.size(); width *= 2) {
        for (size_t from = 0; from + width < items.size(); from += 2 * width) {
            if (canceled)
                return;
            std::inplace_merge(items.begin() + qptrdiff(from), items.begin() + qptrdiff(from + width),
                               items.begin() + qptrdiff(std::min(items.size(), from + 2 * width)), before);
        }
    }
    for (size_t i = 0; i < items.size(); ++i)
        m_rows[i] = items[i].ref;
}

RangeOrder::Ref RangeOrder::refOf(QByteArrayView key) const
{
    const qint64 row = m_base.rowOf(key);
    if (row >= 0)
        return Ref(row);
    if (m_lateRefs.isEmpty())
        return absent;
    return m_lateRefs.value(QByteArray::fromRawData(key.data(), key.size()), absent);
}

/// The row of a key that is shown, or the one it would get.
qint64 RangeOrder::placeOf(Ref ref) const
{
    const auto it =
        std::lower_bound(m_rows.begin(), m_rows.end(), ref, [this](Ref a, Ref b) { return less(a, b); });
    return it - m_rows.begin();
}

qint64 RangeOrder::rowOf(QByteArrayView key) const
{
    const Ref ref = refOf(key);
    return ref == absent || !(m_flags[ref] & Shown) ? -1 : placeOf(ref);
}

RangeOrder::Change RangeOrder::examine(const QByteArray &key, const Entry *entry)
{
    Change change;
    change.key = key;
    change.ref = refOf(key);
    const bool wasShown = change.ref != absent && (m_flags[change.ref] & Shown);
    if (wasShown)
        change.from = placeOf(change.ref);
    if (!entry) {
        change.kind = wasShown ? Change::Kind::Remove : Change::Kind::None;
        return change;
    }
    change.known = true;
    Reader reader(m_spec);
    const Reader::Result result = reader.read(*entry, m_sorting, change.sortBytes);
    change.unread = result.unread;
    if (!result.passes) {
        change.kind = wasShown ? Change::Kind::Remove : Change::Kind::None;
        return change;
    }
    if (!m_sorting) {
        change.kind = wasShown ? Change::Kind::Same : Change::Kind::Insert;
        if (!wasShown) {
            // By key, forwards or backwards.
            const auto it = std::lower_bound(
                m_rows.begin(), m_rows.end(), QByteArrayView(key), [this](Ref ref, QByteArrayView wanted) {
                    return m_spec.descending ? keyOf(ref) > wanted : keyOf(ref) < wanted;
                });
            change.to = it - m_rows.begin();
        }
        return change;
    }
    QByteArray texts;
    const SortKey fresh = makeKey(change.sortBytes, result.isNothing, texts);
    if (result.isNothing)
        change.sortBytes.clear();
    if (wasShown) {
        const SortKey &old = m_sortKeys[change.ref];
        const bool both = (old.size == nothingSize) == (fresh.size == nothingSize);
        if (both && (fresh.size == nothingSize || compareTexts(fresh, texts, old, m_texts) == 0)) {
            change.kind = Change::Kind::Same;
            return change;
        }
    }
    // The key's own row, which still stands by its old cell, is left out: what lies before and behind it is
    // in order each for itself.
    const auto goesBehind = [&](Ref ref) {
        return !lessThan(fresh, texts, key, m_sortKeys[ref], keyOf(ref));
    };
    const auto search = [&](qint64 from, qint64 to) {
        const auto it = std::partition_point(m_rows.begin() + from, m_rows.begin() + to, goesBehind);
        return qint64(it - m_rows.begin());
    };
    if (!wasShown) {
        change.kind = Change::Kind::Insert;
        change.to = search(0, size());
        return change;
    }
    change.to = search(0, change.from);
    if (change.to == change.from)
        change.to = search(change.from + 1, size());
    change.kind =
        change.to == change.from || change.to == change.from + 1 ? Change::Kind::Same : Change::Kind::Move;
    return change;
}

void RangeOrder::commit(const Change &change)
{
    Ref ref = change.ref;
    if (ref == absent) {
        if (!change.known)
            return;
        ref = Ref(m_flags.size());
        m_late.push_back(change.key);
        m_lateRefs.insert(change.key, ref);
        m_flags.push_back(0);
        if (m_sorting)
            m_sortKeys.emplace_back();
    }
    quint8 &flags = m_flags[ref];
    m_unread += (change.unread ? 1 : 0) - (flags & Unread ? 1 : 0);
    m_known += (change.known ? 1 : 0) - (flags & Known ? 1 : 0);
    const bool shown = change.kind == Change::Kind::Insert || change.kind == Change::Kind::Same
                    || change.kind == Change::Kind::Move;
    flags = quint8((change.known ? Known : 0) | (shown ? Shown : 0) | (change.unread ? Unread : 0));
    if (m_sorting && shown)
        m_sortKeys[ref] = makeKey(change.sortBytes, change.sortBytes.isEmpty(), m_texts);
    switch (change.kind) {
    case Change::Kind::Insert:
        m_rows.insert(m_rows.begin() + change.to, ref);
        break;
    case Change::Kind::Remove:
        m_rows.erase(m_rows.begin() + change.from);
        break;
    case Change::Kind::Move: {
        const auto first = m_rows.begin() + change.from;
        if (change.to > change.from)
            std::rotate(first, first + 1, m_rows.begin() + change.to);
        else
            std::rotate(m_rows.begin() + change.to, first, first + 1);
        break;
    }
    default:
        break;
    }
}

} // namespace Studio
