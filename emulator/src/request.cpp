// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "request.h"

#include "text.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace hpkv::emulator
{

namespace
{

/// Takes the members of the outermost object out of RapidJSON's events.
class Handler
{
public:
    explicit Handler(Request &request)
        : m_request(request)
    {
    }

    bool notObject() const { return m_notObject; }

    bool Null() { return scalar(Field::Kind::Null, {}); }
    bool Bool(bool value)
    {
        if (m_depth == 1 && m_field)
            m_field->flag = value;
        return scalar(Field::Kind::Bool, {});
    }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        return scalar(Field::Kind::Number, {text, length});
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return scalar(Field::Kind::String, {text, length});
    }
    // Never called: numbers arrive as text.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_depth == 1)
            m_field = field({text, length});
        return true;
    }
    bool StartObject() { return start(true); }
    bool StartArray() { return start(false); }
    bool EndObject(rapidjson::SizeType) { return end(); }
    bool EndArray(rapidjson::SizeType) { return end(); }

private:
    Field *field(std::string_view name)
    {
        if (name == "op")
            return &m_request.opField;
        if (name == "key")
            return &m_request.key;
        if (name == "value")
            return &m_request.value;
        if (name == "endKey")
            return &m_request.endKey;
        if (name == "limit")
            return &m_request.limit;
        if (name == "messageId")
            return &m_request.messageId;
        if (name == "partialUpdate")
            return &m_request.partialUpdate;
        if (name == "increment")
            return &m_request.increment;
        return nullptr;
    }
    bool scalar(Field::Kind kind, std::string_view text)
    {
        if (m_depth == 0) {
            m_notObject = true;
        } else if (m_depth == 1 && m_field) {
            m_field->kind = kind;
            m_field->text.assign(text);
            m_field = nullptr;
        }
        return true;
    }
    bool start(bool object)
    {
        if (m_depth == 0 && !object)
            m_notObject = true;
        if (m_depth == 1 && m_field) {
            m_field->kind = Field::Kind::Structure;
            m_field = nullptr;
        }
        // Inside an array at the top nothing is a member of the request.
        m_depth += m_depth == 0 && !object ? 2 : 1;
        return true;
    }
    bool end()
    {
        --m_depth;
        return true;
    }

    Request &m_request;
    Field *m_field = nullptr;
    int m_depth = 0;
    bool m_notObject = false;
};

void clearField(Field &field)
{
    field.kind = Field::Kind::Absent;
    field.flag = false;
    field.text.clear();
}

} // namespace

void Request::clear()
{
    op = Op::Unknown;
    for (Field *field : {&opField, &key, &value, &endKey, &limit, &messageId, &partialUpdate, &increment})
        clearField(*field);
}

bool Request::hasUsableId() const
{
    return messageId.isNumber() && isIntegerToken(messageId.text);
}

ParseOutcome parseRequest(std::string_view frame, Request &request)
{
    request.clear();
    rapidjson::MemoryStream stream(frame.data(), frame.size());
    rapidjson::Reader reader;
    Handler handler(request);
    // Iterative: a frame of nothing but brackets must not use up the stack.
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag
                             | rapidjson::kParseValidateEncodingFlag;
    if (reader.Parse<flags>(stream, handler).IsError() || stream.Tell() != frame.size()) {
        request.clear();
        return ParseOutcome::NotJson;
    }
    if (handler.notObject())
        return ParseOutcome::NotObject;
    for (const Field *field : {&request.key, &request.value, &request.endKey}) {
        if (field->isString() && !isValidUtf8(field->text))
            return ParseOutcome::BadText;
    }
    if (request.opField.isNumber() && request.opField.text.size() == 1) {
        const int number = request.opField.text.front() - '0';
        if (number >= 1 && number <= 6)
            request.op = static_cast<Op>(number);
    }
    return ParseOutcome::Ok;
}

} // namespace hpkv::emulator
