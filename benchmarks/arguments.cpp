// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace hpkv::bench
{

Arguments::Arguments(int argc, char **argv, std::initializer_list<std::string_view> names)
{
    for (int i = 0; i < argc; i += 2) {
        const std::string_view word = argv[i];
        if (!word.starts_with("--") || std::find(names.begin(), names.end(), word.substr(2)) == names.end())
            throw std::runtime_error("there is no option " + std::string(word));
        if (i + 1 == argc)
            throw std::runtime_error(std::string(word) + " needs a value");
        m_values.insert_or_assign(std::string(word.substr(2)), argv[i + 1]);
    }
}

std::string Arguments::text(std::string_view name, std::string_view otherwise) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string(otherwise) : found->second;
}

int Arguments::number(std::string_view name, int otherwise, int least, int most) const
{
    const auto found = m_values.find(name);
    if (found == m_values.end())
        return otherwise;
    const std::string &value = found->second;
    int result = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error != std::errc() || end != value.data() + value.size() || result < least || result > most) {
        throw std::runtime_error("--" + std::string(name) + " must lie within " + std::to_string(least)
                                 + " and " + std::to_string(most));
    }
    return result;
}

} // namespace hpkv::bench
