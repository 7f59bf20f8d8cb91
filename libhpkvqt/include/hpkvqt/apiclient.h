// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/client.h>
#include <hpkvqt/export.h>

namespace Hpkv
{

/// Connects with an API key: full access to the store, no notifications (the service attaches subscriptions
/// to tokens only; see SubscriptionClient).
///
/// The key leaves in the query of the WebSocket address, percent-encoded, or in a header if
/// ConnectionConfig::apiKeyInHeader asks for that. It appears in no log line, error text or debug output.
///
/// \code
/// Hpkv::ApiClient client(Hpkv::ConnectionConfig::fromUrl(baseUrl), apiKey);
/// connect(&client, &Hpkv::Client::connected, this, [&] { client.set("greeting", "hello"); });
/// client.connectToServer();
/// \endcode
class HPKVQT_EXPORT ApiClient : public Client
{
    Q_OBJECT

public:
    /// A client without address and key, as QML makes it; set both before connectToServer().
    explicit ApiClient(QObject *parent = nullptr);
    /// Does not connect yet.
    ApiClient(const ConnectionConfig &config, const QString &apiKey, QObject *parent = nullptr);
    ~ApiClient() override;

    /// Takes effect at the next connection. There is no way to read it back.
    Q_INVOKABLE void setApiKey(const QString &apiKey);
};

} // namespace Hpkv
