// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hpkv::emulator
{

/// WebSocket frames (RFC 6455) as pure functions of bytes. They are made here and not by Beast's stream,
/// because the emulator decides itself when a pong or a reply leaves (faults, group commits), shares one
/// frame among many subscribers, and answers 64 requests that arrive in one packet from one read.
enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// A frame of a server: whole, not masked.
std::string makeFrame(Opcode opcode, std::string_view payload);
/// The same, made in place of the payload.
void wrapFrame(Opcode opcode, std::string &payload);
std::string makeCloseFrame(int code, std::string_view reason);

/// The value of `Sec-WebSocket-Accept` for that of `Sec-WebSocket-Key`.
std::string acceptKey(std::string_view key);

/// Takes frames of a client apart. Bytes are added at the end, messages come out in order.
class FrameReader
{
public:
    enum class Event {
        NeedMore,
        Text, ///< A whole message, fragments joined.
        Binary,
        Ping,
        Pong,
        Close, ///< closeCode() says with what.
        Error, ///< closeCode() says how to close; no more is read.
    };

    /// Messages above `maxMessage` bytes end in Error 1009.
    explicit FrameReader(std::size_t maxMessage)
        : m_maxMessage(maxMessage)
    {
    }

    /// Room for at least one byte; then call commit() with how many were put there.
    std::span<char> prepare();
    void commit(std::size_t bytes) { m_end += bytes; }
    void add(std::string_view bytes);

    Event next();
    /// Of the message just returned, until the next call of any other function.
    std::string_view payload() const { return m_payload; }
    /// 1000..4999 after Close and Error; 1005 for a close frame without a code.
    int closeCode() const { return m_closeCode; }

private:
    Event error(int code);
    Event control(Opcode opcode, std::string_view payload);
    Event data(Opcode opcode, bool last, std::string_view payload);
    Event message(Opcode opcode, std::string_view payload);

    const std::size_t m_maxMessage;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_needed = 0; ///< Size of the frame that is not complete yet, 0 if not known.
    std::string m_fragments;
    bool m_fragmented = false;
    Opcode m_fragmentsOpcode = Opcode::Text;
    std::string_view m_payload;
    int m_closeCode = 1005;
    bool m_broken = false;
};

} // namespace hpkv::emulator
