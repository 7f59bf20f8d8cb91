// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QTest>

using namespace hpkv::emulator;
using namespace std::chrono_literals;
using Json::range;
using Json::request;
using Json::set;

/// Each undocumented point the other way round (the defaults are in the other tests).
class TestSwitches : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void credentialStatuses();
    void noAccessPatternAllowsAll();
    void tokenRangeFiltersOnly();
    void patchOfNonObjectsRefused();
    void patchRemovesEmptyMembers();
    void patchNotifiesMergedValue();
    void ownWritesAreSkipped();
    void counterIsANumber();
    void messageLeftOut();
    void keyLeftOut();
    void timestampLeftOut();
    void notificationComesFirst();
    void tokenExpiryCloses();
    void tokenExpiryRefuses();
    void expiredTokenIsRefusedAtTheUpgrade();
    void queryDecodedTwice();
    void gatheredReplies();
    void limitsPerKey();
    void tokenPatternLimit();

private:
    void start();
    Wire::Socket open(const std::string &query = "apiKey=demo");
    Wire::Socket openToken(const std::vector<std::string> &patterns,
                           const std::optional<std::string> &access);

    Options m_options;
    std::unique_ptr<Server> m_server;
};

void TestSwitches::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_options = {};
    m_options.apiKeys = {"demo"};
}

void TestSwitches::cleanup()
{
    m_server.reset();
}

void TestSwitches::start()
{
    m_server = std::make_unique<Server>(m_options);
    m_server->start();
}

Wire::Socket TestSwitches::open(const std::string &query)
{
    Wire::Socket socket;
    if (socket.open(m_server->port(), "/ws?" + query) != 101)
        qWarning("a connection was refused");
    return socket;
}

Wire::Socket TestSwitches::openToken(const std::vector<std::string> &patterns,
                                     const std::optional<std::string> &access)
{
    return open("token=" + m_server->createToken("demo", patterns, access));
}

void TestSwitches::credentialStatuses()
{
    m_options.missingCredentialStatus = 403;
    m_options.badCredentialStatus = 401;
    start();
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws"), 403);
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=wrong"), 401);
    QCOMPARE(socket.open(m_server->port(), "/ws?token=wrong"), 401);
}

void TestSwitches::noAccessPatternAllowsAll()
{
    m_options.noAccessPattern = NoAccessPattern::AllowAll;
    start();
    auto socket = openToken({}, std::nullopt);
    QCOMPARE(Json::code(socket.ask(set("any", "v"))), 200);
    auto limited = openToken({}, "^x$");
    QCOMPARE(Json::code(limited.ask(request(1, "any"))), 403);
}

void TestSwitches::tokenRangeFiltersOnly()
{
    m_options.tokenRange = TokenRange::FilterOnly;
    start();
    for (const char *key : {"a", "b:1", "b:2", "c"})
        m_server->put(key, "v");
    auto socket = openToken({}, "^b:");
    const auto reply = Json::object(socket.ask(range("a", "z")));
    QCOMPARE(reply.value(QLatin1StringView("code")).toInt(), 200);
    QCOMPARE(reply.value(QLatin1StringView("count")).toInt(), 2);
}

void TestSwitches::patchOfNonObjectsRefused()
{
    m_options.patchNonObject = PatchNonObject::Refuse;
    start();
    m_server->put("k", "Hello ");
    auto socket = open();
    QCOMPARE(Json::code(socket.ask(request(3, "k", "\"World!\""))), 400);
    QCOMPARE(m_server->get("k").value_or(""), std::string("Hello "));
    QCOMPARE(Json::code(socket.ask(request(3, "new", "\"text\""))), 200);
}

void TestSwitches::patchRemovesEmptyMembers()
{
    m_options.patchEmptyMember = PatchEmptyMember::Remove;
    start();
    m_server->put("k", R"({"a":1,"b":2})");
    auto socket = open();
    QCOMPARE(Json::code(socket.ask(request(3, "k", Json::quoted(R"({"a":""})")))), 200);
    QCOMPARE(m_server->get("k").value_or(""), std::string(R"({"b":2})"));
}

void TestSwitches::patchNotifiesMergedValue()
{
    m_options.patchNotification = PatchNotification::MergedValue;
    start();
    m_server->put("k", R"({"a":1})");
    auto listening = openToken({"k"}, "^$");
    open().ask(request(3, "k", Json::quoted(R"({"b":2})")));
    QCOMPARE(Json::value(listening.text()), QStringLiteral(R"({"a":1,"b":2})"));
}

void TestSwitches::ownWritesAreSkipped()
{
    m_options.ownWrites = OwnWrites::Skip;
    start();
    auto socket = openToken({"k"}, "^k$");
    auto other = openToken({"k"}, "^$");
    QCOMPARE(Json::code(socket.ask(set("k", "own"))), 200);
    m_server->put("k", "foreign");
    QCOMPARE(Json::value(socket.text()), QStringLiteral("foreign"));
    QCOMPARE(Json::value(other.text()), QStringLiteral("own"));
}

void TestSwitches::counterIsANumber()
{
    m_options.counterValue = CounterValue::Number;
    start();
    auto socket = open();
    socket.ask(request(6, "n", "9007199254740993"));
    QVERIFY(socket.ask(request(1, "n")).find("\"value\":9007199254740993,") != std::string::npos);
    QVERIFY(socket.ask(range("n", "n")).find("\"value\":9007199254740993}") != std::string::npos);
    QCOMPARE(Wire::http(m_server->port(), "GET", "/record/n").body,
             std::string(R"({"key":"n","value":9007199254740993})"));
    // Digits that a set wrote are a text.
    socket.ask(set("n", "5"));
    QCOMPARE(Json::value(socket.ask(request(1, "n"))), QStringLiteral("5"));
}

void TestSwitches::messageLeftOut()
{
    m_options.messageInReplies = false;
    start();
    auto socket = open();
    QCOMPARE(socket.ask(set("k", "v")),
             std::string(R"({"code":200,"success":true,"key":"k","messageId":1})"));
    QCOMPARE(Wire::http(m_server->port(), "DELETE", "/record/k").body, std::string(R"({"success":true})"));
}

void TestSwitches::keyLeftOut()
{
    m_options.keyInReplies = false;
    start();
    auto socket = open();
    QVERIFY(!Json::object(socket.ask(set("k", "v"))).contains(QLatin1StringView("key")));
    QVERIFY(!Json::object(socket.ask(request(1, "x"))).contains(QLatin1StringView("key")));
    QCOMPARE(Json::key(socket.ask(request(1, "k"))), QStringLiteral("k"));
}

void TestSwitches::timestampLeftOut()
{
    m_options.timestampInNotifications = false;
    start();
    auto listening = openToken({"k"}, "^$");
    m_server->put("k", "v");
    QCOMPARE(listening.text(), std::string(R"({"type":"notification","key":"k","value":"v"})"));
}

void TestSwitches::notificationComesFirst()
{
    m_options.ownNotificationOrder = OwnNotificationOrder::NotificationFirst;
    start();
    auto socket = openToken({"k"}, "^k$");
    QVERIFY(Json::object(socket.ask(set("k", "v"))).contains(QLatin1StringView("type")));
    QCOMPARE(Json::code(socket.text()), 200);
}

void TestSwitches::tokenExpiryCloses()
{
    m_options.tokenLifetime = 200ms;
    start();
    auto socket = openToken({}, ".");
    QCOMPARE(Json::code(socket.ask(set("k", "v"))), 200);
    QCOMPARE(socket.awaitClose(), 1008);
    QTRY_COMPARE(m_server->connectionCount(), std::size_t(0));
}

void TestSwitches::tokenExpiryRefuses()
{
    m_options.tokenLifetime = 100ms;
    m_options.tokenExpiry = TokenExpiry::Refuse403;
    start();
    auto socket = openToken({"k"}, ".");
    QTRY_COMPARE(Json::code(socket.ask(request(1, "k"))), 403);
    // It hears nothing any more either.
    m_server->put("k", "v");
    QCOMPARE(Json::code(socket.ask(request(1, "k"))), 403);
    QCOMPARE(m_server->connectionCount(), std::size_t(1));
}

void TestSwitches::expiredTokenIsRefusedAtTheUpgrade()
{
    m_options.tokenLifetime = 50ms;
    start();
    const std::string token = m_server->createToken("demo", {}, ".");
    const auto status = [this, &token] {
        Wire::Socket socket;
        return socket.open(m_server->port(), "/ws?token=" + token);
    };
    QTRY_COMPARE(status(), 403);
}

void TestSwitches::queryDecodedTwice()
{
    const auto ask = [this] {
        return Wire::http(m_server->port(), "GET", "/records?startKey=a%252Bb&endKey=a%252Bb").body;
    };
    start();
    m_server->put("a+b", "decoded twice");
    m_server->put("a%2Bb", "decoded once");
    QVERIFY(ask().find("decoded once") != std::string::npos);
    m_options.queryDecoding = QueryDecoding::Twice;
    start();
    m_server->put("a+b", "decoded twice");
    m_server->put("a%2Bb", "decoded once");
    m_server->put("100%", "not a sequence");
    QVERIFY(ask().find("decoded twice") != std::string::npos);
    QVERIFY(Wire::http(m_server->port(), "GET", "/records?startKey=100%25&endKey=100%25")
                .body.find("not a sequence")
            != std::string::npos);
}

void TestSwitches::gatheredReplies()
{
    m_options.replyWrites = ReplyWrites::Gathered;
    start();
    auto socket = open();
    for (int i = 1; i <= 1000; ++i)
        QVERIFY(socket.send(set("k", std::to_string(i), i)));
    for (int i = 1; i <= 1000; ++i)
        QCOMPARE(Json::object(socket.text()).value(QLatin1StringView("messageId")).toInt(), i);
}

void TestSwitches::limitsPerKey()
{
    m_options.maxKey = 10;
    m_options.maxValue = 100'000;
    m_options.rateLimit = 3;
    m_options.apiKeys = {ApiKey("demo", -1), ApiKey("limited")};
    start();
    auto socket = open();
    QCOMPARE(Json::code(socket.ask(set("12345678901", "v"))), 400);
    QCOMPARE(Json::code(socket.ask(set("1234567890", std::string(100'000, 'v')))), 200);
    auto limited = open("apiKey=limited");
    int refused = 0;
    for (int i = 0; i < 10; ++i)
        refused += Json::code(limited.ask(request(1, "k"))) == 429 ? 1 : 0;
    QVERIFY(refused >= 5);
}

void TestSwitches::tokenPatternLimit()
{
    m_options.maxTokenPatterns = 2;
    start();
    QVERIFY(!m_server->createToken("demo", {"a", "b"}, "x").empty());
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, m_server->createToken("demo", {"a", "b", "c"}, "x"));
    const auto reply = Wire::http(m_server->port(), "POST", "/token/websocket",
                                  R"({"subscribeKeys":["a","b"],"subscribePatterns":["c"]})");
    QCOMPARE(reply.status, 400);
}

QTEST_GUILESS_MAIN(TestSwitches)
#include "tst_switches.moc"
