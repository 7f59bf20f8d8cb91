// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/keychange.h"
#include "mirror/coverage.h"
#include "mirror/mirrorblock.h"
#include "session/latestjob.h"
#include "session/watchpattern.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <set>

namespace Studio
{

class Session;
struct AppliedBatch;

/// What changed in a session while its line was down. HPKV replays nothing, so what is watched is read again
/// in the background lane, within the rate, and compared with what was known; how much is still unverified is
/// said. Window's thread.
class GapReport : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 mostAtOnce = 20'000; ///< keys that are read again without being asked to

    explicit GapReport(Session &session, QObject *parent = nullptr);
    ~GapReport() override;

    /// What the person watches: the known keys among it are read again.
    void setPatterns(const WatchPatterns &patterns);
    /// See mostAtOnce.
    void setMostAtOnce(qint64 keys) { m_mostAtOnce = keys; }

    bool hasGap() const { return m_since > 0; }
    qint64 since() const { return m_since; } ///< ms since 1970; 0 = there was no gap
    qint64 until() const { return m_until; } ///< 0 = the line is still down
    /// By key.
    const std::map<QByteArray, KeyChange> &changes() const { return m_changes; }
    /// Watched keys of which it is not known yet whether they changed.
    qint64 unverified() const { return qint64(m_pending.size()) + m_left; }
    /// Watched keys that were to be read again in all.
    qint64 watched() const { return m_watched; }
    /// Watched keys are being read again.
    bool isChecking() const { return m_isChecking; }

    /// Reads again what is still unverified, at most mostAtOnce keys.
    void checkMore();

signals:
    /// The line broke or is back, or lists and counts are other ones.
    void changed();
    /// What was to be read has been read, or could not be.
    void finished();

private:
    struct Watched {
        QList<QByteArray> keys; ///< in order, at most as many as are read at once
        qint64 total = 0; ///< behind those that were skipped
    };

    void lineDown(qint64 at);
    void lineUp(qint64 at);
    void findWatched();
    void read(const Watched &watched);
    void learn(const AppliedBatch &batch);
    void compare(const QByteArray &key);
    bool isVerified(const QByteArray &key) const;
    void sweep();
    void end();
    void tell();

    Session &m_session;
    WatchPatterns m_patterns;
    QList<QByteArray> m_subscribed; ///< at the last moment when something was
    WatchMatcher m_heard; ///< up to the gap
    LatestJob<Watched> m_finder;
    QTimer m_sweeper;
    QTimer m_teller;

    MirrorSnapshot m_before;
    CoverageMap m_coverage; ///< when the line broke
    qint64 m_since = 0;
    qint64 m_until = 0;
    qint64 m_mostAtOnce = mostAtOnce;
    bool m_isOpen = false; ///< what is learnt now belongs to the gap
    bool m_isChecking = false;
    std::map<QByteArray, KeyChange> m_changes;
    QSet<QByteArray> m_touched; ///< heard or written since: what they hold now says nothing about the gap
    std::set<QByteArray> m_pending;
    QList<QByteArray> m_queue; ///< to be read one by one, not asked for yet
    QSet<QByteArray> m_branches; ///< being read as a whole
    qint64 m_skip = 0; ///< watched keys that were asked for in earlier turns
    qint64 m_left = 0; ///< and those that were not yet
    qint64 m_watched = 0;
    size_t m_pendingBefore = 0;
    int m_idleSweeps = 0; ///< nothing was verified meanwhile
};

} // namespace Studio
