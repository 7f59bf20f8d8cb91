// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// Reads one key: quickstart ADDRESS API-KEY KEY

#include <hpkvqt/apiclient.h>

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    Hpkv::ConnectionConfig config;
    config.baseUrl = app.arguments().value(1);
    Hpkv::ApiClient client(config, app.arguments().value(2));

    QObject::connect(&client, &Hpkv::Client::connected, [&] {
        Hpkv::GetReply *reply = client.get(app.arguments().value(3).toUtf8());
        QObject::connect(reply, &Hpkv::Reply::finished, [reply] {
            qInfo() << reply->value() << reply->error();
            QCoreApplication::exit(reply->succeeded() ? 0 : 1);
        });
    });
    QObject::connect(&client, &Hpkv::Client::errorOccurred, [](const Hpkv::Error &error) {
        qInfo() << error;
        QCoreApplication::exit(2);
    });
    client.connectToServer();
    return QCoreApplication::exec();
}
