// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "notices/noticecenter.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/commands.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include <hpkv/emulator/server.h>

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace TestSupport
{

/// A store for secrets that behaves as the test says.
class FakeSecretStore : public Studio::SecretStore
{
public:
    using SecretStore::SecretStore;

    Studio::SecretStatus status = Studio::SecretStatus::Ok; ///< what the keychain answers
    QHash<QString, QString> secrets;
    QHash<QString, Studio::SecretPlace> places;

protected:
    void doRead(const QString &id, Callback done) override
    {
        if (secrets.contains(id))
            done({Studio::SecretStatus::Ok, secrets.value(id), {}});
        else
            done({status == Studio::SecretStatus::Ok ? Studio::SecretStatus::NotFound : status, {}, words()});
    }
    void doWrite(const QString &id, const QString &secret, Studio::SecretPlace place, Callback done) override
    {
        if (status != Studio::SecretStatus::Ok && place == Studio::SecretPlace::Keychain) {
            done({status, {}, words()});
            return;
        }
        secrets.insert(id, secret);
        places.insert(id, place);
        done({});
    }
    void doRemove(const QString &id, Callback done) override
    {
        const bool had = secrets.remove(id) > 0;
        done({had || status == Studio::SecretStatus::Ok ? Studio::SecretStatus::Ok : status, {}, {}});
    }

private:
    static QString words() { return QStringLiteral("The keychain said no"); }
};

/// Everything that a view is given, kept in a folder of its own.
struct ViewFixture {
    QTemporaryDir folder;
    Studio::Settings settings{folder.filePath(QStringLiteral("settings.json"))};
    Studio::Theme theme{settings};
    Studio::CommandRegistry commands{theme};
    Studio::NoticeCenter notices;
    Studio::ProfileStore profiles{folder.filePath(QStringLiteral("profiles.json"))};
    FakeSecretStore secrets;
    Studio::AppContext context{settings, theme, commands, notices, profiles, secrets};

    ViewFixture() { Studio::addStandardCommands(commands); }
};

/// A server on the loopback with the key "k".
struct Emulator {
    hpkv::emulator::Server server;

    explicit Emulator(hpkv::emulator::Options options = {})
        : server(prepared(std::move(options)))
    {
        server.start();
    }
    ~Emulator() { server.stop(); }

    QUrl url() const { return QUrl(QString::fromStdString(server.wsUrl())); }

    Studio::Profile profile() const
    {
        Studio::Profile profile;
        profile.id = QStringLiteral("test");
        profile.name = QStringLiteral("Test");
        profile.baseUrl = url();
        profile.requestsPerSecond = 0;
        profile.proxyMode = Studio::ProxyMode::None;
        profile.safety = Studio::SafetyLevel::Free;
        return profile;
    }

    static Studio::SessionOptions quick()
    {
        Studio::SessionOptions options;
        options.gatherSubscriptions = std::chrono::milliseconds(20);
        options.reconnectDelay = std::chrono::milliseconds(50);
        return options;
    }

private:
    static hpkv::emulator::Options prepared(hpkv::emulator::Options options)
    {
        if (options.apiKeys.empty())
            options.apiKeys = {"k"};
        return options;
    }
};

} // namespace TestSupport
