// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// Takes one record of a seed.
using SeedSink = std::function<void(std::string key, std::string value, bool counter)>;

/// The demo: a small shop and a fleet of sensors, from resources/demo. \throws std::runtime_error if a line
/// of it is damaged, which only a build can cause.
void seedDemo(const SeedSink &sink);

/// `count` keys in namespaces such as a shop has, with values of about 100 bytes. The same for the same
/// count.
void seedKeys(std::size_t count, const SeedSink &sink);

} // namespace hpkv::emulator
