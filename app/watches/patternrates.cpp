// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/patternrates.h"

#include "mirror/keyspacemirror.h"

#include <QDateTime>
#include <QElapsedTimer>

namespace Studio
{

namespace
{

constexpr int refreshMs = 1000;
constexpr int workMs = 2; ///< at a time
constexpr int restMs = 20; ///< in between

} // namespace

PatternRates::PatternRates(const KeyspaceMirror &mirror, QObject *parent)
    : QObject(parent)
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    connect(&mirror, &KeyspaceMirror::applied, this, &PatternRates::heard);
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &PatternRates::refresh);
    m_timer.start();
}

void PatternRates::setPatterns(const WatchPatterns &patterns)
{
    if (m_patterns == patterns)
        return;
    m_patterns = patterns;
    m_matchers.clear();
    for (const WatchPattern &pattern : patterns)
        m_matchers.emplace_back(WatchPatterns{pattern});
    m_known.clear();
}

BranchRates::Figures PatternRates::figuresOf(const WatchPattern &pattern) const
{
    return m_figures.value(pattern.toText());
}

void PatternRates::heard(const AppliedBatch &batch)
{
    if (m_patterns.isEmpty())
        return;
    for (const Heard &heard : batch.heard) {
        if (heard.origin == Origin::Notification)
            ++m_waiting[heard.at / 1000][heard.key];
    }
}

const QList<int> &PatternRates::patternsOf(const QByteArray &key)
{
    auto known = m_known.find(key);
    if (known != m_known.end())
        return *known;
    if (m_known.size() >= mostKeys)
        m_known.clear();
    QList<int> matching;
    for (int i = 0; i < int(m_matchers.size()); ++i) {
        if (m_matchers[size_t(i)].matches(key))
            matching.append(i);
    }
    return *m_known.insert(key, matching);
}

/// False when there was more than fits into the time.
bool PatternRates::work()
{
    QElapsedTimer time;
    time.start();
    const qint64 second = m_now() / 1000;
    for (;;) {
        for (; !m_rest.isEmpty(); m_rest.removeLast()) {
            if (time.elapsed() >= workMs)
                return false;
            const auto &[key, count] = m_rest.constLast();
            for (const int pattern : patternsOf(key))
                m_rates.heard(m_patterns.at(pattern).toText(), m_restAt, count);
        }
        const auto next = m_waiting.begin();
        if (next == m_waiting.end() || next->first >= second)
            break;
        m_restAt = next->first * 1000;
        m_rest = QList<std::pair<QByteArray, quint32>>(next->second.constKeyValueBegin(),
                                                       next->second.constKeyValueEnd());
        m_waiting.erase(next);
    }
    return true;
}

void PatternRates::refresh()
{
    const bool isDone = work();
    m_timer.setInterval(isDone ? refreshMs : restMs);
    if (!isDone)
        return;
    m_figures.clear();
    for (const BranchRates::Figures &figures : m_rates.figures(m_now()))
        m_figures.insert(figures.branch, figures);
    emit refreshed();
}

} // namespace Studio
