// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hub.h"
#include "restroutes.h"
#include "stream.h"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <string_view>

namespace hpkv::emulator
{

/// One TCP connection as long as it speaks HTTP: answers requests, or turns into a WebSocketSession.
class HttpSession final : public Connection, public std::enable_shared_from_this<HttpSession>
{
public:
    HttpSession(Hub &hub, std::shared_ptr<Stream> stream);

    void start();
    void cut() override;
    void goAway() override;

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Message = boost::beast::http::request<boost::beast::http::string_body>;
    template <class T>
    using Awaitable = asio::awaitable<T>;

    Awaitable<void> run();
    Awaitable<bool> handle(Parser &parser);
    Awaitable<bool> rest(Parser &parser);
    Awaitable<bool> upgrade(const Message &request);
    Awaitable<bool> send(const Message &request, int status, std::string body, bool json, bool close,
                         std::string_view allow = {});
    Awaitable<bool> refuse(const Message &request, int status, std::string_view why);
    Awaitable<void> sendError(int status, std::string_view why);
    Awaitable<void> pause(std::chrono::milliseconds time);
    Awaitable<bool> kept(std::uint64_t sequence);
    void armDeadline(std::chrono::milliseconds time);
    void disarm();

    Hub &m_hub;
    RestRoutes m_routes;
    std::shared_ptr<Stream> m_stream;
    boost::beast::flat_buffer m_buffer;
    Timer m_deadline;
    Timer m_pause;
    bool m_idle = true; // Between requests.
    bool m_leaving = false;
};

} // namespace hpkv::emulator
