// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "roundtriphistogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace Hpkv;

class tst_RoundTripHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void empty()
    {
        const RoundTripHistogram histogram;
        QCOMPARE(histogram.summary(), RoundTripSummary());
        QCOMPARE(histogram.summary().p99, -1.0);
    }

    /// One value is every percentile, exactly: percentiles lie between minimum and maximum.
    void single_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<double>("ms");
        QTest::newRow("negative") << qint64(-5) << 0.0;
        QTest::newRow("0") << qint64(0) << 0.0;
        QTest::newRow("1") << qint64(1) << 0.001;
        QTest::newRow("63") << qint64(63) << 0.063;
        QTest::newRow("64") << qint64(64) << 0.064;
        QTest::newRow("a minute") << qint64(60'000'001) << 60000.001;
        QTest::newRow("far beyond") << std::numeric_limits<qint64>::max()
                                    << static_cast<double>(std::numeric_limits<qint64>::max()) / 1000;
    }
    void single()
    {
        QFETCH(const qint64, us);
        QFETCH(const double, ms);
        RoundTripHistogram histogram;
        histogram.add(us);
        const RoundTripSummary summary = histogram.summary();
        QCOMPARE(summary.count, 1U);
        for (const double figure :
             {summary.minimum, summary.mean, summary.p50, summary.p95, summary.p99, summary.maximum})
            QCOMPARE(figure, ms);
    }

    void smallValuesAreExact()
    {
        RoundTripHistogram histogram;
        for (int us = 1; us <= 60; ++us)
            histogram.add(us);
        const RoundTripSummary summary = histogram.summary();
        QCOMPARE(summary.p50, 0.030);
        QCOMPARE(summary.p95, 0.057);
        QCOMPARE(summary.p99, 0.060);
        QCOMPARE(summary.mean, 0.0305);
    }

    /// Against the sorted list, over nine orders of magnitude.
    void agreesWithSorting_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1U, 20U, 333U, 4711U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void agreesWithSorting()
    {
        QFETCH(const unsigned, seed);
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> exponent(0, 9);
        RoundTripHistogram histogram;
        std::vector<qint64> sorted;
        for (int i = 0; i < 20000; ++i) {
            const auto us = static_cast<qint64>(std::pow(10, exponent(random)));
            histogram.add(us);
            sorted.push_back(us);
        }
        std::sort(sorted.begin(), sorted.end());
        const RoundTripSummary summary = histogram.summary();
        const auto agrees = [&](double got, double share) {
            const auto index = static_cast<std::size_t>(std::ceil(share * 20000)) - 1;
            const double exact = static_cast<double>(sorted[index]) / 1000;
            return std::abs(got - exact) <= 0.02 * exact;
        };
        QVERIFY(agrees(summary.p50, 0.50));
        QVERIFY(agrees(summary.p95, 0.95));
        QVERIFY(agrees(summary.p99, 0.99));
        QCOMPARE(summary.minimum, static_cast<double>(sorted.front()) / 1000);
        QCOMPARE(summary.maximum, static_cast<double>(sorted.back()) / 1000);
    }
};

QTEST_GUILESS_MAIN(tst_RoundTripHistogram)
#include "tst_roundtriphistogram.moc"
