// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hub.h"
#include "stream.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace hpkv::emulator
{

/// Keeps changing the demo data: sensors drift, counters rise, orders move on, sessions come and go, a log
/// grows. Each change takes the way of a client's write.
class Activity
{
public:
    explicit Activity(Hub &hub);

    void start();
    void stop();
    /// One change. For tests without a clock.
    void step();

private:
    void arm();
    void drift();
    void count();
    void moveOrder();
    void turnSession();
    void appendLog();
    bool perform(Op op, const std::string &key, std::string value);
    std::vector<std::string> keysWith(const std::string &prefix) const;
    unsigned draw(unsigned below);

    Hub &m_hub;
    Timer m_timer;
    std::minstd_rand m_random;
    std::vector<std::string> m_sessions; // Those that it opened and has not closed.
    std::uint64_t m_steps = 0;
};

} // namespace hpkv::emulator
