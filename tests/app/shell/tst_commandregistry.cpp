// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/commandregistry.h"

#include "shell/commands.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include "failonwarning.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestCommandRegistry : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isDisabledWithoutAHandler();
    void runsTheHandler();
    void asksWhetherItIsEnabled();
    void checkedStateComesFromTheHandler();
    void focusDecides();
    void visiblePlaceBeforeTheWindow();
    void hiddenPlaceDoesNotCount();
    void destroyedPlaceIsForgotten();
    void handlerMayDestroyItsPlace();
    void addingTwiceGivesTheSameAction();
    void menusHaveSeparatorsBetweenGroups();
    void shortcutsOfTheApplicationAreUnique();
    void everyStandardCommandIsComplete();

private:
    static CommandSpec spec(const char *id, const char *menu = "", int group = 0)
    {
        CommandSpec result;
        result.id = QString::fromLatin1(id);
        result.text = result.id;
        result.menu = QString::fromLatin1(menu);
        result.group = group;
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CommandRegistry> m_registry;
};

void TestCommandRegistry::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_registry.reset();
    m_theme.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.json")));
    m_theme = std::make_unique<Theme>(*m_settings);
    m_registry = std::make_unique<CommandRegistry>(*m_theme);
}

void TestCommandRegistry::isDisabledWithoutAHandler()
{
    QAction *action = m_registry->add(spec("a"));
    QVERIFY(!action->isEnabled());
    QVERIFY(!m_registry->trigger(QStringLiteral("a")));
    QVERIFY(!m_registry->trigger(QStringLiteral("unknown")));
    QVERIFY(!m_registry->action(QStringLiteral("unknown")));
}

void TestCommandRegistry::runsTheHandler()
{
    QAction *action = m_registry->add(spec("a"));
    QWidget window;
    int runs = 0;
    m_registry->handle(QStringLiteral("a"), &window, {[&runs] { ++runs; }, {}, {}});
    QTRY_VERIFY(action->isEnabled());
    QVERIFY(m_registry->trigger(QStringLiteral("a")));
    action->trigger();
    QCOMPARE(runs, 2);
}

void TestCommandRegistry::asksWhetherItIsEnabled()
{
    QAction *action = m_registry->add(spec("a"));
    QWidget window;
    bool allowed = false;
    int runs = 0;
    m_registry->handle(QStringLiteral("a"), &window,
                       {[&runs] { ++runs; }, [&allowed] { return allowed; }, {}});
    QSignalSpy refreshed(m_registry.get(), &CommandRegistry::refreshed);
    QVERIFY(refreshed.wait());
    QVERIFY(!action->isEnabled());
    QVERIFY(!m_registry->trigger(QStringLiteral("a")));
    allowed = true;
    // Asked at once, even before the action learnt of it.
    QVERIFY(m_registry->trigger(QStringLiteral("a")));
    QCOMPARE(runs, 1);
    QTRY_VERIFY(action->isEnabled());
}

void TestCommandRegistry::checkedStateComesFromTheHandler()
{
    CommandSpec checkable = spec("a");
    checkable.checkable = true;
    QAction *action = m_registry->add(checkable);
    QWidget window;
    bool on = false;
    m_registry->handle(QStringLiteral("a"), &window, {[&on] { on = !on; }, {}, [&on] { return on; }});
    m_registry->trigger(QStringLiteral("a"));
    QVERIFY(on);
    QTRY_VERIFY(action->isChecked());
    on = false;
    m_registry->refresh();
    QTRY_VERIFY(!action->isChecked());
}

void TestCommandRegistry::focusDecides()
{
    m_registry->add(spec("a"));
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    QString ran;
    for (const char *name : {"left", "right"}) {
        auto *place = new QWidget(&window);
        auto *field = new QLineEdit(place);
        field->setObjectName(QString::fromLatin1(name));
        row->addWidget(place);
        m_registry->handle(QStringLiteral("a"), place,
                           {[&ran, name] { ran = QString::fromLatin1(name); }, {}, {}});
    }
    m_registry->handle(QStringLiteral("a"), &window, {[&ran] { ran = QStringLiteral("window"); }, {}, {}});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (const char *name : {"left", "right"}) {
        window.findChild<QLineEdit *>(QString::fromLatin1(name))->setFocus();
        m_registry->trigger(QStringLiteral("a"));
        QCOMPARE(ran, QString::fromLatin1(name));
    }
}

void TestCommandRegistry::visiblePlaceBeforeTheWindow()
{
    m_registry->add(spec("a"));
    QWidget window;
    QString ran;
    auto *tab = new QWidget(&window);
    m_registry->handle(QStringLiteral("a"), tab, {[&ran] { ran = QStringLiteral("tab"); }, {}, {}});
    m_registry->handle(QStringLiteral("a"), &window, {[&ran] { ran = QStringLiteral("window"); }, {}, {}});
    window.show();
    m_registry->trigger(QStringLiteral("a"));
    QCOMPARE(ran, QStringLiteral("tab"));
}

void TestCommandRegistry::hiddenPlaceDoesNotCount()
{
    QAction *action = m_registry->add(spec("a"));
    QWidget window;
    auto *tab = new QWidget(&window);
    m_registry->handle(QStringLiteral("a"), tab, {[] {}, {}, {}});
    window.show();
    QTRY_VERIFY(action->isEnabled());
    tab->hide();
    QTRY_VERIFY(!action->isEnabled());
    QVERIFY(!m_registry->trigger(QStringLiteral("a")));
}

void TestCommandRegistry::destroyedPlaceIsForgotten()
{
    QAction *action = m_registry->add(spec("a"));
    QWidget window;
    auto *tab = new QWidget(&window);
    m_registry->handle(QStringLiteral("a"), tab, {[] {}, {}, {}});
    window.show();
    QTRY_VERIFY(action->isEnabled());
    delete tab;
    QVERIFY(!m_registry->trigger(QStringLiteral("a")));
    QTRY_VERIFY(!action->isEnabled());
}

void TestCommandRegistry::handlerMayDestroyItsPlace()
{
    m_registry->add(spec("a"));
    QWidget window;
    auto *tab = new QWidget(&window);
    bool ended = false;
    m_registry->handle(QStringLiteral("a"), tab,
                       {[&ended, tab] {
                            delete tab;
                            ended = true;
                        },
                        {},
                        {}});
    window.show();
    QVERIFY(m_registry->trigger(QStringLiteral("a")));
    QVERIFY(ended);
}

void TestCommandRegistry::addingTwiceGivesTheSameAction()
{
    const QSignalSpy added(m_registry.get(), &CommandRegistry::commandAdded);
    QAction *first = m_registry->add(spec("a"));
    QCOMPARE(m_registry->add(spec("a", "file")), first);
    QCOMPARE(added.size(), 1);
    QCOMPARE(m_registry->commands().size(), 1);
}

void TestCommandRegistry::menusHaveSeparatorsBetweenGroups()
{
    m_registry->add(spec("late", "file", 2));
    m_registry->add(spec("early", "file", 0));
    m_registry->add(spec("early too", "file", 0));
    m_registry->add(spec("elsewhere", "edit", 0));
    QStringList shown;
    const QList<QAction *> actions = m_registry->menu(QStringLiteral("file"));
    for (const QAction *action : actions)
        shown.append(action->isSeparator() ? QStringLiteral("-") : action->text());
    QCOMPARE(shown, (QStringList{QStringLiteral("early"), QStringLiteral("early too"), QStringLiteral("-"),
                                 QStringLiteral("late")}));
}

void TestCommandRegistry::shortcutsOfTheApplicationAreUnique()
{
    addStandardCommands(*m_registry);
    QSet<QKeySequence> seen;
    const QList<CommandSpec> specs = m_registry->commands();
    QVERIFY(specs.size() > 40);
    for (const CommandSpec &one : specs) {
        for (const QKeySequence &keys : m_registry->action(one.id)->shortcuts()) {
            QVERIFY2(!seen.contains(keys), qPrintable(one.id + QStringLiteral(": ") + keys.toString()));
            seen.insert(keys);
        }
    }
}

void TestCommandRegistry::everyStandardCommandIsComplete()
{
    addStandardCommands(*m_registry);
    const QList<CommandSpec> specs = m_registry->commands();
    for (const CommandSpec &one : specs) {
        QVERIFY2(!one.text.isEmpty(), qPrintable(one.id));
        QVERIFY2(!one.text.contains(QLatin1Char('&')), qPrintable(one.id));
        QVERIFY2(!one.text.contains(QLatin1Char('!')), qPrintable(one.id));
        QVERIFY2(one.icon.isEmpty() || !m_theme->icon(one.icon).isNull(), qPrintable(one.icon));
    }
}

QTEST_MAIN(TestCommandRegistry)
#include "tst_commandregistry.moc"
