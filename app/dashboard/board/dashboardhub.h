// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/alertlog.h"
#include "dashboard/alertlogfile.h"
#include "dashboard/alertwatch.h"
#include "dashboard/dashboardstore.h"
#include "live/livevalues.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace Studio
{

struct AppContext;
class AlertNotifier;
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
    AlertWatch &alerts() { return m_watch; }
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
    /// A board that is no tab: its alerts are judged, logged and told until it is gone. `name`: of the
    /// dashboard, the same each time.
    void adopt(BoardView &board, const QString &name, const Dashboard &dashboard);
    /// Somebody knows of the alert with this number in the log.
    void acknowledge(quint64 number);
    /// Its tile tells nobody any more, or does again.
    void mute(quint64 number, bool muted);
    bool isMuted(quint64 number) const;
    /// The tile that the alert is about, in its dashboard.
    void showTile(quint64 number);

private:
    void installCommands(QWidget *place);
    void showList(QWidget *place);
    void askForImport(QWidget *place);
    void follow(DashboardTab *tab);
    void watchAlerts();
    void raise(const QString &name, const QString &id, int rule);
    bool isSeen(const QString &name) const;
    DashboardTab *tabOf(const QString &file) const;
    void report(const QString &title, const QString &text);
    static void bringUp(QWidget *tab);

    AppContext &m_app;
    Session &m_session;
    Page m_page;
    LiveValues m_values;
    DashboardStore m_store;
    AlertLog m_log;
    AlertLogFile m_logFile;
    AlertWatch m_watch;
    AlertNotifier *m_notifier;
    SeriesHistory *m_history;
    ValueSource *m_past = nullptr; ///< what is shown in place of the present
    QList<QPointer<DashboardTab>> m_tabs;
    QPointer<AlertsTab> m_alerts;
    QHash<QString, quint64> m_open; ///< alerts that are on, by dashboard, tile and rule
};

} // namespace Studio
