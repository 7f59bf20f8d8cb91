// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/dashboard.h"
#include "shell/pagetab.h"

#include <memory>

class QToolButton;

namespace Studio
{

struct AppContext;
class BoardView;
class DashboardHub;
class DashboardStore;
class Session;
class SeriesHistory;
class TileDialog;
class ValueSource;
class WallWindow;

/// One dashboard as a tab of its session's page; what is changed is kept in its file by itself.
class DashboardTab : public PageTab
{
    Q_OBJECT

public:
    DashboardTab(AppContext &app, Session &session, ValueSource &source, DashboardStore &store, QString file,
                 const Dashboard &dashboard, QWidget *parent = nullptr);
    ~DashboardTab() override;

    QString title() const override;
    QString iconName() const override { return QStringLiteral("dashboard"); }
    QString file() const { return m_file; }
    BoardView &board() const { return *m_board; }
    void setHistory(SeriesHistory *history);
    /// Shows the past in place of the present, and says so; nullptr: the present again.
    void setPast(ValueSource *past);

    void addTile();
    void editTile(const QString &id);
    TileDialog *dialog() const;
    /// The dashboard on the whole screen; the window ends with Esc.
    WallWindow *showWall();

    /// Whether the tile's alerts tell nobody.
    void setMuted(const QString &id, bool muted);
    /// Writes what is not in the file yet. False when it could not.
    bool flush();

signals:
    void openRequested(const QByteArray &key);
    void alertsRequested();
    /// A dashboard is to be shown in a tab of its own.
    void dashboardMade(const Studio::Dashboard &dashboard);
    void importRequested();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildHead();
    void installCommands();
    void showTileMenu(const QString &id, const QPoint &position);
    void showDialog(const TileConfig &tile);
    void acknowledge(const QString &id);
    void exportChart(const QString &id);
    void rename();
    void exportFile();
    void count(const QByteArray &key, qint64 delta);
    void write(const QByteArray &key, qint64 delta);
    void report(const QString &title, const QString &text);
    void showState();

    struct Private;
    AppContext &m_app;
    Session &m_session;
    ValueSource *m_source;
    DashboardStore &m_store;
    QString m_file;
    BoardView *m_board;
    std::unique_ptr<Private> d;
};

} // namespace Studio
