// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/connectionconfig.h>
#include <hpkvqt/error.h>
#include <hpkvqt/export.h>
#include <hpkvqt/reply.h>
#include <hpkvqt/subscriptionclient.h>

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace Hpkv
{

/// What a token shall allow.
struct HPKVQT_EXPORT TokenRequest {
    /// Keys or patterns with `*` (any run of characters) whose changes are notified. No entry may be empty.
    QList<QByteArray> subscribePatterns;
    /// For older servers: sent as `subscribeKeys`.
    QList<QByteArray> subscribeKeys;
    /// Regular expression that a key must match for every operation; always sent. `^$` admits none. See
    /// AccessPattern. It does not limit notifications.
    QString accessPattern = QStringLiteral("^$");

    /// Hears of every key that begins with `prefix`, and may read and write those. An empty prefix means the
    /// whole store. A `*` within the prefix stands for any run of characters in the subscription.
    static TokenRequest forPrefix(const QByteArray &prefix);
    /// Hears of these keys, and may read and write them.
    static TokenRequest forKeys(const QList<QByteArray> &keys);

    /// All members are equal.
    bool operator==(const TokenRequest &) const = default;
};

/// Prints everything; there is no secret in it.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const TokenRequest &request);

class TokenReplyPrivate;
class TokenManagerPrivate;

/// One token request under way, in the manner of Reply: finished() is raised exactly once, never before
/// TokenManager::generateToken() has returned; afterwards the reply deletes itself unless keep() was called.
class HPKVQT_EXPORT TokenReply : public QObject
{
    Q_OBJECT

public:
    /// Deleting it before the end cancels the request; a future ends with ErrorKind::Canceled.
    ~TokenReply() override;

    /// Whether finished() was raised, or is being raised.
    bool isFinished() const;
    /// Opaque; empty without success. A secret: whoever has it has the access that was asked for.
    QString token() const;
    /// Error::code is the HTTP status, Error::text the server's words.
    const Error &error() const;
    /// The reply stays after finished(); the caller deletes it.
    void keep();
    /// The end as a future; cancelling it aborts the request.
    QFuture<Result<QString>> future();

public Q_SLOTS:
    /// Ends it with ErrorKind::Canceled. The signal comes from within. Does nothing after the end.
    void abort();

Q_SIGNALS:
    /// The one end of the request.
    void finished();

private:
    friend class TokenManager;
    friend class TokenManagerPrivate;
    explicit TokenReply(QObject *parent);
    std::unique_ptr<TokenReplyPrivate> d;
};

/// Makes tokens for SubscriptionClient with an API key, over HTTP at the same level of security as the base
/// address (`POST …/token/websocket`). TLS, proxy and headers are those of the configuration; redirections
/// are not followed, so that the key stays where it belongs.
///
/// \code
/// Hpkv::TokenManager tokens(config, apiKey);
/// Hpkv::TokenReply *reply = tokens.generateToken(Hpkv::TokenRequest::forPrefix("order:"));
/// connect(reply, &Hpkv::TokenReply::finished, this, [reply] { hand(reply->token()); });
/// \endcode
///
/// \par Thread
/// It and its replies belong to the thread that uses it first; it may be moved before.
class HPKVQT_EXPORT TokenManager : public QObject
{
    Q_OBJECT

public:
    /// Sends nothing yet.
    TokenManager(const ConnectionConfig &config, const QString &apiKey, QObject *parent = nullptr);
    /// Ends every request with ErrorKind::Canceled before it returns.
    ~TokenManager() override;

    /// Deadline of a request; default 10 s, 0 = none.
    void setTimeout(std::chrono::milliseconds timeout);

    /// Asks for a token. What cannot be sent (an empty subscription, an unusable address) ends with an error
    /// from the event loop like everything else.
    TokenReply *generateToken(const TokenRequest &request);

    /// A provider that asks this manager for `request` each time. It may outlive the manager; then it fails.
    SubscriptionClient::TokenProvider provider(const TokenRequest &request);

    /// A client that watches what `request` says, with tokens from a manager of its own: for programs that
    /// need nothing else of a TokenManager. It does not connect yet.
    static SubscriptionClient *createClient(const ConnectionConfig &config, const QString &apiKey,
                                            const TokenRequest &request, QObject *parent = nullptr);

private:
    std::unique_ptr<TokenManagerPrivate> d;
};

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::TokenRequest)
