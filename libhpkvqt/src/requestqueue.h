// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pendingrequest.h"

#include <array>

namespace Hpkv
{

/// The calls that wait for their turn: two lanes, interactive before background, each in the order of the
/// calls. Bounded in all.
class RequestQueue
{
public:
    void setLimit(int limit) { m_limit = limit; }

    /// False if the queue is full; then nothing changes.
    bool push(PendingRequest *request);
    /// Back to the front of its lane, bound or not: it had its turn already.
    void pushFront(PendingRequest *request);
    PendingRequest *front() const;
    PendingRequest *pop();
    void remove(PendingRequest *request);
    /// Moves everything to `out`, interactive first; the items are Leaving then.
    void takeAll(PendingList &out);

    int size(Lane lane) const { return m_sizes[static_cast<std::size_t>(lane)]; }
    int size() const { return m_sizes[0] + m_sizes[1]; }
    bool isEmpty() const { return size() == 0; }

private:
    std::array<PendingList, 2> m_lanes;
    std::array<int, 2> m_sizes{};
    int m_limit = 10000;
};

} // namespace Hpkv
