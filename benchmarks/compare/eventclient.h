// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wireclient.h"

namespace hpkv::bench
{

/// WireClient on Beast's event loop: what it waits for comes as an event, as in any program that has
/// something else to wait for, be it a deadline.
class EventClient
{
public:
    /// As WireClient.
    EventClient(std::uint16_t port, const std::string &credential)
        : m_client(port, credential)
    {
    }

    void send(std::string_view frame)
    {
        await([&](auto done) {
            m_client.stream().async_write(boost::asio::buffer(frame.data(), frame.size()), done);
        });
    }
    char *receiveText()
    {
        m_client.buffer().clear();
        await([&](auto done) { m_client.stream().async_read(m_client.buffer(), done); });
        return m_client.terminatedText();
    }

private:
    /// Runs the event loop until what `start` began has ended.
    template <typename Start>
    void await(Start start)
    {
        bool ended = false;
        boost::system::error_code problem;
        start([&](const boost::system::error_code &error, std::size_t) {
            ended = true;
            problem = error;
        });
        m_client.context().restart();
        while (!ended)
            m_client.context().run_one();
        if (problem)
            throw boost::system::system_error(problem);
    }

    WireClient m_client;
};

} // namespace hpkv::bench
