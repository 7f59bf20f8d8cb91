// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/diffcommands.h"

#include "shell/commandregistry.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct DiffCommands {
    Q_DECLARE_TR_FUNCTIONS(DiffCommands)
};

} // namespace

void addDiffCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const QString &tip, const QString &icon,
                                 const QList<QKeySequence> &keys = {}, bool checkable = false) {
        CommandSpec spec;
        spec.id = QString::fromLatin1(id);
        spec.text = text;
        spec.tip = tip;
        spec.icon = icon;
        spec.shortcuts = keys;
        spec.checkable = checkable;
        registry.add(spec);
    };
    add("diff.next", DiffCommands::tr("Next change"), DiffCommands::tr("Go to the next place that differs"),
        QStringLiteral("arrow-down"), {Qt::Key_F8});
    add("diff.previous", DiffCommands::tr("Previous change"),
        DiffCommands::tr("Go to the place before that differs"), QStringLiteral("arrow-up"),
        {Qt::SHIFT | Qt::Key_F8});
    add("diff.inline", DiffCommands::tr("Both in one"),
        DiffCommands::tr("Show what goes and what comes below one another instead of side by side"),
        QStringLiteral("list"), {}, true);
    add("diff.swap", DiffCommands::tr("Swap sides"), DiffCommands::tr("Compare the other way round"),
        QStringLiteral("swap"));
    add("diff.copy", DiffCommands::tr("Copy difference"),
        DiffCommands::tr("Put the changes on the clipboard as text, each with the lines around it"),
        QStringLiteral("copy"));
    add("record.compareStored", DiffCommands::tr("Compare edited with stored value"),
        DiffCommands::tr("Show what saving would change"), QStringLiteral("diff"));
    add("record.merge", DiffCommands::tr("Merge with the stored value…"),
        DiffCommands::tr("Bring your edit and another writer's change together"), QStringLiteral("merge"));
}

} // namespace Studio
