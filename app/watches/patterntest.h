// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/latestjob.h"
#include "session/watchpattern.h"

#include <QByteArray>
#include <QList>
#include <QObject>

namespace Studio
{

class KeyspaceMirror;
class MirrorSnapshot;

/// What of the known keys some patterns match.
struct PatternMatches {
    qint64 known = 0; ///< keys that were looked at
    QList<qint64> counts; ///< one for each group of patterns
    QList<QByteArray> first; ///< the first keys that any of the groups matches

    bool operator==(const PatternMatches &) const = default;
};

/// Counts the keys of `snapshot` that each of `groups` matches and names the first `most`. Keys and prefixes
/// are looked up; the other forms are held against every key. Stops early, with what it has, when `canceled`.
PatternMatches matchPatterns(const MirrorSnapshot &snapshot, const QList<WatchPatterns> &groups,
                             qsizetype most, const std::atomic_bool &canceled);

/// Does that beside the window's thread; a later test takes the place of one that runs.
class PatternTest : public QObject
{
    Q_OBJECT

public:
    explicit PatternTest(const KeyspaceMirror &mirror, QObject *parent = nullptr);

    void start(const QList<WatchPatterns> &groups, qsizetype most = 0);
    void cancel();
    bool isRunning() const { return m_job.isRunning(); }
    /// Of the test that ended last.
    const PatternMatches &matches() const { return m_matches; }

signals:
    /// Not after cancel().
    void finished();

private:
    const KeyspaceMirror &m_mirror;
    LatestJob<PatternMatches> m_job;
    PatternMatches m_matches;
};

} // namespace Studio
