// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>

namespace Studio
{
class Workbench;
}

namespace hpkv::bench
{

/// Records of 1 MB, of 5 MB and with one long line in the real window, from an emulator of their own: opened,
/// typed into, scrolled. `only`: "open", "keys", "large" or "line"; empty for all.
void measureEditor(Studio::Workbench &workbench, const std::string &only);

} // namespace hpkv::bench
