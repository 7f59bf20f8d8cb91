// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

namespace hpkv::bench
{

/// Exports `rows` records of an emulator as the application does, and reads them with a bare RangeScan that
/// throws them away, in turns. Prints the ratio and how much memory each of them took. Needs an application
/// object.
void measureExport(int rows);

} // namespace hpkv::bench
