// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/chartview.h"
#include "dashboard/decimate.h"
#include "dashboard/seriesstore.h"
#include "failonwarning.h"
#include "viewfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Studio;

namespace
{

constexpr qint64 Minute = 60'000;
constexpr qint64 Now = 1'700'000'000'000;

struct Stage {
    TestSupport::ViewFixture fixture;
    SeriesStore store{100'000};
    ChartView chart{fixture.theme};

    Stage()
    {
        for (int i = 0; i < 6000; ++i) {
            const qint64 at = Now - 60 * Minute + i * 600;
            if (i >= 3000 && i < 3100)
                store.addGap(at);
            else
                store.append(at, std::sin(i / 100.0));
        }
        chart.setLines({{QStringLiteral("a \"quoted\" line"), Qt::red, {}, [this] {
                             return std::as_const(store).points();
                         }}});
        chart.resize(800, 400);
        chart.show();
        chart.refresh(Now);
    }
};

} // namespace

class TestChartView : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void followsTheTime()
    {
        Stage stage;
        QVERIFY(stage.chart.isLive());
        QCOMPARE(stage.chart.window(Now), (ChartView::Window{Now - 15 * Minute, Now}));
        QVERIFY(stage.chart.drawnPoints() > 100);
        stage.chart.setSpan(60 * Minute);
        stage.chart.refresh(Now + Minute);
        QCOMPARE(stage.chart.window(Now + Minute).from, Now - 59 * Minute);
        QVERIFY(stage.chart.drawnPoints() <= MostDrawnPoints);
    }

    void zoomsAndPansByKeys()
    {
        Stage stage;
        QSignalSpy moved(&stage.chart, &ChartView::windowChanged);
        QTest::keyClick(&stage.chart, Qt::Key_Plus);
        QVERIFY(!stage.chart.isLive());
        ChartView::Window window = stage.chart.window(Now);
        QVERIFY(std::abs(double(window.to - window.from) - 0.8 * 15 * Minute) < 2);
        QTest::keyClick(&stage.chart, Qt::Key_Left);
        QVERIFY(stage.chart.window(Now).to < window.to);
        window = stage.chart.window(Now);
        QTest::keyClick(&stage.chart, Qt::Key_Right);
        QVERIFY(stage.chart.window(Now).to > window.to);
        QTest::keyClick(&stage.chart, Qt::Key_Minus);
        QCOMPARE(moved.count(), 4);
        QTest::keyClick(&stage.chart, Qt::Key_Home);
        QVERIFY(stage.chart.isLive());
        // A window in the past stays where it is.
        stage.chart.setWindow({Now - 10 * Minute, Now - 5 * Minute});
        stage.chart.refresh(Now + Minute);
        QCOMPARE(stage.chart.window(Now + Minute).to, Now - 5 * Minute);
        // One of no length or of all time is none.
        stage.chart.setWindow({Now, Now});
        QCOMPARE(stage.chart.window(Now).to, Now - 5 * Minute);
    }

    void draggingPans()
    {
        Stage stage;
        const QPoint middle = stage.chart.viewport()->rect().center();
        QTest::mousePress(stage.chart.viewport(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(stage.chart.viewport(), middle + QPoint(80, 0));
        QTest::mouseRelease(stage.chart.viewport(), Qt::LeftButton, {}, middle + QPoint(80, 0));
        QVERIFY(!stage.chart.isLive());
        QVERIFY(stage.chart.window(Now).to < Now);
        QTest::mouseDClick(stage.chart.viewport(), Qt::LeftButton, {}, middle);
        QVERIFY(stage.chart.isLive());
    }

    void shiftDraggingZoomsIn()
    {
        Stage stage;
        const QPoint middle = stage.chart.viewport()->rect().center();
        QTest::mousePress(stage.chart.viewport(), Qt::LeftButton, Qt::ShiftModifier, middle);
        QTest::mouseMove(stage.chart.viewport(), middle + QPoint(100, 0));
        QTest::mouseRelease(stage.chart.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                            middle + QPoint(100, 0));
        QVERIFY(!stage.chart.isLive());
        const ChartView::Window window = stage.chart.window(Now);
        QVERIFY(window.to - window.from < 3 * Minute);
        QVERIFY(window.to < Now && window.from > Now - 15 * Minute);
    }

    void exportsWhatIsShown()
    {
        Stage stage;
        stage.chart.setSpan(Minute);
        stage.chart.refresh(Now);
        const QList<QByteArray> lines = stage.chart.csv().trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("time,series,value"));
        QCOMPARE(lines.size(), 101);
        QVERIFY(lines.at(1).contains(",\"a \"\"quoted\"\" line\","));
        QVERIFY(lines.at(1).startsWith("2023-11-14T22:12:20"));
    }

    void nothingToDrawIsNoProblem()
    {
        TestSupport::ViewFixture fixture;
        ChartView chart(fixture.theme);
        const SeriesStore empty;
        SeriesStore flat;
        flat.append(Now, 5);
        chart.setLines(
            {{QStringLiteral("none"), Qt::red, {}, [&empty] { return empty.points(); }},
             {QStringLiteral("flat"), Qt::blue, {}, [&flat] { return std::as_const(flat).points(); }}});
        chart.resize(300, 200);
        chart.refresh(Now);
        QVERIFY(!chart.grab().isNull());
        QCOMPARE(chart.drawnPoints(), 1);
    }
};

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"
