// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkv/emulator/faults.h>
#include <hpkv/emulator/options.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hpkv::emulator
{

/// Why a server could not start: the address is taken, the data file is damaged or foreign, a certificate
/// cannot be read, an option makes no sense. what() is one sentence for a person.
class StartError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// A key with its value: UTF-8 text that is not empty and may hold NUL.
struct Record {
    std::string key;
    std::string value;
    bool operator==(const Record &) const = default;
};

/// What has happened since start(). All numbers grow only.
struct Counters {
    std::array<std::uint64_t, 7>
        requests{}; ///< By op, 1..6, WebSocket and REST, refused ones too; [0] = unreadable ones.
    std::uint64_t failures = 0; ///< Replies with a code other than 200.
    std::uint64_t notifications = 0; ///< Notification frames handed to connections.
    std::uint64_t connections = 0; ///< TCP connections taken.
    std::uint64_t upgrades = 0; ///< WebSocket connections opened.
    std::uint64_t refusedUpgrades = 0;
    std::uint64_t tokens = 0; ///< Tokens given out.
    std::uint64_t activity = 0; ///< Changes made by the activity generator.
    std::uint64_t slowReaders = 0; ///< Connections closed with 1013.
};

/// A loopback server that speaks HPKV's WebSocket protocol, token endpoint and REST record endpoints.
///
/// It runs on a thread of its own; every member may be called from any thread except from Options::log.
/// Changes made through put() and erase() take the way that clients' writes take: they are kept in the data
/// file and subscribers are notified of them. The limits for keys and values do not apply to them.
class Server
{
public:
    explicit Server(Options options);
    /// Stops.
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Opens the data file, seeds and listens; when it returns, clients can connect.
    /// \throws StartError and then nothing runs. Calling it on a running server does nothing.
    void start();
    /// Closes every connection with 1001, waits for that (half a second at most), then for the data file.
    /// Records in memory and the port stay for the next start(): with port 0 that is the port of before, so
    /// that a client finds the server again.
    void stop();
    bool running() const;

    /// The port listened on; 0 before the first start().
    std::uint16_t port() const;
    /// `ws://127.0.0.1:PORT`, `wss` with TLS; without `/ws`.
    std::string wsUrl() const;
    /// `http://127.0.0.1:PORT`, `https` with TLS.
    std::string httpUrl() const;
    const Options &options() const;

    /// \name Faults
    /// @{
    /// Replaces all faults.
    void setFaults(const Faults &faults);
    void clearFaults();
    /// What is still in force; `next` counted down.
    Faults faults() const;
    /// Sends one stray message to every WebSocket connection.
    void sendStray(StrayFrame frame);
    /// Starts the closing handshake on every WebSocket connection. Any code in 1000..4999.
    void closeAll(int code, std::string_view reason = {});
    /// Drops every TCP connection without a close frame.
    void cutAll();
    /// @}

    /// Open WebSocket connections.
    std::size_t connectionCount() const;
    Counters counters() const;

    /// A token as `POST /token/websocket` gives it. An empty optional means that the member is left out.
    /// \throws std::invalid_argument for an unknown key or a bad expression.
    std::string createToken(const std::string &apiKey, const std::vector<std::string> &subscribePatterns,
                            const std::optional<std::string> &accessPattern);

    /// \name The store
    /// @{
    /// Returns when it is kept. \throws std::invalid_argument if one is empty or no UTF-8 text,
    /// std::runtime_error if the data file cannot be written
    void put(std::string_view key, std::string_view value);
    std::optional<std::string> get(std::string_view key) const;
    /// \return whether it was there.
    bool erase(std::string_view key);
    /// Removes everything without telling subscribers.
    void clear();
    std::size_t size() const;
    /// In key order (bytes), of one moment. The callback runs on the caller's thread and may call back.
    void forEach(const std::function<void(const Record &)> &visit) const;
    /// All records in key order, of one moment.
    std::vector<Record> records() const;
    /// @}

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hpkv::emulator
