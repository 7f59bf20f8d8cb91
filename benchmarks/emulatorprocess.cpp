// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "emulatorprocess.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>

extern char **environ;

namespace hpkv::bench
{

EmulatorProcess::EmulatorProcess(const std::vector<std::string> &arguments)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "hpkv-emulator";
    std::vector<std::string> words = {program.string(), "--api-key", "bench"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char *> argv;
    argv.reserve(words.size() + 1);
    for (auto &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    std::array<int, 2> output{};
    if (::pipe(output.data()) != 0)
        throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, output[0]);
    posix_spawn_file_actions_addclose(&actions, output[1]);
    const int error = ::posix_spawn(&m_pid, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(output[1]);
    std::string line;
    if (error == 0) {
        char c = 0;
        while (::read(output[0], &c, 1) == 1 && c != '\n')
            line.push_back(c);
    }
    ::close(output[0]);
    const auto colon = line.find(':', line.find("://127.0.0.1") + 3);
    if (error != 0 || colon == std::string::npos)
        throw std::runtime_error("hpkv-emulator does not start (" + program.string() + ")");
    m_port = static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
    m_startSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

EmulatorProcess::~EmulatorProcess()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGTERM);
    int status = 0;
    ::waitpid(m_pid, &status, 0);
}

double EmulatorProcess::residentMegabytes() const
{
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace hpkv::bench
