// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keycommands.h"

#include "browser/keyactions.h"
#include "shell/commandregistry.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

#include <array>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyCommands)
};

/// Tabs that one command opens at most.
constexpr qsizetype MostTabs = 12;

struct CodeCommand {
    const char *id;
    KeyForm form;
};
constexpr std::array CodeCommands{
    CodeCommand{"keys.copyJavaScript", KeyForm::JavaScript}, CodeCommand{"keys.copyCpp", KeyForm::Cpp},
    CodeCommand{"keys.copyCurl", KeyForm::Curl}, CodeCommand{"keys.copyFrame", KeyForm::RawFrame}};

} // namespace

std::optional<QByteArray> KeyTarget::branch() const
{
    if (!selection.keys.isEmpty() || selection.intervals.size() != 1)
        return {};
    return prefixOf(selection.intervals.constFirst());
}

void addKeyCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const QString &icon, const QString &tip,
                                 int group, const QList<QKeySequence> &keys = {}, bool checkable = false) {
        registry.add(
            {QString::fromLatin1(id), text, icon, keys, QStringLiteral("keys"), tip, checkable, group});
    };
    add("keys.openRange", Text::tr("Open as range"), QStringLiteral("range"),
        Text::tr("Show the records of the branch as a table"), 0);
    add("keys.reveal", Text::tr("Show in the tree"), QStringLiteral("tree"), {}, 0);
    add("keys.last", Text::tr("Go to the last key of the branch"), QStringLiteral("arrow-down"),
        Text::tr("Find the greatest key, which is the newest where keys hold times or numbers"), 0);
    registry.add({QStringLiteral("keys.stopLast"),
                  Text::tr("Stop looking for the last key"),
                  {},
                  {},
                  {},
                  {},
                  false,
                  0});
    add("keys.copyValue", Text::tr("Copy values"), {},
        Text::tr("Put the values of the keys on the clipboard"), 1);
    add("keys.copyJson", Text::tr("Copy as JSON"), {},
        Text::tr("Put keys and values on the clipboard as one JSON object"), 1);
    add("keys.copyJavaScript", Text::tr("Copy as JavaScript"), {},
        Text::tr("Code for the official client that reads the key"), 1);
    add("keys.copyCpp", Text::tr("Copy as C++"), {}, Text::tr("Code for libhpkvqt that reads the key"), 1);
    add("keys.copyCurl", Text::tr("Copy as curl"), {}, Text::tr("A command that reads the key over REST"), 1);
    add("keys.copyFrame", Text::tr("Copy as raw frame"), {},
        Text::tr("The message that reads the key over the WebSocket"), 1);
    add("keys.watch", Text::tr("Watch changes"), QStringLiteral("eye"),
        Text::tr("Hear of every change of the keys while the profile is open"), 2, {}, true);
    add("keys.favourite", Text::tr("Favourite"), QStringLiteral("star"),
        Text::tr("Keep the key or branch at hand in the list of Go to key"), 2, {Qt::CTRL | Qt::Key_B}, true);
    add("keys.searchValues", Text::tr("Search in values…"), QStringLiteral("search"),
        Text::tr("Find a text, a regular expression or a JSON condition in the values"), 3,
        {Qt::CTRL | Qt::SHIFT | Qt::Key_F});
    add("keys.statistics", Text::tr("Statistics…"), QStringLiteral("dashboard"),
        Text::tr("Count keys, sizes and types of what is selected"), 3);
    add("keys.compareWith", Text::tr("Compare with…"), QStringLiteral("diff"),
        Text::tr("Show what the value and that of another key differ in"), 3);
    add("keys.compareTwo", Text::tr("Compare the two keys"), QStringLiteral("diff"),
        Text::tr("Show what the values of the two selected keys differ in"), 3);
    add("keys.copyValueTo", Text::tr("Copy value to another profile…"), {},
        Text::tr("Write the value to another open profile, after a look at what is there"), 4);
    add("keys.history", Text::tr("History"), QStringLiteral("clock"),
        Text::tr("List every recorded change of the key"), 3);
    add("keys.moments", Text::tr("Between two moments"), QStringLiteral("history"),
        Text::tr("List which keys of the branch were created, changed and removed between two moments"), 3);
    add("keys.duplicate", Text::tr("Duplicate…"), {}, Text::tr("Write the value to another key"), 4,
        {Qt::CTRL | Qt::Key_D});
    add("keys.saveTemplate", Text::tr("Use as template here"), {},
        Text::tr("New keys of the same branch begin with this value"), 4);
    add("keys.forgetTemplate", Text::tr("Forget the template"), {},
        Text::tr("New keys of the branch begin with nothing again"), 4);
    add("keys.rename", Text::tr("Rename…"), {}, Text::tr("Give the key or branch another name"), 4,
        {Qt::Key_F2});
    add("keys.copyTo", Text::tr("Copy the branch to…"), {},
        Text::tr("Copy every record to another prefix or another open profile"), 4);
    add("keys.patch", Text::tr("Patch…"), {}, Text::tr("Merge the same JSON into every selected record"), 4);
    add("keys.increment", Text::tr("Increment…"), {}, Text::tr("Add to every selected counter"), 4);
    add("keys.export", Text::tr("Export…"), QStringLiteral("export"), Text::tr("Write the records to a file"),
        5);
    add("keys.import", Text::tr("Import here…"), QStringLiteral("import"),
        Text::tr("Read records from a file"), 5);
}

void installKeyCommands(CommandRegistry &registry, QWidget *place, KeyActions &actions,
                        const std::function<KeyTarget()> &target)
{
    using Run = std::function<void(const KeyTarget &)>;
    using Test = std::function<bool(const KeyTarget &)>;
    const auto on = [&](const char *id, const Run &run, const Test &enabled, const Test &checked = {}) {
        CommandHandler handler{
            [target, run] { run(target()); }, [target, enabled] { return enabled(target()); }, {}};
        if (checked)
            handler.checked = [target, checked] { return checked(target()); };
        registry.handle(QString::fromLatin1(id), place, std::move(handler));
    };
    KeyActions *ask = &actions;
    const auto isKey = [](const KeyTarget &t) { return t.selection.isOneKey(); };
    const auto hasKeys = [](const KeyTarget &t) {
        return !t.selection.keys.isEmpty() && t.selection.intervals.isEmpty();
    };
    const auto isBranch = [](const KeyTarget &t) { return t.branch().has_value(); };
    const auto isOne = [isKey, isBranch](const KeyTarget &t) { return isKey(t) || isBranch(t); };
    const auto areTwo = [hasKeys](const KeyTarget &t) { return hasKeys(t) && t.selection.keys.size() == 2; };
    const auto hasAny = [](const KeyTarget &t) { return !t.selection.isEmpty(); };
    const auto can = [ask](KeyVerb verb, const Test &also) {
        return [ask, verb, also](const KeyTarget &t) { return also(t) && ask->can(verb, t.selection); };
    };
    const auto copy = [ask](KeyForm form) {
        return [ask, form](const KeyTarget &t) { ask->copyKeys(t.selection, form); };
    };

    on(
        "keys.open",
        [ask](const KeyTarget &t) {
            for (const QByteArray &key : t.selection.keys)
                ask->openRecord(key, true);
        },
        [hasKeys](const KeyTarget &t) { return hasKeys(t) && t.selection.keys.size() <= MostTabs; });
    on(
        "keys.openRange", [ask](const KeyTarget &t) { ask->openRange(t.selection.intervals.constFirst()); },
        can(KeyVerb::OpenRange, [](const KeyTarget &t) {
            return t.selection.keys.isEmpty() && t.selection.intervals.size() == 1;
        }));
    on(
        "keys.reveal",
        [ask](const KeyTarget &t) {
            if (t.selection.isOneKey())
                ask->revealKey(t.key());
            else
                ask->revealBranch(*t.branch());
        },
        isOne);
    on(
        "keys.last", [ask](const KeyTarget &t) { ask->revealLast(*t.branch()); }, isBranch);
    on(
        "keys.new", [ask](const KeyTarget &t) { ask->createKey(t.newPrefix); },
        can(KeyVerb::Create, [](const KeyTarget &) { return true; }));
    on("keys.copyKey", copy(KeyForm::Key), hasAny);
    on("keys.copyValue", copy(KeyForm::Value), hasKeys);
    on("keys.copyJson", copy(KeyForm::Json), hasKeys);
    for (const CodeCommand &command : CodeCommands)
        on(command.id, copy(command.form), isKey);
    on(
        "keys.watch",
        [ask](const KeyTarget &t) { ask->setWatched(t.selection, !ask->isWatched(t.selection)); },
        can(KeyVerb::Watch, hasAny), [ask](const KeyTarget &t) { return ask->isWatched(t.selection); });
    on(
        "keys.favourite",
        [ask](const KeyTarget &t) { ask->setFavourite(t.selection, !ask->isFavourite(t.selection)); }, hasAny,
        [ask](const KeyTarget &t) { return ask->isFavourite(t.selection); });
    on(
        "keys.searchValues", [ask](const KeyTarget &t) { ask->searchValues(t.selection); },
        can(KeyVerb::Search, [](const KeyTarget &) { return true; })); // nothing selected: everything
    on(
        "keys.statistics", [ask](const KeyTarget &t) { ask->showStatistics(t.selection); },
        can(KeyVerb::Statistics, hasAny));
    on(
        "keys.compareWith", [ask](const KeyTarget &t) { ask->compareKeys(t.selection.keys); },
        can(KeyVerb::Compare, isKey));
    on(
        "keys.compareTwo", [ask](const KeyTarget &t) { ask->compareKeys(t.selection.keys); },
        can(KeyVerb::Compare, areTwo));
    on(
        "keys.copyValueTo", [ask](const KeyTarget &t) { ask->copyValueTo(t.key()); },
        can(KeyVerb::CopyValue, isKey));
    on(
        "keys.history", [ask](const KeyTarget &t) { ask->showHistory(t.key()); }, isKey);
    on(
        "keys.moments", [ask](const KeyTarget &t) { ask->showMoments(*t.branch()); }, isBranch);
    on(
        "keys.duplicate", [ask](const KeyTarget &t) { ask->duplicateKey(t.key()); },
        can(KeyVerb::Duplicate, isKey));
    on(
        "keys.saveTemplate", [ask](const KeyTarget &t) { ask->saveTemplate(t.key()); }, isKey);
    on(
        "keys.forgetTemplate", [ask](const KeyTarget &t) { ask->forgetTemplate(t.newPrefix); },
        [ask](const KeyTarget &t) { return ask->hasTemplate(t.newPrefix); });
    on(
        "keys.rename",
        [ask](const KeyTarget &t) {
            if (t.selection.isOneKey())
                ask->renameKey(t.key());
            else
                ask->renameBranch(*t.branch());
        },
        can(KeyVerb::Rename, isOne));
    on(
        "keys.copyTo", [ask](const KeyTarget &t) { ask->copyBranch(*t.branch()); },
        can(KeyVerb::CopyBranch, isBranch));
    on(
        "keys.patch", [ask](const KeyTarget &t) { ask->patchKeys(t.selection); },
        can(KeyVerb::Patch, hasAny));
    on(
        "keys.increment", [ask](const KeyTarget &t) { ask->incrementKeys(t.selection); },
        can(KeyVerb::Increment, hasAny));
    on(
        "keys.export", [ask](const KeyTarget &t) { ask->exportKeys(t.selection); },
        can(KeyVerb::Export, hasAny));
    on(
        "keys.import", [ask](const KeyTarget &t) { ask->importKeys(t.newPrefix); },
        can(KeyVerb::Import, [](const KeyTarget &) { return true; }));
    on(
        "keys.delete", [ask](const KeyTarget &t) { ask->deleteKeys(t.selection); },
        can(KeyVerb::Delete, hasAny));
}

void fillKeyMenu(QMenu &menu, const CommandRegistry &registry, const KeyTarget &target, bool inTree)
{
    menu.setToolTipsVisible(true);
    const auto add = [&registry](QMenu &to, const char *id) {
        if (QAction *action = registry.action(QString::fromLatin1(id)))
            to.addAction(action);
    };
    // What does not fit the selection is left out; what is not possible now stays and is disabled.
    const bool isKey = target.selection.isOneKey();
    const bool hasKeys = !target.selection.keys.isEmpty() && target.selection.intervals.isEmpty();
    const bool isBranch = target.branch().has_value();
    if (hasKeys)
        add(menu, "keys.open");
    if (target.selection.keys.isEmpty() && target.selection.intervals.size() == 1)
        add(menu, "keys.openRange");
    if (!inTree && (isKey || isBranch))
        add(menu, "keys.reveal");
    if (isBranch)
        add(menu, "keys.last");
    menu.addSeparator();

    add(menu, "keys.new");
    if (isKey) {
        add(menu, "keys.duplicate");
        add(menu, "keys.saveTemplate");
    }
    if (const QAction *forget = registry.action(QStringLiteral("keys.forgetTemplate"));
        forget && forget->isEnabled())
        add(menu, "keys.forgetTemplate");
    if (isKey || isBranch)
        add(menu, "keys.rename");
    if (isBranch)
        add(menu, "keys.copyTo");
    if (isKey)
        add(menu, "keys.copyValueTo");
    if (!target.selection.isEmpty()) {
        add(menu, "keys.patch");
        add(menu, "keys.increment");
    }
    menu.addSeparator();

    if (!target.selection.isEmpty())
        add(menu, "keys.copyKey");
    if (hasKeys) {
        add(menu, "keys.copyValue");
        add(menu, "keys.copyJson");
    }
    if (isKey) {
        QMenu *code = menu.addMenu(Text::tr("Copy as code"));
        for (const CodeCommand &command : CodeCommands)
            add(*code, command.id);
    }
    menu.addSeparator();

    if (isKey)
        add(menu, "keys.compareWith");
    else if (hasKeys && target.selection.keys.size() == 2)
        add(menu, "keys.compareTwo");
    if (isKey)
        add(menu, "keys.history");
    else if (isBranch)
        add(menu, "keys.moments");
    if (!target.selection.isEmpty()) {
        add(menu, "keys.favourite");
        add(menu, "keys.watch");
        add(menu, "keys.statistics");
        add(menu, "keys.searchValues");
        add(menu, "keys.export");
    }
    add(menu, "keys.import");
    menu.addSeparator();

    add(menu, "keys.readAgain");
    if (isBranch) {
        add(menu, "keys.refreshBranch");
        add(menu, "keys.loadBranch");
    }
    add(menu, "keys.stopReading");
    if (!target.selection.isEmpty()) {
        menu.addSeparator();
        add(menu, "keys.delete");
    }
}

} // namespace Studio
