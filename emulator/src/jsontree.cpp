// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "jsontree.h"

#include "text.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace hpkv::emulator
{

namespace
{

/// Builds the tree from RapidJSON's events.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder>
{
public:
    JsonNode root;
    bool tooDeep = false;

    bool Null() { return add(JsonNode::Kind::Null, {}); }
    bool Bool(bool value) { return add(value ? JsonNode::Kind::True : JsonNode::Kind::False, {}); }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        return add(JsonNode::Kind::Number, {text, length});
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return add(JsonNode::Kind::String, {text, length});
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        m_open.back().names.emplace_back(text, length);
        return true;
    }
    bool StartObject() { return open(JsonNode::Kind::Object); }
    bool StartArray() { return open(JsonNode::Kind::Array); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

private:
    bool add(JsonNode::Kind kind, std::string_view text)
    {
        JsonNode node;
        node.kind = kind;
        node.text = text;
        return place(std::move(node));
    }
    bool place(JsonNode node)
    {
        if (m_open.empty())
            root = std::move(node);
        else
            m_open.back().children.push_back(std::move(node));
        return true;
    }
    bool open(JsonNode::Kind kind)
    {
        if (m_open.size() >= static_cast<std::size_t>(maxJsonDepth)) {
            tooDeep = true;
            return false;
        }
        m_open.emplace_back().kind = kind;
        return true;
    }
    bool close()
    {
        JsonNode node = std::move(m_open.back());
        m_open.pop_back();
        return place(std::move(node));
    }

    std::vector<JsonNode> m_open;
};

} // namespace

JsonNode *JsonNode::member(std::string_view name)
{
    return const_cast<JsonNode *>(std::as_const(*this).member(name));
}

const JsonNode *JsonNode::member(std::string_view name) const
{
    const auto it = std::find(names.rbegin(), names.rend(), name);
    return it == names.rend() ? nullptr : &children[static_cast<std::size_t>(names.rend() - it) - 1];
}

std::optional<JsonNode> parseJson(std::string_view text, JsonError *error)
{
    rapidjson::MemoryStream stream(text.data(), text.size());
    rapidjson::Reader reader;
    Builder builder;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag
                             | rapidjson::kParseValidateEncodingFlag;
    const bool read = !reader.Parse<flags>(stream, builder).IsError() && stream.Tell() == text.size();
    if (error)
        *error = read ? JsonError::None : builder.tooDeep ? JsonError::TooDeep : JsonError::Invalid;
    if (!read)
        return std::nullopt;
    return std::move(builder.root);
}

void appendJson(std::string &out, const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Null:
        out += "null";
        break;
    case JsonNode::Kind::False:
        out += "false";
        break;
    case JsonNode::Kind::True:
        out += "true";
        break;
    case JsonNode::Kind::Number:
        out += node.text;
        break;
    case JsonNode::Kind::String:
        appendJsonString(out, node.text);
        break;
    case JsonNode::Kind::Array:
        out.push_back('[');
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (i != 0)
                out.push_back(',');
            appendJson(out, node.children[i]);
        }
        out.push_back(']');
        break;
    case JsonNode::Kind::Object:
        out.push_back('{');
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (i != 0)
                out.push_back(',');
            appendJsonString(out, node.names[i]);
            out.push_back(':');
            appendJson(out, node.children[i]);
        }
        out.push_back('}');
        break;
    }
}

} // namespace hpkv::emulator
