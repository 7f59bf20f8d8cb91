// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalcommands.h"

#include "shell/commandregistry.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(JournalCommands)
};

} // namespace

void addJournalCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const char *icon, const QString &tip,
                                 const QString &menu = {}, const QList<QKeySequence> &keys = {}) {
        registry.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), keys, menu, tip, false, 1});
    };
    const QString keys = QStringLiteral("keys");
    add("journal.undo", Text::tr("Undo the last write"), "undo",
        Text::tr("Bring back what was in the store before, if nobody has changed it since"), keys,
        {Qt::CTRL | Qt::ALT | Qt::Key_Z});
    add("journal.redo", Text::tr("Redo the undone write"), "redo",
        Text::tr("Write again what was undone last, if nobody has changed it since"), keys,
        {Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Z});
    // Of the row that is chosen in the panel.
    add("journal.undoRow", Text::tr("Undo this write"), "undo",
        Text::tr("Bring back what was in the store before, if nobody has changed it since"));
    add("journal.redoRow", Text::tr("Redo this write"), "redo",
        Text::tr("Write again what was undone, if nobody has changed it since"));
    add("journal.compare", Text::tr("Show the difference"), "diff",
        Text::tr("Compare the values before and after"));
    add("journal.openRecord", Text::tr("Open the record"), "key", {});
    add("journal.copyRow", Text::tr("Copy row"), "copy", {});
    add("journal.filter", Text::tr("Search in the journal"), "search", {});
    add("journal.export", Text::tr("Export the journal…"), "export",
        Text::tr("Write the rows that are shown to a file, with their values"));
    add("journal.clear", Text::tr("Clear the journal…"), "clear",
        Text::tr("Forget every write and the values before and after"));
    // For notices.
    add("journal.undoOffered", Text::tr("Undo"), "undo", {});
    add("journal.compareRefused", Text::tr("Show why it was not undone"), "diff", {});
    add("journal.openRefused", Text::tr("Open the record that was not undone"), "key", {});
}

} // namespace Studio
