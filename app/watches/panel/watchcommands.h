// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;

/// Describes the commands for what is watched: "watches.…", and those for tokens and gaps.
void addWatchCommands(CommandRegistry &registry);

} // namespace Studio
