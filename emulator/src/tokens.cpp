// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "tokens.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace hpkv::emulator
{

namespace
{

std::string randomText()
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<unsigned char, 40> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random numbers");
    std::string text;
    text.reserve(bytes.size());
    for (const unsigned char byte : bytes)
        text.push_back(alphabet[byte & 63U]);
    return text;
}

} // namespace

std::string Tokens::add(std::shared_ptr<const Grant> grant, Clock::time_point now)
{
    if (m_grants.size() >= m_sweepAt) {
        std::erase_if(m_grants, [now](const auto &item) { return item.second->expires <= now; });
        m_sweepAt = std::max<std::size_t>(64, m_grants.size() * 2);
    }
    std::string text = randomText();
    m_grants.emplace(text, std::move(grant));
    return text;
}

std::shared_ptr<const Grant> Tokens::find(std::string_view token, Clock::time_point now) const
{
    const auto it = m_grants.find(std::string(token));
    return it == m_grants.end() || it->second->expires <= now ? nullptr : it->second;
}

} // namespace hpkv::emulator
