// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "live.h"
#include "support/wire.h"

#include <hpkvqt/tokenmanager.h>

#include <QFile>
#include <QTemporaryDir>

using namespace Hpkv;
using hpkv::emulator::Server;

/// The library over TLS against the emulator.
class tst_ClientTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        hpkv::emulator::Options options = Live::options();
        options.tlsCertificate = m_folder.filePath(QStringLiteral("cert.pem")).toStdString();
        options.tlsKey = m_folder.filePath(QStringLiteral("key.pem")).toStdString();
        Wire::makeCertificate(options.tlsCertificate, options.tlsKey);
        QFile file(m_folder.filePath(QStringLiteral("cert.pem")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_authorities = QSslCertificate::fromDevice(&file);
        QCOMPARE(m_authorities.size(), 1);
        m_server = std::make_unique<Server>(options);
        m_server->start();
    }

    void init() { TestSupport::failOnUnannouncedWarning(); }

    void ownAuthority()
    {
        ConnectionConfig config = Live::config(*m_server);
        QVERIFY(config.baseUrl.startsWith(QStringLiteral("wss://")));
        config.caCertificates = m_authorities;
        TokenManager tokens(config, QStringLiteral("secret-key"));
        TokenRequest request;
        request.accessPattern = QStringLiteral("^a$");
        SubscriptionClient client(config, tokens.provider(request));
        QVERIFY(Live::connectAndWait(client));
        QVERIFY(Live::ended(client.set("a", QByteArray(3000, 'x')))->succeeded());
        QCOMPARE(Live::ended(client.get("a"))->value().size(), 3000);
        QSignalSpy disconnected(&client, &Client::disconnected);
        client.disconnectFromServer();
        QVERIFY(disconnected.wait(Live::patience));
    }

    void unknownAuthority()
    {
        ApiClient client(Live::config(*m_server), QStringLiteral("secret-key"));
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(errors.size(), 1);
        QCOMPARE(client.lastError().kind, ErrorKind::ConnectionFailed);
        QVERIFY2(client.lastError().text.startsWith(QStringLiteral("No secure connection: ")),
                 qPrintable(client.lastError().text));
        TokenManager tokens(Live::config(*m_server), QStringLiteral("secret-key"));
        TokenReply *const reply = tokens.generateToken({});
        reply->keep();
        QSignalSpy finished(reply, &TokenReply::finished);
        QVERIFY(finished.wait(Live::patience));
        QCOMPARE(reply->error().kind, ErrorKind::ConnectionFailed);
        delete reply;
    }

    void refusalKeepsItsStatus()
    {
        ConnectionConfig config = Live::config(*m_server);
        config.caCertificates = m_authorities;
        ApiClient client(config, QStringLiteral("wrong"));
        QSignalSpy errors(&client, &Client::errorOccurred);
        client.connectToServer();
        QVERIFY(errors.wait(Live::patience));
        QCOMPARE(client.lastError().code, 403);
        QCOMPARE(client.lastError().kind, ErrorKind::Authentication);
    }

    void reconnects()
    {
        ConnectionConfig config = Live::config(*m_server);
        config.caCertificates = m_authorities;
        ApiClient client(config, QStringLiteral("secret-key"));
        QVERIFY(Live::connectAndWait(client));
        QTRY_VERIFY(m_server->connectionCount() >= 1);
        QSignalSpy connected(&client, &Client::connected);
        m_server->cutAll();
        QVERIFY(connected.wait(Live::patience));
        QVERIFY(Live::ended(client.set("a", "b"))->succeeded());
    }

private:
    QTemporaryDir m_folder;
    QList<QSslCertificate> m_authorities;
    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(tst_ClientTls)
#include "tst_clienttls.moc"
