// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "reply.h"

#include "text.h"

namespace hpkv::emulator
{

void ReplyFormat::appendValue(std::string &out, const Entry &entry) const
{
    // An appended text may have taken the mark of a counter and not its form; only what is an integer goes
    // bare.
    if (entry.counter && m_options.counterValue == CounterValue::Number && toInt64(entry.value))
        out += entry.value;
    else
        appendJsonString(out, entry.value);
}

void ReplyFormat::appendRecords(std::string &out, const Result &result) const
{
    out += "\"records\":[";
    for (const auto *record : result.records) {
        if (out.back() != '[')
            out.push_back(',');
        out += "{\"key\":";
        appendJsonString(out, record->first);
        out += ",\"value\":";
        appendValue(out, record->second);
        out.push_back('}');
    }
    out += "],\"count\":";
    out += std::to_string(result.records.size());
    out += result.truncated ? ",\"truncated\":true" : ",\"truncated\":false";
}

std::size_t ReplyFormat::estimate(const Request &request, const Result &result) const
{
    std::size_t bytes = 128 + request.key.text.size() * 2;
    if (result.entry)
        bytes += result.entry->value.size() * 9 / 8;
    for (const auto *record : result.records)
        bytes += 32 + record->first.size() + record->second.value.size() * 9 / 8;
    return bytes;
}

std::string ReplyFormat::frame(const Request &request, const Result &result) const
{
    std::string out;
    out.reserve(estimate(request, result));
    out += "{\"code\":";
    out += std::to_string(result.code);
    const bool success = result.code == 200;
    if (!success) {
        out += ",\"error\":";
        appendJsonString(out, result.error);
    } else if (isWrite(result.op)) {
        out += ",\"success\":true";
        if (m_options.messageInReplies && !result.message.empty()) {
            out += ",\"message\":";
            appendJsonString(out, result.message);
        }
        if (result.op == Op::Increment) {
            out += ",\"newValue\":";
            out += std::to_string(result.newValue);
        }
    }
    const bool keyWanted = m_options.keyInReplies || (success && result.op == Op::Get);
    if (keyWanted && request.key.isString()) {
        out += ",\"key\":";
        appendJsonString(out, request.key.text);
    }
    if (result.entry) {
        out += ",\"value\":";
        appendValue(out, *result.entry);
    }
    if (success && result.op == Op::Range) {
        out.push_back(',');
        appendRecords(out, result);
    }
    if (request.hasUsableId()) {
        out += ",\"messageId\":";
        out += request.messageId.text;
    }
    out.push_back('}');
    return out;
}

std::string ReplyFormat::body(const Request &request, const Result &result) const
{
    if (result.code != 200)
        return errorBody(result.error);
    std::string out;
    out.reserve(estimate(request, result));
    out.push_back('{');
    switch (result.op) {
    case Op::Get:
        out += "\"key\":";
        appendJsonString(out, request.key.text);
        out += ",\"value\":";
        appendValue(out, *result.entry);
        break;
    case Op::Range:
        appendRecords(out, result);
        break;
    default:
        out += "\"success\":true";
        if (m_options.messageInReplies && !result.message.empty()) {
            out += ",\"message\":";
            appendJsonString(out, result.message);
        }
        if (result.op == Op::Increment) {
            out += ",\"result\":";
            out += std::to_string(result.newValue);
        }
        break;
    }
    out.push_back('}');
    return out;
}

std::string ReplyFormat::notification(const Change &change, std::int64_t timestampMs) const
{
    std::string out;
    out.reserve(96 + change.key.size() + change.value.size() * 9 / 8);
    out += R"({"type":"notification","key":)";
    appendJsonString(out, change.key);
    out += ",\"value\":";
    if (change.deleted)
        out += "null";
    else
        appendJsonString(out, change.value);
    if (m_options.timestampInNotifications) {
        out += ",\"timestamp\":";
        out += std::to_string(timestampMs);
    }
    out.push_back('}');
    return out;
}

std::string ReplyFormat::errorBody(std::string_view text)
{
    std::string out = "{\"error\":";
    appendJsonString(out, text);
    out.push_back('}');
    return out;
}

} // namespace hpkv::emulator
