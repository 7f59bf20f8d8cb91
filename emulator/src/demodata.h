// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace hpkv::emulator
{

/// The lines of resources/demo/*.jsonl, put into the program when it is built.
std::string_view demoData();

} // namespace hpkv::emulator
