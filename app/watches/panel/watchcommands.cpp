// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/panel/watchcommands.h"

#include "shell/commandregistry.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WatchCommands)
};

} // namespace

void addWatchCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const char *icon, const QString &tip,
                                 const QString &menu = {}, int group = 0, bool checkable = false) {
        registry.add(
            {QString::fromLatin1(id), text, QString::fromLatin1(icon), {}, menu, tip, checkable, group});
    };
    const QString live = QStringLiteral("live");
    add("view.watches", Text::tr("Watching"), "", Text::tr("Show what is watched"), QStringLiteral("view"), 1,
        true);
    add("view.focusWatches", Text::tr("Go to what is watched"), "", {}, QStringLiteral("view"), 2);
    add("watches.add", Text::tr("Watch a pattern…"), "plus",
        Text::tr("Hear of every change of the keys that a prefix, a wildcard or an expression matches"), live,
        3);
    add("token.view", Text::tr("View as token…"), "shield",
        Text::tr("See what a token could read, write and hear, and make it"), live, 4);
    add("token.probe", Text::tr("What may this token do…"), "shield",
        Text::tr("Ask for known keys to find out which of them the token of this profile may use"), live, 4);
    add("gap.show", Text::tr("Changed while disconnected"), "offline",
        Text::tr("Show what is not as it was before the line was lost"), live, 5);
    // Of the row that is chosen.
    add("watches.edit", Text::tr("Change the pattern…"), "edit", {});
    add("watches.remove", Text::tr("Stop watching"), "delete",
        Text::tr("Hear of these changes no longer, unless a view shows them"));
    add("watches.record", Text::tr("Record into the history"), "history",
        Text::tr("Keep what is heard through this pattern on disk"), {}, 0, true);
    add("watches.copy", Text::tr("Copy pattern"), "copy", {});
    // For notices.
    add("watches.undoRemove", Text::tr("Watch again"), "undo", {});
}

} // namespace Studio
