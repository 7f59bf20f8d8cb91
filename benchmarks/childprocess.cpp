// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "childprocess.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <stdexcept>

extern char **environ;

namespace hpkv::bench
{

std::string siblingProgram(const std::string &name)
{
    return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / name).string();
}

ChildProcess::ChildProcess(std::vector<std::string> words, Output output)
{
    std::vector<char *> argv;
    argv.reserve(words.size() + 1);
    for (auto &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    std::array<int, 2> pipe{-1, -1};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (output == Output::FirstLine) {
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
        posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    } else {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    }
    const int error = ::posix_spawn(&m_pid, argv.front(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (output == Output::FirstLine) {
        ::close(pipe[1]);
        char c = 0;
        while (error == 0 && ::read(pipe[0], &c, 1) == 1 && c != '\n')
            m_firstLine.push_back(c);
        ::close(pipe[0]);
    }
    if (error != 0) {
        m_pid = -1;
        throw std::runtime_error(words.front() + " does not start");
    }
}

ChildProcess::~ChildProcess()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGTERM);
    succeeded();
}

bool ChildProcess::succeeded()
{
    int status = 0;
    const pid_t waited = ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    return waited > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace hpkv::bench
