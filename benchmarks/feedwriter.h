// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <string>

namespace hpkv::bench
{

/// What is written: 10,000 keys in a hundred branches with small documents of which two members change.
struct FeedLoad {
    static constexpr int keys = 10'000;
    static constexpr const char *prefix = "feed:";

    /// Key of the `i`th write: "feed:07:000123". Neighbouring writes go to different branches.
    static std::string key(std::int64_t i);
    /// The frame that writes it for the `i`th time.
    static std::string frame(std::int64_t i, const std::string &key);
};

/// Writes all keys once, as fast as it goes. \throws std::runtime_error
void seedFeed(std::uint16_t port);

/// Writes at `rate` a second for so many seconds over one connection, each write confirmed.
/// \throws std::runtime_error if one is refused
void writeFeed(std::uint16_t port, int rate, int seconds);

} // namespace hpkv::bench
