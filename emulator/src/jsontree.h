// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hpkv::emulator
{

/// A JSON value with everything that is text kept as text: digits of numbers, member order, members of the
/// same name.
struct JsonNode {
    enum class Kind { Null, False, True, Number, String, Array, Object };

    Kind kind = Kind::Null;
    std::string text; ///< Number: its digits; String: the characters, unescaped.
    std::vector<std::string> names; ///< Object: one for each child.
    std::vector<JsonNode> children; ///< Array and Object.

    bool isObject() const { return kind == Kind::Object; }
    /// The last member of that name, as readers of JSON take it; null if there is none.
    JsonNode *member(std::string_view name);
    const JsonNode *member(std::string_view name) const;
};

/// Deeper nesting than this is not read.
inline constexpr int maxJsonDepth = 512;

enum class JsonError { None, Invalid, TooDeep };

/// Reads one JSON value (strict: UTF-8, no NUL behind it, no comments). Nothing on an error, which goes to
/// `error`.
std::optional<JsonNode> parseJson(std::string_view text, JsonError *error = nullptr);

/// Appends the value without blanks.
void appendJson(std::string &out, const JsonNode &node);

} // namespace hpkv::emulator
