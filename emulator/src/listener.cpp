// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "listener.h"

#include "httpsession.h"

#include <boost/asio/ip/address.hpp>

namespace hpkv::emulator
{

namespace
{

using namespace std::chrono_literals;
constexpr auto retryTime = 50ms;

} // namespace

Listener::Listener(Hub &hub)
    : m_hub(hub)
    , m_acceptor(hub.context().get_executor())
    , m_retry(hub.context().get_executor())
{
    m_hub.onRefuse = [this](bool on) { refuse(on); };
}

void Listener::loadTls()
{
    const Options &options = m_hub.options();
    m_tls.reset();
    if (options.tlsCertificate.empty() && options.tlsKey.empty())
        return;
    if (options.tlsCertificate.empty() || options.tlsKey.empty())
        throw StartError("TLS needs both a certificate and its key.");
    m_tls.emplace(asio::ssl::context::tls_server);
    error_code error;
    m_tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1
                       | asio::ssl::context::no_tlsv1_1);
    m_tls->use_certificate_chain_file(options.tlsCertificate, error);
    if (error)
        throw StartError("The certificate " + options.tlsCertificate + " cannot be read: " + error.message()
                         + ".");
    m_tls->use_private_key_file(options.tlsKey, asio::ssl::context::pem, error);
    if (error)
        throw StartError("The key " + options.tlsKey + " cannot be read: " + error.message() + ".");
    if (SSL_CTX_check_private_key(m_tls->native_handle()) != 1)
        throw StartError("The key " + options.tlsKey + " does not belong to the certificate.");
}

void Listener::open(std::uint16_t port)
{
    loadTls();
    const std::string &host = m_hub.options().host;
    error_code error;
    const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
    if (error)
        throw StartError("The host " + host + " is not an address.");
    m_endpoint = {address, port};
    try {
        listen();
    } catch (const boost::system::system_error &problem) {
        throw StartError("Port " + std::to_string(port) + " of " + host
                         + " cannot be listened on: " + problem.code().message() + ".");
    }
    m_port = m_acceptor.local_endpoint().port();
    m_endpoint.port(m_port);
    m_open = true;
}

void Listener::listen()
{
    m_acceptor = Acceptor(m_hub.context().get_executor(), m_endpoint, true);
    accept();
}

void Listener::close()
{
    m_open = false;
    m_retry.cancel();
    error_code ignored;
    m_acceptor.close(ignored);
}

void Listener::accept()
{
    m_acceptor.async_accept([this](error_code error, Socket socket) {
        if (error == asio::error::operation_aborted || !m_acceptor.is_open())
            return;
        if (error) {
            // No descriptors left, for example: others may be freed soon.
            m_retry.expires_after(retryTime);
            m_retry.async_wait([this](error_code cancelled) {
                if (!cancelled && m_acceptor.is_open())
                    accept();
            });
            return;
        }
        if (m_hub.connectionCount() < m_hub.options().maxConnections) {
            ++m_hub.counters().connections;
            error_code ignored;
            socket.set_option(asio::ip::tcp::no_delay(true), ignored);
            auto stream = std::make_shared<Stream>(std::move(socket), m_tls ? &*m_tls : nullptr);
            std::make_shared<HttpSession>(m_hub, std::move(stream))->start();
        }
        accept();
    });
}

void Listener::refuse(bool on)
{
    if (!m_open)
        return;
    m_retry.cancel();
    if (on) {
        error_code ignored;
        m_acceptor.close(ignored);
    } else {
        reopen();
    }
}

void Listener::reopen()
{
    try {
        listen();
    } catch (const boost::system::system_error &problem) {
        m_hub.log("The port cannot be opened again yet: " + problem.code().message());
        m_retry.expires_after(retryTime);
        m_retry.async_wait([this](error_code cancelled) {
            if (!cancelled && m_open && !m_acceptor.is_open())
                reopen();
        });
    }
}

} // namespace hpkv::emulator
