// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/ledgertext.h"

#include "failonwarning.h"
#include "models/livemodel.h"

#include <QTest>

using namespace Studio;

class LedgerTextTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void text_data()
    {
        QTest::addColumn<LiveLedger>("ledger");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing yet") << LiveLedger{} << QStringLiteral("received 0 = shown 0 · 0 lost");
        QTest::newRow("plain") << LiveLedger{18204, 18204, 0, 0, 0, 0, 0}
                               << QStringLiteral("received 18,204 = shown 18,204 · 0 lost");
        QTest::newRow("every part") << LiveLedger{21, 1, 2, 6, 3, 4, 5}
                                    << QStringLiteral(
                                           "received 21 = shown 1 + filtered 2 + passed over 6 + waiting 3 + "
                                           "no longer kept 4 + emptied 5 · 0 lost");
        QTest::newRow("a mistake would show")
            << LiveLedger{10, 8, 0, 0, 0, 0, 0} << QStringLiteral("received 10 = shown 8 · 2 lost");
    }
    void text()
    {
        QFETCH(LiveLedger, ledger);
        QFETCH(QString, expected);
        QCOMPARE(ledgerText(ledger), expected);
    }

    void offline()
    {
        const qint64 since = QDateTime(QDate(2026, 11, 23), QTime(14, 21, 53)).toMSecsSinceEpoch();
        QCOMPARE(ledgerText({5, 5, 0, 0, 0, 0, 0}, since),
                 QStringLiteral("received 5 = shown 5 · offline since 14:21:53"));
    }

    void explanationNamesEachPart() { QCOMPARE(ledgerExplanation({21, 1, 2, 6, 3, 4, 5}).count(u'\n'), 6); }
};

QTEST_GUILESS_MAIN(LedgerTextTest)
#include "tst_ledgertext.moc"
