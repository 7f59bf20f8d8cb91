// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordcommands.h"

#include "editor/savetexts.h"
#include "shell/commandregistry.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct RecordCommands {
    Q_DECLARE_TR_FUNCTIONS(RecordCommands)
};

} // namespace

void addRecordCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const QString &tip,
                                 const QString &icon = {}) {
        CommandSpec spec;
        spec.id = QString::fromLatin1(id);
        spec.text = text;
        spec.tip = tip;
        spec.icon = icon;
        registry.add(spec);
    };
    add("record.copyKey", RecordCommands::tr("Copy key of the record"),
        RecordCommands::tr("Put the key of the open record on the clipboard"));
    add("record.copyValue", RecordCommands::tr("Copy value"),
        RecordCommands::tr("Put the whole value on the clipboard"));
    add("record.copyPart", RecordCommands::tr("Copy value at the cursor"),
        RecordCommands::tr("Put the member that the cursor stands in on the clipboard"));
    add("record.copyPointer", RecordCommands::tr("Copy JSON Pointer"),
        RecordCommands::tr("Put the path of the member that the cursor stands in on the clipboard"));
    add("record.delete", RecordCommands::tr("Delete record…"),
        RecordCommands::tr("Delete the open record from the store"), QStringLiteral("delete"));
    add("record.countUp", RecordCommands::tr("Count up"),
        RecordCommands::tr("Add the step to the counter that is open"), QStringLiteral("plus"));
    add("record.countDown", RecordCommands::tr("Count down"),
        RecordCommands::tr("Take the step from the counter that is open"), QStringLiteral("minus"));
    const auto addMode = [&registry](const char *id, const QString &text, const QString &tip) {
        CommandSpec spec;
        spec.id = QString::fromLatin1(id);
        spec.text = text;
        spec.tip = tip;
        spec.checkable = true;
        registry.add(spec);
    };
    addMode("record.saveReplace", RecordCommands::tr("Save by replacing the value"),
            SaveTexts::modeTip(SaveMode::Replace));
    addMode("record.savePatch", RecordCommands::tr("Save as a patch"), SaveTexts::modeTip(SaveMode::Patch));
    addMode("record.saveAppend", RecordCommands::tr("Save by appending"),
            SaveTexts::modeTip(SaveMode::Append));
}

} // namespace Studio
