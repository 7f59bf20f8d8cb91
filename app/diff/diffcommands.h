// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;

/// Describes the commands of comparing: "diff.…". Harmless when they are known.
void addDiffCommands(CommandRegistry &registry);

} // namespace Studio
