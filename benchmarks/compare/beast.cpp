// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// A client on Boost.Beast's blocking stream, for compare-clients: no queue, no table, no deadline, no JSON.

#include "arguments.h"
#include "meter.h"
#include "wireclient.h"
#include "wiretext.h"
#include "writer.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>

using namespace hpkv::bench;

namespace
{

void runOperations(WireClient &client, const WireText &texts, bool get, int inFlight, Meter &meter)
{
    int started = 0;
    for (; started < std::min(inFlight, meter.total()); ++started)
        client.send(texts.request(get, started));
    while (!meter.complete()) {
        meter.add(texts.answers(client.receive(), get, meter.ended()));
        if (started < meter.total())
            client.send(texts.request(get, started++));
    }
}

int run(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"port", "api-key", "op", "inflight", "count", "warmup"});
    const auto port = static_cast<std::uint16_t>(arguments.number("port", 0, 1, 65535));
    const std::string apiKey = arguments.text("api-key");
    const std::string op = arguments.text("op");
    const int inFlight = arguments.number("inflight", 64, 1, 100'000);
    Meter meter(arguments.number("warmup", 0, 0, 100'000'000), arguments.number("count", 1, 1, 100'000'000));

    if (op == "notify") {
        WireClient client(port, "token=" + fetchToken(port, apiKey, "bench:*"));
        const Workload workload(0);
        ChildProcess writer(writerCommand("ws://127.0.0.1:" + std::to_string(port), apiKey, meter),
                            ChildProcess::Output::Discard);
        while (!meter.complete()) {
            const auto index = static_cast<std::size_t>(meter.ended() % Workload::size);
            meter.add(WireText::isNotification(client.receive(), workload.keys[index]));
        }
        meter.addErrors(writer.succeeded() ? 0 : 1);
        return meter.print("op", "ops");
    }
    WireClient client(port, "apiKey=" + apiKey);
    const WireText texts{Workload(::getpid())};
    Meter check(0, std::min(Workload::size, meter.total()));
    if (op == "get")
        runOperations(client, texts, false, inFlight, check);
    runOperations(client, texts, op == "get", inFlight, meter);
    if (op != "get")
        runOperations(client, texts, true, inFlight, check);
    meter.addErrors(check.errors());
    return meter.print("op", "ops");
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
