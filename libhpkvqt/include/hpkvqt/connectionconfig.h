// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/enums.h>
#include <hpkvqt/export.h>

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QPair>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace Hpkv
{

/// When a lost connection is opened again. Attempt n waits min(initialDelay × 2^(n−1) + 0..jitter, maxDelay).
struct HPKVQT_EXPORT ReconnectConfig {
    int maxAttempts = 3; ///< in a row; 0 = never, −1 = without end
    std::chrono::milliseconds initialDelay{1000};
    std::chrono::milliseconds maxDelay{30000};
    std::chrono::milliseconds jitter{500};
    /// Also keep trying when the very first connection of connectToServer() fails.
    bool retryFirst = false;

    bool operator==(const ReconnectConfig &) const = default;
};

/// How fast requests leave. Evenly spaced, without bursts. A reply with code 429 halves the rate (down to a
/// tenth) and pauses for 1, 2, 4 … 32, then 60 s; after that the rate climbs back by itself.
struct HPKVQT_EXPORT ThrottleConfig {
    bool enabled = true;
    double requestsPerSecond = 10; ///< greater than 0
    /// After this long without a refusal the rate rises by a tenth of requestsPerSecond, and again each time.
    std::chrono::milliseconds recoveryInterval{5000};

    bool operator==(const ThrottleConfig &) const = default;
};

/// Where and how a Client connects. Holds no credential.
struct HPKVQT_EXPORT ConnectionConfig {
    /// Base address as the dashboard shows it. http, https, ws and wss are understood without regard to case,
    /// none means wss; "/ws" is appended where it is missing; unrelated query items are kept.
    QString baseUrl;
    /// Send the API key as header `x-api-key` of the upgrade instead of a query item (servers need not
    /// support it).
    bool apiKeyInHeader = false;

    std::chrono::milliseconds connectTimeout{5000};
    std::chrono::milliseconds callTimeout{
        10000}; ///< default deadline of a call, waiting for its turn included; 0 = none
    std::chrono::milliseconds closeTimeout{200}; ///< how long a closing handshake may take
    std::chrono::milliseconds heartbeatInterval{30000}; ///< between pings; 0 = none
    std::chrono::milliseconds heartbeatTimeout{10000}; ///< silence after a ping that means a dead line

    ReconnectConfig reconnect;
    ThrottleConfig throttle;
    int queueLimit = 10000; ///< requests that may wait for their turn, both lanes together
    int maxKeySize = 0; ///< bytes; larger keys are refused before sending; 0 = no limit
    int maxValueSize = 0; ///< bytes; 0 = no limit

    QList<QSslCertificate> caCertificates; ///< trusted besides those of `tls`
    std::optional<QSslConfiguration> tls; ///< unset = QSslConfiguration::defaultConfiguration()
    std::optional<QNetworkProxy> proxy; ///< unset = the application's proxy settings
    QList<QPair<QByteArray, QByteArray>> headers; ///< sent with the upgrade and with token requests

    /// The address of the WebSocket without a credential. Invalid if baseUrl cannot be used; then `*why` says
    /// why.
    QUrl webSocketUrl(QString *why = nullptr) const;
    /// The base of the HTTP interface (token requests) with the same level of security as baseUrl, without a
    /// slash at its end.
    QUrl httpUrl(QString *why = nullptr) const;
    /// `tls` (or the default) with caCertificates added.
    QSslConfiguration effectiveTls() const;

    bool operator==(const ConnectionConfig &) const = default;
};

/// Prints neither headers nor the query of the address: both may hold secrets.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ConnectionConfig &config);

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::ConnectionConfig)
