// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSet>
#include <QtGlobal>

#include <optional>
#include <set>

namespace Studio
{

/// Keys whose value is only presumed and that somebody looks at: to be read again in the background,
/// neighbours together in one page. Pure.
class VerifyQueue
{
public:
    /// What to ask next: one key (then `first` == `last`), or a page.
    struct Query {
        QByteArray first;
        QByteArray last;
        int limit = 0;

        bool isSingle() const { return first == last; }
        bool operator==(const Query &) const = default;
    };

    /// `urgent` keys go before the others, one by one.
    void add(const QByteArray &key, bool urgent);
    void remove(const QByteArray &key);
    /// A page decided the stretch: nothing inside it waits any more but what the page left undecided.
    void removeStretch(const QByteArray &first, const QByteArray &last,
                       const QSet<QByteArray> &undecided = {});
    void clear();

    bool isEmpty() const { return m_urgent.empty() && m_keys.empty(); }
    bool hasUrgent() const { return !m_urgent.empty(); }
    qsizetype size() const { return qsizetype(m_urgent.size()) + qsizetype(m_keys.size()); }

    /// The next query. Its keys leave the queue; those behind the end of a truncated page have to be put back
    /// with putBack().
    std::optional<Query> take();
    /// What of the last page query, behind `decidedUpTo`, has to be asked again.
    void putBack(const Query &query, const QByteArray &decidedUpTo);

    /// More than these are not kept: they stay presumed.
    static constexpr qsizetype maxKeys = 5000;

private:
    std::set<QByteArray> m_urgent;
    std::set<QByteArray> m_keys;
    std::set<QByteArray> m_taken; ///< of the page query under way
};

} // namespace Studio
