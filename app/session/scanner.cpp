// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/scanner.h"

#include "mirror/segment.h"

#include <hpkvqt/keys.h>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int smallestRetryPage = 50;
constexpr int maxFailures = 3;

/// Whether the page may simply be asked for again when the line is back.
bool isLineTrouble(const Hpkv::Error &error)
{
    switch (error.kind) {
    case Hpkv::ErrorKind::NotConnected:
    case Hpkv::ErrorKind::ConnectionLost:
    case Hpkv::ErrorKind::ConnectionFailed:
    case Hpkv::ErrorKind::Canceled:
        return true;
    default:
        return false;
    }
}

/// A start that is longer than a key may be is refused with one of these.
bool mayMeanTooLong(const Hpkv::Error &error)
{
    return error.kind == Hpkv::ErrorKind::BadRequest || error.kind == Hpkv::ErrorKind::TooLarge;
}

} // namespace

Scanner::Scanner(ScannerHost &host, QList<QByteArray> separators, QList<QByteArray> prefixes)
    : m_host(host)
    , m_separators(std::move(separators))
    , m_prefixes(std::move(prefixes))
{
    // A prefix below another one is read with it.
    std::sort(m_prefixes.begin(), m_prefixes.end());
    QList<QByteArray> apart;
    for (const QByteArray &prefix : std::as_const(m_prefixes)) {
        if (apart.isEmpty() || !prefix.startsWith(apart.constLast()))
            apart.append(prefix);
    }
    m_prefixes = apart;
}

std::deque<Scanner::Stretch> Scanner::stretchesOf(const QByteArray &prefix) const
{
    if (m_prefixes.isEmpty())
        return {KeyInterval::ofPrefix(prefix)};
    std::deque<Stretch> stretches;
    for (const QByteArray &allowed : m_prefixes) {
        if (prefix.startsWith(allowed))
            return {KeyInterval::ofPrefix(prefix)};
        if (allowed.startsWith(prefix))
            stretches.push_back(KeyInterval::ofPrefix(allowed));
    }
    return stretches;
}

/// What of the interval may be read.
std::deque<Scanner::Stretch> Scanner::stretchesOf(const KeyInterval &interval) const
{
    if (m_prefixes.isEmpty())
        return {interval};
    std::deque<Stretch> stretches;
    for (const QByteArray &allowed : m_prefixes) {
        Stretch part = KeyInterval::ofPrefix(allowed);
        part.first = std::max(part.first, interval.first);
        part.last = std::min(part.last, interval.last);
        if (part.first <= part.last)
            stretches.push_back(part);
    }
    return stretches;
}

void Scanner::listLevel(const QByteArray &prefix, Hpkv::Lane lane)
{
    start(prefix, Kind::Level, lane);
}

void Scanner::loadBranch(const QByteArray &prefix)
{
    start(prefix, Kind::Branch, Hpkv::Lane::Background);
}

void Scanner::readInterval(quint64 scan, const KeyInterval &interval, qint64 limit)
{
    Job job;
    job.kind = Kind::Interval;
    job.scan = scan;
    job.left = limit;
    job.lane = Hpkv::Lane::Interactive;
    job.limit = firstIntervalPage;
    job.stretches = stretchesOf(interval);
    if (job.stretches.empty() || limit == 0) {
        if (limit != 0)
            job.refused.append(interval);
        end(job, limit == 0
                     ? Hpkv::Error()
                     : Hpkv::Error{Hpkv::ErrorKind::AccessDenied,
                                   QStringLiteral("The interval lies outside what the token may read")});
        return;
    }
    ask(m_jobs.emplace(m_nextJob++, std::move(job)).first->second);
}

void Scanner::pauseInterval(quint64 scan, bool paused)
{
    const auto it = jobOfScan(scan);
    if (it == m_jobs.end() || it->second.isPaused == paused)
        return;
    it->second.isPaused = paused;
    if (!paused && it->second.wait == Wait::Turn)
        ask(it->second);
}

void Scanner::cancelInterval(quint64 scan)
{
    const auto it = jobOfScan(scan);
    if (it == m_jobs.end())
        return;
    const Job job = std::move(it->second);
    m_jobs.erase(it);
    end(job, {Hpkv::ErrorKind::Canceled, QStringLiteral("Stopped")});
}

void Scanner::probe(const QByteArray &prefix)
{
    start(prefix, Kind::Probe, Hpkv::Lane::Background);
}

void Scanner::start(const QByteArray &prefix, Kind kind, Hpkv::Lane lane)
{
    for (auto &[number, job] : m_jobs) {
        if (job.prefix == prefix && job.kind == kind) {
            if (lane == Hpkv::Lane::Interactive)
                job.lane = lane;
            if (job.wait == Wait::Turn)
                ask(job);
            return;
        }
    }
    Job job;
    job.prefix = prefix;
    job.kind = kind;
    job.lane = lane;
    job.stretches = stretchesOf(prefix);
    job.limit = kind == Kind::Branch ? fullPage : kind == Kind::Level ? firstPage : 1;
    if (job.stretches.empty()) {
        end(job, {Hpkv::ErrorKind::AccessDenied,
                  QStringLiteral("The prefix lies outside what the token may read")});
        return;
    }
    Job &added = m_jobs.emplace(m_nextJob++, std::move(job)).first->second;
    ask(added);
}

void Scanner::ask(Job &job)
{
    if (!m_lineUp) {
        job.wait = Wait::Line;
        tell(job, IntervalProgress::Wait::Line);
        return;
    }
    const bool background = job.lane == Hpkv::Lane::Background;
    if (job.isPaused || (background && (m_paused || !m_host.wantsMore()))) {
        job.wait = Wait::Turn;
        return;
    }
    job.wait = Wait::Page;
    job.query = m_nextQuery++;
    int limit = job.limit;
    if (job.left >= 0) {
        // A record that comes once more is not one of those that are wanted.
        limit = int(std::min<qint64>(limit, job.left + (job.dropFirst ? 1 : 0)));
    }
    m_host.requestPage({job.query, job.stretches.front().first, job.stretches.front().last, limit, job.lane});
}

/// Tells of another reason to wait.
void Scanner::tell(Job &job, IntervalProgress::Wait wait)
{
    if (job.kind != Kind::Interval || job.progress.wait == wait)
        return;
    job.progress.wait = wait;
    m_host.intervalMoved(job.scan, job.progress);
}

void Scanner::count(Job &job, const Hpkv::RangePage &page, bool repeated)
{
    const qsizetype fresh = page.records.size() - (repeated ? 1 : 0);
    job.keys += fresh;
    if (job.kind == Kind::Branch)
        m_host.branchProgress(job.prefix, job.keys);
    if (job.kind != Kind::Interval)
        return;
    if (job.left >= 0)
        job.left = std::max<qint64>(0, job.left - fresh);
    job.progress.records = job.keys;
    job.progress.pages += 1;
    if (!page.records.isEmpty())
        job.progress.reached = page.records.constLast().key;
    job.progress.wait = IntervalProgress::Wait::None;
    // Somebody sees rows by now; the rest may take its time.
    job.lane = Hpkv::Lane::Background;
    m_host.intervalMoved(job.scan, job.progress);
}

Scanner::Jobs::iterator Scanner::jobOfScan(quint64 scan)
{
    return std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &item) {
        return item.second.kind == Kind::Interval && item.second.scan == scan;
    });
}

Scanner::Jobs::iterator Scanner::jobOf(quint64 query)
{
    return std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &item) {
        return item.second.wait == Wait::Page && item.second.query == query;
    });
}

void Scanner::pageArrived(quint64 id, const Hpkv::RangePage &page)
{
    const auto it = jobOf(id);
    if (it == m_jobs.end())
        return;
    Job &job = it->second;
    job.failures = 0;
    const bool repeated =
        job.dropFirst && !page.records.isEmpty() && page.records.constFirst().key == *job.dropFirst;
    job.dropFirst.reset();
    count(job, page, repeated);
    if (job.kind == Kind::Probe && !page.records.isEmpty()) {
        // There is something, and that was the question.
        finish(it);
        return;
    }

    if (job.left == 0) {
        job.progress.hasMore = page.truncated || job.stretches.size() > 1;
        finish(it);
        return;
    }
    // Truncated without records cannot be gone on from.
    if (!page.truncated || page.records.isEmpty()) {
        nextStretch(it);
        return;
    }
    const QByteArray lastKey = page.records.constLast().key;
    std::optional<QByteArray> next;
    job.behind.clear();
    if (job.kind == Kind::Level && lastKey.startsWith(job.prefix)) {
        const qsizetype end = segmentEnd(lastKey, job.prefix.size(), m_separators);
        if (end >= 0) {
            next = Hpkv::Keys::branchSuccessor(lastKey.left(end));
            if (!next) {
                nextStretch(it);
                return;
            }
        }
    }
    if (!next) {
        next = Hpkv::Keys::nextStart(lastKey);
        job.behind = lastKey;
    }
    Stretch &stretch = job.stretches.front();
    if (*next > stretch.last) {
        nextStretch(it);
        return;
    }
    stretch.first = *next;
    job.limit = fullPage;
    ask(job);
}

void Scanner::pageFailed(quint64 id, const Hpkv::Error &error)
{
    const auto it = jobOf(id);
    if (it == m_jobs.end())
        return;
    Job &job = it->second;
    if (isLineTrouble(error)) {
        job.wait = Wait::Line;
        tell(job, IntervalProgress::Wait::Line);
        return;
    }
    if (error.kind == Hpkv::ErrorKind::RateLimited || error.kind == Hpkv::ErrorKind::QueueFull) {
        job.wait = Wait::Tick;
        tell(job, IntervalProgress::Wait::Rate);
        return;
    }
    if (mayMeanTooLong(error) && !job.behind.isEmpty()) {
        // Key + NUL is one byte more than a key of full length: go on from the key itself and drop it.
        job.stretches.front().first = job.behind;
        job.dropFirst = std::exchange(job.behind, {});
        ask(job);
        return;
    }
    const bool passing = error.kind == Hpkv::ErrorKind::Timeout || error.kind == Hpkv::ErrorKind::Server;
    if (passing && ++job.failures < maxFailures) {
        job.limit = std::max(std::min(job.limit, smallestRetryPage), job.limit / 2);
        job.wait = Wait::Tick;
        return;
    }
    if (!job.firstError.isError())
        job.firstError = error;
    if (job.kind == Kind::Interval)
        job.refused.append(job.stretches.front());
    nextStretch(it);
}

void Scanner::nextStretch(Jobs::iterator it)
{
    Job &job = it->second;
    job.stretches.pop_front();
    job.behind.clear();
    job.failures = 0;
    if (job.stretches.empty())
        finish(it);
    else
        ask(job);
}

void Scanner::finish(Jobs::iterator it)
{
    // Out of the table first: the host may start the same level again.
    const Job job = std::move(it->second);
    m_jobs.erase(it);
    end(job, job.firstError);
}

void Scanner::end(const Job &job, const Hpkv::Error &error)
{
    if (job.kind == Kind::Probe)
        return;
    if (job.kind == Kind::Interval) {
        m_host.intervalEnded(job.scan, {job.progress, error, job.refused});
    } else if (job.kind == Kind::Branch) {
        if (error.isError())
            m_host.branchFailed(job.prefix, error);
        else
            m_host.branchLoaded(job.prefix);
    } else if (error.isError()) {
        m_host.levelFailed(job.prefix, error);
    } else {
        m_host.levelListed(job.prefix);
    }
}

void Scanner::wake(Wait reason)
{
    // Numbers first: asking may end jobs.
    std::vector<quint64> numbers;
    for (const auto &[number, job] : m_jobs) {
        if (job.wait == reason)
            numbers.push_back(number);
    }
    for (const quint64 number : numbers) {
        const auto it = m_jobs.find(number);
        if (it != m_jobs.end() && it->second.wait == reason)
            ask(it->second);
    }
}

void Scanner::lineUp()
{
    m_lineUp = true;
    wake(Wait::Line);
}

void Scanner::lineDown()
{
    m_lineUp = false;
    for (auto &[number, job] : m_jobs) {
        job.wait = Wait::Line;
        tell(job, IntervalProgress::Wait::Line);
    }
}

void Scanner::tick()
{
    wake(Wait::Tick);
}

void Scanner::pump()
{
    wake(Wait::Turn);
}

void Scanner::pause()
{
    m_paused = true;
}

void Scanner::resume()
{
    m_paused = false;
    pump();
}

void Scanner::cancelAll()
{
    const Jobs jobs = std::exchange(m_jobs, {});
    for (const auto &[number, job] : jobs)
        end(job, {Hpkv::ErrorKind::Canceled, QStringLiteral("Stopped")});
}

} // namespace Studio
