// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "connection.h"
#include "report.h"
#include "subcommands.h"
#include "target.h"

#include <QEventLoop>

#include <malloc.h>

#include <chrono>
#include <cstdlib>
#include <functional>

namespace hpkv::bench
{

namespace
{

/// Bytes that the program holds of the heap, mapped blocks included.
double heapBytes()
{
    const struct mallinfo2 info = ::mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

/// Sets that wait for their turn, each with a key and a value of its own, and with one slot connected.
class Waiting
{
public:
    explicit Waiting(Hpkv::Client &client)
        : m_client(client)
    {
    }

    void fill(int count)
    {
        m_replies.clear();
        m_replies.reserve(count);
        m_ended = 0;
        m_wrong = 0;
        const double before = heapBytes();
        for (int i = 0; i < count; ++i) {
            const QByteArray value(m_valueSize, 'v');
            Hpkv::Reply *const reply = m_client.set("bench:pending:" + QByteArray::number(i), value);
            QObject::connect(reply, &Hpkv::Reply::finished, reply, [this, reply] {
                ++m_ended;
                const Hpkv::Error &error = reply->error();
                if (error.kind != Hpkv::ErrorKind::Canceled || error.delivery != Hpkv::Delivery::NotSent)
                    ++m_wrong;
            });
            m_replies.append(reply);
        }
        m_bytes = (heapBytes() - before) / count;
    }

    /// Milliseconds until all have ended and are deleted. \param cancel must end all
    double cancel(const std::function<void()> &cancel)
    {
        const auto begun = std::chrono::steady_clock::now();
        QEventLoop loop;
        // They delete themselves in order, from the event loop.
        QObject::connect(m_replies.constLast(), &QObject::destroyed, &loop, &QEventLoop::quit);
        cancel();
        loop.exec();
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
    }

    const QList<Hpkv::Reply *> &replies() const { return m_replies; }
    double bytes() const { return m_bytes; }
    /// Replies that did not end, ended twice or with another error.
    int errors() const { return m_wrong + std::abs(static_cast<int>(m_replies.size()) - m_ended); }

private:
    static constexpr int m_valueSize = 100;

    Hpkv::Client &m_client;
    QList<Hpkv::Reply *> m_replies;
    double m_bytes = 0;
    int m_ended = 0;
    int m_wrong = 0;
};

} // namespace

int benchPending(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"url", "api-key", "count"});
    const int count = arguments.number("count", 100'000, 1, 1'000'000);

    const QtApplication application;
    const Target target(arguments);
    Hpkv::ConnectionConfig config = target.config();
    // The first one takes the only slot; all others wait.
    config.throttle.enabled = true;
    config.throttle.requestsPerSecond = 0.001;
    config.queueLimit = count;
    Hpkv::ApiClient client(config, target.apiKey());
    waitForConnection(client);
    Hpkv::Reply *const first = client.get("bench:first");
    QEventLoop loop;
    QObject::connect(first, &Hpkv::Reply::finished, &loop, &QEventLoop::quit);
    loop.exec();

    Waiting waiting(client);
    waiting.fill(count);
    // Per 100,000, also when fewer wait.
    const double scale = 100'000.0 / count;
    report("bytes_per_pending", waiting.bytes(), "bytes");
    const double aborted = waiting.cancel([&waiting] {
        for (Hpkv::Reply *const reply : waiting.replies())
            reply->abort();
    });
    int errors = waiting.errors();
    waiting.fill(count);
    const double disconnected = waiting.cancel([&client] { client.disconnectFromServer(); });
    errors += waiting.errors();
    report("cancel_100k_ms", disconnected * scale, "ms");
    report("abort_100k_ms", aborted * scale, "ms");
    report("errors", errors, "count");
    return errors == 0 ? 0 : 1;
}

} // namespace hpkv::bench
