// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace hpkv::bench
{

/// Options of a subcommand: `--name value` pairs.
class Arguments
{
public:
    /// \param names without `--`. \throws std::runtime_error for any other, and for one without a value.
    Arguments(int argc, char **argv, std::initializer_list<std::string_view> names);

    bool has(std::string_view name) const { return m_values.contains(name); }
    std::string text(std::string_view name, std::string_view otherwise = {}) const;
    /// \throws std::runtime_error if it is no whole number within the bounds.
    int number(std::string_view name, int otherwise, int least, int most) const;

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

} // namespace hpkv::bench
