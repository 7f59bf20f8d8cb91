// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "store.h"

namespace hpkv::emulator
{

const Entry *Store::find(std::string_view key) const
{
    const auto it = m_records.find(key);
    return it == m_records.end() ? nullptr : &it->second;
}

void Store::set(std::string_view key, std::string_view value, bool counter)
{
    const auto it = m_records.lower_bound(key);
    if (it != m_records.end() && it->first == key) {
        it->second.value.assign(value);
        it->second.counter = counter;
    } else {
        m_records.emplace_hint(it, std::string(key), Entry{std::string(value), counter});
    }
}

void Store::append(std::string key, std::string value, bool counter)
{
    m_records.insert_or_assign(m_records.end(), std::move(key), Entry{std::move(value), counter});
}

bool Store::erase(std::string_view key)
{
    const auto it = m_records.find(key);
    if (it == m_records.end())
        return false;
    m_records.erase(it);
    return true;
}

void Store::clear()
{
    m_records.clear();
}

} // namespace hpkv::emulator
