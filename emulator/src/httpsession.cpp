// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "httpsession.h"

#include "text.h"
#include "websocketsession.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/write.hpp>

#include <array>

namespace hpkv::emulator
{

namespace http = boost::beast::http;

namespace
{

using namespace std::chrono_literals;

constexpr auto requestTime = 30s; // For a request to arrive, a reply to leave, and between two requests.
constexpr auto token = asio::as_tuple(asio::use_awaitable);
constexpr const char *serverName = "hpkv-emulator";

std::string_view view(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

int statusOf(error_code error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return 0;
    return error.category() == http::make_error_code(http::error::bad_method).category() ? 400 : 0;
}

} // namespace

HttpSession::HttpSession(Hub &hub, std::shared_ptr<Stream> stream)
    : m_hub(hub)
    , m_routes(hub)
    , m_stream(std::move(stream))
    , m_deadline(m_stream->get_executor())
    , m_pause(m_stream->get_executor())
{
}

void HttpSession::start()
{
    m_hub.add(this);
    asio::co_spawn(
        m_stream->get_executor(),
        [self = shared_from_this()]() -> asio::awaitable<void> {
            co_await self->run();
            self->disarm();
            self->m_hub.remove(self.get());
        },
        asio::detached);
}

void HttpSession::cut()
{
    m_pause.cancel();
    if (m_stream)
        m_stream->cut();
}

void HttpSession::goAway()
{
    m_leaving = true;
    if (m_idle)
        cut();
}

void HttpSession::armDeadline(std::chrono::milliseconds time)
{
    m_deadline.expires_after(time);
    m_deadline.async_wait([weak = weak_from_this()](error_code error) {
        const auto self = weak.lock();
        if (!error && self)
            self->cut();
    });
}

void HttpSession::disarm()
{
    m_deadline.cancel();
}

asio::awaitable<void> HttpSession::run()
{
    armDeadline(requestTime);
    if (m_stream->isTls()) {
        const auto [error] = co_await m_stream->tls().async_handshake(asio::ssl::stream_base::server, token);
        if (error) {
            m_hub.log("A TLS handshake failed: " + error.message());
            m_stream->cut();
            co_return;
        }
    }
    for (;;) {
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(m_hub.options().maxHead));
        parser.body_limit(m_hub.options().maxFrame());
        armDeadline(requestTime);
        m_idle = true;
        const auto [error, bytes] = co_await http::async_read_header(*m_stream, m_buffer, parser, token);
        m_idle = false;
        if (error) {
            if (const int status = statusOf(error); status != 0)
                co_await sendError(status, "Request cannot be read");
            break;
        }
        const bool goOn = co_await handle(parser);
        if (!m_stream)
            co_return; // It is a WebSocket now.
        if (!goOn || m_leaving)
            break;
    }
    m_stream->cut();
}

asio::awaitable<bool> HttpSession::handle(Parser &parser)
{
    const Message &request = parser.get();
    const bool wantsUpgrade = http::token_list(request[http::field::upgrade]).exists("websocket")
                           && http::token_list(request[http::field::connection]).exists("upgrade");
    if (wantsUpgrade)
        co_return co_await upgrade(request);
    co_return co_await rest(parser);
}

asio::awaitable<bool> HttpSession::rest(Parser &parser)
{
    if (boost::beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> goAhead(http::status::continue_, parser.get().version());
        const auto [error, bytes] = co_await http::async_write(*m_stream, goAhead, token);
        if (error)
            co_return false;
    }
    const auto [error, bytes] = co_await http::async_read(*m_stream, m_buffer, parser, token);
    if (error) {
        if (const int status = statusOf(error); status != 0)
            co_await sendError(status, status == 413 ? "Body is too large" : "Request cannot be read");
        co_return false;
    }
    const Message &request = parser.get();
    const RestRequest asked{view(request.method_string()), view(request.target()), view(request["x-api-key"]),
                            request.body()};
    RestResponse response = m_routes.handle(asked, this);
    if (response.delay.count() > 0)
        co_await pause(response.delay);
    if (response.drop)
        co_return false;
    if (!co_await kept(response.sequence)) {
        response.status = 500;
        response.body = ReplyFormat::errorBody("The data file cannot be written");
    }
    co_return co_await send(request, response.status, std::move(response.body), response.json, false,
                            response.allow);
}

asio::awaitable<bool> HttpSession::upgrade(const Message &request)
{
    if (const auto stall = m_hub.faults().upgradeStall(Clock::now()); stall.count() > 0) {
        armDeadline(requestTime + stall);
        co_await pause(stall);
    }
    if (const auto status = m_hub.faults().upgradeStatus(Clock::now()))
        co_return co_await refuse(request, *status, "Fault on request");
    const auto target = view(request.target());
    const auto path = target.substr(0, target.find('?'));
    if (path != "/ws")
        co_return co_await refuse(request, 404, "Not found");
    const auto query = path.size() < target.size() ? target.substr(path.size() + 1) : std::string_view();
    const auto credential = [query](std::string_view name) {
        const auto item = queryItem(query, name);
        // `+` stays what it is: clients that do not encode their key are known.
        return item && !item->empty() ? percentDecode(*item, false) : std::nullopt;
    };
    auto apiKey = credential("apiKey");
    const auto sessionToken = credential("token");
    if (apiKey && sessionToken)
        co_return co_await refuse(request, 400, "Give an API key or a token, not both");
    if (!apiKey && !sessionToken && !request["x-api-key"].empty())
        apiKey = std::string(view(request["x-api-key"]));
    if (!apiKey && !sessionToken)
        co_return co_await refuse(request, m_hub.options().missingCredentialStatus, "Credential is missing");
    auto principal = apiKey ? m_hub.signInWithKey(*apiKey) : m_hub.signInWithToken(*sessionToken);
    if (!principal)
        co_return co_await refuse(request, m_hub.options().badCredentialStatus, "Credential is invalid");
    if (request[http::field::sec_websocket_version] != "13")
        co_return co_await refuse(request, 426, "WebSocket version 13 is needed");
    const auto key = view(request[http::field::sec_websocket_key]);
    if (request.method() != http::verb::get || request.version() < 11 || key.size() != 24)
        co_return co_await refuse(request, 400, "Not a WebSocket handshake");
    std::string answer = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                         "Server: hpkv-emulator\r\nSec-WebSocket-Accept: ";
    answer += acceptKey(key);
    answer += "\r\n\r\n";
    if (m_leaving)
        co_return false;
    m_hub.log(principal->grant ? "A WebSocket connection with a token opened."
                               : "A WebSocket connection with an API key opened.");
    const std::string_view received(static_cast<const char *>(m_buffer.data().data()), m_buffer.size());
    disarm();
    // From here on the connection is the other session's; this one is taken out of the hub when run() ends.
    std::make_shared<WebSocketSession>(m_hub, std::exchange(m_stream, nullptr), std::move(*principal))
        ->start(std::move(answer), received);
    co_return false;
}

asio::awaitable<bool> HttpSession::refuse(const Message &request, int status, std::string_view why)
{
    ++m_hub.counters().refusedUpgrades;
    m_hub.log("An upgrade was refused with " + std::to_string(status) + ": " + std::string(why));
    co_return co_await send(request, status, ReplyFormat::errorBody(why), true, true);
}

asio::awaitable<bool> HttpSession::send(const Message &request, int status, std::string body, bool json,
                                        bool close, std::string_view allow)
{
    http::response<http::string_body> response(static_cast<http::status>(status), request.version());
    response.set(http::field::server, serverName);
    response.set(http::field::content_type,
                 json ? "application/json; charset=utf-8" : "text/plain; charset=utf-8");
    if (!allow.empty())
        response.set(http::field::allow, boost::beast::string_view(allow.data(), allow.size()));
    if (status == 426)
        response.set(http::field::sec_websocket_version, "13");
    // A client that asked for the head only would take the body for the next answer.
    const bool headOnly = request.method() == http::verb::head;
    response.keep_alive(request.keep_alive() && !close && !m_leaving && !headOnly);
    response.body() = std::move(body);
    response.prepare_payload();
    armDeadline(requestTime);
    const auto [error, bytes] = co_await http::async_write(*m_stream, response, token);
    if (!error && !response.keep_alive()) {
        error_code ignored;
        m_stream->socket().shutdown(Socket::shutdown_send, ignored);
    }
    co_return !error && response.keep_alive();
}

asio::awaitable<void> HttpSession::sendError(int status, std::string_view why)
{
    Message none;
    none.version(11);
    co_await send(none, status, ReplyFormat::errorBody(why), true, true);
    // The rest of what is too large is taken in for a moment: closing at once would reset the connection, and
    // the reply with it.
    armDeadline(2s);
    std::array<char, 4096> waste;
    for (;;) {
        const auto [error, bytes] = co_await m_stream->async_read_some(asio::buffer(waste), token);
        if (error)
            break;
    }
}

asio::awaitable<void> HttpSession::pause(std::chrono::milliseconds time)
{
    m_pause.expires_after(time);
    co_await m_pause.async_wait(token);
}

asio::awaitable<bool> HttpSession::kept(std::uint64_t sequence)
{
    if (m_hub.isKept(sequence))
        co_return true;
    // Shared with the hub, which may call back after this connection was cut.
    const auto answer = std::make_shared<std::optional<bool>>();
    m_pause.expires_at(Clock::time_point::max());
    m_hub.whenKept(sequence, [answer, self = shared_from_this()](bool good) {
        *answer = good;
        self->m_pause.cancel();
    });
    while (!*answer && m_stream->socket().is_open())
        co_await m_pause.async_wait(token);
    co_return answer->value_or(false);
}

} // namespace hpkv::emulator
