// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/commands.h"

#include "browser/keycommands.h"
#include "browser/range/rangecommands.h"
#include "dashboard/board/dashboardcommands.h"
#include "editor/recordcommands.h"
#include "history/bar/pagehistory.h"
#include "journal/journalcommands.h"
#include "live/panel/livecommands.h"
#include "shell/commandregistry.h"
#include "watches/panel/watchcommands.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

/// Texts of commands share one translation context.
struct Commands {
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

using Keys = QList<QKeySequence>;

QString id(const char *text)
{
    return QString::fromLatin1(text);
}

void addFileMenu(CommandRegistry &registry)
{
    const QString menu = QStringLiteral("file");
    registry.add({id("file.connect"), Commands::tr("Connect…"), id("connect"),
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_N}, menu,
                  Commands::tr("Open a store with an API key or a token"), false, 0});
    registry.add({id("file.demo"),
                  Commands::tr("Open the demo"),
                  id("play"),
                  {},
                  menu,
                  Commands::tr("Start a store on this computer that keeps changing"),
                  false,
                  0});
    registry.add({id("file.profiles"),
                  Commands::tr("Manage profiles…"),
                  id("list"),
                  {},
                  menu,
                  Commands::tr("Change, copy or delete saved connections"),
                  false,
                  0});
    registry.add({id("record.save"), Commands::tr("Save changes"), id("save"), Keys{QKeySequence::Save}, menu,
                  Commands::tr("Write the edited value to the store"), false, 1});
    registry.add({id("record.discard"),
                  Commands::tr("Discard changes"),
                  {},
                  {},
                  menu,
                  Commands::tr("Go back to the value that was read"),
                  false,
                  1});
    registry.add({id("file.closeOthers"), Commands::tr("Close other tabs"), {}, {}, {}, {}, false, 2});
    registry.add({id("file.closeRight"), Commands::tr("Close tabs to the right"), {}, {}, {}, {}, false, 2});
    registry.add({id("file.reopenTab"),
                  Commands::tr("Reopen closed tab"),
                  {},
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_T},
                  menu,
                  Commands::tr("Open again what was closed last"),
                  false,
                  2});
    registry.add(
        {id("file.closeTab"), Commands::tr("Close tab"), {}, Keys{Qt::CTRL | Qt::Key_W}, menu, {}, false, 2});
    registry.add({id("file.closeSession"),
                  Commands::tr("Disconnect"),
                  id("disconnect"),
                  {},
                  menu,
                  Commands::tr("Close the current profile and its tabs"),
                  false,
                  2});
    registry.add({id("file.settings"), Commands::tr("Settings…"), id("settings"),
                  Keys{Qt::CTRL | Qt::Key_Comma}, menu,
                  Commands::tr("Theme, fonts, language, what is kept on disk"), false, 3});
    registry.add({id("file.quit"), Commands::tr("Quit"), {}, Keys{Qt::CTRL | Qt::Key_Q}, menu, {}, false, 4});
}

void addEditMenu(CommandRegistry &registry)
{
    const QString menu = QStringLiteral("edit");
    registry.add(
        {id("edit.undo"), Commands::tr("Undo"), id("undo"), Keys{QKeySequence::Undo}, menu, {}, false, 0});
    registry.add({id("edit.redo"),
                  Commands::tr("Redo"),
                  id("redo"),
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_Z},
                  menu,
                  {},
                  false,
                  0});
    registry.add({id("edit.cut"), Commands::tr("Cut"), {}, Keys{QKeySequence::Cut}, menu, {}, false, 1});
    registry.add(
        {id("edit.copy"), Commands::tr("Copy"), id("copy"), Keys{QKeySequence::Copy}, menu, {}, false, 1});
    registry.add(
        {id("edit.paste"), Commands::tr("Paste"), {}, Keys{QKeySequence::Paste}, menu, {}, false, 1});
    registry.add({id("edit.selectAll"),
                  Commands::tr("Select all"),
                  {},
                  Keys{QKeySequence::SelectAll},
                  menu,
                  {},
                  false,
                  1});
    registry.add({id("edit.find"), Commands::tr("Find…"), id("search"), Keys{QKeySequence::Find}, menu,
                  Commands::tr("Find text in the value"), false, 2});
    registry.add({id("record.format"),
                  Commands::tr("Format"),
                  {},
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_I},
                  menu,
                  Commands::tr("Indent the JSON; only white space changes"),
                  false,
                  3});
    registry.add({id("record.compact"),
                  Commands::tr("Compact"),
                  {},
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_K},
                  menu,
                  Commands::tr("Take the white space between JSON members out"),
                  false,
                  3});
}

void addViewMenu(CommandRegistry &registry)
{
    const QString menu = QStringLiteral("view");
    registry.add({id("view.goTo"), Commands::tr("Go to key or prefix…"), id("search"),
                  Keys{Qt::CTRL | Qt::Key_P}, menu, Commands::tr("Open a key by typing it"), false, 0});
    registry.add({id("keys.goTo"), Commands::tr("Go to key…"), id("key"), Keys{Qt::CTRL | Qt::Key_G}, menu,
                  Commands::tr("Open a key or a branch by typing its beginning"), false, 0});
    registry.add({id("view.back"), Commands::tr("Back"), id("arrow-left"), Keys{Qt::ALT | Qt::Key_Left}, menu,
                  Commands::tr("To the tab or branch before"), false, 0});
    registry.add({id("view.forward"),
                  Commands::tr("Forward"),
                  id("arrow-right"),
                  Keys{Qt::ALT | Qt::Key_Right},
                  menu,
                  {},
                  false,
                  0});
    registry.add({id("view.palette"),
                  Commands::tr("Run a command…"),
                  {},
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                  menu,
                  Commands::tr("Find and run any command"),
                  false,
                  0});
    registry.add({id("view.refresh"), Commands::tr("Refresh"), id("refresh"),
                  Keys{Qt::Key_F5, Qt::CTRL | Qt::Key_R}, menu,
                  Commands::tr("Read again what has the keyboard: the tree, the record or the range"), false,
                  0});
    registry.add({id("view.keys"),
                  Commands::tr("Keys"),
                  {},
                  {},
                  menu,
                  Commands::tr("Show the tree of keys"),
                  true,
                  1});
    registry.add({id("view.live"),
                  Commands::tr("Live"),
                  {},
                  {},
                  menu,
                  Commands::tr("Show changes as they happen"),
                  true,
                  1});
    registry.add({id("view.search"),
                  Commands::tr("Search"),
                  {},
                  {},
                  menu,
                  Commands::tr("Show what was found in values"),
                  true,
                  1});
    registry.add({id("view.jobs"),
                  Commands::tr("Jobs"),
                  {},
                  {},
                  menu,
                  Commands::tr("Show what takes long: exports, imports, work on many keys"),
                  true,
                  1});
    registry.add({id("view.journal"),
                  Commands::tr("Journal"),
                  {},
                  {},
                  menu,
                  Commands::tr("Show every write, with the value before, and undo it"),
                  true,
                  1});
    registry.add({id("view.focusKeys"),
                  Commands::tr("Go to the keys"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_1},
                  menu,
                  {},
                  false,
                  2});
    registry.add({id("view.focusTab"),
                  Commands::tr("Go to the record"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_2},
                  menu,
                  {},
                  false,
                  2});
    registry.add({id("view.focusLive"),
                  Commands::tr("Go to the live changes"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_3},
                  menu,
                  {},
                  false,
                  2});
    registry.add({id("view.focusJobs"),
                  Commands::tr("Go to the jobs"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_4},
                  menu,
                  {},
                  false,
                  2});
    registry.add({id("view.focusJournal"),
                  Commands::tr("Go to the journal"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_5},
                  menu,
                  {},
                  false,
                  2});
    registry.add({id("view.moveKeys"), Commands::tr("Keys on the other side"), {}, {}, menu, {}, false, 3});
    registry.add({id("view.moveLive"), Commands::tr("Live below or beside"), {}, {}, menu, {}, false, 3});
    registry.add({id("view.resetLayout"),
                  Commands::tr("Reset layout"),
                  {},
                  {},
                  menu,
                  Commands::tr("Put every part of the window back in its place"),
                  false,
                  3});
    registry.add({id("view.themeSystem"), Commands::tr("Theme of the system"), {}, {}, menu, {}, true, 4});
    registry.add({id("view.themeLight"), Commands::tr("Light theme"), {}, {}, menu, {}, true, 4});
    registry.add({id("view.themeDark"), Commands::tr("Dark theme"), {}, {}, menu, {}, true, 4});
    registry.add({id("view.larger"),
                  Commands::tr("Larger text"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                  menu,
                  {},
                  false,
                  5});
    registry.add({id("view.smaller"),
                  Commands::tr("Smaller text"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_Minus},
                  menu,
                  {},
                  false,
                  5});
    registry.add({id("view.normalSize"),
                  Commands::tr("Normal text size"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_0},
                  menu,
                  {},
                  false,
                  5});
}

void addKeysMenu(CommandRegistry &registry)
{
    const QString menu = QStringLiteral("keys");
    registry.add({id("keys.new"), Commands::tr("New key…"), id("plus"), Keys{Qt::CTRL | Qt::Key_N}, menu,
                  Commands::tr("Write a record that does not exist yet"), false, 0});
    registry.add({id("keys.open"), Commands::tr("Open in a tab of its own"), {}, {}, menu, {}, false, 0});
    registry.add({id("keys.copyKey"),
                  Commands::tr("Copy key"),
                  id("copy"),
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                  menu,
                  {},
                  false,
                  1});
    registry.add({id("record.copyValue"), Commands::tr("Copy value"), {}, {}, menu, {}, false, 1});
    registry.add(
        {id("record.reload"), Commands::tr("Read the record again"), id("refresh"), {}, menu, {}, false, 2});
    registry.add({id("keys.readAgain"), Commands::tr("Read the keys again"), id("refresh"),
                  Keys{Qt::SHIFT | Qt::Key_F5}, menu, Commands::tr("List again what is open in the tree"),
                  false, 2});
    registry.add({id("keys.refreshBranch"),
                  Commands::tr("Refresh this branch"),
                  {},
                  {},
                  menu,
                  Commands::tr("Read again what is known below the current branch"),
                  false,
                  2});
    registry.add({id("keys.loadBranch"),
                  Commands::tr("Read the whole branch"),
                  id("import"),
                  {},
                  menu,
                  Commands::tr("Read every record below the current branch in the background"),
                  false,
                  2});
    registry.add({id("keys.stopReading"), Commands::tr("Stop reading"), id("stop"), {}, menu, {}, false, 2});
    registry.add({id("keys.filter"),
                  Commands::tr("Filter keys"),
                  id("filter"),
                  Keys{Qt::CTRL | Qt::ALT | Qt::Key_F},
                  menu,
                  {},
                  false,
                  3});
    registry.add({id("keys.delete"), Commands::tr("Delete…"), id("delete"), {}, menu, {}, false, 4});
}

void addOtherMenus(CommandRegistry &registry)
{
    const QString tools = QStringLiteral("tools");
    registry.add({id("session.reconnect"),
                  Commands::tr("Connect again now"),
                  id("refresh"),
                  {},
                  tools,
                  Commands::tr("Do not wait for the next attempt"),
                  false,
                  0});
    registry.add({id("session.edit"),
                  Commands::tr("Edit connection…"),
                  id("edit"),
                  {},
                  tools,
                  Commands::tr("Change the address, the key or the safety level of the current profile"),
                  false,
                  0});
    registry.add({id("tools.notices"), Commands::tr("Notices"), id("bell"),
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_M}, tools,
                  Commands::tr("Everything that was reported, in one list"), false, 0});

    const QString window = QStringLiteral("window");
    registry.add({id("window.nextTab"),
                  Commands::tr("Next tab"),
                  {},
                  Keys{Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown},
                  window,
                  {},
                  false,
                  0});
    registry.add({id("window.previousTab"),
                  Commands::tr("Previous tab"),
                  {},
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab, Qt::CTRL | Qt::Key_PageUp},
                  window,
                  {},
                  false,
                  0});
    registry.add({id("window.sessions"), Commands::tr("Switch profile…"), id("chevron-down"),
                  Keys{Qt::CTRL | Qt::SHIFT | Qt::Key_O}, window,
                  Commands::tr("Open profiles and saved ones"), false, 1});

    const QString help = QStringLiteral("help");
    registry.add({id("help.shortcuts"),
                  Commands::tr("Keyboard shortcuts"),
                  id("help"),
                  Keys{Qt::Key_F1, Qt::CTRL | Qt::Key_Slash},
                  help,
                  {},
                  false,
                  0});
    registry.add({id("help.about"), Commands::tr("About HPKV Studio"), id("info"), {}, help, {}, false, 1});
}

void addJobCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *name, const QString &text, const char *icon, const QString &tip,
                                 bool checkable = false) {
        registry.add({id(name), text, id(icon), {}, QStringLiteral("tools"), tip, checkable, 1});
    };
    add("jobs.pause", Commands::tr("Pause job"), "pause", Commands::tr("Send nothing more until it goes on"),
        true);
    add("jobs.cancel", Commands::tr("Cancel job"), "stop",
        Commands::tr("End it; what has been done stays done"));
    add("jobs.goOn", Commands::tr("Go on"), "play", Commands::tr("Start what is left of the job"));
    add("jobs.undo", Commands::tr("Take back…"), "undo", Commands::tr("Undo what the job did"));
    add("jobs.retry", Commands::tr("Try failures again"), "refresh",
        Commands::tr("Start the same for the keys that failed"));
    add("jobs.report", Commands::tr("Save report…"), "save",
        Commands::tr("Write every failure to a file, one a line"));
    add("jobs.removeOver", Commands::tr("Remove finished jobs"), "clear",
        Commands::tr("Take jobs that are over off the list"));
    // For menus of the list and for notices.
    registry.add({id("jobs.remove"), Commands::tr("Remove from the list"), {}, {}, {}, {}, false, 1});
    registry.add({id("jobs.undoLast"),
                  Commands::tr("Take back the last job…"),
                  id("undo"),
                  {},
                  {},
                  Commands::tr("Undo what the job did that ended last"),
                  false,
                  1});
    registry.add({id("jobs.interrupted"),
                  Commands::tr("Interrupted jobs…"),
                  {},
                  {},
                  {},
                  Commands::tr("Go on with what was interrupted when the program ended, or take it back"),
                  false,
                  1});
}

} // namespace

void addStandardCommands(CommandRegistry &registry)
{
    addFileMenu(registry);
    addEditMenu(registry);
    addViewMenu(registry);
    addKeysMenu(registry);
    addRecordCommands(registry);
    addKeyCommands(registry);
    addRangeCommands(registry);
    addLiveCommands(registry);
    addOtherMenus(registry);
    addJobCommands(registry);
    addJournalCommands(registry);
    addWatchCommands(registry);
    addHistoryCommands(registry);
    addDashboardCommands(registry);
}

} // namespace Studio
