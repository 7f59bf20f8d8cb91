// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// One member of a request as it was sent.
struct Field {
    enum class Kind : std::uint8_t { Absent, Null, Bool, Number, String, Structure };

    Kind kind = Kind::Absent;
    bool flag = false; ///< Of a Bool.
    std::string text; ///< Characters of a String, digits of a Number.

    bool isString() const { return kind == Kind::String; }
    bool isNumber() const { return kind == Kind::Number; }
    /// Left out, or null, which some clients send for "left out".
    bool isMissing() const { return kind == Kind::Absent || kind == Kind::Null; }
};

/// The operations of the protocol, as numbered on the wire.
enum class Op : std::uint8_t {
    Unknown = 0,
    Get = 1,
    Set = 2,
    Patch = 3,
    Delete = 4,
    Range = 5,
    Increment = 6
};

inline bool isWrite(Op op)
{
    return op == Op::Set || op == Op::Patch || op == Op::Delete || op == Op::Increment;
}

/// A request frame, or the JSON body of a REST request. Reused from one request to the next to keep its
/// memory.
struct Request {
    Op op = Op::Unknown;
    Field opField;
    Field key;
    Field value;
    Field endKey;
    Field limit;
    Field messageId;
    Field partialUpdate; ///< REST only.
    Field increment; ///< REST only.

    void clear();
    bool hasUsableId() const;
};

enum class ParseOutcome { Ok, NotJson, NotObject, BadText };

/// Reads a frame into `request`: unknown members are skipped, of members of the same name the last counts.
/// BadText: a string in it is no Unicode text (a lone surrogate).
ParseOutcome parseRequest(std::string_view frame, Request &request);

} // namespace hpkv::emulator
