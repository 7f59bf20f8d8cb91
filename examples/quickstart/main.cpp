// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// Writes a key, reads it back and prints it. Ends with 0, 1 if a call failed, 2 without a connection.

#include <hpkvqt/apiclient.h>

#include <QCoreApplication>
#include <QDebug>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);

    Hpkv::ConnectionConfig config;
    config.baseUrl = qEnvironmentVariable("HPKV_API_BASE_URL"); // as your dashboard shows it
    Hpkv::ApiClient client(config, qEnvironmentVariable("HPKV_API_KEY"));

    QObject::connect(&client, &Hpkv::Client::connected, &client, [&client] {
        client.set("greeting", "Hello from Qt");
        Hpkv::GetReply *reply = client.get("greeting");
        QObject::connect(reply, &Hpkv::Reply::finished, reply, [reply] {
            if (reply->succeeded())
                qInfo().noquote() << reply->text();
            else
                qWarning() << reply->error();
            QCoreApplication::exit(reply->succeeded() ? 0 : 1);
        });
    });
    QObject::connect(&client, &Hpkv::Client::errorOccurred, &client, [](const Hpkv::Error &error) {
        qWarning() << error;
        QCoreApplication::exit(2);
    });

    client.connectToServer();
    return QCoreApplication::exec();
}
