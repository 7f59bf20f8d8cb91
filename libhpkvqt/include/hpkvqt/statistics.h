// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/export.h>

#include <QDebug>
#include <QMetaType>
#include <QtGlobal>

namespace Hpkv
{

/// Counters of a Client since it was made, and how things stand now.
struct HPKVQT_EXPORT Statistics {
    quint64 requestsSent = 0; ///< frames, repeated requests included
    quint64 repliesReceived = 0;
    quint64 notificationsReceived = 0;
    quint64 bytesSent = 0; ///< payload of frames
    quint64 bytesReceived = 0;
    quint64 retries = 0; ///< requests sent again after code 429
    quint64 rateLimited = 0; ///< replies with code 429
    quint64 timeouts = 0;
    quint64 lateReplies = 0; ///< replies to requests that had already ended
    quint64 protocolWarnings = 0;
    quint64 connections = 0; ///< opened
    int queuedInteractive = 0;
    int queuedBackground = 0;
    int inFlight = 0; ///< sent, reply outstanding
    double currentRate = 0; ///< requests a second that the throttle allows now; 0 = no limit
    int pauseMs = 0; ///< rest of the pause after code 429; 0 = none

    bool operator==(const Statistics &) const = default;
};

HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Statistics &statistics);

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::Statistics)
