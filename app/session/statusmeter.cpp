// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/statusmeter.h"

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qint64 window = 1000;
// A timer may come a little early.
constexpr qint64 tolerance = 5;

LineState lineOf(Hpkv::ConnectionState state)
{
    switch (state) {
    case Hpkv::ConnectionState::Connected:
        return LineState::Connected;
    case Hpkv::ConnectionState::Connecting:
        return LineState::Connecting;
    case Hpkv::ConnectionState::Reconnecting:
        return LineState::Reconnecting;
    case Hpkv::ConnectionState::Disconnecting:
    case Hpkv::ConnectionState::Disconnected:
        break;
    }
    return LineState::Failed;
}

} // namespace

void StatusMeter::reconnecting(int attempt, qint64 nextAttemptAt)
{
    m_attempt = attempt;
    m_nextAttemptAt = nextAttemptAt;
}

std::optional<SessionStatus> StatusMeter::measure(const Reading &reading, qint64 now)
{
    m_samples.push_back({now, reading.statistics.requestsSent, reading.heard});
    while (m_samples.size() > 2 && m_samples.at(1).at <= now - window)
        m_samples.pop_front();

    SessionStatus status;
    status.line = lineOf(reading.state);
    const bool isDown = status.line == LineState::Reconnecting || status.line == LineState::Failed;
    if (status.line == LineState::Connected) {
        m_attempt = 0;
        m_nextAttemptAt = 0;
        m_downSince = 0;
    } else if (isDown && m_downSince == 0) {
        m_downSince = now;
    }
    status.attempt = m_attempt;
    status.downSince = m_downSince;
    if (status.line == LineState::Reconnecting && reading.msUntilReconnect >= 0)
        status.nextAttemptAt = m_nextAttemptAt;
    if (isDown)
        status.lastError = reading.lastError;
    status.roundTripMs = reading.roundTripMs;
    const Sample &oldest = m_samples.front();
    const double seconds = double(std::max(window, now - oldest.at)) / 1000.0;
    status.requestsPerSecond = double(reading.statistics.requestsSent - oldest.sent) / seconds;
    status.changesPerSecond = double(reading.heard - oldest.heard) / seconds;
    status.rateLimit = reading.statistics.currentRate;
    status.pauseMs = reading.statistics.pauseMs;
    status.waitingInteractive = reading.statistics.queuedInteractive;
    status.waitingBackground = reading.statistics.queuedBackground;
    status.watchedPatterns = reading.watchedPatterns;
    status.watching = reading.watching;
    status.tokenExpiresAt = reading.tokenExpiresAt;

    if (status == m_told)
        return {};
    const bool lineChanged = status.line != m_told.line || status.watching != m_told.watching
                          || status.attempt != m_told.attempt || status.nextAttemptAt != m_told.nextAttemptAt;
    if (!lineChanged && now - m_toldAt < intervalMs - tolerance)
        return {};
    m_told = status;
    m_toldAt = now;
    return status;
}

void StatusMeter::reset()
{
    *this = {};
}

} // namespace Studio
