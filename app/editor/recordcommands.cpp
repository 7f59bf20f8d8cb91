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
    using Keys = QList<QKeySequence>;
    const auto add = [&registry](const char *id, const QString &text, const QString &tip,
                                 const QString &icon = {}, const Keys &keys = {}) {
        CommandSpec spec;
        spec.id = QString::fromLatin1(id);
        spec.text = text;
        spec.tip = tip;
        spec.icon = icon;
        spec.shortcuts = keys;
        registry.add(spec);
    };
    add("record.copyKey", RecordCommands::tr("Copy key of the record"),
        RecordCommands::tr("Put the key of the open record on the clipboard"));
    add("record.copyValue", RecordCommands::tr("Copy value"),
        RecordCommands::tr("Put the whole value on the clipboard"));
    add("record.copyPart", RecordCommands::tr("Copy value at the cursor"),
        RecordCommands::tr("Put the member that the cursor stands in on the clipboard"), {},
        Keys{Qt::CTRL | Qt::ALT | Qt::Key_C});
    add("record.copyPointer", RecordCommands::tr("Copy JSON Pointer"),
        RecordCommands::tr("Put the path of the member that the cursor stands in on the clipboard"), {},
        Keys{Qt::CTRL | Qt::ALT | Qt::Key_P});
    add("record.copyCode", RecordCommands::tr("Copy as code…"),
        RecordCommands::tr("Code that reads, writes, patches, counts or deletes the open record"));
    add("record.delete", RecordCommands::tr("Delete record…"),
        RecordCommands::tr("Delete the open record from the store"), QStringLiteral("delete"));
    add("record.countUp", RecordCommands::tr("Count up"),
        RecordCommands::tr("Add the step to the counter that is open"), QStringLiteral("plus"));
    add("record.countDown", RecordCommands::tr("Count down"),
        RecordCommands::tr("Take the step from the counter that is open"), QStringLiteral("minus"));
    add("record.schema", RecordCommands::tr("JSON Schema…"),
        RecordCommands::tr("Attach a JSON Schema to the keys of this branch, look at it or take it away"));
    add("record.complete", RecordCommands::tr("Complete by the schema"),
        RecordCommands::tr("Offer the names or values that the schema has at the cursor"), {},
        Keys{Qt::CTRL | Qt::Key_Space});
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
    addEditorCommands(registry);
    addJsonTreeCommands(registry);
}

void addEditorCommands(CommandRegistry &registry)
{
    using Keys = QList<QKeySequence>;
    const auto add = [&registry](const char *id, const QString &text, const QString &tip, const Keys &keys,
                                 int group, bool checkable = false) {
        registry.add(
            {QString::fromLatin1(id), text, {}, keys, QStringLiteral("edit"), tip, checkable, group});
    };
    // Behind "Find…".
    add("edit.replace", RecordCommands::tr("Replace…"),
        RecordCommands::tr("Find text in the value and put other text in its place"), {Qt::CTRL | Qt::Key_H},
        2);
    add("edit.findNext", RecordCommands::tr("Find next"), {}, {Qt::Key_F3}, 2);
    add("edit.findPrevious", RecordCommands::tr("Find previous"), {}, {Qt::SHIFT | Qt::Key_F3}, 2);
    add("edit.goToLine", RecordCommands::tr("Go to line…"),
        RecordCommands::tr("Go to a line, a line and column or a JSON Pointer of the value"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_G}, 2);
    // Behind "Compact".
    add("record.sortMembers", RecordCommands::tr("Sort members"),
        RecordCommands::tr("Bring the members of every object into the order of their names"),
        {Qt::CTRL | Qt::ALT | Qt::Key_S}, 3);
    add("edit.selectNext", RecordCommands::tr("Select next place, too"),
        RecordCommands::tr("One more cursor at the next place with the selected text"), {Qt::ALT | Qt::Key_J},
        4);
    add("edit.selectPlaces", RecordCommands::tr("Select all places"),
        RecordCommands::tr("A cursor at every place with the selected text"),
        {Qt::ALT | Qt::SHIFT | Qt::Key_J}, 4);
    add("edit.cursorAbove", RecordCommands::tr("Cursor in the line above, too"), {},
        {Qt::CTRL | Qt::ALT | Qt::Key_Up}, 4);
    add("edit.cursorBelow", RecordCommands::tr("Cursor in the line below, too"), {},
        {Qt::CTRL | Qt::ALT | Qt::Key_Down}, 4);
    add("edit.wrap", RecordCommands::tr("Wrap long lines"),
        RecordCommands::tr("Break lines of values that are wider than the window"), {Qt::ALT | Qt::Key_Z}, 5,
        true);
    add("edit.zoomIn", RecordCommands::tr("Larger value text"), {},
        {Qt::CTRL | Qt::ALT | Qt::Key_Plus, Qt::CTRL | Qt::ALT | Qt::Key_Equal}, 5);
    add("edit.zoomOut", RecordCommands::tr("Smaller value text"), {}, {Qt::CTRL | Qt::ALT | Qt::Key_Minus},
        5);
    add("edit.zoomReset", RecordCommands::tr("Normal value text"), {}, {Qt::CTRL | Qt::ALT | Qt::Key_0}, 5);
}

void addJsonTreeCommands(CommandRegistry &registry)
{
    // Without keys: those of the tree (F2, Insert, Delete, …) hold in the tree only and are shown in its
    // menu.
    const auto add = [&registry](const char *id, const QString &text, const QString &tip) {
        registry.add({QString::fromLatin1(id), text, {}, {}, {}, tip, false, 0});
    };
    const QString tip = RecordCommands::tr("In the tree view of a record");
    add("tree.edit", RecordCommands::tr("JSON tree: edit the value"), tip);
    add("tree.rename", RecordCommands::tr("JSON tree: rename the member"), tip);
    add("tree.add", RecordCommands::tr("JSON tree: add a member or element"), tip);
    add("tree.remove", RecordCommands::tr("JSON tree: remove the member or element"), tip);
    add("tree.moveUp", RecordCommands::tr("JSON tree: move up"), tip);
    add("tree.moveDown", RecordCommands::tr("JSON tree: move down"), tip);
    add("tree.expandAll", RecordCommands::tr("JSON tree: expand all below"), tip);
    add("tree.toObject", RecordCommands::tr("JSON tree: make it an object"), tip);
    add("tree.toArray", RecordCommands::tr("JSON tree: make it an array"), tip);
    add("tree.toString", RecordCommands::tr("JSON tree: make it a string"), tip);
    add("tree.toNumber", RecordCommands::tr("JSON tree: make it a number"), tip);
    add("tree.toBoolean", RecordCommands::tr("JSON tree: make it true or false"), tip);
    add("tree.toNull", RecordCommands::tr("JSON tree: make it null"), tip);
}

} // namespace Studio
