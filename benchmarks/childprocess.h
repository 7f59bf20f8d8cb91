// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace hpkv::bench
{

/// Path of a program that lies beside this one.
std::string siblingProgram(const std::string &name);

/// Another program; ended with SIGTERM when this goes out of scope, and waited for.
class ChildProcess
{
public:
    enum class Output { FirstLine, Discard };

    /// \param words program and arguments
    /// \param output with FirstLine, waits until the program has written a line.
    /// \throws std::runtime_error
    ChildProcess(std::vector<std::string> words, Output output);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    pid_t pid() const { return m_pid; }
    const std::string &firstLine() const { return m_firstLine; }
    /// Waits for its end. \return whether it ended by itself, with exit code 0
    bool succeeded();

private:
    pid_t m_pid = -1;
    std::string m_firstLine;
};

} // namespace hpkv::bench
