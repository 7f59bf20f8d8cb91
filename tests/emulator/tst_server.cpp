// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace hpkv::emulator;
using namespace std::string_literals;

class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void startStopStart();
    void clientsFindItAgain();
    void stopClosesWith1001();
    void stopDoesNotWaitForTheStubborn();
    void twoOnOnePort();
    void anyAddress_data();
    void anyAddress();
    void badOptions_data();
    void badOptions();
    void storeAccess();
    void badPuts();
    void unknownKeyForAToken();
    void manyThreads();
    void stopWhileBusy();
    void logIsCalled();

private:
    static Options options()
    {
        Options options;
        options.apiKeys = {"demo"};
        return options;
    }
};

void TestServer::startStopStart()
{
    Server server(options());
    QVERIFY(!server.running());
    QCOMPARE(server.port(), std::uint16_t(0));
    server.put("early", "v");
    server.start();
    server.start();
    QVERIFY(server.running());
    QVERIFY(server.port() != 0);
    const auto port = std::to_string(server.port());
    QCOMPARE(server.wsUrl(), "ws://127.0.0.1:" + port);
    QCOMPARE(server.httpUrl(), "http://127.0.0.1:" + port);
    QCOMPARE(server.get("early").value_or(""), "v"s);
    server.stop();
    server.stop();
    QVERIFY(!server.running());
    server.put("late", "v");
    QCOMPARE(server.size(), std::size_t(2));
    server.start();
    QCOMPARE(std::to_string(server.port()), port);
    QCOMPARE(server.size(), std::size_t(2));
}

void TestServer::clientsFindItAgain()
{
    Server server(options());
    server.start();
    const auto token = server.createToken("demo", {"k"}, ".");
    for (int round = 0; round < 5; ++round) {
        Wire::Socket socket;
        QCOMPARE(socket.open(server.port(), "/ws?token=" + token), 101);
        server.put("k", std::to_string(round));
        QCOMPARE(Json::value(socket.text()), QString::number(round));
        server.stop();
        QCOMPARE(socket.awaitClose(), 1001);
        server.start();
    }
}

void TestServer::stopClosesWith1001()
{
    Server server(options());
    server.start();
    std::vector<Wire::Socket> sockets(5);
    for (auto &socket : sockets)
        QCOMPARE(socket.open(server.port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(server.connectionCount(), std::size_t(5));
    server.stop();
    QCOMPARE(server.connectionCount(), std::size_t(0));
    for (auto &socket : sockets)
        QCOMPARE(socket.awaitClose(), 1001);
}

void TestServer::stopDoesNotWaitForTheStubborn()
{
    Server server(options());
    server.start();
    Wire::Raw stubborn(server.port());
    QVERIFY(stubborn.upgrade("/ws?apiKey=demo"));
    Wire::Raw halfway(server.port());
    halfway.send("GET /ping HT");
    Faults faults;
    faults.delay = DelayFault{std::chrono::minutes(10), {}};
    faults.upgrade = UpgradeFault{std::chrono::minutes(10), {}, {}};
    server.setFaults(faults);
    stubborn.send(Wire::Raw::frame(0x81, Json::request(1, "k")));
    Wire::Raw stalled(server.port());
    stalled.send(
        "GET /ws?apiKey=demo HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    QTRY_COMPARE(server.counters().requests[1], std::uint64_t(1));
    const auto begun = std::chrono::steady_clock::now();
    server.stop();
    QVERIFY(std::chrono::steady_clock::now() - begun < std::chrono::seconds(3));
    QVERIFY(stubborn.ended() && halfway.ended() && stalled.ended());
}

void TestServer::twoOnOnePort()
{
    Server first(options());
    first.start();
    Options same = options();
    same.port = first.port();
    Server second(same);
    try {
        second.start();
        QFAIL("it started");
    } catch (const StartError &problem) {
        QVERIFY(std::string(problem.what()).find(std::to_string(same.port)) != std::string::npos);
    }
    first.stop();
    second.start();
    QCOMPARE(second.port(), same.port);
}

void TestServer::anyAddress_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("name") << QByteArray("localhost");
    QTest::newRow("any") << QByteArray("0.0.0.0");
    QTest::newRow("digits") << QByteArray("127.0.0.1");
}

void TestServer::anyAddress()
{
    QFETCH(QByteArray, host);
    Options other = options();
    other.host = host.toStdString();
    Server server(other);
    server.start();
    QVERIFY(server.wsUrl().starts_with("ws://127.0.0.1:"));
    QCOMPARE(Wire::http(server.port(), "GET", "/ping").status, 200);
}

void TestServer::badOptions_data()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < 12; ++i)
        QTest::addRow("%d", i) << i;
}

void TestServer::badOptions()
{
    QFETCH(int, which);
    Options bad = options();
    const std::vector<std::function<void()>> changes = {
        [&bad] { bad.host = "not an address"; },
        [&bad] {
            bad.apiKeys = {"a", "a"};
        },
        [&bad] { bad.apiKeys = {""}; },
        [&bad] { bad.rateLimit = -1; },
        [&bad] { bad.tokenLifetime = std::chrono::milliseconds(0); },
        [&bad] { bad.maxKey = 0; },
        [&bad] { bad.maxHead = 10; },
        [&bad] { bad.maxConnections = 0; },
        [&bad] { bad.maxQueued = 10; },
        [&bad] { bad.badCredentialStatus = 200; },
        [&bad] { bad.activity = -1; },
        [&bad] { bad.apiKeys = {"\xff"}; },
    };
    changes.at(static_cast<std::size_t>(which))();
    Server server(bad);
    QVERIFY_THROWS_EXCEPTION(StartError, server.start());
    QVERIFY(!server.running());
}

void TestServer::storeAccess()
{
    Server server(options());
    server.start();
    server.put("b", "2");
    server.put("a\0x"s, "1");
    QCOMPARE(server.size(), std::size_t(2));
    QVERIFY((server.records() == std::vector<Record>{{"a\0x"s, "1"}, {"b", "2"}}));
    std::vector<std::string> seen;
    server.forEach([&](const Record &record) {
        seen.push_back(record.key);
        server.put("from the callback", record.key); // It may call back.
    });
    QCOMPARE(seen.size(), std::size_t(2));
    QVERIFY(server.erase("b"));
    QVERIFY(!server.erase("b"));
    QVERIFY(!server.get("b"));
    server.clear();
    QCOMPARE(server.size(), std::size_t(0));
    // The limits are for clients.
    server.put(std::string(1000, 'k'), std::string(100'000, 'v'));
    QCOMPARE(server.size(), std::size_t(1));
}

void TestServer::badPuts()
{
    Server server(options());
    server.start();
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, server.put("", "v"));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, server.put("k", ""));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, server.put("\xff", "v"));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, server.put("k", "\xed\xa0\x80"));
    QCOMPARE(server.size(), std::size_t(0));
}

void TestServer::unknownKeyForAToken()
{
    Server server(options());
    server.start();
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, server.createToken("other", {}, std::nullopt));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, server.createToken("demo", {}, "("));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, server.createToken("demo", {""}, std::nullopt));
}

void TestServer::manyThreads()
{
    Server server(options());
    server.start();
    constexpr int writers = 4;
    std::vector<std::thread> threads;
    threads.reserve(writers);
    std::atomic<int> wrong{0};
    for (int t = 0; t < writers; ++t) {
        threads.emplace_back([&server, &wrong, t] {
            const std::string key = "t" + std::to_string(t);
            for (int i = 0; i < 200; ++i) {
                server.put(key, std::to_string(i));
                if (server.get(key).value_or("") != std::to_string(i))
                    ++wrong;
                server.setFaults({});
                (void)server.counters();
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(server.size(), std::size_t(4));
}

void TestServer::stopWhileBusy()
{
    Server server(options());
    server.start();
    std::atomic<bool> done{false};
    std::thread writer([&server, &done] {
        int i = 0;
        do
            server.put("k", std::to_string(i++));
        while (!done);
    });
    std::thread client([&server, &done] {
        while (!done) {
            Wire::Socket socket;
            if (socket.open(server.port(), "/ws?apiKey=demo") == 101)
                socket.ask(Json::set("c", "v"));
        }
    });
    for (int round = 0; round < 5; ++round) {
        server.stop();
        server.start();
    }
    done = true;
    writer.join();
    client.join();
    QVERIFY(server.get("k").has_value());
}

void TestServer::logIsCalled()
{
    std::atomic<int> lines{0};
    Options talkative = options();
    talkative.log = [&lines](std::string_view line) { lines += line.empty() ? 0 : 1; };
    Server server(talkative);
    server.start();
    Wire::Socket socket;
    QCOMPARE(socket.open(server.port(), "/ws?apiKey=demo"), 101);
    QVERIFY(lines.load() >= 1);
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
