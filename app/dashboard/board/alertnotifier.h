// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

class QSystemTrayIcon;
class QWidget;

namespace Studio
{

struct AppContext;
class AlertLog;

/// Tells a person of alerts: as a message of the desktop, in the tray while any is open, and, where nobody
/// sees the dashboard, as a notice in the window. Several in a row are one message.
class AlertNotifier : public QObject
{
    Q_OBJECT

public:
    /// `place`: the page of the session; its window is brought up by a click. `session`: its id.
    AlertNotifier(AppContext &app, const AlertLog &log, QString session, QWidget *place);

    /// `isSeen`: the dashboard is in front of the person.
    void tell(const QString &title, const QString &text, bool isSeen);

signals:
    void showRequested();

private:
    struct Message {
        QString title;
        QString text;
    };

    void send();
    void showInTray(const Message &message);
    void bringUp();

    AppContext &m_app;
    const AlertLog &m_log;
    const QString m_session;
    QWidget *m_place;
    QTimer m_gather;
    QList<Message> m_waiting;
    bool m_isUnseen = false; ///< any of those that wait
    QSystemTrayIcon *m_tray = nullptr;
};

} // namespace Studio
