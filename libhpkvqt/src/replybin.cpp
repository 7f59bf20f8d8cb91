// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "replybin.h"

#include "reply_p.h"

#include <QObject>
#include <QThread>
#include <QThreadStorage>

#include <utility>

namespace Hpkv
{

namespace
{

/// Parent of the batches that wait for their deferred deletion. What asks for that while its thread comes to
/// an end (a client deleted by QThread::finished) asks too late: the events are not looked at again, but this
/// goes with the thread and takes along what is left.
QThreadStorage<QObject *> batchKeepers;

QObject *batchKeeper()
{
    if (!batchKeepers.hasLocalData())
        batchKeepers.setLocalData(new QObject);
    return batchKeepers.localData();
}

} // namespace

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
    Batch *const batch = std::exchange(m_batch, nullptr);
    if (!batch)
        return;
    if (batch->thread() != QThread::currentThread()) {
        delete batch; // its thread has ended, or the client could not be deleted here
        return;
    }
    batch->setParent(batchKeeper());
    batch->deleteLater();
}

} // namespace Hpkv
