// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/connectionconfig.h>
#include <hpkvqt/enums.h>
#include <hpkvqt/export.h>

#include <QDebug>
#include <QMetaType>
#include <QtGlobal>

namespace Hpkv
{

/// How long replies took, from the sending of a request to its reply, all in milliseconds.
///
/// Taken from a histogram over the whole life of a Client: minimum, mean and maximum are exact, percentiles
/// are off by 2 % at most. Time in the queue and pings do not count. Without a reply every time is −1.
struct HPKVQT_EXPORT RoundTripSummary {
    Q_GADGET
    Q_PROPERTY(quint64 count MEMBER count)
    Q_PROPERTY(double minimum MEMBER minimum)
    Q_PROPERTY(double mean MEMBER mean)
    Q_PROPERTY(double p50 MEMBER p50)
    Q_PROPERTY(double p95 MEMBER p95)
    Q_PROPERTY(double p99 MEMBER p99)
    Q_PROPERTY(double maximum MEMBER maximum)

public:
    quint64 count = 0; ///< replies that were measured
    double minimum = -1; ///< ms
    double mean = -1; ///< ms
    double p50 = -1; ///< ms; half of the replies took no longer
    double p95 = -1; ///< ms
    double p99 = -1; ///< ms
    double maximum = -1; ///< ms

    /// All members are equal.
    bool operator==(const RoundTripSummary &) const = default;
};

/// How the rate limit stands; see Client::throttleStatus(). What the official client calls
/// `getThrottlingStatus()`.
struct HPKVQT_EXPORT ThrottleStatus {
    Q_GADGET
    Q_PROPERTY(bool enabled READ isEnabled)
    Q_PROPERTY(Hpkv::ThrottleConfig config MEMBER config)
    Q_PROPERTY(double currentRate MEMBER currentRate)
    Q_PROPERTY(int pauseMs MEMBER pauseMs)
    Q_PROPERTY(int queuedInteractive MEMBER queuedInteractive)
    Q_PROPERTY(int queuedBackground MEMBER queuedBackground)
    Q_PROPERTY(int queueLength READ queueLength)
    Q_PROPERTY(int queueLimit MEMBER queueLimit)

public:
    ThrottleConfig config; ///< in force
    double currentRate = 0; ///< requests a second allowed now; 0 = no limit
    int pauseMs = 0; ///< rest of the pause after code 429, in ms; 0 = none
    int queuedInteractive = 0; ///< calls that wait in Lane::Interactive
    int queuedBackground = 0; ///< calls that wait in Lane::Background
    int queueLimit = 0; ///< as many may wait in all; see ConnectionConfig::queueLimit

    /// Whether requests are spaced at all.
    bool isEnabled() const { return config.enabled; }
    /// Calls that wait, both lanes together.
    int queueLength() const { return queuedInteractive + queuedBackground; }

    /// All members are equal.
    bool operator==(const ThrottleStatus &) const = default;
};

/// Counters of a Client since it was made, and how things stand now; see Client::statistics(). What the
/// official client calls `getConnectionStats()`, and more.
struct HPKVQT_EXPORT Statistics {
    Q_GADGET
    Q_PROPERTY(quint64 requestsSent MEMBER requestsSent)
    Q_PROPERTY(quint64 repliesReceived MEMBER repliesReceived)
    Q_PROPERTY(quint64 notificationsReceived MEMBER notificationsReceived)
    Q_PROPERTY(quint64 bytesSent MEMBER bytesSent)
    Q_PROPERTY(quint64 bytesReceived MEMBER bytesReceived)
    Q_PROPERTY(quint64 retries MEMBER retries)
    Q_PROPERTY(quint64 rateLimited MEMBER rateLimited)
    Q_PROPERTY(quint64 timeouts MEMBER timeouts)
    Q_PROPERTY(quint64 lateReplies MEMBER lateReplies)
    Q_PROPERTY(quint64 protocolWarnings MEMBER protocolWarnings)
    Q_PROPERTY(quint64 connections MEMBER connections)
    Q_PROPERTY(int queuedInteractive MEMBER queuedInteractive)
    Q_PROPERTY(int queuedBackground MEMBER queuedBackground)
    Q_PROPERTY(int inFlight MEMBER inFlight)
    Q_PROPERTY(int pending READ pending)
    Q_PROPERTY(double currentRate MEMBER currentRate)
    Q_PROPERTY(int pauseMs MEMBER pauseMs)
    Q_PROPERTY(int reconnectAttempt MEMBER reconnectAttempt)
    Q_PROPERTY(Hpkv::ConnectionState state MEMBER state)
    Q_PROPERTY(Hpkv::RoundTripSummary roundTrips MEMBER roundTrips)

public:
    quint64 requestsSent = 0; ///< frames, repeated requests included
    quint64 repliesReceived = 0; ///< late and unroutable ones included
    quint64 notificationsReceived = 0; ///< as they came; during a renewal both connections count
    quint64 bytesSent = 0; ///< payload of frames
    quint64 bytesReceived = 0; ///< payload of frames
    quint64 retries = 0; ///< requests sent again after code 429
    quint64 rateLimited = 0; ///< replies with code 429
    quint64 timeouts = 0; ///< calls whose deadline passed
    quint64 lateReplies = 0; ///< replies to requests that had already ended
    quint64 protocolWarnings = 0; ///< frames that raised Client::protocolWarning()
    quint64 connections = 0; ///< opened
    int queuedInteractive = 0; ///< calls that wait in Lane::Interactive
    int queuedBackground = 0; ///< calls that wait in Lane::Background
    int inFlight = 0; ///< sent, reply outstanding
    double currentRate = 0; ///< requests a second that the throttle allows now; 0 = no limit
    int pauseMs = 0; ///< rest of the pause after code 429, in ms; 0 = none
    int reconnectAttempt = 0; ///< attempts to reconnect in a row; 0 = none since the connection last answered
    ConnectionState state = ConnectionState::Disconnected; ///< of the Client
    RoundTripSummary roundTrips; ///< of all replies so far

    /// Calls that have not ended: queued or in flight.
    int pending() const { return queuedInteractive + queuedBackground + inFlight; }

    /// All members are equal.
    bool operator==(const Statistics &) const = default;
};

/// Prints every figure.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const RoundTripSummary &summary);
/// Prints every figure.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const ThrottleStatus &status);
/// Prints every figure.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Statistics &statistics);

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::RoundTripSummary)
Q_DECLARE_METATYPE(Hpkv::ThrottleStatus)
Q_DECLARE_METATYPE(Hpkv::Statistics)
