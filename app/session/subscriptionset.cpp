// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/subscriptionset.h"

#include "mirror/segment.h"

#include <algorithm>

namespace Studio
{

bool WatchPattern::covers(const WatchPattern &other) const
{
    return isPrefix ? other.text.startsWith(text) : !other.isPrefix && other.text == text;
}

bool WatchPattern::coversStretch(const QByteArray &first, const QByteArray &last) const
{
    // Whatever lies between two keys with a common prefix has it too.
    return isPrefix ? first.startsWith(text) && last.startsWith(text) : first == text && last == text;
}

bool WatchPattern::matches(const QByteArray &key) const
{
    return isPrefix ? key.startsWith(text) : key == text;
}

SubscriptionSet::SubscriptionSet(QList<QByteArray> separators, std::chrono::milliseconds gather)
    : m_separators(std::move(separators))
    , m_gatherMs(gather.count())
{
}

void SubscriptionSet::setInterest(View view, const QList<QByteArray> &visibleKeys,
                                  const QList<QByteArray> &openKeys, qint64 now)
{
    Wants &wants = m_views[view];
    if (wants.visible == visibleKeys && wants.open == openKeys)
        return;
    wants.visible = visibleKeys;
    wants.open = openKeys;
    changed(now);
}

void SubscriptionSet::setPrefixes(View view, const QList<QByteArray> &prefixes, qint64 now)
{
    Wants &wants = m_views[view];
    if (wants.prefixes == prefixes)
        return;
    wants.prefixes = prefixes;
    changed(now);
}

void SubscriptionSet::removeView(View view)
{
    // Wanting less never makes a token.
    m_views.remove(view);
}

WatchPatterns SubscriptionSet::wanted() const
{
    WatchPatterns patterns;
    for (const Wants &wants : m_views) {
        for (const QByteArray &prefix : wants.prefixes)
            patterns.append({prefix, true});
        for (const QByteArray &key : wants.open)
            patterns.append({key, false});
        for (const QByteArray &key : wants.visible) {
            const QByteArray level = levelOfKey(key, m_separators);
            if (level.isEmpty())
                patterns.append({key, false});
            else
                patterns.append({level, true});
        }
    }
    patterns.removeIf(
        [](const WatchPattern &pattern) { return pattern.text.isEmpty() && !pattern.isPrefix; });
    return reduced(std::move(patterns));
}

WatchPatterns SubscriptionSet::takeGrown()
{
    WatchPatterns patterns = reduced(wanted() + m_active);
    if (patterns.size() > maxPatterns)
        return takeFresh();
    m_dueAt.reset();
    m_asked = patterns;
    return patterns;
}

WatchPatterns SubscriptionSet::takeFresh()
{
    m_dueAt.reset();
    m_asked = wanted();
    return m_asked;
}

void SubscriptionSet::setActive(const WatchPatterns &patterns, qint64 now)
{
    std::map<WatchPattern, qint64> since;
    for (const WatchPattern &pattern : patterns) {
        // A narrower pattern inherits the time of the wider one that it was heard through.
        qint64 from = now;
        for (const auto &[old, at] : m_since) {
            if (old.covers(pattern))
                from = std::min(from, at);
        }
        since.emplace(pattern, from);
    }
    m_since = std::move(since);
    m_active = patterns;
    m_asked.clear();
    changed(now);
}

void SubscriptionSet::clearActive(qint64 now)
{
    m_active.clear();
    m_asked.clear();
    m_since.clear();
    changed(now);
}

void SubscriptionSet::failed(qint64 now, std::chrono::milliseconds wait)
{
    m_asked.clear();
    m_dueAt.reset();
    if (!coversAll(m_active, wanted()))
        m_dueAt = now + wait.count();
}

std::optional<qint64> SubscriptionSet::heardSince(const QByteArray &first, const QByteArray &last) const
{
    std::optional<qint64> best;
    for (const auto &[pattern, since] : m_since) {
        if (pattern.coversStretch(first, last))
            best = best ? std::min(*best, since) : since;
    }
    return best;
}

void SubscriptionSet::changed(qint64 now)
{
    const WatchPatterns patterns = wanted();
    if (coversAll(m_active, patterns) || coversAll(m_asked, patterns)) {
        m_dueAt.reset();
        return;
    }
    // From the first change on, not from the last: scrolling without end must not put it off without end. A
    // time set by failed() gives way, as the person wants something new.
    const qint64 due = now + m_gatherMs;
    m_dueAt = m_dueAt ? std::min(*m_dueAt, due) : due;
}

WatchPatterns SubscriptionSet::reduced(WatchPatterns patterns)
{
    std::sort(patterns.begin(), patterns.end(), [](const WatchPattern &a, const WatchPattern &b) {
        // At the same text the prefix first, as it covers the key.
        return a.text != b.text ? a.text < b.text : a.isPrefix && !b.isPrefix;
    });
    WatchPatterns kept;
    // In this order whatever covers a pattern stands before it, and of prefixes the last one kept is the only
    // candidate.
    qsizetype lastPrefix = -1;
    for (const WatchPattern &pattern : std::as_const(patterns)) {
        if (lastPrefix >= 0 && kept.at(lastPrefix).covers(pattern))
            continue;
        if (!kept.isEmpty() && kept.constLast() == pattern)
            continue;
        kept.append(pattern);
        if (pattern.isPrefix)
            lastPrefix = kept.size() - 1;
    }
    return kept;
}

bool SubscriptionSet::coversAll(const WatchPatterns &patterns, const WatchPatterns &wanted)
{
    return std::all_of(wanted.cbegin(), wanted.cend(), [&](const WatchPattern &want) {
        return std::any_of(patterns.cbegin(), patterns.cend(),
                           [&](const WatchPattern &have) { return have.covers(want); });
    });
}

} // namespace Studio
