// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "emulatorprocess.h"
#include "report.h"
#include "subcommands.h"
#include "wireclient.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace hpkv::bench
{

namespace
{

constexpr int inFlight = 64;
constexpr int setsInMemory = 300'000;
constexpr int setsDurable = 100'000;
constexpr int keySpace = 20'000;
constexpr int subscribers = 50;
constexpr int fanoutWrites = 2'000;

std::string setFrame(int number)
{
    char text[256];
    const int size = std::snprintf(
        text, sizeof text,
        R"({"op":2,"key":"bench:%05d","value":"{\"n\":%d,\"state\":\"active\",\"note\":\"%s\"}","messageId":%d})",
        number % keySpace, number, "sixty bytes or so, so that a value has about one hundred", number + 1);
    return {text, static_cast<std::size_t>(size)};
}

void expectSuccess(std::string_view reply)
{
    if (!reply.starts_with(R"({"code":200,)"))
        throw std::runtime_error("a set failed: " + std::string(reply));
}

/// Sets a second over one connection with a fixed number of requests under way.
double measureSets(std::uint16_t port, int count)
{
    WireClient client(port, "apiKey=bench");
    // Made beforehand: the server is what is measured.
    std::vector<std::string> frames;
    frames.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        frames.push_back(setFrame(i));
    const auto begun = std::chrono::steady_clock::now();
    std::size_t sent = 0;
    for (; sent < inFlight; ++sent)
        client.send(frames[sent]);
    for (int received = 0; received < count; ++received) {
        expectSuccess(client.receive());
        if (sent < frames.size())
            client.send(frames[sent++]);
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return count / seconds;
}

/// How many notifications of many writes did not reach all of the subscribers.
long measureFanout(std::uint16_t port)
{
    const std::string token = fetchToken(port, "bench", "bench:*");
    std::vector<std::unique_ptr<WireClient>> clients;
    clients.reserve(subscribers);
    for (int i = 0; i < subscribers; ++i)
        clients.push_back(std::make_unique<WireClient>(port, "token=" + token));
    std::atomic<long> received{0};
    std::vector<std::thread> readers;
    readers.reserve(clients.size());
    for (const auto &client : clients) {
        readers.emplace_back([&received, &client] {
            try {
                for (int i = 0; i < fanoutWrites; ++i) {
                    if (client->receive().starts_with(R"({"type":"notification")"))
                        ++received;
                }
            } catch (const boost::system::system_error &) {
                // It was given up: what is missing is counted below.
            }
        });
    }
    measureSets(port, fanoutWrites);
    constexpr long all = static_cast<long>(subscribers) * fanoutWrites;
    // As long as something comes, nothing is lost yet.
    for (long before = -1; received < all && before != received;) {
        before = received;
        std::this_thread::sleep_for(std::chrono::seconds(before == 0 ? 5 : 2));
    }
    if (received < all) {
        for (const auto &client : clients)
            client->abort();
    }
    for (auto &reader : readers)
        reader.join();
    return all - received;
}

class TemporaryFolder
{
public:
    TemporaryFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "hpkvqt-bench-").string()
                         + std::string(6, 'X'); // What mkdtemp() replaces.
        if (!::mkdtemp(name.data()))
            throw std::runtime_error("no temporary folder");
        m_path = name;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    std::string file(const char *name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

} // namespace

int benchEmulator(int argc, char **)
{
    if (argc != 0)
        throw std::runtime_error("there are no options");
    {
        const EmulatorProcess emulator({"--seed-keys", "1000000"});
        report("start_1m_s", emulator.startSeconds(), "s");
        report("rss_1m_mb", emulator.residentMegabytes(), "MB");
    }
    {
        const EmulatorProcess emulator;
        report("sets_per_s", measureSets(emulator.port(), setsInMemory), "1/s");
    }
    {
        const TemporaryFolder folder;
        const EmulatorProcess emulator({"--data", folder.file("bench.db")});
        report("durable_sets_per_s", measureSets(emulator.port(), setsDurable), "1/s");
    }
    {
        const EmulatorProcess emulator;
        report("fanout_lost", static_cast<double>(measureFanout(emulator.port())), "notifications");
    }
    return 0;
}

} // namespace hpkv::bench
