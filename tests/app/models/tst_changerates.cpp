// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/changerates.h"

#include "failonwarning.h"

#include <QTest>

using namespace Studio;

class TestChangeRates : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void steadyStreamGivesItsRate()
    {
        ChangeRates rates;
        qint64 now = 1'000'000;
        for (int i = 0; i < 1000; ++i, now += 100)
            rates.heard("a:", now);
        const double rate = rates.perSecond("a:", now);
        QVERIFY2(rate > 9.5 && rate < 10.5, qPrintable(QString::number(rate)));
        QCOMPARE(rates.perSecond("b:", now), 0.0);
    }

    void goesDownToNothing()
    {
        ChangeRates rates;
        rates.heard("a:", 1000);
        double before = rates.perSecond("a:", 1000);
        QVERIFY(before > 0);
        for (qint64 now = 6000; now < 20'000; now += 5000) {
            const double rate = rates.perSecond("a:", now);
            QVERIFY(rate < before && rate > 0);
            before = rate;
        }
        QCOMPARE(rates.perSecond("a:", 100'000), 0.0);
    }

    void clockSetBack()
    {
        ChangeRates rates;
        rates.heard("a:", 100'000);
        const double rate = rates.perSecond("a:", 100'000);
        QCOMPARE(rates.perSecond("a:", 50'000), rate);
        rates.heard("a:", 50'000);
        QCOMPARE(rates.perSecond("a:", 100'000), 2 * rate);
    }

    void forgetsTheQuietOnes()
    {
        ChangeRates rates;
        for (int i = 0; i < 100; ++i)
            rates.heard("busy:", 1'000'000);
        for (int i = 0; i < 3 * ChangeRates::mostBranches; ++i)
            rates.heard("b" + QByteArray::number(i), 1'000'000 + i / 100);
        QVERIFY(rates.size() <= ChangeRates::mostBranches);
        QVERIFY(rates.perSecond("busy:", 1'001'000) > 5);
    }
};

QTEST_GUILESS_MAIN(TestChangeRates)
#include "tst_changerates.moc"
