// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "requesttable.h"

#include <algorithm>
#include <vector>

namespace Hpkv
{

RequestTable::RequestTable(qint64 firstId)
    : m_firstId(firstId)
    , m_nextId(firstId)
{
}

void RequestTable::insert(PendingRequest *request)
{
    PendingRequest **slot = nullptr;
    do {
        if (m_nextId > WireCodec::maxSafeInteger) {
            m_firstId = 1;
            m_nextId = 1;
        }
        request->id = m_nextId++;
        slot = &m_requests[request->id];
    } while (*slot);
    *slot = request;
    request->stage = PendingRequest::Stage::InFlight;
}

PendingRequest *RequestTable::take(qint64 id)
{
    const auto found = m_requests.constFind(id);
    if (found == m_requests.cend())
        return nullptr;
    PendingRequest *const request = *found;
    m_requests.erase(found);
    request->stage = PendingRequest::Stage::New;
    return request;
}

void RequestTable::remove(PendingRequest *request)
{
    m_requests.remove(request->id);
    request->stage = PendingRequest::Stage::New;
}

void RequestTable::takeLine(quint64 line, PendingList &out)
{
    std::vector<PendingRequest *> taken;
    for (auto it = m_requests.cbegin(); it != m_requests.cend();) {
        if ((*it)->line == line) {
            taken.push_back(*it);
            it = m_requests.erase(it);
        } else {
            ++it;
        }
    }
    std::sort(taken.begin(), taken.end(), [](const auto *a, const auto *b) { return a->id < b->id; });
    for (PendingRequest *const request : taken) {
        out.pushBack(request);
        request->stage = PendingRequest::Stage::Leaving;
    }
}

void RequestTable::takeAll(PendingList &out)
{
    std::vector<PendingRequest *> taken(m_requests.cbegin(), m_requests.cend());
    m_requests.clear();
    std::sort(taken.begin(), taken.end(), [](const auto *a, const auto *b) { return a->id < b->id; });
    for (PendingRequest *const request : taken) {
        out.pushBack(request);
        request->stage = PendingRequest::Stage::Leaving;
    }
}

int RequestTable::size(quint64 line) const
{
    return static_cast<int>(std::count_if(m_requests.cbegin(), m_requests.cend(),
                                          [line](const auto *request) { return request->line == line; }));
}

} // namespace Hpkv
