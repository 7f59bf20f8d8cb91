// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkv/emulator/options.h>

#include <optional>
#include <string>

namespace hpkv::emulator
{

/// What the command line asks for.
struct CommandLine {
    Options options;
    bool log = false;
    /// Set if the program is to end with this: help and version end with 0, a mistake with 2. Its text has
    /// been printed (help and version on standard output, mistakes on standard error).
    std::optional<int> exitCode;
};

CommandLine readCommandLine(int argc, char **argv);

/// `KEY[,rate=N][,ro]`. \throws std::invalid_argument
ApiKey parseApiKey(const std::string &text);

} // namespace hpkv::emulator
