// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/client.h>
#include <hpkvqt/export.h>

#include <chrono>
#include <functional>

namespace Hpkv
{

/// Connects with a token: access within the token's pattern, and notifications for its subscriptions.
///
/// Subscriptions live in the token; there is no message to change them. To hear something else, take a new
/// token and call setToken() and renew().
class HPKVQT_EXPORT SubscriptionClient : public Client
{
    Q_OBJECT
    Q_PROPERTY(qint64 tokenExpiresAt READ tokenExpiresAt NOTIFY tokenChanged)

public:
    /// Answers a TokenProvider: exactly one call, from the client's thread; later calls do nothing. It may be
    /// called before the provider returns, and may outlive the client.
    using TokenCallback = std::function<void(const QString &token, const Error &error)>;
    /// Fetches a token, for example from a program of one's own that holds the API key.
    using TokenProvider = std::function<void(TokenCallback done)>;

    SubscriptionClient(const ConnectionConfig &config, const QString &token, QObject *parent = nullptr);
    SubscriptionClient(const ConnectionConfig &config, TokenProvider provider, QObject *parent = nullptr);
    ~SubscriptionClient() override;

    /// Takes effect at the next connection; see renew().
    void setToken(const QString &token);
    /// Asked before the first connection, when a token was refused (once in a row), and before it expires.
    void setTokenProvider(TokenProvider provider);
    /// How long a token is used before a new one is fetched; default 1 h 45 min of the 2 h it lives. 0 =
    /// never.
    void setTokenRefreshInterval(std::chrono::milliseconds interval);
    /// Milliseconds since 1970 when the token in use is thought to expire (2 h after it was taken); 0 = no
    /// connection.
    qint64 tokenExpiresAt() const;

public Q_SLOTS:
    /// Opens a new connection with the current token (with a provider: a new one) and closes the old one once
    /// the new one answers. Notifications of the overlap are delivered once, in order. Calls under way on the
    /// old connection are answered there.
    void renew();

Q_SIGNALS:
    void tokenChanged();
    /// The new connection took over; subscriptions are those of the new token.
    void renewed();
    /// The renewal failed; the old connection, if it still lives, goes on.
    void renewFailed(const Hpkv::Error &error);

protected:
    explicit SubscriptionClient(std::unique_ptr<ClientPrivate> d, QObject *parent);
};

} // namespace Hpkv
