// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Studio
{

class CommandRegistry;

/// Describes the commands of dashboards: "dashboard.…".
void addDashboardCommands(CommandRegistry &registry);

} // namespace Studio
