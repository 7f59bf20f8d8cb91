// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "faultsjson.h"

#include "jsontree.h"
#include "text.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <stdexcept>

namespace hpkv::emulator
{

namespace
{

using std::chrono::milliseconds;

[[noreturn]] void wrong(const std::string &what)
{
    throw std::invalid_argument(what);
}

void onlyMembers(const JsonNode &node, const std::string &name,
                 std::initializer_list<std::string_view> allowed)
{
    if (!node.isObject())
        wrong(name + " must be an object");
    for (const auto &member : node.names) {
        if (std::find(allowed.begin(), allowed.end(), member) == allowed.end())
            wrong(std::string(name).append(" has no member ").append(member));
    }
}

std::optional<int> integer(const JsonNode &node, std::string_view name, int lowest, int highest)
{
    const JsonNode *member = node.member(name);
    if (!member)
        return std::nullopt;
    const auto value = member->kind == JsonNode::Kind::Number ? toInt64(member->text) : std::nullopt;
    if (!value || *value < lowest || *value > highest) {
        wrong(std::string(name) + " must be a whole number from " + std::to_string(lowest) + " to "
              + std::to_string(highest));
    }
    return static_cast<int>(*value);
}

std::optional<milliseconds> duration(const JsonNode &node, std::string_view name)
{
    const auto value = integer(node, name, 0, 24 * 60 * 60 * 1000);
    return value ? std::optional(milliseconds(*value)) : std::nullopt;
}

FaultApply readApply(const JsonNode &fault)
{
    FaultApply apply;
    const JsonNode *node = fault.member("apply");
    if (!node)
        return apply;
    onlyMembers(*node, "apply", {"next", "share", "op"});
    apply.next = integer(*node, "next", 0, 1'000'000'000);
    apply.op = integer(*node, "op", 1, 6);
    if (const JsonNode *share = node->member("share")) {
        double value = -1;
        const auto &text = share->text;
        if (share->kind == JsonNode::Kind::Number)
            std::from_chars(text.data(), text.data() + text.size(), value);
        if (!(value >= 0 && value <= 1))
            wrong("share must be a number from 0 to 1");
        apply.share = value;
    }
    if (apply.next && apply.share)
        wrong("apply takes next or share");
    return apply;
}

TimedFault readTimed(const JsonNode &node, const std::string &name)
{
    onlyMembers(node, name, {"forMs"});
    return {duration(node, "forMs")};
}

UpgradeFault readUpgrade(const JsonNode &node)
{
    onlyMembers(node, "upgrade", {"stallMs", "status", "forMs"});
    UpgradeFault fault{duration(node, "stallMs"), integer(node, "status", 400, 599), duration(node, "forMs")};
    if (!fault.stall && !fault.status)
        wrong("upgrade needs stallMs or status");
    return fault;
}

StrayFrame readStray(const JsonNode &node)
{
    if (node.kind == JsonNode::Kind::String) {
        if (node.text == "text")
            return StrayFrame::Text;
        if (node.text == "number")
            return StrayFrame::Number;
        if (node.text == "null")
            return StrayFrame::Null;
        if (node.text == "noId")
            return StrayFrame::NoId;
        if (node.text == "binary")
            return StrayFrame::Binary;
    }
    wrong("frame must be text, number, null, noId or binary");
}

FaultsChange::Close readClose(const JsonNode &node)
{
    onlyMembers(node, "close", {"code", "reason"});
    FaultsChange::Close close;
    close.code = integer(node, "code", 1000, 4999).value_or(1000);
    if (const JsonNode *reason = node.member("reason")) {
        if (reason->kind != JsonNode::Kind::String || reason->text.size() > 123)
            wrong("reason must be a text of at most 123 bytes");
        close.reason = reason->text;
    }
    return close;
}

void readMember(const std::string &name, const JsonNode &node, FaultsChange &change)
{
    const bool clear = node.kind == JsonNode::Kind::Null;
    Faults &faults = change.faults;
    if (name == "delayMs") {
        faults.delay.reset();
        if (!clear) {
            onlyMembers(node, name, {"ms", "apply"});
            const auto delay = duration(node, "ms");
            if (!delay)
                wrong("delayMs needs ms");
            faults.delay = DelayFault{*delay, readApply(node)};
        }
    } else if (name == "drop" || name == "duplicate" || name == "reorder") {
        auto &fault = name == "drop" ? faults.drop : name == "duplicate" ? faults.duplicate : faults.reorder;
        fault.reset();
        if (!clear) {
            onlyMembers(node, name, {"apply"});
            fault = readApply(node);
        }
    } else if (name == "code") {
        faults.code.reset();
        if (!clear) {
            onlyMembers(node, name, {"value", "apply"});
            const auto code = integer(node, "value", 100, 599);
            if (!code)
                wrong("code needs value");
            faults.code = CodeFault{*code, readApply(node)};
        }
    } else if (name == "upgrade") {
        faults.upgrade = clear ? std::nullopt : std::optional(readUpgrade(node));
    } else if (name == "silent") {
        faults.silent = clear ? std::nullopt : std::optional(readTimed(node, name));
    } else if (name == "refuse") {
        faults.refuse = clear ? std::nullopt : std::optional(readTimed(node, name));
    } else if (name == "frame") {
        if (!clear)
            change.stray = readStray(node);
    } else if (name == "close") {
        if (!clear)
            change.close = readClose(node);
    } else if (name == "cut") {
        change.cut = node.kind == JsonNode::Kind::True;
        if (!clear && !change.cut && node.kind != JsonNode::Kind::False)
            wrong("cut must be true or false");
    } else {
        wrong("there is no fault " + name);
    }
}

class Writer
{
public:
    void begin(std::string_view name)
    {
        if (m_text.back() != '{')
            m_text.push_back(',');
        appendJsonString(m_text, name);
        m_text.push_back(':');
    }
    void open(std::string_view name)
    {
        begin(name);
        m_text.push_back('{');
    }
    void close() { m_text.push_back('}'); }
    template <class Number>
    void number(std::string_view name, const std::optional<Number> &value)
    {
        if (value)
            number(name, *value);
    }
    void number(std::string_view name, int value)
    {
        begin(name);
        m_text += std::to_string(value);
    }
    void number(std::string_view name, milliseconds value)
    {
        begin(name);
        m_text += std::to_string(value.count());
    }
    void number(std::string_view name, double value)
    {
        begin(name);
        char buffer[32];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
        m_text.append(buffer, end);
    }
    void apply(const FaultApply &apply)
    {
        if (apply == FaultApply())
            return;
        open("apply");
        number("next", apply.next);
        number("share", apply.share);
        number("op", apply.op);
        close();
    }
    void applied(std::string_view name, const std::optional<FaultApply> &fault)
    {
        if (!fault)
            return;
        open(name);
        apply(*fault);
        close();
    }
    void timed(std::string_view name, const std::optional<TimedFault> &fault)
    {
        if (!fault)
            return;
        open(name);
        number("forMs", fault->duration);
        close();
    }
    std::string finish() { return m_text + '}'; }

private:
    std::string m_text = "{";
};

} // namespace

FaultsChange parseFaults(std::string_view body, const Faults &before)
{
    const auto root = parseJson(body);
    if (!root || !root->isObject())
        wrong("the body must be a JSON object");
    FaultsChange change;
    change.faults = before;
    for (std::size_t i = 0; i < root->names.size(); ++i)
        readMember(root->names[i], root->children[i], change);
    return change;
}

std::string formatFaults(const Faults &faults)
{
    Writer writer;
    if (faults.delay) {
        writer.open("delayMs");
        writer.number("ms", faults.delay->delay);
        writer.apply(faults.delay->apply);
        writer.close();
    }
    writer.applied("drop", faults.drop);
    writer.applied("duplicate", faults.duplicate);
    writer.applied("reorder", faults.reorder);
    if (faults.code) {
        writer.open("code");
        writer.number("value", faults.code->code);
        writer.apply(faults.code->apply);
        writer.close();
    }
    if (faults.upgrade) {
        writer.open("upgrade");
        writer.number("stallMs", faults.upgrade->stall);
        writer.number("status", faults.upgrade->status);
        writer.number("forMs", faults.upgrade->duration);
        writer.close();
    }
    writer.timed("silent", faults.silent);
    writer.timed("refuse", faults.refuse);
    return writer.finish();
}

} // namespace hpkv::emulator
