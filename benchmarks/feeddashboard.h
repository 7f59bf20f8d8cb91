// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "dashboard/dashboard.h"

namespace hpkv::bench
{

/// A dashboard of 20 tiles of all kinds over keys that the feed changes.
Studio::Dashboard feedDashboard();

} // namespace hpkv::bench
