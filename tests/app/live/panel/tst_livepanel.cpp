// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livepanel.h"

#include "browser/emptystate.h"
#include "failonwarning.h"
#include "history/history.h"
#include "journal/comparison.h"
#include "live/livefeed.h"
#include "live/panel/livedelegate.h"
#include "live/panel/livefilterrow.h"
#include "live/panel/livetable.h"
#include "live/panel/liveview.h"
#include "live/panel/paststream.h"
#include "mirror/keyspacemirror.h"
#include "models/livemodel.h"
#include "models/pastmodel.h"
#include "models/ratesmodel.h"
#include "shell/settings.h"
#include "viewfixture.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Studio;

namespace
{

Heard heard(const QByteArray &key, const QByteArray &before, const QByteArray &after,
            qint64 at = 1'800'000'000'000)
{
    Heard each;
    each.key = key;
    each.wasKnown = !before.isEmpty();
    each.hadValue = !before.isEmpty();
    each.before = before;
    each.stateBefore = ValueState::Read;
    each.removed = after.isEmpty();
    each.hasValue = !after.isEmpty();
    each.after = after;
    each.state = ValueState::Presumed;
    each.at = at;
    return each;
}

/// A panel on a session that was never opened: what is heard is put into its feed.
struct Stage {
    TestSupport::ViewFixture fixture;
    Profile profile;
    Session session{profile, {}};
    LivePanel panel{fixture.context, session};
    LiveView *view = panel.findChild<LiveView *>(QStringLiteral("changes"));
    const LiveModel *model = qobject_cast<const LiveModel *>(view->model());

    Stage()
    {
        panel.resize(1000, 240);
        panel.show();
    }
    void hear(int count)
    {
        for (int i = 0; i < count; ++i)
            session.feed().append(
                heard("sensor:" + QByteArray::number(i), "{\"temp\":21.4}", "{\"temp\":21.6}"));
    }
    QString ledger() const { return panel.findChild<QLabel *>(QStringLiteral("ledger"))->text(); }
};

} // namespace

class LivePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void emptySaysWhatWouldBeHere();
    void rowsComeNewestFirst();
    void spaceHoldsTheListStill();
    void filterHidesAndCounts();
    void breakGoesAcrossTheWholeWidth();
    void whatOneReadsStandsStill();
    void enterOpensTheRecord();
    void clearEmptiesAndKeepsTheSum();
    void commandsFollowThePanel();
    void guessIsMarkedAndExplained();
    void columnsFitEveryWidth_data();
    void columnsFitEveryWidth();
    void showsWhatAnotherWrites();
    void newestLastFollowsTheEnd();
    void filterOfSeveralParts();
    void byKeyAndRates();
    void differenceOfAChange();
    void boundIsShown();
    void followsTheMoment();
    void endOfAGapLeadsToTheReport();
    void sumIsExplainedOnDemand();
    void exportsWhatIsShown();
    void pausedAfterACrash();
};

void LivePanelTest::emptySaysWhatWouldBeHere()
{
    Stage stage;
    const auto *empty = stage.panel.findChild<EmptyState *>(QStringLiteral("empty"));
    QVERIFY(empty->isVisible());
    QVERIFY(!empty->text().isEmpty());
    stage.hear(1);
    QTRY_VERIFY(stage.view->isVisible());
}

void LivePanelTest::rowsComeNewestFirst()
{
    Stage stage;
    stage.session.feed().append(heard("a", "1", "2", 1000));
    stage.session.feed().append(heard("b", "1", "2", 2000));
    QTRY_COMPARE(stage.model->rowCount(), 2);
    QCOMPARE(stage.model->entryAt(0)->key, QByteArray("b"));
    QTRY_COMPARE(stage.ledger(), QStringLiteral("received 2 = shown 2 · 0 lost"));
}

void LivePanelTest::spaceHoldsTheListStill()
{
    Stage stage;
    stage.hear(3);
    QTRY_COMPARE(stage.model->rowCount(), 3);
    QSignalSpy paused(&stage.panel, &LivePanel::pausedChanged);
    stage.view->setFocus();
    QTest::keyClick(stage.view, Qt::Key_Space);
    QVERIFY(stage.panel.isPaused());
    QCOMPARE(paused.size(), 1);
    stage.hear(5);
    auto *button = stage.panel.findChild<QToolButton *>(QStringLiteral("pause"));
    QTRY_COMPARE(button->text(), QStringLiteral("Go on (5 waiting)"));
    QCOMPARE(stage.model->rowCount(), 3);
    QTRY_COMPARE(stage.ledger(), QStringLiteral("received 8 = shown 3 + waiting 5 · 0 lost"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!stage.panel.isPaused());
    QTRY_COMPARE(stage.model->rowCount(), 8);
    QCOMPARE(button->text(), QStringLiteral("Pause"));
}

void LivePanelTest::filterHidesAndCounts()
{
    Stage stage;
    stage.hear(3);
    stage.session.feed().append(heard("order:1", "1", "2"));
    QTRY_COMPARE(stage.model->rowCount(), 4);
    auto *filter = stage.panel.findChild<QLineEdit *>(QStringLiteral("liveFilter"));
    QTest::keyClicks(filter, QStringLiteral("order"));
    QTRY_COMPARE(stage.model->rowCount(), 1);
    QTRY_COMPARE(stage.ledger(), QStringLiteral("received 4 = shown 1 + filtered 3 · 0 lost"));
    stage.panel.setFilterText(QStringLiteral("nothing like it"));
    const auto *empty = stage.panel.findChild<EmptyState *>(QStringLiteral("empty"));
    QTRY_COMPARE(empty->title(), QStringLiteral("No match"));
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(stage.panel.filterText(), QString());
    QTRY_COMPARE(stage.model->rowCount(), 4);
}

void LivePanelTest::breakGoesAcrossTheWholeWidth()
{
    Stage stage;
    stage.hear(1);
    stage.session.feed().lineDown(1'800'000'000'500);
    QTRY_COMPARE(stage.model->rowCount(), 2);
    QVERIFY(stage.model->entryAt(0)->isBreak());
    QTRY_VERIFY(stage.view->isVisible());
    const QRect row = stage.view->visualRect(stage.model->index(0, 0));
    const QImage image = stage.view->viewport()->grab().toImage();
    const QColor soft = stage.fixture.theme.color(ColorRole::WarningSoft);
    QCOMPARE(image.pixelColor(2, row.top() + 1), soft);
    QCOMPARE(image.pixelColor(image.width() - 3, row.top() + 1), soft);
    QVERIFY(LiveDelegate::describe(*stage.model->entryAt(0)).contains(QStringLiteral("Line down.")));

    stage.session.feed().lineUp(1'800'000'014'500);
    QTRY_COMPARE(stage.model->rowCount(), 3);
    QCOMPARE(LiveDelegate::breakHead(*stage.model->entryAt(0)), QStringLiteral("Line up again."));
    QVERIFY2(LiveDelegate::breakText(*stage.model->entryAt(0)).contains(QStringLiteral("14 s")),
             qPrintable(LiveDelegate::breakText(*stage.model->entryAt(0))));
    // Neither opens anything.
    QSignalSpy open(&stage.panel, &LivePanel::openRequested);
    stage.view->setFocus();
    stage.view->setCurrentIndex(stage.model->index(0, 0));
    QTest::keyClick(stage.view, Qt::Key_Return);
    QCOMPARE(open.size(), 0);
}

void LivePanelTest::whatOneReadsStandsStill()
{
    Stage stage;
    stage.hear(100);
    QTRY_COMPARE(stage.model->rowCount(), 100);
    QTRY_VERIFY(stage.view->verticalScrollBar()->maximum() > 0);
    stage.view->verticalScrollBar()->setValue(stage.view->verticalScrollBar()->maximum() / 2);
    const auto inSight = [&stage] {
        return stage.model->entryAt(stage.view->indexAt(QPoint(20, 3)).row())->number;
    };
    const quint64 before = inSight();
    stage.hear(7);
    QTRY_COMPARE(stage.model->rowCount(), 107);
    QCOMPARE(inSight(), before);
    auto *button = stage.view->findChild<QPushButton *>(QStringLiteral("newRows"));
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("7 new"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(stage.view->verticalScrollBar()->value(), 0);
    QVERIFY(!button->isVisible());
}

void LivePanelTest::enterOpensTheRecord()
{
    Stage stage;
    stage.hear(2);
    QTRY_COMPARE(stage.model->rowCount(), 2);
    QSignalSpy open(&stage.panel, &LivePanel::openRequested);
    stage.view->setFocus();
    stage.view->setCurrentIndex(stage.model->index(1, 0));
    QTest::keyClick(stage.view, Qt::Key_Return);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.at(0).at(0).toByteArray(), QByteArray("sensor:0"));
    QTest::mouseDClick(stage.view->viewport(), Qt::LeftButton, {},
                       stage.view->visualRect(stage.model->index(0, 0)).center());
    QCOMPARE(open.size(), 2);
    QCOMPARE(open.at(1).at(0).toByteArray(), QByteArray("sensor:1"));
}

void LivePanelTest::clearEmptiesAndKeepsTheSum()
{
    Stage stage;
    stage.hear(4);
    QTRY_COMPARE(stage.model->rowCount(), 4);
    QTest::mouseClick(stage.panel.findChild<QToolButton *>(QStringLiteral("clear")), Qt::LeftButton);
    QTRY_COMPARE(stage.model->rowCount(), 0);
    QTRY_COMPARE(stage.ledger(), QStringLiteral("received 4 = shown 0 + emptied 4 · 0 lost"));
}

void LivePanelTest::commandsFollowThePanel()
{
    Stage stage;
    stage.hear(1);
    QTRY_COMPARE(stage.model->rowCount(), 1);
    stage.view->setCurrentIndex(stage.model->index(0, 0));
    CommandRegistry &commands = stage.fixture.commands;
    commands.refresh();
    QTRY_VERIFY(commands.action(QStringLiteral("live.copyRow"))->isEnabled());
    QVERIFY(commands.trigger(QStringLiteral("live.copyRow")));
    QVERIFY2(QGuiApplication::clipboard()->text().contains(QStringLiteral("21.6")),
             qPrintable(QGuiApplication::clipboard()->text()));
    QVERIFY(commands.trigger(QStringLiteral("live.pause")));
    QVERIFY(stage.panel.isPaused());
    QTRY_VERIFY(commands.action(QStringLiteral("live.pause"))->isChecked());
}

void LivePanelTest::guessIsMarkedAndExplained()
{
    LiveEntry entry;
    entry.kind = LiveKind::Patched;
    entry.key = "a";
    entry.guess = true;
    QVERIFY(LiveDelegate::describe(entry).contains(QStringLiteral("guess")));
    entry.guess = false;
    QVERIFY(!LiveDelegate::describe(entry).contains(QStringLiteral("guess")));
}

void LivePanelTest::columnsFitEveryWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("narrow") << 320;
    QTest::newRow("usual") << 1100;
    QTest::newRow("wide") << 3000;
}

void LivePanelTest::columnsFitEveryWidth()
{
    QFETCH(int, width);
    TestSupport::ViewFixture fixture;
    const LiveDelegate delegate(fixture.theme);
    const LiveDelegate::Columns columns = delegate.columns(width);
    QVERIFY(columns.time < columns.kind);
    QVERIFY(columns.kind < columns.key);
    QVERIFY(columns.key <= columns.change);
    QVERIFY(columns.change <= columns.end);
    QVERIFY(columns.end <= width);
}

void LivePanelTest::showsWhatAnotherWrites()
{
    TestSupport::Emulator emulator;
    emulator.server.put("sensor:1", "{\"temp\":21.4}");
    TestSupport::ViewFixture fixture;
    Session session(emulator.profile(), QStringLiteral("k"), TestSupport::Emulator::quick());
    LivePanel panel(fixture.context, session);
    panel.resize(1000, 240);
    panel.show();
    session.open();
    session.setWatchedPrefixes(&panel, {"sensor:"});
    QTRY_VERIFY(!session.status().watchedPatterns.isEmpty());
    QTRY_VERIFY(
        panel.findChild<QLabel *>(QStringLiteral("patterns"))->text().contains(QStringLiteral("sensor:")));
    emulator.server.put("sensor:1", "{\"temp\":21.6}");
    auto *view = panel.findChild<LiveView *>(QStringLiteral("changes"));
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QCOMPARE(view->model()->index(0, 0).data(LiveModel::KeyRole).toByteArray(), QByteArray("sensor:1"));

    emulator.server.cutAll();
    QTRY_VERIFY(view->model()->rowCount() >= 2);
    QTRY_VERIFY(view->model()->index(0, 0).data(LiveModel::IsBreakRole).toBool());
}

void LivePanelTest::newestLastFollowsTheEnd()
{
    Stage stage;
    stage.hear(50);
    QTRY_COMPARE(stage.model->rowCount(), 50);
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("live.newestFirst")));
    QVERIFY(!stage.fixture.settings.value(Key::LiveNewestFirst)); // remembered
    QCOMPARE(stage.model->entryAt(0)->number, 1U);
    const QScrollBar *bar = stage.view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    stage.hear(10);
    QTRY_COMPARE(stage.model->rowCount(), 60);
    QCOMPARE(bar->value(), bar->maximum());
    stage.view->verticalScrollBar()->setValue(0);
    stage.hear(5);
    QTRY_COMPARE(stage.model->rowCount(), 65);
    QCOMPARE(bar->value(), 0);
    QCOMPARE(stage.view->newRows(), 5);
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("live.follow")));
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("live.newestFirst")));
}

void LivePanelTest::filterOfSeveralParts()
{
    Stage stage;
    stage.hear(3);
    stage.session.feed().append(heard("sensor:hot", "{\"temp\":21.4}", "{\"temp\":35}"));
    stage.session.feed().append(heard("order:1", "1", "2"));
    QTRY_COMPARE(stage.model->rowCount(), 5);
    auto *row = stage.panel.findChild<LiveFilterRow *>(QStringLiteral("filterRow"));
    QVERIFY(!row->isVisible());
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("live.filterMore")));
    QVERIFY(row->isVisible());
    auto *condition = row->findChild<QLineEdit *>(QStringLiteral("condition"));
    QTest::keyClicks(condition, QStringLiteral("/temp > 30"));
    QTRY_COMPARE(stage.model->rowCount(), 1);
    QCOMPARE(stage.model->entryAt(0)->key, QByteArray("sensor:hot"));
    QTest::keyClicks(condition, QStringLiteral(" and"));
    const auto *problem = row->findChild<QLabel *>(QStringLiteral("problem"));
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(!problem->text().isEmpty());
    QTest::keyClick(condition, Qt::Key_Escape);
    QTRY_COMPARE(stage.model->rowCount(), 5);
    QVERIFY(!problem->isVisible());
    QTest::keyClicks(row->findChild<QLineEdit *>(QStringLiteral("keyPattern")), QStringLiteral("order"));
    QTRY_COMPARE(stage.model->rowCount(), 1);
    // What is not seen hides nothing.
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("live.filterMore")));
    QTRY_COMPARE(stage.model->rowCount(), 5);
}

void LivePanelTest::byKeyAndRates()
{
    Stage stage;
    stage.hear(3);
    stage.hear(2);
    stage.panel.setShown(LivePanel::Show::ByKey);
    auto *table = stage.panel.findChild<LiveTable *>(QStringLiteral("byKey"));
    QTRY_VERIFY(table->isVisible());
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->setCurrentIndex(table->model()->index(0, 0));
    QSignalSpy open(&stage.panel, &LivePanel::openRequested);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(open.size(), 1);

    Batch batch;
    for (int i = 0; i < 4; ++i) {
        Learned item;
        item.key = "order:eu:" + QByteArray::number(i);
        item.hasValue = true;
        item.value = "1";
        item.origin = Origin::Notification;
        item.state = ValueState::Presumed;
        item.at = QDateTime::currentMSecsSinceEpoch();
        batch.items.append(item);
    }
    stage.session.mirror().apply(batch);
    stage.panel.setShown(LivePanel::Show::Rates);
    auto *rates = stage.panel.findChild<LiveTable *>(QStringLiteral("rates"));
    QTRY_VERIFY(rates->isVisible());
    QTRY_COMPARE(rates->model()->rowCount(), 2); // "order:", "order:eu:"
    rates->sortByColumn(RatesModel::BranchColumn, Qt::DescendingOrder);
    rates->setCurrentIndex(rates->model()->index(0, 0));
    QTest::keyClick(rates, Qt::Key_Return);
    QCOMPARE(stage.panel.shown(), LivePanel::Show::Stream);
    QTRY_COMPARE(stage.model->rowCount(), 4);
    QCOMPARE(stage.model->filter().keys().text, QStringLiteral("order:eu:*"));
}

void LivePanelTest::differenceOfAChange()
{
    Stage stage;
    stage.hear(1);
    QTRY_COMPARE(stage.model->rowCount(), 1);
    stage.view->setCurrentIndex(stage.model->index(0, 0));
    stage.fixture.commands.refresh();
    Comparison got;
    connect(&stage.panel, &LivePanel::compareRequested, &stage.panel,
            [&got](const Comparison &comparison) { got = comparison; });
    QTRY_VERIFY(stage.fixture.commands.action(QStringLiteral("live.compare"))->isEnabled());
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("live.compare")));
    QCOMPARE(got.key, QByteArray("sensor:0"));
    QCOMPARE(got.left, QByteArray("{\"temp\":21.4}"));
    QCOMPARE(got.right, QByteArray("{\"temp\":21.6}"));
}

void LivePanelTest::boundIsShown()
{
    Stage stage;
    stage.session.feed().setCapacity(5);
    stage.hear(5);
    QTRY_COMPARE(stage.model->rowCount(), 5);
    const auto *bound = stage.panel.findChild<QLabel *>(QStringLiteral("bound"));
    QVERIFY(!bound->isVisible());
    stage.hear(3);
    QTRY_COMPARE(stage.ledger(), QStringLiteral("received 8 = shown 5 + no longer kept 3 · 0 lost"));
    QVERIFY(bound->isVisible());
    QVERIFY2(bound->text().contains(QStringLiteral("newest 5 changes")), qPrintable(bound->text()));
    QTest::mouseClick(stage.panel.findChild<QToolButton *>(QStringLiteral("history")), Qt::LeftButton);
    const auto *past = stage.panel.findChild<PastStream *>(QStringLiteral("past"));
    QVERIFY(past && past->isVisible());
    QCOMPARE(past->model().moment(), 1'800'000'000'000);
    QVERIFY(!bound->isVisible());
    past->findChild<QPushButton *>(QStringLiteral("leave"))->click();
    QVERIFY(stage.view->isVisible());
    QVERIFY(bound->isVisible());
}

void LivePanelTest::followsTheMoment()
{
    Stage stage;
    stage.hear(2);
    QTRY_COMPARE(stage.model->rowCount(), 2);
    stage.session.history().recorder().lineUp(1'000);
    stage.panel.setMoment(5'000);
    const auto *past = stage.panel.findChild<PastStream *>(QStringLiteral("past"));
    QVERIFY(past && past->isVisible());
    QVERIFY(!stage.view->isVisible());
    QTRY_COMPARE(past->model().rowCount(), 1);
    // What is of now says so.
    stage.panel.setShown(LivePanel::Show::ByKey);
    QVERIFY(!past->isVisible());
    const auto *bound = stage.panel.findChild<QLabel *>(QStringLiteral("bound"));
    QVERIFY2(bound->text().contains(QStringLiteral("of now")), qPrintable(bound->text()));
    stage.panel.setShown(LivePanel::Show::Stream);
    QVERIFY(past->isVisible());
    QSignalSpy present(&stage.panel, &LivePanel::presentRequested);
    past->findChild<QPushButton *>(QStringLiteral("leave"))->click();
    QCOMPARE(present.size(), 1); // the page goes back to now, and the panel with it
    stage.panel.setMoment(0);
    QVERIFY(stage.view->isVisible());
}

void LivePanelTest::endOfAGapLeadsToTheReport()
{
    Stage stage;
    stage.session.feed().lineDown(1'000);
    stage.session.feed().lineUp(1'350);
    QTRY_COMPARE(stage.model->rowCount(), 2);
    QVERIFY2(LiveDelegate::breakText(*stage.model->entryAt(0)).contains(QStringLiteral("350 ms")),
             qPrintable(LiveDelegate::breakText(*stage.model->entryAt(0))));
    QSignalSpy gap(&stage.panel, &LivePanel::gapRequested);
    QSignalSpy record(&stage.panel, &LivePanel::openRequested);
    stage.view->setCurrentIndex(stage.model->index(0, 0));
    QTest::keyClick(stage.view, Qt::Key_Return);
    QCOMPARE(gap.size(), 1);
    stage.view->setCurrentIndex(stage.model->index(1, 0));
    QTest::keyClick(stage.view, Qt::Key_Return);
    QCOMPARE(gap.size(), 1);
    QCOMPARE(record.size(), 0);
}

void LivePanelTest::sumIsExplainedOnDemand()
{
    Stage stage;
    stage.hear(3);
    QTRY_COMPARE(stage.model->rowCount(), 3);
    stage.panel.findChild<QToolButton *>(QStringLiteral("live.ledger"))->click();
    auto *menu = stage.panel.findChild<QMenu *>(QStringLiteral("ledgerParts"));
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("Changes received: 3"));
    menu->close();
}

void LivePanelTest::exportsWhatIsShown()
{
    Stage stage;
    stage.hear(3);
    stage.session.feed().append(heard("order:1", "1", "2"));
    QTRY_COMPARE(stage.model->rowCount(), 4);
    stage.panel.setFilterText(QStringLiteral("sensor"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("changes.csv"));
    stage.panel.exportTo(path);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 4); // with the head
    QVERIFY(lines.at(1).contains("sensor:0"));
}

void LivePanelTest::pausedAfterACrash()
{
    TestSupport::ViewFixture fixture;
    Profile profile;
    profile.id = QStringLiteral("crashed");
    Session session(profile, {});
    const QString mark =
        QFileInfo(fixture.settings.file()).dir().filePath(QStringLiteral("live-crashed.lock"));
    QVERIFY(QFileInfo(mark).dir().exists());
    QFile file(mark); // of a process that is gone
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("99999999\nhpkv-studio\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n");
    file.close();
    {
        LivePanel panel(fixture.context, session);
        QVERIFY(panel.isPaused());
        panel.setPaused(false);
    }
    const LivePanel next(fixture.context, session);
    QVERIFY(!next.isPaused());
}

QTEST_MAIN(LivePanelTest)
#include "tst_livepanel.moc"
