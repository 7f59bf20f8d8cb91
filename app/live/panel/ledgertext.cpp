// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/ledgertext.h"

#include "models/livemodel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace Studio
{

namespace
{

struct Ledger {
    Q_DECLARE_TR_FUNCTIONS(Ledger)
};

QString number(quint64 value)
{
    return QLocale().toString(value);
}

/// What is in no part of the sum. Zero, unless there is a mistake in the program; then it shows here.
quint64 lost(const LiveLedger &ledger)
{
    const quint64 found =
        ledger.shown + ledger.filtered + ledger.sampled + ledger.waiting + ledger.dropped + ledger.cleared;
    return ledger.received > found ? ledger.received - found : 0;
}

} // namespace

QString ledgerText(const LiveLedger &ledger, qint64 downSince)
{
    QStringList parts{Ledger::tr("shown %1").arg(number(ledger.shown))};
    if (ledger.filtered > 0)
        parts.append(Ledger::tr("filtered %1").arg(number(ledger.filtered)));
    if (ledger.sampled > 0)
        parts.append(Ledger::tr("passed over %1").arg(number(ledger.sampled)));
    if (ledger.waiting > 0)
        parts.append(Ledger::tr("waiting %1").arg(number(ledger.waiting)));
    if (ledger.dropped > 0)
        parts.append(Ledger::tr("no longer kept %1").arg(number(ledger.dropped)));
    if (ledger.cleared > 0)
        parts.append(Ledger::tr("emptied %1").arg(number(ledger.cleared)));
    const QString end =
        downSince > 0
            ? Ledger::tr("offline since %1")
                  .arg(QDateTime::fromMSecsSinceEpoch(downSince).time().toString(QStringLiteral("HH:mm:ss")))
            : Ledger::tr("%1 lost").arg(number(lost(ledger)));
    //: the sum of the live panel; %2 is a list of parts joined by plus signs, %3 "0 lost" or "offline since
    //: 14:21:53"
    return Ledger::tr("received %1 = %2 · %3")
        .arg(number(ledger.received), parts.join(QStringLiteral(" + ")), end);
}

QString ledgerExplanation(const LiveLedger &ledger)
{
    return QStringList{
        Ledger::tr("Changes received: %1").arg(number(ledger.received)),
        Ledger::tr("Shown as rows: %1").arg(number(ledger.shown)),
        Ledger::tr("Hidden by the filter: %1").arg(number(ledger.filtered)),
        Ledger::tr("Passed over, as they came faster than can be shown: %1").arg(number(ledger.sampled)),
        Ledger::tr("Waiting while paused: %1").arg(number(ledger.waiting)),
        Ledger::tr("Older than what is kept: %1").arg(number(ledger.dropped)),
        Ledger::tr("Taken out by “Empty the list”: %1").arg(number(ledger.cleared)),
    }
        .join(u'\n');
}

} // namespace Studio
