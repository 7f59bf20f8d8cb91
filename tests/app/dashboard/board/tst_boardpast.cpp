// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/boardview.h"
#include "dashboard/board/charttile.h"
#include "dashboard/board/chartview.h"
#include "dashboard/board/tileview.h"
#include "dashboard/tilefeed.h"
#include "dashboardstage.h"
#include "failonwarning.h"
#include "history/bar/timetravel.h"
#include "history/history.h"
#include "live/valuesource.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

using TestSupport::tile;

TileConfig chartOf(const QByteArray &key)
{
    TileConfig chart = tile(TileKind::LineChart, {});
    chart.series = {{key, {}, {}, Tone::Plain}};
    return chart;
}

/// Now, but earlier than anything that is written from here on may be heard; see Stage::change().
qint64 justBefore()
{
    return QDateTime::currentMSecsSinceEpoch() - 1;
}

/// What was recorded is asked for as the program does, from the file's own thread.
struct Stage : TestSupport::DashboardStage {
    TimeTravel travel{session.history().reader()};

    Stage() { hub->followTime(travel); }
    ~Stage() { travel.goToNow(); }

    TileView *view(const DashboardTab *tab, int index) const
    {
        return tab->board().tileView(tab->board().dashboard().tiles.at(index).id);
    }
    TileFeed *live(const DashboardTab *tab, int index) const
    {
        return tab->board().tileFeed(tab->board().dashboard().tiles.at(index).id);
    }
    /// Writes and waits for the tile to show it; the clock has gone on behind it.
    bool change(const DashboardTab *tab, const char *key, const char *value)
    {
        put(key, value);
        if (!QTest::qWaitFor([&] { return live(tab, 0)->reading().text == value; }))
            return false;
        const qint64 at = QDateTime::currentMSecsSinceEpoch();
        return QTest::qWaitFor([at] { return QDateTime::currentMSecsSinceEpoch() > at + 1; });
    }
};

} // namespace

class TestBoardPast : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void tilesFollowTheTimeBar()
    {
        Stage stage;
        stage.put("n", "5");
        DashboardTab *tab = stage.show(
            {tile(TileKind::Number, "n"), tile(TileKind::Table, "s:"), tile(TileKind::Counter, "n")});
        QTRY_VERIFY(stage.isWatched("n") && stage.isWatched("s:*"));
        QTRY_COMPARE(stage.live(tab, 0)->reading().text, QByteArray("5"));
        stage.put("s:a", "ok");
        QTRY_COMPARE(stage.live(tab, 1)->rows().size(), 1);
        QVERIFY(stage.change(tab, "n", "7"));
        const qint64 then = justBefore();
        QVERIFY(stage.change(tab, "n", "9"));
        stage.put("s:b", "ok");
        QTRY_COMPARE(stage.live(tab, 1)->rows().size(), 2);

        stage.travel.goTo(then);
        QTRY_COMPARE(stage.view(tab, 0)->feed().reading().text, QByteArray("7"));
        QTRY_COMPARE(stage.view(tab, 1)->feed().rows(), QList<QByteArray>{"s:a"});
        QVERIFY(!tab->board().isLive());
        QVERIFY(stage.view(tab, 0)->description().contains(QStringLiteral("as it was")));
        const auto labels = tab->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("The past"));
        }));
        // The past is not written to.
        QVERIFY(!stage.view(tab, 2)->findChild<QPushButton *>(QStringLiteral("tilePlus"))->isEnabled());

        // What comes in goes on behind it, and is not shown.
        QVERIFY(stage.change(tab, "n", "11"));
        QCOMPARE(stage.view(tab, 0)->feed().reading().text, QByteArray("7"));

        stage.travel.goToNow();
        QVERIFY(tab->board().isLive());
        QCOMPARE(stage.view(tab, 0)->feed().reading().text, QByteArray("11"));
        QCOMPARE(stage.view(tab, 1)->feed().rows().size(), 2);
        QVERIFY(stage.view(tab, 2)->findChild<QPushButton *>(QStringLiteral("tilePlus"))->isEnabled());
    }

    void numbersOfThePastHaveTheirCourse()
    {
        Stage stage;
        stage.put("n", "5");
        DashboardTab *tab = stage.show({tile(TileKind::Number, "n")});
        QTRY_VERIFY(stage.isWatched("n"));
        QTRY_COMPARE(stage.live(tab, 0)->reading().text, QByteArray("5"));
        QVERIFY(stage.change(tab, "n", "7.5"));
        QVERIFY(stage.change(tab, "n", "8.25"));
        const qint64 then = justBefore();
        QVERIFY(stage.change(tab, "n", "100"));
        stage.travel.goTo(then);
        TileView *view = stage.view(tab, 0);
        QTRY_COMPARE(view->feed().reading().text, QByteArray("8.25"));
        QTRY_VERIFY(view->feed().series(0).count() >= 2);
        const auto points = std::as_const(view->feed()).series(0).points();
        QVERIFY(points.back().at <= then);
        QCOMPARE(points.back().value, 8.25);
        QVERIFY(view->feed().change(then));
    }

    void aNewDashboardInThePast()
    {
        Stage stage;
        stage.put("n", "5");
        DashboardTab *tab = stage.show({tile(TileKind::Value, "n")});
        QTRY_VERIFY(stage.isWatched("n"));
        QTRY_COMPARE(stage.live(tab, 0)->reading().text, QByteArray("5"));
        QVERIFY(stage.change(tab, "n", "6"));
        const qint64 then = justBefore();
        QVERIFY(stage.change(tab, "n", "7"));
        stage.travel.goTo(then);
        DashboardTab *other = stage.show({tile(TileKind::Value, "n"), tile(TileKind::Value, "none")});
        QTRY_COMPARE(stage.view(other, 0)->feed().reading().text, QByteArray("6"));
        QCOMPARE(stage.view(other, 1)->feed().reading().kind, TileReading::Kind::Unknown);
        // Editing goes on in the past: another key, another kind, one more, one less.
        TileConfig changed = other->board().dashboard().tiles.at(0);
        changed.kind = TileKind::Gauge;
        other->board().replaceTile(changed);
        QTRY_COMPARE(stage.view(other, 0)->feed().reading().text, QByteArray("6"));
        other->board().removeTile(other->board().dashboard().tiles.at(1).id);
        other->board().undo();
        stage.travel.goToNow();
        QTRY_COMPARE(stage.view(other, 0)->feed().reading().text, QByteArray("7"));
    }

    void chartsAreFilledFromTheHistory()
    {
        Stage stage;
        stage.put("n", "1");
        DashboardTab *tab = stage.show({tile(TileKind::Value, "n"), chartOf("n")});
        QTRY_VERIFY(stage.isWatched("n"));
        QTRY_COMPARE(stage.live(tab, 0)->reading().text, QByteArray("1"));
        QVERIFY(stage.change(tab, "n", "2"));
        stage.emulator.server.stop();
        QTRY_VERIFY(stage.session.status().line != LineState::Connected);
        stage.put("n", "3");
        QSignalSpy back(&stage.session, &Session::caughtUp);
        stage.emulator.server.start();
        QTRY_VERIFY_WITH_TIMEOUT(!back.isEmpty(), 15'000);
        QTRY_COMPARE(stage.live(tab, 0)->reading().text, QByteArray("3"));
        QTRY_VERIFY(stage.isWatched("n"));
        QVERIFY(stage.change(tab, "n", "4"));
        const QString file = tab->file();
        delete tab;

        // A board that saw nothing of it.
        tab = stage.hub->open(file);
        auto *chart = qobject_cast<ChartTile *>(stage.view(tab, 1));
        QVERIFY(chart);
        QTRY_VERIFY(chart->chart().drawnPoints() >= 4);
        QCOMPARE(chart->chart().gaps().size(), 1);
        const ChartView::Gap gap = chart->chart().gaps().constFirst();
        QVERIFY(gap.from < gap.to);

        const QString csv = stage.fixture.folder.filePath(QStringLiteral("c.csv"));
        QVERIFY(chart->exportTo(csv));
        QFile written(csv);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QByteArrayList values;
        const QByteArrayList lines = written.readAll().trimmed().split('\n');
        for (const QByteArray &line : lines.mid(1))
            values.append(line.mid(line.lastIndexOf(',') + 1));
        // In their order, with nothing where nothing was heard.
        QVERIFY2(values.contains("2") && values.contains(""), values.join(' ').constData());
        QVERIFY(values.indexOf("2") < values.indexOf("") && values.indexOf("") < values.indexOf("4"));

        // The whole history begins with its first row, however long that is.
        QVERIFY(chart->chart().span() == 15 * 60'000);
        chart->showEverything();
        QTRY_VERIFY(chart->chart().span() < 5 * 60'000);
        QTRY_VERIFY(chart->chart().drawnPoints() >= 4);
        QCOMPARE(chart->chart().gaps().size(), 1);
    }

    void chartsEndAtTheMoment()
    {
        Stage stage;
        stage.put("n", "1");
        DashboardTab *tab = stage.show({tile(TileKind::Value, "n"), chartOf("n")});
        QTRY_VERIFY(stage.isWatched("n"));
        QTRY_COMPARE(stage.live(tab, 0)->reading().text, QByteArray("1"));
        QVERIFY(stage.change(tab, "n", "2"));
        const qint64 then = justBefore();
        QVERIFY(stage.change(tab, "n", "50"));
        stage.travel.goTo(then);
        auto *chart = qobject_cast<ChartTile *>(stage.view(tab, 1));
        QTRY_COMPARE(chart->feed().source().moment(), then);
        QTRY_VERIFY(chart->chart().csv().contains(",2\n"));
        QVERIFY(!chart->chart().csv().contains(",50\n"));
        QCOMPARE(chart->chart().window(then).to, then);
        stage.travel.goToNow();
        chart = qobject_cast<ChartTile *>(stage.view(tab, 1));
        QTRY_VERIFY(chart->chart().csv().contains(",50\n"));
    }
};

QTEST_MAIN(TestBoardPast)
#include "tst_boardpast.moc"
