// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangecommands.h"

#include "shell/commandregistry.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct RangeCommands {
    Q_DECLARE_TR_FUNCTIONS(RangeCommands)
};

} // namespace

void addRangeCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const QString &tip,
                                 const QString &icon = {}, const QList<QKeySequence> &shortcuts = {}) {
        CommandSpec spec;
        spec.id = QString::fromLatin1(id);
        spec.text = text;
        spec.tip = tip;
        spec.icon = icon;
        spec.shortcuts = shortcuts;
        registry.add(spec);
        return spec;
    };
    CommandSpec fresh;
    fresh.id = QStringLiteral("range.new");
    fresh.text = RangeCommands::tr("New range…");
    fresh.icon = QStringLiteral("range");
    fresh.shortcuts = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)};
    fresh.menu = QStringLiteral("keys");
    fresh.tip = RangeCommands::tr("Show a part of the keys as a table");
    fresh.group = 3;
    registry.add(fresh);
    add("range.run", RangeCommands::tr("Read the range again"),
        RangeCommands::tr("Ask the store for all keys of the range once more"), QStringLiteral("refresh"));
    add("range.pause", RangeCommands::tr("Pause or go on reading the range"), {}, QStringLiteral("pause"));
    add("range.cancel", RangeCommands::tr("Stop reading the range"), {}, QStringLiteral("stop"));
    add("range.sort", RangeCommands::tr("Sort by the current column"),
        RangeCommands::tr("Forwards, then backwards, then by key again"));
    add("range.sortAgain", RangeCommands::tr("Sort again"),
        RangeCommands::tr("Work the order of the rows out anew"));
    add("range.columns", RangeCommands::tr("Columns of the range…"),
        RangeCommands::tr("Add, show, hide and remove columns"), QStringLiteral("list"));
    add("range.filter", RangeCommands::tr("Filter by the current column"), {}, QStringLiteral("filter"));
    add("range.condition", RangeCommands::tr("Filter by a condition"),
        RangeCommands::tr("Show only records that fulfil a condition such as /total > 100"));
    add("range.clearFilters", RangeCommands::tr("Clear the filters of the range"), {});
    add("range.edit", RangeCommands::tr("Edit the cell"),
        RangeCommands::tr("Change the value or one member of it; all other bytes stay"),
        QStringLiteral("edit"));
    add("range.copyTsv", RangeCommands::tr("Copy rows"),
        RangeCommands::tr("The columns shown, with tabs between them"), QStringLiteral("copy"));
    add("range.copyJson", RangeCommands::tr("Copy rows as JSON"),
        RangeCommands::tr("Keys and whole values as one JSON object"));
    add("range.patch", RangeCommands::tr("Patch rows…"),
        RangeCommands::tr("One merge patch over many records"));
    add("range.increment", RangeCommands::tr("Increment rows…"), {});
    add("range.export", RangeCommands::tr("Export rows…"), {}, QStringLiteral("export"));
    add("range.delete", RangeCommands::tr("Delete rows…"), {}, QStringLiteral("delete"));
    add("range.detail", RangeCommands::tr("Record below the range"),
        RangeCommands::tr("Show the record of the current row below"), QStringLiteral("eye"));
    add("range.saved", RangeCommands::tr("Saved and recent ranges…"), {}, QStringLiteral("history"));
}

} // namespace Studio
