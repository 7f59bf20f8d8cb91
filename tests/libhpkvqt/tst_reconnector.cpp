// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "reconnector.h"

#include <QTest>

using namespace Hpkv;
using namespace std::chrono_literals;

class tst_Reconnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void delays_data()
    {
        QTest::addColumn<double>("chance");
        QTest::addColumn<QList<qint64>>("delays");
        QTest::newRow("no jitter") << 0.0 << QList<qint64>{1000, 2000, 4000, 8000, 16000, 30000, 30000};
        QTest::newRow("some") << 0.5 << QList<qint64>{1250, 2250, 4250, 8250, 16250, 30000, 30000};
        QTest::newRow("all") << 1.0 << QList<qint64>{1500, 2500, 4500, 8500, 16500, 30000, 30000};
        QTest::newRow("beyond") << 7.0 << QList<qint64>{1500, 2500, 4500, 8500, 16500, 30000, 30000};
    }

    void delays()
    {
        QFETCH(double, chance);
        QFETCH(QList<qint64>, delays);
        ReconnectConfig config;
        config.maxAttempts = -1;
        Reconnector reconnector(config);
        for (qsizetype i = 0; i < delays.size(); ++i) {
            const auto decision = reconnector.failed(Error(ErrorKind::ConnectionLost, {}), chance);
            QVERIFY(decision.again);
            QCOMPARE(decision.attempt, int(i) + 1);
            QCOMPARE(decision.delay, delays.at(i));
        }
        for (int i = 0; i < 10000; ++i)
            QCOMPARE(reconnector.failed(Error(ErrorKind::ConnectionFailed, {}), chance).delay, 30000);
    }

    void attempts_data()
    {
        QTest::addColumn<int>("maximum");
        for (const int maximum : {0, 1, 3})
            QTest::addRow("%d", maximum) << maximum;
    }

    void attempts()
    {
        QFETCH(int, maximum);
        ReconnectConfig config;
        config.maxAttempts = maximum;
        Reconnector reconnector(config);
        const Error lost(ErrorKind::ConnectionLost, {});
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < maximum; ++i)
                QVERIFY(reconnector.failed(lost, 0).again);
            QVERIFY(!reconnector.failed(lost, 0).again);
            reconnector.succeeded();
        }
    }

    void kinds()
    {
        Reconnector reconnector;
        for (const ErrorKind kind :
             {ErrorKind::Authentication, ErrorKind::Configuration, ErrorKind::Canceled})
            QVERIFY(!reconnector.failed(Error(kind, {}), 0).again);
        for (const ErrorKind kind :
             {ErrorKind::ConnectionFailed, ErrorKind::ConnectionLost, ErrorKind::Timeout})
            QVERIFY(reconnector.failed(Error(kind, {}), 0).again);
    }

    void zeroDelaysAreKept()
    {
        ReconnectConfig config;
        config.initialDelay = 0ms;
        config.jitter = 0ms;
        Reconnector reconnector(config);
        QCOMPARE(reconnector.failed(Error(ErrorKind::ConnectionLost, {}), 1).delay, 0);
    }
};

QTEST_APPLESS_MAIN(tst_Reconnector)
#include "tst_reconnector.moc"
