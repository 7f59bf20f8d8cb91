// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keytreeview.h"

#include "browser/emptystate.h"
#include "browser/filterfield.h"
#include "browser/keytree.h"
#include "browser/treecolumns.h"
#include "browser/treeinterest.h"
#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "viewfixture.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

void fillShop(hpkv::emulator::Server &server)
{
    for (int i = 0; i < 300; ++i)
        server.put("order:" + std::to_string(1000 + i), "{\"total\":1}");
    for (int i = 0; i < 5; ++i)
        server.put("sensor:berlin:" + std::to_string(i), "21.5");
    server.put("version", "12");
}

/// A view on a session that is open, once its root is listed.
struct Stage {
    TestSupport::Emulator emulator;
    TestSupport::ViewFixture fixture;
    std::unique_ptr<Session> session;
    std::unique_ptr<KeyTreeView> view;
    KeyTree *tree = nullptr;
    const KeyTreeModel *model = nullptr;

    explicit Stage(bool filled = true, SafetyLevel safety = SafetyLevel::Free)
    {
        if (filled)
            fillShop(emulator.server);
        Profile profile = emulator.profile();
        profile.safety = safety;
        session = std::make_unique<Session>(profile, QStringLiteral("k"), TestSupport::Emulator::quick());
        view = std::make_unique<KeyTreeView>(fixture.context, *session);
        tree = view->findChild<KeyTree *>(QStringLiteral("tree"));
        model = qobject_cast<const KeyTreeModel *>(tree->model());
        view->resize(340, 700);
        view->show();
        session->open();
    }
    bool listed() const { return view->isLevelListed({}) && !view->isBusy(); }
    QModelIndex branch(const QByteArray &prefix) const { return model->indexOfBranch(prefix); }
};

} // namespace

class KeyTreeViewTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void listsTheRootByItself();
    void expandingListsALevel();
    void expandToOpensALevelThatIsNotKnownYet();
    void goToKeyFindsWhatWasNotListed();
    void goToKeySaysWhenThereIsNone();
    void refreshKeepsExpansionSelectionAndScroll();
    void clickPreviewsAndDoubleClickPins();
    void keysOpenAndToggle();
    void typingJumpsToAKey();
    void filterShowsMatchesAndGivesTheTreeBack();
    void filterModes();
    void filterThatIsNoExpressionSaysSo();
    void filterLooksInTheStore();
    void filterHistoryIsKept();
    void refreshOfABranch();
    void refreshFollowsTheFocus();
    void columnsAreKept();
    void branchesShowTheirRate();
    void emptyStoreSaysSo();
    void noMatchOffersToClearTheFilter();
    void readOnlyOffersNoWrites();
    void commandsActOnTheCurrentRow();
    void reportsWhatIsInSight();
    void outermostPrefixes();
    void changeOfAnotherShowsNow();
    void paintsInBothDirectionsAndThemes_data();
    void paintsInBothDirectionsAndThemes();
};

void KeyTreeViewTest::listsTheRootByItself()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    QCOMPARE(stage.model->rowCount(), 3); // order:, sensor:, version
    const auto *figures = stage.view->findChild<QLabel *>(QStringLiteral("figures"));
    QVERIFY(figures != nullptr);
    QTRY_VERIFY2(figures->text().contains(QStringLiteral("branches complete")), qPrintable(figures->text()));
}

void KeyTreeViewTest::expandingListsALevel()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    stage.tree->expand(stage.branch("order:"));
    QTRY_COMPARE(stage.model->rowCount(stage.branch("order:")), 300);
    QTRY_VERIFY(stage.view->isLevelListed("order:"));
}

void KeyTreeViewTest::expandToOpensALevelThatIsNotKnownYet()
{
    Stage stage;
    QSignalSpy expanded(stage.view.get(), &KeyTreeView::expanded);
    stage.view->expandTo("sensor:berlin:");
    QTRY_COMPARE(expanded.size(), 1);
    QCOMPARE(expanded.at(0).at(0).toByteArray(), QByteArray("sensor:berlin:"));
    QVERIFY(stage.tree->isExpanded(stage.branch("sensor:")));
    QVERIFY(stage.tree->isExpanded(stage.branch("sensor:berlin:")));
    QCOMPARE(stage.model->rowCount(stage.branch("sensor:berlin:")), 5);
}

void KeyTreeViewTest::goToKeyFindsWhatWasNotListed()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    QSignalSpy went(stage.view.get(), &KeyTreeView::wentToKey);
    stage.view->goToKey("sensor:berlin:3");
    QTRY_COMPARE(went.size(), 1);
    QCOMPARE(went.at(0).at(1).toBool(), true);
    QCOMPARE(stage.view->currentKey(), QByteArray("sensor:berlin:3"));
    QCOMPARE(stage.view->currentPrefix(), QByteArray("sensor:berlin:"));
}

void KeyTreeViewTest::goToKeySaysWhenThereIsNone()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    QSignalSpy went(stage.view.get(), &KeyTreeView::wentToKey);
    stage.view->goToKey("nowhere:1");
    QTRY_COMPARE(went.size(), 1);
    QCOMPARE(went.at(0).at(1).toBool(), false);
}

void KeyTreeViewTest::refreshKeepsExpansionSelectionAndScroll()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    stage.tree->expand(stage.branch("order:"));
    QTRY_VERIFY(stage.view->isLevelListed("order:"));
    stage.tree->setCurrentIndex(stage.model->indexOfKey("order:1100"));
    stage.tree->scrollTo(stage.tree->currentIndex(), QAbstractItemView::PositionAtTop);
    const QModelIndex top = stage.tree->indexAt(QPoint(100, 2));
    const QByteArray before = stage.model->keyOf(top);
    QVERIFY(before.startsWith("order:"));

    // Another writer was there meanwhile, above and below.
    stage.emulator.server.put("cart:1", "1");
    stage.emulator.server.put("order:0999", "{}");
    stage.emulator.server.erase("order:1299");
    QSignalSpy listed(stage.session.get(), &Session::levelListed);
    stage.view->refresh();
    QTRY_VERIFY(listed.size() >= 2);
    QTRY_VERIFY(!stage.view->isBusy());

    QVERIFY(stage.branch("cart:").isValid());
    QVERIFY(stage.model->indexOfKey("order:0999").isValid());
    QVERIFY(!stage.model->indexOfKey("order:1299").isValid());
    QVERIFY(stage.tree->isExpanded(stage.branch("order:")));
    QCOMPARE(stage.view->currentKey(), QByteArray("order:1100"));
    QVERIFY(stage.tree->viewport()->rect().intersects(stage.tree->visualRect(stage.tree->currentIndex())));
}

void KeyTreeViewTest::clickPreviewsAndDoubleClickPins()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    QSignalSpy open(stage.view.get(), &KeyTreeView::openRequested);
    const QRect row = stage.tree->visualRect(stage.model->indexOfKey("version"));
    QVERIFY(!row.isEmpty());
    QTest::mouseClick(stage.tree->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.at(0).at(0).toByteArray(), QByteArray("version"));
    QCOMPARE(open.at(0).at(1).toBool(), false);
    QTest::mouseDClick(stage.tree->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(open.constLast().at(1).toBool(), true);

    // The chevron opens a branch without choosing anything.
    const QModelIndex order = stage.branch("order:");
    const QRect branch = stage.tree->visualRect(order);
    open.clear();
    QTest::mouseClick(stage.tree->viewport(), Qt::LeftButton, {},
                      QPoint(branch.left() + 2, branch.center().y()));
    QVERIFY(stage.tree->isExpanded(order));
    QCOMPARE(open.size(), 0);
}

void KeyTreeViewTest::keysOpenAndToggle()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    stage.tree->setFocus();
    QSignalSpy open(stage.view.get(), &KeyTreeView::openRequested);
    stage.tree->setCurrentIndex(stage.model->indexOfKey("version"));
    QTest::keyClick(stage.tree, Qt::Key_Space);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.at(0).at(1).toBool(), false);
    QTest::keyClick(stage.tree, Qt::Key_Return);
    QCOMPARE(open.at(1).at(1).toBool(), true);
    QSignalSpy deletions(stage.tree, &KeyTree::deleteRequested);
    QTest::keyClick(stage.tree, Qt::Key_Delete, Qt::ShiftModifier);
    QCOMPARE(deletions.size(), 0);
    QTest::keyClick(stage.tree, Qt::Key_Delete);
    QCOMPARE(deletions.size(), 1);

    stage.tree->setCurrentIndex(stage.branch("sensor:"));
    QTest::keyClick(stage.tree, Qt::Key_Return);
    QVERIFY(stage.tree->isExpanded(stage.branch("sensor:")));
    QTRY_VERIFY(stage.branch("sensor:berlin:").isValid());
    QTest::keyClick(stage.tree, Qt::Key_Down);
    QCOMPARE(stage.view->currentPrefix(), QByteArray("sensor:berlin:"));
    QTest::keyClick(stage.tree, Qt::Key_Left);
    QCOMPARE(stage.view->currentPrefix(), QByteArray("sensor:"));

    QSignalSpy listed(stage.session.get(), &Session::levelListed);
    QTest::keyClick(stage.tree, Qt::Key_F5);
    QTRY_VERIFY(!listed.isEmpty());
}

void KeyTreeViewTest::typingJumpsToAKey()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    stage.tree->setFocus();
    QTest::keyClicks(stage.tree, QStringLiteral("se"));
    QCOMPARE(stage.view->currentPrefix(), QByteArray("sensor:"));
}

void KeyTreeViewTest::filterShowsMatchesAndGivesTheTreeBack()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    stage.view->expandTo("order:");
    QTRY_VERIFY(stage.tree->isExpanded(stage.branch("order:")) && stage.view->isLevelListed("order:"));
    stage.view->setFilterText(QStringLiteral("order:105"));
    QTRY_VERIFY(!stage.model->isFilterRunning());
    QTRY_COMPARE(stage.model->matchCount(), 10);
    QTRY_VERIFY(stage.tree->isExpanded(stage.branch("order:")));
    stage.view->setFilterText({});
    QTRY_COMPARE(stage.model->rowCount(stage.branch("order:")), 300);
    QTRY_VERIFY(stage.tree->isExpanded(stage.branch("order:")));
    QVERIFY(!stage.tree->isExpanded(stage.branch("sensor:")));
}

void KeyTreeViewTest::filterModes()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    stage.view->expandTo("order:");
    QTRY_VERIFY(stage.view->isLevelListed("order:") && !stage.view->isBusy());
    const auto matches = [&](const KeySearch &search) {
        stage.view->setFilter(search);
        return QTest::qWaitFor([&] { return !stage.model->isFilterRunning(); }) ? stage.model->matchCount()
                                                                                : -1;
    };
    QCOMPARE(matches({QStringLiteral("ORDER:105"), KeySearch::Kind::Substring, false}), 10);
    QCOMPARE(matches({QStringLiteral("ORDER:105"), KeySearch::Kind::Substring, true}), 0);
    QCOMPARE(matches({QStringLiteral("order:1?5?"), KeySearch::Kind::Wildcard, true}), 30);
    QCOMPARE(matches({QStringLiteral("^order:1[01]00$"), KeySearch::Kind::RegularExpression, true}), 2);
    // Keys that become known meanwhile are looked at, too.
    stage.emulator.server.put("order:1100:x", "1");
    stage.view->setFilter({QStringLiteral("*:x"), KeySearch::Kind::Wildcard, true});
    QCOMPARE(stage.model->matchCount(), 0);
    stage.session->loadBranch("order:");
    QTRY_COMPARE(stage.model->matchCount(), 1);
}

void KeyTreeViewTest::filterThatIsNoExpressionSaysSo()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    const auto *problem = stage.view->findChild<QLabel *>(QStringLiteral("filterProblem"));
    stage.view->setFilter({QStringLiteral("vers"), KeySearch::Kind::RegularExpression, false});
    QTRY_COMPARE(stage.model->matchCount(), 1);
    QVERIFY(!problem->isVisible());
    stage.view->setFilter({QStringLiteral("vers("), KeySearch::Kind::RegularExpression, false});
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().startsWith(QStringLiteral("Not a regular expression")));
    QCOMPARE(stage.model->matchCount(), 1); // what was found before stays
    stage.view->setFilter({});
    QTRY_VERIFY(!problem->isVisible());
    QCOMPARE(stage.model->rowCount(), 3);
}

void KeyTreeViewTest::filterLooksInTheStore()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    // Known of the branch is its first page only; this key is far behind.
    QVERIFY(!stage.session->mirror().isKnown("order:1250"));
    const KeySearch search{QStringLiteral("order:125"), KeySearch::Kind::Substring, true};
    stage.view->setFilter(search);
    auto *empty = stage.view->findChild<EmptyState *>(QStringLiteral("empty"));
    QTRY_COMPARE(empty->title(), QStringLiteral("No match"));
    QTRY_VERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QTRY_COMPARE(stage.model->matchCount(), 10);
    QTRY_VERIFY(stage.tree->isVisible());
    // From now on it does so by itself.
    stage.view->setFilter({QStringLiteral("order:12*7"), KeySearch::Kind::Wildcard, true}, true);
    QTRY_COMPARE(stage.model->matchCount(), 10);
}

void KeyTreeViewTest::filterHistoryIsKept()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    auto *field = stage.view->findChild<FilterField *>();
    stage.view->setFilterText(QStringLiteral("order"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(stage.fixture.settings.value(Key::FilterHistory).contains(QStringLiteral("order")));
    const KeyTreeView second(stage.fixture.context, *stage.session);
    QCOMPARE(second.findChild<FilterField *>()->history(), field->history());
    QCOMPARE(field->history().size(), 1);
    // Who wants nothing kept on disk has nothing kept on disk.
    stage.fixture.settings.setValue(Key::KeepRecentKeys, false);
    QVERIFY(stage.fixture.settings.value(Key::FilterHistory).isEmpty());
    stage.view->setFilterText(QStringLiteral("sensor"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(stage.fixture.settings.value(Key::FilterHistory).isEmpty());
    QCOMPARE(field->history().constFirst().text, QStringLiteral("sensor"));
}

void KeyTreeViewTest::refreshOfABranch()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    QSignalSpy loaded(stage.session.get(), &Session::branchLoaded);
    stage.tree->setCurrentIndex(stage.branch("sensor:"));
    stage.fixture.commands.refresh();
    QTRY_VERIFY(stage.fixture.commands.action(QStringLiteral("keys.loadBranch"))->isEnabled());
    // Once: what is tried again until it holds is carried out more than once.
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("keys.loadBranch")));
    QTRY_COMPARE(loaded.size(), 1);
    QTRY_VERIFY(stage.branch("sensor:").data(KeyTreeModel::CountExactRole).toBool());
    QCOMPARE(stage.branch("sensor:").data(KeyTreeModel::CountTextRole).toString(), QStringLiteral("5"));
    // Unheard changes deep below: the branch was read as a whole and is read as a whole again.
    stage.view->hide();
    QTRY_VERIFY(stage.view->findChild<TreeInterest *>()->prefixes().isEmpty());
    stage.emulator.server.put("sensor:quito:1", "1");
    stage.emulator.server.erase("sensor:berlin:2");
    stage.view->refreshBranch("sensor:");
    QTRY_COMPARE(loaded.size(), 2);
    QVERIFY(stage.session->mirror().isKnown("sensor:quito:1"));
    QVERIFY(!stage.session->mirror().isKnown("sensor:berlin:2"));
}

void KeyTreeViewTest::refreshFollowsTheFocus()
{
    QWidget window; // goes last: the view is its child
    Stage stage;
    auto *elsewhere = new QWidget(&window);
    elsewhere->setFocusPolicy(Qt::StrongFocus);
    stage.view->setParent(&window);
    const QList<QKeySequence> shortcuts =
        stage.fixture.commands.action(QStringLiteral("view.refresh"))->shortcuts();
    QVERIFY(shortcuts.contains(QKeySequence(Qt::Key_F5)));
    QVERIFY(shortcuts.contains(QKeySequence(Qt::CTRL | Qt::Key_R)));
    int refreshedElsewhere = 0;
    stage.fixture.commands.handle(QStringLiteral("view.refresh"), elsewhere,
                                  {[&] { ++refreshedElsewhere; }, {}, {}});
    window.addAction(stage.fixture.commands.action(QStringLiteral("view.refresh")));
    window.show();
    stage.view->show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(stage.listed());
    QSignalSpy listed(stage.session.get(), &Session::levelListed);
    for (QWidget *place : {static_cast<QWidget *>(stage.tree),
                           static_cast<QWidget *>(stage.view->findChild<FilterField *>())}) {
        place->setFocus();
        QTRY_VERIFY(place->hasFocus());
        for (const QKeyCombination key :
             {QKeyCombination(Qt::Key_F5), QKeyCombination(Qt::CTRL, Qt::Key_R)}) {
            listed.clear();
            QTest::keyClick(place, key.key(), key.keyboardModifiers());
            QTRY_VERIFY(!listed.isEmpty());
            QTRY_VERIFY(!stage.view->isBusy());
        }
    }
    QCOMPARE(refreshedElsewhere, 0);
    elsewhere->setFocus();
    QTRY_VERIFY(elsewhere->hasFocus());
    QTest::keyClick(elsewhere, Qt::Key_F5);
    QTRY_COMPARE(refreshedElsewhere, 1);
}

void KeyTreeViewTest::columnsAreKept()
{
    Stage stage;
    stage.view->resize(700, 500);
    QTRY_VERIFY(stage.listed());
    stage.tree->columns().choose(KeyTreeModel::ValueColumn, true);
    stage.tree->columns().choose(KeyTreeModel::SizeColumn, true);
    QCOMPARE(stage.fixture.settings.value(Key::TreeColumns), QStringLiteral("value,size"));
    // Another view shows the same ones at once, and one that is made later.
    KeyTreeView second(stage.fixture.context, *stage.session);
    const TreeColumns &columns = second.findChild<KeyTree *>()->columns();
    QCOMPARE(columns.state(), QStringLiteral("value,size"));
    stage.tree->columns().choose(KeyTreeModel::SizeColumn, false);
    QCOMPARE(columns.state(), QStringLiteral("value"));
    const QModelIndex version = stage.model->indexOfKey("version");
    QCOMPARE(version.siblingAtColumn(KeyTreeModel::ValueColumn).data().toString(), QStringLiteral("12"));
    QCOMPARE(stage.branch("order:").siblingAtColumn(KeyTreeModel::ValueColumn).data().toString(), QString());
}

void KeyTreeViewTest::branchesShowTheirRate()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    QTRY_VERIFY(!stage.session->status().watchedPatterns.isEmpty());
    const auto rate = [&](const QByteArray &prefix) {
        return stage.branch(prefix).data(KeyTreeModel::RateRole).toDouble();
    };
    QCOMPARE(rate("sensor:"), 0.0);
    for (int i = 0; i < 30; ++i)
        stage.emulator.server.put("sensor:berlin:1", std::to_string(i));
    QTRY_VERIFY(rate("sensor:") > 1);
    QTRY_VERIFY(rate("sensor:berlin:") > 1);
    QCOMPARE(rate("order:"), 0.0);
    QVERIFY(stage.branch("sensor:")
                .siblingAtColumn(KeyTreeModel::RateColumn)
                .data()
                .toString()
                .endsWith(QStringLiteral("/s")));
}

void KeyTreeViewTest::emptyStoreSaysSo()
{
    Stage stage(false);
    auto *empty = stage.view->findChild<EmptyState *>(QStringLiteral("empty"));
    QTRY_COMPARE(empty->title(), QStringLiteral("No keys yet"));
    QVERIFY(empty->isVisible());
    QSignalSpy wanted(stage.view.get(), &KeyTreeView::newKeyRequested);
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void KeyTreeViewTest::noMatchOffersToClearTheFilter()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    stage.view->setFilterText(QStringLiteral("zzz"));
    auto *empty = stage.view->findChild<EmptyState *>(QStringLiteral("empty"));
    QTRY_COMPARE(empty->title(), QStringLiteral("No match"));
    QTRY_VERIFY(empty->isVisible());
    // The root was read to its end, so that nothing in the store can begin with it: no need to ask.
    QCOMPARE(empty->button()->text(), QStringLiteral("Clear the filter"));
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(stage.view->filterText(), QString());
    QTRY_VERIFY(stage.tree->isVisible());
}

void KeyTreeViewTest::readOnlyOffersNoWrites()
{
    Stage stage(true, SafetyLevel::ReadOnly);
    QTRY_VERIFY(stage.listed());
    stage.tree->setCurrentIndex(stage.model->indexOfKey("version"));
    stage.fixture.commands.refresh();
    QTRY_VERIFY(stage.fixture.commands.action(QStringLiteral("keys.copyKey"))->isEnabled());
    QVERIFY(!stage.fixture.commands.action(QStringLiteral("keys.new"))->isEnabled());
    QVERIFY(!stage.fixture.commands.action(QStringLiteral("keys.delete"))->isEnabled());
}

void KeyTreeViewTest::commandsActOnTheCurrentRow()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    QSignalSpy wanted(stage.view.get(), &KeyTreeView::newKeyRequested);
    QSignalSpy gone(stage.view.get(), &KeyTreeView::deleteRequested);
    stage.tree->setCurrentIndex(stage.branch("sensor:"));
    stage.fixture.commands.refresh();
    QTRY_VERIFY(stage.fixture.commands.action(QStringLiteral("keys.new"))->isEnabled());
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("keys.new")));
    QCOMPARE(wanted.at(0).at(0).toByteArray(), QByteArray("sensor:"));
    QTRY_VERIFY(!stage.fixture.commands.action(QStringLiteral("keys.delete"))->isEnabled());

    stage.tree->setCurrentIndex(stage.model->indexOfKey("version"));
    stage.fixture.commands.refresh();
    QTRY_VERIFY(stage.fixture.commands.action(QStringLiteral("keys.delete"))->isEnabled());
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("keys.delete")));
    QCOMPARE(gone.at(0).at(0).toByteArray(), QByteArray("version"));
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("keys.copyKey")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("version"));
}

void KeyTreeViewTest::reportsWhatIsInSight()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    const auto *interest = stage.view->findChild<TreeInterest *>();
    QVERIFY(interest != nullptr);
    QTRY_VERIFY(interest->keys().contains("version"));
    QTRY_COMPARE(interest->prefixes(), (QList<QByteArray>{"order:", "sensor:"}));
    // It becomes a subscription of the session.
    QTRY_VERIFY(!stage.session->status().watchedPatterns.isEmpty());

    stage.view->hide();
    QTRY_VERIFY(interest->keys().isEmpty());
    QCOMPARE(interest->prefixes(), QList<QByteArray>());
}

void KeyTreeViewTest::outermostPrefixes()
{
    QCOMPARE(TreeInterest::outermost({"b:", "a:x:", "a:", "a:x:y:", "ab:"}),
             (QList<QByteArray>{"a:", "ab:", "b:"}));
    QCOMPARE(TreeInterest::outermost({}), QList<QByteArray>());
}

void KeyTreeViewTest::changeOfAnotherShowsNow()
{
    Stage stage;
    QTRY_VERIFY(stage.listed());
    QTRY_VERIFY(!stage.session->status().watchedPatterns.isEmpty());
    stage.tree->expand(stage.branch("sensor:"));
    QTRY_VERIFY(stage.view->isLevelListed("sensor:"));
    stage.tree->expand(stage.branch("sensor:berlin:"));
    QTRY_VERIFY(stage.view->isLevelListed("sensor:berlin:"));
    stage.emulator.server.put("sensor:berlin:2", "22.0");
    const QModelIndex row = stage.model->indexOfKey("sensor:berlin:2");
    QTRY_VERIFY(row.data(KeyTreeModel::ChangedNowRole).toBool());
    QVERIFY(KeyTreeDelegate::describe(row, QDateTime::currentMSecsSinceEpoch())
                .contains(QStringLiteral("Changed")));
}

void KeyTreeViewTest::paintsInBothDirectionsAndThemes_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QString>("choice");
    QTest::newRow("light") << Qt::LeftToRight << QStringLiteral("light");
    QTest::newRow("dark") << Qt::LeftToRight << QStringLiteral("dark");
    QTest::newRow("right to left") << Qt::RightToLeft << QStringLiteral("light");
}

void KeyTreeViewTest::paintsInBothDirectionsAndThemes()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(QString, choice);
    Stage stage;
    stage.fixture.settings.setValue(Key::Theme, choice);
    stage.view->setLayoutDirection(direction);
    QTRY_VERIFY(stage.listed());
    stage.tree->setCurrentIndex(stage.branch("order:"));
    const QImage image = stage.tree->viewport()->grab().toImage();
    const QRect row = stage.tree->visualRect(stage.branch("order:"));
    // Selected across the whole width; the rows below are not.
    const int y = row.top() + 1;
    QCOMPARE(image.pixelColor(image.width() / 2, y), stage.fixture.theme.color(ColorRole::Selection));
    QCOMPARE(image.pixelColor(image.width() / 2, row.bottom() + 2 + 2 * row.height()),
             stage.fixture.theme.color(ColorRole::Panel));
    // The chevron stands at the leading edge.
    const auto drawn = [&](int from, int to) {
        for (int x = from; x < to; ++x) {
            for (int line = row.top() + 4; line < row.bottom() - 4; ++line) {
                if (image.pixelColor(x, line) != stage.fixture.theme.color(ColorRole::Selection))
                    return true;
            }
        }
        return false;
    };
    const bool mirrored = direction == Qt::RightToLeft;
    QVERIFY(mirrored ? drawn(image.width() - 24, image.width() - 4) : drawn(4, 24));
}

QTEST_MAIN(KeyTreeViewTest)
#include "tst_keytreeview.moc"
