// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Studio
{

enum class AlertKind : quint8 {
    Above, ///< the number is greater than the threshold
    Below,
    Equal, ///< numbers by value, everything else as text
    Changed, ///< stays until it is acknowledged
    NotChanged, ///< for longer than the hold time
    Removed, ///< the key (or the member) is not there
    Matches ///< a regular expression is found in the text
};

inline constexpr int AlertKindCount = int(AlertKind::Matches) + 1;

/// "Above", "Not changed for", translated.
QString alertKindText(AlertKind kind);

/// When a tile alarms.
struct AlertRule {
    AlertKind kind = AlertKind::Above;
    QString threshold; ///< a JSON number as text, the text of Equal, the expression of Matches
    QString hysteresis; ///< Above, Below: how far back a number has to go before the alert ends; empty = 0
    qint64 holdMs = 0; ///< how long it has to be so before it is an alert; NotChanged: how long unchanged
    bool isMuted = false; ///< shown on the tile, told nowhere else
    QJsonObject extra; ///< members of the file that this version does not know
    QString label = {}; ///< how it is called; empty: by what it says

    bool operator==(const AlertRule &) const = default;
    /// Whether both alarm about the same, however they are called and whomever they tell.
    bool isSameCondition(const AlertRule &other) const;

    /// One sentence about what is wrong with it; empty = nothing.
    QString problem() const;
    /// Its label, or "Above 30", as the tile and the log say it.
    QString text() const;
};

/// What a rule is asked about at one moment.
struct AlertInput {
    bool isKnown = false; ///< false (nothing known, or the line is down): nothing is decided
    bool exists = false; ///< the key, and in it the member
    QByteArray text; ///< source text of the member; strings without quotes and escapes
    qint64 changedAt = 0; ///< ms since 1970; 0 = unknown
};

/// Where one alert stands. Pure: time comes with each call.
class AlertState
{
public:
    enum class Phase : quint8 {
        Quiet,
        Pending, ///< it is so, but not for long enough yet
        Raised,
        Acknowledged ///< still so; somebody knows
    };
    enum class Turn : quint8 { None, Raised, Ended };

    /// What came of it. Call it on each change and once a second.
    Turn update(const AlertRule &rule, const AlertInput &input, qint64 now);
    /// Quiets a raised alert; an alert for Changed ends.
    Turn acknowledge(const AlertRule &rule);

    Phase phase() const { return m_phase; }
    bool isOn() const { return m_phase == Phase::Raised || m_phase == Phase::Acknowledged; }
    /// Since when it has been so (Pending and later), ms since 1970.
    qint64 since() const { return m_since; }
    /// Whether it was so already when it was judged for the first time.
    bool isFromBeginning() const { return m_isFromBeginning; }

private:
    bool holds(const AlertRule &rule, const AlertInput &input, qint64 now) const;

    Phase m_phase = Phase::Quiet;
    qint64 m_since = 0;
    bool m_wasJudged = false;
    bool m_isFromBeginning = false;
    qint64 m_changedAt = -1; ///< of the change that Changed saw last; −1 = none yet
};

} // namespace Studio
