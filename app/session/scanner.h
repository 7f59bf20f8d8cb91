// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/intervalscan.h"

#include <QByteArray>
#include <QList>

#include <hpkvqt/enums.h>
#include <hpkvqt/error.h>
#include <hpkvqt/types.h>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace Studio
{

/// One page that the scanner wants.
struct PageQuery {
    quint64 id = 0; ///< never used twice; an answer with an id that is not open any more is dropped
    QByteArray first; ///< inclusive
    QByteArray last; ///< inclusive
    int limit = 0;
    Hpkv::Lane lane = Hpkv::Lane::Interactive;
};

/// What the scanner needs of its owner.
class ScannerHost
{
public:
    virtual ~ScannerHost() = default;

    virtual void requestPage(const PageQuery &query) = 0;
    /// False while the window has enough to do: then no background page is asked for until Scanner::pump().
    virtual bool wantsMore() const = 0;
    virtual void levelListed(const QByteArray &prefix) = 0;
    virtual void levelFailed(const QByteArray &prefix, const Hpkv::Error &error) = 0;
    virtual void branchLoaded(const QByteArray &prefix) = 0;
    virtual void branchFailed(const QByteArray &prefix, const Hpkv::Error &error) = 0;
    virtual void branchProgress(const QByteArray &prefix, qint64 keys) = 0;
    virtual void intervalMoved(quint64 scan, const IntervalProgress &progress) = 0;
    virtual void intervalEnded(quint64 scan, const IntervalEnd &end) = 0;
};

/// Decides which pages to read. A level is listed by *page and jump*: where a page ends inside the branch of
/// a child, the next one begins behind that branch; so a million keys in twenty branches cost about twenty
/// pages. A branch or an interval is loaded by reading everything, in the background lane. Knows no network:
/// pages are asked of the host.
///
/// What was under way when the line is lost goes on behind it, from the page that was missing.
class Scanner
{
public:
    /// `prefixes`: the only parts of the key space that may be read (profiles with a token); empty = all.
    Scanner(ScannerHost &host, QList<QByteArray> separators, QList<QByteArray> prefixes);

    /// Lists the children of `prefix` in `lane`. One that is under way already goes on, in the better of both
    /// lanes.
    void listLevel(const QByteArray &prefix, Hpkv::Lane lane = Hpkv::Lane::Interactive);
    void loadBranch(const QByteArray &prefix);
    /// Reads the interval from its beginning, at most `limit` records (< 0: all). Its first page goes in the
    /// interactive lane, as somebody looks at it. `scan` is a number of the caller's, never used twice.
    void readInterval(quint64 scan, const KeyInterval &interval, qint64 limit);
    /// The page that is under way still arrives.
    void pauseInterval(quint64 scan, bool paused);
    /// Ends with intervalEnded() and ErrorKind::Canceled.
    void cancelInterval(quint64 scan);
    /// Looks whether there is anything below `prefix`: one record is asked for, and nothing is told but that.
    void probe(const QByteArray &prefix);

    /// The host's answer to PageQuery `id`.
    void pageArrived(quint64 id, const Hpkv::RangePage &page);
    void pageFailed(quint64 id, const Hpkv::Error &error);

    void lineUp();
    void lineDown();
    /// Asks again for what was put off (rate limit, full queue, server trouble). Call it every half second or
    /// so.
    void tick();
    /// The host wants more again.
    void pump();

    void pause();
    void resume();
    /// Everything ends with levelFailed(), branchFailed() or intervalEnded() and ErrorKind::Canceled.
    void cancelAll();

    bool isIdle() const { return m_jobs.empty(); }

    static constexpr int firstPage = 32;
    static constexpr int firstIntervalPage = 100;
    static constexpr int fullPage = 1000;

private:
    enum class Kind { Level, Branch, Interval, Probe };
    enum class Wait { None, Page, Line, Tick, Turn };
    using Stretch = KeyInterval;
    struct Job {
        Kind kind = Kind::Level;
        QByteArray prefix; ///< Level, Branch, Probe
        quint64 scan = 0; ///< Interval
        qint64 left = -1; ///< Interval: records still wanted; < 0 = all
        bool isPaused = false; ///< Interval
        IntervalProgress progress; ///< Interval
        QList<KeyInterval> refused; ///< Interval
        Hpkv::Lane lane = Hpkv::Lane::Interactive;
        std::deque<Stretch> stretches; ///< the front one is being read, from `first` on
        std::optional<QByteArray> dropFirst; ///< the page begins with this key once more
        QByteArray behind; ///< the key behind which the page begins (key + NUL); empty otherwise
        int limit = firstPage;
        int failures = 0; ///< of the page that is asked for
        qint64 keys = 0;
        Wait wait = Wait::Turn;
        quint64 query = 0;
        Hpkv::Error firstError; ///< of a stretch that was refused
    };
    using Jobs = std::map<quint64, Job>;

    std::deque<Stretch> stretchesOf(const QByteArray &prefix) const;
    std::deque<Stretch> stretchesOf(const KeyInterval &interval) const;
    void start(const QByteArray &prefix, Kind kind, Hpkv::Lane lane);
    void ask(Job &job);
    void wake(Wait reason);
    void count(Job &job, const Hpkv::RangePage &page, bool repeated);
    void tell(Job &job, IntervalProgress::Wait wait);
    Jobs::iterator jobOf(quint64 query);
    Jobs::iterator jobOfScan(quint64 scan);
    void nextStretch(Jobs::iterator it);
    void finish(Jobs::iterator it);
    void end(const Job &job, const Hpkv::Error &error);

    ScannerHost &m_host;
    QList<QByteArray> m_separators;
    QList<QByteArray> m_prefixes;
    Jobs m_jobs;
    quint64 m_nextJob = 1;
    quint64 m_nextQuery = 1;
    bool m_lineUp = false;
    bool m_paused = false;
};

} // namespace Studio
