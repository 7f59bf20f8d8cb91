// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "feedwriter.h"

#include "wireclient.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

namespace hpkv::bench
{

namespace
{

constexpr int branches = 100;
constexpr int mostInFlight = 1000;

using Clock = std::chrono::steady_clock;

/// Writes [from, to) and waits until all are confirmed.
void write(WireClient &client, std::int64_t from, std::int64_t to)
{
    for (std::int64_t i = from; i < to; ++i)
        client.send(FeedLoad::frame(i, FeedLoad::key(i)));
    for (std::int64_t i = from; i < to; ++i) {
        const std::string_view reply = client.receive();
        if (reply.find("\"code\":200") == std::string_view::npos)
            throw std::runtime_error("a write was refused: " + std::string(reply));
    }
}

} // namespace

std::string FeedLoad::key(std::int64_t i)
{
    const int index = int(i % keys);
    std::array<char, 32> text{};
    const int size =
        std::snprintf(text.data(), text.size(), "%s%02d:%06d", prefix, index % branches, index / branches);
    return {text.data(), std::size_t(size)};
}

std::string FeedLoad::frame(std::int64_t i, const std::string &key)
{
    std::array<char, 320> text{};
    const int size = std::snprintf(
        text.data(), text.size(),
        R"({"op":2,"key":"%s","value":"{\"temp\":%d.%d,\"unit\":\"C\",\"seq\":%lld,\"place\":\"hall %d\",\"ok\":true}","messageId":%lld})",
        key.c_str(), int(i / keys * 7 % 90) - 20, int(i % 10), static_cast<long long>(i), int(i % keys),
        static_cast<long long>(i) + 1);
    return {text.data(), std::size_t(size)};
}

void seedFeed(std::uint16_t port)
{
    WireClient client(port, "apiKey=bench");
    for (std::int64_t i = 0; i < FeedLoad::keys; i += mostInFlight)
        write(client, i, i + mostInFlight);
}

void writeFeed(std::uint16_t port, int rate, int seconds)
{
    WireClient client(port, "apiKey=bench");
    const std::int64_t all = std::int64_t(rate) * seconds;
    const auto begun = Clock::now();
    for (std::int64_t sent = 0; sent < all;) {
        const std::chrono::duration<double> since = Clock::now() - begun;
        const std::int64_t due = std::min(all, std::int64_t(since.count() * rate));
        const std::int64_t next = std::min(due, sent + mostInFlight);
        // The seed was the first round: everything written from here on changes a value.
        write(client, FeedLoad::keys + sent, FeedLoad::keys + next);
        if (next == due)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        sent = next;
    }
}

} // namespace hpkv::bench
