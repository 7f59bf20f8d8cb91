// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// A client on QWebSocket as a Qt developer writes one in an afternoon, for compare-clients: requests and
// replies are QJsonObjects; no queue, no table, no deadline. Requests are answered in their order, so that it
// needs no table.

#include "arguments.h"
#include "meter.h"
#include "wireclient.h"
#include "workload.h"
#include "writer.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
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
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) {
            onMessage(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        m_socket.open(
            QUrl(QString::fromStdString("ws://127.0.0.1:" + std::to_string(port) + "/ws?" + credential)));
        m_loop.exec();
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            throw std::runtime_error(m_socket.errorString().toStdString());
    }

    void send(const QJsonObject &message)
    {
        m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    }
    /// Until finish(), or the end of the connection.
    void run() { m_loop.exec(); }
    void finish() { m_loop.quit(); }

    std::function<void(const QJsonObject &message)> onMessage = [](const QJsonObject &) {};

private:
    QWebSocket m_socket;
    QEventLoop m_loop;
};

/// What a Workload has, as QString.
struct Texts {
    explicit Texts(const Workload &workload)
    {
        for (const std::string &key : workload.keys)
            keys.append(QString::fromStdString(key));
        for (const std::string &value : workload.values)
            values.append(QString::fromStdString(value));
    }

    /// \param number from 0
    QJsonObject request(bool get, int number) const
    {
        const qsizetype index = number % Workload::size;
        QJsonObject message{{QStringLiteral("op"), get ? 1 : 2},
                            {QStringLiteral("key"), keys.at(index)},
                            {QStringLiteral("messageId"), number + 1}};
        if (!get)
            message.insert(QStringLiteral("value"), values.at(index));
        return message;
    }

    /// Whether this is the success that request `number` waits for.
    bool answers(const QJsonObject &reply, bool get, int number) const
    {
        return reply.value(QLatin1String("code")).toInt() == 200
            && reply.value(QLatin1String("messageId")).toInt() == number + 1
            && (!get || reply.value(QLatin1String("value")).toString() == values.at(number % Workload::size));
    }

    bool isNotification(const QJsonObject &message, int number) const
    {
        return message.value(QLatin1String("type")).toString() == QLatin1String("notification")
            && message.value(QLatin1String("key")).toString() == keys.at(number % Workload::size)
            && !message.value(QLatin1String("value")).toString().isEmpty();
    }

    QStringList keys;
    QStringList values;
};

void runOperations(Connection &connection, const Texts &texts, bool get, int inFlight, Meter &meter)
{
    int started = 0;
    connection.onMessage = [&](const QJsonObject &reply) {
        meter.add(texts.answers(reply, get, meter.ended()));
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
        const Texts texts(Workload(0));
        connection.onMessage = [&](const QJsonObject &message) {
            meter.add(texts.isNotification(message, meter.ended()));
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
    const Texts texts(Workload(::getpid()));
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
