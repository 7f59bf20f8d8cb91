// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "wireclient.h"

#include <boost/beast/http.hpp>

#include <sys/socket.h>

#include <stdexcept>

namespace hpkv::bench
{

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

namespace
{

tcp::endpoint loopback(std::uint16_t port)
{
    return {asio::ip::address_v4::loopback(), port};
}

} // namespace

WireClient::WireClient(std::uint16_t port, const std::string &credential)
    : m_stream(m_context)
{
    m_stream.next_layer().connect(loopback(port));
    m_stream.next_layer().set_option(tcp::no_delay(true));
    m_stream.text(true);
    m_stream.handshake("127.0.0.1:" + std::to_string(port), "/ws?" + credential);
}

std::string_view WireClient::receive()
{
    m_buffer.clear();
    m_stream.read(m_buffer);
    return {static_cast<const char *>(m_buffer.data().data()), m_buffer.size()};
}

char *WireClient::receiveText()
{
    m_buffer.clear();
    m_stream.read(m_buffer);
    return terminatedText();
}

char *WireClient::terminatedText()
{
    *static_cast<char *>(m_buffer.prepare(1).data()) = '\0';
    return static_cast<char *>(m_buffer.data().data());
}

void WireClient::abort()
{
    ::shutdown(m_stream.next_layer().native_handle(), SHUT_RDWR);
}

std::string fetchToken(std::uint16_t port, const std::string &apiKey, const std::string &pattern)
{
    asio::io_context context;
    tcp::socket socket(context);
    socket.connect(loopback(port));
    http::request<http::string_body> request(http::verb::post, "/token/websocket", 11);
    request.set(http::field::host, "127.0.0.1");
    request.set(http::field::content_type, "application/json");
    request.set("x-api-key", apiKey);
    request.body() = R"({"subscribePatterns":[")" + pattern + R"("],"accessPattern":"^$"})";
    request.prepare_payload();
    http::write(socket, request);
    boost::beast::flat_buffer buffer;
    http::response<http::string_body> response;
    http::read(socket, buffer, response);
    constexpr std::string_view start = R"({"token":")";
    if (response.result() != http::status::ok || !response.body().starts_with(start))
        throw std::runtime_error("no token: " + response.body());
    return response.body().substr(start.size(), response.body().size() - start.size() - 2);
}

} // namespace hpkv::bench
