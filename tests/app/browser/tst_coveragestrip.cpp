// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/coveragestrip.h"

#include "failonwarning.h"
#include "viewfixture.h"

#include <QTest>

using namespace Studio;
using Part = CoverageStrip::Part;

class CoverageStripTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void paintsCompletePartsInTheirPlace_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("filledAt");
        QTest::addColumn<int>("emptyAt");
        QTest::newRow("left to right") << Qt::LeftToRight << 20 << 180;
        QTest::newRow("right to left") << Qt::RightToLeft << 180 << 20;
    }
    void paintsCompletePartsInTheirPlace()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(int, filledAt);
        QFETCH(int, emptyAt);
        TestSupport::ViewFixture fixture;
        CoverageStrip strip(fixture.theme);
        strip.setLayoutDirection(direction);
        strip.resize(200, 6);
        strip.setParts({Part::Complete, Part::Unknown}, QStringLiteral("1 of 2"));
        const QImage image = strip.grab().toImage();
        QCOMPARE(image.pixelColor(filledAt, 3), fixture.theme.color(ColorRole::Accent));
        QCOMPARE(image.pixelColor(emptyAt, 3), fixture.theme.color(ColorRole::Line));
        QCOMPARE(strip.accessibleDescription(), QStringLiteral("1 of 2"));
    }

    void partlyReadDiffersFromBoth()
    {
        TestSupport::ViewFixture fixture;
        CoverageStrip strip(fixture.theme);
        strip.resize(300, 6);
        strip.setParts({Part::Complete, Part::Partial, Part::Unknown}, {});
        const QImage image = strip.grab().toImage();
        QVERIFY(image.pixelColor(150, 3) != image.pixelColor(50, 3));
        QVERIFY(image.pixelColor(150, 3) != image.pixelColor(250, 3));
    }
};

QTEST_MAIN(CoverageStripTest)
#include "tst_coveragestrip.moc"
