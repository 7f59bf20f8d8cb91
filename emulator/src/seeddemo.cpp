// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "seeds.h"

#include "demodata.h"
#include "jsontree.h"
#include "text.h"

#include <stdexcept>

namespace hpkv::emulator
{

// A line is {"key":"...","text":"..."} or {"key":"...","json":...}, with "counter":true for what increments
// made.
void seedDemo(const SeedSink &sink)
{
    std::string_view rest = demoData();
    for (int number = 1; !rest.empty(); ++number) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.empty())
            continue;
        const auto record = parseJson(line);
        const JsonNode *key = record ? record->member("key") : nullptr;
        const JsonNode *text = record ? record->member("text") : nullptr;
        const JsonNode *json = record ? record->member("json") : nullptr;
        if (!key || (!text && !json))
            throw std::runtime_error("line " + std::to_string(number) + " of the demo data is damaged");
        std::string value;
        if (text)
            value = text->text;
        else
            appendJson(value, *json);
        const JsonNode *counter = record->member("counter");
        sink(key->text, std::move(value), counter && counter->kind == JsonNode::Kind::True);
    }
}

} // namespace hpkv::emulator
