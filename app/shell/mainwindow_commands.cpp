// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/mainwindow_p.h"

#include "browser/keytreeview.h"
#include "editor/recordtab.h"
#include "live/panel/livepanel.h"
#include "profiles/profilestore.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/appcontext.h"
#include "shell/commandpalette.h"
#include "shell/commandregistry.h"
#include "shell/dockgrip.h"
#include "shell/profilebutton.h"
#include "shell/sessionactions.h"
#include "shell/sessionopener.h"
#include "shell/sessionpage.h"
#include "shell/settings.h"
#include "shell/shortcutsheet.h"
#include "shell/windowparts.h"

#include <QApplication>
#include <QMetaMethod>
#include <QToolBar>

namespace Studio
{

namespace
{

constexpr int SmallestText = 9;
constexpr int LargestText = 24;

bool lineIsDown(const SessionStatus &status)
{
    return status.line == LineState::Reconnecting || status.line == LineState::Failed;
}

} // namespace

void MainWindow::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {}) {
        d->app.commands.handle(QString::fromLatin1(id), this, {std::move(run), std::move(enabled), {}});
    };
    const auto hasPage = [this] { return !d->current.isNull(); };
    const auto hasTab = [this] { return d->current && d->current->currentTab(); };

    on("file.connect", [this] { d->opener->showConnectDialog(); });
    on("file.demo", [this] { d->opener->openDemo(); });
    on("file.profiles", [this] { d->opener->showProfileManager(); });
    on(
        "file.closeTab", [this] { d->current->closeCurrentTab(); }, hasTab);
    on(
        "file.closeSession", [this] { closeSession(&d->current->session()); }, hasPage);
    on("file.settings", [this] { showSettings(); });
    on("file.quit", [this] { close(); });
    on(
        "keys.new", [this] { d->current->newKey({}); },
        [this] { return d->current && d->current->session().profile().safety != SafetyLevel::ReadOnly; });
    on(
        "session.reconnect", [this] { d->current->session().reconnectNow(); },
        [this] { return d->current && lineIsDown(d->current->session().status()); });
    on(
        "session.edit", [this] { d->opener->edit(d->current->session()); },
        [this] {
            return d->current && d->app.profiles.profile(d->current->session().profile().id).has_value();
        });
    on("tools.notices", [this] { showNotices(); });
    on(
        "window.nextTab", [this] { d->current->stepTab(1); }, hasTab);
    on(
        "window.previousTab", [this] { d->current->stepTab(-1); }, hasTab);
    on(
        "window.sessions", [this] { d->profileButton->showMenu(); }, hasPage);
    on("help.shortcuts", [this] {
        auto *sheet = new ShortcutSheet(d->app.theme, d->app.commands, this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
    on("help.about", [this] { showAbout(); });
}

void MainWindow::installViewCommands()
{
    CommandRegistry &commands = d->app.commands;
    Settings &settings = d->app.settings;
    const auto on = [&commands, this](const char *id, CommandHandler handler) {
        commands.handle(QString::fromLatin1(id), this, std::move(handler));
    };
    const auto hasPage = [this] { return !d->current.isNull(); };

    const auto goTo = [this](PaletteModel::Mode mode) {
        if (d->current)
            d->palette->setSession(&d->current->session(), &d->current->actions().marks());
        else
            d->palette->setSession(nullptr, nullptr);
        const bool isBelowField = mode != PaletteModel::Mode::CommandsOnly && d->toolBar->isVisible();
        d->palette->popUp(mode, isBelowField ? d->goTo : nullptr);
    };
    on("view.goTo", {[goTo] { goTo(PaletteModel::Mode::Everything); }, hasPage, {}});
    on("keys.goTo", {[goTo] { goTo(PaletteModel::Mode::KeysOnly); }, hasPage, {}});
    on("view.palette", {[goTo] { goTo(PaletteModel::Mode::CommandsOnly); }, {}, {}});

    const auto dockCommand = [&](const char *id, SessionDock *dock) {
        on(id,
           {[dock] { dock->setVisible(dock->isHidden()); }, hasPage, [dock] { return !dock->isHidden(); }});
    };
    dockCommand("view.keys", d->keysDock);
    dockCommand("view.live", d->liveDock);
    dockCommand("view.search", d->searchDock);
    dockCommand("view.jobs", d->jobsDock);
    dockCommand("view.journal", d->journalDock);
    dockCommand("view.watches", d->watchesDock);
    const auto focusDock = [&](const char *id, SessionDock *dock) {
        on(id, {[dock] {
                    dock->show();
                    dock->raise();
                    if (QWidget *panel = dock->stack()->currentWidget())
                        panel->setFocus();
                },
                hasPage,
                {}});
    };
    focusDock("view.focusKeys", d->keysDock);
    focusDock("view.focusLive", d->liveDock);
    // With a view of keys in the focus, its selection is searched.
    on("keys.searchValues", {[this] { d->current->actions().searchValues({}); }, hasPage, {}});
    focusDock("view.focusJobs", d->jobsDock);
    focusDock("view.focusJournal", d->journalDock);
    focusDock("view.focusWatches", d->watchesDock);
    on("view.focusTab", {[this] { d->current->focusTab(); }, hasPage, {}});
    const auto moveDock = [&](const char *id, SessionDock *dock, Qt::DockWidgetArea first,
                              Qt::DockWidgetArea second) {
        on(id, {[this, dock, first, second] {
                    dock->setFloating(false);
                    addDockWidget(dockWidgetArea(dock) == first ? second : first, dock);
                },
                hasPage,
                {}});
    };
    moveDock("view.moveKeys", d->keysDock, Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea);
    moveDock("view.moveLive", d->liveDock, Qt::BottomDockWidgetArea, Qt::RightDockWidgetArea);
    on("view.resetLayout", {[this] { resetLayout(); }, {}, {}});

    const auto theme = [&](const char *id, const QString &value) {
        on(id, {[&settings, value] { settings.setValue(Key::Theme, value); },
                {},
                [&settings, value] { return settings.value(Key::Theme) == value; }});
    };
    theme("view.themeSystem", {});
    theme("view.themeLight", QStringLiteral("light"));
    theme("view.themeDark", QStringLiteral("dark"));
    const auto size = [&settings](int by) {
        settings.setValue(Key::FontSize,
                          qBound(SmallestText, settings.value(Key::FontSize) + by, LargestText));
    };
    on("view.larger",
       {[size] { size(1); }, [&settings] { return settings.value(Key::FontSize) < LargestText; }, {}});
    on("view.smaller",
       {[size] { size(-1); }, [&settings] { return settings.value(Key::FontSize) > SmallestText; }, {}});
    on("view.normalSize",
       {[&settings] { settings.setValue(Key::FontSize, Key::FontSize.fallback); }, {}, {}});
}

/// Text fields know how to do these themselves: whatever has the focus is asked by name. Editors install
/// handlers of their own where they know more.
void MainWindow::installEditCommands()
{
    for (const char *method : {"undo", "redo", "cut", "copy", "paste", "selectAll"}) {
        const QByteArray signature = QByteArray(method) + "()";
        const auto canDo = [signature] {
            const QWidget *focus = QApplication::focusWidget();
            return focus && focus->metaObject()->indexOfMethod(signature.constData()) >= 0;
        };
        const auto run = [method] { QMetaObject::invokeMethod(QApplication::focusWidget(), method); };
        d->app.commands.handle(QStringLiteral("edit.") + QLatin1StringView(method), this, {run, canDo, {}});
    }
}

} // namespace Studio
