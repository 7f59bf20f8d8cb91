// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "outputqueue.h"

namespace hpkv::emulator
{

void OutputQueue::push(std::string frame, std::uint64_t sequence)
{
    m_bytes += frame.size();
    m_frames.push_back({std::move(frame), nullptr, sequence});
}

void OutputQueue::push(std::shared_ptr<const std::string> frame, std::uint64_t sequence)
{
    m_bytes += frame->size();
    m_frames.push_back({{}, std::move(frame), sequence});
}

std::string_view OutputQueue::data(std::size_t index) const
{
    const auto text = m_frames[index].text();
    return index == 0 ? text.substr(m_offset) : text;
}

void OutputQueue::consume(std::size_t bytes)
{
    m_bytes -= bytes;
    while (bytes > 0) {
        const std::size_t left = m_frames.front().text().size() - m_offset;
        if (bytes < left) {
            m_offset += bytes;
            return;
        }
        bytes -= left;
        m_offset = 0;
        m_frames.pop_front();
    }
}

void OutputQueue::discard()
{
    const std::size_t kept = m_offset > 0 ? 1 : 0;
    m_frames.resize(kept);
    m_bytes = kept == 0 ? 0 : data().size();
}

} // namespace hpkv::emulator
