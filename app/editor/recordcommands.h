// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;

/// Describes the commands of the record tab that the shell does not know of. Harmless when they are known.
void addRecordCommands(CommandRegistry &registry);

} // namespace Studio
