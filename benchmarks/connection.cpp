// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "connection.h"

#include <QEventLoop>

#include <stdexcept>

namespace hpkv::bench
{

void waitForConnection(Hpkv::Client &client)
{
    QEventLoop loop;
    QObject::connect(&client, &Hpkv::Client::connected, &loop, &QEventLoop::quit);
    QObject::connect(&client, &Hpkv::Client::errorOccurred, &loop, &QEventLoop::quit);
    client.connectToServer();
    loop.exec();
    if (!client.isConnected())
        throw std::runtime_error(client.lastError().text.toStdString());
}

} // namespace hpkv::bench
