// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/dashboardcommands.h"

#include "shell/commandregistry.h"

#include <QCoreApplication>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DashboardCommands)
};

} // namespace

void addDashboardCommands(CommandRegistry &registry)
{
    const auto add = [&registry](const char *id, const QString &text, const char *icon, const QString &tip,
                                 const QString &menu = {}, const QList<QKeySequence> &keys = {}) {
        registry.add({QString::fromLatin1(id), text, QString::fromLatin1(icon), keys, menu, tip, false, 4});
    };
    const QString live = QStringLiteral("live");
    add("dashboard.open", Text::tr("Dashboards"), "dashboard",
        Text::tr("Show what matters as tiles that follow the store"), live,
        {Qt::CTRL | Qt::SHIFT | Qt::Key_D});
    add("dashboard.new", Text::tr("New dashboard"), "plus", Text::tr("An empty dashboard in a tab"), live);
    add("dashboard.import", Text::tr("Import a dashboard…"), "import",
        Text::tr("Open a copy of a dashboard file"), live);
    add("dashboard.alerts", Text::tr("Alerts"), "bell",
        Text::tr("List what the alerts of the dashboards raised"), live);
    add("dashboard.addTile", Text::tr("Add a tile…"), "plus", Text::tr("Add a tile to the dashboard"));
    add("dashboard.wall", Text::tr("Show on the whole screen"), "wall",
        Text::tr("The dashboard for a wall; Esc ends it"));
    add("dashboard.rename", Text::tr("Rename the dashboard…"), "edit", {});
    add("dashboard.duplicate", Text::tr("Duplicate the dashboard"), "copy", {});
    add("dashboard.export", Text::tr("Export the dashboard…"), "export",
        Text::tr("Write it to a file that can be shared; it holds no secret"));
    add("dashboard.delete", Text::tr("Delete the dashboard…"), "delete", {});
    add("dashboard.editTile", Text::tr("Edit the tile…"), "edit", {});
    add("dashboard.duplicateTile", Text::tr("Duplicate the tile"), "copy", {});
    add("dashboard.deleteTile", Text::tr("Delete the tile"), "delete", {});
    add("dashboard.acknowledge", Text::tr("Acknowledge the alert"), "check",
        Text::tr("Somebody knows: the alert of the chosen tile stays, but is not new any more"));
    add("dashboard.acknowledgeAll", Text::tr("Acknowledge all alerts"), "check",
        Text::tr("Somebody knows of all that are listed"));
    registry.add({QStringLiteral("dashboard.muteAlert"),
                  Text::tr("Mute the tile"),
                  QString(),
                  {},
                  QString(),
                  Text::tr("Its alerts are shown on the tile and listed, and told nowhere else"),
                  true,
                  4});
    add("dashboard.showTile", Text::tr("Show the tile"), "dashboard",
        Text::tr("Open the dashboard at the tile that the alert is about"));
    add("dashboard.clearAlerts", Text::tr("Clear what is over"), "delete",
        Text::tr("Take alerts that have ended out of the list"));
}

} // namespace Studio
