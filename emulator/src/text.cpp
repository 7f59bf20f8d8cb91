// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "text.h"

#include <array>
#include <charconv>
#include <cstring>

namespace hpkv::emulator
{

bool isValidUtf8(std::string_view bytes)
{
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *const end = p + bytes.size();
    const auto isTail = [](unsigned char byte) { return (byte & 0xc0U) == 0x80U; };
    while (p != end) {
        // Eight ASCII bytes at a time: almost everything is ASCII.
        while (end - p >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, p, 8);
            if ((word & 0x8080808080808080ULL) != 0)
                break;
            p += 8;
        }
        if (p == end)
            return true;
        const unsigned char lead = *p;
        if (lead < 0x80) {
            ++p;
        } else if (lead >= 0xc2 && lead <= 0xdf) {
            if (end - p < 2 || !isTail(p[1]))
                return false;
            p += 2;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            if (end - p < 3 || !isTail(p[1]) || !isTail(p[2]) || (lead == 0xe0 && p[1] < 0xa0)
                || (lead == 0xed && p[1] > 0x9f))
                return false;
            p += 3;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            if (end - p < 4 || !isTail(p[1]) || !isTail(p[2]) || !isTail(p[3])
                || (lead == 0xf0 && p[1] < 0x90) || (lead == 0xf4 && p[1] > 0x8f))
                return false;
            p += 4;
        } else {
            return false;
        }
    }
    return true;
}

namespace
{

/// 0 = as is, 'u' = as \u00XX, anything else = that letter behind a backslash.
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < 0x20; ++i)
        table[i] = 'u';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    table['"'] = '"';
    table['\\'] = '\\';
    return table;
}();

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

void appendJsonString(std::string &out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out.push_back('"');
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const char escape = escapes[byte];
        if (escape == 0)
            continue;
        out.append(text, done, i - done);
        done = i + 1;
        out.push_back('\\');
        out.push_back(escape);
        if (escape == 'u') {
            out.append("00");
            out.push_back(hex[byte >> 4U]);
            out.push_back(hex[byte & 15U]);
        }
    }
    out.append(text, done, text.size() - done);
    out.push_back('"');
}

bool isIntegerToken(std::string_view token)
{
    if (!token.empty() && token.front() == '-')
        token.remove_prefix(1);
    return !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::int64_t> toInt64(std::string_view text)
{
    if (!isIntegerToken(text))
        return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<std::string> percentDecode(std::string_view text, bool form)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            out.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            out.push_back(form && text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

bool hasPercentSequence(std::string_view text)
{
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '%' && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0)
            return true;
    }
    return false;
}

std::optional<std::string_view> queryItem(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const auto item = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), item.size() + 1));
        const auto equals = item.find('=');
        if (item.substr(0, equals) == name)
            return equals == std::string_view::npos ? std::string_view() : item.substr(equals + 1);
    }
    return std::nullopt;
}

} // namespace hpkv::emulator
