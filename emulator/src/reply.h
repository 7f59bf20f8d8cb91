// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "engine.h"

#include <cstdint>
#include <string>

namespace hpkv::emulator
{

/// Formats results as the frames and bodies that go over the wire.
class ReplyFormat
{
public:
    explicit ReplyFormat(const Options &options)
        : m_options(options)
    {
    }

    /// The reply frame on WebSocket; the key and the number of the message come from the request.
    std::string frame(const Request &request, const Result &result) const;
    /// The body of a REST reply (its status is Result::code).
    std::string body(const Request &request, const Result &result) const;
    std::string notification(const Change &change, std::int64_t timestampMs) const;
    /// `{"error":"..."}`.
    static std::string errorBody(std::string_view text);

private:
    void appendValue(std::string &out, const Entry &entry) const;
    void appendRecords(std::string &out, const Result &result) const;
    std::size_t estimate(const Request &request, const Result &result) const;

    const Options &m_options;
};

} // namespace hpkv::emulator
