// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QtGlobal>

#include <map>

namespace Studio
{

/// Tells which keys a reply does not decide: those that a notification or an own write touched between the
/// sending of the request and its reply. Pure; time comes in as ms since 1970.
class RaceGuard
{
public:
    using Ticket = quint64;

    /// A request over the keys from `first` to `last` (inclusive) is on its way.
    Ticket begin(const QByteArray &first, const QByteArray &last);
    Ticket begin(const QByteArray &key) { return begin(key, key); }

    /// Something newer was learnt about `key`, or an own write of it has been sent.
    void touch(const QByteArray &key, qint64 now);

    /// The reply is there: the keys (sorted) that it does not decide. `sentAt`: when the request really left;
    /// what was touched before that does not count. 0 = unknown, everything counts.
    QList<QByteArray> end(Ticket ticket, qint64 sentAt);

    /// Its reply will not come.
    void drop(Ticket ticket);

    /// A single read of `key` was disturbed. True: read it again; false: it was read again twice already, so
    /// it stays presumed (and counting starts anew).
    bool readAgain(const QByteArray &key);
    /// An undisturbed reply decided `key`.
    void decided(const QByteArray &key);
    /// The page decided every key from `first` to `last` but these.
    void decided(const QByteArray &first, const QByteArray &last, const QSet<QByteArray> &undecided);

    qsizetype openTickets() const { return qsizetype(m_open.size()); }

    static constexpr int maxRereads = 2;

private:
    struct Request {
        QByteArray first;
        QByteArray last;
        std::map<QByteArray, qint64> touched; ///< when last
    };

    std::map<Ticket, Request> m_open;
    QHash<QByteArray, int> m_rereads;
    Ticket m_next = 1;
};

} // namespace Studio
