// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/pagetab.h"

class QTableView;

namespace Studio
{

struct AppContext;
class AlertLog;

/// The alerts of a session as a tab: what was raised, when it ended, what nobody has seen yet.
class AlertsTab : public PageTab
{
    Q_OBJECT

public:
    AlertsTab(AppContext &app, AlertLog &log, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("bell"); }

signals:
    /// The row was activated.
    void tileRequested(quint64 number);

private:
    QTableView *m_table;
};

} // namespace Studio
