// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// The frames that wait for a connection, in order. Each carries the number of the write that must be kept
/// before it may leave.
class OutputQueue
{
public:
    void push(std::string frame, std::uint64_t sequence);
    void push(std::shared_ptr<const std::string> frame, std::uint64_t sequence);

    bool empty() const { return m_frames.empty(); }
    std::size_t size() const { return m_frames.size(); }
    /// Bytes that have not left yet.
    std::size_t bytes() const { return m_bytes; }
    std::uint64_t sequence(std::size_t index = 0) const { return m_frames[index].sequence; }
    /// What is left of a frame.
    std::string_view data(std::size_t index = 0) const;
    /// These bytes of the first frames have left.
    void consume(std::size_t bytes);
    /// Forgets all frames that have not begun to leave.
    void discard();

private:
    struct Frame {
        std::string own;
        std::shared_ptr<const std::string> shared;
        std::uint64_t sequence;

        std::string_view text() const { return shared ? *shared : own; }
    };

    std::deque<Frame> m_frames;
    std::size_t m_offset = 0; // In the first frame.
    std::size_t m_bytes = 0;
};

} // namespace hpkv::emulator
