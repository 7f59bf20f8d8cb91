// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "hub.h"

#include "wsframe.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <stdexcept>

namespace hpkv::emulator
{

namespace
{

std::int64_t nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

Hub::Hub(const Options &options)
    : m_options(options)
    , m_engine(options, m_store)
    , m_format(options)
    , m_faultTimer(m_context.get_executor())
{
    m_limits.reserve(options.apiKeys.size());
    for (const ApiKey &key : options.apiKeys)
        m_limits.emplace_back(key.rate == 0 ? options.rateLimit : key.rate);
}

void Hub::log(std::string_view line) const
{
    if (m_options.log)
        m_options.log(line);
}

std::optional<Principal> Hub::signInWithKey(std::string_view key) const
{
    const auto &keys = m_options.apiKeys;
    const auto it =
        std::find_if(keys.begin(), keys.end(), [key](const ApiKey &item) { return item.key == key; });
    if (it == keys.end())
        return std::nullopt;
    return Principal{static_cast<std::size_t>(it - keys.begin()), nullptr};
}

std::optional<Principal> Hub::signInWithToken(std::string_view token) const
{
    auto grant = m_tokens.find(token, Clock::now());
    if (!grant)
        return std::nullopt;
    const std::size_t apiKey = grant->apiKey;
    return Principal{apiKey, std::move(grant)};
}

std::string Hub::createToken(std::size_t apiKey, const std::vector<std::string> &patterns,
                             const std::optional<std::string> &access)
{
    if (m_options.maxTokenPatterns != 0 && patterns.size() > m_options.maxTokenPatterns)
        throw std::invalid_argument("Too many subscription patterns");
    auto grant = std::make_shared<Grant>();
    grant->apiKey = apiKey;
    for (const auto &pattern : patterns)
        grant->subscriptions.add(pattern);
    if (access)
        grant->access.emplace(*access);
    else
        grant->allowAll = m_options.noAccessPattern == NoAccessPattern::AllowAll;
    const auto now = Clock::now();
    grant->expires = now + m_options.tokenLifetime;
    ++m_counters.tokens;
    return m_tokens.add(std::move(grant), now);
}

void Hub::perform(const Principal &principal, const Request &request, Result &result)
{
    ++m_counters.requests[static_cast<std::size_t>(request.op)];
    RateLimit &limit = m_limits[principal.apiKey];
    if (limit.limited() && !limit.take(Clock::now())) {
        result.clear();
        result.op = request.op;
        result.fail(429, "Rate limit exceeded");
    } else if (const auto code = m_faults.takeCode(request.op)) {
        result.clear();
        result.op = request.op;
        result.fail(*code, "Fault on request");
    } else {
        m_engine.execute(principal.caller(m_options), request, result);
    }
    if (result.code != 200)
        ++m_counters.failures;
}

Result Hub::performOwn(const Request &request)
{
    Result result;
    m_engine.execute({nullptr, false, true}, request, result);
    if (result.change)
        publish(*result.change, nullptr);
    return result;
}

void Hub::countUnreadable()
{
    ++m_counters.requests[0];
    ++m_counters.failures;
}

void Hub::publish(const Change &change, const Peer *writer)
{
    std::shared_ptr<const std::string> frame;
    for (const auto &peer : m_subscribers) {
        if (peer.get() == writer && m_options.ownWrites == OwnWrites::Skip)
            continue;
        if (!peer->listensTo(change.key))
            continue;
        if (!frame) {
            std::string text = m_format.notification(change, nowMs());
            wrapFrame(Opcode::Text, text);
            frame = std::make_shared<const std::string>(std::move(text));
        }
        ++m_counters.notifications;
        peer->notify(frame);
    }
}

void Hub::openStorage()
{
    if (m_options.dataFile.empty())
        return;
    m_store.clear();
    try {
        m_persistence = std::make_unique<Persistence>(m_options.dataFile, m_options.sync, m_store, [this] {
            asio::post(m_context, [this] { committed(); });
        });
    } catch (...) {
        m_store.clear();
        throw;
    }
    m_engine.setPersistence(m_persistence.get());
    m_storageFailed = false;
}

void Hub::closeStorage()
{
    m_engine.setPersistence(nullptr);
    m_persistence.reset();
    m_awaitingCommit.clear();
    m_waiters.clear();
}

void Hub::clearStore()
{
    m_store.clear();
    if (m_persistence)
        m_persistence->clear();
}

void Hub::seed(std::string key, std::string value, bool counter)
{
    if (m_persistence) {
        m_persistence->put(key, value, counter);
        m_persistence->limitBacklog();
    }
    m_store.append(std::move(key), std::move(value), counter);
}

void Hub::awaitCommit(std::weak_ptr<Peer> peer)
{
    m_awaitingCommit.push_back(std::move(peer));
}

void Hub::whenKept(std::uint64_t sequence, std::function<void(bool)> done)
{
    if (isKept(sequence))
        done(true);
    else if (m_persistence->failed())
        done(false);
    else
        m_waiters.push_back({sequence, std::move(done)});
}

void Hub::committed()
{
    if (!m_persistence)
        return;
    const bool failed = m_persistence->failed();
    if (failed && !m_storageFailed) {
        log("The data file cannot be written; writes are refused from now on.");
        // Nobody may be told of a success that is not kept: what waits is lost with its connection.
        const auto peers = m_peers;
        for (const auto &peer : peers)
            peer->cut();
        m_storageFailed = true;
    }
    const auto kept = m_persistence->committed();
    std::vector<Waiter> ready;
    for (std::size_t i = 0; i < m_waiters.size();) {
        if (failed || m_waiters[i].sequence <= kept) {
            ready.push_back(std::move(m_waiters[i]));
            m_waiters[i] = std::move(m_waiters.back());
            m_waiters.pop_back();
        } else {
            ++i;
        }
    }
    for (const Waiter &waiter : ready)
        waiter.done(waiter.sequence <= kept);
    const auto peers = std::exchange(m_awaitingCommit, {});
    for (const auto &weak : peers) {
        if (const auto peer = weak.lock())
            peer->outputReady();
    }
}

void Hub::addPeer(const std::shared_ptr<Peer> &peer, bool subscribed)
{
    ++m_counters.upgrades;
    m_peers.insert(peer);
    if (subscribed)
        m_subscribers.push_back(peer);
}

void Hub::removePeer(const std::shared_ptr<Peer> &peer)
{
    m_peers.erase(peer);
    std::erase(m_subscribers, peer);
}

void Hub::closeAll(int code, std::string_view reason)
{
    const auto peers = m_peers; // Closing one may take it out.
    for (const auto &peer : peers)
        peer->close(code, reason);
}

void Hub::cutAll(const Connection *except)
{
    const auto connections = m_connections;
    for (Connection *connection : connections) {
        if (connection != except && m_connections.contains(connection))
            connection->cut();
    }
}

void Hub::goAway()
{
    const auto connections = m_connections;
    for (Connection *connection : connections) {
        if (m_connections.contains(connection))
            connection->goAway();
    }
}

void Hub::sendStray(StrayFrame frame)
{
    const auto peers = m_peers;
    for (const auto &peer : peers) {
        switch (frame) {
        case StrayFrame::Text:
            peer->sendFrame(makeFrame(Opcode::Text, "This is not JSON."));
            break;
        case StrayFrame::Number:
            peer->sendFrame(makeFrame(Opcode::Text, "42"));
            break;
        case StrayFrame::Null:
            peer->sendFrame(makeFrame(Opcode::Text, "null"));
            break;
        case StrayFrame::NoId:
            peer->sendFrame(makeFrame(Opcode::Text, R"({"code":200,"success":true})"));
            break;
        case StrayFrame::Binary:
            peer->sendFrame(
                makeFrame(Opcode::Binary, m_format.notification({"emulator:binary", "binary"}, nowMs())));
            break;
        }
    }
}

void Hub::setFaults(const Faults &faults)
{
    m_faults.set(faults, Clock::now());
    evaluateFaults();
}

void Hub::applyFaults(const FaultsChange &change, const Connection *asker)
{
    setFaults(change.faults);
    if (change.stray)
        sendStray(*change.stray);
    if (change.close)
        closeAll(change.close->code, change.close->reason);
    if (change.cut)
        cutAll(asker);
}

void Hub::evaluateFaults()
{
    const auto now = Clock::now();
    const bool wasSilent = std::exchange(m_silent, m_faults.silent(now));
    const bool wasRefusing = std::exchange(m_refusing, m_faults.refuses(now));
    if (m_refusing != wasRefusing && onRefuse)
        onRefuse(m_refusing);
    if (wasSilent && !m_silent) {
        const auto peers = m_peers;
        for (const auto &peer : peers)
            peer->outputReady();
    }
    m_faultTimer.cancel();
    if (const auto end = m_faults.nextEnd(now)) {
        m_faultTimer.expires_at(*end);
        m_faultTimer.async_wait([this](error_code error) {
            if (!error)
                evaluateFaults();
        });
    }
}

void Hub::cancelTimers()
{
    m_faultTimer.cancel();
}

} // namespace hpkv::emulator
