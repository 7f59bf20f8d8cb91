// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QJsonArray>
#include <QTest>

using namespace hpkv::emulator;
using namespace std::string_literals;
using Json::range;
using Json::request;
using Json::set;

/// Each operation with each of its errors, over the wire.
class TestOperations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void setAndGet();
    void replies_data();
    void replies();
    void errors_data();
    void errors();
    void patch_data();
    void patch();
    void patchLimits();
    void deleteIsNotIdempotent();
    void increment_data();
    void increment();
    void rangeIsInclusiveAndInOrder();
    void rangeLimits_data();
    void rangeLimits();
    void pagingWithNulReturnsEachKeyOnce();
    void rangeEndsAreNotLimited();
    void largeRangeRepliesAreCut();
    void malformed_data();
    void malformed();
    void messageIdIsEchoedExactly();
    void withoutIdThereIsAReply();
    void sizes_data();
    void sizes();
    void readOnlyKey();
    void rateLimit();
    void tokenAccess();
    void rangeThroughAToken();
    void manyInFlight();
    void countersCount();

private:
    QJsonObject ask(const std::string &frame) { return Json::object(m_socket->ask(frame)); }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<Wire::Socket> m_socket;
};

void TestOperations::initTestCase()
{
    Options options;
    options.apiKeys = {ApiKey("demo"), ApiKey("reader", 0, true), ApiKey("slow", 5)};
    m_server = std::make_unique<Server>(options);
    m_server->start();
}

void TestOperations::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_server->clear();
    m_socket = std::make_unique<Wire::Socket>();
    QCOMPARE(m_socket->open(m_server->port(), "/ws?apiKey=demo"), 101);
}

void TestOperations::cleanup()
{
    m_socket.reset();
}

void TestOperations::setAndGet()
{
    for (const std::string &value :
         {"on"s, R"({"price": 94.20})"s, "caf\xc3\xa9 \xf0\x9f\x98\x80"s, "a\0b"s, " blanks "s, "\n\t"s}) {
        QCOMPARE(Json::code(m_socket->ask(set("room:7", value))), 200);
        QCOMPARE(Json::value(m_socket->ask(request(1, "room:7"))).toUtf8(), Json::bytes(value));
        QCOMPARE(m_server->get("room:7").value_or(""), value);
    }
    // Any key that is not empty: punctuation, blanks, Unicode, control characters, NUL.
    for (const std::string &key : {"!@#$%^&*()_+"s, " k "s, "\xe6\x97\xa5"s, "a\0b"s, "\x07"s, "\"\\"s}) {
        QCOMPARE(Json::code(m_socket->ask(set(key, "v"))), 200);
        QCOMPARE(Json::key(m_socket->ask(request(1, key))).toUtf8(), Json::bytes(key));
    }
}

void TestOperations::replies_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("reply");
    const auto row = [](const char *name, const char *frame, const char *reply) {
        QTest::newRow(name) << QByteArray(frame) << QByteArray(reply);
    };
    row("get", R"({"op":1,"key":"k","value":"","messageId":11})",
        R"({"code":200,"key":"k","value":"v","messageId":11})");
    row("set", R"({"op":2,"key":"n","value":"on","messageId":12})",
        R"({"code":200,"success":true,"message":"Record inserted/updated successfully","key":"n","messageId":12})");
    row("patch", R"({"op":3,"key":"n","value":"on","messageId":13})",
        R"({"code":200,"success":true,"message":"Record patched successfully","key":"n","messageId":13})");
    row("delete", R"({"op":4,"key":"k","value":null,"messageId":14})",
        R"({"code":200,"success":true,"message":"Record deleted successfully","key":"k","messageId":14})");
    row("range", R"({"op":5,"key":"k","endKey":"z","limit":50,"messageId":15})",
        R"({"code":200,"key":"k","records":[{"key":"k","value":"v"}],"count":1,"truncated":false,"messageId":15})");
    row("increment", R"({"op":6,"key":"hits","value":5,"messageId":16})",
        R"({"code":200,"success":true,"newValue":5,"key":"hits","messageId":16})");
    row("missing", R"({"op":1,"key":"x","messageId":17})",
        R"({"code":404,"error":"Record not found","key":"x","messageId":17})");
}

void TestOperations::replies()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, reply);
    m_server->put("k", "v");
    QCOMPARE(QByteArray::fromStdString(m_socket->ask(frame.toStdString())), reply);
}

void TestOperations::errors_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const std::string &frame, int code) {
        QTest::newRow(name) << QByteArray::fromStdString(frame) << code;
    };
    for (const int op : {1, 2, 3, 4, 6}) {
        const std::string value = op == 6 ? "1" : "\"v\"";
        row(qPrintable(QStringLiteral("op %1, empty key").arg(op)), request(op, "", value), 400);
        row(qPrintable(QStringLiteral("op %1, no key").arg(op)),
            "{\"op\":" + std::to_string(op) + ",\"value\":" + value + ",\"messageId\":1}", 400);
        row(qPrintable(QStringLiteral("op %1, key is a number").arg(op)),
            "{\"op\":" + std::to_string(op) + ",\"key\":7,\"value\":" + value + ",\"messageId\":1}", 400);
        row(qPrintable(QStringLiteral("op %1, long key").arg(op)), request(op, std::string(513, 'k'), value),
            400);
    }
    row("get, missing", request(1, "x"), 404);
    row("delete, missing", request(4, "x"), 404);
    for (const int op : {2, 3}) {
        for (const char *value : {"", "\"\"", "null", "5", "true", "{}", "[]"})
            row(qPrintable(QStringLiteral("op %1, value %2").arg(op).arg(QLatin1StringView(value))),
                request(op, "k", value), 400);
    }
    row("set, long value", set("k", std::string(3073, 'v')), 400);
    for (const char *value : {"", "\"\"", "null", "1.5", "1e3", "\"x\"", "true", "{}", "9223372036854775808"})
        row(qPrintable(QStringLiteral("increment by %1").arg(QLatin1StringView(value))),
            request(6, "k", value), 400);
    row("increment of text", request(6, "text", "1"), 400);
    row("increment of JSON", request(6, "json", "1"), 400);
    row("increment of a fraction", request(6, "fraction", "1"), 400);
    row("overflow", request(6, "largest", "1"), 400);
    row("underflow", request(6, "smallest", "-1"), 400);
    row("range, no start", R"({"op":5,"endKey":"z","messageId":1})", 400);
    row("range, empty start", range("", "z"), 400);
    row("range, no end", R"({"op":5,"key":"a","messageId":1})", 400);
    row("range, empty end", range("a", ""), 400);
    for (const char *limit : {"0", "-1", "1.5", "\"5\"", "true"})
        row(qPrintable(QStringLiteral("range, limit %1").arg(QLatin1StringView(limit))),
            range("a", "z", limit), 400);
}

void TestOperations::errors()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, code);
    m_server->put("text", "abc");
    m_server->put("json", "{}");
    m_server->put("fraction", "1.5");
    m_server->put("largest", "9223372036854775807");
    m_server->put("smallest", "-9223372036854775808");
    const auto before = m_server->records();
    const auto reply = ask(frame.toStdString());
    QCOMPARE(reply.value(QLatin1StringView("code")).toInt(), code);
    QVERIFY(!reply.value(QLatin1StringView("error")).toString().isEmpty());
    QCOMPARE(reply.value(QLatin1StringView("messageId")).toInt(), 1);
    QVERIFY2(m_server->records() == before, "a refused request changed the store");
    QCOMPARE(m_server->connectionCount(), std::size_t(1));
}

void TestOperations::patch_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("merge") << QByteArray(R"({"a":1,"b":94.20})") << QByteArray(R"({"a":null,"c":2})")
                           << QByteArray(R"({"b":94.20,"c":2})");
    QTest::newRow("append") << QByteArray("Hello ") << QByteArray("World!") << QByteArray("Hello World!");
    QTest::newRow("append to an object") << QByteArray("{}") << QByteArray("x") << QByteArray("{}x");
    QTest::newRow("arrays append") << QByteArray("[1]") << QByteArray("[2]") << QByteArray("[1][2]");
    QTest::newRow("missing") << QByteArray() << QByteArray(R"({ "a": null })")
                             << QByteArray(R"({ "a": null })");
}

void TestOperations::patch()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, result);
    if (!stored.isEmpty())
        m_server->put("k", stored.toStdString());
    QCOMPARE(Json::code(m_socket->ask(request(3, "k", Json::quoted(sent.toStdString())))), 200);
    QCOMPARE(QByteArray::fromStdString(m_server->get("k").value_or("")), result);
}

void TestOperations::patchLimits()
{
    const std::string stored(3000, 'x');
    m_server->put("k", stored);
    QCOMPARE(Json::code(m_socket->ask(request(3, "k", Json::quoted(std::string(72, 'y'))))), 200);
    QCOMPARE(Json::code(m_socket->ask(request(3, "k", "\"z\""))), 400);
    QCOMPARE(m_server->get("k")->size(), std::size_t(3072));
    m_server->put("deep", "{}");
    std::string deep;
    for (int i = 0; i < 600; ++i)
        deep += "{\"a\":";
    deep += "1" + std::string(600, '}');
    const std::string frame = request(3, "deep", Json::quoted(deep));
    QVERIFY(deep.size() > 3072);
    QCOMPARE(Json::code(m_socket->ask(frame)), 400);
}

void TestOperations::deleteIsNotIdempotent()
{
    m_server->put("k", "v");
    QCOMPARE(Json::code(m_socket->ask(request(4, "k"))), 200);
    QCOMPARE(Json::code(m_socket->ask(request(4, "k"))), 404);
    QCOMPARE(Json::code(m_socket->ask(request(1, "k"))), 404);
}

void TestOperations::increment_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QByteArray>("sum");
    QTest::newRow("new") << QByteArray() << QByteArray("1") << QByteArray("1");
    QTest::newRow("text of digits") << QByteArray("10") << QByteArray("5") << QByteArray("15");
    QTest::newRow("down") << QByteArray("15") << QByteArray("-3") << QByteArray("12");
    QTest::newRow("zero reads") << QByteArray("7") << QByteArray("0") << QByteArray("7");
    QTest::newRow("step as text") << QByteArray("7") << QByteArray("\"3\"") << QByteArray("10");
    QTest::newRow("to the largest") << QByteArray("9223372036854775806") << QByteArray("1")
                                    << QByteArray("9223372036854775807");
    QTest::newRow("below zero") << QByteArray("-9223372036854775807") << QByteArray("-1")
                                << QByteArray("-9223372036854775808");
}

void TestOperations::increment()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, step);
    QFETCH(QByteArray, sum);
    if (!stored.isEmpty())
        m_server->put("n", stored.toStdString());
    const auto reply = QByteArray::fromStdString(m_socket->ask(request(6, "n", step.toStdString())));
    QVERIFY2(reply.contains(QByteArray("\"newValue\":" + sum + ',')), reply.constData());
    QCOMPARE(QByteArray::fromStdString(m_server->get("n").value_or("")), sum);
    QCOMPARE(Json::value(m_socket->ask(request(1, "n"))).toUtf8(), sum);
}

void TestOperations::rangeIsInclusiveAndInOrder()
{
    for (const char *key : {"100", "010", "111", "001", "101", "2"})
        m_server->put(key, "v");
    const auto keys = [this](const std::string &frame) {
        QByteArrayList found;
        const auto records = ask(frame).value(QLatin1StringView("records")).toArray();
        for (const auto &record : records)
            found << record.toObject().value(QLatin1StringView("key")).toString().toUtf8();
        return found;
    };
    QCOMPARE(keys(range("001", "111")), QByteArrayList({"001", "010", "100", "101", "111"}));
    QCOMPARE(keys(range("010", "010")), QByteArrayList({"010"}));
    QCOMPARE(keys(range("3", "4")), QByteArrayList());
    QCOMPARE(keys(range("111", "001")), QByteArrayList());
    QCOMPARE(keys(range(std::string(1, '\0'), "\xf4\x8f\xbf\xbf")).size(), 6);
}

void TestOperations::rangeLimits_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("truncated");
    QTest::newRow("none: 100") << QByteArray() << 100 << true;
    QTest::newRow("null") << QByteArray("null") << 100 << true;
    QTest::newRow("2") << QByteArray("2") << 2 << true;
    QTest::newRow("1000") << QByteArray("1000") << 1000 << true;
    QTest::newRow("clamped") << QByteArray("5000") << 1000 << true;
    QTest::newRow("huge") << QByteArray("99999999999999999999") << 1000 << true;
}

void TestOperations::rangeLimits()
{
    QFETCH(QByteArray, limit);
    QFETCH(int, count);
    QFETCH(bool, truncated);
    for (int i = 0; i < 1001; ++i)
        m_server->put("k" + std::to_string(10000 + i), "v");
    const auto reply = ask(range("k", "l", limit.toStdString()));
    QCOMPARE(reply.value(QLatin1StringView("records")).toArray().size(), count);
    QCOMPARE(reply.value(QLatin1StringView("count")).toInt(), count);
    QCOMPARE(reply.value(QLatin1StringView("truncated")).toBool(), truncated);
    // Exactly as many as there are is not truncated.
    const auto whole = ask(range("k10001", "k11000", "1000"));
    QCOMPARE(whole.value(QLatin1StringView("count")).toInt(), 1000);
    QCOMPARE(whole.value(QLatin1StringView("truncated")).toBool(), false);
}

void TestOperations::pagingWithNulReturnsEachKeyOnce()
{
    for (int i = 0; i < 57; ++i)
        m_server->put("p:" + std::to_string(i), "v");
    m_server->put("p:5\0"s, "nul behind");
    std::vector<std::string> found;
    std::string from = "p:";
    for (bool more = true; more;) {
        const auto reply = ask(range(from, "p:~", "10"));
        const auto records = reply.value(QLatin1StringView("records")).toArray();
        for (const auto &record : records)
            found.push_back(
                record.toObject().value(QLatin1StringView("key")).toString().toUtf8().toStdString());
        more = reply.value(QLatin1StringView("truncated")).toBool();
        from = found.back() + '\0';
    }
    std::vector<std::string> expected;
    m_server->forEach([&expected](const Record &record) { expected.push_back(record.key); });
    QVERIFY(found == expected);
}

void TestOperations::rangeEndsAreNotLimited()
{
    const std::string full(512, 'k');
    m_server->put(full, "v");
    QCOMPARE(Json::code(m_socket->ask(range(full + '\0', std::string(2000, 'z')))), 200);
}

void TestOperations::largeRangeRepliesAreCut()
{
    Options options;
    options.apiKeys = {"demo"};
    options.maxRangeReply = 10'000;
    Server server(options);
    server.start();
    for (int i = 0; i < 20; ++i)
        server.put("k" + std::to_string(10 + i), std::string(3000, 'v'));
    server.put("large", std::string(20'000, 'v'));
    Wire::Socket socket;
    QCOMPARE(socket.open(server.port(), "/ws?apiKey=demo"), 101);
    auto reply = Json::object(socket.ask(range("k", "k~")));
    QCOMPARE(reply.value(QLatin1StringView("count")).toInt(), 3);
    QVERIFY(reply.value(QLatin1StringView("truncated")).toBool());
    reply = Json::object(socket.ask(range("large", "large")));
    QCOMPARE(reply.value(QLatin1StringView("count")).toInt(), 1);
}

void TestOperations::malformed_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<bool>("idEchoed");
    QTest::newRow("no JSON") << QByteArray("hello") << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("array") << QByteArray("[]") << false;
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("op 0") << QByteArray(R"({"op":0,"key":"k","messageId":5})") << true;
    QTest::newRow("op 7") << QByteArray(R"({"op":7,"key":"k","messageId":5})") << true;
    QTest::newRow("op 11") << QByteArray(R"({"op":11,"key":"k","messageId":5})") << true;
    QTest::newRow("op as text") << QByteArray(R"({"op":"1","key":"k","messageId":5})") << true;
    QTest::newRow("op 1.0") << QByteArray(R"({"op":1.0,"key":"k","messageId":5})") << true;
    QTest::newRow("no op") << QByteArray(R"({"key":"k","messageId":5})") << true;
    QTest::newRow("lone low surrogate") << QByteArray(R"({"op":1,"key":"\udc00","messageId":5})") << true;
    QTest::newRow("id as text") << QByteArray(R"({"op":1,"key":"k","messageId":"5"})") << false;
    QTest::newRow("id is a fraction") << QByteArray(R"({"op":1,"key":"k","messageId":5.5})") << false;
}

void TestOperations::malformed()
{
    QFETCH(QByteArray, frame);
    QFETCH(bool, idEchoed);
    m_server->put("k", "v");
    const auto reply = ask(frame.toStdString());
    QCOMPARE(reply.value(QLatin1StringView("code")).toInt(), 400);
    QVERIFY(reply.contains(QLatin1StringView("error")));
    if (frame.contains("udc00")) // Where the parser itself refuses it, there is no id to send back.
        QVERIFY(!reply.contains(QLatin1StringView("messageId"))
                || reply.value(QLatin1StringView("messageId")).toInt() == 5);
    else
        QCOMPARE(reply.contains(QLatin1StringView("messageId")), idEchoed);
    // The connection goes on.
    QCOMPARE(Json::code(m_socket->ask(request(1, "k"))), 200);
}

void TestOperations::messageIdIsEchoedExactly()
{
    for (const char *id : {"0", "-5", "9007199254740993", "123456789012345678901234567890"}) {
        const auto reply = m_socket->ask(std::string(R"({"op":1,"key":"x","messageId":)") + id + '}');
        QVERIFY2(reply.ends_with(std::string("\"messageId\":") + id + '}'), reply.c_str());
    }
}

void TestOperations::withoutIdThereIsAReply()
{
    const auto reply = ask(R"({"op":1,"key":"x","timestamp":1718000000000})");
    QCOMPARE(reply.value(QLatin1StringView("code")).toInt(), 404);
    QVERIFY(!reply.contains(QLatin1StringView("messageId")));
}

void TestOperations::sizes_data()
{
    QTest::addColumn<int>("keySize");
    QTest::addColumn<int>("valueSize");
    QTest::addColumn<int>("code");
    QTest::newRow("largest") << 512 << 3072 << 200;
    QTest::newRow("key") << 513 << 1 << 400;
    QTest::newRow("value") << 1 << 3073 << 400;
    QTest::newRow("100 KiB value") << 1 << 80'000 << 400;
}

void TestOperations::sizes()
{
    QFETCH(int, keySize);
    QFETCH(int, valueSize);
    QFETCH(int, code);
    const std::string key(static_cast<std::size_t>(keySize), 'k');
    QCOMPARE(Json::code(m_socket->ask(set(key, std::string(static_cast<std::size_t>(valueSize), 'v')))),
             code);
    QCOMPARE(m_server->size(), std::size_t(code == 200 ? 1 : 0));
}

void TestOperations::readOnlyKey()
{
    m_server->put("k", "1");
    Wire::Socket reader;
    QCOMPARE(reader.open(m_server->port(), "/ws?apiKey=reader"), 101);
    QCOMPARE(Json::code(reader.ask(request(1, "k"))), 200);
    QCOMPARE(Json::code(reader.ask(range("a", "z"))), 200);
    for (const int op : {2, 3, 4, 6})
        QCOMPARE(Json::code(reader.ask(request(op, "k", op == 6 ? "1" : "\"v\""))), 403);
    Wire::Socket byToken;
    QCOMPARE(byToken.open(m_server->port(), "/ws?token=" + m_server->createToken("reader", {}, ".")), 101);
    QCOMPARE(Json::code(byToken.ask(set("k", "v"))), 403);
    QCOMPARE(m_server->get("k").value_or(""), std::string("1"));
}

void TestOperations::rateLimit()
{
    Wire::Socket slow;
    QCOMPARE(slow.open(m_server->port(), "/ws?apiKey=slow"), 101);
    int good = 0;
    int refused = 0;
    for (int i = 0; i < 20; ++i) {
        const int code = Json::code(slow.ask(set("k", "v")));
        good += code == 200 ? 1 : 0;
        refused += code == 429 ? 1 : 0;
    }
    QVERIFY(good >= 5 && good <= 8);
    QCOMPARE(good + refused, 20);
    // The rate belongs to the key: another connection and REST share it, other keys do not.
    QCOMPARE(Wire::http(m_server->port(), "GET", "/record/k", {}, {{"x-api-key", "slow"}}).status, 429);
    QCOMPARE(Json::code(m_socket->ask(request(1, "k"))), 200);
}

void TestOperations::tokenAccess()
{
    m_server->put("other", "v");
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?token=" + m_server->createToken("demo", {}, "^mine:")), 101);
    QCOMPARE(Json::code(socket.ask(set("mine:a", "v"))), 200);
    QCOMPARE(Json::code(socket.ask(request(1, "mine:a"))), 200);
    for (const int op : {1, 2, 3, 4, 6}) {
        const auto reply = socket.ask(request(op, "other", op == 6 ? "1" : "\"v\""));
        QCOMPARE(Json::code(reply), 403);
        QCOMPARE(Json::error(reply), QStringLiteral("Access denied: Key does not match allowed pattern"));
    }
    // Without an expression nothing is allowed.
    Wire::Socket none;
    QCOMPARE(
        none.open(m_server->port(), "/ws?token=" + m_server->createToken("demo", {"mine:a"}, std::nullopt)),
        101);
    QCOMPARE(Json::code(none.ask(request(1, "mine:a"))), 403);
}

void TestOperations::rangeThroughAToken()
{
    for (const char *key : {"a:1", "a:2", "b:1", "c:1"})
        m_server->put(key, "v");
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?token=" + m_server->createToken("demo", {}, "^(a|c):")), 101);
    const auto reply = Json::object(socket.ask(range("a:", "c:~", "2")));
    QCOMPARE(reply.value(QLatin1StringView("count")).toInt(), 2);
    QVERIFY(reply.value(QLatin1StringView("truncated")).toBool());
    QCOMPARE(Json::object(socket.ask(range("a:", "c:~"))).value(QLatin1StringView("count")).toInt(), 3);
    QCOMPARE(Json::code(socket.ask(range("a", "c:~"))), 403);
    QCOMPARE(Json::code(socket.ask(range("a:", "d"))), 403);
}

void TestOperations::manyInFlight()
{
    constexpr int count = 5000;
    for (int i = 1; i <= count; ++i)
        QVERIFY(m_socket->send(request(6, "n", "1", i)));
    for (int i = 1; i <= count; ++i) {
        const auto reply = Json::object(m_socket->text());
        QCOMPARE(reply.value(QLatin1StringView("messageId")).toInt(), i);
        QCOMPARE(reply.value(QLatin1StringView("newValue")).toInt(), i);
    }
}

void TestOperations::countersCount()
{
    const auto before = m_server->counters();
    m_socket->ask(set("k", "v"));
    m_socket->ask(request(1, "k"));
    m_socket->ask(request(1, "x"));
    m_socket->ask("nonsense");
    const auto after = m_server->counters();
    QCOMPARE(after.requests[2] - before.requests[2], std::uint64_t(1));
    QCOMPARE(after.requests[1] - before.requests[1], std::uint64_t(2));
    QCOMPARE(after.requests[0] - before.requests[0], std::uint64_t(1));
    QCOMPARE(after.failures - before.failures, std::uint64_t(2));
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
