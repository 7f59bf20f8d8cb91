// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace Studio
{

struct AppContext;
class Session;
class SessionManager;

/// The ways from a wish to an open session: the connect dialog, a saved profile (whose secret may have to be
/// asked for), the demo. One dialog of a kind at a time.
class SessionOpener : public QObject
{
    Q_OBJECT

public:
    SessionOpener(AppContext &app, SessionManager &sessions, QWidget *window);

    void showConnectDialog();
    void showProfileManager();
    void open(const Profile &profile);
    void openDemo();
    /// Shows the connection of an open session; "Connect" there opens it anew in its place.
    void edit(const Session &session);

    /// The dialog that is open at the moment, or nullptr; for tests and the tour.
    QDialog *dialog() const;

signals:
    /// Open now, or open already: to be shown.
    void opened(Studio::Session *session);

private:
    void openWith(const Profile &profile, const QString &secret);
    void askSecret(const Profile &profile, const QString &reason);
    void show(QDialog *dialog);

    AppContext &m_app;
    SessionManager &m_sessions;
    QWidget *m_window;
    QPointer<QDialog> m_dialog;
};

} // namespace Studio
