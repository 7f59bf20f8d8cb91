// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/keyspacemirror.h"

#include "mirror/batchapplier.h"
#include "mirror/blockstore.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>

namespace Studio
{

struct KeyspaceMirror::Private {
    explicit Private(KeyspaceMirror *mirror)
        : q(mirror)
    {
    }

    /// Works until everything is done or `budgetNs` is used up (< 0: no bound).
    void work(qint64 budgetNs);
    void begin(AppliedBatch &applied);
    void finish();
    void tellCoverage(const Stretch &stretch);

    KeyspaceMirror *q;
    // Behind a pointer: marking a value as used when it is looked at changes nothing that can be seen.
    std::unique_ptr<BlockStore> store = std::make_unique<BlockStore>();
    CoverageMap coverage;
    std::deque<SharedBatch> waiting;
    std::optional<BatchApplier> current;
    std::optional<Stretch> coverageTold; ///< what coverageChanged() is to be raised for
    QTimer timer;
    double sliceBudget = 2;
    bool working = false;
    quint64 generation = 0; ///< counts clear(), so that a slice notices it
};

void KeyspaceMirror::Private::tellCoverage(const Stretch &stretch)
{
    if (!coverageTold) {
        coverageTold = stretch;
        return;
    }
    coverageTold->from = std::min(coverageTold->from, stretch.from);
    coverageTold->to = std::max(coverageTold->to, stretch.to);
}

void KeyspaceMirror::Private::begin(AppliedBatch &applied)
{
    const SharedBatch batch = waiting.front();
    waiting.pop_front();
    if (batch->lineBroke) {
        applied.lineBroke = true;
        if (coverage.breakLine(batch->lineBrokeAt))
            tellCoverage({QByteArray(), CoverageMap::infinity()});
    }
    for (const Unwatched &unwatched : batch->unwatched) {
        const Stretch stretch = CoverageMap::stretch(unwatched.first, unwatched.last);
        if (coverage.endLive(stretch, unwatched.at))
            tellCoverage(stretch);
    }
    current.emplace(batch, *store, coverage);
}

void KeyspaceMirror::Private::finish()
{
    for (const Covered &covered : current->batch().covered) {
        const Stretch stretch = CoverageMap::stretch(covered.first, covered.last);
        coverage.add(stretch, covered.asOf, covered.live);
        tellCoverage(stretch);
    }
    current.reset();
}

void KeyspaceMirror::Private::work(qint64 budgetNs)
{
    if (working)
        return;
    working = true;
    QElapsedTimer clock;
    clock.start();
    const auto outOfTime = [&] { return budgetNs >= 0 && clock.nsecsElapsed() >= budgetNs; };
    while (current || !waiting.empty()) {
        const quint64 generationBefore = generation;
        AppliedBatch applied;
        if (!current)
            begin(applied);
        bool more = true;
        do {
            more = current->step(applied);
        } while (more && !outOfTime());
        if (!more) {
            applied.heard = current->takeHeard();
            finish();
        }
        if (!applied.isEmpty())
            emit q->applied(applied);
        if (generation == generationBefore && !more && coverageTold) {
            const Stretch stretch = *coverageTold;
            coverageTold.reset();
            emit q->coverageChanged(stretch);
        }
        if (outOfTime())
            break;
    }
    if (store->overBudget())
        store->trim(outOfTime);
    working = false;
    if (current || !waiting.empty() || store->overBudget()) {
        timer.start();
    } else {
        timer.stop();
        emit q->drained();
    }
}

KeyspaceMirror::KeyspaceMirror(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    d->timer.setSingleShot(true);
    d->timer.setInterval(0);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->work(qint64(d->sliceBudget * 1e6)); });
}

KeyspaceMirror::~KeyspaceMirror() = default;

void KeyspaceMirror::apply(const Batch &batch)
{
    d->waiting.push_back(std::make_shared<const Batch>(batch));
    d->work(-1);
}

void KeyspaceMirror::enqueue(const SharedBatch &batch)
{
    if (!batch)
        return;
    d->waiting.push_back(batch);
    if (!d->timer.isActive())
        d->timer.start();
}

int KeyspaceMirror::pendingBatches() const
{
    return int(d->waiting.size()) + (d->current ? 1 : 0);
}

void KeyspaceMirror::flush()
{
    if (pendingBatches() > 0)
        d->work(-1);
}

void KeyspaceMirror::setSliceBudget(double milliseconds)
{
    d->sliceBudget = qMax(0.0, milliseconds);
}

double KeyspaceMirror::sliceBudget() const
{
    return d->sliceBudget;
}

void KeyspaceMirror::clear()
{
    ++d->generation;
    d->waiting.clear();
    d->current.reset();
    d->store->clear();
    d->coverage.clear();
    d->coverageTold.reset();
    d->timer.stop();
    emit reset();
}

qint64 KeyspaceMirror::knownCount() const
{
    return d->store->size();
}

bool KeyspaceMirror::isKnown(QByteArrayView key) const
{
    return info(key).has_value();
}

std::optional<Entry> KeyspaceMirror::find(QByteArrayView key) const
{
    const Position position = d->store->lowerBound(key);
    if (isEnd(position) || keyAt(position) != key)
        return std::nullopt;
    d->store->touch(position);
    return entryAt(position);
}

std::optional<EntryInfo> KeyspaceMirror::info(QByteArrayView key) const
{
    const Position position = d->store->lowerBound(key);
    if (isEnd(position) || keyAt(position) != key)
        return std::nullopt;
    return d->store->block(position.block).info(position.index);
}

qint64 KeyspaceMirror::countWithPrefix(QByteArrayView prefix) const
{
    if (prefix.isEmpty())
        return knownCount();
    return countInStretch(CoverageMap::ofPrefix(prefix.toByteArray()));
}

qint64 KeyspaceMirror::countInStretch(const Stretch &stretch) const
{
    return qMax<qint64>(0, rank(stretch.to) - rank(stretch.from));
}

KeyspaceMirror::Position KeyspaceMirror::lowerBound(QByteArrayView key) const
{
    return d->store->lowerBound(key);
}

KeyspaceMirror::Position KeyspaceMirror::positionOf(qint64 rank) const
{
    return d->store->positionOf(rank);
}

bool KeyspaceMirror::isEnd(const Position &position) const
{
    return d->store->isEnd(position);
}

QByteArrayView KeyspaceMirror::keyAt(const Position &position) const
{
    return d->store->block(position.block).key(position.index);
}

Entry KeyspaceMirror::entryAt(const Position &position) const
{
    return d->store->block(position.block).entry(position.index);
}

void KeyspaceMirror::advance(Position &position) const
{
    if (++position.index >= d->store->block(position.block).size())
        position = {position.block + 1, 0};
}

qint64 KeyspaceMirror::rank(QByteArrayView key) const
{
    return d->store->rank(d->store->lowerBound(key));
}

MirrorSnapshot KeyspaceMirror::snapshot() const
{
    return MirrorSnapshot(d->store->snapshot());
}

Coverage KeyspaceMirror::coverage(const QByteArray &first, const QByteArray &last) const
{
    return d->coverage.of(CoverageMap::stretch(first, last));
}

Coverage KeyspaceMirror::branchCoverage(const QByteArray &prefix) const
{
    return d->coverage.of(CoverageMap::ofPrefix(prefix));
}

bool KeyspaceMirror::isLevelComplete(const QByteArray &prefix, const QList<QByteArray> &separators) const
{
    return d->coverage.isLevelComplete(prefix, separators);
}

const CoverageMap &KeyspaceMirror::coverageMap() const
{
    return d->coverage;
}

void KeyspaceMirror::setValueBudget(qint64 bytes)
{
    d->store->setBudget(qMax<qint64>(0, bytes));
    if (d->store->overBudget())
        d->store->trim({});
}

qint64 KeyspaceMirror::valueBudget() const
{
    return d->store->budget();
}

qint64 KeyspaceMirror::valueBytes() const
{
    return d->store->valueBytes();
}

} // namespace Studio
