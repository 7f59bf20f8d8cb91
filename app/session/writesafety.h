// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sessiontypes.h"

#include <optional>

namespace Studio
{

/// Whether `level` lets `request` be written; the error says why not. The one rule, asked in Session (below
/// every view) and again where the frame leaves.
std::optional<Hpkv::Error> refusedBySafety(SafetyLevel level, const WriteRequest &request);

} // namespace Studio
