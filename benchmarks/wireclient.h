// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace hpkv::bench
{

/// The barest WebSocket client: Beast's stream, blocking, nothing read that is not asked for.
class WireClient
{
public:
    /// \param credential `apiKey=...` or `token=...`. \throws boost::system::system_error
    WireClient(std::uint16_t port, const std::string &credential);

    void send(std::string_view frame) { m_stream.write(boost::asio::buffer(frame.data(), frame.size())); }
    /// The next message; valid until the next call. \throws boost::system::system_error
    std::string_view receive();
    /// The same with a NUL behind it, to be parsed in place.
    char *receiveText();
    /// Makes receive() fail, from any thread.
    void abort();

    using Stream = boost::beast::websocket::stream<boost::asio::ip::tcp::socket>;
    /// For who uses them without blocking.
    boost::asio::io_context &context() { return m_context; }
    Stream &stream() { return m_stream; }
    boost::beast::flat_buffer &buffer() { return m_buffer; }
    /// What is in the buffer, with a NUL behind it.
    char *terminatedText();

private:
    boost::asio::io_context m_context;
    Stream m_stream;
    boost::beast::flat_buffer m_buffer;
};

/// A token that subscribes to one pattern. \throws std::runtime_error
std::string fetchToken(std::uint16_t port, const std::string &apiKey, const std::string &pattern);

} // namespace hpkv::bench
