// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/sessionpage.h"

#include "browser/keytree.h"
#include "browser/keytreeview.h"
#include "browser/range/rangetab.h"
#include "browser/statisticsdialog.h"
#include "diff/difftab.h"
#include "editor/jsoneditor.h"
#include "editor/keylabel.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "history/bar/keyhistorytab.h"
#include "history/bar/momentstab.h"
#include "history/bar/pagehistory.h"
#include "history/bar/timebar.h"
#include "history/bar/timetravel.h"
#include "journal/journalpanel.h"
#include "mirror/keyspacemirror.h"
#include "models/journalmodel.h"
#include "models/keytreemodel.h"
#include "notices/noticecenter.h"
#include "profiles/keymarks.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/commandpalette.h"
#include "shell/commandregistry.h"
#include "shell/keycopier.h"
#include "shell/mainwindow.h"
#include "shell/sessionactions.h"
#include "shell/sessionwatches.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "shell/watchbutton.h"
#include "shell/workbench.h"
#include "watches/watchlist.h"

#include "failonwarning.h"

#include <hpkv/emulator/server.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

namespace
{

const auto A = QByteArrayLiteral("order:2024:5000");
const auto B = QByteArrayLiteral("order:2024:5001");
const auto C = QByteArrayLiteral("order:2024:5002");

} // namespace

/// Moving about in a session, in the real window on the real demo store.
class tst_SessionPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void goesBackAndForward();
    void goesBackToRanges();
    void reopensWhatWasClosed();
    void closesOthersAndAsksForEdits();
    void closesToTheRight();
    void previewIsMarkedAndPinned();
    void middleClickClosesAndOpens();
    void tabMenuActsOnTheTabUnderThePointer();
    void treeMenuKeepsTheSelection();
    void favouritesStandOnTop();
    void recentKeysAreKeptOrNot();
    void savedProfilesKeepTheirMarks();
    void watches();
    void recordHasAWatchButton();
    void recordSaysThatItIsOfNow();
    void branchBetweenTwoMoments();
    void copies();
    void copyingReadsFirst();
    void duplicates();
    void proposesTheNextNumber();
    void beginsWithTheTemplate();
    void undoesADelete();
    void comparesWritesInATab();
    void revealsTheLastKey();
    void showsStatistics();
    void crumbsLeadUpwards();
    void quickOpenLooksInTheStore();
    void whatNobodyGivesIsNotOffered();
    void readOnlyWritesNothing();

private:
    bool openRecord(const QByteArray &key, bool pinned = true);
    bool listOrders();
    SessionPage *page() const { return m_window->currentPage(); }
    QTabWidget *tabs() const { return page()->findChild<QTabWidget *>(); }
    KeyTree *tree() const { return page()->keys()->findChild<KeyTree *>(); }
    KeyTreeModel *model() const { return qobject_cast<KeyTreeModel *>(tree()->model()); }
    QByteArray current() const
    {
        return page()->currentRecord() ? page()->currentRecord()->key() : QByteArray();
    }
    AppContext &app() const { return m_workbench->context(); }
    bool trigger(const char *id) const { return app().commands.trigger(QString::fromLatin1(id)); }
    bool isEnabled(const char *id) const
    {
        return app().commands.action(QString::fromLatin1(id))->isEnabled();
    }
    QMenu *popup() const { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    static QString clipboard() { return QApplication::clipboard()->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
};

void tst_SessionPage::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_workbench = std::make_unique<Workbench>(WorkbenchPaths::below(m_folder->path()), new MemorySecretStore);
    app().theme.applyTo(*qApp);
    m_window = std::make_unique<MainWindow>(app(), m_workbench->sessions());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_workbench->sessions().openDemo(0, 1);
    QTRY_VERIFY(page() && page()->session().status().line == LineState::Connected
                && page()->keys()->isLevelListed({}));
}

void tst_SessionPage::cleanup()
{
    m_window.reset();
    QApplication::setStyle(QStringLiteral("fusion")); // the style reads the theme
    m_workbench.reset();
}

bool tst_SessionPage::openRecord(const QByteArray &key, bool pinned)
{
    const RecordTab *tab = page()->openKey(key, pinned);
    return QTest::qWaitFor(
        [tab] { return tab->controller().presence() == RecordController::Presence::Present; });
}

bool tst_SessionPage::listOrders()
{
    page()->keys()->expandTo("order:2024:");
    return QTest::qWaitFor(
        [this] { return page()->keys()->isLevelListed("order:2024:") && !page()->keys()->isBusy(); });
}

void tst_SessionPage::goesBackAndForward()
{
    QVERIFY(!trigger("view.back"));
    QVERIFY(openRecord(A));
    QVERIFY(openRecord(B, false));
    QVERIFY(openRecord(C, false)); // takes B's tab
    QCOMPARE(page()->tabCount(), 2);
    QVERIFY(trigger("view.back"));
    QCOMPARE(current(), B);
    QVERIFY(trigger("view.back"));
    QCOMPARE(current(), A);
    QVERIFY(!trigger("view.back"));
    QVERIFY(trigger("view.forward"));
    QCOMPARE(current(), B);
    page()->goToBranch("sensor:");
    QVERIFY(!trigger("view.forward"));
    QVERIFY(trigger("view.back"));
    QCOMPARE(current(), B);
    // The extra buttons of the mouse, wherever the pointer is.
    QTest::mouseClick(page()->keys(), Qt::BackButton);
    QCOMPARE(current(), A);
    QTest::mouseClick(page()->keys(), Qt::ForwardButton);
    QCOMPARE(current(), B);
}

void tst_SessionPage::goesBackToRanges()
{
    const auto range = [this] { return qobject_cast<RangeTab *>(page()->currentTab()); };
    const KeyInterval orders = KeyInterval::ofPrefix("order:");
    const KeyInterval users = KeyInterval::ofPrefix("user:");
    QVERIFY(openRecord(A));
    page()->actions().openRange(orders);
    QCOMPARE(page()->tabCount(), 2);
    // The same tab shows other keys: that is another place.
    RangeQuery other;
    other.interval = users;
    range()->open(other);
    QVERIFY(trigger("view.back"));
    QVERIFY(range());
    QCOMPARE(range()->query().interval, orders);
    QVERIFY(trigger("view.back"));
    QCOMPARE(current(), A);
    QVERIFY(trigger("view.forward"));
    QVERIFY(trigger("view.forward"));
    QCOMPARE(range()->query().interval, users);
    const int count = page()->tabCount();
    page()->closeCurrentTab();
    QVERIFY(trigger("file.reopenTab"));
    QCOMPARE(page()->tabCount(), count);
    QCOMPARE(range()->query().interval, users);
}

void tst_SessionPage::reopensWhatWasClosed()
{
    QVERIFY(!trigger("file.reopenTab"));
    QVERIFY(openRecord(A));
    QVERIFY(openRecord(B));
    QVERIFY(openRecord(C, false));
    page()->closeCurrentTab(); // only looked at: not among the closed
    page()->closeCurrentTab();
    page()->closeCurrentTab();
    QCOMPARE(page()->tabCount(), 0);
    QVERIFY(trigger("file.reopenTab"));
    QVERIFY(trigger("file.reopenTab"));
    QCOMPARE(page()->tabCount(), 2);
    QVERIFY(!trigger("file.reopenTab"));
    QCOMPARE(current(), B);
}

void tst_SessionPage::closesOthersAndAsksForEdits()
{
    for (const QByteArray &key : {A, B, C})
        QVERIFY(openRecord(key));
    tabs()->setCurrentIndex(0);
    RecordTab *edited = page()->currentRecord();
    edited->editor().updateBytes(edited->editor().bytes() + " ", false, true);
    QTRY_VERIFY(edited->isDirty());
    tabs()->setCurrentIndex(2);
    QVERIFY(trigger("file.closeOthers"));
    QCOMPARE(page()->tabCount(), 2); // the edited one asks
    auto *question = m_window->findChild<QMessageBox *>();
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::RejectRole)
            button->click();
    }
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QCOMPARE(page()->tabCount(), 2);
    edited->discard();
    QTRY_VERIFY(!edited->isDirty());
    QVERIFY(trigger("file.closeOthers"));
    QCOMPARE(page()->tabCount(), 1);
    QCOMPARE(current(), C);
}

void tst_SessionPage::closesToTheRight()
{
    for (const QByteArray &key : {A, B, C})
        QVERIFY(openRecord(key));
    QVERIFY(!trigger("file.closeRight"));
    tabs()->setCurrentIndex(0);
    QVERIFY(trigger("file.closeRight"));
    QCOMPARE(page()->tabCount(), 1);
    QCOMPARE(current(), A);
}

void tst_SessionPage::previewIsMarkedAndPinned()
{
    QVERIFY(openRecord(A));
    QVERIFY(openRecord(B, false));
    QTabBar *bar = tabs()->tabBar();
    QCOMPARE(bar->property("studioPreviewTab").toInt(), 2);
    QTest::mouseDClick(bar, Qt::LeftButton, {}, bar->tabRect(1).center());
    QCOMPARE(bar->property("studioPreviewTab").toInt(), 0);
    QVERIFY(openRecord(C, false)); // B's tab is not used again
    QCOMPARE(page()->tabCount(), 3);
    QCOMPARE(bar->property("studioPreviewTab").toInt(), 3);
    bar->moveTab(2, 0);
    QCOMPARE(bar->property("studioPreviewTab").toInt(), 1);
}

void tst_SessionPage::middleClickClosesAndOpens()
{
    QVERIFY(openRecord(A));
    QVERIFY(openRecord(B));
    QTabBar *bar = tabs()->tabBar();
    QTest::mouseClick(bar, Qt::MiddleButton, {}, bar->tabRect(0).center());
    QCOMPARE(page()->tabCount(), 1);
    QCOMPARE(current(), B);
    // In the tree it opens a tab of its own; Ctrl and Shift select.
    QVERIFY(listOrders());
    const QModelIndex row = model()->indexOfKey(A);
    tree()->scrollTo(row);
    QTest::mouseClick(tree()->viewport(), Qt::MiddleButton, {}, tree()->visualRect(row).center());
    QTRY_COMPARE(current(), A);
    QCOMPARE(bar->property("studioPreviewTab").toInt(), 0);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      tree()->visualRect(model()->indexOfKey(C)).center());
    QCOMPARE(page()->tabCount(), 2);
}

void tst_SessionPage::tabMenuActsOnTheTabUnderThePointer()
{
    QVERIFY(openRecord(A));
    QVERIFY(openRecord(B));
    QTabBar *bar = tabs()->tabBar();
    const QPoint place = bar->tabRect(0).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, bar->mapToGlobal(place));
    QApplication::sendEvent(bar, &event);
    QTRY_VERIFY(popup());
    QCOMPARE(current(), A);
    QVERIFY(popup()->actions().contains(app().commands.action(QStringLiteral("file.closeOthers"))));
    QVERIFY(popup()->actions().contains(app().commands.action(QStringLiteral("keys.copyKey"))));
    popup()->close();
    QVERIFY(trigger("keys.copyKey"));
    QCOMPARE(clipboard(), QString::fromUtf8(A));
}

void tst_SessionPage::treeMenuKeepsTheSelection()
{
    QVERIFY(listOrders());
    QItemSelectionModel *selection = tree()->selectionModel();
    selection->select(model()->indexOfKey(A),
                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    selection->select(model()->indexOfKey(B), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(page()->keys()->target().selection, KeySelection::ofKeys({A, B}));
    const auto open = [this](const QByteArray &key) {
        const QModelIndex row = model()->indexOfKey(key);
        const auto isInSight = [this, row] {
            tree()->scrollTo(row);
            return tree()->indexAt(tree()->visualRect(row).center()).row() == row.row();
        };
        if (!QTest::qWaitFor(isInSight))
            return false;
        emit tree()->customContextMenuRequested(tree()->visualRect(row).center());
        return QTest::qWaitFor([this] { return popup() != nullptr; });
    };
    QVERIFY(open(B)); // on the selection
    QCOMPARE(page()->keys()->target().selection.keys.size(), 2);
    popup()->close();
    QTRY_VERIFY(!popup());
    QVERIFY(open(C)); // elsewhere
    QCOMPARE(page()->keys()->target().selection, KeySelection::ofKey(C));
    QCOMPARE(popup()->actions().constLast()->objectName(), QStringLiteral("keys.delete"));
    popup()->close();
}

void tst_SessionPage::favouritesStandOnTop()
{
    QVERIFY(listOrders());
    tree()->setCurrentIndex(model()->indexOfBranch("order:2024:"));
    tree()->setFocus();
    QVERIFY(trigger("keys.favourite"));
    QVERIFY(page()->actions().isFavourite(KeySelection::ofPrefix("order:2024:")));
    QTRY_VERIFY(app().commands.action(QStringLiteral("keys.favourite"))->isChecked());

    QVERIFY(trigger("keys.goTo"));
    CommandPalette *palette = m_window->palettePopup();
    QTRY_VERIFY(palette->isVisible());
    QAbstractItemModel *found = palette->list()->model();
    QCOMPARE(found->index(0, 0).data().toString(), QStringLiteral("order:2024:"));
    QVERIFY(found->index(0, 0).data(PaletteModel::FavouriteRole).toBool());
    // The star can be taken back in the list.
    QTest::keyClick(palette->field(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!page()->actions().isFavourite(KeySelection::ofPrefix("order:2024:")));
    palette->hide();
}

void tst_SessionPage::recentKeysAreKeptOrNot()
{
    QVERIFY(openRecord(A));
    QVERIFY(openRecord(B));
    const KeyMarks &marks = page()->actions().marks();
    QCOMPARE(marks.recent(), (QList<QByteArray>{B, A}));
    QCOMPARE(marks.file(), QString()); // the demo leaves nothing behind
    app().settings.setValue(Key::KeepRecentKeys, false);
    QVERIFY(marks.recent().isEmpty());
    QVERIFY(openRecord(C));
    QVERIFY(marks.recent().isEmpty());
}

void tst_SessionPage::savedProfilesKeepTheirMarks()
{
    Profile profile = page()->session().profile();
    profile.id = QStringLiteral("saved");
    QVERIFY(app().profiles.save(profile));
    Session *session = m_workbench->sessions().open(profile, m_workbench->sessions().demo()->secret());
    QTRY_COMPARE(&page()->session(), session);
    page()->actions().setFavourite(KeySelection::ofKey(A), true);
    m_workbench->sessions().close(session);
    const QString file = KeyMarks::fileFor(QFileInfo(app().settings.file()).absolutePath(), profile.id);
    QVERIFY(QFileInfo::exists(file));
    session = m_workbench->sessions().open(profile, m_workbench->sessions().demo()->secret());
    QTRY_COMPARE(&page()->session(), session);
    QVERIFY(page()->actions().isFavourite(KeySelection::ofKey(A)));
}

void tst_SessionPage::watches()
{
    QVERIFY(listOrders());
    tree()->setCurrentIndex(model()->indexOfBranch("order:2024:"));
    tree()->setFocus();
    const KeySelection branch = KeySelection::ofPrefix("order:2024:");
    QVERIFY(!page()->actions().isWatched(branch));
    QVERIFY(trigger("keys.watch"));
    QVERIFY(page()->actions().isWatched(branch));
    // A pattern may cover more than was asked for.
    const auto isHeard = [this] {
        const QList<QByteArray> patterns = page()->session().status().watchedPatterns;
        return std::any_of(patterns.cbegin(), patterns.cend(), [](const QByteArray &pattern) {
            return pattern.endsWith('*') && QByteArrayView("order:2024:").startsWith(pattern.chopped(1));
        });
    };
    QTRY_VERIFY(isHeard());
    QCOMPARE(page()->actions().watches().places(), QSet<QByteArray>{"order:2024:"});
    QVERIFY(trigger("keys.watch"));
    QVERIFY(!page()->actions().isWatched(branch));
    page()->actions().setWatched(KeySelection::ofKeys({A, B}), true);
    QVERIFY(page()->actions().isWatched(KeySelection::ofKey(A)));
    QVERIFY(!page()->actions().isWatched(KeySelection::ofKeys({A, C})));
    QVERIFY(!page()->actions().isWatched({}));
}

void tst_SessionPage::copies()
{
    QVERIFY(openRecord(A));
    const QByteArray value = page()->currentRecord()->editor().bytes();
    SessionActions &actions = page()->actions();
    actions.copyKeys(KeySelection::ofKeys({A, B}), KeyForm::Key);
    QCOMPARE(clipboard(), QString::fromUtf8(A + '\n' + B));
    actions.copyKeys(KeySelection::ofPrefix("order:"), KeyForm::Key);
    QCOMPARE(clipboard(), QStringLiteral("order:"));
    actions.copyKeys(KeySelection::ofKey(A), KeyForm::Value);
    QTRY_COMPARE(clipboard().toUtf8(), value);
    actions.copyKeys(KeySelection::ofKey(A), KeyForm::Curl);
    QVERIFY(clipboard().startsWith(QLatin1String("curl ")));
    QVERIFY(!clipboard().contains(m_workbench->sessions().demo()->secret()));
    actions.copyKeys(KeySelection::ofKey(A), KeyForm::RawFrame);
    QVERIFY(clipboard().contains(QLatin1String("\"op\":1")));

    QCOMPARE(KeyCopier::asJson({}), QByteArray("{}"));
    QCOMPARE(KeyCopier::asJson({{"a\"", "1.0"}, {"b", "{ \"x\": 1e400 }"}, {"c", "text"}}),
             QByteArray("{\n  \"a\\\"\": 1.0,\n  \"b\": { \"x\": 1e400 },\n  \"c\": \"text\"\n}"));
}

void tst_SessionPage::copyingReadsFirst()
{
    // Not known yet: read for it.
    page()->actions().copyKeys(KeySelection::ofKeys({A, B}), KeyForm::Json);
    QTRY_VERIFY(clipboard().contains(QString::fromUtf8(B)));
    QVERIFY(clipboard().startsWith(QLatin1String("{\n")));
    // Gone meanwhile.
    const QString notice = QStringLiteral("copy/") + page()->session().id();
    page()->actions().copyKeys(KeySelection::ofKey("no:such:key"), KeyForm::Value);
    QTRY_VERIFY(app().notices.notice(notice));
    QList<QByteArray> many;
    for (int i = 0; i < 500; ++i)
        many.append("many:" + QByteArray::number(i));
    page()->actions().copyKeys(KeySelection::ofKeys(many), KeyForm::Value);
    QVERIFY(app().notices.notice(notice)->text.contains(QLatin1String("500")));
}

void tst_SessionPage::duplicates()
{
    page()->actions().duplicateKey(A);
    QTRY_VERIFY(page()->currentRecord() && page()->currentRecord()->isNew());
    const std::optional<std::string> stored = m_workbench->sessions().demo()->server().get(A.toStdString());
    QTRY_COMPARE(page()->currentRecord()->editor().bytes(), QByteArray::fromStdString(*stored));
    page()->currentRecord()->discard();
    page()->actions().duplicateKey("no:such:key");
    QTRY_VERIFY(app().notices.notice(QStringLiteral("duplicate/") + page()->session().id()));
}

void tst_SessionPage::proposesTheNextNumber()
{
    m_workbench->sessions().demo()->server().put("ticket:0041", "{}");
    m_workbench->sessions().demo()->server().put("ticket:0042", "{}");
    page()->session().loadBranch("ticket:");
    QTRY_VERIFY(page()->session().mirror().isKnown("ticket:0042"));
    page()->actions().createKey("ticket:");
    const auto proposed = [this] { return page()->currentRecord()->findChild<NewKeyRow *>()->key(); };
    QCOMPARE(proposed(), QByteArray("ticket:0043"));
    QVERIFY(!page()->currentRecord()->isDirty());
    // A copy goes behind the last, too.
    page()->actions().duplicateKey("ticket:0041");
    QTRY_VERIFY(page()->currentRecord()->editor().bytes() == "{}");
    QCOMPARE(proposed(), QByteArray("ticket:0043"));
    page()->currentRecord()->discard();
}

void tst_SessionPage::beginsWithTheTemplate()
{
    m_workbench->sessions().demo()->server().put("ticket:1", R"({"state": "open"})");
    page()->actions().saveTemplate("ticket:1");
    const QString notice = QStringLiteral("template/") + page()->session().id();
    QTRY_VERIFY(app().notices.notice(notice));
    QCOMPARE(app().notices.notice(notice)->severity, Severity::Good);
    QVERIFY(page()->actions().hasTemplate("ticket:"));
    page()->actions().createKey("ticket:");
    QCOMPARE(page()->currentRecord()->editor().bytes(), QByteArray(R"({"state": "open"})"));
    page()->currentRecord()->discard();
    page()->actions().createKey("other:");
    QCOMPARE(page()->currentRecord()->editor().bytes(), QByteArray());

    page()->actions().forgetTemplate("ticket:");
    QVERIFY(!app().notices.notice(notice));
    page()->actions().createKey("ticket:");
    QCOMPARE(page()->currentRecord()->editor().bytes(), QByteArray());
    page()->actions().saveTemplate("no:such:key");
    QTRY_VERIFY(app().notices.notice(notice));
    QCOMPARE(app().notices.notice(notice)->severity, Severity::Error);
}

void tst_SessionPage::undoesADelete()
{
    hpkv::emulator::Server &server = m_workbench->sessions().demo()->server();
    server.put("ticket:1", "open");
    page()->deleteKey("ticket:1");
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    const auto buttons = box->buttons();
    for (QAbstractButton *each : buttons) {
        if (box->buttonRole(each) != QMessageBox::RejectRole)
            QTest::mouseClick(each, Qt::LeftButton);
    }
    const QString notice = QStringLiteral("journal/%1/offer").arg(page()->session().id());
    QTRY_VERIFY(app().notices.notice(notice));
    QVERIFY(!server.get("ticket:1"));
    QVERIFY(trigger(app().notices.notice(notice)->actionCommand.toLatin1().constData()));
    QTRY_COMPARE(server.get("ticket:1"), std::string("open"));
}

void tst_SessionPage::comparesWritesInATab()
{
    WriteRequest request;
    request.key = "ticket:1";
    request.value = "new";
    page()->session().write(request);
    QTRY_COMPARE(page()->journal()->model().rowCount(), 1);
    QTRY_COMPARE(page()->journal()->model().lineAt(0)->state, JournalState::Done);
    Comparison comparison;
    comparison.key = request.key;
    comparison.right = request.value;
    emit page()->journal()->compareRequested(comparison);
    QVERIFY(qobject_cast<DiffTab *>(page()->currentTab()));
    QVERIFY(page()->currentTab()->title().contains(QStringLiteral("ticket:1")));
}

void tst_SessionPage::revealsTheLastKey()
{
    m_workbench->sessions().demo()->server().put("order:2024:9999", "{}");
    page()->actions().revealLast("order:2024:");
    QVERIFY(page()->actions().isLookingForLast());
    const QString notice = QStringLiteral("last/") + page()->session().id();
    QVERIFY(app().notices.notice(notice));
    QTRY_COMPARE(current(), QByteArray("order:2024:9999"));
    QTRY_COMPARE(page()->keys()->currentKey(), QByteArray("order:2024:9999"));
    QVERIFY(!app().notices.notice(notice));
    QVERIFY(!page()->actions().isLookingForLast());
    page()->actions().revealLast("nothing:here:");
    QTRY_VERIFY(app().notices.notice(notice)
                && app().notices.notice(notice)->title.contains(QLatin1String("has no keys")));
    page()->actions().revealLast("order:2024:");
    QVERIFY(trigger("keys.stopLast"));
    QTRY_VERIFY(!app().notices.notice(notice));
}

void tst_SessionPage::showsStatistics()
{
    QVERIFY(listOrders());
    tree()->setCurrentIndex(model()->indexOfBranch("order:2024:"));
    tree()->setFocus();
    QVERIFY(trigger("keys.statistics"));
    QPointer<StatisticsDialog> dialog = m_window->findChild<StatisticsDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->statistics() && dialog->statistics()->keys > 0);
    // It goes with the session.
    m_workbench->sessions().close(&page()->session());
    QTRY_VERIFY(dialog.isNull());
}

void tst_SessionPage::crumbsLeadUpwards()
{
    QVERIFY(listOrders());
    QVERIFY(openRecord(A));
    auto *crumbs = page()->currentRecord()->findChild<KeyLabel *>();
    QCOMPARE(crumbs->paths(), (QList<QByteArray>{"order:", "order:2024:", A}));
    tree()->collapseAll();
    QTest::mouseClick(crumbs, Qt::LeftButton, {}, crumbs->segmentRect(1).center());
    QTRY_VERIFY(tree()->isExpanded(model()->indexOfBranch("order:2024:")));
    // What stands beside the key.
    QTest::mouseClick(crumbs, Qt::LeftButton, {}, crumbs->segmentRect(2).center());
    QTRY_VERIFY(popup());
    QAction *beside = nullptr;
    for (QAction *action : popup()->actions()) {
        if (action->text() == QLatin1String("5001"))
            beside = action;
    }
    QVERIFY(beside);
    beside->trigger();
    popup()->close();
    QTRY_COMPARE(current(), B);
}

void tst_SessionPage::quickOpenLooksInTheStore()
{
    m_workbench->sessions().demo()->server().put("zz:hidden:1", "1");
    QVERIFY(!page()->session().mirror().isKnown("zz:hidden:1"));
    QVERIFY(trigger("view.goTo"));
    CommandPalette *palette = m_window->palettePopup();
    QTRY_VERIFY(palette->isVisible());
    QVERIFY(!palette->stateLabel()->isVisible());
    QTest::keyClicks(palette->field(), QStringLiteral("zz:"));
    QVERIFY(palette->stateLabel()->isVisible());
    QVERIFY(palette->stateLabel()->text().contains(QLatin1String("Looking")));
    const auto shown = [palette] {
        QStringList texts;
        for (int row = 0; row < palette->list()->model()->rowCount(); ++row)
            texts.append(palette->list()->model()->index(row, 0).data().toString());
        return texts;
    };
    QTRY_VERIFY(shown().contains(QStringLiteral("zz:hidden:1")));
    QCOMPARE(palette->list()->currentIndex().row(), 0); // what was current stays
    palette->hide();
}

void tst_SessionPage::whatNobodyGivesIsNotOffered()
{
    QVERIFY(listOrders());
    SessionActions &actions = page()->actions();
    tree()->setCurrentIndex(model()->indexOfKey(A));
    tree()->setFocus();
    KeySelection exported;
    actions.given.exportKeys = {};
    QVERIFY(!trigger("keys.export"));
    actions.given.exportKeys = [&exported](const KeySelection &selection) { exported = selection; };
    QVERIFY(trigger("keys.export"));
    QCOMPARE(exported, KeySelection::ofKey(A));
    actions.given.deleteKeys = {};
    QVERIFY(actions.can(KeyVerb::Delete, KeySelection::ofKey(A)));
    QVERIFY(!actions.can(KeyVerb::Delete, KeySelection::ofPrefix("order:")));
    // A range is watched by what its ends begin with.
    QVERIFY(actions.can(KeyVerb::Watch, {{}, {{"a", "b"}}}));
}

void tst_SessionPage::readOnlyWritesNothing()
{
    Profile profile = page()->session().profile();
    profile.id = QStringLiteral("readonly");
    profile.safety = SafetyLevel::ReadOnly;
    Session *session = m_workbench->sessions().open(profile, m_workbench->sessions().demo()->secret());
    QTRY_COMPARE(&page()->session(), session);
    SessionActions &actions = page()->actions();
    actions.given.deleteKeys = [](const KeySelection &) { QFAIL("asked to delete"); };
    const KeySelection one = KeySelection::ofKey(A);
    for (const KeyVerb verb : {KeyVerb::Create, KeyVerb::Duplicate, KeyVerb::Rename, KeyVerb::Delete,
                               KeyVerb::Patch, KeyVerb::Increment, KeyVerb::Import})
        QVERIFY(!actions.can(verb, one));
    QVERIFY(actions.can(KeyVerb::Statistics, one));
}

void tst_SessionPage::recordHasAWatchButton()
{
    QVERIFY(openRecord(A));
    auto *button = page()->currentRecord()->findChild<WatchButton *>();
    QVERIFY(button && button->isVisible() && !button->isChecked());
    button->click();
    WatchList &list = page()->actions().watches().list();
    QVERIFY(list.contains(WatchPattern::key(A)));
    QVERIFY(button->isChecked());
    button->click();
    QVERIFY(!list.contains(WatchPattern::key(A)));
    QVERIFY(!button->isChecked());
    // What a wider pattern hears cannot be ended here.
    list.put({WatchPattern::prefix("order:"), true});
    QVERIFY(button->isChecked() && !button->isEnabled());
    QVERIFY2(button->toolTip().contains(u"order:*"_qs), qPrintable(button->toolTip()));
    list.remove(WatchPattern::prefix("order:"));
    QVERIFY(!button->isChecked() && button->isEnabled());
}

void tst_SessionPage::recordSaysThatItIsOfNow()
{
    QVERIFY(openRecord(A));
    QVERIFY(openRecord(B));
    PageHistory &history = page()->history();
    auto *hint = history.bar()->findChild<QWidget *>(QStringLiteral("hint"));
    QVERIFY(trigger("history.bar"));
    history.travel().goTo(1'000'000'000'000);
    // The history of the record that was open is in front.
    QVERIFY(qobject_cast<KeyHistoryTab *>(page()->currentTab()));
    QVERIFY(hint->isHidden());
    QVERIFY(openRecord(A));
    QVERIFY(!hint->isHidden());
    hint->findChild<QAbstractButton *>()->click();
    const auto *past = qobject_cast<KeyHistoryTab *>(page()->currentTab());
    QVERIFY(past);
    QCOMPARE(past->key(), A);
    QVERIFY(hint->isHidden());
    QVERIFY(openRecord(A));
    history.travel().goToNow();
    QVERIFY(hint->isHidden());
}

void tst_SessionPage::branchBetweenTwoMoments()
{
    page()->actions().showMoments("order:");
    const auto *tab = qobject_cast<MomentsTab *>(page()->currentTab());
    QVERIFY(tab);
    QCOMPARE(tab->prefix(), QByteArray("order:"));
    QVERIFY(!page()->history().bar()->isHidden()); // moments are taken from it
}

QTEST_MAIN(tst_SessionPage)
#include "tst_sessionpage.moc"
