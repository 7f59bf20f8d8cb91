// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;

/// Everything that the live panel can do, for menus, palette and shortcuts.
void addLiveCommands(CommandRegistry &registry);

} // namespace Studio
