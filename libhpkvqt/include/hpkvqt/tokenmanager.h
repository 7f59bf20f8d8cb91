// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/connectionconfig.h>
#include <hpkvqt/error.h>
#include <hpkvqt/export.h>
#include <hpkvqt/subscriptionclient.h>

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

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
    /// AccessPattern.
    QString accessPattern = QStringLiteral("^$");

    bool operator==(const TokenRequest &) const = default;
};

class TokenReplyPrivate;
class TokenManagerPrivate;

/// One token request under way; see Reply for its manners.
class HPKVQT_EXPORT TokenReply : public QObject
{
    Q_OBJECT

public:
    ~TokenReply() override;

    bool isFinished() const;
    QString token() const;
    /// Error::code is the HTTP status, Error::text the server's words.
    const Error &error() const;
    /// The reply stays after finished(); the caller deletes it.
    void keep();

public Q_SLOTS:
    void abort();

Q_SIGNALS:
    void finished();

private:
    friend class TokenManager;
    friend class TokenManagerPrivate;
    explicit TokenReply(QObject *parent);
    std::unique_ptr<TokenReplyPrivate> d;
};

/// Makes tokens for SubscriptionClient with an API key, over HTTP at the same level of security as the base
/// address.
class HPKVQT_EXPORT TokenManager : public QObject
{
    Q_OBJECT

public:
    TokenManager(const ConnectionConfig &config, const QString &apiKey, QObject *parent = nullptr);
    ~TokenManager() override;

    /// Deadline of a request; default 10 s.
    void setTimeout(std::chrono::milliseconds timeout);

    TokenReply *generateToken(const TokenRequest &request);

    /// A provider that asks this manager for `request` each time. It may outlive the manager; then it fails.
    SubscriptionClient::TokenProvider provider(const TokenRequest &request);

private:
    std::unique_ptr<TokenManagerPrivate> d;
};

} // namespace Hpkv
