// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "seeds.h"

#include <array>
#include <cstdio>
#include <random>

namespace hpkv::emulator
{

namespace
{

constexpr std::array namespaces = {"account", "audit", "cart",    "catalog", "device",  "event", "invoice",
                                   "job",     "media", "message", "metric",  "order",   "price", "profile",
                                   "review",  "stock", "ticket",  "trace",   "vehicle", "visit"};
constexpr std::array regions = {"ams", "ber", "fra", "gru", "hel", "jnb", "lis", "lon", "nrt", "osl",
                                "par", "prg", "sea", "sin", "syd", "tyo", "vie", "waw", "yul", "zrh"};
constexpr std::array states = {"active", "pending", "closed", "queued"};

} // namespace

void seedKeys(std::size_t count, const SeedSink &sink)
{
    // In key order, which is the cheap one for an ordered store: namespace, region, number.
    const std::size_t branches = namespaces.size() * regions.size();
    std::minstd_rand random(20240607);
    std::array<char, 64> key;
    std::array<char, 192> value;
    for (std::size_t branch = 0; branch < branches; ++branch) {
        const std::size_t inBranch = count / branches + (branch < count % branches ? 1 : 0);
        const char *const space = namespaces[branch / regions.size()];
        const char *const region = regions[branch % regions.size()];
        for (std::size_t i = 0; i < inBranch; ++i) {
            const int keySize = std::snprintf(key.data(), key.size(), "%s:%s:%08zu", space, region, i);
            const unsigned drawn = static_cast<unsigned>(random());
            const int valueSize = std::snprintf(
                value.data(), value.size(),
                R"({"id":%zu,"region":"%s","state":"%s","amount":%u.%02u,"updatedAt":17%08u000,"revision":%u})",
                i, region, states[drawn % states.size()], drawn / 7 % 10000, drawn / 3 % 100,
                drawn % 100'000'000, drawn / 11 % 50);
            sink(std::string(key.data(), static_cast<std::size_t>(keySize)),
                 std::string(value.data(), static_cast<std::size_t>(valueSize)), false);
        }
    }
}

} // namespace hpkv::emulator
