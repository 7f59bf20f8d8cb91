// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/workbench.h"

#include "drafts/draftstore.h"
#include "history/historyentry.h"
#include "notices/noticecenter.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "session/journalentry.h"
#include "session/sessionmanager.h"
#include "shell/commandregistry.h"
#include "shell/commands.h"
#include "shell/profileleftovers.h"
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

JournalLimits journalLimits(const Settings &settings)
{
    JournalLimits limits;
    limits.bytes = qBound(1, settings.value(Key::JournalMegabytes), 10'000) * qint64(1024 * 1024);
    return limits;
}

void setHistories(SessionManager &sessions, const Settings &settings, const QString &data)
{
    HistoryLimits limits;
    limits.bytes = qBound(1, settings.value(Key::HistoryMegabytes), 100'000) * qint64(1024 * 1024);
    limits.days = qBound(0, settings.value(Key::HistoryDays), 3'650);
    sessions.setHistories(limits,
                          settings.value(Key::KeepHistory) ? data + QStringLiteral("/history") : QString());
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
        , drafts(paths.data + QStringLiteral("/drafts"))
        , context{settings, theme, commands, notices, profiles, secrets, &drafts}
        , leftovers(context)
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
    DraftStore drafts;
    AppContext context;
    ProfileLeftovers leftovers;
    SessionManager sessions;
};

Workbench::Workbench(const WorkbenchPaths &paths, SecretStore *keychain)
    : d(std::make_unique<Private>(paths, keychain))
{
    addStandardCommands(d->commands);
    d->sessions.setJournalLimits(journalLimits(d->settings));
    setHistories(d->sessions, d->settings, paths.data);
    QObject::connect(&d->settings, &Settings::changed, &d->sessions,
                     [this, data = paths.data](const QString &name) {
                         if (name == Key::JournalMegabytes.name)
                             d->sessions.setJournalLimits(journalLimits(d->settings));
                         if (name == Key::HistoryMegabytes.name || name == Key::HistoryDays.name
                             || name == Key::KeepHistory.name)
                             setHistories(d->sessions, d->settings, data);
                     });

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

    const auto keepDrafts = [this] { d->drafts.setOn(d->settings.value(Key::KeepDrafts)); };
    keepDrafts();
    QObject::connect(&d->settings, &Settings::changed, &d->drafts, [keepDrafts](const QString &name) {
        if (name == Key::KeepDrafts.name)
            keepDrafts();
    });
    QObject::connect(&d->drafts, &DraftStore::failed, &d->notices, [report](const QString &reason) {
        report(QStringLiteral("drafts/save"), Text::tr("Edits that are not saved cannot be kept on disk."),
               reason);
    });
    QObject::connect(&d->drafts, &DraftStore::mended, &d->notices,
                     [this] { d->notices.clear(QStringLiteral("drafts/save")); });
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
