// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// A client on Boost.Beast's stream with RapidJSON, for compare-clients: no queue, no table, no deadline.
// Requests are answered in their order, so that it needs no table. It runs on an event loop, as the clients
// that it is held against do; with `--wait block` it sleeps in the read itself and can hear nothing else.

#include "arguments.h"
#include "eventclient.h"
#include "meter.h"
#include "wireclient.h"
#include "workload.h"
#include "writer.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

using namespace hpkv::bench;

namespace
{

/// Writes requests into one buffer.
class Requests
{
public:
    explicit Requests(const Workload &workload)
        : m_workload(workload)
    {
    }

    /// \param number from 0. \return valid until the next call
    std::string_view request(bool get, int number)
    {
        const auto index = static_cast<std::size_t>(number % Workload::size);
        m_buffer.Clear();
        rapidjson::Writer<rapidjson::StringBuffer> writer(m_buffer);
        writer.StartObject();
        member(writer, "op");
        writer.Int(get ? 1 : 2);
        member(writer, "key");
        text(writer, m_workload.keys[index]);
        if (!get) {
            member(writer, "value");
            text(writer, m_workload.values[index]);
        }
        member(writer, "messageId");
        writer.Int(number + 1);
        writer.EndObject();
        return {m_buffer.GetString(), m_buffer.GetSize()};
    }

private:
    using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

    static void text(Writer &writer, std::string_view value)
    {
        writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    static void member(Writer &writer, std::string_view name)
    {
        writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }

    const Workload &m_workload;
    rapidjson::StringBuffer m_buffer;
};

/// A message, parsed where it lies, with memory that is used again for the next one.
class Message
{
public:
    /// \param text ends with NUL and is written over
    void parse(char *text)
    {
        m_document.reset();
        m_pool.Clear();
        m_stack.Clear();
        m_document.emplace(&m_pool, m_stackSize, &m_stack);
        m_document->ParseInsitu(text);
        if (m_document->HasParseError() || !m_document->IsObject())
            m_document->SetObject();
    }

    std::string_view text(const char *name) const
    {
        const auto found = m_document->FindMember(name);
        if (found == m_document->MemberEnd() || !found->value.IsString())
            return {};
        return {found->value.GetString(), found->value.GetStringLength()};
    }

    /// 0 if there is none.
    int number(const char *name) const
    {
        const auto found = m_document->FindMember(name);
        return found != m_document->MemberEnd() && found->value.IsInt() ? found->value.GetInt() : 0;
    }

private:
    using Pool = rapidjson::MemoryPoolAllocator<>;
    using Document = rapidjson::GenericDocument<rapidjson::UTF8<>, Pool, Pool>;
    static constexpr std::size_t m_stackSize = 1024;

    char m_poolBuffer[4096];
    char m_stackBuffer[4096];
    Pool m_pool{m_poolBuffer, sizeof m_poolBuffer};
    Pool m_stack{m_stackBuffer, sizeof m_stackBuffer};
    std::optional<Document> m_document;
};

template <typename Client>
void runOperations(Client &client, const Workload &workload, bool get, int inFlight, Meter &meter)
{
    Requests requests(workload);
    Message reply;
    int started = 0;
    for (; started < std::min(inFlight, meter.total()); ++started)
        client.send(requests.request(get, started));
    while (!meter.complete()) {
        reply.parse(client.receiveText());
        const auto index = static_cast<std::size_t>(meter.ended() % Workload::size);
        meter.add(reply.number("code") == 200 && reply.number("messageId") == meter.ended() + 1
                  && (!get || reply.text("value") == workload.values[index]));
        if (started < meter.total())
            client.send(requests.request(get, started++));
    }
}

template <typename Client>
int runNotifications(std::uint16_t port, const std::string &apiKey, Meter &meter)
{
    Client client(port, "token=" + fetchToken(port, apiKey, "bench:*"));
    const Workload workload(0);
    ChildProcess writer(writerCommand("ws://127.0.0.1:" + std::to_string(port), apiKey, meter),
                        ChildProcess::Output::Discard);
    Message message;
    while (!meter.complete()) {
        message.parse(client.receiveText());
        const auto index = static_cast<std::size_t>(meter.ended() % Workload::size);
        meter.add(message.text("type") == "notification" && message.text("key") == workload.keys[index]
                  && !message.text("value").empty());
    }
    meter.addErrors(writer.succeeded() ? 0 : 1);
    return meter.print("op", "ops");
}

template <typename Client>
int runWith(const Arguments &arguments)
{
    const auto port = static_cast<std::uint16_t>(arguments.number("port", 0, 1, 65535));
    const std::string apiKey = arguments.text("api-key");
    const std::string op = arguments.text("op");
    const int inFlight = arguments.number("inflight", 64, 1, 100'000);
    Meter meter(arguments.number("warmup", 0, 0, 100'000'000), arguments.number("count", 1, 1, 100'000'000));

    if (op == "notify")
        return runNotifications<Client>(port, apiKey, meter);
    Client client(port, "apiKey=" + apiKey);
    const Workload workload(::getpid());
    Meter check(0, std::min(Workload::size, meter.total()));
    if (op == "get")
        runOperations(client, workload, false, inFlight, check);
    runOperations(client, workload, op == "get", inFlight, meter);
    if (op != "get")
        runOperations(client, workload, true, inFlight, check);
    meter.addErrors(check.errors());
    return meter.print("op", "ops");
}

int run(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"port", "api-key", "op", "inflight", "count", "warmup", "wait"});
    return arguments.text("wait", "event") == "block" ? runWith<WireClient>(arguments)
                                                      : runWith<EventClient>(arguments);
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(argc - 1, argv + 1);
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "compare-beast: %s\n", problem.what());
        return 1;
    }
}
