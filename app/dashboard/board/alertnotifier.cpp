// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/alertnotifier.h"

#include "dashboard/alertlog.h"
#include "notices/noticecenter.h"
#include "shell/appcontext.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace Studio
{

namespace
{

constexpr int GatherMs = 500;
constexpr qsizetype MostLines = 4;

} // namespace

AlertNotifier::AlertNotifier(AppContext &app, const AlertLog &log, QString session, QWidget *place)
    : QObject(place)
    , m_app(app)
    , m_log(log)
    , m_session(std::move(session))
    , m_place(place)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(GatherMs);
    connect(&m_gather, &QTimer::timeout, this, &AlertNotifier::send);
    connect(&log, &AlertLog::openCountChanged, this, [this] {
        if (m_log.openCount() > 0)
            return;
        m_app.notices.clear(QStringLiteral("alerts/") + m_session);
        if (m_tray)
            m_tray->hide();
    });
}

void AlertNotifier::tell(const QString &title, const QString &text, bool isSeen)
{
    m_waiting.append({title, text});
    m_isUnseen = m_isUnseen || !isSeen;
    if (!m_gather.isActive())
        m_gather.start();
}

void AlertNotifier::send()
{
    const QList<Message> all = std::exchange(m_waiting, {});
    const bool isUnseen = std::exchange(m_isUnseen, false);
    if (m_log.openCount() == 0)
        return; // over, or known to somebody
    Message message = all.constFirst();
    if (all.size() > 1) {
        QStringList lines;
        for (const Message &each : all.first(std::min(all.size(), MostLines)))
            lines.append(tr("%1: %2").arg(each.title, each.text));
        message = {tr("%n alert(s)", nullptr, int(all.size())), lines.join(u'\n')};
    }
    showInTray(message);
    QApplication::alert(m_place->window());
    if (!isUnseen)
        return;
    Notice notice;
    notice.id = QStringLiteral("alerts/") + m_session;
    notice.context = QStringLiteral("session/") + m_session;
    notice.severity = Severity::Warning;
    notice.title = message.title;
    notice.text = message.text;
    notice.actionCommand = QStringLiteral("dashboard.alerts");
    notice.actionText = tr("Show alerts");
    m_app.notices.raise(notice);
}

void AlertNotifier::showInTray(const Message &message)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        connect(m_tray, &QSystemTrayIcon::activated, this, &AlertNotifier::bringUp);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, &AlertNotifier::bringUp);
    }
    m_tray->setToolTip(message.title + u'\n' + message.text);
    m_tray->show();
    m_tray->showMessage(message.title, message.text, QSystemTrayIcon::Warning);
}

void AlertNotifier::bringUp()
{
    m_place->window()->show();
    m_place->window()->raise();
    m_place->window()->activateWindow();
    emit showRequested();
}

} // namespace Studio
