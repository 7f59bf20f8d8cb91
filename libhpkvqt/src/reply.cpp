// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "reply_p.h"

#include "clientprivate.h"
#include "replybin.h"

#include <QFutureWatcher>
#include <QPromise>

#include <utility>

namespace Hpkv
{

ReplyPrivate::ReplyPrivate(ClientPrivate *client_, Request &&request_, const CallOptions &options_)
    : client(client_)
{
    request = std::move(request_);
    options = options_;
}

Reply *ReplyPrivate::create(ClientPrivate *client, Request &&request, const CallOptions &options)
{
    const Operation operation = request.operation;
    auto d = std::make_unique<ReplyPrivate>(client, std::move(request), options);
    ReplyPrivate *const p = d.get();
    switch (operation) {
    case Operation::Get:
        p->q = new GetReply(std::move(d));
        break;
    case Operation::Set:
    case Operation::Patch:
    case Operation::Delete:
        p->q = new WriteReply(std::move(d));
        break;
    case Operation::Range:
        p->q = new RangeReply(std::move(d));
        break;
    case Operation::Increment:
        p->q = new IncrementReply(std::move(d));
        break;
    }
    return p->q;
}

void ReplyPrivate::leave()
{
    // In any other stage only its hooks hold it, and the client may be gone.
    if (stage == Stage::Queued || stage == Stage::InFlight)
        client->forget(this);
}

Error ReplyPrivate::undelivered(const PendingRequest &request, Error error)
{
    if (request.refused)
        error.delivery = Delivery::Answered;
    else
        error.delivery = request.sent ? Delivery::Unknown : Delivery::NotSent;
    return error;
}

const Outcome &ReplyPrivate::outcome() const
{
    static const Outcome none;
    return answer ? answer->outcome : none;
}

void ReplyPrivate::finish(PendingRequest *request, Error error, std::unique_ptr<Answer> answer, ReplyBin *bin)
{
    auto *const d = static_cast<ReplyPrivate *>(request);
    Q_ASSERT(d->stage != Stage::Done);
    static_cast<ListHook<WaitTag> *>(d)->unlink();
    static_cast<ListHook<DeadlineTag> *>(d)->unlink();
    d->stage = Stage::Done;
    d->client = nullptr;
    d->error = std::move(error);
    d->answer = std::move(answer);
    // A slot may delete the reply; its future ends all the same.
    const std::unique_ptr<Promise> promise = std::move(d->promise);
    Error keptError;
    Outcome keptOutcome;
    if (promise) {
        keptError = d->error;
        keptOutcome = d->outcome();
    }
    bool deleted = false;
    d->deleted = &deleted;
    Q_EMIT d->q->finished();
    if (!deleted) {
        d->deleted = nullptr;
        if (!d->kept && bin)
            bin->put(d);
        else if (!d->kept)
            d->q->deleteLater();
    }
    if (promise)
        (*promise)(keptError, keptOutcome);
}

void ReplyPrivate::finishAll(PendingList &list, const Error &error)
{
    ReplyBin bin;
    while (PendingRequest *const request = list.popFront())
        finish(request, undelivered(*request, error), {}, &bin);
}

namespace
{

template <typename T>
T resultOf(const Outcome &outcome)
{
    const T *const value = std::get_if<T>(&outcome);
    return value ? *value : T();
}

template <typename T>
QFuture<Result<T>> makeFuture(Reply *reply, ReplyPrivate *d)
{
    if (d->stage == PendingRequest::Stage::Done) {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(Result<T>{resultOf<T>(d->outcome()), d->error});
        promise.finish();
        return promise.future();
    }
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    auto *const watcher = new QFutureWatcher<Result<T>>(reply);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, reply, &Reply::abort);
    watcher->setFuture(future);
    // Asked for again, each future gets the same end.
    const auto end = [promise](const Error &error, const Outcome &outcome) {
        promise->addResult(Result<T>{resultOf<T>(outcome), error});
        promise->finish();
    };
    if (!d->promise) {
        d->promise = std::make_unique<ReplyPrivate::Promise>(end);
    } else {
        *d->promise = [end, before = std::move(*d->promise)](const Error &error, const Outcome &outcome) {
            before(error, outcome);
            end(error, outcome);
        };
    }
    return future;
}

} // namespace

Reply::Reply(std::unique_ptr<ReplyPrivate> d_, QObject *parent)
    : QObject(parent)
    , d(std::move(d_))
{
}

Reply::~Reply()
{
    if (d->deleted)
        *d->deleted = true;
    if (d->stage == PendingRequest::Stage::Done)
        return;
    d->leave();
    if (d->promise) {
        (*d->promise)(ReplyPrivate::undelivered(
                          *d, Error(ErrorKind::Canceled, QStringLiteral("The reply was deleted."))),
                      {});
    }
}

Operation Reply::operation() const
{
    return d->request.operation;
}

QByteArray Reply::key() const
{
    return d->request.key;
}

CallOptions Reply::options() const
{
    return d->options;
}

bool Reply::isFinished() const
{
    return d->stage == PendingRequest::Stage::Done;
}

bool Reply::isSent() const
{
    return d->sent;
}

const Error &Reply::error() const
{
    // One that was refused knows its error before it ends.
    static const Error none;
    return isFinished() ? d->error : none;
}

double Reply::roundTrip() const
{
    return d->answer ? d->answer->roundTrip : -1;
}

qint64 Reply::sentAt() const
{
    return d->sentAt;
}

QByteArray Reply::rawReply() const
{
    return d->answer ? d->answer->raw : QByteArray();
}

void Reply::keep()
{
    d->kept = true;
}

void Reply::abort()
{
    if (isFinished())
        return;
    const Error error =
        ReplyPrivate::undelivered(*d, Error(ErrorKind::Canceled, QStringLiteral("The call was canceled.")));
    d->leave();
    ReplyPrivate::finish(d.get(), error);
}

QByteArray GetReply::value() const
{
    return resultOf<GetResult>(d->outcome()).value;
}

bool GetReply::isNumber() const
{
    return resultOf<GetResult>(d->outcome()).isNumber;
}

QFuture<Result<GetResult>> GetReply::future()
{
    return makeFuture<GetResult>(this, d.get());
}

WriteResult WriteReply::result() const
{
    return resultOf<WriteResult>(d->outcome());
}

QFuture<Result<WriteResult>> WriteReply::future()
{
    return makeFuture<WriteResult>(this, d.get());
}

QByteArray RangeReply::endKey() const
{
    return d->request.endKey;
}

int RangeReply::limit() const
{
    return d->request.limit;
}

const RangePage &RangeReply::page() const
{
    static const RangePage none;
    const RangePage *const page = std::get_if<RangePage>(&d->outcome());
    return page ? *page : none;
}

QFuture<Result<RangePage>> RangeReply::future()
{
    return makeFuture<RangePage>(this, d.get());
}

qint64 IncrementReply::newValue() const
{
    return resultOf<IncrementResult>(d->outcome()).newValue;
}

QFuture<Result<IncrementResult>> IncrementReply::future()
{
    return makeFuture<IncrementResult>(this, d.get());
}

} // namespace Hpkv
