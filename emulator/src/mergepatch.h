// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkv/emulator/options.h>

#include <optional>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// How a patch (op 3) and the stored text come together.
struct PatchResult {
    enum class Kind {
        Merged, ///< Both are JSON objects; `text` is the result.
        NotObjects, ///< At least one is not a JSON object: append.
        TooDeep, ///< Both are, but nested deeper than 512 levels.
    };
    Kind kind = Kind::NotObjects;
    std::string text;
};

/// Merges `patch` into `stored` (RFC 7396; members `""`, `{}` and `[]` also remove under
/// PatchEmptyMember::Remove). The result is compact: members of `stored` first and in their order, new ones
/// behind. Numbers keep their digits; members of the same name that the patch does not name are all kept, of
/// those that it names the last counts.
PatchResult mergePatch(std::string_view stored, std::string_view patch, PatchEmptyMember rule);

} // namespace hpkv::emulator
