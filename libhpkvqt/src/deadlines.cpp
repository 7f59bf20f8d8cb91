// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "deadlines.h"

namespace Hpkv
{

void Deadlines::add(PendingRequest *request)
{
    if (request->deadline >= 0)
        m_lists[request->deadline].pushBack(request);
}

void Deadlines::remove(PendingRequest *request)
{
    // An empty list stays until its time has come: there is at most one for each millisecond.
    static_cast<ListHook<DeadlineTag> *>(request)->unlink();
}

qint64 Deadlines::next()
{
    while (!m_lists.empty() && m_lists.begin()->second.isEmpty())
        m_lists.erase(m_lists.begin());
    return m_lists.empty() ? -1 : m_lists.begin()->first;
}

PendingRequest *Deadlines::takeDue(qint64 now)
{
    const qint64 first = next();
    return first >= 0 && first <= now ? m_lists.begin()->second.popFront() : nullptr;
}

} // namespace Hpkv
