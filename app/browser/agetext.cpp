// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/agetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Studio
{

namespace
{

struct Age {
    Q_DECLARE_TR_FUNCTIONS(Age)
};

} // namespace

QString ageText(qint64 at, qint64 now)
{
    // A clock that runs ahead must not give an age below zero.
    const qint64 seconds = std::max<qint64>(0, now - at) / 1000;
    const QLocale locale;
    if (seconds < 2)
        return Age::tr("now");
    if (seconds < 60)
        return Age::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 60 * 60)
        return Age::tr("%1 min").arg(locale.toString(seconds / 60));
    if (seconds < 24 * 60 * 60)
        return Age::tr("%1 h").arg(locale.toString(seconds / 3600));
    return locale.toString(QDateTime::fromMSecsSinceEpoch(at).date(), QLocale::ShortFormat);
}

QString exactTimeText(qint64 at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    const QLocale locale;
    return locale.toString(moment.date(), QLocale::ShortFormat) + u' '
         + moment.time().toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace Studio
