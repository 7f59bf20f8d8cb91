// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hub.h"
#include "stream.h"

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// One line of a recording: what a key held from then on.
struct ReplayLine {
    std::int64_t at = 0; ///< Milliseconds since 1970.
    std::string key; ///< Empty: nothing is written (a break in the recording).
    std::optional<std::string> value; ///< None with `key`: it was removed, or see `unknown`.
    bool unknown = false; ///< What it held is not known, so that nothing is written.
    bool base = false; ///< What it held before the first change that was recorded.
};

/// Nothing if the line is damaged.
std::optional<ReplayLine> parseReplayLine(std::string_view line);

/// Writes what a recording holds, in its order and timing. Each change takes the way of a client's write.
class Replay
{
public:
    explicit Replay(Hub &hub);

    /// Goes through the file once: damaged lines are found now, and bases go into the store before anyone
    /// is connected. \throws StartError
    void open();
    void start();
    void stop();
    /// Writes the next line; false at the end. For tests without a clock.
    bool step();

private:
    bool read();
    void arm();

    Hub &m_hub;
    Timer m_timer;
    std::ifstream m_file;
    std::optional<ReplayLine> m_next;
    std::int64_t m_firstAt = 0;
    Clock::time_point m_begun;
};

} // namespace hpkv::emulator
