// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QDateTime>
#include <QTest>

using namespace hpkv::emulator;
using namespace std::chrono_literals;
using Json::request;
using Json::set;

class TestNotifications : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void formOfANotification();
    void eachKindOfWrite_data();
    void eachKindOfWrite();
    void whatBringsNone_data();
    void whatBringsNone();
    void patterns_data();
    void patterns();
    void accessPatternDoesNotLimitThem();
    void apiKeyConnectionsReceiveNone();
    void ownWritesBehindTheReply();
    void overlappingPatternsBringOne();
    void sameValueNotifiesAgain();
    void allSubscribersReceiveAll();
    void restAndInterfaceNotifyToo();
    void nothingAfterClosing();

private:
    Wire::Socket subscriber(const std::vector<std::string> &patterns, const std::string &access = "^$");
    Wire::Socket writer();
    static QJsonObject next(Wire::Socket &socket) { return Json::object(socket.text()); }

    std::unique_ptr<Server> m_server;
};

void TestNotifications::init()
{
    TestSupport::failOnUnannouncedWarning();
    Options options;
    options.apiKeys = {"demo"};
    m_server = std::make_unique<Server>(options);
    m_server->start();
}

Wire::Socket TestNotifications::subscriber(const std::vector<std::string> &patterns,
                                           const std::string &access)
{
    Wire::Socket socket;
    if (socket.open(m_server->port(), "/ws?token=" + m_server->createToken("demo", patterns, access)) != 101)
        qWarning("a subscriber was refused");
    return socket;
}

Wire::Socket TestNotifications::writer()
{
    Wire::Socket socket;
    if (socket.open(m_server->port(), "/ws?apiKey=demo") != 101)
        qWarning("a writer was refused");
    return socket;
}

void TestNotifications::formOfANotification()
{
    auto listening = subscriber({"room:7"});
    auto writing = writer();
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    writing.ask(set("room:7", "on"));
    const auto notification = next(listening);
    QCOMPARE(notification.keys(), QStringList({QStringLiteral("key"), QStringLiteral("timestamp"),
                                               QStringLiteral("type"), QStringLiteral("value")}));
    QCOMPARE(notification.value(QLatin1StringView("type")).toString(), QStringLiteral("notification"));
    QCOMPARE(notification.value(QLatin1StringView("key")).toString(), QStringLiteral("room:7"));
    QCOMPARE(notification.value(QLatin1StringView("value")).toString(), QStringLiteral("on"));
    const auto time = notification.value(QLatin1StringView("timestamp")).toInteger();
    QVERIFY(time >= before && time <= QDateTime::currentMSecsSinceEpoch());
}

void TestNotifications::eachKindOfWrite_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *stored, const std::string &frame,
                        const QJsonValue &value) {
        QTest::newRow(name) << QByteArray(stored) << QByteArray::fromStdString(frame) << value;
    };
    row("set", "", set("k", "v"), QStringLiteral("v"));
    row("patch: what was sent", R"({"a":1})", request(3, "k", Json::quoted(R"({"b":null})")),
        QStringLiteral("{\"b\":null}"));
    row("append: what was sent", "Hello ", request(3, "k", "\"World!\""), QStringLiteral("World!"));
    row("delete", "v", request(4, "k"), QJsonValue::Null);
    row("increment", "10", request(6, "k", "5"), QStringLiteral("15"));
}

void TestNotifications::eachKindOfWrite()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, frame);
    QFETCH(QJsonValue, value);
    if (!stored.isEmpty())
        m_server->put("k", stored.toStdString());
    auto listening = subscriber({"k"});
    auto writing = writer();
    QCOMPARE(Json::code(writing.ask(frame.toStdString())), 200);
    QCOMPARE(next(listening).value(QLatin1StringView("value")), value);
}

void TestNotifications::whatBringsNone_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("get") << QByteArray::fromStdString(request(1, "k"));
    QTest::newRow("range") << QByteArray::fromStdString(Json::range("a", "z"));
    QTest::newRow("delete of a missing key") << QByteArray::fromStdString(request(4, "missing"));
    QTest::newRow("refused set") << QByteArray::fromStdString(request(2, "k", "\"\""));
    QTest::newRow("refused increment") << QByteArray::fromStdString(request(6, "k", "1"));
}

void TestNotifications::whatBringsNone()
{
    QFETCH(QByteArray, frame);
    m_server->put("k", "text");
    auto listening = subscriber({"*"});
    auto writing = writer();
    writing.ask(frame.toStdString());
    // The first to arrive is the one of a write behind it.
    writing.ask(set("end", "v"));
    QCOMPARE(Json::key(listening.text()), QStringLiteral("end"));
}

void TestNotifications::patterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("heard");
    QTest::newRow("exact") << QByteArray("ns:a:b") << true;
    QTest::newRow("prefix") << QByteArray("ns:*") << true;
    QTest::newRow("suffix") << QByteArray("*:b") << true;
    QTest::newRow("expression") << QByteArray("/^ns:[a-z]:b$/") << true;
    QTest::newRow("part of it") << QByteArray("ns:a") << false;
    QTest::newRow("longer") << QByteArray("ns:a:b:*") << false;
    QTest::newRow("bare expression is a key") << QByteArray("^ns:.+$") << false;
}

void TestNotifications::patterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(bool, heard);
    auto listening = subscriber({pattern.toStdString(), "end"});
    m_server->put("ns:a:b", "v");
    m_server->put("end", "v");
    QCOMPARE(Json::key(listening.text()), heard ? QStringLiteral("ns:a:b") : QStringLiteral("end"));
}

void TestNotifications::accessPatternDoesNotLimitThem()
{
    auto listening = subscriber({"secret"}, "^other$");
    m_server->put("secret", "v");
    QCOMPARE(Json::key(listening.text()), QStringLiteral("secret"));
    QCOMPARE(Json::code(listening.ask(request(1, "secret"))), 403);
}

void TestNotifications::apiKeyConnectionsReceiveNone()
{
    auto writing = writer();
    writing.ask(set("k", "v"));
    m_server->put("k", "w");
    QCOMPARE(Json::code(writing.ask(request(1, "k"))), 200);
    QCOMPARE(m_server->counters().notifications, std::uint64_t(0));
}

void TestNotifications::ownWritesBehindTheReply()
{
    auto socket = subscriber({"k"}, "^k$");
    QVERIFY(socket.send(set("k", "v", 9)));
    QCOMPARE(next(socket).value(QLatin1StringView("messageId")).toInt(), 9);
    QCOMPARE(Json::key(socket.text()), QStringLiteral("k"));
}

void TestNotifications::overlappingPatternsBringOne()
{
    auto listening = subscriber({"a:b", "a:*", "*", "/a/"});
    m_server->put("a:b", "v");
    m_server->put("end", "v");
    QCOMPARE(Json::key(listening.text()), QStringLiteral("a:b"));
    QCOMPARE(Json::key(listening.text()), QStringLiteral("end"));
}

void TestNotifications::sameValueNotifiesAgain()
{
    auto listening = subscriber({"k"});
    for (int i = 0; i < 3; ++i)
        m_server->put("k", "same");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(Json::value(listening.text()), QStringLiteral("same"));
}

void TestNotifications::allSubscribersReceiveAll()
{
    constexpr int subscribers = 10;
    constexpr int writes = 300;
    std::vector<Wire::Socket> all;
    for (int i = 0; i < subscribers; ++i)
        all.push_back(subscriber({"n:*"}));
    auto writing = writer();
    for (int i = 0; i < writes; ++i)
        QVERIFY(writing.send(set("n:" + std::to_string(i % 7), std::to_string(i))));
    for (auto &listening : all) {
        for (int i = 0; i < writes; ++i)
            QCOMPARE(Json::value(listening.text()), QString::number(i));
    }
    QCOMPARE(m_server->counters().notifications, std::uint64_t(subscribers * writes));
}

void TestNotifications::restAndInterfaceNotifyToo()
{
    auto listening = subscriber({"k"});
    QCOMPARE(Wire::http(m_server->port(), "POST", "/record", R"({"key":"k","value":"rest"})").status, 200);
    QCOMPARE(Json::value(listening.text()), QStringLiteral("rest"));
    m_server->put("k", "put");
    QCOMPARE(Json::value(listening.text()), QStringLiteral("put"));
    QVERIFY(m_server->erase("k"));
    QVERIFY(next(listening).value(QLatin1StringView("value")).isNull());
}

void TestNotifications::nothingAfterClosing()
{
    {
        auto listening = subscriber({"k"});
        QCOMPARE(listening.close(1000), 1000);
    }
    QTRY_COMPARE(m_server->connectionCount(), std::size_t(0));
    m_server->put("k", "v");
    QCOMPARE(m_server->counters().notifications, std::uint64_t(0));
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
