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
    Entry{"client",
          "a set or get through libhpkvqt: --op set|get --inflight N --count N [--url URL --api-key KEY]",
          hpkv::bench::benchClient},
    Entry{"emulator",
          "what hpkv-emulator carries: start and memory with a million keys, sets a second, fan-out",
          hpkv::bench::benchEmulator},
    Entry{"notifications", "a notification through libhpkvqt: --count N [--url URL --api-key KEY]",
          hpkv::bench::benchNotifications},
    Entry{"pending", "memory of requests that wait, and how long cancelling them takes: --count N",
          hpkv::bench::benchPending},
#ifdef HPKV_BENCH_APP
    Entry{"chart", "a chart of very many points: thinned out, drawn: --points N", hpkv::bench::benchChart},
    Entry{"editor", "the editor of a record and the difference of two: [--only diff|open|keys|line|large]",
          hpkv::bench::benchEditor},
    Entry{"feed", "the real window while notifications come: --rate R --seconds S", hpkv::bench::benchFeed},
    Entry{"history", "changes recorded and asked for again: --changes N --keys N", hpkv::bench::benchHistory},
    Entry{"range", "the range browser over very many rows: --rows N [--only sort|holds|export]",
          hpkv::bench::benchRange},
    Entry{"soak", "a session while everything goes wrong: --minutes N", hpkv::bench::benchSoak},
    Entry{"tree", "the key tree over very many keys: --keys N [--only ingest|expand|filter|holds]",
          hpkv::bench::benchTree},
#endif
};

void usage(std::FILE *out)
{
    std::fputs(
        "Usage: hpkvqt-bench SUBCOMMAND [OPTIONS]\nPrints a line for each figure: name value unit.\n\n", out);
    for (const Entry &entry : entries)
        std::fprintf(out, "  %-13s %s\n", entry.name, entry.what);
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
