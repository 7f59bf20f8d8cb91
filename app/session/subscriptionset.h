// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/watchpattern.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QtGlobal>

#include <chrono>
#include <map>
#include <optional>

namespace Studio
{

/// What all views together want to hear, as patterns for one token. HPKV fixes a token's subscriptions when
/// it is made, so changes are gathered for a while and the set only grows until the next renewal: clicking
/// through records does not make a token for each. Pure; time comes in as ms since 1970.
class SubscriptionSet
{
public:
    using View = quint64;

    /// One of `separators` ends a branch's prefix: visible keys are heard through the branch they lie in.
    explicit SubscriptionSet(QList<QByteArray> separators, std::chrono::milliseconds gather);

    void setInterest(View view, const QList<QByteArray> &visibleKeys, const QList<QByteArray> &openKeys,
                     qint64 now);
    /// What `view` wants beyond its keys. What it no longer wants goes with the next token.
    void setPrefixes(View view, const QList<QByteArray> &prefixes, qint64 now);
    /// The same for what a person chose: what is no longer wanted makes a token as well. What cannot be
    /// watched (WatchPattern::error()) is left out.
    void setPatterns(View view, const WatchPatterns &patterns, qint64 now);
    void removeView(View view);
    /// The server does not take it: it is left out of tokens until nobody wants it any more.
    void refuse(const RefusedPattern &refused);
    const QList<RefusedPattern> &refused() const { return m_refused; }

    /// What the views want now and the server may take: sorted, without what another pattern covers already.
    WatchPatterns wanted() const;

    /// When the gathered changes are due (a token is needed); empty while what is wanted is heard or on its
    /// way.
    std::optional<qint64> dueAt() const { return m_dueAt; }
    /// The patterns for the next token: what is wanted and what is heard already, as long as that stays
    /// small and nothing of it was given up.
    WatchPatterns takeGrown();
    /// The patterns for a token that is made anyway (first, renewal, reconnect): only what is wanted.
    WatchPatterns takeFresh();

    /// A connection with these patterns is open since `now`. Patterns that were in force before without a
    /// break keep their time.
    void setActive(const WatchPatterns &patterns, qint64 now);
    /// The connection is gone: what is wanted is due again.
    void clearActive(qint64 now);
    /// The token could not be had: tried again when the views change or after `wait`.
    void failed(qint64 now, std::chrono::milliseconds wait);

    const WatchPatterns &active() const { return m_active; }
    /// Whether a notification of `key` is one that was asked for: the wire form of some patterns hears more.
    bool admits(const QByteArray &key) const;
    /// Since when every change in the stretch has been heard; empty if it is not.
    std::optional<qint64> heardSince(const QByteArray &first, const QByteArray &last) const;

    /// Above this many patterns a token is made for what is wanted only.
    static constexpr int maxPatterns = 300;

private:
    struct Wants {
        QList<QByteArray> visible;
        QList<QByteArray> open;
        WatchPatterns patterns;
    };

    void changed(qint64 now);
    WatchPatterns asked() const;
    void forgetRefused();
    bool mustShrink(const WatchPatterns &wanted) const;
    void setHeard();

    QList<QByteArray> m_separators;
    qint64 m_gatherMs;
    QHash<View, Wants> m_views;
    WatchPatterns m_active;
    WatchPatterns m_asked; ///< of the token that is being made; in force soon
    QList<RefusedPattern> m_refused;
    WatchPatterns m_givenUp; ///< since the last token that was made for what is wanted only
    std::optional<WatchMatcher> m_filter; ///< while a pattern in force hears more than it says
    std::map<WatchPattern, qint64> m_since;
    std::optional<qint64> m_dueAt;
};

} // namespace Studio
