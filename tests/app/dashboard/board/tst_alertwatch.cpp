// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/alertlogfile.h"
#include "dashboard/board/alertstab.h"
#include "dashboard/board/boardview.h"
#include "dashboard/board/tileview.h"
#include "dashboard/board/wallwindow.h"
#include "dashboard/tilefeed.h"
#include "dashboardstage.h"
#include "failonwarning.h"

#include <QScreen>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace Studio;

namespace
{

using Stage = TestSupport::DashboardStage;

/// A number that alarms above 30.
TileConfig hot(const QByteArray &key)
{
    TileConfig config = TestSupport::tile(TileKind::Number, key);
    config.alerts = {{AlertKind::Above, QStringLiteral("30"), {}, 0, false, {}}};
    return config;
}

bool hasNotice(const Stage &stage)
{
    const auto &notices = stage.fixture.notices.notices();
    return std::any_of(notices.cbegin(), notices.cend(),
                       [](const Notice &notice) { return notice.id.startsWith(QStringLiteral("alerts/")); });
}

} // namespace

class TestAlertWatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void alertsNeedNoOpenDashboard()
    {
        Stage stage;
        stage.put("t", "20");
        delete stage.show({hot("t")});
        AlertLog &log = stage.hub->log();
        QTRY_VERIFY(stage.isWatched("t"));
        stage.put("t", "31");
        QTRY_COMPARE(log.rowCount(), 1);
        QCOMPARE(log.entryAt(0)->value, QStringLiteral("31"));
        QCOMPARE(log.entryAt(0)->dashboard, QStringLiteral("Floor"));
        QTRY_VERIFY(hasNotice(stage)); // nobody sees the tile
        stage.put("t", "29");
        QTRY_VERIFY(log.entryAt(0)->endedAt > 0);
        QTRY_VERIFY(!hasNotice(stage));
    }

    void aTileShowsWhatWasRaisedBefore()
    {
        Stage stage;
        stage.put("t", "31");
        DashboardTab *tab = stage.show({hot("t")});
        const QString file = tab->file();
        const QString id = tab->board().dashboard().tiles.first().id;
        AlertLog &log = stage.hub->log();
        QTRY_COMPARE(log.rowCount(), 1);
        delete tab;
        stage.hub->acknowledge(log.entryAt(0)->number);
        QVERIFY(log.entryAt(0)->isAcknowledged);
        tab = stage.hub->open(file);
        QCOMPARE(tab->board().tileFeed(id)->firstAlert(), 0);
        QCOMPARE(tab->board().tileFeed(id)->alert(0).phase(), AlertState::Phase::Acknowledged);
        QVERIFY(tab->board().tileView(id)->description().contains(QStringLiteral("Above 30")));
        QCOMPARE(log.rowCount(), 1); // not raised again
    }

    void whatIsEditedIsJudgedAnew()
    {
        Stage stage;
        stage.put("t", "31");
        DashboardTab *tab = stage.show({hot("t")});
        AlertLog &log = stage.hub->log();
        QTRY_COMPARE(log.rowCount(), 1);
        TileConfig config = tab->board().dashboard().tiles.first();
        config.alerts[0].threshold = QStringLiteral("40");
        tab->board().replaceTile(config);
        QVERIFY(log.entryAt(0)->endedAt > 0);
        QCOMPARE(tab->board().tileFeed(config.id)->firstAlert(), -1);
        tab->board().undo();
        QTRY_COMPARE(log.openCount(), 1);
        // With its tile an alert is over, too; and nobody listens for it any more.
        tab->board().removeTile(config.id);
        QCOMPARE(log.openCount(), 0);
        QVERIFY(!stage.hub->alerts().judge(tab->file(), config.id));
        QTRY_VERIFY(!stage.isWatched("t"));
    }

    void mutedOnesTellNobody()
    {
        Stage stage;
        stage.put("t", "31");
        DashboardTab *tab = stage.show({hot("t")});
        const QString file = tab->file();
        AlertLog &log = stage.hub->log();
        QTRY_COMPARE(log.rowCount(), 1);
        const quint64 number = log.entryAt(0)->number;
        delete tab;
        stage.hub->mute(number, true); // in the file of a dashboard that is not open
        QVERIFY(stage.hub->isMuted(number));
        QVERIFY(stage.hub->store().load(file).dashboard->tiles.first().alerts.first().isMuted);
        QCOMPARE(log.rowCount(), 1);
        QCOMPARE(log.entryAt(0)->endedAt, 0);
        tab = stage.hub->open(file);
        stage.hub->mute(number, false);
        QVERIFY(!tab->board().dashboard().tiles.first().alerts.first().isMuted);
    }

    void theLogOutlivesTheProgram()
    {
        Stage stage;
        stage.put("t", "31");
        stage.put("u", "31");
        delete stage.show({hot("t"), hot("u")});
        QTRY_COMPARE(stage.hub->log().rowCount(), 2);
        const QString kept = stage.hub->log().entryAt(0)->tile;
        stage.hub->acknowledge(stage.hub->log().entryAt(0)->number);
        delete stage.hub;
        QWidget place;
        stage.hub = nullptr;
        DashboardHub again(stage.fixture.context, stage.session, {}, &stage.window);
        QCOMPARE(again.log().rowCount(), 2);
        // What is still so goes on in its row, and what somebody knew of is known.
        QTRY_COMPARE(again.log().openCount(), 1);
        QCOMPARE(again.log().rowCount(), 2);
        QVERIFY(!again.log().entryAt(0)->isCut && !again.log().entryAt(1)->isCut);
        QCOMPARE(again.log().entryAt(0)->tile, kept);
        QVERIFY(again.log().entryAt(0)->isAcknowledged);
    }

    void aLostLineDecidesNothing()
    {
        Stage stage;
        stage.put("t", "31");
        stage.show({hot("t")});
        AlertLog &log = stage.hub->log();
        QTRY_COMPARE(log.openCount(), 1);
        stage.emulator.server.stop();
        QTRY_VERIFY(stage.session.status().line != LineState::Connected);
        stage.emulator.server.put("t", "5");
        QCOMPARE(log.openCount(), 1);
        stage.emulator.server.start();
        QTRY_COMPARE_WITH_TIMEOUT(log.openCount(), 0, 15'000);
        QCOMPARE(log.rowCount(), 1);
    }

    void aWallAlarmsUntilItIsGone()
    {
        Stage stage;
        stage.put("t", "31");
        Dashboard dashboard;
        dashboard.add(hot("t"));
        const QString name = QStringLiteral("/somewhere/wall.json");
        auto wall = std::make_unique<WallWindow>(stage.fixture.theme, stage.session, stage.hub->values());
        wall->setDashboard(dashboard);
        stage.hub->adopt(wall->board(), name, dashboard);
        wall->showOnScreen();
        AlertLog &log = stage.hub->log();
        QTRY_COMPARE(log.openCount(), 1);
        QCOMPARE(wall->board().tileFeed(dashboard.tiles.first().id)->firstAlert(), 0);
        QCOMPARE(wall->size(), wall->screen()->size());
        wall.reset();
        QCOMPARE(log.openCount(), 0);
        QVERIFY(stage.hub->alerts().names().isEmpty());
    }

    void deletedDashboardsAlarmNoMore()
    {
        Stage stage;
        stage.put("t", "31");
        DashboardTab *tab = stage.show({hot("t")});
        const QString file = tab->file();
        QTRY_COMPARE(stage.hub->log().openCount(), 1);
        delete tab;
        QVERIFY(stage.hub->store().remove(file));
        QCOMPARE(stage.hub->log().openCount(), 0);
        QVERIFY(stage.hub->alerts().names().isEmpty());
    }

    void theListIsWorkedThrough()
    {
        Stage stage;
        stage.put("t", "31");
        stage.put("u", "31");
        DashboardTab *tab = stage.show({hot("t"), hot("u")});
        AlertLog &log = stage.hub->log();
        QTRY_COMPARE(log.openCount(), 2);
        stage.hub->showAlerts();
        auto *alerts = stage.window.findChild<AlertsTab *>();
        auto *table = alerts->findChild<QTableView *>();
        stage.window.activateWindow();
        table->setFocus();
        table->selectRow(0);
        const auto run = [&stage](const char *id) {
            stage.fixture.commands.refresh();
            return stage.fixture.commands.trigger(QString::fromLatin1(id));
        };
        run("dashboard.acknowledge");
        QCOMPARE(log.openCount(), 1);
        QVERIFY(log.entryAt(0)->isAcknowledged);
        run("dashboard.acknowledgeAll");
        QCOMPARE(log.openCount(), 0);
        run("dashboard.muteAlert");
        QVERIFY(stage.hub->isMuted(log.entryAt(0)->number));
        run("dashboard.showTile");
        QTRY_COMPARE(tab->board().currentTile(), log.entryAt(0)->tileId);
        table->setFocus();
        stage.put("t", "1");
        stage.put("u", "1");
        QTRY_VERIFY(log.entryAt(0)->endedAt > 0 && log.entryAt(1)->endedAt > 0);
        run("dashboard.clearAlerts");
        QCOMPARE(log.rowCount(), 0);
        QVERIFY(!alerts->grab().isNull());
    }
};

QTEST_MAIN(TestAlertWatch)
#include "tst_alertwatch.moc"
