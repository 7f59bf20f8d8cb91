// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QTest>

using namespace hpkv::emulator;
using namespace std::string_literals;

class TestRest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void exchanges_data();
    void exchanges();
    void keysInThePath_data();
    void keysInThePath();
    void partialUpdate();
    void ranges();
    void credentials_data();
    void credentials();
    void tokens_data();
    void tokens();
    void tokenWorks();
    void readOnlyKey();
    void keepAlive();
    void bounds();
    void expectContinue();
    void nonsense();

private:
    std::uint16_t port() const { return m_server->port(); }
    std::unique_ptr<Server> m_server;
};

void TestRest::initTestCase()
{
    Options options;
    options.apiKeys = {ApiKey("demo"), ApiKey("reader", 0, true)};
    m_server = std::make_unique<Server>(options);
    m_server->start();
}

void TestRest::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_server->clear();
    m_server->put("k", "v");
    m_server->put("n", "10");
    m_server->put("atomic", "a key like any other");
}

void TestRest::exchanges_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reply"); // Empty: only an error is expected.
    const auto row = [](const char *name, const char *method, const char *target, const std::string &body,
                        int status, const char *reply = "") {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray::fromStdString(body)
                            << status << QByteArray(reply);
    };
    row("get", "GET", "/record/k", "", 200, R"({"key":"k","value":"v"})");
    row("get missing", "GET", "/record/x", "", 404, R"({"error":"Record not found"})");
    row("get nothing", "GET", "/record/", "", 400);
    row("get atomic", "GET", "/record/atomic", "", 200, R"({"key":"atomic","value":"a key like any other"})");
    row("delete atomic", "DELETE", "/record/atomic", "", 200,
        R"({"success":true,"message":"Record deleted successfully"})");
    row("broken key", "GET", "/record/%zz", "", 400);
    row("key is no text", "GET", "/record/%ff", "", 400);
    row("set", "POST", "/record", R"({"key":"new","value":"v"})", 200,
        R"({"success":true,"message":"Record inserted/updated successfully"})");
    row("set, flag off", "POST", "/record", R"({"key":"new","value":"v","partialUpdate":false})", 200,
        R"({"success":true,"message":"Record inserted/updated successfully"})");
    row("patch", "POST", "/record", R"({"key":"k","value":"w","partialUpdate":true})", 200,
        R"({"success":true,"message":"Record patched successfully"})");
    row("flag is text", "POST", "/record", R"({"key":"k","value":"w","partialUpdate":"true"})", 400);
    row("empty key", "POST", "/record", R"({"key":"","value":"v"})", 400);
    row("empty value", "POST", "/record", R"({"key":"k","value":""})", 400);
    row("no value", "POST", "/record", R"({"key":"k"})", 400);
    row("value is a number", "POST", "/record", R"({"key":"k","value":5})", 400);
    row("100 KiB value", "POST", "/record", R"({"key":"k","value":")" + std::string(60'000, 'v') + "\"}",
        400);
    row("no JSON", "POST", "/record", "key=k", 400);
    row("no body", "POST", "/record", "", 400);
    row("array", "POST", "/record", "[]", 400);
    row("delete", "DELETE", "/record/k", "", 200,
        R"({"success":true,"message":"Record deleted successfully"})");
    row("delete missing", "DELETE", "/record/x", "", 404, R"({"error":"Record not found"})");
    row("increment", "POST", "/record/atomic", R"({"key":"n","increment":5})", 200,
        R"({"success":true,"result":15})");
    row("decrement", "POST", "/record/atomic", R"({"key":"n","increment":-3})", 200,
        R"({"success":true,"result":7})");
    row("increment new", "POST", "/record/atomic", R"({"key":"fresh","increment":1})", 200,
        R"({"success":true,"result":1})");
    row("increment text", "POST", "/record/atomic", R"({"key":"k","increment":1})", 400);
    row("increment by nothing", "POST", "/record/atomic", R"({"key":"n"})", 400);
    row("range", "GET", "/records?startKey=k&endKey=n", "", 200,
        R"({"records":[{"key":"k","value":"v"},{"key":"n","value":"10"}],"count":2,"truncated":false})");
    row("range limit", "GET", "/records?startKey=k&endKey=n&limit=1", "", 200,
        R"({"records":[{"key":"k","value":"v"}],"count":1,"truncated":true})");
    row("range nothing", "GET", "/records?startKey=y&endKey=z", "", 200,
        R"({"records":[],"count":0,"truncated":false})");
    row("range no end", "GET", "/records?startKey=k", "", 400);
    row("range no start", "GET", "/records?endKey=k", "", 400);
    row("range bad limit", "GET", "/records?startKey=k&endKey=n&limit=x", "", 400);
    row("range limit 0", "GET", "/records?startKey=k&endKey=n&limit=0", "", 400);
    row("range broken key", "GET", "/records?startKey=%4&endKey=n", "", 400);
    row("search", "POST", "/search", R"({"query":"x"})", 501);
    row("query", "POST", "/query", R"({"query":"x"})", 501);
    row("unknown path", "GET", "/nothing", "", 404);
    row("wrong method on record", "PUT", "/record/k", "", 405);
    row("wrong method on records", "POST", "/records", "{}", 405);
    row("wrong method on token", "GET", "/token/websocket", "", 405);
    row("wrong method on ping", "POST", "/ping", "", 405);
    row("wrong method on faults", "PUT", "/_emulator/faults", "", 405);
}

void TestRest::exchanges()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, reply);
    const auto response = Wire::http(port(), method.toStdString(), target.toStdString(), body.toStdString());
    QCOMPARE(response.status, status);
    QVERIFY(response.header("content-type").starts_with("application/json"));
    if (!reply.isEmpty())
        QCOMPARE(QByteArray::fromStdString(response.body), reply);
    else
        QVERIFY(!Json::error(response.body).isEmpty());
    if (status == 405)
        QVERIFY(!response.header("allow").empty());
}

void TestRest::keysInThePath_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("special") << QByteArray("!@#$%^&*()_+") << QByteArray("!%40%23%24%25%5E%26*()_%2B");
    QTest::newRow("plus stays") << QByteArray("a+b") << QByteArray("a+b");
    QTest::newRow("slash") << QByteArray("a/b") << QByteArray("a%2Fb");
    QTest::newRow("bare slash") << QByteArray("a/b") << QByteArray("a/b");
    QTest::newRow("blank") << QByteArray("a b") << QByteArray("a%20b");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QByteArray("a%00b");
    QTest::newRow("unicode") << QByteArray("\xe6\x97\xa5") << QByteArray("%E6%97%A5");
    QTest::newRow("percent") << QByteArray("%41") << QByteArray("%2541");
}

void TestRest::keysInThePath()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, encoded);
    m_server->put(key.toStdString(), "found");
    const auto response = Wire::http(port(), "GET", "/record/" + encoded.toStdString());
    QCOMPARE(response.status, 200);
    QCOMPARE(Json::key(response.body).toUtf8(), key);
    QCOMPARE(Wire::http(port(), "DELETE", "/record/" + encoded.toStdString()).status, 200);
    QVERIFY(!m_server->get(key.toStdString()));
}

void TestRest::partialUpdate()
{
    m_server->put("doc", R"({"a":1,"n":{"x":1,"y":[1,2]}})");
    const std::string body =
        "{\"key\":\"doc\",\"value\":" + Json::quoted(R"({"b":2,"n":{"y":[3]}})") + ",\"partialUpdate\":true}";
    QCOMPARE(Wire::http(port(), "POST", "/record", body).status, 200);
    QCOMPARE(m_server->get("doc").value_or(""), R"({"a":1,"n":{"x":1,"y":[3]},"b":2})"s);
}

void TestRest::ranges()
{
    m_server->clear();
    for (const char *key : {"!@# a", "!@# b", "!@# c"})
        m_server->put(key, "v");
    const auto response = Wire::http(port(), "GET", "/records?startKey=%21%40%23+a&endKey=!%40%23%20c");
    QCOMPARE(Json::object(response.body).value(QLatin1StringView("count")).toInt(), 3);
}

void TestRest::credentials_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/record/k", "/records?startKey=a&endKey=z", "/_emulator/faults"})
        QTest::newRow(target) << QByteArray("GET") << QByteArray(target);
    for (const char *target : {"/record", "/record/atomic", "/token/websocket", "/search"})
        QTest::newRow(target) << QByteArray("POST") << QByteArray(target);
}

void TestRest::credentials()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    const auto status = [&](const Wire::Headers &headers) {
        return Wire::http(port(), method.toStdString(), target.toStdString(), "{}", headers).status;
    };
    QCOMPARE(status({}), 401);
    QCOMPARE(status({{"x-api-key", "wrong"}}), 403);
    QCOMPARE(Wire::http(port(), "GET", "/ping", {}, {}).body, "pong"s);
}

void TestRest::tokens_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *body, int status) { QTest::newRow(body) << QByteArray(body) << status; };
    row(R"({"subscribeKeys":["a","b"],"accessPattern":"^a$"})", 200);
    row(R"({"subscribePatterns":["ns:*"],"accessPattern":"^ns:.*$"})", 200);
    row(R"({"subscribeKeys":["a"],"subscribePatterns":["ns:*"]})", 200);
    row(R"({"subscribeKeys":[]})", 200);
    row(R"({})", 200);
    row(R"({"accessPattern":"("})", 400);
    row(R"({"accessPattern":5})", 400);
    row(R"({"accessPattern":null})", 400);
    row(R"({"subscribeKeys":"a"})", 400);
    row(R"({"subscribeKeys":[1]})", 400);
    row(R"({"subscribePatterns":[""]})", 400);
    row(R"({"subscribePatterns":["/(/"]})", 400);
    row("[]", 400);
    row("no JSON", 400);
}

void TestRest::tokens()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto response = Wire::http(port(), "POST", "/token/websocket", body.toStdString());
    QCOMPARE(response.status, status);
    const auto token = Json::object(response.body).value(QLatin1StringView("token"));
    QCOMPARE(token.isString() && !token.toString().isEmpty(), status == 200);
    QCOMPARE(Json::error(response.body).isEmpty(), status == 200);
}

void TestRest::tokenWorks()
{
    const auto response =
        Wire::http(port(), "POST", "/token/websocket",
                   R"({"subscribeKeys":["k"],"subscribePatterns":["ns:*"],"accessPattern":"^k$"})");
    const auto token = Json::object(response.body).value(QLatin1StringView("token")).toString().toStdString();
    // It may be used by several connections at once.
    Wire::Socket first;
    Wire::Socket second;
    QCOMPARE(first.open(port(), "/ws?token=" + token), 101);
    QCOMPARE(second.open(port(), "/ws?token=" + token), 101);
    m_server->put("ns:x", "v");
    m_server->put("k", "w");
    for (Wire::Socket *socket : {&first, &second}) {
        QCOMPARE(Json::key(socket->text()), QStringLiteral("ns:x"));
        QCOMPARE(Json::key(socket->text()), QStringLiteral("k"));
    }
}

void TestRest::readOnlyKey()
{
    const Wire::Headers reader = {{"x-api-key", "reader"}};
    QCOMPARE(Wire::http(port(), "GET", "/record/k", {}, reader).status, 200);
    QCOMPARE(Wire::http(port(), "DELETE", "/record/k", {}, reader).status, 403);
    QCOMPARE(Wire::http(port(), "POST", "/record", R"({"key":"k","value":"w"})", reader).status, 403);
    QCOMPARE(Wire::http(port(), "GET", "/_emulator/faults", {}, reader).status, 403);
}

void TestRest::keepAlive()
{
    Wire::Raw raw(port());
    for (int i = 0; i < 3; ++i) {
        raw.send("GET /record/k HTTP/1.1\r\nHost: x\r\nx-api-key: demo\r\n\r\n");
        QVERIFY(raw.receiveUntil(R"({"key":"k","value":"v"})").starts_with("HTTP/1.1 200"));
    }
    // Several at once are answered in order.
    raw.send(
        "GET /ping HTTP/1.1\r\nHost: x\r\n\r\nGET /record/n HTTP/1.1\r\nHost: x\r\nx-api-key: demo\r\n\r\n");
    const auto both = raw.receiveUntil("\"10\"}");
    QVERIFY(both.find("pong") < both.find("\"10\""));
}

void TestRest::bounds()
{
    QCOMPARE(Wire::http(port(), "GET", "/ping", {}, {{"x-large", std::string(20'000, 'h')}}).status, 431);
    QCOMPARE(Wire::http(port(), "POST", "/record", std::string(200'000, 'b')).status, 413);
    Wire::Raw endless(port());
    endless.send("GET / HTTP/1.1\r\nx: " + std::string(100'000, 'x'));
    QVERIFY(endless.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 431"));
    QVERIFY(endless.ended());
}

void TestRest::expectContinue()
{
    Wire::Raw raw(port());
    raw.send("POST /record HTTP/1.1\r\nHost: x\r\nx-api-key: demo\r\nExpect: 100-continue\r\nContent-Length: "
             "25\r\n\r\n");
    QVERIFY(raw.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 100"));
    raw.send(R"({"key":"k", "value":"we"})");
    QVERIFY(raw.receiveUntil("}").find("200 OK") != std::string::npos);
    QCOMPARE(m_server->get("k").value_or(""), "we"s);
}

void TestRest::nonsense()
{
    Wire::Raw raw(port());
    raw.send("this is not HTTP at all\r\n\r\n");
    QVERIFY(raw.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 400"));
    QVERIFY(raw.ended());
    QCOMPARE(Wire::http(port(), "GET", "/ping").status, 200);
}

QTEST_GUILESS_MAIN(TestRest)
#include "tst_rest.moc"
