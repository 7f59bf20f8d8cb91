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

/// When a lost connection is opened again.
///
/// Attempt n waits min(initialDelay × 2^(n−1) + 0…jitter, maxDelay). Attempts count from 1 and start anew
/// once a connection has answered something. Refused credentials (HTTP 401, 403) and addresses that cannot
/// work (400, 404) are not tried again, whatever is set here.
///
/// Defaults are those of the official client, which cannot be given a 0 and ignores its jitter option.
struct HPKVQT_EXPORT ReconnectConfig {
    Q_GADGET
    Q_PROPERTY(int maxAttempts MEMBER maxAttempts)
    Q_PROPERTY(int initialDelayMs READ initialDelayMs WRITE setInitialDelayMs)
    Q_PROPERTY(int maxDelayMs READ maxDelayMs WRITE setMaxDelayMs)
    Q_PROPERTY(int jitterMs READ jitterMs WRITE setJitterMs)
    Q_PROPERTY(bool retryFirst MEMBER retryFirst)

public:
    int maxAttempts = 3; ///< in a row; 0 = never, −1 = without end
    std::chrono::milliseconds initialDelay{1000}; ///< before the first attempt; 0 or more
    std::chrono::milliseconds maxDelay{30000}; ///< no attempt waits longer, jitter included
    std::chrono::milliseconds jitter{500}; ///< up to this much is added by chance; 0 = none
    /// Also keep trying when the very first connection of Client::connectToServer() fails.
    bool retryFirst = false;

    /// \name For QML
    /// @{

    /// The duration in whole milliseconds.
    int initialDelayMs() const { return static_cast<int>(initialDelay.count()); }
    void setInitialDelayMs(int ms) { initialDelay = std::chrono::milliseconds(ms); }
    int maxDelayMs() const { return static_cast<int>(maxDelay.count()); }
    void setMaxDelayMs(int ms) { maxDelay = std::chrono::milliseconds(ms); }
    int jitterMs() const { return static_cast<int>(jitter.count()); }
    void setJitterMs(int ms) { jitter = std::chrono::milliseconds(ms); }
    /// @}

    /// All members are equal.
    bool operator==(const ReconnectConfig &) const = default;
};

/// How fast requests leave: evenly spaced, without bursts.
///
/// A reply with code 429 halves the rate (down to a tenth) and pauses for 1, 2, 4 … 32, then 60 s; after that
/// the rate climbs back by itself. 10 a second is what the vendor's documentation names for the free plan;
/// other plans allow more.
struct HPKVQT_EXPORT ThrottleConfig {
    Q_GADGET
    Q_PROPERTY(bool enabled MEMBER enabled)
    Q_PROPERTY(double requestsPerSecond MEMBER requestsPerSecond)
    Q_PROPERTY(int recoveryIntervalMs READ recoveryIntervalMs WRITE setRecoveryIntervalMs)

public:
    bool enabled = true; ///< false: requests leave at once
    double requestsPerSecond = 10; ///< greater than 0; less than 0.001 counts as 0.001
    /// After this long without a refusal the rate rises by a tenth of requestsPerSecond, and again each time.
    std::chrono::milliseconds recoveryInterval{5000};

    /// \name For QML
    /// @{

    /// The duration in whole milliseconds.
    int recoveryIntervalMs() const { return static_cast<int>(recoveryInterval.count()); }
    void setRecoveryIntervalMs(int ms) { recoveryInterval = std::chrono::milliseconds(ms); }
    /// @}

    /// All members are equal.
    bool operator==(const ThrottleConfig &) const = default;
};

/// Where and how a Client connects. Holds no credential of HPKV; `headers`, `proxy` and the address may hold
/// others, so none of them is ever printed.
///
/// \code
/// Hpkv::ConnectionConfig config = Hpkv::ConnectionConfig::fromUrl("https://api-eu-1.hpkv.io");
/// config.throttle.requestsPerSecond = 100; // the plan allows it
/// config.reconnect.maxAttempts = -1;       // never give up
/// \endcode
struct HPKVQT_EXPORT ConnectionConfig {
    Q_GADGET
    Q_PROPERTY(QString baseUrl MEMBER baseUrl)
    Q_PROPERTY(bool apiKeyInHeader MEMBER apiKeyInHeader)
    Q_PROPERTY(int connectTimeoutMs READ connectTimeoutMs WRITE setConnectTimeoutMs)
    Q_PROPERTY(int callTimeoutMs READ callTimeoutMs WRITE setCallTimeoutMs)
    Q_PROPERTY(int heartbeatIntervalMs READ heartbeatIntervalMs WRITE setHeartbeatIntervalMs)
    Q_PROPERTY(int heartbeatTimeoutMs READ heartbeatTimeoutMs WRITE setHeartbeatTimeoutMs)
    Q_PROPERTY(Hpkv::ReconnectConfig reconnect MEMBER reconnect)
    Q_PROPERTY(Hpkv::ThrottleConfig throttle MEMBER throttle)
    Q_PROPERTY(int queueLimit MEMBER queueLimit)
    Q_PROPERTY(int maxKeySize MEMBER maxKeySize)
    Q_PROPERTY(int maxValueSize MEMBER maxValueSize)

public:
    /// Base address as the dashboard shows it. http, https, ws and wss are understood without regard to case,
    /// none means wss; "/ws" is appended where it is missing; unrelated query items are kept.
    QString baseUrl;
    /// Send the API key as header `x-api-key` of the upgrade instead of a query item. The vendor's REST
    /// interface takes it so; whether WebSocket servers do is not documented.
    bool apiKeyInHeader = false;

    std::chrono::milliseconds connectTimeout{5000}; ///< for opening a connection; 0 = the system's own
    /// Default deadline of a call, waiting for its turn included; 0 = none.
    std::chrono::milliseconds callTimeout{10000};
    std::chrono::milliseconds closeTimeout{200}; ///< how long a closing handshake may take; 0 = not awaited
    std::chrono::milliseconds heartbeatInterval{30000}; ///< between pings; 0 = none
    /// Silence after a ping that means a dead line; 0 = a line is never given up for silence.
    std::chrono::milliseconds heartbeatTimeout{10000};

    ReconnectConfig reconnect; ///< when a lost connection is opened again
    ThrottleConfig throttle; ///< how fast requests leave
    int queueLimit = 10000; ///< calls that may wait for their turn, both lanes together; 0 = none may wait
    int maxKeySize = 0; ///< bytes; larger keys are refused before sending; 0 = no limit
    int maxValueSize = 0; ///< bytes; larger values are refused before sending; 0 = no limit

    QList<QSslCertificate> caCertificates; ///< trusted besides those of `tls`
    std::optional<QSslConfiguration> tls; ///< unset = QSslConfiguration::defaultConfiguration()
    std::optional<QNetworkProxy> proxy; ///< unset = the application's proxy settings
    QList<QPair<QByteArray, QByteArray>> headers; ///< sent with the upgrade and with token requests

    /// The defaults with this address.
    static ConnectionConfig fromUrl(const QString &baseUrl);

    /// The address of the WebSocket without a credential. Invalid if baseUrl cannot be used.
    ///
    /// \param why if given, gets a sentence in English that says what is wrong
    QUrl webSocketUrl(QString *why = nullptr) const;
    /// The base of the HTTP interface (token requests) with the same level of security as baseUrl, without a
    /// slash at its end. Invalid if baseUrl cannot be used.
    ///
    /// \param why if given, gets a sentence in English that says what is wrong
    QUrl httpUrl(QString *why = nullptr) const;
    /// `tls` (or the default) with caCertificates added.
    QSslConfiguration effectiveTls() const;

    /// \name For QML
    /// @{

    /// The duration in whole milliseconds.
    int connectTimeoutMs() const { return static_cast<int>(connectTimeout.count()); }
    void setConnectTimeoutMs(int ms) { connectTimeout = std::chrono::milliseconds(ms); }
    int callTimeoutMs() const { return static_cast<int>(callTimeout.count()); }
    void setCallTimeoutMs(int ms) { callTimeout = std::chrono::milliseconds(ms); }
    int heartbeatIntervalMs() const { return static_cast<int>(heartbeatInterval.count()); }
    void setHeartbeatIntervalMs(int ms) { heartbeatInterval = std::chrono::milliseconds(ms); }
    int heartbeatTimeoutMs() const { return static_cast<int>(heartbeatTimeout.count()); }
    void setHeartbeatTimeoutMs(int ms) { heartbeatTimeout = std::chrono::milliseconds(ms); }
    /// @}

    /// All members are equal.
    bool operator==(const ConnectionConfig &) const = default;
};

/// Prints the figures.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ReconnectConfig &config);
/// Prints the figures.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ThrottleConfig &config);
/// Prints the address without user, query and fragment, and neither headers nor proxy: all may hold secrets.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ConnectionConfig &config);

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::ReconnectConfig)
Q_DECLARE_METATYPE(Hpkv::ThrottleConfig)
Q_DECLARE_METATYPE(Hpkv::ConnectionConfig)
