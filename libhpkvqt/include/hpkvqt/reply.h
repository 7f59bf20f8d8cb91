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
    T value; ///< default-constructed after an error
    Error error; ///< none after success

    /// Whether `value` is of no use.
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
/// `future()` of the derived classes gives the same end as a QFuture, for continuations and coroutines. It
/// ends after finished(), and also when the reply is deleted; cancelling it aborts the call. It is made when
/// it is first asked for; a reply whose future nobody wants does not pay for one.
///
/// \par Thread
/// A reply belongs to the thread of its client. The future may be waited for in any thread but that one.
///
/// \code
/// Hpkv::IncrementReply *reply = client.increment("visits"); // then one of three ways:
/// connect(reply, &Hpkv::Reply::finished, this, [reply] { … });       // 1 signal
/// reply->future().then(this, [](const auto &result) { … });          // 2 continuation
/// const auto result = co_await reply->future();                      // 3 coroutine (QCoro)
/// \endcode
class HPKVQT_EXPORT Reply : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Hpkv::Operation operation READ operation CONSTANT)
    Q_PROPERTY(QByteArray key READ key CONSTANT)
    Q_PROPERTY(QString keyText READ keyText CONSTANT)
    Q_PROPERTY(bool isFinished READ isFinished NOTIFY finished)
    Q_PROPERTY(bool succeeded READ succeeded NOTIFY finished)
    Q_PROPERTY(Hpkv::Error error READ error NOTIFY finished)
    Q_PROPERTY(double roundTrip READ roundTrip NOTIFY finished)

public:
    /// Deleting it before the end cancels the call: finished() is not raised, a future ends with
    /// ErrorKind::Canceled.
    ~Reply() override;

    /// What was asked for.
    Operation operation() const;
    /// The key of the call; the first one of a range.
    QByteArray key() const;
    /// The key as text.
    QString keyText() const { return QString::fromUtf8(key()); }
    /// As given to the call.
    CallOptions options() const;

    /// Whether finished() was raised, or is being raised.
    bool isFinished() const;
    /// Whether it left (perhaps several times, if it was refused with code 429 and repeated).
    bool isSent() const;
    /// Finished without an error.
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
    Q_INVOKABLE void keep();

public Q_SLOTS:
    /// Ends the call with ErrorKind::Canceled. The signal comes from within. If the request has left, its
    /// delivery is unknown. Does nothing after the end.
    void abort();

Q_SIGNALS:
    /// The one end of the call.
    void finished();

protected:
    /// \cond INTERNAL
    explicit Reply(std::unique_ptr<ReplyPrivate> d, QObject *parent = nullptr);

    std::unique_ptr<ReplyPrivate> d;
    /// \endcond

private:
    friend class ReplyPrivate;
    Q_DISABLE_COPY_MOVE(Reply)
};

/// Result of Client::get(). A missing key is ErrorKind::NotFound.
class HPKVQT_EXPORT GetReply : public Reply
{
    Q_OBJECT
    Q_PROPERTY(QByteArray value READ value NOTIFY finished)
    Q_PROPERTY(QString text READ text NOTIFY finished)
    Q_PROPERTY(bool isNumber READ isNumber NOTIFY finished)

public:
    /// UTF-8; empty without success. A JSON number keeps its source text digit by digit.
    QByteArray value() const;
    /// The value as text.
    QString text() const { return QString::fromUtf8(value()); }
    /// The server sent the value as a JSON number, as it may for counters.
    bool isNumber() const;
    /// The end as a future.
    QFuture<Result<GetResult>> future();

private:
    friend class ReplyPrivate;
    using Reply::Reply;
};

/// Result of Client::set(), patch(), append() and remove().
class HPKVQT_EXPORT WriteReply : public Reply
{
    Q_OBJECT
    Q_PROPERTY(Hpkv::WriteResult result READ result NOTIFY finished)

public:
    /// What the server said.
    WriteResult result() const;
    /// The end as a future.
    QFuture<Result<WriteResult>> future();

private:
    friend class ReplyPrivate;
    using Reply::Reply;
};

/// Result of Client::range().
class HPKVQT_EXPORT RangeReply : public Reply
{
    Q_OBJECT
    Q_PROPERTY(QByteArray endKey READ endKey CONSTANT)
    Q_PROPERTY(int limit READ limit CONSTANT)
    Q_PROPERTY(Hpkv::RangePage page READ page NOTIFY finished)

public:
    /// The last key of the call.
    QByteArray endKey() const;
    /// As given to the call; 0 = the server's default.
    int limit() const;
    /// Empty without success. Valid as long as the reply.
    const RangePage &page() const;
    /// The end as a future.
    QFuture<Result<RangePage>> future();

private:
    friend class ReplyPrivate;
    using Reply::Reply;
};

/// Result of Client::increment().
class HPKVQT_EXPORT IncrementReply : public Reply
{
    Q_OBJECT
    Q_PROPERTY(qint64 newValue READ newValue NOTIFY finished)

public:
    /// Of the counter, this increment included; 0 without success.
    qint64 newValue() const;
    /// The end as a future.
    QFuture<Result<IncrementResult>> future();

private:
    friend class ReplyPrivate;
    using Reply::Reply;
};

} // namespace Hpkv
