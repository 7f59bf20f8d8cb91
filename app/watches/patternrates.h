// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/branchrates.h"
#include "session/watchpattern.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <vector>

namespace Studio
{

class KeyspaceMirror;
struct AppliedBatch;

/// How much is heard through each of some patterns: changes in the last full second and in the last minute. A
/// change counts for every pattern that matches its key. Which ones those are is worked out once a second, a
/// little at a time, so that a flood costs a count for each change and no more. Window's thread.
class PatternRates : public QObject
{
    Q_OBJECT

public:
    explicit PatternRates(const KeyspaceMirror &mirror, QObject *parent = nullptr);

    void setPatterns(const WatchPatterns &patterns);
    BranchRates::Figures figuresOf(const WatchPattern &pattern) const;
    /// Where "now" comes from, in ms since 1970 (default: the system's clock).
    void setClock(std::function<qint64()> now) { m_now = std::move(now); }

    /// Of keys that are remembered with the patterns that match them.
    static constexpr qsizetype mostKeys = 20'000;

public slots:
    void refresh();

signals:
    /// The figures are those of another second.
    void refreshed();

private:
    using Counts = QHash<QByteArray, quint32>;

    void heard(const AppliedBatch &batch);
    bool work();
    const QList<int> &patternsOf(const QByteArray &key);

    std::function<qint64()> m_now;
    WatchPatterns m_patterns;
    std::vector<WatchMatcher> m_matchers; ///< as the patterns
    std::map<qint64, Counts> m_waiting; ///< by second: changes of keys whose patterns are to be found
    QList<std::pair<QByteArray, quint32>> m_rest; ///< of the second that is being worked off
    qint64 m_restAt = 0;
    QHash<QByteArray, QList<int>> m_known;
    BranchRates m_rates; ///< by the pattern's text
    QHash<QByteArray, BranchRates::Figures> m_figures;
    QTimer m_timer;
};

} // namespace Studio
