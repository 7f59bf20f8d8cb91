// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "mergepatch.h"

#include "jsontree.h"

#include <algorithm>

namespace hpkv::emulator
{

namespace
{

bool removes(const JsonNode &value, PatchEmptyMember rule)
{
    switch (value.kind) {
    case JsonNode::Kind::Null:
        return true;
    case JsonNode::Kind::String:
        return rule == PatchEmptyMember::Remove && value.text.empty();
    case JsonNode::Kind::Array:
    case JsonNode::Kind::Object:
        return rule == PatchEmptyMember::Remove && value.children.empty();
    default:
        return false;
    }
}

void removeMembers(JsonNode &object, const std::string &name)
{
    for (std::size_t i = object.names.size(); i-- > 0;) {
        if (object.names[i] != name)
            continue;
        object.names.erase(object.names.begin() + static_cast<std::ptrdiff_t>(i));
        object.children.erase(object.children.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void merge(JsonNode &target, const JsonNode &patch, PatchEmptyMember rule)
{
    if (!target.isObject()) {
        target = JsonNode();
        target.kind = JsonNode::Kind::Object;
    }
    for (std::size_t i = 0; i < patch.names.size(); ++i) {
        const std::string &name = patch.names[i];
        const JsonNode &value = patch.children[i];
        if (patch.member(name) != &value)
            continue; // A later member of the same name counts.
        if (removes(value, rule)) {
            removeMembers(target, name);
            continue;
        }
        JsonNode *present = target.member(name);
        if (!present) {
            target.names.push_back(name);
            present = &target.children.emplace_back();
        }
        if (value.isObject())
            merge(*present, value, rule);
        else
            *present = value;
    }
}

} // namespace

PatchResult mergePatch(std::string_view stored, std::string_view patch, PatchEmptyMember rule)
{
    PatchResult result;
    const auto startsAsObject = [](std::string_view text) {
        const auto first = text.find_first_not_of(" \t\r\n");
        return first != std::string_view::npos && text[first] == '{';
    };
    // Most appends are settled here, without reading a long log line by line.
    if (!startsAsObject(stored) || !startsAsObject(patch))
        return result;
    JsonError storedError{};
    JsonError patchError{};
    auto target = parseJson(stored, &storedError);
    const auto change = parseJson(patch, &patchError);
    if (target && change) {
        result.kind = PatchResult::Kind::Merged;
        merge(*target, *change, rule);
        result.text.reserve(stored.size() + patch.size());
        appendJson(result.text, *target);
    } else if (storedError != JsonError::Invalid && patchError != JsonError::Invalid) {
        result.kind = PatchResult::Kind::TooDeep;
    }
    return result;
}

} // namespace hpkv::emulator
