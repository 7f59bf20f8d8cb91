// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/error.h>
#include <hpkvqt/export.h>
#include <hpkvqt/types.h>

#include <QFuture>
#include <QObject>

#include <memory>

namespace Hpkv
{

class ReplyPrivate;

/// What a QFuture of a reply carries: a value or an error. It is never an exception.
template <typename T>
struct Result {
    T value;
    Error error;

    bool isError() const { return error.isError(); }
};

/// One call under way, in the manner of QNetworkReply.
///
/// finished() is raised exactly once, never before the call that made the reply has returned, whether it ends
/// with a result, an error, its deadline, abort(), the end of the connection or the end of the client. At
/// that time the client holds nothing of it any more: a slot may send again, abort others, disconnect, or
/// delete the client. After finished() the reply deletes itself when control returns to the event loop,
/// unless keep() was called. Deleting it before it has finished cancels the call without a signal.
///
/// A reply belongs to the thread of its client.
class HPKVQT_EXPORT Reply : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool finished READ isFinished NOTIFY finished)
    Q_PROPERTY(QByteArray key READ key CONSTANT)

public:
    ~Reply() override;

    Operation operation() const;
    QByteArray key() const;
    CallOptions options() const;

    bool isFinished() const;
    /// Whether it left (perhaps several times, if it was refused with code 429 and repeated).
    bool isSent() const;
    bool succeeded() const { return isFinished() && !error().isError(); }
    /// No error while it is under way and after success.
    const Error &error() const;
    /// Milliseconds between the last sending and the reply; negative without a reply.
    double roundTrip() const;
    /// Milliseconds since 1970 when it was (last) sent; 0 = not sent.
    qint64 sentAt() const;
    /// The reply as it came, for fields that this library does not know; empty without one.
    QByteArray rawReply() const;

    /// The reply stays after finished(); the caller deletes it.
    void keep();

public Q_SLOTS:
    /// Ends the call with ErrorKind::Canceled. The signal comes from within. If the request has left, its
    /// delivery is unknown. Does nothing after the end.
    void abort();

Q_SIGNALS:
    void finished();

protected:
    explicit Reply(std::unique_ptr<ReplyPrivate> d, QObject *parent = nullptr);

    std::unique_ptr<ReplyPrivate> d;

private:
    friend class ReplyPrivate;
    Q_DISABLE_COPY_MOVE(Reply)
};

/// Result of Client::get(). A missing key is ErrorKind::NotFound.
class HPKVQT_EXPORT GetReply : public Reply
{
    Q_OBJECT

public:
    QByteArray value() const;
    bool isNumber() const;
    /// Made when first asked for; cancelling it aborts the call.
    QFuture<Result<GetResult>> future();

private:
    friend class ReplyPrivate;
    using Reply::Reply;
};

/// Result of Client::set(), patch(), append() and remove().
class HPKVQT_EXPORT WriteReply : public Reply
{
    Q_OBJECT

public:
    WriteResult result() const;
    QFuture<Result<WriteResult>> future();

private:
    friend class ReplyPrivate;
    using Reply::Reply;
};

/// Result of Client::range().
class HPKVQT_EXPORT RangeReply : public Reply
{
    Q_OBJECT

public:
    QByteArray endKey() const;
    int limit() const; ///< 0 = the server's default
    const RangePage &page() const;
    QFuture<Result<RangePage>> future();

private:
    friend class ReplyPrivate;
    using Reply::Reply;
};

/// Result of Client::increment().
class HPKVQT_EXPORT IncrementReply : public Reply
{
    Q_OBJECT

public:
    qint64 newValue() const;
    QFuture<Result<IncrementResult>> future();

private:
    friend class ReplyPrivate;
    using Reply::Reply;
};

} // namespace Hpkv
