// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/pagetab.h"

#include <QList>

class QTableView;

namespace Studio
{

struct AppContext;
class DashboardHub;

/// The alerts of a session as a tab: what was raised, when it ended, what nobody has seen yet; where a person
/// says that they know, and mutes.
class AlertsTab : public PageTab
{
    Q_OBJECT

public:
    AlertsTab(AppContext &app, DashboardHub &hub, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("bell"); }
    QString statusText() const override;

private:
    QWidget *buildHead();
    void installCommands();
    /// The numbers of the chosen rows.
    QList<quint64> chosen() const;

    AppContext &m_app;
    DashboardHub &m_hub;
    QTableView *m_table;
};

} // namespace Studio
