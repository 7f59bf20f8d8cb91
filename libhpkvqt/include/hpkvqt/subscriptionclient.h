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
/// Subscriptions live in the token; the protocol has no message to change them. To hear something else, take
/// a new token and call setToken() and renew(). A token lives two hours (so the vendor's documentation of its
/// token interface). With a TokenProvider the client renews it in time by itself: the new connection opens
/// before the old one closes, and what both report is delivered once and in order.
///
/// \code
/// Hpkv::TokenManager tokens(config, apiKey);
/// Hpkv::SubscriptionClient watcher(config, tokens.provider(Hpkv::TokenRequest::forPrefix("order:")));
/// connect(&watcher, &Hpkv::Client::notificationReceived, this, &Window::orderChanged);
/// watcher.connectToServer();
/// \endcode
class HPKVQT_EXPORT SubscriptionClient : public Client
{
    Q_OBJECT
    Q_PROPERTY(qint64 tokenExpiresAt READ tokenExpiresAt NOTIFY tokenChanged)

public:
    /// Answers a TokenProvider: exactly one call, from the client's thread; later calls do nothing. It may be
    /// called before the provider returns, and may outlive the client.
    using TokenCallback = std::function<void(const QString &token, const Error &error)>;
    /// Fetches a token, for example from a program of one's own that holds the API key. See also
    /// TokenManager::provider(). It has 30 s to answer.
    using TokenProvider = std::function<void(TokenCallback done)>;

    /// A client without address and token, as QML makes it; set both before connectToServer().
    explicit SubscriptionClient(QObject *parent = nullptr);
    /// With a token that somebody else made. Does not connect yet.
    SubscriptionClient(const ConnectionConfig &config, const QString &token, QObject *parent = nullptr);
    /// With tokens from a provider. Does not connect yet.
    SubscriptionClient(const ConnectionConfig &config, TokenProvider provider, QObject *parent = nullptr);
    ~SubscriptionClient() override;

    /// Takes effect at the next connection; see renew(). There is no way to read it back.
    Q_INVOKABLE void setToken(const QString &token);
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
    /// old connection are answered there. Without a connection it only makes sure that the next one takes a
    /// new token.
    void renew();

Q_SIGNALS:
    /// Another token is in use; see tokenExpiresAt().
    void tokenChanged();
    /// The new connection took over; subscriptions are those of the new token.
    void renewed();
    /// The renewal failed; the old connection, if it still lives, goes on. With a provider another attempt
    /// follows after a minute.
    void renewFailed(const Hpkv::Error &error);

protected:
    /// \cond INTERNAL
    explicit SubscriptionClient(std::unique_ptr<ClientPrivate> d, QObject *parent);
    /// \endcond
};

} // namespace Hpkv
