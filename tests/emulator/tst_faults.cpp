// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hpkv::emulator;
using namespace std::chrono_literals;
using Json::request;
using Json::set;

/// Each fault over the wire, set through C++ and through HTTP.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void delayedRepliesAreOvertaken();
    void droppedReplyWasCarriedOut();
    void duplicatedReply();
    void reorderedReplies();
    void heldReplyLeavesByItself();
    void codeIsAnsweredAndNothingDone();
    void codeOnRest();
    void delayAndDropOnRest();
    void upgradeRefused();
    void upgradeStalled();
    void silence();
    void silenceUntilCleared();
    void strayFrames_data();
    void strayFrames();
    void closeAll();
    void cut();
    void refuse();
    void refuseUntilCleared();
    void overHttp();
    void cutOverHttpSparesTheAsker();
    void badFaultsChangeNothing();

private:
    Wire::Response post(const std::string &body)
    {
        return Wire::http(m_server->port(), "POST", "/_emulator/faults", body);
    }
    int id(Wire::Socket &socket)
    {
        return Json::object(socket.text()).value(QLatin1StringView("messageId")).toInt();
    }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<Wire::Socket> m_socket;
};

void TestFaults::initTestCase()
{
    Options options;
    options.apiKeys = {"demo"};
    m_server = std::make_unique<Server>(options);
    m_server->start();
}

void TestFaults::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_server->clear();
    m_server->put("k", "v");
    m_socket = std::make_unique<Wire::Socket>();
    QCOMPARE(m_socket->open(m_server->port(), "/ws?apiKey=demo"), 101);
}

void TestFaults::cleanup()
{
    m_server->clearFaults();
    m_socket.reset();
    QTRY_COMPARE(m_server->connectionCount(), std::size_t(0));
}

void TestFaults::delayedRepliesAreOvertaken()
{
    Faults faults;
    faults.delay = DelayFault{150ms, {1, {}, {}}};
    m_server->setFaults(faults);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_socket->send(request(1, "k", {}, 1)));
    QVERIFY(m_socket->send(request(1, "k", {}, 2)));
    QCOMPARE(id(*m_socket), 2);
    QCOMPARE(id(*m_socket), 1);
    QVERIFY(timer.elapsed() >= 145);
}

void TestFaults::droppedReplyWasCarriedOut()
{
    Faults faults;
    faults.drop = FaultApply{1, {}, 2};
    m_server->setFaults(faults);
    QVERIFY(m_socket->send(set("k", "dropped", 1)));
    QVERIFY(m_socket->send(request(1, "k", {}, 2)));
    const auto reply = m_socket->text();
    QCOMPARE(Json::value(reply), QStringLiteral("dropped"));
    QVERIFY(m_server->faults() == Faults());
}

void TestFaults::duplicatedReply()
{
    Faults faults;
    faults.duplicate = FaultApply{1, {}, {}};
    m_server->setFaults(faults);
    QVERIFY(m_socket->send(request(1, "k", {}, 1)));
    QVERIFY(m_socket->send(request(1, "k", {}, 2)));
    QCOMPARE(id(*m_socket), 1);
    QCOMPARE(id(*m_socket), 1);
    QCOMPARE(id(*m_socket), 2);
}

void TestFaults::reorderedReplies()
{
    Faults faults;
    faults.reorder = FaultApply{1, {}, {}};
    m_server->setFaults(faults);
    for (int i = 1; i <= 3; ++i)
        QVERIFY(m_socket->send(request(1, "k", {}, i)));
    QCOMPARE(id(*m_socket), 2);
    QCOMPARE(id(*m_socket), 1);
    QCOMPARE(id(*m_socket), 3);
}

void TestFaults::heldReplyLeavesByItself()
{
    Faults faults;
    faults.reorder = FaultApply{1, {}, {}};
    m_server->setFaults(faults);
    QVERIFY(m_socket->send(request(1, "k", {}, 9)));
    QCOMPARE(id(*m_socket), 9);
}

void TestFaults::codeIsAnsweredAndNothingDone()
{
    Faults faults;
    faults.code = CodeFault{429, {2, {}, 2}};
    m_server->setFaults(faults);
    QCOMPARE(Json::code(m_socket->ask(request(1, "k"))), 200);
    QCOMPARE(Json::code(m_socket->ask(set("k", "refused"))), 429);
    QCOMPARE(Json::code(m_socket->ask(set("k", "refused"))), 429);
    QCOMPARE(m_server->get("k").value_or(""), std::string("v"));
    QCOMPARE(Json::code(m_socket->ask(set("k", "done"))), 200);
}

void TestFaults::codeOnRest()
{
    Faults faults;
    faults.code = CodeFault{500, {1, {}, {}}};
    m_server->setFaults(faults);
    QCOMPARE(Wire::http(m_server->port(), "GET", "/record/k").status, 500);
    QCOMPARE(Wire::http(m_server->port(), "GET", "/record/k").status, 200);
}

void TestFaults::delayAndDropOnRest()
{
    Faults faults;
    faults.delay = DelayFault{120ms, {1, {}, {}}};
    m_server->setFaults(faults);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(Wire::http(m_server->port(), "GET", "/record/k").status, 200);
    QVERIFY(timer.elapsed() >= 115);
    faults = {};
    faults.drop = FaultApply{1, {}, {}};
    m_server->setFaults(faults);
    QCOMPARE(Wire::http(m_server->port(), "DELETE", "/record/k").status, 0);
    QVERIFY(!m_server->get("k"));
}

void TestFaults::upgradeRefused()
{
    Faults faults;
    faults.upgrade = UpgradeFault{{}, 503, 300ms};
    m_server->setFaults(faults);
    const auto status = [this] {
        Wire::Socket socket;
        return socket.open(m_server->port(), "/ws?apiKey=demo");
    };
    QCOMPARE(status(), 503);
    QTRY_COMPARE(status(), 101);
    QCOMPARE(Json::code(m_socket->ask(request(1, "k"))), 200);
}

void TestFaults::upgradeStalled()
{
    Faults faults;
    faults.upgrade = UpgradeFault{200ms, {}, {}};
    m_server->setFaults(faults);
    QElapsedTimer timer;
    timer.start();
    Wire::Socket socket;
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    QVERIFY(timer.elapsed() >= 195);
}

void TestFaults::silence()
{
    Faults faults;
    faults.silent = TimedFault{300ms};
    QElapsedTimer timer;
    timer.start();
    m_server->setFaults(faults);
    QVERIFY(m_socket->send(set("k", "heard", 4)));
    QVERIFY(m_socket->ping());
    // Carried out, but not answered before it is over.
    QTRY_COMPARE(m_server->get("k").value_or(""), std::string("heard"));
    QCOMPARE(id(*m_socket), 4);
    QVERIFY(timer.elapsed() >= 295);
    QVERIFY(m_socket->pongWithin(Wire::patience));
}

void TestFaults::silenceUntilCleared()
{
    Faults faults;
    faults.silent = TimedFault{};
    m_server->setFaults(faults);
    QVERIFY(m_socket->ping());
    QVERIFY(!m_socket->pongWithin(200ms));
    m_server->clearFaults();
    QVERIFY(m_socket->pongWithin(Wire::patience));
}

void TestFaults::strayFrames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("binary");
    QTest::newRow("text") << QByteArray("text") << false;
    QTest::newRow("number") << QByteArray("number") << false;
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("noId") << QByteArray("noId") << false;
    QTest::newRow("binary") << QByteArray("binary") << true;
}

void TestFaults::strayFrames()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, binary);
    Wire::Socket second;
    QCOMPARE(second.open(m_server->port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(post("{\"frame\":\"" + name.toStdString() + "\"}").status, 200);
    for (Wire::Socket *socket : {m_socket.get(), &second}) {
        const auto message = socket->receive();
        QVERIFY(message.has_value());
        QCOMPARE(message->binary, binary);
        const QJsonObject object = Json::object(message->text);
        QCOMPARE(object.isEmpty(), name == "text" || name == "number" || name == "null");
        QVERIFY(!object.contains(QLatin1StringView("messageId")));
        // The connection goes on.
        QCOMPARE(Json::code(socket->ask(request(1, "k"))), 200);
    }
}

void TestFaults::closeAll()
{
    m_server->closeAll(3001, "on request");
    QCOMPARE(m_socket->awaitClose(), 3001);
    QCOMPARE(m_socket->closeReason(), std::string("on request"));
}

void TestFaults::cut()
{
    m_server->cutAll();
    QCOMPARE(m_socket->awaitClose(), 1006);
}

void TestFaults::refuse()
{
    Faults faults;
    faults.refuse = TimedFault{300ms};
    m_server->setFaults(faults);
    QVERIFY(!Wire::Raw(m_server->port()).connected());
    // What is open stays.
    QCOMPARE(Json::code(m_socket->ask(request(1, "k"))), 200);
    QTRY_VERIFY(Wire::Raw(m_server->port()).connected());
    QCOMPARE(Wire::http(m_server->port(), "GET", "/ping").status, 200);
}

void TestFaults::refuseUntilCleared()
{
    Faults faults;
    faults.refuse = TimedFault{};
    m_server->setFaults(faults);
    QVERIFY(!Wire::Raw(m_server->port()).connected());
    m_server->clearFaults();
    QVERIFY(Wire::Raw(m_server->port()).connected());
}

void TestFaults::overHttp()
{
    const std::string text =
        R"({"delayMs":{"ms":1,"apply":{"share":0.5}},"code":{"value":429,"apply":{"next":5,"op":2}}})";
    QCOMPARE(post(text).body, text);
    QCOMPARE(Json::code(m_socket->ask(set("k", "w"))), 429);
    QCOMPARE(
        Wire::http(m_server->port(), "GET", "/_emulator/faults").body,
        std::string(
            R"({"delayMs":{"ms":1,"apply":{"share":0.5}},"code":{"value":429,"apply":{"next":4,"op":2}}})"));
    QCOMPARE(post(R"({"delayMs":null})").body,
             std::string(R"({"code":{"value":429,"apply":{"next":4,"op":2}}})"));
    QCOMPARE(Wire::http(m_server->port(), "DELETE", "/_emulator/faults").body, std::string("{}"));
    QVERIFY(m_server->faults() == Faults());
    QCOMPARE(post(R"({"close":{"code":4401,"reason":"x"}})").status, 200);
    QCOMPARE(m_socket->awaitClose(), 4401);
}

void TestFaults::cutOverHttpSparesTheAsker()
{
    QCOMPARE(post(R"({"cut":true})").status, 200);
    QCOMPARE(m_socket->awaitClose(), 1006);
}

void TestFaults::badFaultsChangeNothing()
{
    QCOMPARE(post(R"({"code":{"value":429}})").status, 200);
    const auto response = post(R"({"drop":{"apply":{"next":1}},"nonsense":1})");
    QCOMPARE(response.status, 400);
    QCOMPARE(Json::error(response.body), QStringLiteral("there is no fault nonsense"));
    QVERIFY(!m_server->faults().drop);
    QVERIFY(m_server->faults().code.has_value());
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
