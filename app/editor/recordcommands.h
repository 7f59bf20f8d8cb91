// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;

/// Describes the commands of the record tab, those of its text and of its tree included. Harmless when they
/// are known.
void addRecordCommands(CommandRegistry &registry);
void addEditorCommands(CommandRegistry &registry);
void addJsonTreeCommands(CommandRegistry &registry);

} // namespace Studio
