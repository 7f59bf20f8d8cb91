// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/workbench.h"

#include "notices/noticecenter.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/commands.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Workbench)
};

QString journalFolder(const Settings &settings, const QString &data)
{
    return settings.value(Key::KeepJournal) ? data + QStringLiteral("/journal") : QString();
}

} // namespace

WorkbenchPaths WorkbenchPaths::standard()
{
    return {QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation),
            QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
}

WorkbenchPaths WorkbenchPaths::below(const QString &folder)
{
    return {folder, folder + QStringLiteral("/data")};
}

struct Workbench::Private {
    Private(const WorkbenchPaths &paths, SecretStore *keychain)
        : settings(paths.config + QStringLiteral("/settings.json"))
        , theme(settings)
        , commands(theme)
        , profiles(paths.config + QStringLiteral("/profiles.json"))
        , secrets(paths.config + QStringLiteral("/secrets.json"), keychain)
        , context{settings, theme, commands, notices, profiles, secrets}
        , sessions(notices, journalFolder(settings, paths.data))
    {
    }

    // In the order in which they need one another.
    Settings settings;
    Theme theme;
    CommandRegistry commands;
    NoticeCenter notices;
    ProfileStore profiles;
    SecretVault secrets;
    AppContext context;
    SessionManager sessions;
};

Workbench::Workbench(const WorkbenchPaths &paths, SecretStore *keychain)
    : d(std::make_unique<Private>(paths, keychain))
{
    addStandardCommands(d->commands);

    const auto report = [this](const QString &id, const QString &title, const QString &text) {
        if (text.isEmpty())
            return;
        Notice notice;
        notice.id = id;
        notice.severity = Severity::Warning;
        notice.context = QStringLiteral("window");
        notice.title = title;
        notice.text = text;
        d->notices.raise(notice);
    };
    report(QStringLiteral("settings/load"), Text::tr("The settings could not be read."),
           d->settings.loadProblem());
    report(QStringLiteral("profiles/load"), Text::tr("The saved profiles could not be read."),
           d->profiles.loadProblem());
    QObject::connect(&d->settings, &Settings::saveFailed, &d->notices, [report](const QString &reason) {
        report(QStringLiteral("settings/save"), Text::tr("The settings could not be saved."), reason);
    });
    QObject::connect(&d->profiles, &ProfileStore::saveFailed, &d->notices, [report](const QString &reason) {
        report(QStringLiteral("profiles/save"), Text::tr("The profiles could not be saved."), reason);
    });
}

Workbench::~Workbench() = default;

AppContext &Workbench::context()
{
    return d->context;
}

SessionManager &Workbench::sessions()
{
    return d->sessions;
}

} // namespace Studio
