// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/kindcolors.h"

namespace Studio
{

KindColors colorsOf(LiveKind kind)
{
    switch (kind) {
    case LiveKind::Created:
        return {ColorRole::Created, ColorRole::CreatedSoft};
    case LiveKind::Patched:
        return {ColorRole::Patched, ColorRole::PatchedSoft};
    case LiveKind::Appended:
        return {ColorRole::Appended, ColorRole::ReplacedSoft};
    case LiveKind::Counted:
        return {ColorRole::Counted, ColorRole::CountedSoft};
    case LiveKind::Removed:
        return {ColorRole::Removed, ColorRole::RemovedSoft};
    case LiveKind::LineDown:
    case LiveKind::LineUp:
        return {ColorRole::Warning, ColorRole::WarningSoft};
    case LiveKind::Replaced:
    case LiveKind::Rewritten:
        break;
    }
    return {ColorRole::Replaced, ColorRole::ReplacedSoft};
}

} // namespace Studio
