// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QTest>

using namespace hpkv::emulator;
using Json::request;

class TestUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void statuses_data();
    void statuses();
    void keyInTheHeader();
    void keysThatNeedEncoding_data();
    void keysThatNeedEncoding();
    void refusalSaysWhy();
    void handshakeMistakes_data();
    void handshakeMistakes();
    void framesRightBehindTheHandshake();
    void noGreeting();
    void pings();
    void clientCloses_data();
    void clientCloses();
    void binaryRequestIsRefused();
    void protocolErrors_data();
    void protocolErrors();

private:
    std::unique_ptr<Server> m_server;
};

void TestUpgrade::initTestCase()
{
    Options options;
    options.apiKeys = {"demo", "a+b&c=d/e#f \xc3\xa9"};
    m_server = std::make_unique<Server>(options);
    m_server->start();
}

void TestUpgrade::statuses_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("key") << QByteArray("/ws?apiKey=demo") << 101;
    QTest::newRow("key among others") << QByteArray("/ws?x=1&apiKey=demo&y") << 101;
    QTest::newRow("token") << QByteArray("/ws?token=TOKEN") << 101;
    QTest::newRow("nothing") << QByteArray("/ws") << 401;
    QTest::newRow("empty key") << QByteArray("/ws?apiKey=") << 401;
    QTest::newRow("wrong case of the name") << QByteArray("/ws?apikey=demo") << 401;
    QTest::newRow("wrong key") << QByteArray("/ws?apiKey=Demo") << 403;
    QTest::newRow("wrong token") << QByteArray("/ws?token=x") << 403;
    QTest::newRow("key as token") << QByteArray("/ws?token=demo") << 403;
    QTest::newRow("both") << QByteArray("/ws?apiKey=demo&token=TOKEN") << 400;
    QTest::newRow("wrong path") << QByteArray("/?apiKey=demo") << 404;
    QTest::newRow("longer path") << QByteArray("/ws/ws?apiKey=demo") << 404;
    QTest::newRow("double slash") << QByteArray("//ws?apiKey=demo") << 404;
}

void TestUpgrade::statuses()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    target.replace("TOKEN", QByteArray::fromStdString(m_server->createToken("demo", {}, ".")));
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), target.toStdString()), status);
}

void TestUpgrade::keyInTheHeader()
{
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws", {{"x-api-key", "demo"}}), 101);
    Wire::Socket wrong;
    QCOMPARE(wrong.open(m_server->port(), "/ws", {{"x-api-key", "wrong"}}), 403);
    // An explicit query item wins.
    Wire::Socket both;
    QCOMPARE(both.open(m_server->port(), "/ws?apiKey=wrong", {{"x-api-key", "demo"}}), 403);
}

void TestUpgrade::keysThatNeedEncoding_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("all") << QByteArray("a%2Bb%26c%3Dd%2Fe%23f%20%C3%A9");
    QTest::newRow("plus left as it is") << QByteArray("a+b%26c=d/e%23f%20%C3%A9");
}

void TestUpgrade::keysThatNeedEncoding()
{
    QFETCH(QByteArray, encoded);
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=" + encoded.toStdString()), 101);
}

void TestUpgrade::refusalSaysWhy()
{
    Wire::Raw raw(m_server->port());
    QVERIFY(!raw.upgrade("/ws?apiKey=wrong"));
    QVERIFY(raw.ended());
    const auto before = m_server->counters().refusedUpgrades;
    Wire::Raw other(m_server->port());
    other.send("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n"
               "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    const auto answer = other.receiveUntil("}");
    QVERIFY(answer.starts_with("HTTP/1.1 401"));
    QVERIFY(answer.find("{\"error\":\"Credential is missing\"}") != std::string::npos);
    QCOMPARE(m_server->counters().refusedUpgrades, before + 1);
}

void TestUpgrade::handshakeMistakes_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("status");
    const QByteArray start(
        "GET /ws?apiKey=demo HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n");
    QTest::newRow("old version")
        << start + "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        << QByteArray("426");
    QTest::newRow("no key") << start + "Sec-WebSocket-Version: 13\r\n" << QByteArray("400");
    QTest::newRow("short key") << start + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: abc\r\n"
                               << QByteArray("400");
    QTest::newRow("no upgrade") << QByteArray("GET /ws?apiKey=demo HTTP/1.1\r\nHost: x\r\n")
                                << QByteArray("404");
}

void TestUpgrade::handshakeMistakes()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, status);
    Wire::Raw raw(m_server->port());
    raw.send(head.toStdString() + "\r\n");
    QCOMPARE(QByteArray::fromStdString(raw.receiveUntil("}")).mid(9, 3), status);
}

void TestUpgrade::framesRightBehindTheHandshake()
{
    m_server->put("k", "v");
    Wire::Raw raw(m_server->port());
    raw.send("GET /ws?apiKey=demo HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
             + Wire::Raw::frame(0x81, request(1, "k", {}, 5))
             + Wire::Raw::frame(0x81, request(1, "k", {}, 6)).substr(0, 9));
    QVERIFY(raw.receiveUntil("\"messageId\":5}").find("101 Switching") != std::string::npos);
    raw.send(Wire::Raw::frame(0x81, request(1, "k", {}, 6)).substr(9));
    QVERIFY(raw.receiveUntil("\"messageId\":6}").find("\"value\":\"v\"") != std::string::npos);
}

void TestUpgrade::noGreeting()
{
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    // The first message is the reply to the first request.
    QCOMPARE(
        Json::object(socket.ask(request(1, "none", {}, 77))).value(QLatin1StringView("messageId")).toInt(),
        77);
}

void TestUpgrade::pings()
{
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    QVERIFY(socket.ping());
    QVERIFY(socket.pongWithin(Wire::patience));
}

void TestUpgrade::clientCloses_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1000, 1001, 1002, 3001, 4999})
        QTest::addRow("%d", code) << code;
}

void TestUpgrade::clientCloses()
{
    QFETCH(int, code);
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(socket.close(code), code);
}

void TestUpgrade::binaryRequestIsRefused()
{
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    QVERIFY(socket.send(request(1, "k"), true));
    QCOMPARE(Json::code(socket.text()), 400);
    QCOMPARE(Json::code(socket.ask(request(1, "missing"))), 404);
}

void TestUpgrade::protocolErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("not masked") << QByteArray("\x81\x02hi") << 1002;
    QTest::newRow("reserved bit") << QByteArray::fromStdString(Wire::Raw::frame(0xc1, "x")) << 1002;
    QTest::newRow("no UTF-8") << QByteArray::fromStdString(Wire::Raw::frame(0x81, "\"\xff\"")) << 1007;
    QTest::newRow("close without code") << QByteArray::fromStdString(Wire::Raw::frame(0x88, "")) << 1000;
}

void TestUpgrade::protocolErrors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    Wire::Raw raw(m_server->port());
    QVERIFY(raw.upgrade("/ws?apiKey=demo"));
    raw.send(bytes.toStdString());
    const std::string end{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
    const auto answer = raw.receiveUntil(end);
    QCOMPARE(static_cast<unsigned char>(answer.at(0)), static_cast<unsigned char>(0x88));
    QCOMPARE(answer.substr(2, 2), end);
    QVERIFY(raw.ended());
}

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
