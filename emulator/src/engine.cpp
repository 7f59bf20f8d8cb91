// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "engine.h"

#include "mergepatch.h"
#include "text.h"
#include "tokens.h"

#include <algorithm>

namespace hpkv::emulator
{

namespace
{

constexpr std::string_view denied = "Access denied: Key does not match allowed pattern";
constexpr std::string_view notFound = "Record not found";
constexpr std::int64_t defaultLimit = 100;
constexpr std::int64_t largestLimit = 1000;

} // namespace

void Result::clear()
{
    code = 200;
    error = {};
    op = Op::Unknown;
    entry = nullptr;
    message = {};
    newValue = 0;
    records.clear();
    truncated = false;
    change.reset();
}

void Engine::execute(const Caller &caller, const Request &request, Result &result)
{
    result.clear();
    result.op = request.op;
    if (request.op == Op::Unknown)
        return result.fail(400, "Invalid operation");
    if (!checkKey(caller, request, result))
        return;
    if (isWrite(request.op)) {
        if (caller.readOnly)
            return result.fail(403, "Access denied: API key is read-only");
        if (m_persistence && m_persistence->failed())
            return result.fail(500, "The data file cannot be written");
    }
    switch (request.op) {
    case Op::Get:
        return get(request, result);
    case Op::Set:
        return set(caller, request, result);
    case Op::Patch:
        return patch(caller, request, result);
    case Op::Delete:
        return erase(request, result);
    case Op::Range:
        return range(caller, request, result);
    case Op::Increment:
        return increment(request, result);
    case Op::Unknown:
        break;
    }
}

bool Engine::checkKey(const Caller &caller, const Request &request, Result &result) const
{
    if (!request.key.isString() || request.key.text.empty()) {
        result.fail(400, "Key is required");
        return false;
    }
    // The limit does not hold for the ends of a range: a page that ends at a key of full length goes on one
    // byte behind.
    if (request.op != Op::Range && !caller.unlimited && request.key.text.size() > m_options.maxKey) {
        result.fail(400, "Key is too large");
        return false;
    }
    const bool checked = request.op != Op::Range || m_options.tokenRange == TokenRange::CheckEnds;
    if (caller.grant && checked && !caller.grant->allows(request.key.text)) {
        result.fail(403, denied);
        return false;
    }
    return true;
}

bool Engine::checkValue(const Caller &caller, const Request &request, Result &result) const
{
    if (!request.value.isString()) {
        result.fail(400, "Value must be a string");
        return false;
    }
    if (request.value.text.empty()) {
        result.fail(400, "Value is required");
        return false;
    }
    if (!caller.unlimited && request.value.text.size() > m_options.maxValue) {
        result.fail(400, "Value is too large");
        return false;
    }
    return true;
}

void Engine::write(std::string_view key, std::string_view value, bool counter)
{
    m_store.set(key, value, counter);
    if (m_persistence)
        m_persistence->put(key, value, counter);
}

void Engine::get(const Request &request, Result &result) const
{
    result.entry = m_store.find(request.key.text);
    if (!result.entry)
        result.fail(404, notFound);
}

void Engine::set(const Caller &caller, const Request &request, Result &result)
{
    if (!checkValue(caller, request, result))
        return;
    write(request.key.text, request.value.text, false);
    result.message = "Record inserted/updated successfully";
    result.change = Change{request.key.text, request.value.text};
}

void Engine::patch(const Caller &caller, const Request &request, Result &result)
{
    if (!checkValue(caller, request, result))
        return;
    const std::string &key = request.key.text;
    const Entry *stored = m_store.find(key);
    if (!stored) {
        write(key, request.value.text, false);
    } else {
        PatchResult merged = mergePatch(stored->value, request.value.text, m_options.patchEmptyMember);
        if (merged.kind == PatchResult::Kind::TooDeep)
            return result.fail(400, "Value is nested too deeply");
        if (merged.kind == PatchResult::Kind::NotObjects) {
            if (m_options.patchNonObject == PatchNonObject::Refuse)
                return result.fail(400, "Value is not a JSON object");
            merged.text.reserve(stored->value.size() + request.value.text.size());
            merged.text.assign(stored->value).append(request.value.text);
        }
        if (!caller.unlimited && merged.text.size() > m_options.maxValue)
            return result.fail(400, "Value is too large");
        write(key, merged.text, false);
    }
    result.message = "Record patched successfully";
    const bool mergedValue = m_options.patchNotification == PatchNotification::MergedValue;
    result.change = Change{key, mergedValue ? m_store.find(key)->value : request.value.text};
}

void Engine::erase(const Request &request, Result &result)
{
    if (!m_store.erase(request.key.text))
        return result.fail(404, notFound);
    if (m_persistence)
        m_persistence->erase(request.key.text);
    result.message = "Record deleted successfully";
    result.change = Change{request.key.text, {}, true};
}

void Engine::range(const Caller &caller, const Request &request, Result &result) const
{
    if (!request.endKey.isString() || request.endKey.text.empty())
        return result.fail(400, "End key is required");
    const std::string &last = request.endKey.text;
    if (caller.grant && m_options.tokenRange == TokenRange::CheckEnds && !caller.grant->allows(last))
        return result.fail(403, denied);
    std::int64_t limit = defaultLimit;
    if (!request.limit.isMissing()) {
        if (!request.limit.isNumber() || !isIntegerToken(request.limit.text)
            || request.limit.text.front() == '-')
            return result.fail(400, "Limit must be a whole number from 1 to 1000");
        // More digits than 64 bits hold are above the largest limit too.
        limit = std::min(toInt64(request.limit.text).value_or(largestLimit), largestLimit);
        if (limit < 1)
            return result.fail(400, "Limit must be a whole number from 1 to 1000");
    }
    std::size_t bytes = 0;
    for (auto it = m_store.lowerBound(request.key.text); it != m_store.end() && it->first <= last; ++it) {
        if (caller.grant && !caller.grant->allows(it->first))
            continue;
        bytes += it->first.size() + it->second.value.size();
        if (result.records.size() == static_cast<std::size_t>(limit)
            || (!result.records.empty() && bytes > m_options.maxRangeReply)) {
            result.truncated = true;
            return;
        }
        result.records.push_back(&*it);
    }
}

void Engine::increment(const Request &request, Result &result)
{
    // Decimal text was accepted by the service once; numbers are what clients send now.
    const bool usable = request.value.isNumber() || request.value.isString();
    const auto step = usable ? toInt64(request.value.text) : std::nullopt;
    if (!step)
        return result.fail(400, "Value must be a 64-bit integer");
    std::int64_t sum = *step;
    if (const Entry *stored = m_store.find(request.key.text)) {
        const auto before = toInt64(stored->value);
        if (!before)
            return result.fail(400, "Value is not a number");
        if (__builtin_add_overflow(*before, *step, &sum))
            return result.fail(400, "Value is out of range");
    }
    result.scratch = std::to_string(sum);
    result.newValue = sum;
    write(request.key.text, result.scratch, true);
    result.change = Change{request.key.text, result.scratch};
}

} // namespace hpkv::emulator
