// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdio>

namespace hpkv::bench
{

/// One figure: `name value unit` on a line.
inline void report(const char *name, double value, const char *unit)
{
    const bool whole = value >= 1000 || value == static_cast<double>(static_cast<long long>(value));
    std::printf(whole ? "%s %.0f %s\n" : "%s %.2f %s\n", name, value, unit);
    std::fflush(stdout);
}

} // namespace hpkv::bench
