// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/decimate.h"
#include "dashboard/seriesstore.h"
#include "failonwarning.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Studio;

namespace
{

constexpr double Gap = std::numeric_limits<double>::quiet_NaN();

std::vector<SeriesPoint> wave(int count)
{
    std::vector<SeriesPoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back({i * 10ll, std::sin(i / 50.0)});
    return points;
}

QList<SeriesPoint> listOf(const SeriesStore &store)
{
    return {store.points().begin(), store.points().end()};
}

} // namespace

class TestSeriesStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void keepsTheLatest()
    {
        SeriesStore store(100);
        for (int i = 0; i < 1000; ++i) {
            store.append(i, i);
            QVERIFY(store.count() <= 100);
        }
        QCOMPARE(store.count(), 100);
        QCOMPARE(store.firstAt(), 900);
        QCOMPARE(store.points().back().value, 999.0);
        QCOMPARE(store.at(950), 950.0);
        QVERIFY(std::isnan(store.at(899)));
    }

    void sameMomentTakesThePlace()
    {
        SeriesStore store;
        store.append(5, 1);
        store.append(5, 2);
        store.append(3, 3); // a clock that went back
        QCOMPARE(listOf(store), (QList<SeriesPoint>{{5, 3}}));
    }

    void gaps()
    {
        SeriesStore store;
        store.addGap(1); // nothing there that could end
        QVERIFY(store.isEmpty());
        store.append(10, 1);
        store.addGap(10); // in the same millisecond: the value stays
        store.addGap(12);
        store.append(20, 2);
        QCOMPARE(store.count(), 3);
        QCOMPARE(store.at(10), 1.0);
        QVERIFY(std::isnan(store.at(15)));
        QCOMPARE(store.at(20), 2.0);
        store.append(30, std::numeric_limits<double>::infinity()); // cannot be drawn
        QCOMPARE(store.count(), 3);
    }

    void prepends()
    {
        SeriesStore store(6);
        store.append(100, 1);
        store.append(110, 2);
        const QList<SeriesPoint> older{{10, 1}, {20, 2}, {30, 3}, {40, 4}, {50, 5}, {100, 9}, {120, 9}};
        store.prepend(older);
        QCOMPARE(listOf(store), (QList<SeriesPoint>{{20, 2}, {30, 3}, {40, 4}, {50, 5}, {100, 1}, {110, 2}}));
    }

    void fewPointsStay()
    {
        const std::vector<SeriesPoint> points = wave(100);
        // With a neighbour on either side, so that the line reaches the edges.
        const QList<SeriesPoint> drawn = decimate(points, 200, 300, 800);
        QCOMPARE(drawn.front().at, 190);
        QCOMPARE(drawn.back().at, 310);
        QCOMPARE(drawn.size(), 13);
        QVERIFY(decimate({}, 0, 100).isEmpty());
    }

    void peaksStay_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("peak");
        QTest::addColumn<bool>("gaps");
        for (const int count : {801, 5000, 100'000}) {
            for (const int peak : {1, count / 3, count - 2}) {
                QTest::addRow("%d of %d", peak, count) << count << peak << false;
                QTest::addRow("%d of %d with gaps", peak, count) << count << peak << true;
            }
        }
    }
    void peaksStay()
    {
        QFETCH(int, count);
        QFETCH(int, peak);
        QFETCH(bool, gaps);
        std::vector<SeriesPoint> points = wave(count);
        points[size_t(peak)].value = 1000;
        points[size_t(peak) - 1].value = -1000;
        if (gaps) {
            for (size_t i = 7; i + 7 < points.size(); i += 7) {
                if (i != size_t(peak) && i != size_t(peak) - 1)
                    points[i].value = Gap;
            }
        }
        const QList<SeriesPoint> drawn = decimate(points, 0, points.back().at);
        QVERIFY2(drawn.size() <= MostDrawnPoints, qPrintable(QString::number(drawn.size())));
        QVERIFY(drawn.size() > MostDrawnPoints / 3);
        QCOMPARE(drawn.front(), points.front());
        QCOMPARE(drawn.back(), points.back());
        double smallest = 0;
        double largest = 0;
        bool hasGap = false;
        for (qsizetype i = 0; i < drawn.size(); ++i) {
            if (i > 0)
                QVERIFY(drawn.at(i - 1).at < drawn.at(i).at);
            hasGap = hasGap || std::isnan(drawn.at(i).value);
            if (!std::isnan(drawn.at(i).value)) {
                smallest = std::min(smallest, drawn.at(i).value);
                largest = std::max(largest, drawn.at(i).value);
            }
        }
        QCOMPARE(smallest, -1000.0);
        QCOMPARE(largest, 1000.0);
        QCOMPARE(hasGap, gaps);
    }

    void unevenTimes()
    {
        // All but two of the points stand within a second of a year.
        std::vector<SeriesPoint> points{{0, 1}};
        for (int i = 0; i < 5000; ++i)
            points.push_back({1'000'000 + i, double(i % 10)});
        points.push_back({31'536'000'000ll, 3});
        const QList<SeriesPoint> drawn = decimate(points, 0, points.back().at);
        QVERIFY(drawn.size() <= MostDrawnPoints);
        QCOMPARE(drawn.size(), 4); // first, least, most, last
    }
};

QTEST_GUILESS_MAIN(TestSeriesStore)
#include "tst_seriesstore.moc"
