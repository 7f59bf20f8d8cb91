// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hub.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// An HTTP request that is no upgrade, as far as the routes need it.
struct RestRequest {
    std::string_view method;
    std::string_view target; ///< Path and query, still encoded.
    std::string_view apiKey; ///< Header `x-api-key`; empty if there is none.
    std::string_view body;
};

struct RestResponse {
    int status = 200;
    std::string body; ///< JSON, or plain text for /ping.
    bool json = true;
    std::string allow; ///< With 405: the methods that the path knows.
    std::uint64_t sequence = 0; ///< May be sent once writes up to this are kept.
    std::chrono::milliseconds delay{0};
    bool drop = false;
};

/// Answers the HTTP endpoints: records, tokens, ping, faults.
class RestRoutes
{
public:
    explicit RestRoutes(Hub &hub)
        : m_hub(hub)
    {
    }

    /// \param asker the connection that asks: a `cut` spares it, so that it can be answered.
    RestResponse handle(const RestRequest &request, const Connection *asker);

private:
    RestResponse record(const RestRequest &request, const Principal &principal, std::string_view path);
    RestResponse range(const RestRequest &request, const Principal &principal, std::string_view query);
    RestResponse token(const RestRequest &request, const Principal &principal);
    RestResponse faults(const RestRequest &request, const Principal &principal, const Connection *asker);
    RestResponse perform(const Principal &principal, const Request &request);

    Hub &m_hub;
};

} // namespace hpkv::emulator
