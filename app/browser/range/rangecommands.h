// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;

/// Describes the commands range.*; range.new is the page's, the others are those of a range tab.
void addRangeCommands(CommandRegistry &registry);

} // namespace Studio
