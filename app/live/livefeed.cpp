// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livefeed.h"

#include "live/livereading.h"
#include "mirror/keyspacemirror.h"

#include <QCache>
#include <QDateTime>
#include <QPointer>

namespace Studio
{

namespace
{

constexpr qsizetype memoryBytes = 8 * 1024 * 1024; // of all that is remembered of single keys
constexpr qsizetype largestRemembered = 64 * 1024;
constexpr qint64 echoLifetimeMs = 10'000;
/// Documents of one batch are compared up to this many bytes in all; the rest is shown by its shape only, so
/// that a burst of large values does not hold the window.
constexpr qsizetype comparedPerBatch = 512 * 1024;

/// What is remembered of one key between its notifications.
struct Memory {
    // An own write whose echo is to come.
    bool ownWrite = false;
    bool ownRemoved = false;
    bool ownAbsentBefore = false;
    QByteArray ownText;
    std::optional<QByteArray> ownBefore;
    qint64 ownAt = 0;
    // The last notification.
    bool heard = false;
    QByteArray text;
    std::optional<QByteArray> result; ///< what it is thought to have left
    // Its row, while that is a guess.
    quint64 guessed = 0;
    LiveFacts facts;

    qsizetype cost() const
    {
        const auto size = [](const std::optional<QByteArray> &value) { return value ? value->size() : 0; };
        return 200 + text.size() + size(result) + ownText.size() + size(ownBefore) + facts.text.size()
             + size(facts.before);
    }
};

} // namespace

struct LiveFeed::Private {
    std::deque<SharedLiveEntry> entries;
    quint64 next = 1;
    FeedLedger ledger;
    int capacity = LiveFeed::defaultCapacity;
    QCache<QByteArray, Memory> memory{memoryBytes};
    std::function<qint64()> now = [] { return QDateTime::currentMSecsSinceEpoch(); };
    qint64 second = 0; ///< the one that is being counted
    int thisSecond = 0;
    int lastSecond = 0; ///< the one before it
    bool isDown = false;
    qint64 downSince = 0;
    qsizetype toCompare = comparedPerBatch;
    QPointer<KeyspaceMirror> mirror;

    Memory *remember(const QByteArray &key)
    {
        if (Memory *known = memory.object(key))
            return known;
        return memory.insert(key, new Memory, 200) ? memory.object(key) : nullptr;
    }
    /// Tells the cache the size of what was put in.
    void weigh(const QByteArray &key)
    {
        if (Memory *taken = memory.take(key))
            memory.insert(key, taken, taken->cost()); // too large: forgotten
    }
    LiveFacts factsOf(const Heard &heard, Memory *known, bool &own) const;
    void push(std::shared_ptr<LiveEntry> entry);
    void take(const Heard &heard);
    void trim();
    void count(qint64 at);
};

void LiveFeed::Private::count(qint64 at)
{
    const qint64 current = at / 1000;
    if (current != second) {
        lastSecond = current == second + 1 ? thisSecond : 0;
        thisSecond = 0;
        second = current;
    }
    ++thisSecond;
}

void LiveFeed::Private::trim()
{
    while (entries.size() > size_t(capacity)) {
        if (!entries.front()->isBreak()) {
            ++ledger.dropped;
            --ledger.kept;
        }
        entries.pop_front();
    }
}

void LiveFeed::Private::push(std::shared_ptr<LiveEntry> entry)
{
    entry->number = next++;
    if (!entry->isBreak()) {
        ++ledger.received;
        ++ledger.kept;
    }
    entries.push_back(std::move(entry));
    trim();
}

LiveFacts LiveFeed::Private::factsOf(const Heard &heard, Memory *known, bool &own) const
{
    LiveFacts facts;
    facts.removed = heard.removed;
    facts.text = heard.after;
    own = heard.state == ValueState::Own;
    if (known && known->ownWrite && heard.at - known->ownAt <= echoLifetimeMs
        && known->ownRemoved == heard.removed && (heard.removed || known->ownText == heard.after)) {
        // The reply came first, so that the mirror held the new value already: compare with the one before
        // the write.
        known->ownWrite = false;
        own = true;
        facts.whole = true;
        facts.absent = known->ownAbsentBefore;
        facts.absentSure = facts.absent;
        facts.before = known->ownBefore;
        facts.beforeSure = facts.before.has_value();
        return facts;
    }
    facts.whole = own;
    if (heard.wasKnown) {
        if (heard.hadValue) {
            facts.before = heard.before;
            facts.beforeSure = heard.stateBefore == ValueState::Read || heard.stateBefore == ValueState::Own;
            // The mirror holds the text that was notified last; what came of it may be known better here.
            if (heard.stateBefore == ValueState::Presumed && known && known->heard
                && known->text == heard.before && known->result)
                facts.before = known->result;
        }
    } else {
        facts.absent = heard.wasKnownAbsent;
        facts.absentSure = heard.placeWasLive;
    }
    return facts;
}

LiveFeed::LiveFeed(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

LiveFeed::~LiveFeed() = default;

void LiveFeed::follow(KeyspaceMirror *mirror)
{
    if (d->mirror)
        disconnect(d->mirror, nullptr, this, nullptr);
    d->mirror = mirror;
    connect(mirror, &KeyspaceMirror::applied, this, [this](const AppliedBatch &batch) {
        d->toCompare = comparedPerBatch;
        const quint64 first = nextNumber();
        for (const Heard &heard : batch.heard) {
            if (heard.origin == Origin::Notification)
                d->take(heard);
            else
                note(heard);
        }
        // Pages settle guesses too.
        if (!d->memory.isEmpty()) {
            for (const QByteArray &key : batch.changed) {
                const Memory *known = d->memory.object(key);
                if (!known || known->guessed == 0)
                    continue;
                const std::optional<Entry> entry = d->mirror->find(key);
                if (!entry || !entry->hasValue || entry->info.state != ValueState::Read)
                    continue;
                Heard read;
                read.key = key;
                read.origin = Origin::Page;
                read.hasValue = true;
                read.after = entry->value;
                note(read);
            }
        }
        if (nextNumber() != first) {
            emit appended(first);
            emit ledgerChanged();
        }
    });
}

void LiveFeed::Private::take(const Heard &heard)
{
    Memory *known = memory.object(heard.key);
    bool own = false;
    const LiveFacts facts = factsOf(heard, known, own);
    const LiveReading reading = readNotification(facts);
    auto entry = std::make_shared<LiveEntry>();
    entry->own = own;
    entry->at = heard.at;
    entry->serverTimestamp = heard.serverTimestamp;
    entry->key = heard.key;
    toCompare -= facts.text.size() + (facts.before ? facts.before->size() : 0);
    describe(*entry, facts, reading, toCompare >= 0);
    push(entry);
    count(now());

    const bool worthIt = !heard.removed && facts.text.size() <= largestRemembered
                      && (reading.guess || (reading.result && *reading.result != facts.text));
    if (!worthIt) {
        memory.remove(heard.key);
        return;
    }
    if (Memory *kept = remember(heard.key)) {
        kept->heard = true;
        kept->text = facts.text;
        kept->result = reading.result;
        kept->guessed = reading.guess ? entry->number : 0;
        kept->facts = reading.guess ? facts : LiveFacts();
        weigh(heard.key);
    }
}

void LiveFeed::append(const Heard &heard)
{
    const quint64 first = nextNumber();
    d->toCompare = comparedPerBatch;
    d->take(heard);
    emit appended(first);
    emit ledgerChanged();
}

void LiveFeed::note(const Heard &heard)
{
    if (heard.origin == Origin::OwnWrite) {
        // The echo came first: there is nothing left to wait for.
        if (heard.stateBefore == ValueState::Own && heard.hadValue && heard.before == heard.after
            && !heard.removed)
            return;
        if (heard.removed && !heard.wasKnown)
            return;
        if (heard.before.size() > largestRemembered || heard.after.size() > largestRemembered)
            return;
        if (Memory *memory = d->remember(heard.key)) {
            memory->ownWrite = true;
            memory->ownRemoved = heard.removed;
            memory->ownText = heard.after;
            memory->ownAbsentBefore = !heard.wasKnown && heard.wasKnownAbsent;
            memory->ownBefore = heard.hadValue ? std::optional(heard.before) : std::nullopt;
            memory->ownAt = heard.at;
            d->weigh(heard.key);
        }
        return;
    }
    Memory *known = d->memory.object(heard.key);
    if (!known || known->guessed == 0 || !heard.hasValue)
        return;
    const SharedLiveEntry old = entry(known->guessed);
    const std::optional<LiveReading> reading = readingThatLeaves(known->facts, heard.after);
    const LiveFacts facts = known->facts;
    known->guessed = 0; // whatever comes later says nothing about that row
    known->result = heard.after;
    if (!old || !reading)
        return;
    auto better = std::make_shared<LiveEntry>(*old);
    d->toCompare -= heard.after.size() + (facts.before ? facts.before->size() : 0);
    describe(*better, facts, *reading, d->toCompare >= 0);
    const quint64 number = old->number;
    d->entries[size_t(number - firstNumber())] = better;
    emit settled(number);
}

void LiveFeed::lineDown(qint64 at)
{
    if (d->isDown)
        return;
    d->isDown = true;
    d->downSince = at;
    auto entry = std::make_shared<LiveEntry>();
    entry->kind = LiveKind::LineDown;
    entry->at = at;
    const quint64 first = nextNumber();
    d->push(std::move(entry));
    emit appended(first);
}

void LiveFeed::lineUp(qint64 at)
{
    if (!d->isDown)
        return;
    d->isDown = false;
    auto entry = std::make_shared<LiveEntry>();
    entry->kind = LiveKind::LineUp;
    entry->at = at;
    entry->downSince = d->downSince;
    const quint64 first = nextNumber();
    d->push(std::move(entry));
    emit appended(first);
}

void LiveFeed::setCapacity(int entries)
{
    d->capacity = qMax(1, entries);
    d->trim();
    emit ledgerChanged();
}

int LiveFeed::capacity() const
{
    return d->capacity;
}

void LiveFeed::clear()
{
    d->ledger.cleared += d->ledger.kept;
    d->ledger.kept = 0;
    d->entries.clear();
    emit cleared();
    emit ledgerChanged();
}

const std::deque<SharedLiveEntry> &LiveFeed::entries() const
{
    return d->entries;
}

quint64 LiveFeed::firstNumber() const
{
    return d->entries.empty() ? d->next : d->entries.front()->number;
}

quint64 LiveFeed::nextNumber() const
{
    return d->next;
}

SharedLiveEntry LiveFeed::entry(quint64 number) const
{
    const quint64 first = firstNumber();
    return number < first || number >= d->next ? nullptr : d->entries[size_t(number - first)];
}

FeedLedger LiveFeed::ledger() const
{
    return d->ledger;
}

double LiveFeed::changesPerSecond() const
{
    const qint64 current = d->now() / 1000;
    if (current == d->second)
        return d->lastSecond;
    return current == d->second + 1 ? d->thisSecond : 0;
}

void LiveFeed::setClock(std::function<qint64()> now)
{
    d->now = std::move(now);
}

} // namespace Studio
