// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "faultstate.h"

#include <algorithm>

namespace hpkv::emulator
{

namespace
{

using Clock = FaultState::Clock;

Clock::time_point endOf(const std::optional<std::chrono::milliseconds> &duration, Clock::time_point now)
{
    return duration ? now + *duration : Clock::time_point::max();
}

std::optional<std::chrono::milliseconds> remaining(Clock::time_point end, Clock::time_point now)
{
    if (end == Clock::time_point::max())
        return std::nullopt;
    return std::chrono::ceil<std::chrono::milliseconds>(end - now);
}

template <class Fault>
const FaultApply &applyOf(const Fault &fault)
{
    return fault.apply;
}

const FaultApply &applyOf(const FaultApply &apply)
{
    return apply;
}

/// Forgets a fault whose `next` is used up.
template <class Fault>
void forgetIfUsed(std::optional<Fault> &fault)
{
    if (fault && applyOf(*fault).next && *applyOf(*fault).next <= 0)
        fault.reset();
}

} // namespace

FaultState::FaultState()
    : m_random(std::random_device{}())
{
}

void FaultState::set(const Faults &faults, Clock::time_point now)
{
    m_faults = faults;
    forgetIfUsed(m_faults.delay);
    forgetIfUsed(m_faults.drop);
    forgetIfUsed(m_faults.duplicate);
    forgetIfUsed(m_faults.reorder);
    forgetIfUsed(m_faults.code);
    m_onReplies = m_faults.delay || m_faults.drop || m_faults.duplicate || m_faults.reorder;
    if (m_faults.silent)
        m_silentUntil = endOf(m_faults.silent->duration, now);
    if (m_faults.refuse)
        m_refuseUntil = endOf(m_faults.refuse->duration, now);
    if (m_faults.upgrade)
        m_upgradeUntil = endOf(m_faults.upgrade->duration, now);
}

Faults FaultState::current(Clock::time_point now) const
{
    Faults faults = m_faults;
    if (silent(now))
        faults.silent->duration = remaining(m_silentUntil, now);
    else
        faults.silent.reset();
    if (refuses(now))
        faults.refuse->duration = remaining(m_refuseUntil, now);
    else
        faults.refuse.reset();
    if (upgradeActive(now))
        faults.upgrade->duration = remaining(m_upgradeUntil, now);
    else
        faults.upgrade.reset();
    return faults;
}

bool FaultState::hits(FaultApply &apply, Op op)
{
    if (apply.op && *apply.op != static_cast<int>(op))
        return false;
    if (apply.next) {
        --*apply.next;
        return true;
    }
    return !apply.share || std::uniform_real_distribution<>(0, 1)(m_random) < *apply.share;
}

std::optional<int> FaultState::takeCode(Op op)
{
    if (!m_faults.code || !hits(m_faults.code->apply, op))
        return std::nullopt;
    const int code = m_faults.code->code;
    forgetIfUsed(m_faults.code);
    return code;
}

FaultState::ReplyPlan FaultState::takeReply(Op op)
{
    ReplyPlan plan;
    if (!m_onReplies)
        return plan;
    if (m_faults.delay && hits(m_faults.delay->apply, op))
        plan.delay = m_faults.delay->delay;
    plan.drop = m_faults.drop && hits(*m_faults.drop, op);
    plan.duplicate = m_faults.duplicate && hits(*m_faults.duplicate, op);
    plan.reorder = m_faults.reorder && hits(*m_faults.reorder, op);
    forgetIfUsed(m_faults.delay);
    forgetIfUsed(m_faults.drop);
    forgetIfUsed(m_faults.duplicate);
    forgetIfUsed(m_faults.reorder);
    return plan;
}

std::chrono::milliseconds FaultState::upgradeStall(Clock::time_point now) const
{
    return upgradeActive(now) ? m_faults.upgrade->stall.value_or(std::chrono::milliseconds(0))
                              : std::chrono::milliseconds(0);
}

std::optional<int> FaultState::upgradeStatus(Clock::time_point now) const
{
    return upgradeActive(now) ? m_faults.upgrade->status : std::nullopt;
}

std::optional<FaultState::Clock::time_point> FaultState::nextEnd(Clock::time_point now) const
{
    auto end = Clock::time_point::max();
    if (silent(now))
        end = std::min(end, m_silentUntil);
    if (refuses(now))
        end = std::min(end, m_refuseUntil);
    return end == Clock::time_point::max() ? std::nullopt : std::optional(end);
}

} // namespace hpkv::emulator
