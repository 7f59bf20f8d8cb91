// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <chrono>
#include <optional>
#include <utility>

namespace hpkv::emulator
{

namespace asio = boost::asio;
using boost::system::error_code;

using Clock = std::chrono::steady_clock;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

/// A TCP connection with or without TLS, as one type, so that what lies above is compiled once.
class Stream
{
public:
    using executor_type = Executor;

    Stream(Socket socket, asio::ssl::context *tls)
        : m_socket(std::move(socket))
    {
        if (tls)
            m_tls.emplace(m_socket, *tls);
    }

    executor_type get_executor() { return m_socket.get_executor(); }
    Socket &socket() { return m_socket; }
    bool isTls() const { return m_tls.has_value(); }
    asio::ssl::stream<Socket &> &tls() { return *m_tls; }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers &buffers, Token &&token)
    {
        if (m_tls)
            return m_tls->async_read_some(buffers, std::forward<Token>(token));
        return m_socket.async_read_some(buffers, std::forward<Token>(token));
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers &buffers, Token &&token)
    {
        if (m_tls)
            return m_tls->async_write_some(buffers, std::forward<Token>(token));
        return m_socket.async_write_some(buffers, std::forward<Token>(token));
    }

    /// Ends the connection at once; what is under way fails.
    void cut()
    {
        error_code ignored;
        m_socket.shutdown(Socket::shutdown_both, ignored);
        m_socket.close(ignored);
    }

private:
    Socket m_socket;
    std::optional<asio::ssl::stream<Socket &>> m_tls;
};

} // namespace hpkv::emulator
