// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "replay.h"

#include "jsontree.h"
#include "text.h"

#include <hpkv/emulator/server.h>

#include <chrono>
#include <utility>

namespace hpkv::emulator
{

namespace
{

constexpr int linesAtOnce = 1000; // without timing, before others have their turn

} // namespace

std::optional<ReplayLine> parseReplayLine(std::string_view line)
{
    const auto record = parseJson(line);
    if (!record || !record->isObject())
        return {};
    const JsonNode *at = record->member("at");
    const JsonNode *kind = record->member("kind");
    const JsonNode *key = record->member("key");
    const JsonNode *value = record->member("value");
    if (!at || at->kind != JsonNode::Kind::Number || !kind || kind->kind != JsonNode::Kind::String)
        return {};
    const auto time = toInt64(at->text);
    if (!time)
        return {};
    ReplayLine read;
    read.at = *time;
    if (kind->text == "lineDown" || kind->text == "lineUp")
        return read;
    if (!key || key->kind != JsonNode::Kind::String || key->text.empty())
        return {};
    read.key = key->text;
    read.base = kind->text == "base";
    const JsonNode *absent = record->member("absent");
    const bool isAbsent = kind->text == "removed" || (absent && absent->kind == JsonNode::Kind::True);
    if (value && value->kind == JsonNode::Kind::String)
        read.value = value->text;
    else if (value && value->kind != JsonNode::Kind::Null)
        return {};
    read.unknown = !read.value && !isAbsent;
    return read;
}

Replay::Replay(Hub &hub)
    : m_hub(hub)
    , m_timer(hub.context().get_executor())
{
}

bool Replay::read()
{
    std::string line;
    while (std::getline(m_file, line)) {
        if (line.empty())
            continue;
        m_next = parseReplayLine(line);
        return m_next.has_value();
    }
    m_next.reset();
    return true;
}

void Replay::open()
{
    const std::string &name = m_hub.options().replayFile;
    m_file.close();
    m_file.clear();
    m_file.open(name, std::ios::binary);
    if (!m_file)
        throw StartError("The recording " + name + " cannot be read.");
    std::string line;
    for (int number = 1; std::getline(m_file, line); ++number) {
        if (line.empty())
            continue;
        auto checked = parseReplayLine(line);
        if (!checked)
            throw StartError("Line " + std::to_string(number) + " of " + name + " is damaged.");
        if (checked->base && checked->value)
            m_hub.seed(std::move(checked->key), std::move(*checked->value), false);
    }
    m_file.clear();
    m_file.seekg(0);
    read();
    m_firstAt = m_next ? m_next->at : 0;
}

void Replay::start()
{
    m_begun = Clock::now();
    arm();
}

void Replay::stop()
{
    m_timer.cancel();
}

void Replay::arm()
{
    if (!m_next)
        return;
    const double speed = m_hub.options().replaySpeed;
    const std::chrono::duration<double, std::milli> behind(
        speed > 0 ? static_cast<double>(m_next->at - m_firstAt) / speed : 0);
    m_timer.expires_at(m_begun + std::chrono::duration_cast<Clock::duration>(behind));
    m_timer.async_wait([this, speed](error_code error) {
        if (error)
            return;
        // What stands at the same moment is written together.
        const std::int64_t at = m_next->at;
        int lines = 0;
        while (m_next && ++lines <= linesAtOnce && (speed <= 0 || m_next->at <= at))
            step();
        arm();
    });
}

bool Replay::step()
{
    if (!m_next)
        return false;
    const ReplayLine line = *std::exchange(m_next, {});
    if (!line.key.empty() && !line.base && !line.unknown) {
        Request request;
        request.op = line.value ? Op::Set : Op::Delete;
        request.key.kind = Field::Kind::String;
        request.key.text = line.key;
        if (line.value) {
            request.value.kind = Field::Kind::String;
            request.value.text = *line.value;
        }
        m_hub.counters().activity += m_hub.performOwn(request).code == 200 ? 1 : 0;
    }
    read();
    return m_next.has_value();
}

} // namespace hpkv::emulator
