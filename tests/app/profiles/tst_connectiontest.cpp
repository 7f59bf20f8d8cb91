// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "profiles/connectiontest.h"

#include <hpkv/emulator/server.h>

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Studio;

class TestConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_server.reset(); }
    void passes();
    void passesWithAToken();
    void fails_data();
    void fails();
    void saysWhenNobodyListens();
    void saysWhenItIsNoTls();
    void saysWhenATokenMayNotList();
    void isCancelled();
    void endsWithItsObject();
    void runsAgain();

private:
    Profile profile() const;

    std::unique_ptr<hpkv::emulator::Server> m_server;
};

void TestConnectionTest::init()
{
    TestSupport::failOnUnannouncedWarning();
    hpkv::emulator::Options options;
    options.apiKeys = {hpkv::emulator::ApiKey("s3cret")};
    m_server = std::make_unique<hpkv::emulator::Server>(options);
    m_server->start();
    m_server->put("mine:1", "v");
}

Profile TestConnectionTest::profile() const
{
    Profile profile;
    profile.baseUrl = QUrl(QString::fromStdString(m_server->httpUrl()));
    profile.proxyMode = ProxyMode::None;
    return profile;
}

void TestConnectionTest::passes()
{
    // Blanks around a pasted key do no harm.
    ConnectionTest test(profile(), u" s3cret\n"_qs);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    QSignalSpy changed(&test, &ConnectionTest::stepChanged);
    const auto writes = m_server->counters().requests[2];
    test.start();
    QVERIFY(test.isRunning());
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.at(0).at(0).toBool());
    QVERIFY(test.passed());
    QVERIFY(!test.isRunning());
    QVERIFY(changed.size() >= 9);
    for (const TestStepResult &step : test.steps()) {
        QVERIFY(!ConnectionTest::stepName(step.step).isEmpty());
        QVERIFY(!step.text.isEmpty());
        if (step.step == TestStep::Tls) {
            QCOMPARE(step.state, TestStepState::Skipped);
        } else {
            QCOMPARE(step.state, TestStepState::Passed);
            QVERIFY(step.milliseconds >= 0);
        }
    }
    QCOMPARE(m_server->counters().requests[2], writes);
    QTRY_COMPARE(m_server->connectionCount(), size_t(0));
}

void TestConnectionTest::passesWithAToken()
{
    Profile token = profile();
    token.credential = CredentialKind::Token;
    token.prefixes = {"mine:"};
    ConnectionTest test(token, QString::fromStdString(m_server->createToken("s3cret", {}, "^mine:")));
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(test.passed());
}

void TestConnectionTest::fails_data()
{
    QTest::addColumn<QString>("url"); ///< %1 = the port
    QTest::addColumn<QString>("secret");
    QTest::addColumn<TestStep>("step");
    QTest::newRow("bad key") << u"http://127.0.0.1:%1"_qs << u"topsecret"_qs << TestStep::Authentication;
    QTest::newRow("no key") << u"http://127.0.0.1:%1"_qs << QString() << TestStep::Authentication;
    QTest::newRow("bad path") << u"http://127.0.0.1:%1/else"_qs << u"s3cret"_qs << TestStep::Authentication;
    QTest::newRow("unknown scheme") << u"ftp://127.0.0.1:%1"_qs << u"s3cret"_qs << TestStep::Address;
    QTest::newRow("no address") << QString() << u"s3cret"_qs << TestStep::Address;
    QTest::newRow("unknown name") << u"http://no-such-host.invalid"_qs << u"s3cret"_qs << TestStep::Address;
}

void TestConnectionTest::fails()
{
    QFETCH(QString, url);
    QFETCH(QString, secret);
    QFETCH(TestStep, step);
    Profile wrong = profile();
    wrong.baseUrl = QUrl(url.contains(u'%') ? url.arg(m_server->port()) : url);
    ConnectionTest test(wrong, secret);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15'000);
    QVERIFY(!test.passed());
    for (const TestStepResult &result : test.steps()) {
        if (result.step < step) {
            QVERIFY(result.state == TestStepState::Passed || result.state == TestStepState::Skipped);
        } else if (result.step == step) {
            QCOMPARE(result.state, TestStepState::Failed);
            QVERIFY(!result.text.isEmpty());
            QVERIFY(!result.advice.isEmpty());
            QVERIFY(secret.isEmpty() || !result.text.contains(secret));
        } else {
            QCOMPARE(result.state, TestStepState::Skipped);
        }
    }
}

void TestConnectionTest::saysWhenNobodyListens()
{
    const Profile away = profile();
    m_server->stop();
    ConnectionTest test(away, u"s3cret"_qs);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(test.steps().at(0).state, TestStepState::Failed);
    QVERIFY(test.steps().at(0).text.contains(QString::number(away.baseUrl.port())));
}

void TestConnectionTest::saysWhenItIsNoTls()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QIODevice::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    Profile tls = profile();
    tls.baseUrl = QUrl(u"https://127.0.0.1:%1"_qs.arg(plain.serverPort()));
    ConnectionTest test(tls, u"s3cret"_qs);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(test.steps().at(0).state, TestStepState::Passed);
    QCOMPARE(test.steps().at(1).state, TestStepState::Failed);
    QVERIFY(!test.steps().at(1).advice.isEmpty());
}

void TestConnectionTest::saysWhenATokenMayNotList()
{
    Profile token = profile();
    token.credential = CredentialKind::Token;
    ConnectionTest test(token, QString::fromStdString(m_server->createToken("s3cret", {}, "^mine:")));
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(test.steps().at(2).state, TestStepState::Passed);
    QCOMPARE(test.steps().at(3).state, TestStepState::Failed);
}

void TestConnectionTest::isCancelled()
{
    // A server that takes connections and says nothing.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Profile slow = profile();
    slow.baseUrl = QUrl(u"http://127.0.0.1:%1"_qs.arg(silent.serverPort()));
    ConnectionTest test(slow, u"s3cret"_qs);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.cancel();
    QCOMPARE(finished.size(), 0);
    test.start();
    QTRY_COMPARE(test.steps().at(2).state, TestStepState::Running);
    test.cancel();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.at(0).at(0).toBool());
    QVERIFY(!test.isRunning());
    QCOMPARE(test.steps().at(2).state, TestStepState::Skipped);
    test.cancel();
    QCOMPARE(finished.size(), 1);
}

void TestConnectionTest::endsWithItsObject()
{
    // A server that takes connections and says nothing, so that the test cannot end by itself.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Profile slow = profile();
    slow.baseUrl = QUrl(u"http://127.0.0.1:%1"_qs.arg(silent.serverPort()));
    auto test = std::make_unique<ConnectionTest>(slow, u"s3cret"_qs);
    int finished = 0;
    connect(test.get(), &ConnectionTest::finished, this, [&] { ++finished; });
    test->start();
    QTRY_COMPARE(test->steps().at(2).state, TestStepState::Running);
    QList<QTcpSocket *> connections;
    QTRY_VERIFY([&] {
        while (QTcpSocket *connection = silent.nextPendingConnection())
            connections.append(connection);
        return !connections.isEmpty();
    }());
    test.reset();
    for (QTcpSocket *connection : std::as_const(connections))
        QTRY_COMPARE(connection->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(finished, 0);
}

void TestConnectionTest::runsAgain()
{
    const Profile same = profile();
    m_server->stop();
    ConnectionTest test(same, u"s3cret"_qs);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QTRY_COMPARE(finished.size(), 1);
    m_server->start();
    test.start();
    QCOMPARE(test.steps().at(0).state, TestStepState::Waiting);
    QTRY_COMPARE(finished.size(), 2);
    QVERIFY(test.passed());
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
