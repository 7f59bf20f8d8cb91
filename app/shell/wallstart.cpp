// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/wallstart.h"

#include "dashboard/board/dashboardhub.h"
#include "dashboard/board/wallwindow.h"
#include "dashboard/dashboard.h"
#include "profiles/profilestore.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/appcontext.h"
#include "shell/mainwindow.h"
#include "shell/sessionopener.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <QFile>
#include <QFileInfo>

#include <optional>

namespace Studio
{

namespace
{

DashboardReading readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, file.errorString()};
    return readDashboard(file.readAll());
}

std::optional<Profile> profileFor(const QList<Profile> &profiles, const QString &wanted,
                                  const Dashboard &dashboard)
{
    for (const Profile &profile : profiles) {
        if (!wanted.isEmpty() && (profile.id == wanted || profile.name == wanted))
            return profile;
    }
    if (!wanted.isEmpty())
        return {};
    for (const Profile &profile : profiles) {
        if (!dashboard.profileName.isEmpty() && profile.name == dashboard.profileName)
            return profile;
    }
    for (const Profile &profile : profiles) {
        if (!dashboard.baseUrl.isEmpty() && profile.baseUrl == QUrl(dashboard.baseUrl))
            return profile;
    }
    if (profiles.size() == 1 && dashboard.profileName.isEmpty() && dashboard.baseUrl.isEmpty())
        return profiles.constFirst();
    return {};
}

} // namespace

WallStart::WallStart(Workbench &workbench, MainWindow &window, Wish wish, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_window(window)
    , m_wish(std::move(wish))
{
}

WallStart::~WallStart()
{
    delete m_wall;
}

WallWindow *WallStart::wall() const
{
    return m_wall;
}

QString WallStart::begin()
{
    const DashboardReading reading = readFile(m_wish.file);
    if (!reading.dashboard)
        return tr("%1 cannot be shown: %2").arg(m_wish.file, reading.problem);
    auto *opener = new SessionOpener(m_workbench.context(), m_workbench.sessions(), &m_window);
    connect(opener, &SessionOpener::opened, this, &WallStart::show);
    if (m_wish.demo) {
        opener->openDemo();
        return {};
    }
    const auto profile =
        profileFor(m_workbench.context().profiles.profiles(), m_wish.profile, *reading.dashboard);
    if (!profile) {
        return m_wish.profile.isEmpty() ? tr("No saved profile fits the dashboard; name one with --profile.")
                                        : tr("There is no saved profile “%1”.").arg(m_wish.profile);
    }
    opener->open(*profile);
    return {};
}

void WallStart::show(Session *session)
{
    m_window.showSession(session);
    auto *hub = m_window.currentPage()->findChild<DashboardHub *>();
    if (!m_wish.isFullScreen) {
        hub->import(m_wish.file);
        return;
    }
    if (m_wall)
        return;
    const DashboardReading reading = readFile(m_wish.file);
    if (!reading.dashboard)
        return;
    m_wall = new WallWindow(m_workbench.context().theme, *session, hub->values());
    m_wall->setAttribute(Qt::WA_DeleteOnClose);
    m_wall->setHistory(hub->history());
    m_wall->setDashboard(*reading.dashboard);
    hub->adopt(m_wall->board(), QFileInfo(m_wish.file).absoluteFilePath(), *reading.dashboard);
    m_wall->showOnScreen();
    // The wall reads from the session; it goes first.
    connect(&m_workbench.sessions(), &SessionManager::aboutToClose, m_wall,
            [this, session](const Session *closing) {
                if (closing == session)
                    delete m_wall;
            });
}

} // namespace Studio
