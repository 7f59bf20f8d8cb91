// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/search/valuesearch.h"

#include "mirror/keyspacemirror.h"
#include "session/bell.h"
#include "session/intervalscan.h"
#include "session/mailbox.h"
#include "session/search/searchpass.h"
#include "session/session.h"

#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <deque>

namespace Studio
{

namespace
{

constexpr int TellMs = 100;
/// Reading over a few keys whose values are known costs less than a request of its own.
constexpr qint64 JoinOver = 200;

/// One more key may be read at the end than `stretch` holds, which does no harm.
KeyInterval intervalOf(const Stretch &stretch)
{
    return {stretch.from.isEmpty() ? Hpkv::Keys::smallestStart() : stretch.from,
            stretch.to == CoverageMap::infinity() ? Hpkv::Keys::prefixEnd({}) : stretch.to};
}

} // namespace

struct ValueSearch::Private {
    Private(ValueSearch *search, Session &openSession)
        : q(search)
        , session(openSession)
    {
    }

    ValueSearch *q;
    Session &session;
    ValueQuery query;
    KeySelection scope;
    std::vector<Stretch> stretches; ///< of the scope, sorted, none overlaps another
    State state = State::Idle;
    quint64 generation = 0; ///< what an older one finds is dropped
    qint64 searched = 0;
    qint64 recordsBefore = 0; ///< read by scans that have ended
    QByteArray reached;
    Hpkv::Error problem;
    QList<KeyInterval> missing;
    QSet<QByteArray> hits;
    std::deque<KeyInterval> toRead;
    QPointer<IntervalScan> scan;
    int passes = 0; ///< handed to the pool and not answered yet
    bool allRead = false;

    QThreadPool pool; ///< one thread, so that answers keep the order of the changes
    std::shared_ptr<std::atomic_bool> canceled;
    Mailbox<SearchPassResult> results;
    Bell bell{[this] { take(); }};
    QTimer tellTimer;

    void begin();
    void halt(State next);
    void run(SearchPass pass);
    void take();
    void takeHits(SearchPassResult &result);
    void planReading(const std::vector<Stretch> &unread);
    void readNext();
    void scanEnded();
    void learn(const AppliedBatch &batch);
    void follow(const QList<QByteArray> &keys, SearchPass &pass) const;
    bool isInScope(QByteArrayView key) const;
    void maybeFinish();
    void setState(State next);
    void tell();
};

ValueSearch::ValueSearch(Session &session, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, session))
{
    d->pool.setMaxThreadCount(1);
    d->results.setWakeUp([this] { d->bell.ring(); });
    d->tellTimer.setSingleShot(true);
    d->tellTimer.setInterval(TellMs);
    connect(&d->tellTimer, &QTimer::timeout, this, &ValueSearch::changed);
    connect(&session.mirror(), &KeyspaceMirror::applied, this,
            [this](const AppliedBatch &batch) { d->learn(batch); });
}

ValueSearch::~ValueSearch()
{
    d->halt(State::Idle);
    d->pool.waitForDone(); // it wakes this object up
}

void ValueSearch::start(const ValueQuery &query, const KeySelection &scope)
{
    clear();
    d->query = query;
    d->scope = scope.isEmpty() ? KeySelection::ofPrefix({}) : scope;
    d->stretches.clear();
    for (const KeyInterval &interval : std::as_const(d->scope.intervals))
        d->stretches.push_back(CoverageMap::stretch(interval.first, interval.last));
    for (const QByteArray &key : std::as_const(d->scope.keys))
        d->stretches.push_back({key, Hpkv::Keys::nextStart(key)});
    uniteStretches(d->stretches);
    d->begin();
}

void ValueSearch::stop()
{
    if (isBusy() || state() == State::Finished)
        d->halt(State::Stopped);
}

void ValueSearch::resume()
{
    if (state() == State::Stopped && d->query.isValid())
        d->begin();
}

void ValueSearch::clear()
{
    d->halt(State::Idle);
    d->query = {};
    d->searched = 0;
    d->hits.clear();
    emit cleared();
    d->tell();
}

ValueSearch::State ValueSearch::state() const
{
    return d->state;
}

const ValueQuery &ValueSearch::query() const
{
    return d->query;
}

const KeySelection &ValueSearch::scope() const
{
    return d->scope;
}

qint64 ValueSearch::searched() const
{
    return d->searched;
}

int ValueSearch::hitCount() const
{
    return int(d->hits.size());
}

qint64 ValueSearch::recordsRead() const
{
    return d->recordsBefore + (d->scan ? d->scan->progress().records : 0);
}

double ValueSearch::recordsPerSecond() const
{
    return d->scan ? d->scan->recordsPerSecond() : 0;
}

bool ValueSearch::waitsForLine() const
{
    return d->scan && d->scan->progress().wait == IntervalProgress::Wait::Line;
}

bool ValueSearch::waitsForRate() const
{
    return d->scan && d->scan->progress().wait == IntervalProgress::Wait::Rate;
}

QByteArray ValueSearch::reached() const
{
    return d->scan && !d->scan->progress().reached.isEmpty() ? d->scan->progress().reached : d->reached;
}

const Hpkv::Error &ValueSearch::problem() const
{
    return d->problem;
}

const QList<KeyInterval> &ValueSearch::missing() const
{
    return d->missing;
}

void ValueSearch::Private::begin()
{
    halt(State::Known);
    canceled = std::make_shared<std::atomic_bool>(false);
    SearchPass pass;
    pass.snapshot = session.mirror().snapshot();
    pass.stretches = stretches;
    run(std::move(pass));
    tell();
}

/// Ends what is under way; nothing of it is heard any more.
void ValueSearch::Private::halt(State next)
{
    ++generation;
    if (canceled)
        canceled->store(true);
    passes = 0;
    recordsBefore = 0;
    reached.clear();
    problem = {};
    missing.clear();
    toRead.clear();
    allRead = false;
    if (scan) {
        scan->disconnect(q);
        scan->cancel();
        scan = nullptr;
    }
    setState(next);
}

void ValueSearch::Private::run(SearchPass pass)
{
    ++passes;
    pass.query = query;
    pass.generation = generation;
    pass.canceled = canceled;
    pool.start([pass = std::move(pass), this] { pass.run(results); });
}

void ValueSearch::Private::take()
{
    for (SearchPassResult &result : results.take()) {
        if (result.generation != generation)
            continue;
        searched += result.searched;
        takeHits(result);
        if (result.generation != generation)
            continue; // a slot began another search, or there are hits enough
        if (!result.last)
            continue;
        --passes;
        if (state == State::Known && result.ofSnapshot)
            planReading(result.unread);
        maybeFinish();
    }
    if (!tellTimer.isActive())
        tellTimer.start();
}

void ValueSearch::Private::takeHits(SearchPassResult &result)
{
    QList<QByteArray> lost;
    for (const QByteArray &key : std::as_const(result.misses)) {
        if (hits.remove(key))
            lost.append(key);
    }
    if (!lost.isEmpty())
        emit q->hitsLost(lost);
    if (result.hits.isEmpty())
        return;
    const auto isNew = [this](const SearchHit &hit) { return !hits.contains(hit.key); };
    qsizetype room = MostHits - hits.size();
    bool full = false;
    QList<SearchHit> kept;
    for (SearchHit &hit : result.hits) {
        if (isNew(hit) && room-- <= 0) {
            full = true;
            break;
        }
        hits.insert(hit.key);
        kept.append(std::move(hit));
    }
    emit q->hitsFound(kept);
    if (full)
        halt(State::Stopped);
}

/// What is to be read: stretches that never were, and known keys whose values are not held.
void ValueSearch::Private::planReading(const std::vector<Stretch> &unread)
{
    KeyspaceMirror &mirror = session.mirror();
    std::vector<Stretch> wanted = unread;
    for (const Stretch &stretch : stretches) {
        for (const Stretch &gap : mirror.coverageMap().gaps(stretch))
            wanted.push_back(gap);
    }
    uniteStretches(wanted);
    std::vector<Stretch> joined;
    for (const Stretch &stretch : wanted) {
        if (!joined.empty() && mirror.countInStretch({joined.back().to, stretch.from}) <= JoinOver
            && mirror.coverageMap().of({joined.back().to, stretch.from}).isComplete()
            && std::any_of(stretches.begin(), stretches.end(), [&](const Stretch &part) {
                   return part.from <= joined.back().from && stretch.to <= part.to;
               }))
            joined.back().to = stretch.to;
        else
            joined.push_back(stretch);
    }
    for (const Stretch &stretch : joined)
        toRead.push_back(intervalOf(stretch));
    setState(State::Reading);
    readNext();
}

void ValueSearch::Private::readNext()
{
    if (toRead.empty()) {
        // The end of a scan is told while the mirror tells of its last records, perhaps before learn() hears
        // it.
        QMetaObject::invokeMethod(
            q,
            [this, of = generation] {
                if (of != generation)
                    return;
                allRead = true;
                maybeFinish();
            },
            Qt::QueuedConnection);
        return;
    }
    const KeyInterval next = toRead.front();
    toRead.pop_front();
    scan = session.readInterval(next);
    QObject::connect(scan, &IntervalScan::changed, q, [this] { tell(); });
    QObject::connect(scan, &IntervalScan::finished, q, [this] { scanEnded(); });
}

void ValueSearch::Private::scanEnded()
{
    const IntervalScan *ended = std::exchange(scan, nullptr);
    recordsBefore += ended->progress().records;
    if (!ended->progress().reached.isEmpty())
        reached = ended->progress().reached;
    if (ended->error().isError()) {
        if (ended->error().kind == Hpkv::ErrorKind::Canceled) { // "stop reading" somewhere else
            halt(State::Stopped);
            return;
        }
        if (!problem.isError())
            problem = ended->error();
        missing += ended->missing();
    }
    readNext();
    tell();
}

void ValueSearch::Private::learn(const AppliedBatch &batch)
{
    if (state != State::Known && state != State::Reading && state != State::Finished)
        return;
    SearchPass pass;
    follow(batch.inserted, pass);
    follow(batch.changed, pass);
    for (const QByteArray &key : batch.removed) {
        if (hits.contains(key))
            pass.gone.append(key);
    }
    if (!pass.values.empty() || !pass.gone.isEmpty())
        run(std::move(pass));
}

void ValueSearch::Private::follow(const QList<QByteArray> &keys, SearchPass &pass) const
{
    const KeyspaceMirror &mirror = session.mirror();
    for (const QByteArray &key : keys) {
        if (!isInScope(key))
            continue;
        const KeyspaceMirror::Position at = mirror.lowerBound(key);
        if (mirror.isEnd(at) || mirror.keyAt(at) != key)
            continue;
        // Not find(), which would mark the value as used by a person.
        if (const Entry entry = mirror.entryAt(at); entry.hasValue)
            pass.values.emplace_back(key, entry.value);
    }
}

bool ValueSearch::Private::isInScope(QByteArrayView key) const
{
    const auto behind = std::upper_bound(stretches.begin(), stretches.end(), key,
                                         [](QByteArrayView k, const Stretch &s) { return k < s.from; });
    return behind != stretches.begin() && key < std::prev(behind)->to;
}

void ValueSearch::Private::maybeFinish()
{
    if (state == State::Reading && allRead && passes == 0)
        setState(State::Finished);
}

void ValueSearch::Private::setState(State next)
{
    if (std::exchange(state, next) == next)
        return;
    tellTimer.stop();
    emit q->changed();
}

void ValueSearch::Private::tell()
{
    if (!tellTimer.isActive())
        tellTimer.start();
}

} // namespace Studio
