// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livecommands.h"

#include "shell/commandregistry.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LiveCommands)
};

} // namespace

void addLiveCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const char *icon, const QString &tip,
                                 int group, const QList<QKeySequence> &keys = {}, bool checkable = false) {
        registry.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), keys, QStringLiteral("live"),
                      tip, checkable, group});
    };
    add("live.pause", Text::tr("Pause live"), "pause",
        Text::tr("Hold the list of changes still; what arrives is counted and waits"), 0,
        {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, true);
    add("live.follow", Text::tr("Go to the newest change"), "", Text::tr("And stay with it as others come"),
        0);
    add("live.newestFirst", Text::tr("Newest change first"), "", Text::tr("Otherwise it stands at the end"),
        0, {}, true);
    add("live.stream", Text::tr("Changes one by one"), "", Text::tr("A row for each change"), 1, {}, true);
    add("live.byKey", Text::tr("Changes by key"), "",
        Text::tr("A row for each key, with its rate and its last value"), 1, {}, true);
    add("live.rates", Text::tr("Who changes most"), "", Text::tr("Changes a second and a minute by branch"),
        1, {}, true);
    add("live.filter", Text::tr("Filter changes"), "filter", {}, 2);
    add("live.filterMore", Text::tr("Filter changes by key, kind and value"), "filter",
        Text::tr("Show the row with the other parts of the filter"), 2, {}, true);
    add("live.openRecord", Text::tr("Open the record of a change"), "", {}, 3);
    add("live.compare", Text::tr("Show the difference of a change"), "diff",
        Text::tr("Compare the values before and after"), 3);
    add("live.onlyBranch", Text::tr("Show only changes of this branch"), "", {}, 3);
    add("live.copyRow", Text::tr("Copy change"), "", {}, 3);
    add("live.older", Text::tr("Older changes"), "history",
        Text::tr("Go on in the history behind the oldest change that the list holds"), 4, {}, true);
    add("live.export", Text::tr("Export changes…"), "export",
        Text::tr("Write the rows that are shown to a file, with their values"), 4);
    add("live.ledger", Text::tr("What became of every change"), "info",
        Text::tr("Shown, filtered, waiting, no longer held: the parts of the sum of the live list"), 4);
    add("live.clear", Text::tr("Empty the list"), "", {}, 4);
}

} // namespace Studio
