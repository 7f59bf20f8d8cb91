// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "ratelimit.h"

#include "failonwarning.h"

#include <QTest>

using namespace hpkv::emulator;
using namespace std::chrono_literals;

class TestRateLimit : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void noneByDefault();
    void aSecondsWorthAtOnce();
    void evenSpacingIsNeverRefused();
    void refillsAtTheRate();
    void idleTimeIsNotSaved();
    void belowOneASecond();
    void clockThatStandsStill();

private:
    const RateLimit::Clock::time_point m_start{1000h};
};

void TestRateLimit::noneByDefault()
{
    RateLimit limit;
    QVERIFY(!limit.limited());
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(limit.take(m_start));
}

void TestRateLimit::aSecondsWorthAtOnce()
{
    RateLimit limit(10);
    for (int i = 0; i < 10; ++i)
        QVERIFY(limit.take(m_start));
    QVERIFY(!limit.take(m_start));
}

void TestRateLimit::evenSpacingIsNeverRefused()
{
    RateLimit limit(30);
    for (int i = 0; i < 30; ++i)
        QVERIFY(limit.take(m_start));
    for (int i = 1; i < 1000; ++i)
        QVERIFY(limit.take(m_start + std::chrono::nanoseconds(1'000'000'000LL * i / 30 + 1)));
}

void TestRateLimit::refillsAtTheRate()
{
    RateLimit limit(10);
    int taken = 0;
    for (int ms = 0; ms < 10'000; ++ms)
        taken += limit.take(m_start + ms * 1ms) ? 1 : 0;
    QVERIFY2(taken >= 108 && taken <= 110, qPrintable(QString::number(taken)));
}

void TestRateLimit::idleTimeIsNotSaved()
{
    RateLimit limit(5);
    QVERIFY(limit.take(m_start));
    int taken = 0;
    while (limit.take(m_start + 1h))
        ++taken;
    QCOMPARE(taken, 5);
}

void TestRateLimit::belowOneASecond()
{
    RateLimit limit(0.5);
    QVERIFY(limit.take(m_start));
    QVERIFY(!limit.take(m_start + 1s));
    QVERIFY(limit.take(m_start + 2s));
}

void TestRateLimit::clockThatStandsStill()
{
    RateLimit limit(2);
    QVERIFY(limit.take(m_start + 1s));
    QVERIFY(limit.take(m_start));
    QVERIFY(!limit.take(m_start));
}

QTEST_APPLESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
