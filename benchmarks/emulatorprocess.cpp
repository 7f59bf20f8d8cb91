// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "emulatorprocess.h"

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>

namespace hpkv::bench
{

namespace
{

std::vector<std::string> commandLine(const std::vector<std::string> &arguments)
{
    std::vector<std::string> words = {siblingProgram("hpkv-emulator"), "--api-key", "bench"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
}

} // namespace

EmulatorProcess::EmulatorProcess(const std::vector<std::string> &arguments)
    : EmulatorProcess(arguments, std::chrono::steady_clock::now())
{
}

EmulatorProcess::EmulatorProcess(const std::vector<std::string> &arguments,
                                 std::chrono::steady_clock::time_point begun)
    : m_process(commandLine(arguments), ChildProcess::Output::FirstLine)
    , m_startSeconds(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count())
{
    const std::string &line = m_process.firstLine();
    const auto colon = line.find(':', line.find("://127.0.0.1") + 3);
    if (colon == std::string::npos)
        throw std::runtime_error("hpkv-emulator does not start");
    m_port = static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

double EmulatorProcess::residentMegabytes() const
{
    std::ifstream file("/proc/" + std::to_string(m_process.pid()) + "/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace hpkv::bench
