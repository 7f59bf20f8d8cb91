// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// What a key holds.
struct Entry {
    std::string value;
    bool counter = false; ///< Last written by an increment.
};

/// The records in memory, in order of the keys' bytes. Keys and values may hold NUL. Not thread-safe.
class Store
{
public:
    // std::string compares as unsigned bytes, which is the order of UTF-8 text in HPKV.
    using Map = std::map<std::string, Entry, std::less<>>;
    using value_type = Map::value_type;
    using const_iterator = Map::const_iterator;

    /// Null if absent.
    const Entry *find(std::string_view key) const;
    void set(std::string_view key, std::string_view value, bool counter);
    /// As set(), cheap if `key` sorts behind all others.
    void append(std::string key, std::string value, bool counter);
    /// \return whether it was there.
    bool erase(std::string_view key);
    void clear();

    std::size_t size() const { return m_records.size(); }
    bool empty() const { return m_records.empty(); }
    const_iterator begin() const { return m_records.begin(); }
    const_iterator end() const { return m_records.end(); }
    /// The first record whose key is not before `key`.
    const_iterator lowerBound(std::string_view key) const { return m_records.lower_bound(key); }

private:
    Map m_records;
};

} // namespace hpkv::emulator
