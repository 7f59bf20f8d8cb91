// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Wording)
};

constexpr qint64 Second = 1000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

} // namespace

QString Wording::safety(SafetyLevel level)
{
    switch (level) {
    case SafetyLevel::ReadOnly:
        return Text::tr("read-only");
    case SafetyLevel::Confirm:
        return Text::tr("confirm writes");
    case SafetyLevel::Free:
        return Text::tr("free");
    }
    return {};
}

QString Wording::duration(qint64 ms)
{
    const QLocale locale;
    if (ms < Minute)
        return Text::tr("%1 s").arg(locale.toString(qMax<qint64>(0, ms / Second)));
    if (ms < Hour)
        return Text::tr("%1 min").arg(locale.toString(ms / Minute));
    if (ms < Day) {
        const qint64 minutes = ms % Hour / Minute;
        return minutes == 0 || ms >= 10 * Hour
                 ? Text::tr("%1 h").arg(locale.toString(ms / Hour))
                 : Text::tr("%1 h %2 min").arg(locale.toString(ms / Hour), locale.toString(minutes));
    }
    return Text::tr("%1 d").arg(locale.toString(ms / Day));
}

QString Wording::outage(qint64 ms)
{
    return ms < Second ? Text::tr("%1 ms").arg(QLocale().toString(qMax<qint64>(0, ms))) : duration(ms);
}

QString Wording::opened(qint64 then, qint64 now)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(then).date();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    if (now - then < Minute)
        return Text::tr("opened just now");
    if (now - then < Hour)
        return Text::tr("opened %1 min ago").arg((now - then) / Minute);
    if (day == today)
        return Text::tr("opened %1 h ago").arg((now - then) / Hour);
    if (day.daysTo(today) == 1)
        return Text::tr("opened yesterday");
    const QLocale locale;
    //: A day and month without the year, e.g. "d MMMM" gives "12 November".
    const QString format =
        day.year() == today.year() ? Text::tr("d MMMM") : locale.dateFormat(QLocale::LongFormat);
    return Text::tr("opened on %1").arg(locale.toString(day, format));
}

QString Wording::size(qint64 bytes)
{
    const QLocale locale;
    if (bytes < 10'000)
        return Text::tr("%1 bytes").arg(locale.toString(bytes));
    return locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString Wording::host(const QUrl &url)
{
    QUrl parsed = url;
    // "localhost:8090" alone parses as a scheme.
    if (parsed.host().isEmpty())
        parsed = QUrl(QStringLiteral("wss://") + url.toString(QUrl::RemoveUserInfo));
    if (parsed.port() > 0)
        return QStringLiteral("%1:%2").arg(parsed.host()).arg(parsed.port());
    return parsed.host();
}

QString Wording::line(const SessionStatus &status)
{
    switch (status.line) {
    case LineState::Closed:
        return Text::tr("Not connected");
    case LineState::Connecting:
        return Text::tr("Connecting");
    case LineState::Connected:
        return Text::tr("Connected");
    case LineState::Reconnecting:
        return status.attempt > 0 ? Text::tr("Reconnecting, attempt %1").arg(status.attempt)
                                  : Text::tr("Reconnecting");
    case LineState::Failed:
        return Text::tr("Connection refused");
    }
    return {};
}

} // namespace Studio
