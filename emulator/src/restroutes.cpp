// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "restroutes.h"

#include "jsontree.h"
#include "text.h"

#include <stdexcept>

namespace hpkv::emulator
{

namespace
{

RestResponse error(int status, std::string_view text)
{
    RestResponse response;
    response.status = status;
    response.body = ReplyFormat::errorBody(text);
    return response;
}

RestResponse wrongMethod(std::string_view allow)
{
    RestResponse response = error(405, "Method not allowed");
    response.allow = allow;
    return response;
}

void setText(Field &field, std::string text)
{
    field.kind = Field::Kind::String;
    field.text = std::move(text);
}

/// Texts in an array of strings. \throws std::invalid_argument
void addTexts(const JsonNode &body, std::string_view name, std::vector<std::string> &texts)
{
    const JsonNode *list = body.member(name);
    if (!list)
        return;
    if (list->kind != JsonNode::Kind::Array)
        throw std::invalid_argument(std::string(name) + " must be an array of strings");
    for (const JsonNode &item : list->children) {
        if (item.kind != JsonNode::Kind::String || !isValidUtf8(item.text))
            throw std::invalid_argument(std::string(name) + " must be an array of strings");
        texts.push_back(item.text);
    }
}

} // namespace

RestResponse RestRoutes::handle(const RestRequest &request, const Connection *asker)
{
    const auto path = request.target.substr(0, request.target.find('?'));
    const auto query =
        path.size() < request.target.size() ? request.target.substr(path.size() + 1) : std::string_view();
    if (path == "/ping") {
        if (request.method != "GET")
            return wrongMethod("GET");
        RestResponse response;
        response.body = "pong";
        response.json = false;
        return response;
    }
    constexpr std::string_view recordPath = "/record/";
    const bool isRecord = path == "/record" || path.substr(0, recordPath.size()) == recordPath;
    const bool isSearch = path == "/search" || path == "/query";
    if (!isRecord && !isSearch && path != "/records" && path != "/token/websocket"
        && path != "/_emulator/faults")
        return error(404, "Not found");
    if (request.apiKey.empty())
        return error(401, "API key is missing");
    const auto principal = m_hub.signInWithKey(request.apiKey);
    if (!principal)
        return error(403, "API key is invalid");
    if (isRecord)
        return record(request, *principal, path);
    if (path == "/records")
        return request.method == "GET" ? range(request, *principal, query) : wrongMethod("GET");
    if (path == "/token/websocket")
        return request.method == "POST" ? token(request, *principal) : wrongMethod("POST");
    if (isSearch)
        return error(501, "Nexus Search is not part of the emulator");
    return faults(request, *principal, asker);
}

RestResponse RestRoutes::perform(const Principal &principal, const Request &request)
{
    Result result;
    m_hub.perform(principal, request, result);
    if (result.change)
        m_hub.publish(*result.change, nullptr);
    RestResponse response;
    response.status = result.code;
    response.body = m_hub.format().body(request, result);
    response.sequence = m_hub.lastWrite();
    const auto plan = m_hub.faults().takeReply(request.op);
    response.delay = plan.delay;
    response.drop = plan.drop;
    return response;
}

RestResponse RestRoutes::record(const RestRequest &request, const Principal &principal, std::string_view path)
{
    const bool atomic = path == "/record/atomic";
    Request command;
    // `atomic` is a possible key as well, to read and to delete.
    if (path == "/record" || (atomic && request.method == "POST")) {
        if (request.method != "POST")
            return wrongMethod("POST");
        switch (parseRequest(request.body, command)) {
        case ParseOutcome::NotJson:
        case ParseOutcome::NotObject:
            return error(400, "Body must be a JSON object");
        case ParseOutcome::BadText:
            return error(400, "Invalid Unicode text");
        case ParseOutcome::Ok:
            break;
        }
        if (atomic) {
            command.op = Op::Increment;
            std::swap(command.value, command.increment);
            return perform(principal, command);
        }
        if (!command.partialUpdate.isMissing() && command.partialUpdate.kind != Field::Kind::Bool)
            return error(400, "partialUpdate must be true or false");
        command.op = command.partialUpdate.flag ? Op::Patch : Op::Set;
        return perform(principal, command);
    }
    if (request.method != "GET" && request.method != "DELETE")
        return wrongMethod(atomic ? "GET, DELETE, POST" : "GET, DELETE");
    auto key = percentDecode(path.substr(path.find('/', 1) + 1), false);
    if (!key || !isValidUtf8(*key))
        return error(400, "Key is not valid percent-encoded text");
    command.op = request.method == "GET" ? Op::Get : Op::Delete;
    setText(command.key, std::move(*key));
    return perform(principal, command);
}

RestResponse RestRoutes::range(const RestRequest &, const Principal &principal, std::string_view query)
{
    Request command;
    command.op = Op::Range;
    const auto take = [this, query](std::string_view name, Field &field) {
        const auto item = queryItem(query, name);
        if (!item)
            return true;
        auto text = percentDecode(*item, true);
        if (text && m_hub.options().queryDecoding == QueryDecoding::Twice && hasPercentSequence(*text)) {
            if (auto again = percentDecode(*text, false))
                text = std::move(again);
        }
        if (!text || !isValidUtf8(*text))
            return false;
        setText(field, std::move(*text));
        return true;
    };
    if (!take("startKey", command.key) || !take("endKey", command.endKey) || !take("limit", command.limit))
        return error(400, "Query is not valid percent-encoded text");
    if (command.limit.isString())
        command.limit.kind = Field::Kind::Number; // Checked as a number is: digits only.
    return perform(principal, command);
}

RestResponse RestRoutes::token(const RestRequest &request, const Principal &principal)
{
    const auto body = parseJson(request.body);
    if (!body || !body->isObject())
        return error(400, "Body must be a JSON object");
    try {
        std::vector<std::string> patterns;
        addTexts(*body, "subscribeKeys", patterns);
        addTexts(*body, "subscribePatterns", patterns);
        std::optional<std::string> access;
        if (const JsonNode *expression = body->member("accessPattern")) {
            if (expression->kind != JsonNode::Kind::String || !isValidUtf8(expression->text))
                throw std::invalid_argument("accessPattern must be a string");
            access = expression->text;
        }
        RestResponse response;
        response.body = "{\"token\":";
        appendJsonString(response.body, m_hub.createToken(principal.apiKey, patterns, access));
        response.body.push_back('}');
        return response;
    } catch (const std::invalid_argument &problem) {
        return error(400, problem.what());
    }
}

RestResponse RestRoutes::faults(const RestRequest &request, const Principal &principal,
                                const Connection *asker)
{
    if (m_hub.options().apiKeys[principal.apiKey].readOnly)
        return error(403, "Access denied: API key is read-only");
    if (request.method == "DELETE") {
        m_hub.setFaults({});
    } else if (request.method == "POST") {
        try {
            m_hub.applyFaults(parseFaults(request.body, m_hub.faults().current(Clock::now())), asker);
        } catch (const std::invalid_argument &problem) {
            return error(400, problem.what());
        }
    } else if (request.method != "GET") {
        return wrongMethod("GET, POST, DELETE");
    }
    RestResponse response;
    response.body = formatFaults(m_hub.faults().current(Clock::now()));
    return response;
}

} // namespace hpkv::emulator
