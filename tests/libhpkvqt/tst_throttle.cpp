// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "throttle.h"

#include <QTest>

using namespace Hpkv;
using namespace std::chrono_literals;

class tst_Throttle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void evenSpacing_data()
    {
        QTest::addColumn<double>("rate");
        for (const double rate : {0.5, 1.0, 3.0, 10.0, 100.0, 250.0, 999.0, 5000.0})
            QTest::addRow("%g", rate) << rate;
    }

    // As many as asked for leave in a while, and none of them in a burst, with a clock of whole milliseconds.
    void evenSpacing()
    {
        QFETCH(double, rate);
        Throttle throttle({true, rate, 5s});
        qint64 now = 12345;
        QCOMPARE(throttle.nextSlot(now), now);
        const qint64 span = 20000;
        qint64 last = 0;
        int sent = 0;
        int together = 0;
        for (const qint64 end = now + span; now < end;) {
            const qint64 slot = throttle.nextSlot(now);
            if (slot > now) {
                now = slot;
                continue;
            }
            throttle.sent(now);
            together = now == last ? together + 1 : 1;
            QVERIFY(together <= std::ceil(rate / 1000) + 1);
            last = now;
            ++sent;
        }
        const double expected = rate * double(span) / 1000;
        QVERIFY2(sent >= expected * 0.99 - 1 && sent <= expected * 1.01 + 1,
                 qPrintable(QString::number(sent)));
    }

    void noBurstAfterIdle()
    {
        Throttle throttle({true, 10, 5s});
        throttle.sent(0);
        const qint64 now = 100000;
        QCOMPARE(throttle.nextSlot(now), now);
        throttle.sent(now);
        QCOMPARE(throttle.nextSlot(now), now + 100);
    }

    void lateTimersAreMadeUpFor()
    {
        Throttle throttle({true, 10, 5s});
        qint64 now = 1000;
        throttle.sent(now);
        for (int i = 0; i < 100; ++i) {
            now = throttle.nextSlot(now) + 3;
            throttle.sent(now);
        }
        QCOMPARE(now, 1000 + 100 * 100 + 3);
    }

    void offMeansNoLimit()
    {
        Throttle throttle({false, 10, 5s});
        throttle.sent(5);
        QCOMPARE(throttle.nextSlot(5), 5);
        QCOMPARE(throttle.rate(5), 0.0);
    }

    void pausesGrow()
    {
        Throttle throttle({true, 100, 1000s}); // no recovery in between
        qint64 now = 1000;
        QList<qint64> pauses;
        for (int i = 0; i < 8; ++i) {
            QVERIFY(throttle.refused(now));
            QVERIFY(!throttle.refused(now)); // sent before the pause
            pauses.append(throttle.pauseLeft(now));
            QCOMPARE(throttle.nextSlot(now), now + pauses.last());
            now += pauses.last();
            QCOMPARE(throttle.pauseLeft(now), 0);
        }
        QCOMPARE(pauses, (QList<qint64>{1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000}));
        QCOMPARE(throttle.rate(now), 10.0); // not below a tenth
    }

    void rateHalvesAndRecovers()
    {
        Throttle throttle({true, 10, 5s});
        throttle.refused(0);
        QCOMPARE(throttle.rate(0), 5.0);
        QCOMPARE(throttle.nextRecovery(), 6000);
        QCOMPARE(throttle.rate(5999), 5.0);
        QCOMPARE(throttle.rate(6000), 6.0);
        QCOMPARE(throttle.rate(16000), 8.0);
        throttle.refused(16000);
        QCOMPARE(throttle.rate(16000), 4.0);
        QCOMPARE(throttle.pauseLeft(16000), 1000); // three quiet intervals took the step back
        QCOMPARE(throttle.rate(1000000), 10.0);
        QCOMPARE(throttle.nextRecovery(), -1);
        throttle.refused(1000000);
        QCOMPARE(throttle.pauseLeft(1000000), 1000);
    }

    void newConfigMakesNoBurst()
    {
        Throttle throttle({true, 1, 5s});
        throttle.sent(1000);
        QCOMPARE(throttle.nextSlot(1000), 2000);
        throttle.setConfig({true, 10, 5s}, 1000);
        QCOMPARE(throttle.nextSlot(1000), 1100);
        throttle.refused(1000);
        throttle.setConfig({true, 10, 5s}, 1500);
        QCOMPARE(throttle.rate(1500), 10.0);
        QCOMPARE(throttle.nextSlot(1500), 2000); // the pause that the server asked for stays
    }

    void oddConfigs()
    {
        Throttle throttle({true, 0, 0s});
        throttle.sent(0);
        QVERIFY(throttle.nextSlot(0) > 1000);
        throttle.refused(0);
        QVERIFY(throttle.rate(100000) > 0);
        Throttle negative({true, -5, 5s});
        negative.sent(0);
        QVERIFY(negative.nextSlot(0) > 0);
    }
};

QTEST_APPLESS_MAIN(tst_Throttle)
#include "tst_throttle.moc"
