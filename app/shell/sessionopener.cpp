// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/sessionopener.h"

#include "notices/noticecenter.h"
#include "profiles/dialog/connectdialog.h"
#include "profiles/dialog/passwordprompt.h"
#include "profiles/dialog/profilemanager.h"
#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/appcontext.h"
#include "shell/settings.h"

namespace Studio
{

SessionOpener::SessionOpener(AppContext &app, SessionManager &sessions, QWidget *window)
    : QObject(window)
    , m_app(app)
    , m_sessions(sessions)
    , m_window(window)
{
}

void SessionOpener::showConnectDialog()
{
    auto *dialog = new ConnectDialog(m_app, m_window);
    connect(dialog, &ConnectDialog::connectRequested, this, &SessionOpener::openWith);
    show(dialog);
}

void SessionOpener::showProfileManager()
{
    auto *dialog = new ProfileManager(m_app, m_window);
    connect(dialog, &ProfileManager::connectRequested, this, &SessionOpener::openWith);
    connect(dialog, &ProfileManager::openRequested, this, &SessionOpener::open);
    show(dialog);
}

void SessionOpener::open(const Profile &profile)
{
    if (m_sessions.sessionOf(profile.id)) {
        openWith(profile, {});
        return;
    }
    m_app.secrets.read(profile.id, this, [this, profile](const SecretResult &result) {
        if (result.isOk())
            openWith(profile, result.secret);
        else
            askSecret(profile, result.status == SecretStatus::NotFound ? QString() : result.message);
    });
}

void SessionOpener::openDemo()
{
    if (Session *session = m_sessions.openDemo())
        emit opened(session);
}

void SessionOpener::edit(const Session &session)
{
    auto *dialog = new ConnectDialog(m_app, session.profile(), m_window);
    connect(dialog, &ConnectDialog::connectRequested, this,
            [this](const Profile &profile, const QString &secret) {
                if (Session *former = m_sessions.sessionOf(profile.id))
                    m_sessions.close(former);
                openWith(profile, secret);
            });
    show(dialog);
}

QDialog *SessionOpener::dialog() const
{
    return m_dialog;
}

void SessionOpener::openWith(const Profile &profile, const QString &secret)
{
    if (m_app.settings.value(Key::KeepRecent) && m_app.profiles.profile(profile.id))
        m_app.profiles.markOpened(profile.id);
    if (Session *session = m_sessions.open(profile, secret))
        emit opened(session);
}

void SessionOpener::askSecret(const Profile &profile, const QString &reason)
{
    auto *prompt = new PasswordPrompt(m_app, profile, reason, m_window);
    connect(prompt, &PasswordPrompt::entered, this,
            [this, profile](const QString &secret) { openWith(profile, secret); });
    show(prompt);
}

void SessionOpener::show(QDialog *dialog)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Studio
