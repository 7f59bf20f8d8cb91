// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "hub.h"
#include "stream.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <cstdint>
#include <memory>
#include <optional>

namespace hpkv::emulator
{

/// Takes connections. Closed and opened again by the fault `refuse`.
class Listener
{
public:
    explicit Listener(Hub &hub);

    /// \param port 0 = any. \throws StartError
    void open(std::uint16_t port);
    void close();
    std::uint16_t port() const { return m_port; }

private:
    void listen();
    void accept();
    void refuse(bool on);
    void reopen();
    void loadTls();

    Hub &m_hub;
    std::optional<asio::ssl::context> m_tls;
    asio::ip::tcp::endpoint m_endpoint;
    std::uint16_t m_port = 0;
    Acceptor m_acceptor;
    Timer m_retry;
    bool m_open = false; // Wanted, even if it is closed for the moment.
};

} // namespace hpkv::emulator
