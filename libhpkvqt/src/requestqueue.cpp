// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "requestqueue.h"

namespace Hpkv
{

bool RequestQueue::push(PendingRequest *request)
{
    if (size() >= m_limit)
        return false;
    const auto lane = static_cast<std::size_t>(request->options.lane);
    m_lanes[lane].pushBack(request);
    ++m_sizes[lane];
    request->stage = PendingRequest::Stage::Queued;
    return true;
}

void RequestQueue::pushFront(PendingRequest *request)
{
    const auto lane = static_cast<std::size_t>(request->options.lane);
    m_lanes[lane].pushFront(request);
    ++m_sizes[lane];
    request->stage = PendingRequest::Stage::Queued;
}

PendingRequest *RequestQueue::front() const
{
    PendingRequest *const interactive = m_lanes[0].front();
    return interactive ? interactive : m_lanes[1].front();
}

PendingRequest *RequestQueue::pop()
{
    PendingRequest *const request = front();
    if (request)
        remove(request);
    return request;
}

void RequestQueue::remove(PendingRequest *request)
{
    static_cast<ListHook<WaitTag> *>(request)->unlink();
    --m_sizes[static_cast<std::size_t>(request->options.lane)];
    request->stage = PendingRequest::Stage::New;
}

void RequestQueue::takeAll(PendingList &out)
{
    while (PendingRequest *const request = pop()) {
        out.pushBack(request);
        request->stage = PendingRequest::Stage::Leaving;
    }
}

} // namespace Hpkv
