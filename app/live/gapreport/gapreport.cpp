// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/gapreport/gapreport.h"

#include "live/livefeed.h"
#include "live/livereading.h"
#include "mirror/keyspacemirror.h"
#include "session/session.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int SweepMs = 100;
constexpr int TellMs = 150;
constexpr qsizetype ReadTogether = 1000; ///< the session keeps only so many that wait to be verified
constexpr qsizetype MostTogether = 2 * ReadTogether;
constexpr int SweepsUntilGivenUp = 50;
constexpr qint64 KeysBetweenLooks = 256;

/// Whether a value that was only presumed from a notified text may have been `value` already: the text may
/// have been a patch or an append.
bool mayHaveBeen(const QByteArray &notified, const QByteArray &value)
{
    if (value.endsWith(notified))
        return true;
    const std::optional<QByteArray> merged = mergedJson(value, notified);
    return merged && merged == mergedJson(value, QByteArrayLiteral("{}"));
}

} // namespace

GapReport::GapReport(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_sweeper.setInterval(SweepMs);
    connect(&m_sweeper, &QTimer::timeout, this, &GapReport::sweep);
    m_teller.setSingleShot(true);
    m_teller.setInterval(TellMs);
    connect(&m_teller, &QTimer::timeout, this, &GapReport::changed);
    const auto noteSubscribed = [this] {
        if (!m_session.status().watchedPatterns.isEmpty())
            m_subscribed = m_session.status().watchedPatterns;
    };
    noteSubscribed();
    connect(&session, &Session::statusChanged, this, noteSubscribed);
    // The beginning and the end of a gap are each told by themselves.
    connect(&session.feed(), &LiveFeed::appended, this, [this] {
        const LiveFeed &feed = m_session.feed();
        const SharedLiveNote note = feed.noteAt(feed.nextNumber() - 1);
        if (note && note->gap == LiveKind::LineDown)
            lineDown(note->at);
        else if (note && note->gap == LiveKind::LineUp)
            lineUp(note->at);
    });
    connect(&session.mirror(), &KeyspaceMirror::applied, this, &GapReport::learn);
    connect(&session, &Session::caughtUp, this, [this] {
        if (m_isOpen && m_until > 0 && !m_isChecking)
            findWatched();
    });
    // Looked at with the next sweep: the session may tell of it before the mirror's last slice got here.
    const auto branchEnded = [this](const QByteArray &prefix) { m_branches.remove(prefix); };
    connect(&session, &Session::branchLoaded, this, branchEnded);
    connect(&session, &Session::branchFailed, this, branchEnded);
}

GapReport::~GapReport() = default;

void GapReport::setPatterns(const WatchPatterns &patterns)
{
    m_patterns = patterns;
}

void GapReport::lineDown(qint64 at)
{
    // One gap behind another, before the first was looked through: they are one.
    if (m_isOpen && unverified() + (m_isChecking ? 1 : 0) > 0) {
        m_finder.cancel();
        m_isChecking = false;
        m_sweeper.stop();
        m_until = 0;
        m_touched.clear();
        m_pending.clear();
        m_queue.clear();
        m_branches.clear();
        m_left = 0;
        m_skip = 0;
        tell();
        return;
    }
    m_isOpen = true;
    m_before = m_session.mirror().snapshot();
    m_coverage = m_session.mirror().coverageMap();
    WatchPatterns heard = m_patterns;
    for (const QByteArray &wire : std::as_const(m_subscribed))
        heard.append(WatchPattern::fromText(wire));
    // A token that was given hears what nobody can tell: whatever was known.
    m_heard = WatchMatcher(heard.isEmpty() ? WatchPatterns{WatchPattern::prefix({})} : heard);
    m_since = at;
    m_until = 0;
    m_changes.clear();
    m_touched.clear();
    m_watched = 0;
    m_left = 0;
    m_skip = 0;
    tell();
}

void GapReport::lineUp(qint64 at)
{
    if (!m_isOpen || m_until > 0)
        return;
    m_until = at;
    tell();
}

/// Beside the window's thread: which of the keys that were known are watched.
void GapReport::findWatched()
{
    m_isChecking = true;
    m_finder.start(
        [snapshot = m_before, matcher = WatchMatcher(m_patterns), skip = m_skip,
         most = m_mostAtOnce](const std::atomic_bool &canceled) {
            Watched watched;
            qint64 looked = 0;
            qint64 found = 0;
            for (MirrorSnapshot::Position at; !snapshot.isEnd(at); snapshot.advance(at)) {
                if (++looked % KeysBetweenLooks == 0 && canceled)
                    break;
                const QByteArrayView view = snapshot.key(at);
                if (!matcher.matches(QByteArray::fromRawData(view.data(), view.size())) || found++ < skip)
                    continue;
                ++watched.total;
                if (watched.keys.size() < most)
                    watched.keys.append(view.toByteArray());
            }
            return watched;
        },
        [this](const Watched &watched) { read(watched); });
    tell();
}

void GapReport::read(const Watched &watched)
{
    if (m_skip == 0)
        m_watched = watched.total;
    m_skip += watched.keys.size();
    m_left = watched.total - watched.keys.size();
    // All of it: branches are read as a whole, which also finds what was created.
    QList<QByteArray> prefixes;
    if (m_left == 0 && m_skip == watched.keys.size()) {
        for (const WatchPattern &pattern : reduced(m_patterns)) {
            if (pattern.isPrefix())
                prefixes.append(pattern.text);
        }
    }
    m_queue.clear();
    for (const QByteArray &key : watched.keys) {
        if (isVerified(key) || m_touched.contains(key))
            continue;
        m_pending.insert(key);
        const bool isInBranch = std::any_of(prefixes.cbegin(), prefixes.cend(),
                                            [&](const QByteArray &prefix) { return key.startsWith(prefix); });
        if (!isInBranch)
            m_queue.append(key);
    }
    for (const QByteArray &prefix : std::as_const(prefixes)) {
        m_branches.insert(prefix);
        m_session.loadBranch(prefix);
    }
    m_pendingBefore = m_pending.size();
    m_idleSweeps = 0;
    m_sweeper.start();
    sweep();
}

void GapReport::checkMore()
{
    if (m_isChecking || !m_isOpen || m_until == 0 || unverified() == 0)
        return;
    if (!m_pending.empty()) {
        // What was asked for in vain.
        m_isChecking = true;
        m_queue = QList<QByteArray>(m_pending.cbegin(), m_pending.cend());
        m_idleSweeps = 0;
        m_sweeper.start();
        sweep();
    } else {
        findWatched();
    }
}

/// Whether the key was looked at since the line is back.
bool GapReport::isVerified(const QByteArray &key) const
{
    const std::optional<EntryInfo> info = m_session.mirror().info(key);
    return !info || info->at >= m_until;
}

void GapReport::sweep()
{
    if (!m_isChecking)
        return;
    for (auto at = m_pending.begin(); at != m_pending.end();)
        at = isVerified(*at) ? m_pending.erase(at) : std::next(at);
    const qsizetype asked = qsizetype(m_pending.size()) - m_queue.size();
    if (!m_queue.isEmpty() && (asked < ReadTogether || m_branches.isEmpty())
        && asked <= MostTogether - ReadTogether) {
        m_session.readAgain(m_queue.mid(0, ReadTogether));
        m_queue.remove(0, std::min(ReadTogether, m_queue.size()));
    }
    const bool moved = m_pending.size() != m_pendingBefore;
    m_pendingBefore = m_pending.size();
    m_idleSweeps =
        moved || !m_branches.isEmpty() || m_session.status().waitingBackground > 0 ? 0 : m_idleSweeps + 1;
    if (m_branches.isEmpty() && (m_pending.empty() || m_idleSweeps > SweepsUntilGivenUp))
        end();
    else if (moved)
        tell();
}

void GapReport::end()
{
    m_sweeper.stop();
    m_isChecking = false;
    m_queue.clear();
    if (unverified() == 0) {
        // Nothing more can be said of this gap; what follows is news.
        m_isOpen = false;
        m_before = {};
        m_coverage.clear();
        m_touched.clear();
    }
    tell();
    emit finished();
}

void GapReport::learn(const AppliedBatch &batch)
{
    if (!m_isOpen)
        return;
    for (const Heard &heard : batch.heard) {
        if (m_until > 0 && (heard.origin == Origin::Notification || heard.origin == Origin::OwnWrite)) {
            m_touched.insert(heard.key);
            m_pending.erase(heard.key);
        }
    }
    for (const QList<QByteArray> *keys : {&batch.inserted, &batch.changed, &batch.removed}) {
        for (const QByteArray &key : *keys) {
            if (!m_touched.contains(key) && m_heard.matches(key))
                compare(key);
        }
    }
}

void GapReport::compare(const QByteArray &key)
{
    const MirrorSnapshot::Position at = m_before.lowerBound(key);
    const bool was = !m_before.isEnd(at) && m_before.key(at) == key;
    const std::optional<Entry> now = m_session.mirror().find(key);
    KeyChange change;
    change.key = key;
    if (was) {
        const Entry before = m_before.entry(at);
        change.hasBefore = before.hasValue;
        change.before = before.value;
        change.guess = before.info.state == ValueState::Presumed;
    }
    if (now && now->hasValue) {
        change.hasAfter = true;
        change.after = now->value;
    }
    bool differs = false;
    if (was && now) {
        // Without both values nothing can be said.
        differs = change.hasBefore && change.hasAfter && change.before != change.after
               && !(change.guess && mayHaveBeen(change.before, change.after));
    } else if (was) {
        change.kind = KeyChange::Kind::Removed;
        change.guess = false;
        differs = true;
    } else if (now) {
        // Where nobody had looked, it may have been there before.
        change.kind = KeyChange::Kind::Created;
        differs = m_coverage.of(CoverageMap::stretch(key, key)).isComplete();
    }
    const auto known = m_changes.find(key);
    if (!differs) {
        if (known == m_changes.end())
            return;
        m_changes.erase(known);
    } else {
        m_changes[key] = std::move(change);
    }
    tell();
}

void GapReport::tell()
{
    if (!m_teller.isActive())
        m_teller.start();
}

} // namespace Studio
