// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/subscriptionset.h"

#include "mirror/segment.h"

#include <algorithm>

namespace Studio
{

namespace
{

bool coversAll(const WatchPatterns &patterns, const WatchPatterns &wanted)
{
    return std::all_of(wanted.cbegin(), wanted.cend(), [&](const WatchPattern &want) {
        return std::any_of(patterns.cbegin(), patterns.cend(),
                           [&](const WatchPattern &have) { return have.covers(want); });
    });
}

} // namespace

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
    WatchPatterns patterns;
    patterns.reserve(prefixes.size());
    for (const QByteArray &prefix : prefixes)
        patterns.append(WatchPattern::prefix(prefix));
    Wants &wants = m_views[view];
    if (wants.patterns == patterns)
        return;
    wants.patterns = patterns;
    changed(now);
}

void SubscriptionSet::setPatterns(View view, const WatchPatterns &patterns, qint64 now)
{
    WatchPatterns wanted = patterns;
    wanted.removeIf([](const WatchPattern &pattern) { return !pattern.error().isEmpty(); });
    Wants &wants = m_views[view];
    if (wants.patterns == wanted)
        return;
    for (const WatchPattern &old : std::as_const(wants.patterns)) {
        if (!wanted.contains(old) && !m_givenUp.contains(old))
            m_givenUp.append(old);
    }
    wants.patterns = wanted;
    forgetRefused();
    changed(now);
}

void SubscriptionSet::removeView(View view)
{
    // Wanting less never makes a token.
    m_views.remove(view);
    forgetRefused();
}

void SubscriptionSet::refuse(const RefusedPattern &refused)
{
    m_refused.append(refused);
    m_givenUp.removeAll(refused.pattern);
}

/// One that is wanted anew later gets another chance.
void SubscriptionSet::forgetRefused()
{
    const WatchPatterns patterns = asked();
    m_refused.removeIf([&](const RefusedPattern &refused) { return !patterns.contains(refused.pattern); });
}

WatchPatterns SubscriptionSet::wanted() const
{
    WatchPatterns patterns = asked();
    for (const RefusedPattern &refused : m_refused)
        patterns.removeAll(refused.pattern);
    return reduced(std::move(patterns));
}

/// By all views, as they say it.
WatchPatterns SubscriptionSet::asked() const
{
    WatchPatterns patterns;
    for (const Wants &wants : m_views) {
        patterns += wants.patterns;
        for (const QByteArray &key : wants.open)
            patterns.append(WatchPattern::key(key));
        for (const QByteArray &key : wants.visible) {
            const QByteArray level = levelOfKey(key, m_separators);
            patterns.append(level.isEmpty() ? WatchPattern::key(key) : WatchPattern::prefix(level));
        }
    }
    patterns.removeIf([](const WatchPattern &pattern) { return pattern == WatchPattern(); });
    return patterns;
}

WatchPatterns SubscriptionSet::takeGrown()
{
    const WatchPatterns fresh = wanted();
    WatchPatterns patterns = reduced(fresh + m_active);
    if (patterns.size() > maxPatterns || mustShrink(fresh))
        return takeFresh();
    m_dueAt.reset();
    m_asked = patterns;
    setHeard();
    return patterns;
}

WatchPatterns SubscriptionSet::takeFresh()
{
    m_dueAt.reset();
    m_asked = wanted();
    setHeard();
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
    // What is given up and still heard stays due; the rest is settled.
    m_givenUp.removeIf([this](const WatchPattern &pattern) { return !coversAll(m_active, {pattern}); });
    setHeard();
    changed(now);
}

void SubscriptionSet::clearActive(qint64 now)
{
    m_active.clear();
    m_asked.clear();
    m_givenUp.clear();
    m_since.clear();
    setHeard();
    changed(now);
}

void SubscriptionSet::failed(qint64 now, std::chrono::milliseconds wait)
{
    m_asked.clear();
    m_dueAt.reset();
    setHeard();
    const WatchPatterns patterns = wanted();
    if (!coversAll(m_active, patterns) || mustShrink(patterns))
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

bool SubscriptionSet::admits(const QByteArray &key) const
{
    return !m_filter || m_filter->matches(key);
}

/// What is heard now or will be with the token that is being made.
void SubscriptionSet::setHeard()
{
    m_filter.reset();
    const WatchPatterns heard = m_active + m_asked;
    if (std::any_of(heard.cbegin(), heard.cend(), [](const WatchPattern &each) { return each.isWider(); }))
        m_filter.emplace(heard);
}

/// Whether something is heard, or will be, that was given up and that nothing else wants.
bool SubscriptionSet::mustShrink(const WatchPatterns &wanted) const
{
    const WatchPatterns &heard = m_asked.isEmpty() ? m_active : m_asked;
    return std::any_of(m_givenUp.cbegin(), m_givenUp.cend(), [&](const WatchPattern &pattern) {
        return coversAll(heard, {pattern}) && !coversAll(wanted, {pattern});
    });
}

void SubscriptionSet::changed(qint64 now)
{
    const WatchPatterns patterns = wanted();
    if (!mustShrink(patterns) && (coversAll(m_active, patterns) || coversAll(m_asked, patterns))) {
        m_dueAt.reset();
        return;
    }
    // From the first change on, not from the last: scrolling without end must not put it off without end. A
    // time set by failed() gives way, as the person wants something new.
    const qint64 due = now + m_gatherMs;
    m_dueAt = m_dueAt ? std::min(*m_dueAt, due) : due;
}

} // namespace Studio
