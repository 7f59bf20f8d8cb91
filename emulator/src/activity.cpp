// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "activity.h"

#include "jsontree.h"
#include "text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace hpkv::emulator
{

namespace
{

constexpr const char *logKey = "log:shop";
constexpr std::size_t mostSessions = 12;
constexpr std::array orderStates = {"placed", "paid", "packed", "shipped", "delivered"};
constexpr std::array events = {
    "checkout finished", "payment captured", "price list reloaded", "label printed", "login",
    "stock corrected",   "newsletter sent"};

std::int64_t nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string isoTime()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text;
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

} // namespace

Activity::Activity(Hub &hub)
    : m_hub(hub)
    , m_timer(hub.context().get_executor())
    , m_random(hub.options().activitySeed != 0 ? hub.options().activitySeed : std::random_device{}())
{
}

void Activity::start()
{
    m_timer.expires_after(Clock::duration::zero());
    arm();
}

void Activity::stop()
{
    m_timer.cancel();
}

void Activity::arm()
{
    // From the planned time, not from now: the rate holds although each change takes a moment. After a pause
    // (a machine that slept) it goes on from now instead of making up for it.
    const auto gap = std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>(1.0 / m_hub.options().activity));
    const auto now = Clock::now();
    const auto planned = m_timer.expiry() + gap;
    m_timer.expires_at(planned + std::chrono::seconds(1) < now ? now : planned);
    m_timer.async_wait([this](error_code error) {
        if (error)
            return;
        step();
        arm();
    });
}

unsigned Activity::draw(unsigned below)
{
    return std::uniform_int_distribution<unsigned>(0, below - 1)(m_random);
}

bool Activity::perform(Op op, const std::string &key, std::string value)
{
    Request request;
    request.op = op;
    request.key.kind = Field::Kind::String;
    request.key.text = key;
    request.value.kind = Field::Kind::String;
    request.value.text = std::move(value);
    const bool done = m_hub.performOwn(request).code == 200;
    m_hub.counters().activity += done ? 1 : 0;
    return done;
}

std::vector<std::string> Activity::keysWith(const std::string &prefix) const
{
    std::vector<std::string> keys;
    for (auto it = m_hub.store().lowerBound(prefix);
         it != m_hub.store().end() && it->first.starts_with(prefix); ++it)
        keys.push_back(it->first);
    return keys;
}

void Activity::step()
{
    // Each kind has its turn, so that every panel of a demo shows something within a few seconds.
    static constexpr std::array<void (Activity::*)(), 12> turns = {
        &Activity::drift, &Activity::count,     &Activity::drift,       &Activity::moveOrder,
        &Activity::drift, &Activity::count,     &Activity::turnSession, &Activity::drift,
        &Activity::count, &Activity::appendLog, &Activity::drift,       &Activity::moveOrder};
    (this->*turns[m_steps++ % turns.size()])();
}

void Activity::drift()
{
    const auto keys = keysWith("sensor:");
    if (keys.empty())
        return;
    const std::string &key = keys[draw(static_cast<unsigned>(keys.size()))];
    const Entry *entry = m_hub.store().find(key);
    const auto document = parseJson(entry->value);
    if (!document || !document->isObject()) {
        // A bare reading: replaced whole.
        const double before = std::strtod(entry->value.c_str(), nullptr);
        std::array<char, 32> text;
        const double after = before + (static_cast<int>(draw(41)) - 20) / 100.0;
        perform(
            Op::Set, key,
            {text.data(), static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.2f", after))});
        return;
    }
    const JsonNode *value = document->member("value");
    if (!value || value->kind != JsonNode::Kind::Number)
        return;
    const JsonNode *low = document->member("min");
    const JsonNode *high = document->member("max");
    const double floor = low ? std::strtod(low->text.c_str(), nullptr) : -1e6;
    const double ceiling = high ? std::strtod(high->text.c_str(), nullptr) : 1e6;
    const double span = std::min(ceiling - floor, 100.0);
    const double before = std::strtod(value->text.c_str(), nullptr);
    const double after =
        std::clamp(before + span * (static_cast<int>(draw(201)) - 100) / 4000.0, floor, ceiling);
    std::array<char, 96> text;
    const int size = std::snprintf(text.data(), text.size(), R"({"value":%.2f,"updatedAt":%lld})", after,
                                   static_cast<long long>(nowMs()));
    perform(Op::Patch, key, {text.data(), static_cast<std::size_t>(size)});
}

void Activity::count()
{
    const auto keys = keysWith("stats:");
    std::vector<std::string> counters;
    for (const auto &key : keys) {
        if (m_hub.store().find(key)->counter)
            counters.push_back(key);
    }
    if (!counters.empty())
        perform(Op::Increment, counters[draw(static_cast<unsigned>(counters.size()))],
                std::to_string(1 + draw(5)));
}

void Activity::moveOrder()
{
    const auto keys = keysWith("order:");
    if (keys.empty())
        return;
    // Some orders are closed or are no objects: a few tries find one that can move.
    for (int tries = 0; tries < 8; ++tries) {
        const std::string &key = keys[draw(static_cast<unsigned>(keys.size()))];
        const auto document = parseJson(m_hub.store().find(key)->value);
        const JsonNode *status = document && document->isObject() ? document->member("status") : nullptr;
        if (!status)
            continue;
        const auto state = std::find(orderStates.begin(), orderStates.end(), status->text);
        if (state == orderStates.end())
            continue;
        // The last state begins again, so that the demo does not run dry.
        const bool again = state + 1 == orderStates.end();
        const std::string next = again ? orderStates.front() : *(state + 1);
        std::string patch = R"({"status":")" + next + R"(")";
        if (next == "shipped")
            patch += R"(,"shippedAt":")" + isoTime() + R"(")";
        if (again)
            patch += R"(,"shippedAt":null)";
        perform(Op::Patch, key, patch + '}');
        return;
    }
}

void Activity::turnSession()
{
    const bool full = m_sessions.size() >= mostSessions;
    if (!m_sessions.empty() && (full || draw(3) == 0)) {
        const std::string key = m_sessions.front();
        m_sessions.erase(m_sessions.begin());
        perform(Op::Delete, key, {});
        return;
    }
    std::array<char, 32> name;
    std::snprintf(name.data(), name.size(), "session:%08x", static_cast<unsigned>(m_random()));
    std::array<char, 128> value;
    const int size =
        std::snprintf(value.data(), value.size(), R"({"user":"user:%u","device":"%s","startedAt":"%s"})",
                      100 + draw(40), draw(2) == 0 ? "phone" : "browser", isoTime().c_str());
    if (perform(Op::Set, name.data(), {value.data(), static_cast<std::size_t>(size)}))
        m_sessions.emplace_back(name.data());
}

void Activity::appendLog()
{
    const std::string line = isoTime() + ' ' + events[draw(static_cast<unsigned>(events.size()))] + '\n';
    const Entry *entry = m_hub.store().find(logKey);
    // Begun anew before it grows over the limit that clients' writes have.
    const bool full =
        entry && entry->value.size() + line.size() > std::min<std::size_t>(m_hub.options().maxValue, 2048);
    perform(full ? Op::Set : Op::Patch, logKey, line);
}

} // namespace hpkv::emulator
