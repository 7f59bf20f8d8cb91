// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace hpkv::bench
{

/// What the clients write and read: keys `bench:00000` and on, with values of about one hundred bytes that
/// differ from key to key and from run to run. Made beforehand, so that making them is not measured.
/// compare/official.mjs makes the same.
struct Workload {
    static constexpr int size = 1000;

    /// \param run the process id: an answer from an earlier run is told apart.
    explicit Workload(long run)
    {
        keys.reserve(size);
        values.reserve(size);
        char text[160];
        for (int i = 0; i < size; ++i) {
            std::snprintf(text, sizeof text, "bench:%05d", i);
            keys.emplace_back(text);
            std::snprintf(text, sizeof text, R"({"n":%d,"run":%ld,"note":"%s"})", i, run,
                          "sixty bytes or so, so that a value has about one hundred");
            values.emplace_back(text);
        }
    }

    std::vector<std::string> keys;
    std::vector<std::string> values;
};

} // namespace hpkv::bench
