// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "live.h"

#include <hpkvqt/rangescan.h>
#include <hpkvqt/tokenmanager.h>

#include <QFutureWatcher>
#include <QTest>

#include <coroutine>

#ifdef HPKV_HAVE_QCORO
#include <QCoro/QCoroFuture>
#include <QCoro/QCoroSignal>
#include <QCoro/QCoroTask>
#endif

using namespace Hpkv;

namespace
{

/// The least that a program needs to await a QFuture: it goes on in the thread that runs `context`.
template <typename T>
class FutureAwaiter
{
public:
    explicit FutureAwaiter(QFuture<T> future)
        : m_future(std::move(future))
    {
    }
    bool await_ready() const { return m_future.isFinished(); }
    void await_suspend(std::coroutine_handle<> handle)
    {
        auto *const watcher = new QFutureWatcher<T>;
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, handle] {
            watcher->deleteLater();
            handle.resume();
        });
        watcher->setFuture(m_future);
    }
    T await_resume() const { return m_future.result(); }

private:
    QFuture<T> m_future;
};

template <typename T>
FutureAwaiter<T> await(QFuture<T> future)
{
    return FutureAwaiter<T>(std::move(future));
}

/// A coroutine that runs by itself and tells when it is done.
struct Fire {
    struct promise_type {
        Fire get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() { }
        void unhandled_exception() { std::terminate(); }
    };
};

} // namespace

/// Replies, tokens, scans and connections in coroutines, without and with QCoro.
class tst_Coroutine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        m_server = std::make_unique<hpkv::emulator::Server>(Live::options());
        m_server->start();
    }

    void withoutALibrary()
    {
        const auto run = [](const hpkv::emulator::Server &server, QStringList *seen, bool *done) -> Fire {
            const ConnectionConfig config = Live::config(server);
            ApiClient client(config, QStringLiteral("secret-key"));
            const Error problem = co_await await(client.connectFuture());
            seen->append(problem.kindName());
            co_await await(client.set("a:1", "one")->future());
            const Result<IncrementResult> count = co_await await(client.increment("a:2", 5)->future());
            seen->append(QString::number(count.value.newValue));
            const Result<GetResult> missing = co_await await(client.get("missing")->future());
            seen->append(missing.error.kindName());
            const std::unique_ptr<RangeScan> scan(RangeScan::overPrefix(&client, "a:"));
            const Result<QList<Record>> all = co_await await(scan->readAll());
            seen->append(QString::number(all.value.size()));
            TokenManager tokens(config, QStringLiteral("secret-key"));
            const Result<QString> token =
                co_await await(tokens.generateToken(TokenRequest::forPrefix("a:"))->future());
            seen->append(token.value.isEmpty() ? QStringLiteral("no token") : QStringLiteral("token"));
            TokenRequest empty;
            empty.subscribePatterns.append(QByteArray());
            const Result<QString> refused = co_await await(tokens.generateToken(empty)->future());
            seen->append(refused.error.kindName());
            *done = true;
        };
        QStringList seen;
        bool done = false;
        run(*m_server, &seen, &done);
        QTRY_VERIFY_WITH_TIMEOUT(done, Live::patience);
        QCOMPARE(seen, QStringList({QStringLiteral("None"), QStringLiteral("5"), QStringLiteral("NotFound"),
                                    QStringLiteral("2"), QStringLiteral("token"),
                                    QStringLiteral("InvalidArgument")}));
    }

    void withQCoro()
    {
#ifdef HPKV_HAVE_QCORO
        const auto run = [](const hpkv::emulator::Server &server) -> QCoro::Task<QString> {
            ApiClient client(Live::config(server), QStringLiteral("secret-key"));
            if ((co_await client.connectFuture()).isError())
                co_return QStringLiteral("no connection");
            co_await client.set("k", "value")->future();
            // The signal of a reply that stays.
            const std::unique_ptr<GetReply> reply(client.get("k"));
            reply->keep();
            co_await qCoro(reply.get(), &Reply::finished);
            const auto again = co_await client.get("k")->future();
            co_return reply->text() + QString::fromUtf8(again.value.value);
        };
        QCOMPARE(QCoro::waitFor(run(*m_server)), QStringLiteral("valuevalue"));
#else
        QSKIP("QCoro (package qcoro-qt6-dev) was not there when this was built.");
#endif
    }

private:
    std::unique_ptr<hpkv::emulator::Server> m_server;
};

QTEST_GUILESS_MAIN(tst_Coroutine)
#include "tst_coroutine.moc"
