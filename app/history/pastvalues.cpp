// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/pastvalues.h"

#include "history/historyreader.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QTimer>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype mostKeys = 10'000; // of a branch

struct Branch {
    qsizetype limit = 0;
    QList<QByteArray> keys;
    bool isAnswered = false;
};

} // namespace

struct PastValues::Private {
    Private(PastValues *values, HistoryReader &historyReader)
        : q(values)
        , reader(historyReader)
    {
    }

    PastValues *q;
    HistoryReader &reader;
    qint64 moment = 0; ///< of what is shown
    qint64 wanted = 0;
    QHash<QByteArray, PastState> states;
    QHash<QByteArray, Branch> branches;
    // Asked for since the last reset(): what nobody asks for any more is not asked of later moments.
    QSet<QByteArray> usedKeys;
    QSet<QByteArray> usedBranches;
    QSet<QByteArray> lastKeys; ///< of the moment before: a view that paints late has not asked yet
    QSet<QByteArray> lastBranches;
    QSet<QByteArray> missingKeys; ///< to be asked for when the event loop runs
    QSet<QByteArray> missingBranches;
    bool isPlanned = false;
    int open = 0; ///< answers of a moment that are still to come
    QHash<QByteArray, PastState> nextStates;
    QHash<QByteArray, Branch> nextBranches;
    qint64 next = 0;

    void plan();
    void askMissing();
    void move();
    void arrived();
};

PastValues::PastValues(HistoryReader &reader, QObject *parent)
    : ValueSource(parent)
    , d(std::make_unique<Private>(this, reader))
{
}

PastValues::~PastValues() = default;

qint64 PastValues::moment() const
{
    return d->moment;
}

void PastValues::Private::plan()
{
    if (std::exchange(isPlanned, true))
        return;
    QTimer::singleShot(0, q, [this] {
        isPlanned = false;
        askMissing();
    });
}

bool PastValues::isKnown(const QByteArray &key) const
{
    d->usedKeys.insert(key);
    const auto at = d->states.constFind(key);
    if (at != d->states.cend())
        return at->known;
    d->missingKeys.insert(key);
    d->plan();
    return false;
}

std::optional<SourcedValue> PastValues::value(const QByteArray &key) const
{
    if (!isKnown(key))
        return {};
    const PastState state = d->states.value(key);
    if (!state.exists)
        return {};
    SourcedValue value;
    value.value = state.value.value_or(QByteArray());
    value.state = !state.value ? ValueState::Unknown : state.sure ? ValueState::Read : ValueState::Presumed;
    value.changedAt = state.changedAt;
    return value;
}

QList<QByteArray> PastValues::keysUnder(const QByteArray &prefix, qsizetype limit) const
{
    limit = std::min(limit, mostKeys);
    d->usedBranches.insert(prefix);
    Branch &branch = d->branches[prefix];
    if (limit > branch.limit || !branch.isAnswered) {
        branch.limit = std::max(limit, branch.limit);
        branch.isAnswered = true; // asked for, at least
        d->missingBranches.insert(prefix);
        d->plan();
    }
    return branch.keys.first(std::min(limit, branch.keys.size()));
}

/// What was asked for the first time, of the moment that is shown.
void PastValues::Private::askMissing()
{
    const qint64 at = moment;
    if (!missingKeys.isEmpty()) {
        const QSet<QByteArray> asked = std::exchange(missingKeys, {});
        reader.states(asked.values(), at, q, [this, at](const QHash<QByteArray, PastState> &answer) {
            if (at != moment)
                return;
            states.insert(answer);
            QList<QByteArray> keys = answer.keys();
            std::sort(keys.begin(), keys.end());
            emit q->changed(keys);
        });
    }
    for (const QByteArray &prefix : std::exchange(missingBranches, {})) {
        const qsizetype limit = branches.value(prefix).limit;
        reader.keysUnder(prefix, at, int(limit), q, [this, at, prefix](const QList<PastKey> &answer) {
            if (at != moment || !branches.contains(prefix))
                return;
            QList<QByteArray> keys;
            for (const PastKey &each : answer) {
                keys.append(each.key);
                states.insert(each.key, each.state);
            }
            branches[prefix].keys = keys;
            emit q->changed(keys);
        });
    }
}

void PastValues::setMoment(qint64 at)
{
    d->wanted = at;
    if (d->open == 0 && d->wanted != d->moment)
        d->move();
}

void PastValues::Private::move()
{
    next = wanted;
    nextStates.clear();
    nextBranches.clear();
    const QSet<QByteArray> keys = usedKeys + lastKeys;
    const QSet<QByteArray> prefixes = usedBranches + lastBranches;
    open = 1 + int(prefixes.size());
    for (const QByteArray &prefix : prefixes) {
        const qsizetype limit = branches.value(prefix).limit;
        reader.keysUnder(prefix, next, int(limit), q, [this, prefix, limit](const QList<PastKey> &answer) {
            Branch branch{limit, {}, true};
            for (const PastKey &each : answer) {
                branch.keys.append(each.key);
                nextStates.insert(each.key, each.state);
            }
            nextBranches.insert(prefix, branch);
            arrived();
        });
    }
    reader.states(keys.values(), next, q, [this](const QHash<QByteArray, PastState> &answer) {
        nextStates.insert(answer);
        arrived();
    });
}

void PastValues::Private::arrived()
{
    if (--open > 0)
        return;
    moment = next;
    states = std::exchange(nextStates, {});
    branches = std::exchange(nextBranches, {});
    lastKeys = std::exchange(usedKeys, {});
    lastBranches = std::exchange(usedBranches, {});
    missingKeys.clear();
    missingBranches.clear();
    emit q->reset();
    if (wanted != moment && open == 0)
        move();
}

} // namespace Studio
