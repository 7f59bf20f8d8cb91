// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "childprocess.h"
#include "meter.h"

#include <string>
#include <vector>

namespace hpkv::bench
{

/// A child that makes as many notifications as the meter wants, in the order of the keys of a Workload. In a
/// process of its own its CPU time does not count.
inline std::vector<std::string> writerCommand(const std::string &url, const std::string &apiKey,
                                              const Meter &meter)
{
    return {siblingProgram("hpkvqt-bench"),
            "client",
            "--url",
            url,
            "--api-key",
            apiKey,
            "--op",
            "set",
            "--inflight",
            "64",
            "--warmup",
            "0",
            "--count",
            std::to_string(meter.total())};
}

} // namespace hpkv::bench
