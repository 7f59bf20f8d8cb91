// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessiontypes.h"

#include <QtGlobal>

#include <hpkvqt/enums.h>
#include <hpkvqt/statistics.h>

#include <deque>
#include <optional>

namespace Studio
{

/// Works out what the window is told of a session's line: rates over the last second, since when the line is
/// down, and whether any of it is worth telling again. Pure; time comes in as ms since 1970.
class StatusMeter
{
public:
    /// What is read off the clients at one moment.
    struct Reading {
        Hpkv::ConnectionState state = Hpkv::ConnectionState::Disconnected;
        int msUntilReconnect = -1;
        Hpkv::Error lastError;
        double roundTripMs = -1;
        Hpkv::Statistics statistics;
        bool watching = false;
        qint64 tokenExpiresAt = 0;
        QList<QByteArray> watchedPatterns;
        quint64 heard = 0; ///< notifications since the beginning
    };

    void reconnecting(int attempt, qint64 nextAttemptAt);
    /// The status, if the window should hear of it now: what concerns the line at once, figures at most ten
    /// times a second.
    std::optional<SessionStatus> measure(const Reading &reading, qint64 now);
    /// The session was closed: everything starts anew.
    void reset();

    static constexpr int intervalMs = 100;

private:
    struct Sample {
        qint64 at = 0;
        quint64 sent = 0;
        quint64 heard = 0;
    };

    int m_attempt = 0;
    qint64 m_nextAttemptAt = 0;
    qint64 m_downSince = 0;
    std::deque<Sample> m_samples; ///< of the last second
    SessionStatus m_told;
    qint64 m_toldAt = 0;
};

} // namespace Studio
