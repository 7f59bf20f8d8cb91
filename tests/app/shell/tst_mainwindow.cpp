// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/mainwindow.h"

#include "browser/keytreeview.h"
#include "editor/jsoneditor.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "session/demoserver.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobs.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/commandpalette.h"
#include "shell/commandregistry.h"
#include "shell/sessionpage.h"
#include "shell/settings.h"
#include "shell/shortcutsheet.h"
#include "shell/statusline.h"
#include "shell/theme.h"
#include "shell/welcomepage.h"
#include "shell/workbench.h"

#include "failonwarning.h"

#include <hpkv/emulator/server.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace Studio;

namespace
{

const auto SomeKey = QByteArrayLiteral("order:2024:5000");
const auto OtherKey = QByteArrayLiteral("order:2024:5001");

} // namespace

/// The real window on the real demo store.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void startsOnTheWelcomePage();
    void welcomePageOpensTheDemo();
    void demoConnects();
    void singleClicksUseOneTab();
    void paletteGoesToAKey();
    void paletteRunsACommand();
    void closingAsksWhenAnEditIsNotSaved();
    void closingNamesJobsThatAreUnderWay();
    void closingATabAsksWhenItsEditIsNotSaved();
    void disconnectingGoesBackToTheWelcomePage();
    void twoSessionsSwitch();
    void layoutIsRemembered();
    void layoutIsNotKeptWhenNotWanted();
    void resetLayoutBringsDocksBack();
    void readOnlyProfileOffersNoNewKey();
    void deletingAsksAndDeletes();
    void titleAndStatusNameNoSecret();
    void everyControlHasAName();
    void everyMenuHasCommands();
    void shortcutSheetListsEveryShortcut();

private:
    bool openDemo();
    bool openRecord(const QByteArray &key, bool pinned = true);
    bool edit();
    QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }
    static void answer(QMessageBox *box, QMessageBox::ButtonRole role);
    SessionPage *page() const { return m_window->currentPage(); }
    QWidget *dock(const char *name) const
    {
        return m_window->findChild<QDockWidget *>(QString::fromLatin1(name));
    }
    bool trigger(const char *id) { return m_workbench->context().commands.trigger(QString::fromLatin1(id)); }
    void makeWindow();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_workbench = std::make_unique<Workbench>(WorkbenchPaths::below(m_folder->path()), new MemorySecretStore);
    m_workbench->context().theme.applyTo(*qApp);
    makeWindow();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    QApplication::setStyle(QStringLiteral("fusion")); // the style reads the theme
    m_workbench.reset();
}

void TestMainWindow::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_workbench->context(), m_workbench->sessions());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

bool TestMainWindow::openDemo()
{
    m_workbench->sessions().openDemo(0, 1);
    return QTest::qWaitFor([this] {
        return page() && page()->session().status().line == LineState::Connected
            && page()->keys()->isLevelListed({});
    });
}

bool TestMainWindow::openRecord(const QByteArray &key, bool pinned)
{
    const RecordTab *tab = page()->openKey(key, pinned);
    return QTest::qWaitFor([tab] {
        return tab->controller().presence() == RecordController::Presence::Present
            && tab->editor().size() > 0;
    });
}

bool TestMainWindow::edit()
{
    RecordTab *tab = page()->currentRecord();
    tab->editor().updateBytes(tab->editor().bytes() + " ", false, true);
    return QTest::qWaitFor([tab] { return tab->isDirty(); });
}

void TestMainWindow::answer(QMessageBox *box, QMessageBox::ButtonRole role)
{
    const QList<QAbstractButton *> buttons = box->buttons();
    for (QAbstractButton *button : buttons) {
        if (box->buttonRole(button) == role) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL("no such answer");
}

void TestMainWindow::startsOnTheWelcomePage()
{
    QVERIFY(!page());
    QVERIFY(m_window->findChild<WelcomePage *>()->isVisible());
    QVERIFY(!m_window->findChild<QToolBar *>()->isVisible());
    QVERIFY(!dock("keysDock")->isVisible());
    QVERIFY(!dock("liveDock")->isVisible());
    QCOMPARE(m_window->statusLine()->stateText(), QStringLiteral("Not connected"));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("HPKV Studio"));
}

void TestMainWindow::welcomePageOpensTheDemo()
{
    QAbstractButton *demo = nullptr;
    const auto buttons = m_window->findChild<WelcomePage *>()->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->text() == QStringLiteral("Open the demo"))
            demo = button;
    }
    QVERIFY(demo);
    QTest::mouseClick(demo, Qt::LeftButton);
    QTRY_VERIFY(page());
    QTRY_COMPARE(m_window->statusLine()->stateText(), QStringLiteral("Connected"));
}

void TestMainWindow::demoConnects()
{
    QVERIFY(openDemo());
    QVERIFY(m_window->findChild<QToolBar *>()->isVisible());
    QVERIFY(dock("keysDock")->isVisible());
    QVERIFY(dock("liveDock")->isVisible());
    QTRY_COMPARE(m_window->statusLine()->stateText(), QStringLiteral("Connected"));
    QVERIFY(openRecord(SomeKey));
    const QString name = page()->session().profile().name;
    QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("order:2024:5000 — %1 — HPKV Studio").arg(name));
}

void TestMainWindow::singleClicksUseOneTab()
{
    QVERIFY(openDemo());
    QVERIFY(openRecord(SomeKey, false));
    QCOMPARE(page()->tabCount(), 1);
    QVERIFY(openRecord(OtherKey, false));
    QCOMPARE(page()->tabCount(), 1);
    QCOMPARE(page()->currentRecord()->key(), OtherKey);
    // Chosen for good: the next single click gets a tab of its own.
    QVERIFY(openRecord(OtherKey, true));
    QVERIFY(openRecord(SomeKey, false));
    QCOMPARE(page()->tabCount(), 2);
    // What is edited stays, too.
    QVERIFY(edit());
    QVERIFY(openRecord("order:2024:5002", false));
    QCOMPARE(page()->tabCount(), 3);
    page()->currentRecord()->discard();
}

void TestMainWindow::paletteGoesToAKey()
{
    QVERIFY(openDemo());
    QVERIFY(trigger("view.goTo"));
    CommandPalette *palette = m_window->palettePopup();
    QTRY_VERIFY(palette->isVisible());
    QTest::keyClicks(palette->field(), QString::fromLatin1(SomeKey));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QTRY_VERIFY(page()->currentRecord());
    QCOMPARE(page()->currentRecord()->key(), SomeKey);
    QVERIFY(!palette->isVisible());
    QTRY_COMPARE(page()->keys()->currentKey(), SomeKey);
}

void TestMainWindow::paletteRunsACommand()
{
    QVERIFY(openDemo());
    QVERIFY(trigger("view.palette"));
    CommandPalette *palette = m_window->palettePopup();
    QTRY_VERIFY(palette->isVisible());
    QTest::keyClicks(palette->field(), QStringLiteral("dark th"));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QTRY_VERIFY(m_workbench->context().theme.isDark());
}

void TestMainWindow::closingAsksWhenAnEditIsNotSaved()
{
    QVERIFY(openDemo());
    QVERIFY(openRecord(SomeKey));
    QVERIFY(edit());
    QVERIFY(!m_window->close());
    QTRY_VERIFY(question());
    answer(question(), QMessageBox::RejectRole);
    QTRY_VERIFY(!question());
    QVERIFY(m_window->isVisible());
    QVERIFY(page()->currentRecord()->isDirty());

    QVERIFY(!m_window->close());
    QTRY_VERIFY(question());
    answer(question(), QMessageBox::DestructiveRole);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestMainWindow::closingNamesJobsThatAreUnderWay()
{
    QVERIFY(openDemo());
    QVERIFY(!dock("jobsDock")->isVisible());
    JobList &jobs = page()->session().jobs();
    Job *job = jobs.start(Jobs::remove(KeySelection::ofPrefix("order:"), true));
    job->pause();
    QVERIFY(dock("jobsDock")->isVisible());
    QVERIFY(!m_window->close());
    QTRY_VERIFY(question());
    QVERIFY(question()->informativeText().contains(QStringLiteral("Delete order:")));
    answer(question(), QMessageBox::RejectRole);
    QTRY_VERIFY(!question());
    QVERIFY(m_window->isVisible());
    QVERIFY(!job->isOver());

    QVERIFY(trigger("file.closeSession"));
    QTRY_VERIFY(question());
    QVERIFY(question()->informativeText().contains(QStringLiteral("Delete order:")));
    answer(question(), QMessageBox::DestructiveRole);
    QTRY_VERIFY(!page());
    QVERIFY(m_window->close());
}

void TestMainWindow::closingATabAsksWhenItsEditIsNotSaved()
{
    QVERIFY(openDemo());
    QVERIFY(openRecord(SomeKey));
    QVERIFY(edit());
    QVERIFY(trigger("file.closeTab"));
    QTRY_VERIFY(question());
    QCOMPARE(page()->tabCount(), 1);
    answer(question(), QMessageBox::DestructiveRole);
    QTRY_COMPARE(page()->tabCount(), 0);
}

void TestMainWindow::disconnectingGoesBackToTheWelcomePage()
{
    QVERIFY(openDemo());
    QVERIFY(openRecord(SomeKey));
    QVERIFY(trigger("file.closeSession"));
    QTRY_VERIFY(!page());
    QVERIFY(m_window->findChild<WelcomePage *>()->isVisible());
    QVERIFY(!dock("keysDock")->isVisible());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("HPKV Studio"));
    QVERIFY(openDemo());
    QVERIFY(dock("keysDock")->isVisible());
}

void TestMainWindow::twoSessionsSwitch()
{
    QVERIFY(openDemo());
    Session *first = &page()->session();
    QVERIFY(openRecord(SomeKey));

    DemoServer server(0, 2);
    QVERIFY(server.start());
    Profile profile = server.profile();
    profile.id = QStringLiteral("second");
    profile.name = QStringLiteral("Second");
    Session *second = m_workbench->sessions().open(profile, server.secret());
    QTRY_COMPARE(&page()->session(), second);
    QCOMPARE(page()->tabCount(), 0);
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Second — ")));
    QTRY_VERIFY(page()->keys()->isVisible());

    m_window->showSession(first);
    QCOMPARE(&page()->session(), first);
    QCOMPARE(page()->currentRecord()->key(), SomeKey);
    QVERIFY(page()->keys()->isVisible());

    // What is open already is not opened again but shown.
    m_window->showSession(second);
    QVERIFY(trigger("file.demo"));
    QCOMPARE(&page()->session(), first);
    QCOMPARE(m_workbench->sessions().sessions().size(), 2);

    m_workbench->sessions().close(first);
    QTRY_COMPARE(&page()->session(), second);
    m_workbench->sessions().close(second);
    QTRY_VERIFY(!page());
}

void TestMainWindow::layoutIsRemembered()
{
    QVERIFY(openDemo());
    QVERIFY(trigger("view.live"));
    QVERIFY(!dock("liveDock")->isVisible());
    QVERIFY(m_window->close());
    m_window.reset();
    makeWindow();
    QVERIFY(openDemo());
    QVERIFY(!dock("liveDock")->isVisible());
    QVERIFY(dock("keysDock")->isVisible());
}

void TestMainWindow::layoutIsNotKeptWhenNotWanted()
{
    m_workbench->context().settings.setValue(Key::KeepWindowLayout, false);
    QVERIFY(openDemo());
    QVERIFY(trigger("view.live"));
    QVERIFY(m_window->close());
    QCOMPARE(m_workbench->context().settings.value(Key::WindowState), QByteArray());
    QCOMPARE(m_workbench->context().settings.value(Key::WindowGeometry), QByteArray());
}

void TestMainWindow::resetLayoutBringsDocksBack()
{
    QVERIFY(openDemo());
    QVERIFY(trigger("view.keys"));
    QVERIFY(trigger("view.moveLive"));
    QVERIFY(!dock("keysDock")->isVisible());
    QVERIFY(trigger("view.resetLayout"));
    QVERIFY(dock("keysDock")->isVisible());
    auto *live = qobject_cast<QDockWidget *>(dock("liveDock"));
    QCOMPARE(m_window->dockWidgetArea(live), Qt::BottomDockWidgetArea);
}

void TestMainWindow::readOnlyProfileOffersNoNewKey()
{
    DemoServer server(0, 3);
    QVERIFY(server.start());
    Profile profile = server.profile();
    profile.id = QStringLiteral("looking");
    profile.safety = SafetyLevel::ReadOnly;
    m_workbench->sessions().open(profile, server.secret());
    QTRY_VERIFY(page() && page()->session().status().line == LineState::Connected);
    QVERIFY(!trigger("keys.new"));
    QCOMPARE(page()->tabCount(), 0);
}

void TestMainWindow::deletingAsksAndDeletes()
{
    QVERIFY(openDemo());
    auto &server = m_workbench->sessions().demo()->server();
    page()->deleteKey(SomeKey);
    QTRY_VERIFY(question());
    answer(question(), QMessageBox::RejectRole);
    QTRY_VERIFY(!question());
    QVERIFY(server.get(SomeKey.toStdString()).has_value());

    page()->deleteKey(SomeKey);
    QTRY_VERIFY(question());
    answer(question(), QMessageBox::DestructiveRole);
    QTRY_VERIFY(!server.get(SomeKey.toStdString()).has_value());
}

void TestMainWindow::titleAndStatusNameNoSecret()
{
    QVERIFY(openDemo());
    QVERIFY(openRecord(SomeKey));
    const QString secret = m_workbench->sessions().demo()->secret();
    QVERIFY(secret.size() > 4);
    QVERIFY(!m_window->windowTitle().contains(secret));
    const auto children = m_window->findChildren<QWidget *>();
    for (const QWidget *child : children) {
        QVERIFY(!child->toolTip().contains(secret));
        QVERIFY(!child->accessibleName().contains(secret));
    }
}

void TestMainWindow::everyControlHasAName()
{
    QVERIFY(openDemo());
    QVERIFY(openRecord(SomeKey));
    const QWidgetList widgets = QApplication::allWidgets();
    int seen = 0;
    for (QWidget *widget : widgets) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
                            || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget)
                            || qobject_cast<QAbstractSpinBox *>(widget);
        // Parts of other controls speak through those.
        if (!isControl || !widget->isVisible() || widget->objectName().startsWith(QLatin1StringView("qt_")))
            continue;
        const QString parentClass = QString::fromLatin1(
            widget->parentWidget() ? widget->parentWidget()->metaObject()->className() : "");
        if (parentClass == QLatin1StringView("QLineEdit") || parentClass == QLatin1StringView("QTabBar")
            || parentClass == QLatin1StringView("QToolBar"))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(QStringLiteral("%1 %2 in %3")
                                .arg(QString::fromLatin1(widget->metaObject()->className()),
                                     widget->objectName(), parentClass)));
        ++seen;
    }
    QVERIFY(seen > 8);
}

void TestMainWindow::everyMenuHasCommands()
{
    auto *bar = m_window->findChild<QMenuBar *>();
    QCOMPARE(bar->actions().size(), menuNames().size());
    const QList<QAction *> menus = bar->actions();
    for (const QAction *entry : menus) {
        QVERIFY(entry->menu());
        QVERIFY2(!entry->menu()->actions().isEmpty(), qPrintable(entry->text()));
    }
}

void TestMainWindow::shortcutSheetListsEveryShortcut()
{
    const CommandRegistry &commands = m_workbench->context().commands;
    const ShortcutSheet sheet(m_workbench->context().theme, commands);
    QString all;
    const auto labels = sheet.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        all += label->text() + QLatin1Char('\n');
    const QList<CommandSpec> specs = commands.commands();
    for (const CommandSpec &spec : specs) {
        for (const QKeySequence &keys : spec.shortcuts)
            QVERIFY2(spec.menu.isEmpty() || all.contains(keys.toString(QKeySequence::NativeText)),
                     qPrintable(spec.id));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
