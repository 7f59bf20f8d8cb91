// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "connection.h"
#include "meter.h"
#include "subcommands.h"
#include "target.h"
#include "workload.h"
#include "writer.h"

#include <hpkvqt/subscriptionclient.h>
#include <hpkvqt/tokenmanager.h>

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace hpkv::bench
{

namespace
{

/// Without a notification for so long, what is missing is lost.
constexpr std::chrono::seconds patience{10};

QString makeToken(const Target &target)
{
    Hpkv::TokenManager manager(target.config(), target.apiKey());
    Hpkv::TokenRequest request;
    request.subscribePatterns = {QByteArrayLiteral("bench:*")};
    request.accessPattern = QStringLiteral("^$");
    Hpkv::TokenReply *const reply = manager.generateToken(request);
    QString token;
    Hpkv::Error error;
    QEventLoop loop;
    QObject::connect(reply, &Hpkv::TokenReply::finished, &loop, [&] {
        token = reply->token();
        error = reply->error();
        loop.quit();
    });
    loop.exec();
    if (error.isError())
        throw std::runtime_error(error.text.toStdString());
    return token;
}

} // namespace

int benchNotifications(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"url", "api-key", "count", "warmup"});
    const int count = arguments.number("count", 100'000, 1, 100'000'000);
    const int warmup = arguments.number("warmup", std::min(count / 5, 20'000), 0, 100'000'000);

    const QtApplication application;
    const Target target(arguments);
    Hpkv::SubscriptionClient client(target.config(), makeToken(target));
    waitForConnection(client);

    // One connection writes, so that the keys come in order.
    const Workload workload(0);
    QList<QByteArray> keys;
    for (const std::string &key : workload.keys)
        keys.append(QByteArray::fromStdString(key));

    Meter meter(warmup, count);
    QEventLoop loop;
    QTimer watch;
    watch.callOnTimeout(&loop, [&loop, &meter, seen = -1]() mutable {
        if (seen == meter.ended())
            loop.quit();
        seen = meter.ended();
    });
    watch.start(patience);
    QObject::connect(&client, &Hpkv::Client::notificationReceived, &loop,
                     [&](const Hpkv::Notification &notification) {
                         const qsizetype index = meter.ended() % Workload::size;
                         meter.add(notification.key == keys.at(index) && !notification.value.isEmpty());
                         if (meter.complete())
                             loop.quit();
                     });
    ChildProcess writer(writerCommand(target.url(), target.apiKeyText(), meter),
                        ChildProcess::Output::Discard);
    loop.exec();
    if (!writer.succeeded())
        meter.addErrors(1);
    return meter.print("notification", "notifications");
}

} // namespace hpkv::bench
