// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkv/emulator/server.h>

#include "failonwarning.h"
#include "support/json.h"
#include "support/wire.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hpkv::emulator;
using Json::request;
using Json::set;

class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void addressesSayTls();
    void webSocketAndRest();
    void largeMessages();
    void notificationsAndClosing();
    void plainClientsAreNotServed();
    void cutAndStop();
    void unusableFiles_data();
    void unusableFiles();

private:
    Options options() const;

    QTemporaryDir m_folder;
    std::string m_certificate;
    std::string m_key;
    std::unique_ptr<Server> m_server;
};

void TestTls::initTestCase()
{
    m_certificate = m_folder.filePath(QStringLiteral("cert.pem")).toStdString();
    m_key = m_folder.filePath(QStringLiteral("key.pem")).toStdString();
    Wire::makeCertificate(m_certificate, m_key);
    m_server = std::make_unique<Server>(options());
    m_server->start();
}

Options TestTls::options() const
{
    Options options;
    options.apiKeys = {"demo"};
    options.tlsCertificate = m_certificate;
    options.tlsKey = m_key;
    options.maxValue = 2'000'000;
    return options;
}

void TestTls::addressesSayTls()
{
    QVERIFY(m_server->wsUrl().starts_with("wss://127.0.0.1:"));
    QVERIFY(m_server->httpUrl().starts_with("https://127.0.0.1:"));
}

void TestTls::webSocketAndRest()
{
    Wire::Socket socket(m_certificate);
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    QCOMPARE(Json::code(socket.ask(set("k", "v"))), 200);
    const auto response =
        Wire::http(m_server->port(), "GET", "/record/k", {}, {{"x-api-key", "demo"}}, m_certificate);
    QCOMPARE(response.body, std::string(R"({"key":"k","value":"v"})"));
    Wire::Socket refused(m_certificate);
    QCOMPARE(refused.open(m_server->port(), "/ws?apiKey=wrong"), 403);
}

void TestTls::largeMessages()
{
    Wire::Socket socket(m_certificate);
    QCOMPARE(socket.open(m_server->port(), "/ws?apiKey=demo"), 101);
    const std::string value(1'500'000, 'v');
    QCOMPARE(Json::code(socket.ask(set("large", value))), 200);
    for (int i = 1; i <= 5; ++i)
        QVERIFY(socket.send(request(1, "large", {}, i)));
    for (int i = 1; i <= 5; ++i)
        QVERIFY(Json::value(socket.text()).size() == static_cast<qsizetype>(value.size()));
}

void TestTls::notificationsAndClosing()
{
    Wire::Socket socket(m_certificate);
    QCOMPARE(socket.open(m_server->port(), "/ws?token=" + m_server->createToken("demo", {"k"}, "^$")), 101);
    for (int i = 0; i < 500; ++i)
        m_server->put("k", std::to_string(i));
    for (int i = 0; i < 500; ++i)
        QCOMPARE(Json::value(socket.text()), QString::number(i));
    QVERIFY(socket.ping());
    QVERIFY(socket.pongWithin(Wire::patience));
    m_server->closeAll(4001, "bye");
    QCOMPARE(socket.awaitClose(), 4001);
}

void TestTls::plainClientsAreNotServed()
{
    Wire::Raw raw(m_server->port());
    raw.send("GET /ping HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(raw.ended());
    QCOMPARE(Wire::http(m_server->port(), "GET", "/ping", {}, {}, m_certificate).status, 200);
}

void TestTls::cutAndStop()
{
    Server server(options());
    server.start();
    Wire::Socket first(m_certificate);
    QCOMPARE(first.open(server.port(), "/ws?apiKey=demo"), 101);
    server.cutAll();
    QCOMPARE(first.awaitClose(), 1006);
    Wire::Socket second(m_certificate);
    QCOMPARE(second.open(server.port(), "/ws?apiKey=demo"), 101);
    server.stop();
    QCOMPARE(second.awaitClose(), 1001);
}

void TestTls::unusableFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::newRow("no key") << QStringLiteral("cert.pem") << QString();
    QTest::newRow("no certificate") << QString() << QStringLiteral("key.pem");
    QTest::newRow("missing") << QStringLiteral("none.pem") << QStringLiteral("key.pem");
    QTest::newRow("missing key") << QStringLiteral("cert.pem") << QStringLiteral("none.pem");
    QTest::newRow("swapped") << QStringLiteral("key.pem") << QStringLiteral("cert.pem");
    QTest::newRow("of another") << QStringLiteral("cert.pem") << QStringLiteral("other.pem");
}

void TestTls::unusableFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    Wire::makeCertificate(m_folder.filePath(QStringLiteral("other-cert.pem")).toStdString(),
                          m_folder.filePath(QStringLiteral("other.pem")).toStdString());
    Options options;
    if (!certificate.isEmpty())
        options.tlsCertificate = m_folder.filePath(certificate).toStdString();
    if (!key.isEmpty())
        options.tlsKey = m_folder.filePath(key).toStdString();
    Server server(options);
    QVERIFY_THROWS_EXCEPTION(StartError, server.start());
    QVERIFY(!server.running());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
