// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/liveentry.h"
#include "shell/themecolors.h"

namespace Studio
{

/// The colours of a badge that names the kind of a change.
struct KindColors {
    ColorRole strong;
    ColorRole soft;
};

KindColors colorsOf(LiveKind kind);

} // namespace Studio
