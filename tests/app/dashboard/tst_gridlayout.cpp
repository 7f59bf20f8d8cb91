// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/gridlayout.h"
#include "failonwarning.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Studio;

Q_DECLARE_METATYPE(QList<QRect>)

class TestGridLayout : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void freePlace_data()
    {
        QTest::addColumn<QList<QRect>>("places");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QRect>("place");
        QTest::newRow("empty") << QList<QRect>{} << QSize(3, 3) << QRect(0, 0, 3, 3);
        QTest::newRow("beside") << QList<QRect>{{0, 0, 3, 3}} << QSize(3, 3) << QRect(3, 0, 3, 3);
        QTest::newRow("hole") << QList<QRect>{{0, 0, 3, 3}, {6, 0, 6, 3}} << QSize(3, 2) << QRect(3, 0, 3, 2);
        QTest::newRow("below") << QList<QRect>{{0, 0, 12, 2}} << QSize(9, 6) << QRect(0, 2, 9, 6);
        QTest::newRow("too wide") << QList<QRect>{{0, 0, 1, 1}} << QSize(20, 1) << QRect(0, 1, 12, 1);
    }
    void freePlace()
    {
        QFETCH(QList<QRect>, places);
        QFETCH(QSize, size);
        QTEST(GridLayout::freePlace(places, size), "place");
    }

    void fitted_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("place");
        QTest::newRow("as it is") << QRect(2, 3, 4, 5) << QRect(2, 3, 4, 5);
        QTest::newRow("out on the right") << QRect(10, 0, 4, 2) << QRect(8, 0, 4, 2);
        QTest::newRow("out on the left") << QRect(-2, -2, 4, 2) << QRect(0, 0, 4, 2);
        QTest::newRow("too small") << QRect(0, 0, 1, 1) << QRect(0, 0, 2, 2);
        QTest::newRow("too wide") << QRect(3, 0, 30, 2) << QRect(0, 0, 12, 2);
    }
    void fitted()
    {
        QFETCH(QRect, wanted);
        QTEST(GridLayout::fitted(wanted, {2, 2}), "place");
    }

    void moved_data()
    {
        QTest::addColumn<QList<QRect>>("before");
        QTest::addColumn<int>("index");
        QTest::addColumn<QRect>("target");
        QTest::addColumn<QList<QRect>>("after");
        QTest::newRow("onto another, which makes way")
            << QList<QRect>{{0, 0, 3, 3}, {3, 0, 3, 3}} << 0 << QRect(3, 0, 3, 3)
            << QList<QRect>{{3, 0, 3, 3}, {3, 3, 3, 3}};
        QTest::newRow("partly onto another") << QList<QRect>{{0, 0, 3, 3}, {3, 0, 3, 3}} << 0
                                             << QRect(2, 0, 3, 3) << QList<QRect>{{2, 0, 3, 3}, {3, 3, 3, 3}};
        QTest::newRow("larger, onto two")
            << QList<QRect>{{0, 0, 3, 3}, {3, 0, 3, 3}, {6, 0, 3, 3}} << 0 << QRect(0, 0, 9, 4)
            << QList<QRect>{{0, 0, 9, 4}, {3, 4, 3, 3}, {6, 4, 3, 3}};
        QTest::newRow("away: what is below rises")
            << QList<QRect>{{0, 0, 3, 3}, {0, 3, 3, 3}} << 0 << QRect(3, 0, 3, 3)
            << QList<QRect>{{3, 0, 3, 3}, {0, 0, 3, 3}};
        QTest::newRow("under the lower one: they change places")
            << QList<QRect>{{0, 0, 3, 3}, {0, 3, 3, 3}} << 0 << QRect(0, 6, 3, 3)
            << QList<QRect>{{0, 3, 3, 3}, {0, 0, 3, 3}};
        QTest::newRow("onto the lower one: they change places")
            << QList<QRect>{{0, 0, 3, 3}, {0, 3, 3, 2}} << 0 << QRect(0, 2, 3, 3)
            << QList<QRect>{{0, 2, 3, 3}, {0, 0, 3, 2}};
        QTest::newRow("into the air: it falls up")
            << QList<QRect>{{0, 0, 3, 3}} << 0 << QRect(4, 9, 3, 3) << QList<QRect>{{4, 0, 3, 3}};
        QTest::newRow("one pushes the next")
            << QList<QRect>{{6, 0, 3, 2}, {0, 0, 3, 2}, {0, 2, 3, 2}} << 0 << QRect(0, 0, 3, 2)
            << QList<QRect>{{0, 0, 3, 2}, {0, 2, 3, 2}, {0, 4, 3, 2}};
    }
    void moved()
    {
        QFETCH(QList<QRect>, before);
        QFETCH(int, index);
        QFETCH(QRect, target);
        QTEST(GridLayout::moved(before, index, target), "after");
    }

    void neverOverlaps()
    {
        QRandomGenerator random(12);
        const auto draw = [&random](int from, int to) { return random.bounded(from, to + 1); };
        QList<QRect> places;
        for (int i = 0; i < 20; ++i)
            places.append(GridLayout::freePlace(places, {draw(1, 6), draw(1, 5)}));
        for (int turn = 0; turn < 500; ++turn) {
            const int index = draw(0, int(places.size()) - 1);
            const QRect target(draw(-2, 12), draw(-1, 20), draw(1, 12), draw(1, 6));
            places = GridLayout::moved(places, index, target);
            QCOMPARE(places.at(index).size(), GridLayout::fitted(target).size());
            QCOMPARE(places.at(index).x(), GridLayout::fitted(target).x());
            for (qsizetype i = 0; i < places.size(); ++i) {
                QVERIFY(places.at(i).x() >= 0 && places.at(i).y() >= 0);
                QVERIFY(places.at(i).right() < GridLayout::Columns);
                for (qsizetype j = 0; j < i; ++j)
                    QVERIFY(!places.at(i).intersects(places.at(j)));
            }
        }
    }

    void untanglesInOrder()
    {
        const QList<QRect> all{{0, 0, 3, 3}, {0, 0, 3, 3}, {11, 1, 4, 1}};
        const QList<QRect> expected{{0, 0, 3, 3}, {0, 3, 3, 3}, {8, 1, 4, 1}};
        QCOMPARE(GridLayout::untangled(all), expected);
        QCOMPARE(GridLayout::rows(expected), 6);
        QCOMPARE(GridLayout::rows({}), 0);
    }
};

QTEST_GUILESS_MAIN(TestGridLayout)
#include "tst_gridlayout.moc"
