// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pattern.h"

#include <hpkv/emulator/options.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hpkv::emulator
{

/// What a token stands for.
struct Grant {
    using Clock = std::chrono::steady_clock;

    std::size_t apiKey = 0; ///< Index in Options::apiKeys of the key that it was made with.
    bool allowAll = false; ///< Every key; else what `access` matches, or nothing without it.
    std::optional<Regex> access;
    Subscriptions subscriptions;
    Clock::time_point expires;

    bool allows(std::string_view key) const { return allowAll || (access && access->search(key)); }
};

/// The tokens given out. Time comes in. Not thread-safe.
class Tokens
{
public:
    using Clock = Grant::Clock;

    /// \return the text of a new token: random, safe in a URL.
    std::string add(std::shared_ptr<const Grant> grant, Clock::time_point now);
    /// Null for an unknown or expired one.
    std::shared_ptr<const Grant> find(std::string_view token, Clock::time_point now) const;
    std::size_t size() const { return m_grants.size(); }

private:
    std::unordered_map<std::string, std::shared_ptr<const Grant>> m_grants;
    std::size_t m_sweepAt = 64;
};

} // namespace hpkv::emulator
