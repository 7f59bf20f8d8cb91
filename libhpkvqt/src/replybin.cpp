// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "replybin.h"

#include "reply_p.h"

#include <QObject>

#include <utility>

namespace Hpkv
{

/// Has no signals or slots of its own, so that it needs no Q_OBJECT.
class ReplyBin::Batch final : public QObject
{
public:
    ~Batch() override
    {
        while (PendingRequest *const request = m_requests.popFront())
            delete static_cast<ReplyPrivate *>(request)->q;
    }
    Q_DISABLE_COPY_MOVE(Batch)
    Batch() = default;

    void add(PendingRequest *request) { m_requests.pushBack(request); }

private:
    PendingList m_requests;
};

void ReplyBin::put(PendingRequest *request)
{
    if (!m_batch)
        m_batch = new Batch;
    m_batch->add(request);
    ++m_count;
}

void ReplyBin::empty()
{
    m_count = 0;
    if (Batch *const batch = std::exchange(m_batch, nullptr))
        batch->deleteLater();
}

} // namespace Hpkv
