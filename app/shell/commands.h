// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;

/// Describes every command of the application, in the order of the menus. Ids that views install handlers
/// for:
///
/// | Place | Ids |
/// | --- | --- |
/// | window | session.reconnect session.edit file.connect file.demo file.profiles file.closeTab
/// file.closeSession file.settings file.quit view.* tools.* window.* help.* | | text fields, editors |
/// edit.undo edit.redo edit.cut edit.copy edit.paste edit.selectAll edit.find | | record tab | record.save
/// record.discard record.reload record.format record.compact record.difference record.copyKey
/// record.copyValue record.delete | | key tree | keys.new keys.open keys.copyKey keys.delete keys.readAgain
/// keys.refreshBranch keys.loadBranch keys.stopReading keys.filter | | live panel | live.pause live.clear
/// live.filter live.openRecord live.copyRow |
void addStandardCommands(CommandRegistry &registry);

} // namespace Studio
