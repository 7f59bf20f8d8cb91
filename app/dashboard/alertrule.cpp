// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/alertrule.h"

#include "json/exactdecimal.h"
#include "json/exactsum.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::AlertRule)
};

QByteArray negated(const QByteArray &number)
{
    return number.startsWith('-') ? number.sliced(1) : '-' + number;
}

/// threshold ± hysteresis, exactly; the threshold alone where they cannot be added.
ExactDecimal bound(const AlertRule &rule, bool lower)
{
    const QByteArray threshold = rule.threshold.toUtf8();
    ExactDecimal plain = ExactDecimal::fromJson(threshold).value_or(ExactDecimal());
    const QByteArray back = rule.hysteresis.toUtf8();
    ExactSum sum;
    if (!isJsonNumber(back) || !sum.add(threshold) || !sum.add(lower ? negated(back) : back))
        return plain;
    return sum.sum().value_or(plain);
}

bool isNumeric(AlertKind kind)
{
    return kind == AlertKind::Above || kind == AlertKind::Below;
}

bool isEqual(const QByteArray &text, const QByteArray &threshold)
{
    if (isJsonNumber(text) && isJsonNumber(threshold))
        return compareJsonNumbers(text, threshold) == std::strong_ordering::equal;
    return text == threshold;
}

/// "30 s", "5 min", "2 h".
QString durationText(qint64 ms)
{
    const QLocale locale;
    const qint64 seconds = ms / 1000;
    if (seconds < 120)
        return Text::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 7200)
        return Text::tr("%1 min").arg(locale.toString(seconds / 60));
    return Text::tr("%1 h").arg(locale.toString(seconds / 3600));
}

} // namespace

QString AlertRule::problem() const
{
    if (isNumeric(kind)) {
        if (!isJsonNumber(threshold.toUtf8()))
            return Text::tr("The threshold of an alert is no number: “%1”.").arg(threshold);
        const QByteArray back = hysteresis.toUtf8();
        if (!back.isEmpty() && (!isJsonNumber(back) || back.startsWith('-')))
            return Text::tr("The hysteresis of an alert is no number of 0 or more: “%1”.").arg(hysteresis);
    }
    if (kind == AlertKind::Matches && !QRegularExpression(threshold).isValid())
        return Text::tr("The expression of an alert cannot be read: “%1”.").arg(threshold);
    if (kind == AlertKind::NotChanged && holdMs <= 0)
        return Text::tr("An alert for what does not change needs a time.");
    if (holdMs < 0)
        return Text::tr("The time of an alert is less than 0.");
    return {};
}

QString alertKindText(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Above:
        return Text::tr("Above");
    case AlertKind::Below:
        return Text::tr("Below");
    case AlertKind::Equal:
        return Text::tr("Equal to");
    case AlertKind::Changed:
        return Text::tr("Changed");
    case AlertKind::NotChanged:
        return Text::tr("Not changed for …");
    case AlertKind::Removed:
        return Text::tr("Removed");
    case AlertKind::Matches:
        return Text::tr("Matches");
    }
    return {};
}

bool AlertRule::isSameCondition(const AlertRule &other) const
{
    return kind == other.kind && threshold == other.threshold && hysteresis == other.hysteresis
        && holdMs == other.holdMs;
}

QString AlertRule::text() const
{
    if (!label.isEmpty())
        return label;
    switch (kind) {
    case AlertKind::Above:
        return Text::tr("Above %1").arg(threshold);
    case AlertKind::Below:
        return Text::tr("Below %1").arg(threshold);
    case AlertKind::Equal:
        return Text::tr("Equal to %1").arg(threshold);
    case AlertKind::Changed:
        return Text::tr("Changed");
    case AlertKind::NotChanged:
        return Text::tr("Not changed for %1").arg(durationText(holdMs));
    case AlertKind::Removed:
        return Text::tr("Removed");
    case AlertKind::Matches:
        return Text::tr("Matches %1").arg(threshold);
    }
    return {};
}

bool AlertState::holds(const AlertRule &rule, const AlertInput &input, qint64 now) const
{
    switch (rule.kind) {
    case AlertKind::Above:
    case AlertKind::Below: {
        const auto number = input.exists ? ExactDecimal::fromJson(input.text) : std::nullopt;
        if (!number)
            return false;
        const bool above = rule.kind == AlertKind::Above;
        // An alert that is on ends only when the number has gone back by the hysteresis.
        AlertRule plain = rule;
        if (!isOn())
            plain.hysteresis.clear();
        const ExactDecimal limit = bound(plain, above);
        if (isOn() && !plain.hysteresis.isEmpty())
            return above ? *number >= limit : *number <= limit;
        return above ? *number > limit : *number < limit;
    }
    case AlertKind::Equal:
        return input.exists && isEqual(input.text, rule.threshold.toUtf8());
    case AlertKind::Changed:
        return isOn() || (m_changedAt >= 0 && input.changedAt != m_changedAt);
    case AlertKind::NotChanged:
        return input.exists && input.changedAt > 0 && now - input.changedAt >= rule.holdMs;
    case AlertKind::Removed:
        return !input.exists;
    case AlertKind::Matches: {
        const QRegularExpression expression(rule.threshold);
        return input.exists && expression.isValid()
            && expression.match(QString::fromUtf8(input.text)).hasMatch();
    }
    }
    return false;
}

AlertState::Turn AlertState::update(const AlertRule &rule, const AlertInput &input, qint64 now)
{
    if (!input.isKnown)
        return Turn::None;
    const bool isSo = holds(rule, input, now);
    m_isFromBeginning = isSo && (m_isFromBeginning || !m_wasJudged);
    m_wasJudged = true;
    if (rule.kind == AlertKind::Changed)
        m_changedAt = input.changedAt;
    if (!isSo) {
        const bool wasOn = isOn();
        m_phase = Phase::Quiet;
        m_since = 0;
        return wasOn ? Turn::Ended : Turn::None;
    }
    if (isOn())
        return Turn::None;
    if (m_phase == Phase::Quiet) {
        m_phase = Phase::Pending;
        // What has not changed has been so since the time was up.
        m_since = rule.kind == AlertKind::NotChanged ? input.changedAt + rule.holdMs : now;
    }
    const bool waits = rule.kind != AlertKind::NotChanged && rule.kind != AlertKind::Changed;
    if (waits && now - m_since < rule.holdMs)
        return Turn::None;
    m_phase = Phase::Raised;
    return Turn::Raised;
}

AlertState::Turn AlertState::acknowledge(const AlertRule &rule)
{
    if (m_phase != Phase::Raised)
        return Turn::None;
    if (rule.kind != AlertKind::Changed) {
        m_phase = Phase::Acknowledged;
        return Turn::None;
    }
    m_phase = Phase::Quiet;
    m_since = 0;
    return Turn::Ended;
}

} // namespace Studio
