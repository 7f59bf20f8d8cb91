// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/alertlog.h"
#include "dashboard/dashboardstore.h"
#include "live/livevalues.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

class QSystemTrayIcon;
class QWidget;

namespace Studio
{

struct AppContext;
class AlertsTab;
class BoardView;
class DashboardTab;
class PageTab;
class Session;
class SeriesHistory;
class TimeTravel;

/// The dashboards of one session: their files, the tabs that show them, their alerts.
class DashboardHub : public QObject
{
    Q_OBJECT

public:
    /// How the session's page shows what is asked for.
    struct Page {
        std::function<void(PageTab *)> openTab; ///< takes it over
        std::function<void(const QByteArray &)> openRecord;
    };

    /// `place`: the widget of the page; commands are handled there, and it owns the hub.
    DashboardHub(AppContext &app, Session &session, Page page, QWidget *place);
    /// Also deletes its tabs, which read from it.
    ~DashboardHub() override;

    DashboardStore &store() { return m_store; }
    AlertLog &log() { return m_log; }
    LiveValues &values() { return m_values; }

    /// Where charts get older points from: the session's history, or another; may be nullptr.
    void setHistory(SeriesHistory *history);
    SeriesHistory *history() const { return m_history; }
    /// Dashboards in tabs show the moment that the page shows.
    void followTime(const TimeTravel &travel);

    /// Shows the dashboard of the file, in the tab that shows it already or a new one. nullptr: it cannot be
    /// read, and a notice says why.
    DashboardTab *open(const QString &file);
    /// Keeps the dashboard in a new file and shows it.
    DashboardTab *show(const Dashboard &dashboard);
    /// A copy of a file from anywhere.
    DashboardTab *import(const QString &path);
    void showAlerts();
    QList<DashboardTab *> tabs() const;
    /// Logs and tells what the board alarms about. `name`: of the dashboard, the same each time.
    void followAlerts(BoardView &board, const QString &name);

private:
    void installCommands(QWidget *place);
    void showList(QWidget *place);
    void askForImport(QWidget *place);
    void follow(DashboardTab *tab);
    void raise(const BoardView &board, const QString &name, const QString &id, int rule);
    void tell(const QString &title, const QString &text);
    void report(const QString &title, const QString &text);
    static void bringUp(QWidget *tab);

    AppContext &m_app;
    Session &m_session;
    Page m_page;
    LiveValues m_values;
    DashboardStore m_store;
    AlertLog m_log;
    SeriesHistory *m_history;
    ValueSource *m_past = nullptr; ///< what is shown in place of the present
    QList<QPointer<DashboardTab>> m_tabs;
    QPointer<AlertsTab> m_alerts;
    QHash<QString, quint64> m_open; ///< alerts that are on, by tab, tile and rule
    QSystemTrayIcon *m_tray = nullptr;
};

} // namespace Studio
