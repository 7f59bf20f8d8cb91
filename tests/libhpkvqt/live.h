// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/apiclient.h>
#include <hpkvqt/subscriptionclient.h>

#include <hpkv/emulator/server.h>

#include <QSignalSpy>
#include <QTest>

#include <chrono>

namespace Live
{

constexpr int patience = 10000; ///< ms; far above what anything takes

inline hpkv::emulator::Options options()
{
    hpkv::emulator::Options result;
    result.apiKeys = {"secret-key"};
    return result;
}

/// Quick enough for tests; no throttle.
inline Hpkv::ConnectionConfig config(const hpkv::emulator::Server &server)
{
    Hpkv::ConnectionConfig result;
    result.baseUrl = QString::fromStdString(server.wsUrl());
    result.throttle.enabled = false;
    result.reconnect.initialDelay = std::chrono::milliseconds(20);
    result.reconnect.jitter = std::chrono::milliseconds(0);
    return result;
}

inline bool connectAndWait(Hpkv::Client &client)
{
    QSignalSpy connected(&client, &Hpkv::Client::connected);
    client.connectToServer();
    return connected.wait(patience);
}

/// Waits for the end of a reply and keeps it; the caller reads it and deletes it.
template <typename ReplyType>
std::unique_ptr<ReplyType> ended(ReplyType *reply)
{
    reply->keep();
    if (!reply->isFinished()) {
        QSignalSpy finished(reply, &Hpkv::Reply::finished);
        finished.wait(patience);
    }
    return std::unique_ptr<ReplyType>(reply);
}

} // namespace Live
