// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pendingrequest.h"

#include <QHash>

namespace Hpkv
{

/// The calls that were sent and wait for their reply, by id. Ids grow by one over all connections of a client
/// and are not used again before 2^53−1 of them are spent; ids that still wait are skipped then.
class RequestTable
{
public:
    /// \param firstId 1 except in tests.
    explicit RequestTable(qint64 firstId = 1);

    /// Gives the request an id and keeps it.
    void insert(PendingRequest *request);
    /// Takes the request with this id out; null if there is none.
    PendingRequest *take(qint64 id);
    void remove(PendingRequest *request);
    /// Moves all requests that were sent on this connection to `out`, in the order of their ids; they are
    /// Leaving then.
    void takeLine(quint64 line, PendingList &out);
    void takeAll(PendingList &out);

    /// Whether this id was given out before (then its reply is only late).
    bool wasGiven(qint64 id) const { return id >= m_firstId && id < m_nextId; }
    int size() const { return static_cast<int>(m_requests.size()); }
    int size(quint64 line) const;

private:
    qint64 m_firstId;
    qint64 m_nextId;
    QHash<qint64, PendingRequest *> m_requests;
};

} // namespace Hpkv
