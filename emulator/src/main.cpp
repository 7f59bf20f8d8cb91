// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "commandline.h"

#include <hpkv/emulator/server.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>

namespace
{

void logLine(std::string_view line)
{
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

} // namespace

int main(int argc, char **argv)
{
    using namespace hpkv::emulator;

    // Before any thread begins, so that they all leave these signals to sigwait().
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    try {
        CommandLine line = readCommandLine(argc, argv);
        if (line.exitCode)
            return *line.exitCode;
        if (line.log)
            line.options.log = logLine;
        Server server(line.options);
        server.start();
        std::printf("{\"url\":\"%s\",\"http\":\"%s\"}\n", server.wsUrl().c_str(), server.httpUrl().c_str());
        std::fflush(stdout);
        int signal = 0;
        sigwait(&ends, &signal);
        server.stop();
        return 0;
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "hpkv-emulator: %s\n", problem.what());
        return 1;
    }
}
