// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/columnwidths.h"

#include <QtTest>

using namespace Studio;

class TestColumnWidths : public QObject
{
    Q_OBJECT

private slots:
    void widths_data()
    {
        QTest::addColumn<QList<int>>("wanted");
        QTest::addColumn<int>("room");
        QTest::addColumn<QList<int>>("widths");
        QTest::newRow("none") << QList<int>() << 100 << QList<int>();
        QTest::newRow("one fills the room") << QList<int>{30} << 100 << QList<int>{100};
        QTest::newRow("what is left is shared") << QList<int>{30, 40} << 100 << QList<int>{45, 55};
        QTest::newRow("nothing is lost by division")
            << QList<int>{10, 10, 10} << 40 << QList<int>{13, 13, 14};
        QTest::newRow("just enough") << QList<int>{60, 40} << 100 << QList<int>{60, 40};
        QTest::newRow("the widest gives way") << QList<int>{20, 300, 30} << 100 << QList<int>{20, 50, 30};
        QTest::newRow("two wide ones share") << QList<int>{200, 20, 300} << 100 << QList<int>{40, 20, 40};
        QTest::newRow("no room") << QList<int>{20, 30} << -5 << QList<int>{0, 0};
    }
    void widths()
    {
        QFETCH(QList<int>, wanted);
        QFETCH(int, room);
        QTEST(columnWidths(wanted, room), "widths");
    }
};

QTEST_APPLESS_MAIN(TestColumnWidths)
#include "tst_columnwidths.moc"
