// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livefeed.h"

#include "live/livereading.h"
#include "mirror/keyspacemirror.h"

#include <QCache>
#include <QDateTime>
#include <QElapsedTimer>
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
constexpr double readPerBatchMs = 2;
constexpr int readsBetweenLooks = 8; // at the clock

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
    std::deque<SharedLiveNote> notes;
    qsizetype bytes = 0;
    qsizetype byteCapacity = LiveFeed::defaultByteCapacity;
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
    double readingBudget = readPerBatchMs;
    QElapsedTimer batchClock;
    int reads = 0; ///< of this batch
    bool isFlooded = false; ///< this batch has used up its time
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
    void push(std::shared_ptr<LiveNote> note);
    void pushGap(LiveKind kind, qint64 at);
    void beginBatch();
    bool hasTimeToRead();
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
    while (notes.size() > size_t(capacity) || (bytes > byteCapacity && notes.size() > 1)) {
        if (!notes.front()->isBreak()) {
            ++ledger.dropped;
            --ledger.kept;
        }
        bytes -= notes.front()->cost();
        notes.pop_front();
    }
}

void LiveFeed::Private::push(std::shared_ptr<LiveNote> note)
{
    note->number = next++;
    if (!note->isBreak()) {
        ++ledger.received;
        ++ledger.kept;
    }
    bytes += note->cost();
    notes.push_back(std::move(note));
    trim();
}

void LiveFeed::Private::pushGap(LiveKind kind, qint64 at)
{
    auto note = std::make_shared<LiveNote>();
    note->gap = kind;
    note->at = at;
    if (kind == LiveKind::LineUp)
        note->downSince = downSince;
    push(std::move(note));
}

void LiveFeed::Private::beginBatch()
{
    toCompare = comparedPerBatch;
    reads = 0;
    isFlooded = false;
    batchClock.start();
}

bool LiveFeed::Private::hasTimeToRead()
{
    if (!isFlooded && ++reads % readsBetweenLooks == 0)
        isFlooded = double(batchClock.nsecsElapsed()) / 1e6 > readingBudget;
    return !isFlooded;
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
        d->beginBatch();
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
    auto note = std::make_shared<LiveNote>();
    note->facts = factsOf(heard, known, note->own);
    note->at = heard.at;
    note->serverTimestamp = heard.serverTimestamp;
    note->key = heard.key;
    const LiveFacts &facts = note->facts;
    toCompare -= facts.text.size() + (facts.before ? facts.before->size() : 0);
    note->detailed = toCompare >= 0;
    push(note);
    count(now());

    // Unread, nothing is known of the key but what the mirror holds.
    if (!hasTimeToRead() || heard.removed || facts.text.size() > largestRemembered) {
        if (known)
            memory.remove(heard.key);
        return;
    }
    const LiveReading &reading = note->reading();
    if (!reading.guess && (!reading.result || *reading.result == facts.text)) {
        if (known)
            memory.remove(heard.key);
        return;
    }
    if (Memory *kept = remember(heard.key)) {
        kept->heard = true;
        kept->text = facts.text;
        kept->result = reading.result;
        kept->guessed = reading.guess ? note->number : 0;
        kept->facts = reading.guess ? facts : LiveFacts();
        weigh(heard.key);
    }
}

void LiveFeed::append(const Heard &heard)
{
    const quint64 first = nextNumber();
    d->beginBatch();
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
    const SharedLiveNote old = noteAt(known->guessed);
    const std::optional<LiveReading> reading = readingThatLeaves(known->facts, heard.after);
    known->guessed = 0; // whatever comes later says nothing about that row
    known->result = heard.after;
    if (!old || !reading)
        return;
    auto better = std::make_shared<LiveNote>(*old);
    better->setReading(*reading);
    const quint64 number = old->number;
    d->notes[size_t(number - firstNumber())] = better;
    emit settled(number);
}

void LiveFeed::lineDown(qint64 at)
{
    if (d->isDown)
        return;
    d->isDown = true;
    d->downSince = at;
    const quint64 first = nextNumber();
    d->pushGap(LiveKind::LineDown, at);
    emit appended(first);
}

void LiveFeed::lineUp(qint64 at)
{
    if (!d->isDown)
        return;
    d->isDown = false;
    const quint64 first = nextNumber();
    d->pushGap(LiveKind::LineUp, at);
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

void LiveFeed::setByteCapacity(qsizetype bytes)
{
    d->byteCapacity = qMax<qsizetype>(1, bytes);
    d->trim();
    emit ledgerChanged();
}

qsizetype LiveFeed::byteCapacity() const
{
    return d->byteCapacity;
}

qsizetype LiveFeed::bytes() const
{
    return d->bytes;
}

void LiveFeed::setReadingBudget(double milliseconds)
{
    d->readingBudget = milliseconds;
}

void LiveFeed::clear()
{
    d->ledger.cleared += d->ledger.kept;
    d->ledger.kept = 0;
    d->bytes = 0;
    d->notes.clear();
    emit cleared();
    emit ledgerChanged();
}

const std::deque<SharedLiveNote> &LiveFeed::notes() const
{
    return d->notes;
}

quint64 LiveFeed::firstNumber() const
{
    return d->notes.empty() ? d->next : d->notes.front()->number;
}

quint64 LiveFeed::nextNumber() const
{
    return d->next;
}

SharedLiveNote LiveFeed::noteAt(quint64 number) const
{
    const quint64 first = firstNumber();
    return number < first || number >= d->next ? nullptr : d->notes[size_t(number - first)];
}

SharedLiveEntry LiveFeed::entry(quint64 number) const
{
    const SharedLiveNote found = noteAt(number);
    return found ? found->entry() : nullptr;
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
