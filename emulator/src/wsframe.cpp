// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "wsframe.h"

#include "text.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace hpkv::emulator
{

namespace
{

constexpr std::size_t firstRoom = 4 * 1024;
constexpr std::size_t mostRoom = 64 * 1024;

struct Header {
    std::array<char, 10> bytes;
    std::size_t size;
};

Header makeHeader(Opcode opcode, std::size_t length)
{
    Header header{};
    header.bytes[0] = static_cast<char>(0x80U | static_cast<unsigned>(opcode));
    const auto tail = [&header, length](std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            header.bytes[2 + i] = static_cast<char>((length >> (8 * (count - 1 - i))) & 0xffU);
        header.size = 2 + count;
    };
    if (length < 126) {
        header.bytes[1] = static_cast<char>(length);
        header.size = 2;
    } else if (length <= 0xffff) {
        header.bytes[1] = 126;
        tail(2);
    } else {
        header.bytes[1] = 127;
        tail(8);
    }
    return header;
}

void unmask(char *bytes, std::size_t size, const char *mask)
{
    std::array<char, 8> twice;
    std::memcpy(twice.data(), mask, 4);
    std::memcpy(twice.data() + 4, mask, 4);
    std::uint64_t wide = 0;
    std::memcpy(&wide, twice.data(), 8);
    std::size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + i, 8);
        word ^= wide;
        std::memcpy(bytes + i, &word, 8);
    }
    for (; i < size; ++i)
        bytes[i] = static_cast<char>(bytes[i] ^ mask[i & 3U]);
}

/// The codes that may stand in a close frame.
bool isCloseCode(int code)
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
        || (code >= 3000 && code <= 4999);
}

} // namespace

std::string makeFrame(Opcode opcode, std::string_view payload)
{
    const Header header = makeHeader(opcode, payload.size());
    std::string frame;
    frame.reserve(header.size + payload.size());
    frame.append(header.bytes.data(), header.size).append(payload);
    return frame;
}

void wrapFrame(Opcode opcode, std::string &payload)
{
    const Header header = makeHeader(opcode, payload.size());
    payload.insert(0, header.bytes.data(), header.size);
}

std::string makeCloseFrame(int code, std::string_view reason)
{
    std::string payload;
    payload.push_back(static_cast<char>(code >> 8));
    payload.push_back(static_cast<char>(code & 0xff));
    payload.append(reason.substr(0, 123));
    return makeFrame(Opcode::Close, payload);
}

std::string acceptKey(std::string_view key)
{
    std::string text(key);
    text += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
    std::array<unsigned char, 64> encoded{};
    const int length = EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(size));
    return {reinterpret_cast<const char *>(encoded.data()), static_cast<std::size_t>(length)};
}

std::span<char> FrameReader::prepare()
{
    m_payload = {};
    if (m_begin == m_end) {
        m_begin = m_end = 0;
        if (m_buffer.size() > mostRoom) // One large frame must not hold its memory for ever.
            std::vector<char>().swap(m_buffer);
    } else if (m_begin > 0 && (m_needed > m_buffer.size() - m_begin || m_end == m_buffer.size())) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    const std::size_t held = m_end - m_begin;
    std::size_t wanted = std::max({firstRoom, m_needed, held + 1});
    // A connection that fills its buffer gets a larger one, up to a point.
    if (m_end == m_buffer.size() && !m_buffer.empty())
        wanted = std::max(wanted, std::min(mostRoom, m_buffer.size() * 2));
    if (m_buffer.size() < wanted)
        m_buffer.resize(wanted);
    return {m_buffer.data() + m_end, m_buffer.size() - m_end};
}

void FrameReader::add(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto room = prepare();
        const std::size_t part = std::min(room.size(), bytes.size());
        std::memcpy(room.data(), bytes.data(), part);
        commit(part);
        bytes.remove_prefix(part);
    }
}

FrameReader::Event FrameReader::error(int code)
{
    m_broken = true;
    m_closeCode = code;
    m_begin = m_end = 0;
    m_needed = 0;
    return Event::Error;
}

FrameReader::Event FrameReader::next()
{
    for (;;) {
        m_payload = {};
        if (m_broken)
            return Event::NeedMore;
        char *const bytes = m_buffer.data() + m_begin;
        const std::size_t held = m_end - m_begin;
        m_needed = 0;
        if (held < 2)
            return Event::NeedMore;
        const auto first = static_cast<unsigned char>(bytes[0]);
        const auto second = static_cast<unsigned char>(bytes[1]);
        const bool last = (first & 0x80U) != 0;
        const unsigned code = first & 0x0fU;
        // No extension is ever agreed on, and a client must mask.
        if ((first & 0x70U) != 0 || (second & 0x80U) == 0 || (code > 2 && code < 8) || code > 10)
            return error(1002);
        std::uint64_t length = second & 0x7fU;
        std::size_t header = 2;
        if (length >= 126) {
            const std::size_t count = length == 126 ? 2 : 8;
            if (held < header + count)
                return Event::NeedMore;
            length = 0;
            for (std::size_t i = 0; i < count; ++i)
                length = length << 8U | static_cast<unsigned char>(bytes[header + i]);
            header += count;
        }
        const auto opcode = static_cast<Opcode>(code);
        if (code >= 8 && (length > 125 || !last))
            return error(1002);
        if (length > m_maxMessage || (code == 0 && length + m_fragments.size() > m_maxMessage))
            return error(1009);
        header += 4;
        const std::size_t whole = header + static_cast<std::size_t>(length);
        if (held < whole) {
            m_needed = whole;
            return Event::NeedMore;
        }
        char *const body = bytes + header;
        unmask(body, static_cast<std::size_t>(length), body - 4);
        m_begin += whole;
        const std::string_view payload(body, static_cast<std::size_t>(length));
        const Event event = code >= 8 ? control(opcode, payload) : data(opcode, last, payload);
        if (event != Event::NeedMore)
            return event;
    }
}

FrameReader::Event FrameReader::control(Opcode opcode, std::string_view payload)
{
    m_payload = payload;
    if (opcode == Opcode::Ping)
        return Event::Ping;
    if (opcode == Opcode::Pong)
        return Event::Pong;
    if (payload.empty()) {
        m_closeCode = 1005;
        return Event::Close;
    }
    if (payload.size() == 1)
        return error(1002);
    const int code = static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]);
    m_payload = payload.substr(2);
    if (!isCloseCode(code))
        return error(1002);
    if (!isValidUtf8(m_payload))
        return error(1007);
    m_closeCode = code;
    return Event::Close;
}

/// NeedMore for a fragment that is not the last.
FrameReader::Event FrameReader::data(Opcode opcode, bool last, std::string_view payload)
{
    const bool continues = opcode == Opcode::Continuation;
    if (continues != m_fragmented)
        return error(1002);
    if (!continues && last)
        return message(opcode, payload);
    if (!continues) {
        m_fragmented = true;
        m_fragmentsOpcode = opcode;
        m_fragments.clear();
    }
    m_fragments.append(payload);
    if (!last)
        return Event::NeedMore;
    m_fragmented = false;
    return message(m_fragmentsOpcode, m_fragments);
}

FrameReader::Event FrameReader::message(Opcode opcode, std::string_view payload)
{
    m_payload = payload;
    if (opcode == Opcode::Binary)
        return Event::Binary;
    return isValidUtf8(payload) ? Event::Text : error(1007);
}

} // namespace hpkv::emulator
