// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "engine.h"
#include "faultsjson.h"
#include "faultstate.h"
#include "ratelimit.h"
#include "reply.h"
#include "stream.h"
#include "tokens.h"

#include <hpkv/emulator/server.h>

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hpkv::emulator
{

/// An open TCP connection, as the hub sees it.
class Connection
{
public:
    virtual ~Connection() = default;
    /// Ends it now, without a word.
    virtual void cut() = 0;
    /// The server is going: end it in good order, soon.
    virtual void goAway() = 0;
};

/// An open WebSocket connection.
class Peer : public Connection
{
public:
    /// Whether it wants to hear of changes of this key.
    virtual bool listensTo(std::string_view key) const = 0;
    /// One frame, ready for the wire, shared among all that receive it.
    virtual void notify(const std::shared_ptr<const std::string> &frame) = 0;
    /// A message that was made up by a fault.
    virtual void sendFrame(std::string frame) = 0;
    virtual void close(int code, std::string_view reason) = 0;
    /// Something that output waited for may have come: a commit, the end of a silence.
    virtual void outputReady() = 0;
};

/// Who is asking, after signing in.
struct Principal {
    std::size_t apiKey = 0; ///< Index in Options::apiKeys.
    std::shared_ptr<const Grant> grant; ///< Set for a token.

    Caller caller(const Options &options) const
    {
        return {grant.get(), options.apiKeys[apiKey].readOnly, false};
    }
};

/// What all connections share. Everything here belongs to the server's thread.
class Hub
{
public:
    explicit Hub(const Options &options);

    const Options &options() const { return m_options; }
    asio::io_context &context() { return m_context; }
    Store &store() { return m_store; }
    Counters &counters() { return m_counters; }
    const ReplyFormat &format() const { return m_format; }
    void log(std::string_view line) const;

    /// \name Signing in
    /// @{
    std::optional<Principal> signInWithKey(std::string_view key) const;
    std::optional<Principal> signInWithToken(std::string_view token) const;
    /// \throws std::invalid_argument
    std::string createToken(std::size_t apiKey, const std::vector<std::string> &patterns,
                            const std::optional<std::string> &access);
    /// @}

    /// \name Requests
    /// @{
    /// Counts, limits, faults, and then the engine. The caller must publish Result::change.
    void perform(const Principal &principal, const Request &request, Result &result);
    /// The same on behalf of the server itself, published.
    Result performOwn(const Request &request);
    /// Counts a frame that could not be read.
    void countUnreadable();
    void publish(const Change &change, const Peer *writer);
    /// @}

    /// \name What is kept
    /// @{
    /// Opens the data file if there is one, else keeps what is in memory. \throws StartError
    void openStorage();
    void closeStorage();
    std::uint64_t lastWrite() const { return m_engine.lastWrite(); }
    bool isKept(std::uint64_t sequence) const
    {
        return !m_persistence || m_storageFailed || m_persistence->committed() >= sequence;
    }
    /// Calls outputReady() once after the next commit.
    void awaitCommit(std::weak_ptr<Peer> peer);
    /// Runs `done` (true = kept, false = it never will be) when writes up to `sequence` are kept; at once if
    /// they are.
    void whenKept(std::uint64_t sequence, std::function<void(bool)> done);
    void clearStore();
    /// Puts a record in before anyone is connected.
    void seed(std::string key, std::string value, bool counter);
    /// @}

    /// \name Connections
    /// @{
    void add(Connection *connection) { m_connections.insert(connection); }
    void remove(Connection *connection) { m_connections.erase(connection); }
    void addPeer(const std::shared_ptr<Peer> &peer, bool subscribed);
    void removePeer(const std::shared_ptr<Peer> &peer);
    std::size_t connectionCount() const { return m_connections.size(); }
    std::size_t peerCount() const { return m_peers.size(); }
    void closeAll(int code, std::string_view reason);
    void cutAll(const Connection *except = nullptr);
    void goAway();
    void sendStray(StrayFrame frame);
    /// @}

    /// \name Faults
    /// @{
    FaultState &faults() { return m_faults; }
    bool silent() const { return m_silent; }
    void setFaults(const Faults &faults);
    void applyFaults(const FaultsChange &change, const Connection *asker);
    /// Called when the port should be closed or opened again.
    std::function<void(bool refuse)> onRefuse;
    /// Lets go of timers, so that the thread can end.
    void cancelTimers();
    /// @}

private:
    void committed();
    void evaluateFaults();

    const Options &m_options;
    asio::io_context m_context{1};
    Store m_store;
    std::unique_ptr<Persistence> m_persistence;
    Engine m_engine;
    ReplyFormat m_format;
    Tokens m_tokens;
    Counters m_counters;
    std::vector<RateLimit> m_limits; // One for each API key.

    std::unordered_set<Connection *> m_connections;
    std::unordered_set<std::shared_ptr<Peer>> m_peers;
    std::vector<std::shared_ptr<Peer>> m_subscribers;
    std::vector<std::weak_ptr<Peer>> m_awaitingCommit;
    struct Waiter {
        std::uint64_t sequence;
        std::function<void(bool)> done;
    };
    std::vector<Waiter> m_waiters;
    bool m_storageFailed = false; // And those who waited for it have been told.

    FaultState m_faults;
    Timer m_faultTimer;
    bool m_silent = false;
    bool m_refusing = false;
};

} // namespace hpkv::emulator
