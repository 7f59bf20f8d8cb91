// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMainWindow>

#include <memory>

class QDialog;

namespace Studio
{

struct AppContext;
class CommandPalette;
class Job;
class Session;
class SessionManager;
class SessionPage;
class StatusLine;

/// The window: menu bar, tool bar, docks, status bar, and in the middle the page of the current session or
/// the welcome page. Owns no data; each open session has a SessionPage here and everything else where it
/// belongs.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(AppContext &app, SessionManager &sessions, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// nullptr while the welcome page is shown.
    SessionPage *currentPage() const;
    void showSession(Session *session);
    StatusLine *statusLine() const;
    CommandPalette *palettePopup() const;
    /// The dialog for connecting or for saved profiles that is open; nullptr if none is.
    QDialog *dialog() const;

    void resetLayout();

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildMenus();
    void buildToolBar();
    void buildDocks();
    void placeDocks();
    void buildCentre();
    void installCommands();
    void installViewCommands();
    void installEditCommands();

    void addSession(Session *session);
    void removeSession(Session *session);
    void showJobs();
    void closeSession(Session *session);
    static QString lossText(int edits, const QList<Job *> &jobs, bool quitting);
    void showWelcome();
    void enterSessionMode();
    void refreshTitle();
    void refreshNoticeContexts();
    void fillProfileMenu();
    void saveLayout();
    void showSettings();
    void showNotices();
    void showAbout();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
