// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoserver.h"

#include <hpkv/emulator/server.h>

#include <QUuid>

namespace Studio
{

struct DemoServer::Private {
    std::unique_ptr<hpkv::emulator::Server> server;
    QString secret;
    QString profileId;
    QString problem;
    bool running = false;
};

DemoServer::DemoServer(double changesPerSecond, quint32 seed, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->secret = QUuid::createUuid().toString(QUuid::WithoutBraces);
    d->profileId = Profile::newId();
    hpkv::emulator::Options options;
    options.apiKeys = {hpkv::emulator::ApiKey(d->secret.toStdString())};
    options.seedDemo = true;
    options.activity = changesPerSecond;
    options.activitySeed = seed;
    d->server = std::make_unique<hpkv::emulator::Server>(std::move(options));
}

DemoServer::~DemoServer() = default;

bool DemoServer::start()
{
    if (d->running)
        return true;
    try {
        d->server->start();
        d->running = true;
        d->problem.clear();
    } catch (const std::exception &error) {
        d->problem = QString::fromUtf8(error.what());
    }
    if (d->running)
        emit runningChanged(true);
    return d->running;
}

void DemoServer::stop()
{
    if (!d->running)
        return;
    d->running = false;
    // Without a goodbye: this is how a line is lost.
    d->server->cutAll();
    d->server->stop();
    emit runningChanged(false);
}

bool DemoServer::restart()
{
    return start();
}

bool DemoServer::isRunning() const
{
    return d->running;
}

QString DemoServer::problem() const
{
    return d->problem;
}

Profile DemoServer::profile() const
{
    Profile profile;
    profile.id = d->profileId;
    profile.name = tr("Demo");
    profile.baseUrl = QUrl(QString::fromStdString(d->server->httpUrl()));
    profile.requestsPerSecond = 0;
    profile.maxKeySize = int(d->server->options().maxKey);
    profile.maxValueSize = int(d->server->options().maxValue);
    profile.proxyMode = ProxyMode::None;
    profile.safety = SafetyLevel::Free;
    profile.rememberSecret = false;
    return profile;
}

QString DemoServer::secret() const
{
    return d->secret;
}

hpkv::emulator::Server &DemoServer::server() const
{
    return *d->server;
}

} // namespace Studio
