// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/emptystate.h"
#include "dashboard/board/alertstab.h"
#include "dashboard/board/boardview.h"
#include "dashboard/board/charttile.h"
#include "dashboard/board/dashboardhub.h"
#include "dashboard/board/dashboardtab.h"
#include "dashboard/board/tiledialog.h"
#include "dashboard/board/tileview.h"
#include "dashboard/board/wallwindow.h"
#include "dashboard/gridlayout.h"
#include "dashboard/tilefeed.h"
#include "dashboardstage.h"
#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "models/keydrag.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

using Stage = TestSupport::DashboardStage;
using TestSupport::tile;

/// Drags in ten steps; `from` is in the widget, which may move with them.
void dragBy(QWidget *widget, const QPoint &from, const QPoint &by)
{
    const QPoint start = widget->mapToGlobal(from);
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i)
        QTest::mouseMove(widget, widget->mapFromGlobal(start + by * i / 10));
    QTest::mouseRelease(widget, Qt::LeftButton, {}, widget->mapFromGlobal(start + by));
}

} // namespace

class TestDashboardHub : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void tilesFollowTheStore()
    {
        Stage stage;
        stage.put("n", R"({"v":5})");
        stage.put("s:a", "ok");
        stage.put("s:b", "slow");
        DashboardTab *tab =
            stage.show({tile(TileKind::Number, "n", QStringLiteral("/v")), tile(TileKind::Table, "s:")});
        BoardView &board = tab->board();
        const QString number = board.dashboard().tiles.at(0).id;
        const QString table = board.dashboard().tiles.at(1).id;
        QTRY_COMPARE(board.tileFeed(number)->reading().text, QByteArray("5"));
        QTRY_COMPARE(board.tileFeed(table)->rows(), (QList<QByteArray>{"s:a", "s:b"}));
        QTRY_VERIFY(stage.isWatched("n") && stage.isWatched("s:*"));
        stage.put("n", R"({"v":7})");
        QTRY_COMPARE(board.tileFeed(number)->reading().text, QByteArray("7"));
        QCOMPARE(board.tileView(number)->description(), QStringLiteral("n, v, 7"));
        stage.put("s:c", "ok");
        QTRY_COMPARE(board.tileFeed(table)->rows().size(), 3);
        QVERIFY(!stage.window.grab().isNull());
        // What is closed is watched no longer.
        delete tab;
        QTRY_VERIFY(!stage.isWatched("n") && !stage.isWatched("s:*"));
    }

    void everyKindIsPainted_data()
    {
        QTest::addColumn<int>("kind");
        for (int i = 0; i < TileKindCount; ++i)
            QTest::newRow(qPrintable(tileKindName(TileKind(i)))) << i;
    }
    void everyKindIsPainted()
    {
        QFETCH(int, kind);
        Stage stage;
        stage.put("k:1", "17");
        TileConfig config = tile(TileKind(kind), "k:1");
        if (config.isBranch())
            config.key = "k:";
        config.series = {{"k:1", {}, {}, Tone::Plain}};
        config.text = QStringLiteral("A note");
        DashboardTab *tab = stage.show({config});
        const QString id = tab->board().dashboard().tiles.first().id;
        TileView *view = tab->board().tileView(id);
        const auto picture = [view] { return view->grab().toImage(); };
        const QImage before = picture(); // nothing is known yet
        QVERIFY(!before.isNull());
        if (TileKind(kind) == TileKind::Note)
            return; // says the same always
        QTRY_VERIFY(stage.isWatched(config.isBranch() ? "k:*" : "k:1"));
        stage.put("k:1", "18");
        QTRY_VERIFY(picture() != before);
    }

    void movesResizesAndUndoes()
    {
        Stage stage;
        DashboardTab *tab = stage.show({tile(TileKind::Value, "a"), tile(TileKind::Value, "b")});
        BoardView &board = tab->board();
        const QString a = board.dashboard().tiles.at(0).id;
        const auto place = [&board](int i) { return board.dashboard().tiles.at(i).place; };
        board.selectTile(a);
        QTRY_COMPARE(board.currentTile(), a);
        QTest::keyClick(board.tileView(a), Qt::Key_Right);
        QCOMPARE(place(0), QRect(1, 0, 3, 3));
        QCOMPARE(place(1), QRect(3, 3, 3, 3)); // made way
        QTest::keyClick(board.tileView(a), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(place(0), QRect(1, 0, 4, 3));
        QTest::keyClick(board.tileView(a), Qt::Key_Down);
        QCOMPARE(place(0), QRect(1, 3, 4, 3));
        board.undo();
        board.undo();
        board.undo();
        QCOMPARE(place(0), QRect(0, 0, 3, 3));
        QVERIFY(!board.canUndo());
        board.redo();
        QCOMPARE(place(0), QRect(1, 0, 3, 3));
        QTest::keyClick(board.tileView(a), Qt::Key_Delete);
        QCOMPARE(board.dashboard().tiles.size(), 1);
        board.undo();
        QCOMPARE(board.dashboard().tiles.size(), 2);
    }

    void draggingIsOneStep()
    {
        Stage stage;
        DashboardTab *tab = stage.show({tile(TileKind::Value, "a"), tile(TileKind::Value, "b")});
        BoardView &board = tab->board();
        TileView *view = board.tileView(board.dashboard().tiles.at(0).id);
        const int column = view->width() / 3;
        dragBy(view, {view->width() / 2, 10}, {2 * column, 0});
        QCOMPARE(board.dashboard().tiles.at(0).place.x(), 2);
        QVERIFY(!board.dashboard().tiles.at(0).place.intersects(board.dashboard().tiles.at(1).place));
        board.undo();
        QVERIFY(!board.canUndo());
        QCOMPARE(board.dashboard().tiles.at(0).place, QRect(0, 0, 3, 3));
        // The corner resizes.
        dragBy(view, {view->width() - 4, view->height() - 4}, {2 * column, 0});
        QCOMPARE(board.dashboard().tiles.at(0).place, QRect(0, 0, 5, 3));
    }

    void keysAreDropped()
    {
        Stage stage;
        stage.put("temp", R"({"temp":21.5,"unit":"C"})");
        DashboardTab *tab = stage.show({tile(TileKind::Value, "temp")});
        QTRY_VERIFY(stage.hub->values().value("temp").has_value());
        QTRY_VERIFY(!stage.hub->values().value("temp")->value.isEmpty());
        const std::unique_ptr<QMimeData> mime(KeyDrag::make({{"temp"}, {"order:"}}));
        QVERIFY(KeyDrag::has(*mime));
        QCOMPARE(mime->text(), QStringLiteral("order:\ntemp"));
        const KeyDrag::Keys dropped = KeyDrag::read(*mime);
        tab->board().dropKeys(dropped.keys, dropped.prefixes);
        const QList<TileConfig> tiles = tab->board().dashboard().tiles;
        QCOMPARE(tiles.size(), 3);
        QCOMPARE(tiles.at(1).kind, TileKind::Table);
        QCOMPARE(tiles.at(2).kind, TileKind::Number);
        QCOMPARE(tiles.at(2).pointer, QStringLiteral("/temp"));
        tab->board().undo(); // all of a drop at once
        QCOMPARE(tab->board().dashboard().tiles.size(), 1);
    }

    void aDroppedKeyIsReadFirst()
    {
        Stage stage;
        stage.put("temp", "21.5");
        stage.put("state", "ok");
        DashboardTab *tab = stage.show({});
        QTRY_COMPARE(stage.session.status().line, LineState::Connected);
        QVERIFY(!stage.hub->values().value("temp"));
        tab->board().dropKeys({"temp", "state"}, {});
        QTRY_COMPARE(tab->board().dashboard().tiles.size(), 2);
        QCOMPARE(tab->board().dashboard().tiles.at(0).kind, TileKind::Number);
        QCOMPARE(tab->board().dashboard().tiles.at(1).kind, TileKind::Status);
        QTRY_COMPARE(tab->board().currentTile(), tab->board().dashboard().tiles.at(0).id);
        tab->board().undo();
        QVERIFY(tab->board().dashboard().tiles.isEmpty());
    }

    void aDroppedBranchHasColumns()
    {
        Stage stage;
        stage.put("order:1", R"({"customer":"a","status":"paid"})");
        stage.put("order:2", R"({"customer":"b","status":"new"})");
        DashboardTab *tab = stage.show({});
        QTRY_COMPARE(stage.session.status().line, LineState::Connected);
        stage.session.loadBranch("order:");
        QTRY_VERIFY(stage.session.mirror().isKnown("order:2"));
        tab->board().dropKeys({}, {"order:"});
        QTRY_COMPARE(tab->board().dashboard().tiles.size(), 1);
        const TileConfig table = tab->board().dashboard().tiles.at(0);
        QCOMPARE(table.kind, TileKind::Table);
        QCOMPARE(table.columns.size(), 1);
        QCOMPARE(table.columns.at(0).pointer, QStringLiteral("/status"));
    }

    void brokenFilesSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("opens");
        QTest::newRow("no JSON") << QByteArray("{\"file\": \"hpkv-stu") << false;
        QTest::newRow("something else") << QByteArray("{\"a\":1}") << false;
        QTest::newRow("an unknown tile")
            << QByteArray(R"({"file":"hpkv-studio-dashboard","version":1,"title":"T",
                              "tiles":[{"kind":"hologram"},{"kind":"note","text":"a"}]})")
            << true;
    }
    void brokenFilesSayWhatIsWrong()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, opens);
        Stage stage;
        QFile file(stage.fixture.folder.filePath(QStringLiteral("in.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        DashboardTab *tab = stage.hub->import(file.fileName());
        QCOMPARE(tab != nullptr, opens);
        QCOMPARE(stage.fixture.notices.notices().size(), 1);
        QVERIFY(!stage.fixture.notices.notices().constFirst().text.isEmpty());
        if (tab)
            QCOMPARE(tab->board().dashboard().tiles.size(), 1);
    }

    void copiesAndPastes()
    {
        Stage stage;
        DashboardTab *tab = stage.show({tile(TileKind::Value, "a")});
        BoardView &board = tab->board();
        board.copyTile(board.dashboard().tiles.first().id);
        board.pasteTile();
        QCOMPARE(board.dashboard().tiles.size(), 2);
        QCOMPARE(board.dashboard().tiles.at(1).key, QByteArray("a"));
        QVERIFY(board.dashboard().tiles.at(1).id != board.dashboard().tiles.at(0).id);
    }

    void alertsAreLogged()
    {
        Stage stage;
        stage.put("t", "20");
        TileConfig config = tile(TileKind::Number, "t");
        config.alerts = {{AlertKind::Above, QStringLiteral("30"), {}, 0, false, {}}};
        DashboardTab *tab = stage.show({config});
        BoardView &board = tab->board();
        const QString id = board.dashboard().tiles.first().id;
        QTRY_VERIFY(stage.isWatched("t"));
        QTRY_COMPARE(board.tileFeed(id)->reading().text, QByteArray("20"));
        AlertLog &log = stage.hub->log();
        stage.put("t", "31");
        QTRY_COMPARE(log.rowCount(), 1);
        QCOMPARE(log.entryAt(0)->value, QStringLiteral("31"));
        QVERIFY(board.tileView(id)->description().contains(QStringLiteral("Above 30")));
        board.acknowledge(id);
        QVERIFY(log.entryAt(0)->isAcknowledged);
        QCOMPARE(log.entryAt(0)->endedAt, 0);
        stage.hub->showAlerts();
        QVERIFY(stage.window.findChild<AlertsTab *>());
        stage.put("t", "29");
        QTRY_VERIFY(log.entryAt(0)->endedAt > 0);
    }

    void counterWritesBySafetyLevel_data()
    {
        QTest::addColumn<int>("safety");
        QTest::newRow("read only") << int(SafetyLevel::ReadOnly);
        QTest::newRow("confirm") << int(SafetyLevel::Confirm);
        QTest::newRow("free") << int(SafetyLevel::Free);
    }
    void counterWritesBySafetyLevel()
    {
        QFETCH(int, safety);
        Stage stage{SafetyLevel(safety)};
        stage.put("c", "5");
        TileConfig config = tile(TileKind::Counter, "c");
        config.step = 3;
        DashboardTab *tab = stage.show({config});
        TileView *view = tab->board().tileView(tab->board().dashboard().tiles.first().id);
        QTRY_COMPARE(view->feed().reading().text, QByteArray("5"));
        auto *plus = view->findChild<QPushButton *>(QStringLiteral("tilePlus"));
        QCOMPARE(plus->isEnabled(), SafetyLevel(safety) != SafetyLevel::ReadOnly);
        if (!plus->isEnabled())
            return;
        plus->click();
        if (SafetyLevel(safety) == SafetyLevel::Confirm) {
            auto *question = stage.window.findChild<QMessageBox *>();
            QVERIFY(question);
            QCOMPARE(stage.emulator.server.get("c").value(), std::string("5"));
            for (QAbstractButton *button : question->buttons()) {
                if (button->text() == QStringLiteral("Count"))
                    button->click();
            }
        }
        QTRY_COMPARE(stage.emulator.server.get("c").value(), std::string("8"));
        QTRY_COMPARE(view->feed().reading().text, QByteArray("8"));
    }

    void filesAreKept()
    {
        Stage stage;
        DashboardTab *tab = stage.show({tile(TileKind::Value, "a")});
        const QString file = tab->file();
        QVERIFY(!file.isEmpty());
        QCOMPARE(stage.hub->open(file), tab); // not twice
        tab->board().addTile(tile(TileKind::Value, "b"));
        delete tab; // before it was written by itself
        DashboardTab *again = stage.hub->open(file);
        QVERIFY(again);
        QCOMPARE(again->board().dashboard().tiles.size(), 2);
        QVERIFY(!stage.hub->open(QStringLiteral("none.dashboard.json")));
        QCOMPARE(stage.fixture.notices.notices().size(), 1);

        QFile shared(stage.fixture.folder.filePath(QStringLiteral("shared.json")));
        QVERIFY(shared.open(QIODevice::WriteOnly));
        shared.write(writeDashboard(again->board().dashboard()));
        shared.close();
        DashboardTab *imported = stage.hub->import(shared.fileName());
        QCOMPARE(imported, again); // the same, not another
        QFile other(stage.fixture.folder.filePath(QStringLiteral("other.json")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        Dashboard less = again->board().dashboard();
        less.tiles.removeLast();
        other.write(writeDashboard(less));
        other.close();
        imported = stage.hub->import(other.fileName());
        QVERIFY(imported && imported != again);
        QCOMPARE(imported->title(), QStringLiteral("Floor 2"));
        QCOMPARE(stage.hub->store().files().size(), 2);
    }

    void editorMakesATile()
    {
        Stage stage;
        stage.put("n", "5");
        DashboardTab *tab = stage.show({});
        auto *empty = tab->findChild<EmptyState *>();
        QVERIFY(empty && empty->isVisible());
        empty->button()->click();
        TileDialog *dialog = tab->dialog();
        QVERIFY(dialog && dialog->isVisible());
        auto *done = dialog->findChild<QPushButton *>(QStringLiteral("tileDone"));
        QVERIFY(!done->isEnabled()); // no key yet
        dialog->findChild<QComboBox *>(QStringLiteral("tileKind"))->setCurrentIndex(int(TileKind::Gauge));
        dialog->findChild<QLineEdit *>(QStringLiteral("tileKey"))->setText(QStringLiteral("n"));
        QVERIFY(done->isEnabled());
        done->click();
        QCOMPARE(tab->board().dashboard().tiles.size(), 1);
        const TileConfig made = tab->board().dashboard().tiles.first();
        QCOMPARE(made.kind, TileKind::Gauge);
        QVERIFY(!empty->isVisible());
        // Every kind has its editor and its preview.
        tab->editTile(made.id);
        dialog = tab->dialog();
        auto *kinds = dialog->findChild<QComboBox *>(QStringLiteral("tileKind"));
        for (int i = 0; i < TileKindCount; ++i) {
            kinds->setCurrentIndex(i);
            QCOMPARE(dialog->tile().kind, TileKind(i));
            QVERIFY(dialog->findChild<TileView *>()->isVisible());
        }
    }

    void chartIsExported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << QStringLiteral("c.png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("c.svg") << QByteArray("<?xml");
        QTest::newRow("csv") << QStringLiteral("c.csv") << QByteArray("time,series,value\n");
    }
    void chartIsExported()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begin);
        Stage stage;
        TileConfig config = tile(TileKind::LineChart, {});
        config.series = {{"a", {}, {}, Tone::Plain}};
        DashboardTab *tab = stage.show({config});
        auto *chart =
            qobject_cast<ChartTile *>(tab->board().tileView(tab->board().dashboard().tiles.first().id));
        QVERIFY(chart);
        const QString path = stage.fixture.folder.filePath(name);
        QVERIFY(chart->exportTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begin));
        QVERIFY(!chart->exportTo(stage.fixture.folder.filePath(QStringLiteral("no/such/folder/c.csv"))));
    }

    void wallGoesOnOverALostLine()
    {
        Stage stage;
        stage.put("n", "5");
        DashboardTab *tab = stage.show({tile(TileKind::Number, "n")});
        QTRY_VERIFY(stage.isWatched("n"));
        WallWindow *wall = tab->showWall();
        QCOMPARE(wall->cursor().shape(), Qt::BlankCursor);
        BoardView &board = wall->board();
        const QString id = board.dashboard().tiles.first().id;
        QTRY_COMPARE(board.tileFeed(id)->reading().text, QByteArray("5"));
        QTRY_VERIFY(wall->stateText().contains(QStringLiteral("connected")));
        // Nothing can be changed.
        QTest::keyClick(board.tileView(id), Qt::Key_Delete);
        QCOMPARE(board.dashboard().tiles.size(), 1);
        stage.emulator.server.stop();
        QTRY_VERIFY(wall->stateText().contains(QStringLiteral("no connection")));
        stage.emulator.server.put("n", "6");
        stage.emulator.server.start();
        QTRY_COMPARE_WITH_TIMEOUT(board.tileFeed(id)->reading().text, QByteArray("6"), 15'000);
        QTRY_VERIFY(wall->stateText().contains(QStringLiteral("connected")));
        QPointer<WallWindow> still(wall);
        QTest::keyClick(wall, Qt::Key_Escape);
        QTRY_VERIFY(!still);
    }
};

QTEST_MAIN(TestDashboardHub)
#include "tst_dashboardhub.moc"
