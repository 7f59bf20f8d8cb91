// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkv/emulator/faults.h>

#include <optional>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// What a `POST /_emulator/faults` asks for: the faults after it, and what is done once.
struct FaultsChange {
    struct Close {
        int code = 1000;
        std::string reason;
    };

    Faults faults;
    std::optional<StrayFrame> stray;
    std::optional<Close> close;
    bool cut = false;
};

/// Reads the body: members that it names are set, null clears one, the others stay as in `before`.
/// \throws std::invalid_argument with what is wrong.
FaultsChange parseFaults(std::string_view body, const Faults &before);

/// The faults as the JSON object that parseFaults() reads.
std::string formatFaults(const Faults &faults);

} // namespace hpkv::emulator
