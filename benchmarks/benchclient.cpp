// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "clientload.h"
#include "connection.h"
#include "subcommands.h"
#include "target.h"
#include "workload.h"

#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace hpkv::bench
{

int benchClient(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"url", "api-key", "op", "inflight", "count", "warmup"});
    const std::string op = arguments.text("op", "set");
    if (op != "set" && op != "get")
        throw std::runtime_error("--op must be set or get");
    const int inFlight = arguments.number("inflight", 64, 1, 100'000);
    const int count = arguments.number("count", 100'000, 1, 100'000'000);
    const int warmup = arguments.number("warmup", std::min(count / 5, 20'000), 0, 100'000'000);

    const QtApplication application;
    const Target target(arguments);
    const Workload workload(::getpid());
    Hpkv::ApiClient client(target.config(), target.apiKey());
    waitForConnection(client);

    Meter meter(warmup, count);
    Meter check(0, std::min(Workload::size, meter.total()));
    ClientLoad load(client, workload);
    if (op == "set") {
        load.run(ClientLoad::Op::Set, inFlight, meter);
        // What was written is what is there.
        load.run(ClientLoad::Op::Get, inFlight, check);
    } else {
        load.run(ClientLoad::Op::Set, inFlight, check);
        load.run(ClientLoad::Op::Get, inFlight, meter);
    }
    meter.addErrors(check.errors());
    return meter.print("op", "ops");
}

} // namespace hpkv::bench
