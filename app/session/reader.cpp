// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/reader.h"

#include <algorithm>
#include <chrono>

namespace Studio
{

namespace
{

using namespace std::chrono_literals;

// A page that somebody waits for is asked for again by the scanner when it does not come; one in the
// background may wait long for its turn.
constexpr auto interactivePageTimeout = 15s;
constexpr auto backgroundPageTimeout = 60s;
constexpr auto gatherVerify = 400ms;
constexpr auto gatherUrgent = 30ms;
// A key that changes all the time must not take the whole rate for itself.
constexpr auto betweenUrgent = 250ms;
constexpr auto retryVerify = 1500ms;
constexpr int verifyAtOnce = 2;

bool isPassing(const Hpkv::Error &error)
{
    switch (error.kind) {
    case Hpkv::ErrorKind::Timeout:
    case Hpkv::ErrorKind::RateLimited:
    case Hpkv::ErrorKind::QueueFull:
    case Hpkv::ErrorKind::NotConnected:
    case Hpkv::ErrorKind::ConnectionLost:
    case Hpkv::ErrorKind::ConnectionFailed:
        return true;
    default:
        return false;
    }
}

} // namespace

Reader::Reader(WorkerCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_verifyTimer(this)
{
    m_verifyTimer.setSingleShot(true);
    connect(&m_verifyTimer, &QTimer::timeout, this, &Reader::verifyNext);
}

Reader::~Reader() = default;

void Reader::get(const QByteArray &key, Hpkv::Lane lane, const Done &done)
{
    getAgain(key, lane, done);
}

void Reader::getAgain(const QByteArray &key, Hpkv::Lane lane, const Done &done)
{
    Hpkv::CallOptions options;
    options.lane = lane;
    options.retryRefused = true;
    const RaceGuard::Ticket ticket = m_core.guard.begin(key);
    Hpkv::GetReply *reply = m_core.client->get(key, options);
    connect(reply, &Hpkv::Reply::finished, this, [this, reply, key, lane, done, ticket] {
        const qint64 sentAt = reply->sentAt();
        const bool touched = !m_core.guard.end(ticket, sentAt).isEmpty();
        const bool absent = reply->error().isNotFound();
        if (reply->error().isError() && !absent) {
            done({reply->error(), {}, sentAt});
            return;
        }
        if (touched && m_core.guard.readAgain(key)) {
            getAgain(key, lane, done);
            return;
        }
        Result result{{}, {}, sentAt};
        if (!absent)
            result.value = reply->value();
        if (!touched) {
            m_core.guard.decided(key);
            m_queue.remove(key);
            Learned learned;
            learned.key = key;
            learned.present = !absent;
            learned.hasValue = !absent;
            learned.value = result.value.value_or(QByteArray());
            learned.state = ValueState::Read;
            learned.origin = Origin::Get;
            learned.at = sentAt;
            m_core.outbox.learn(std::move(learned));
        }
        done(result);
    });
}

Hpkv::RangeReply *Reader::page(const QByteArray &first, const QByteArray &last, int limit, Hpkv::Lane lane,
                               const PageDone &done)
{
    Hpkv::CallOptions options;
    options.lane = lane;
    options.retryRefused = true;
    options.timeout = lane == Hpkv::Lane::Interactive ? interactivePageTimeout : backgroundPageTimeout;
    const RaceGuard::Ticket ticket = m_core.guard.begin(first, last);
    Hpkv::RangeReply *reply = m_core.client->range(first, last, limit, options);
    connect(reply, &Hpkv::Reply::finished, this, [this, reply, first, last, done, ticket] {
        const QList<QByteArray> touched = m_core.guard.end(ticket, reply->sentAt());
        if (!reply->error().isError())
            learnPage(first, last, reply->page(), reply->sentAt(), touched);
        done(reply->page(), reply->error());
    });
    return reply;
}

void Reader::learnPage(const QByteArray &first, const QByteArray &last, const Hpkv::RangePage &page,
                       qint64 sentAt, const QList<QByteArray> &touched)
{
    // A truncated page without records decides nothing.
    if (page.truncated && page.records.isEmpty())
        return;
    Covered covered;
    covered.first = first;
    covered.last = page.truncated ? page.records.constLast().key : last;
    covered.asOf = sentAt;
    const std::optional<qint64> since = m_core.subscriptions.heardSince(covered.first, covered.last);
    covered.live = since && *since <= sentAt;
    QSet<QByteArray> undecided;
    for (const QByteArray &key : touched) {
        if (key > covered.last)
            continue;
        covered.undecided.append(key);
        undecided.insert(key);
    }
    m_core.outbox.beginPage(covered.first, covered.last);
    for (const Hpkv::Record &record : page.records) {
        if (undecided.contains(record.key))
            continue;
        Learned learned;
        learned.key = record.key;
        learned.hasValue = true;
        learned.value = record.value;
        learned.state = ValueState::Read;
        learned.origin = Origin::Page;
        learned.at = sentAt;
        m_core.outbox.learn(std::move(learned));
    }
    m_queue.removeStretch(covered.first, covered.last, undecided);
    m_core.guard.decided(covered.first, covered.last, undecided);
    for (const QByteArray &key : std::as_const(covered.undecided)) {
        if (m_core.guard.readAgain(key))
            verify(key, false);
    }
    m_core.outbox.cover(std::move(covered));
}

void Reader::verify(const QByteArray &key, bool urgent)
{
    m_queue.add(key, urgent);
    if (!m_lineUp)
        return;
    const std::chrono::milliseconds wait = urgent ? untilUrgent() : gatherVerify;
    if (!m_verifyTimer.isActive() || m_verifyTimer.remainingTimeAsDuration() > wait)
        m_verifyTimer.start(wait);
}

std::chrono::milliseconds Reader::untilUrgent() const
{
    if (!m_lastUrgent.isValid())
        return gatherUrgent;
    const auto since = std::chrono::milliseconds(m_lastUrgent.elapsed());
    return std::max<std::chrono::milliseconds>(gatherUrgent, betweenUrgent - since);
}

void Reader::lineUp()
{
    m_lineUp = true;
    if (!m_queue.isEmpty())
        m_verifyTimer.start(gatherUrgent);
}

void Reader::lineDown()
{
    m_lineUp = false;
    m_verifyTimer.stop();
}

void Reader::verifyNext()
{
    while (m_lineUp && m_verifying < verifyAtOnce) {
        const bool urgent = m_queue.hasUrgent();
        // One page at a time; urgent keys may go beside it.
        if (!urgent && m_verifying > 0)
            return;
        const std::optional<VerifyQueue::Query> query = m_queue.take();
        if (!query)
            return;
        ++m_verifying;
        if (urgent)
            m_lastUrgent.start();
        constexpr Hpkv::Lane lane = Hpkv::Lane::Background;
        if (query->isSingle()) {
            get(query->first, lane,
                [this, query](const Result &result) { verifyEnded(*query, result.error, query->last); });
        } else {
            page(query->first, query->last, query->limit, lane,
                 [this, query](const Hpkv::RangePage &page, const Hpkv::Error &error) {
                     const bool all = !page.truncated || page.records.isEmpty();
                     verifyEnded(*query, error, all ? query->last : page.records.constLast().key);
                 });
        }
    }
}

void Reader::verifyEnded(const VerifyQueue::Query &query, const Hpkv::Error &error,
                         const QByteArray &decidedUpTo)
{
    --m_verifying;
    std::chrono::milliseconds wait = gatherVerify;
    if (!error.isError()) {
        m_queue.putBack(query, decidedUpTo);
    } else if (isPassing(error)) {
        m_queue.putBack(query, QByteArray());
        if (query.isSingle())
            m_queue.add(query.first, true);
        wait = retryVerify;
    } else {
        // Refused for good (403): it stays presumed.
        m_queue.putBack(query, query.last);
    }
    if (m_queue.isEmpty()) {
        if (m_verifying == 0)
            emit verified();
    } else if (m_lineUp) {
        m_verifyTimer.start(m_queue.hasUrgent() && !error.isError() ? untilUrgent() : wait);
    }
}

} // namespace Studio
