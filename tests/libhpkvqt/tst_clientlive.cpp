// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "live.h"

#include <hpkvqt/keys.h>
#include <hpkvqt/tokenmanager.h>

#include <QFutureWatcher>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

using namespace Hpkv;
using hpkv::emulator::Server;

/// The library against the emulator over real sockets, with what a real service cannot be told to do. The
/// conformance list is tst_conformance's.
class tst_ClientLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        m_server = std::make_unique<Server>(Live::options());
        m_server->start();
    }

    void cleanup() { m_server.reset(); }

    void connectsOnce()
    {
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QSignalSpy connected(&client, &Client::connected);
        QSignalSpy disconnected(&client, &Client::disconnected);
        QSignalSpy states(&client, &Client::stateChanged);
        client.connectToServer();
        client.connectToServer();
        QVERIFY(connected.wait(Live::patience));
        QCOMPARE(client.state(), ConnectionState::Connected);
        QTRY_COMPARE(m_server->connectionCount(), 1u);
        QTRY_VERIFY(client.roundTrip() >= 0);
        client.disconnectFromServer();
        client.disconnectFromServer();
        QVERIFY(disconnected.wait(Live::patience));
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        const auto info = disconnected.first().first().value<DisconnectInfo>();
        QCOMPARE(info.code, 1000);
        QVERIFY(info.gracefully);
        QVERIFY(!info.error.isError());
        QCOMPARE(connected.size(), 1);
        QCOMPARE(disconnected.size(), 1);
        QCOMPARE(states.size(), 4);
        QTRY_COMPARE(m_server->connectionCount(), 0u);
    }

    void oddTexts_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("punctuation") << QByteArray("!@#$%^&*()_+ {}[]\"'\\/")
                                     << QByteArray("\"\\/\b\f\n\r\t");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("\0\x01\x1f", 3);
        QTest::newRow("Unicode") << QByteArray("sch\u00f6n:\u65e5\u672c:\U0001F600")
                                 << QByteArray("\u2028\u2029\ufffe\U0010FFFF");
        QTest::newRow("blanks") << QByteArray(" a ") << QByteArray(" ");
    }

    void oddTexts()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        QVERIFY(Live::ended(client.set(key, value))->succeeded());
        QCOMPARE(Live::ended(client.get(key))->value(), value);
        QCOMPARE(m_server->get(key.toStdString()), value.toStdString());
        const auto page = Live::ended(client.range(Keys::smallestStart(), Keys::prefixEnd({})));
        QCOMPARE(page->page().records, (QList<Record>{{key, value, false}}));
    }

    // The HTTP status of a refused upgrade, on whatever Qt this is.
    // Requests one by one: each reply is still there when its slots have run, and goes soon, also the last
    // one.
    void finishedRepliesGo()
    {
        constexpr int Count = 100;
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        int answered = 0;
        int gone = 0;
        std::function<void()> ask = [&] {
            Reply *const reply = client.get("a");
            connect(reply, &QObject::destroyed, this, [&gone] { ++gone; });
            connect(reply, &Reply::finished, this, [&] {
                if (++answered < Count)
                    ask();
            });
        };
        ask();
        QTRY_COMPARE(answered, Count);
        QTRY_COMPARE(gone, Count);
    }

    void refusedUpgrade_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("400") << 400 << ErrorKind::Configuration;
        QTest::newRow("401") << 401 << ErrorKind::Authentication;
        QTest::newRow("403") << 403 << ErrorKind::Authentication;
        QTest::newRow("404") << 404 << ErrorKind::Configuration;
        QTest::newRow("429") << 429 << ErrorKind::ConnectionFailed;
        QTest::newRow("500") << 500 << ErrorKind::ConnectionFailed;
        QTest::newRow("503") << 503 << ErrorKind::ConnectionFailed;
    }

    void refusedUpgrade()
    {
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        hpkv::emulator::Faults faults;
        faults.upgrade = hpkv::emulator::UpgradeFault{{}, status, {}};
        m_server->setFaults(faults);
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QSignalSpy errors(&client, &Client::errorOccurred);
        QSignalSpy disconnected(&client, &Client::disconnected);
        QSignalSpy failed(&client, &Client::reconnectFailed);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        const auto error = errors.first().first().value<Error>();
        QCOMPARE(error.code, status);
        QCOMPARE(error.kind, kind);
        QVERIFY(error.text.contains(QString::number(status)));
        QCOMPARE(errors.size(), 1);
        QCOMPARE(disconnected.size(), 0);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
    }

    void badKeyIsNotRetriedNorShown()
    {
        ConnectionConfig config = Live::config(*m_server);
        config.reconnect.retryFirst = true;
        ApiClient client(config, QStringLiteral("wr+ng/key&x=1"));
        QSignalSpy errors(&client, &Client::errorOccurred);
        QSignalSpy reconnecting(&client, &Client::reconnecting);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(client.lastError().kind, ErrorKind::Authentication);
        QCOMPARE(client.lastError().code, 403);
        QVERIFY(!client.lastError().text.contains(QStringLiteral("wr+ng")));
        QCOMPARE(reconnecting.size(), 0);
    }

    void credentialIsEncoded()
    {
        hpkv::emulator::Options options = Live::options();
        options.apiKeys = {"a+b/c=d&e#f g\xc3\xa4%"};
        m_server = std::make_unique<Server>(options);
        m_server->start();
        for (const bool base : {false, true}) {
            ConnectionConfig config = Live::config(*m_server);
            if (base)
                config.baseUrl += QStringLiteral("/ws/?x=y%20z");
            ApiClient client(config, QStringLiteral("a+b/c=d&e#f g\u00e4%"));
            QVERIFY(Live::connectAndWait(client));
        }
    }

    void reconnects_data()
    {
        QTest::addColumn<int>("code"); // 0: cut
        for (const int code : {0, 1000, 1001, 1011, 3001, 4000})
            QTest::addRow("%d", code) << code;
    }

    void reconnects()
    {
        QFETCH(int, code);
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        QSignalSpy connected(&client, &Client::connected);
        QSignalSpy disconnected(&client, &Client::disconnected);
        QSignalSpy reconnecting(&client, &Client::reconnecting);
        QSignalSpy failed(&client, &Client::reconnectFailed);
        QSignalSpy resync(&client, &Client::resyncNeeded);
        QTRY_COMPARE(m_server->connectionCount(), 1u);
        if (code == 0)
            m_server->cutAll();
        else
            m_server->closeAll(code, "bye");
        QVERIFY(connected.wait(Live::patience));
        QCOMPARE(connected.size(), 1);
        QCOMPARE(disconnected.size(), 1);
        QCOMPARE(reconnecting.size(), 1);
        QCOMPARE(resync.size(), 1);
        QCOMPARE(failed.size(), 0);
        const auto info = disconnected.first().first().value<DisconnectInfo>();
        QCOMPARE(info.code, code == 0 ? 1006 : code);
        QCOMPARE(info.error.kind, ErrorKind::ConnectionLost);
        QVERIFY(!info.gracefully);
        QVERIFY(Live::ended(client.set("a", "b"))->succeeded());
    }

    void givesUpAndComesBack()
    {
        ConnectionConfig config = Live::config(*m_server);
        ApiClient client(config, QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        QSignalSpy failed(&client, &Client::reconnectFailed);
        QSignalSpy reconnecting(&client, &Client::reconnecting);
        m_server->stop();
        QVERIFY(failed.wait(Live::patience));
        QCOMPARE(reconnecting.size(), 3);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
        m_server->start();
        QVERIFY(Live::connectAndWait(client));
    }

    void repeatsRefused()
    {
        hpkv::emulator::Faults faults;
        faults.code = hpkv::emulator::CodeFault{429, {1, {}, {}}};
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        m_server->setFaults(faults);
        QCOMPARE(Live::ended(client.increment("n"))->error().kind, ErrorKind::RateLimited);
        m_server->setFaults(faults);
        CallOptions options;
        options.retryRefused = true;
        const auto reply = Live::ended(client.increment("n", 1, options));
        QVERIFY2(reply->succeeded(), qPrintable(reply->error().text));
        QCOMPARE(reply->newValue(), 1);
        QCOMPARE(client.statistics().retries, 1u);
    }

    void strayFrames()
    {
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        QSignalSpy warnings(&client, &Client::protocolWarning);
        QSignalSpy notifications(&client, &Client::notificationReceived);
        using hpkv::emulator::StrayFrame;
        QTRY_COMPARE(m_server->connectionCount(), 1u);
        for (const StrayFrame frame :
             {StrayFrame::Text, StrayFrame::Number, StrayFrame::Null, StrayFrame::NoId})
            m_server->sendStray(frame);
        QTRY_COMPARE(warnings.size(), 4);
        m_server->sendStray(StrayFrame::Binary);
        QTRY_COMPARE(notifications.size(), 1);
        QVERIFY(Live::ended(client.set("a", "b"))->succeeded());
        QCOMPARE(client.statistics().protocolWarnings, 4u);
    }

    void silentLineIsNoticed()
    {
        ConnectionConfig config = Live::config(*m_server);
        config.heartbeatInterval = std::chrono::milliseconds(50);
        config.heartbeatTimeout = std::chrono::milliseconds(100);
        ApiClient client(config, QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        QSignalSpy disconnected(&client, &Client::disconnected);
        hpkv::emulator::Faults faults;
        faults.silent = hpkv::emulator::TimedFault{std::chrono::milliseconds(400)};
        m_server->setFaults(faults);
        QVERIFY(disconnected.wait(Live::patience));
        QCOMPARE(disconnected.first().first().value<DisconnectInfo>().code, 1006);
        QTRY_COMPARE(client.state(), ConnectionState::Connected);
    }

    void stalledUpgradeTimesOut()
    {
        hpkv::emulator::Faults faults;
        faults.upgrade = hpkv::emulator::UpgradeFault{std::chrono::milliseconds(5000), {}, {}};
        m_server->setFaults(faults);
        ConnectionConfig config = Live::config(*m_server);
        config.connectTimeout = std::chrono::milliseconds(100);
        ApiClient client(config, QStringLiteral("secret-key"));
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(client.lastError().kind, ErrorKind::Timeout);
        QCOMPARE(client.state(), ConnectionState::Disconnected);
    }

    void futures()
    {
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        std::optional<Result<GetResult>> got;
        client.set("a", "1")->future().then(&client, [&](const Result<WriteResult> &result) {
            QVERIFY(!result.isError());
            client.get("a")->future().then(&client, [&](const Result<GetResult> &value) { got = value; });
        });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(got->value.value, QByteArray("1"));
    }

    void worksOnAWorkerThread()
    {
        QThread thread;
        auto *client = new ApiClient(Live::config(*m_server), QStringLiteral("secret-key"));
        client->moveToThread(&thread);
        std::atomic<bool> right = false;
        std::atomic<bool> ended = false;
        QObject::connect(client, &Client::connected, client, [&] {
            GetReply *const reply = client->get("nothing");
            QObject::connect(reply, &Reply::finished, client, [&, reply] {
                right = reply->error().isNotFound() && QThread::currentThread() == &thread;
                client->disconnectFromServer();
            });
        });
        QObject::connect(client, &Client::disconnected, client, [&] { ended = true; });
        QObject::connect(&thread, &QThread::finished, client, &QObject::deleteLater);
        thread.start();
        QMetaObject::invokeMethod(client, &Client::connectToServer);
        QTRY_VERIFY_WITH_TIMEOUT(ended, Live::patience);
        thread.quit();
        QVERIFY(thread.wait(Live::patience));
        QVERIFY(right);
    }

    void renewalLosesAndDoublesNothing()
    {
        TokenManager tokens(Live::config(*m_server), QStringLiteral("secret-key"));
        TokenRequest request;
        request.subscribePatterns = {"n"};
        SubscriptionClient client(Live::config(*m_server), tokens.provider(request));
        QVERIFY(Live::connectAndWait(client));
        QByteArrayList heard;
        QObject::connect(&client, &Client::notificationReceived, &client,
                         [&](const Notification &notification) { heard.append(notification.value); });
        QSignalSpy renewed(&client, &SubscriptionClient::renewed);
        QSignalSpy disconnected(&client, &Client::disconnected);
        QByteArrayList written;
        QTimer writer;
        QObject::connect(&writer, &QTimer::timeout, &client, [&] {
            const QByteArray value = QByteArray::number(written.size() / 3); // equal ones too
            m_server->put("n", value.toStdString());
            written.append(value);
        });
        writer.start(1);
        for (int i = 1; i <= 2; ++i) {
            client.renew();
            QTRY_COMPARE_WITH_TIMEOUT(renewed.size(), i, Live::patience);
        }
        QTRY_VERIFY(written.size() > 200);
        writer.stop();
        QTRY_COMPARE(heard.size(), written.size());
        QCOMPARE(heard, written);
        QCOMPARE(disconnected.size(), 0);
        QTRY_COMPARE(m_server->connectionCount(), 1u);
    }

    void tokenErrors()
    {
        TokenManager tokens(Live::config(*m_server), QStringLiteral("wrong-key-1234"));
        TokenReply *reply = tokens.generateToken({});
        reply->keep();
        QSignalSpy finished(reply, &TokenReply::finished);
        QVERIFY(finished.wait(Live::patience));
        QCOMPARE(reply->error().kind, ErrorKind::Authentication);
        QCOMPARE(reply->error().code, 403);
        QVERIFY(!reply->error().text.contains(QStringLiteral("wrong-key")));
        delete reply;

        SubscriptionClient client(Live::config(*m_server), tokens.provider({}));
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(client.lastError().kind, ErrorKind::Authentication);
    }

    void badTokenAsksTheProviderOnce()
    {
        int asked = 0;
        SubscriptionClient client(Live::config(*m_server),
                                  [&](const SubscriptionClient::TokenCallback &done) {
                                      ++asked;
                                      done(QStringLiteral("no-token-%1").arg(asked), {});
                                  });
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(client.lastError().code, 403);
        QCOMPARE(asked, 2);
    }

    // The token ends; the provider brings a new one.
    void expiredTokenIsReplaced()
    {
        hpkv::emulator::Options options = Live::options();
        options.tokenLifetime = std::chrono::milliseconds(300);
        m_server = std::make_unique<Server>(options);
        m_server->start();
        TokenManager tokens(Live::config(*m_server), QStringLiteral("secret-key"));
        SubscriptionClient client(Live::config(*m_server), tokens.provider({}));
        QVERIFY(Live::connectAndWait(client));
        QSignalSpy connected(&client, &Client::connected);
        QSignalSpy disconnected(&client, &Client::disconnected);
        QVERIFY(connected.wait(Live::patience));
        QCOMPARE(disconnected.first().first().value<DisconnectInfo>().code, 1008);
    }

private:
    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(tst_ClientLive)
#include "tst_clientlive.moc"
