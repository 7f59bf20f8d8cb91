// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// A client on QWebSocket, for compare-clients: no queue, no table, no deadline, no JSON.

#include "arguments.h"
#include "meter.h"
#include "wireclient.h"
#include "wiretext.h"
#include "writer.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QUrl>
#include <QWebSocket>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>
#include <stdexcept>

using namespace hpkv::bench;

namespace
{

/// One connection; each message is given to `onMessage`.
class Connection
{
public:
    Connection(std::uint16_t port, const std::string &credential)
    {
        QObject::connect(&m_socket, &QWebSocket::connected, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_socket, &QWebSocket::disconnected, &m_loop, &QEventLoop::quit);
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                         [this](const QString &text) { onMessage(text.toUtf8()); });
        m_socket.open(
            QUrl(QString::fromStdString("ws://127.0.0.1:" + std::to_string(port) + "/ws?" + credential)));
        m_loop.exec();
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            throw std::runtime_error(m_socket.errorString().toStdString());
    }

    void send(const std::string &frame) { m_socket.sendTextMessage(QString::fromStdString(frame)); }
    /// Until finish(), or the end of the connection.
    void run() { m_loop.exec(); }
    void finish() { m_loop.quit(); }

    std::function<void(const QByteArray &text)> onMessage = [](const QByteArray &) {};

private:
    QWebSocket m_socket;
    QEventLoop m_loop;
};

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

void runOperations(Connection &connection, const WireText &texts, bool get, int inFlight, Meter &meter)
{
    int started = 0;
    connection.onMessage = [&](const QByteArray &reply) {
        meter.add(texts.answers(view(reply), get, meter.ended()));
        if (started < meter.total())
            connection.send(texts.request(get, started++));
        else if (meter.complete())
            connection.finish();
    };
    for (; started < std::min(inFlight, meter.total()); ++started)
        connection.send(texts.request(get, started));
    connection.run();
}

int run(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"port", "api-key", "op", "inflight", "count", "warmup"});
    const auto port = static_cast<std::uint16_t>(arguments.number("port", 0, 1, 65535));
    const std::string apiKey = arguments.text("api-key");
    const std::string op = arguments.text("op");
    const int inFlight = arguments.number("inflight", 64, 1, 100'000);
    Meter meter(arguments.number("warmup", 0, 0, 100'000'000), arguments.number("count", 1, 1, 100'000'000));

    if (op == "notify") {
        Connection connection(port, "token=" + fetchToken(port, apiKey, "bench:*"));
        const Workload workload(0);
        connection.onMessage = [&](const QByteArray &frame) {
            const auto index = static_cast<std::size_t>(meter.ended() % Workload::size);
            meter.add(WireText::isNotification(view(frame), workload.keys[index]));
            if (meter.complete())
                connection.finish();
        };
        ChildProcess writer(writerCommand("ws://127.0.0.1:" + std::to_string(port), apiKey, meter),
                            ChildProcess::Output::Discard);
        connection.run();
        meter.addErrors(writer.succeeded() ? 0 : 1);
        return meter.print("op", "ops");
    }
    Connection connection(port, "apiKey=" + apiKey);
    const WireText texts{Workload(::getpid())};
    Meter check(0, std::min(Workload::size, meter.total()));
    if (op == "get")
        runOperations(connection, texts, false, inFlight, check);
    runOperations(connection, texts, op == "get", inFlight, meter);
    if (op != "get")
        runOperations(connection, texts, true, inFlight, check);
    meter.addErrors(check.errors() + check.total() - check.ended());
    return meter.print("op", "ops");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    try {
        return run(argc - 1, argv + 1);
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "compare-plain: %s\n", problem.what());
        return 1;
    }
}
