// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "activity.h"
#include "hub.h"
#include "listener.h"
#include "replay.h"
#include "seeds.h"
#include "text.h"
#include "validate.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <atomic>
#include <future>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace hpkv::emulator
{

namespace
{

using namespace std::chrono_literals;
constexpr auto goodbyeTime = 500ms;

} // namespace

/// The server's thread and everything that lives on it.
class Server::Private
{
public:
    explicit Private(Options given)
        : options(std::move(given))
        , hub(options)
        , listener(hub)
        , activity(hub)
        , replay(hub)
        , shutdownTimer(hub.context().get_executor())
    {
    }

    void start();
    void stop();

    /// Runs `work` on the server's thread and waits for it; in place when there is none.
    template <class Work>
    auto run(Work work)
    {
        using Value = std::invoke_result_t<Work>;
        std::unique_lock turn(gate);
        const std::shared_lock alive(lifecycle);
        turn.unlock();
        if (!running.load()) {
            const std::lock_guard alone(unstarted);
            return work();
        }
        std::packaged_task<Value()> task(std::move(work));
        auto future = task.get_future();
        asio::post(hub.context(), [&task] { task(); });
        return future.get();
    }

    /// Carries out a write and waits until it is kept.
    int write(const Request &request);

    const Options options;
    std::mutex gate; // Taken before `lifecycle`, so that start and stop get their turn among many callers.
    std::shared_mutex lifecycle; // Exclusive: start and stop.
    std::mutex unstarted; // Stands in for the thread while there is none.
    Hub hub;
    Listener listener;
    Activity activity;
    Replay replay;
    std::atomic<bool> running{false};
    std::atomic<std::uint16_t> port{0};

private:
    void seed();
    void shutDown();
    void awaitConnections(Clock::time_point until, bool cut);

    Timer shutdownTimer;
    std::thread thread;
};

void Server::Private::start()
{
    const std::lock_guard turn(gate);
    const std::unique_lock alone(lifecycle);
    if (running.load())
        return;
    validate(options);
    hub.openStorage();
    try {
        seed();
        if (!options.replayFile.empty())
            replay.open();
        hub.context().restart();
        listener.open(port.load() != 0 ? port.load() : options.port);
    } catch (...) {
        hub.closeStorage();
        throw;
    }
    port = listener.port();
    if (options.activity > 0)
        activity.start();
    if (!options.replayFile.empty())
        replay.start();
    std::promise<void> begun;
    thread = std::thread([this, &begun] {
        const auto guard = asio::make_work_guard(hub.context());
        begun.set_value();
        hub.context().run();
    });
    begun.get_future().wait();
    running = true;
}

void Server::Private::seed()
{
    if (!hub.store().empty())
        return;
    const auto sink = [this](std::string key, std::string value, bool counter) {
        hub.seed(std::move(key), std::move(value), counter);
    };
    if (options.seedKeys > 0)
        emulator::seedKeys(options.seedKeys, sink);
    if (options.seedDemo)
        emulator::seedDemo(sink);
}

void Server::Private::stop()
{
    const std::lock_guard turn(gate);
    const std::unique_lock alone(lifecycle);
    if (!running.load())
        return;
    asio::post(hub.context(), [this] { shutDown(); });
    thread.join();
    running = false;
    hub.closeStorage();
}

void Server::Private::shutDown()
{
    activity.stop();
    replay.stop();
    listener.close();
    hub.cancelTimers();
    hub.goAway();
    awaitConnections(Clock::now() + goodbyeTime, false);
}

void Server::Private::awaitConnections(Clock::time_point until, bool cut)
{
    const bool late = Clock::now() >= until;
    if (hub.connectionCount() == 0 || (late && cut))
        return hub.context().stop();
    if (late) {
        hub.cutAll();
        return awaitConnections(Clock::now() + goodbyeTime, true);
    }
    shutdownTimer.expires_after(2ms);
    shutdownTimer.async_wait([this, until, cut](error_code) { awaitConnections(until, cut); });
}

int Server::Private::write(const Request &request)
{
    const auto kept = std::make_shared<std::promise<bool>>();
    const int code = run([this, &request, kept] {
        const int result = hub.performOwn(request).code;
        if (running.load())
            hub.whenKept(hub.lastWrite(), [kept](bool good) { kept->set_value(good); });
        else
            kept->set_value(true);
        return result;
    });
    // A stop in between commits everything and lets go of the callback, which breaks the promise: that is
    // kept too.
    try {
        return kept->get_future().get() ? code : 500;
    } catch (const std::future_error &) {
        return code;
    }
}

// ---- public
// ---------------------------------------------------------------------------------------------------------

Server::Server(Options options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Server::~Server()
{
    stop();
}

void Server::start()
{
    d->start();
}

void Server::stop()
{
    d->stop();
}

bool Server::running() const
{
    return d->running.load();
}

std::uint16_t Server::port() const
{
    return d->port.load();
}

namespace
{

std::string url(const Options &options, std::uint16_t port, const char *plain, const char *secure)
{
    std::string host = options.host;
    if (host == "localhost" || host == "0.0.0.0")
        host = "127.0.0.1";
    else if (host == "::")
        host = "::1";
    if (host.find(':') != std::string::npos)
        host = '[' + host + ']';
    return std::string(options.tlsCertificate.empty() ? plain : secure) + "://" + host + ':'
         + std::to_string(port);
}

Request command(Op op, std::string_view key)
{
    Request request;
    request.op = op;
    request.key.kind = Field::Kind::String;
    request.key.text = key;
    return request;
}

} // namespace

std::string Server::wsUrl() const
{
    return url(d->options, port(), "ws", "wss");
}

std::string Server::httpUrl() const
{
    return url(d->options, port(), "http", "https");
}

const Options &Server::options() const
{
    return d->options;
}

void Server::setFaults(const Faults &faults)
{
    d->run([&] { d->hub.setFaults(faults); });
}

void Server::clearFaults()
{
    setFaults({});
}

Faults Server::faults() const
{
    return d->run([&] { return d->hub.faults().current(Clock::now()); });
}

void Server::sendStray(StrayFrame frame)
{
    d->run([&] { d->hub.sendStray(frame); });
}

void Server::closeAll(int code, std::string_view reason)
{
    d->run([&] { d->hub.closeAll(code, reason); });
}

void Server::cutAll()
{
    d->run([&] { d->hub.cutAll(); });
}

std::size_t Server::connectionCount() const
{
    return d->run([&] { return d->hub.peerCount(); });
}

Counters Server::counters() const
{
    return d->run([&] { return d->hub.counters(); });
}

std::string Server::createToken(const std::string &apiKey, const std::vector<std::string> &subscribePatterns,
                                const std::optional<std::string> &accessPattern)
{
    return d->run([&] {
        const auto principal = d->hub.signInWithKey(apiKey);
        if (!principal)
            throw std::invalid_argument("the API key is unknown");
        return d->hub.createToken(principal->apiKey, subscribePatterns, accessPattern);
    });
}

void Server::put(std::string_view key, std::string_view value)
{
    if (key.empty() || value.empty() || !isValidUtf8(key) || !isValidUtf8(value))
        throw std::invalid_argument("keys and values are UTF-8 text and not empty");
    Request request = command(Op::Set, key);
    request.value.kind = Field::Kind::String;
    request.value.text = value;
    if (d->write(request) != 200)
        throw std::runtime_error("the data file cannot be written");
}

std::optional<std::string> Server::get(std::string_view key) const
{
    return d->run([&]() -> std::optional<std::string> {
        const Entry *entry = d->hub.store().find(key);
        return entry ? std::optional(entry->value) : std::nullopt;
    });
}

bool Server::erase(std::string_view key)
{
    return d->write(command(Op::Delete, key)) == 200;
}

void Server::clear()
{
    d->run([&] { d->hub.clearStore(); });
}

std::size_t Server::size() const
{
    return d->run([&] { return d->hub.store().size(); });
}

void Server::forEach(const std::function<void(const Record &)> &visit) const
{
    for (const Record &record : records())
        visit(record);
}

std::vector<Record> Server::records() const
{
    return d->run([&] {
        std::vector<Record> all;
        all.reserve(d->hub.store().size());
        for (const auto &[key, entry] : d->hub.store())
            all.push_back({key, entry.value});
        return all;
    });
}

} // namespace hpkv::emulator
