// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QTest>

using namespace hpkv::emulator;
using Json::request;
using Json::set;

/// What a client cannot make the server hold or do.
class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oversizeFrame_data();
    void oversizeFrame();
    void largestFrameIsAnswered();
    void subscriberThatDoesNotReadIsClosed();
    void requestsOfAStuckReaderWait();
    void connectionsAreLimited();
    void deepJsonIsNoHarm();

private:
    void start(const Options &options);
    Options m_options;
    std::unique_ptr<Server> m_server;
};

void TestLimits::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_options = {};
    m_options.apiKeys = {"demo"};
}

void TestLimits::start(const Options &options)
{
    m_server = std::make_unique<Server>(options);
    m_server->start();
}

void TestLimits::oversizeFrame_data()
{
    QTest::addColumn<bool>("whole"); // Or only its head arrives.
    QTest::newRow("head") << false;
    QTest::newRow("whole") << true;
}

void TestLimits::oversizeFrame()
{
    QFETCH(bool, whole);
    start(m_options);
    const std::string frame = Wire::Raw::frame(0x81, std::string(m_options.maxFrame() + 1, 'x'));
    Wire::Raw raw(m_server->port());
    QVERIFY(raw.upgrade("/ws?apiKey=demo"));
    raw.send(whole ? frame : frame.substr(0, 14));
    const auto answer = raw.receiveUntil("message too large");
    QCOMPARE(answer.substr(0, 1), std::string("\x88"));
    QCOMPARE(answer.substr(2, 2), std::string("\x03\xf1")); // 1009
    QVERIFY(raw.ended());
}

void TestLimits::largestFrameIsAnswered()
{
    start(m_options);
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    const std::string empty = set("k", "");
    QCOMPARE(Json::code(socket.ask(set("k", std::string(m_options.maxFrame() - empty.size(), 'v')))), 400);
    // A value at its limit in which each byte needs six.
    QCOMPARE(Json::code(socket.ask(set("k", std::string(m_options.maxValue, '\x01')))), 200);
    QCOMPARE(m_server->get("k")->size(), m_options.maxValue);
}

void TestLimits::subscriberThatDoesNotReadIsClosed()
{
    m_options.maxQueued = 256 * 1024;
    start(m_options);
    Wire::Raw stuck(m_server->port());
    stuck.shrinkReceiveBuffer(4096);
    QVERIFY(stuck.upgrade("/ws?token=" + m_server->createToken("demo", {"*"}, "^$")));
    Wire::Socket other;
    QCOMPARE(other.open(m_server->port(), "/ws?token=" + m_server->createToken("demo", {"end"}, "^$")), 101);
    const std::string value(3000, 'v');
    for (int i = 0; i < 20'000 && m_server->counters().slowReaders == 0; ++i)
        m_server->put("k", value);
    QCOMPARE(m_server->counters().slowReaders, std::uint64_t(1));
    // Others are not touched by it, and it is gone soon.
    m_server->put("end", "v");
    QCOMPARE(Json::key(other.text()), QStringLiteral("end"));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connectionCount(), std::size_t(1), 15'000);
}

void TestLimits::requestsOfAStuckReaderWait()
{
    m_options.maxQueued = 512 * 1024;
    start(m_options);
    m_server->put("k", std::string(3000, 'v'));
    Wire::Raw stuck(m_server->port());
    QVERIFY(stuck.upgrade("/ws?apiKey=demo"));
    // Ten times as much as may wait is asked for before anything is read; nothing is lost and nobody is
    // closed.
    constexpr int count = 3000;
    std::string frames;
    for (int i = 1; i <= count; ++i)
        frames += Wire::Raw::frame(0x81, request(1, "k", {}, i));
    stuck.send(frames);
    const auto replies = stuck.receiveUntil("\"messageId\":3000}", std::chrono::seconds(20));
    QVERIFY(replies.ends_with("\"messageId\":3000}"));
    QCOMPARE(m_server->counters().requests[1], std::uint64_t(count));
    QCOMPARE(m_server->counters().slowReaders, std::uint64_t(0));
}

void TestLimits::connectionsAreLimited()
{
    m_options.maxConnections = 2;
    start(m_options);
    Wire::Socket first;
    Wire::Socket second;
    QCOMPARE(first.open(m_server->port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(second.open(m_server->port(), "/ws?apiKey=demo"), 101);
    Wire::Raw third(m_server->port());
    QVERIFY(third.ended());
    first.close(1000);
    QTRY_COMPARE(Wire::http(m_server->port(), "GET", "/ping").status, 200);
}

void TestLimits::deepJsonIsNoHarm()
{
    start(m_options);
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(Json::code(socket.ask(std::string(80'000, '['))), 400);
    const std::string deep = std::string(1500, '[') + std::string(1500, ']');
    QCOMPARE(Json::code(socket.ask(set("k", deep))), 200);
    QCOMPARE(Json::code(socket.ask(request(3, "k", Json::quoted(deep.substr(0, 50))))), 200);
    QCOMPARE(Wire::http(m_server->port(), "POST", "/token/websocket", std::string(80'000, '[')).status, 400);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
