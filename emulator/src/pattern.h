// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hpkv::emulator
{

/// A regular expression as JavaScript would understand it, as far as PCRE2 can: searched for (not anchored),
/// `$` means the very end. Matching is bounded: an expression that would take for ever counts as no match.
class Regex
{
public:
    /// \throws std::invalid_argument with the reason and the place.
    explicit Regex(std::string_view expression);
    ~Regex();
    Regex(Regex &&other) noexcept;
    Regex &operator=(Regex &&other) noexcept;

    bool search(std::string_view key) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Whether `key` as a whole matches `pattern`, in which `*` stands for any run of characters.
bool globMatches(std::string_view pattern, std::string_view key);

/// What a token wants to hear: exact keys, patterns with `*`, and expressions between slashes.
class Subscriptions
{
public:
    /// \throws std::invalid_argument for an empty pattern or a bad expression.
    void add(const std::string &pattern);
    bool matches(std::string_view key) const;
    bool empty() const { return m_exact.empty() && m_globs.empty() && m_expressions.empty(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::unordered_set<std::string, Hash, std::equal_to<>> m_exact;
    std::vector<std::string> m_globs;
    std::vector<Regex> m_expressions;
};

} // namespace hpkv::emulator
