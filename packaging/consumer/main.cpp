// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

// Writes one record to the store at argv[1] with the API key argv[2]; 0 when it was confirmed.

#include <hpkvqt/apiclient.h>

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    Hpkv::ConnectionConfig config;
    config.baseUrl = app.arguments().value(1);
    Hpkv::ApiClient client(config, app.arguments().value(2));
    QObject::connect(&client, &Hpkv::Client::connected, &client, [&client] {
        auto *reply = client.set("greeting", "hello");
        QObject::connect(reply, &Hpkv::Reply::finished, reply,
                         [reply] { QCoreApplication::exit(reply->succeeded() ? 0 : 1); });
    });
    client.connectToServer();
    return QCoreApplication::exec();
}
