// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/historywriter.h"

#include "history/historyfile.h"
#include "mirror/keyspacemirror.h"

namespace Studio
{

namespace
{

constexpr qsizetype memoryBytes = 16 * 1024 * 1024;
constexpr qsizetype weighedBytes = 256; // smaller differences do not count
constexpr qint64 echoLifetimeMs = 10'000;

qsizetype sizeOf(const std::optional<QByteArray> &value)
{
    return value ? value->size() : 0;
}

bool isSure(ValueState state)
{
    return state == ValueState::Read || state == ValueState::Own;
}

HistoryKind kindOf(LiveKind kind)
{
    switch (kind) {
    case LiveKind::Created:
        return HistoryKind::Created;
    case LiveKind::Replaced:
    case LiveKind::LineDown: // not of notifications
    case LiveKind::LineUp:
        return HistoryKind::Replaced;
    case LiveKind::Patched:
        return HistoryKind::Patched;
    case LiveKind::Appended:
        return HistoryKind::Appended;
    case LiveKind::Counted:
        return HistoryKind::Counted;
    case LiveKind::Rewritten:
        return HistoryKind::Rewritten;
    case LiveKind::Removed:
        return HistoryKind::Removed;
    }
    return HistoryKind::Replaced;
}

} // namespace

qsizetype HistoryWriter::Memory::cost() const
{
    return 300 + (last ? last->key.size() + sizeOf(last->value) : 0) + ownText.size() + sizeOf(ownBefore)
         + facts.text.size() + sizeOf(facts.before);
}

HistoryWriter::HistoryWriter(HistoryFile &file)
    : m_file(file)
    , m_memory(memoryBytes)
{
}

HistoryWriter::Memory *HistoryWriter::recall(const QByteArray &key)
{
    if (Memory *known = m_memory.object(key))
        return known;
    auto *memory = new Memory;
    memory->id = m_file.idOf(key);
    if (memory->id > 0)
        memory->last = m_file.lastOf(memory->id);
    // The real weight comes with weigh(): the object must not go before that.
    m_memory.insert(key, memory, memory->charged);
    return memory;
}

void HistoryWriter::weigh(const QByteArray &key, const Memory &memory)
{
    const qsizetype cost = (memory.cost() / weighedBytes + 1) * weighedBytes;
    if (cost == memory.charged)
        return;
    Memory *taken = m_memory.take(key);
    taken->charged = cost;
    m_memory.insert(key, taken, cost); // too large: forgotten
}

bool HistoryWriter::take(const QList<Heard> &heard, Count *count)
{
    for (const Heard &each : heard) {
        if (m_filter && !m_filter(each.key)) {
            count->left += each.origin == Origin::Notification ? 1 : 0;
            continue;
        }
        bool ok = true;
        Memory &memory = *recall(each.key);
        switch (each.origin) {
        case Origin::Notification:
            ok = takeNotification(each, memory);
            count->recorded += 1;
            break;
        case Origin::OwnWrite:
            noteOwn(each, memory);
            break;
        case Origin::Get:
        case Origin::Page:
            ok = takeRead(each, memory);
            break;
        }
        weigh(each.key, memory);
        if (!ok)
            return false;
    }
    return true;
}

/// The reply of an own write: its echo is compared with the value before the write, whichever comes first.
void HistoryWriter::noteOwn(const Heard &heard, Memory &memory)
{
    // The echo came first: there is nothing left to wait for.
    if (heard.stateBefore == ValueState::Own && heard.hadValue && heard.before == heard.after
        && !heard.removed)
        return;
    if (heard.removed && !heard.wasKnown)
        return;
    memory.ownWrite = true;
    memory.ownRemoved = heard.removed;
    memory.ownText = heard.after;
    memory.ownAbsentBefore = !heard.wasKnown && heard.wasKnownAbsent;
    memory.ownBefore = heard.hadValue ? std::optional(heard.before) : std::nullopt;
    memory.ownBeforeSure = heard.hadValue && isSure(heard.stateBefore);
    memory.ownAt = heard.at;
}

LiveFacts HistoryWriter::factsOf(const Heard &heard, Memory &memory, bool *own) const
{
    LiveFacts facts;
    facts.removed = heard.removed;
    facts.text = heard.after;
    *own = heard.state == ValueState::Own;
    if (memory.ownWrite && heard.at - memory.ownAt <= echoLifetimeMs && memory.ownRemoved == heard.removed
        && (heard.removed || memory.ownText == heard.after)) {
        memory.ownWrite = false;
        *own = true;
        facts.whole = true;
        facts.absent = memory.ownAbsentBefore;
        facts.absentSure = facts.absent;
        facts.before = memory.ownBefore;
        facts.beforeSure = memory.ownBeforeSure;
        return facts;
    }
    facts.whole = *own;
    if (!heard.wasKnown) {
        facts.absent = heard.wasKnownAbsent;
        facts.absentSure = heard.placeWasLive;
        return facts;
    }
    facts.beforeSure = heard.hadValue && isSure(heard.stateBefore);
    if (facts.beforeSure || !memory.last || !memory.last->value) {
        if (heard.hadValue)
            facts.before = heard.before;
        return facts;
    }
    // The mirror holds the text that was notified last, or nothing any more; the row says what came of it.
    facts.before = memory.last->value;
    facts.beforeSure = !memory.last->guess && !m_file.isLineDown();
    return facts;
}

bool HistoryWriter::append(Memory &memory, const HistoryEntry &entry)
{
    if (memory.id == 0)
        memory.id = m_file.addKey(entry.key);
    if (memory.id == 0)
        return false;
    HistoryEntry kept = entry;
    kept.row = m_file.append(entry, memory.id);
    memory.last = std::move(kept);
    return memory.last->row > 0;
}

bool HistoryWriter::takeNotification(const Heard &heard, Memory &memory)
{
    bool own = false;
    const LiveFacts facts = factsOf(heard, memory, &own);
    const LiveReading reading = readNotification(facts);

    HistoryEntry entry;
    entry.at = heard.at;
    entry.key = heard.key;
    // What the key held until now, where the rows do not say so.
    const bool isKnown = facts.before || (facts.absent && facts.absentSure);
    const bool isOther = memory.last && facts.beforeSure && memory.last->value != facts.before;
    if (isKnown && (!memory.last || isOther)) {
        entry.kind = memory.last ? HistoryKind::Found : HistoryKind::Base;
        entry.absent = !facts.before;
        entry.value = facts.before;
        entry.guess = facts.before && !facts.beforeSure;
        if (!append(memory, entry))
            return false;
    }
    entry.serverTimestamp = heard.serverTimestamp;
    entry.kind = kindOf(reading.kind);
    entry.guess = reading.guess;
    entry.own = own;
    entry.absent = heard.removed;
    entry.value = reading.result;
    if (!append(memory, entry))
        return false;
    memory.facts = reading.guess ? facts : LiveFacts();
    return true;
}

bool HistoryWriter::takeRead(const Heard &heard, Memory &memory)
{
    if (!heard.removed && !heard.hasValue)
        return true;
    // Only keys that changes were heard of; a base comes with the first of them.
    if (!memory.last)
        return true;
    HistoryEntry &last = *memory.last;
    const std::optional<QByteArray> value = heard.removed ? std::nullopt : std::optional(heard.after);
    if (!last.guess && last.absent == heard.removed && last.value == value)
        return true;
    if (last.guess && !heard.removed && last.value == value) {
        last.guess = false;
        return m_file.settle(last.row, last.kind, value);
    }
    if (last.guess && !heard.removed && isChange(last.kind)) {
        if (const std::optional<LiveReading> better = readingThatLeaves(memory.facts, heard.after)) {
            last.guess = false;
            last.kind = kindOf(better->kind);
            last.value = value;
            memory.facts = LiveFacts();
            return m_file.settle(last.row, last.kind, value);
        }
    }
    HistoryEntry found;
    found.at = heard.at;
    found.key = heard.key;
    found.kind = HistoryKind::Found;
    found.absent = heard.removed;
    found.value = value;
    memory.facts = LiveFacts();
    return append(memory, found);
}

} // namespace Studio
