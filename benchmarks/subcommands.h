// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

namespace hpkv::bench
{

/// A subcommand gets what stands behind its name on the command line. \return the exit code of the program.
using Subcommand = int (*)(int argc, char **argv);

int benchChart(int argc, char **argv); ///< Only where the application is built.
int benchClient(int argc, char **argv);
int benchEditor(int argc, char **argv); ///< Only where the application is built.
int benchEmulator(int argc, char **argv);
int benchFeed(int argc, char **argv); ///< Only where the application is built.
int benchHistory(int argc, char **argv); ///< Only where the application is built.
int benchNotifications(int argc, char **argv);
int benchPending(int argc, char **argv);
int benchRange(int argc, char **argv); ///< Only where the application is built.
int benchSoak(int argc, char **argv); ///< Only where the application is built.
int benchTree(int argc, char **argv); ///< Only where the application is built.

} // namespace hpkv::bench
