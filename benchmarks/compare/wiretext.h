// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "workload.h"

#include <string>
#include <string_view>
#include <vector>

namespace hpkv::bench
{

/// The frames of a client that does the least that is still correct: it knows its keys and values beforehand,
/// escaped, and looks at a reply as text. Requests are answered in their order, so that it needs no table.
class WireText
{
public:
    explicit WireText(const Workload &workload)
    {
        for (int i = 0; i < Workload::size; ++i) {
            std::string value;
            for (const char c : workload.values[static_cast<std::size_t>(i)]) {
                if (c == '"')
                    value.push_back('\\');
                value.push_back(c);
            }
            const std::string &key = workload.keys[static_cast<std::size_t>(i)];
            m_sets.push_back(R"({"op":2,"key":")" + key + R"(","value":")" + value + R"(","messageId":)");
            m_gets.push_back(R"({"op":1,"key":")" + key + R"(","messageId":)");
            m_values.push_back(R"("value":")" + value + '"');
        }
    }

    /// \param number from 0
    std::string request(bool get, int number) const
    {
        const auto index = static_cast<std::size_t>(number % Workload::size);
        return (get ? m_gets : m_sets)[index] + std::to_string(number + 1) + '}';
    }

    /// Whether this is the success that request `number` waits for.
    bool answers(std::string_view reply, bool get, int number) const
    {
        const auto index = static_cast<std::size_t>(number % Workload::size);
        return reply.starts_with(R"({"code":200,)")
            && reply.find(R"("messageId":)" + std::to_string(number + 1)) != std::string_view::npos
            && (!get || reply.find(m_values[index]) != std::string_view::npos);
    }

    static bool isNotification(std::string_view frame, const std::string &key)
    {
        return frame.starts_with(R"({"type":"notification")")
            && frame.find(R"("key":")" + key + '"') != std::string_view::npos;
    }

private:
    std::vector<std::string> m_sets;
    std::vector<std::string> m_gets;
    std::vector<std::string> m_values;
};

} // namespace hpkv::bench
