// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hpkv::emulator
{

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
bool isValidUtf8(std::string_view bytes);

/// Appends `text` as a JSON string with its quotes. Only what JSON demands is escaped, so the output is UTF-8
/// if the input is.
void appendJsonString(std::string &out, std::string_view text);

/// Whether a number token of JSON has neither fraction nor exponent.
bool isIntegerToken(std::string_view token);

/// The value of `-?[0-9]+`, if that is all there is and 64 bits hold it.
std::optional<std::int64_t> toInt64(std::string_view text);

/// Undoes percent encoding. Nothing if a sequence is broken. With `form`, `+` becomes a blank.
std::optional<std::string> percentDecode(std::string_view text, bool form);
/// Whether a `%` with two hexadecimal digits is in it.
bool hasPercentSequence(std::string_view text);

/// The value of the first item of that name in a query (`a=1&b=2`), still encoded.
std::optional<std::string_view> queryItem(std::string_view query, std::string_view name);

} // namespace hpkv::emulator
