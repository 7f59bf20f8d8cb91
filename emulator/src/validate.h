// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkv/emulator/options.h>

namespace hpkv::emulator
{

/// \throws StartError for an option that makes no sense.
void validate(const Options &options);

} // namespace hpkv::emulator
