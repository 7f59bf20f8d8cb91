// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "request.h"

#include <hpkv/emulator/faults.h>

#include <chrono>
#include <optional>
#include <random>

namespace hpkv::emulator
{

/// Which faults are in force and whom they hit next. Time comes in. Not thread-safe.
class FaultState
{
public:
    using Clock = std::chrono::steady_clock;

    /// What is done to one reply.
    struct ReplyPlan {
        std::chrono::milliseconds delay{0};
        bool drop = false;
        bool duplicate = false;
        bool reorder = false;
    };

    FaultState();

    /// Replaces all; durations start now.
    void set(const Faults &faults, Clock::time_point now);
    /// What is still in force, durations as what remains of them.
    Faults current(Clock::time_point now) const;

    /// The code that the next request of that op is answered with, instead of being carried out.
    std::optional<int> takeCode(Op op);
    ReplyPlan takeReply(Op op);

    bool silent(Clock::time_point now) const { return m_faults.silent && now < m_silentUntil; }
    bool refuses(Clock::time_point now) const { return m_faults.refuse && now < m_refuseUntil; }
    /// How long the answer to an upgrade waits.
    std::chrono::milliseconds upgradeStall(Clock::time_point now) const;
    /// The status that upgrades are refused with.
    std::optional<int> upgradeStatus(Clock::time_point now) const;
    /// When silence or refusal ends next, so that somebody can look again.
    std::optional<Clock::time_point> nextEnd(Clock::time_point now) const;

private:
    bool hits(FaultApply &apply, Op op);
    bool upgradeActive(Clock::time_point now) const { return m_faults.upgrade && now < m_upgradeUntil; }

    Faults m_faults;
    bool m_onReplies = false;
    Clock::time_point m_silentUntil;
    Clock::time_point m_refuseUntil;
    Clock::time_point m_upgradeUntil;
    std::minstd_rand m_random;
};

} // namespace hpkv::emulator
