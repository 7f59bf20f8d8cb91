// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "subcommands.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <exception>

namespace
{

struct Entry {
    const char *name;
    const char *what;
    hpkv::bench::Subcommand run;
};

constexpr std::array entries = {
    Entry{"emulator",
          "what hpkv-emulator carries: start and memory with a million keys, sets a second, fan-out",
          hpkv::bench::benchEmulator},
};

void usage(std::FILE *out)
{
    std::fputs(
        "Usage: hpkvqt-bench SUBCOMMAND [OPTIONS]\nPrints a line for each figure: name value unit.\n\n", out);
    for (const Entry &entry : entries)
        std::fprintf(out, "  %-10s %s\n", entry.name, entry.what);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && (std::strcmp(argv[1], "--help") == 0 || std::strcmp(argv[1], "-h") == 0)) {
        usage(stdout);
        return 0;
    }
    for (const Entry &entry : entries) {
        if (argc < 2 || std::strcmp(argv[1], entry.name) != 0)
            continue;
        try {
            return entry.run(argc - 2, argv + 2);
        } catch (const std::exception &problem) {
            std::fprintf(stderr, "hpkvqt-bench %s: %s\n", entry.name, problem.what());
            return 1;
        }
    }
    usage(stderr);
    return 2;
}
