// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pendingrequest.h"

#include <map>

namespace Hpkv
{

/// The deadlines of all calls, wherever they are. Whole milliseconds of the client's clock.
class Deadlines
{
public:
    /// Does nothing if the request has no deadline.
    void add(PendingRequest *request);
    static void remove(PendingRequest *request);
    /// The earliest one; −1 = none.
    qint64 next();
    /// Takes out one request whose deadline is not after `now`; null if there is none.
    PendingRequest *takeDue(qint64 now);

private:
    using List = IntrusiveList<PendingRequest, DeadlineTag>;
    std::map<qint64, List> m_lists;
};

} // namespace Hpkv
