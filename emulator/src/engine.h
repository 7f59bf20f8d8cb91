// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "persistence.h"
#include "request.h"
#include "store.h"

#include <hpkv/emulator/options.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hpkv::emulator
{

struct Grant;

/// On whose behalf a request is carried out.
struct Caller {
    const Grant *grant = nullptr; ///< Set for a token: what it may touch.
    bool readOnly = false;
    bool unlimited = false; ///< The server itself: no limit on sizes.
};

/// What subscribers are to be told. The views stay valid until the next request.
struct Change {
    std::string_view key;
    std::string_view value;
    bool deleted = false; ///< Then `value` is null.
};

/// The outcome of one request, not yet formatted. Its views and pointers stay valid until the next request.
struct Result {
    int code = 200;
    std::string_view error; ///< Set if `code` is not 200.
    Op op = Op::Unknown;
    const Entry *entry = nullptr; ///< Get.
    std::string_view message; ///< Set, patch, delete.
    std::int64_t newValue = 0; ///< Increment.
    std::vector<const Store::value_type *> records; ///< Range.
    bool truncated = false; ///< Range.
    std::optional<Change> change; ///< Whoever called must have it published.
    std::string scratch; ///< What `change` points to if it lies nowhere else.

    void clear();
    void fail(int status, std::string_view text)
    {
        code = status;
        error = text;
    }
};

/// Carries requests out on the store and hands writes to the data file. All ways to a record (WebSocket,
/// REST, activity, the C++ interface) end here. Not thread-safe.
class Engine
{
public:
    Engine(const Options &options, Store &store)
        : m_options(options)
        , m_store(store)
    {
    }

    /// Null for a store in memory.
    void setPersistence(Persistence *persistence) { m_persistence = persistence; }
    void execute(const Caller &caller, const Request &request, Result &result);

    /// The number of the last write; what is seen now may be shown once this much is kept.
    std::uint64_t lastWrite() const { return m_persistence ? m_persistence->lastSequence() : 0; }

private:
    void get(const Request &request, Result &result) const;
    void set(const Caller &caller, const Request &request, Result &result);
    void patch(const Caller &caller, const Request &request, Result &result);
    void erase(const Request &request, Result &result);
    void range(const Caller &caller, const Request &request, Result &result) const;
    void increment(const Request &request, Result &result);
    bool checkKey(const Caller &caller, const Request &request, Result &result) const;
    bool checkValue(const Caller &caller, const Request &request, Result &result) const;
    void write(std::string_view key, std::string_view value, bool counter);

    const Options &m_options;
    Store &m_store;
    Persistence *m_persistence = nullptr;
};

} // namespace hpkv::emulator
