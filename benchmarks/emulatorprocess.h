// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "childprocess.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace hpkv::bench
{

/// An hpkv-emulator as a child process, with the API key `bench`. Ends it when it goes out of scope.
class EmulatorProcess
{
public:
    /// Starts the program that lies beside this one and waits until it listens. \throws std::runtime_error
    explicit EmulatorProcess(const std::vector<std::string> &arguments = {});

    std::uint16_t port() const { return m_port; }
    /// Address of the WebSocket.
    std::string url() const { return "ws://127.0.0.1:" + std::to_string(m_port); }
    /// From before the start to the line that tells the address.
    double startSeconds() const { return m_startSeconds; }
    /// Memory that is resident now.
    double residentMegabytes() const;

private:
    EmulatorProcess(const std::vector<std::string> &arguments, std::chrono::steady_clock::time_point begun);

    ChildProcess m_process;
    std::uint16_t m_port = 0;
    double m_startSeconds = 0;
};

} // namespace hpkv::bench
