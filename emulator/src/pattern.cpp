// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <stdexcept>

namespace hpkv::emulator
{

namespace
{

constexpr std::uint32_t matchLimit = 100'000;
constexpr std::uint32_t heapLimitKiB = 4096;

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};

} // namespace

class Regex::Private
{
public:
    std::unique_ptr<pcre2_code, Freed<pcre2_code_free>> code;
    std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>> data;
    std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>> context;
};

Regex::Regex(std::string_view expression)
    : d(std::make_unique<Private>())
{
    const std::unique_ptr<pcre2_compile_context, Freed<pcre2_compile_context_free>> context(
        pcre2_compile_context_create(nullptr));
    // `.` stops at CR and LF, as it does in JavaScript.
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANYCRLF);
    int error = 0;
    PCRE2_SIZE offset = 0;
    d->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                                PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF | PCRE2_ALT_BSUX
                                    | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_NEVER_BACKSLASH_C,
                                &error, &offset, context.get()));
    if (!d->code) {
        std::array<PCRE2_UCHAR, 256> text{};
        pcre2_get_error_message(error, text.data(), text.size());
        throw std::invalid_argument(std::string(reinterpret_cast<const char *>(text.data())) + " at offset "
                                    + std::to_string(offset));
    }
    // Without JIT it is interpreted, which is slower and no less right.
    pcre2_jit_compile(d->code.get(), PCRE2_JIT_COMPLETE);
    d->data.reset(pcre2_match_data_create(1, nullptr));
    d->context.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(d->context.get(), matchLimit);
    pcre2_set_depth_limit(d->context.get(), matchLimit);
    pcre2_set_heap_limit(d->context.get(), heapLimitKiB);
}

Regex::~Regex() = default;
Regex::Regex(Regex &&other) noexcept = default;
Regex &Regex::operator=(Regex &&other) noexcept = default;

bool Regex::search(std::string_view key) const
{
    // Keys are known to be UTF-8; the library checks again all the same, as a wrong one would be undefined
    // behaviour.
    return pcre2_match(d->code.get(), reinterpret_cast<PCRE2_SPTR>(key.data()), key.size(), 0, 0,
                       d->data.get(), d->context.get())
        >= 0;
}

bool globMatches(std::string_view pattern, std::string_view key)
{
    std::size_t p = 0;
    std::size_t k = 0;
    std::size_t star = std::string_view::npos; // The last star passed, and where its run ends for now.
    std::size_t run = 0;
    while (k < key.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            run = k;
        } else if (p < pattern.size() && pattern[p] == key[k]) {
            ++p;
            ++k;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            k = ++run;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

void Subscriptions::add(const std::string &pattern)
{
    if (pattern.empty())
        throw std::invalid_argument("a subscription pattern is empty");
    if (pattern.size() > 2 && pattern.front() == '/' && pattern.back() == '/')
        m_expressions.emplace_back(std::string_view(pattern).substr(1, pattern.size() - 2));
    else if (pattern.find('*') != std::string::npos)
        m_globs.push_back(pattern);
    else
        m_exact.insert(pattern);
}

bool Subscriptions::matches(std::string_view key) const
{
    if (m_exact.find(key) != m_exact.end())
        return true;
    for (const auto &glob : m_globs) {
        if (globMatches(glob, key))
            return true;
    }
    for (const auto &expression : m_expressions) {
        if (expression.search(key))
            return true;
    }
    return false;
}

} // namespace hpkv::emulator
