// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/mainwindow.h"

#include <QHash>
#include <QPointer>

class QDialog;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace Studio
{

class ColorLine;
class CommandPalette;
class GoToField;
class NoticeBanner;
class ProfileButton;
class SessionDock;
class SessionOpener;
class WelcomePage;

struct MainWindow::Private {
    /// A dock in which each session shows a panel of its own.
    struct Dock {
        SessionDock *dock;
        Qt::DockWidgetArea area; ///< where it stands by default
        QWidget *(*panel)(const SessionPage &);
        bool shown; ///< by default
    };

    Private(AppContext &context, SessionManager &manager)
        : app(context)
        , sessions(manager)
    {
    }

    AppContext &app;
    SessionManager &sessions;
    QHash<Session *, SessionPage *> pages;
    QPointer<SessionPage> current;
    SessionOpener *opener = nullptr;

    ColorLine *colorLine = nullptr;
    QToolBar *toolBar = nullptr;
    ProfileButton *profileButton = nullptr;
    QMenu *profileMenu = nullptr;
    GoToField *goTo = nullptr;
    CommandPalette *palette = nullptr;
    NoticeBanner *banner = nullptr;
    QStackedWidget *centre = nullptr;
    WelcomePage *welcome = nullptr;
    SessionDock *keysDock = nullptr;
    SessionDock *liveDock = nullptr;
    SessionDock *searchDock = nullptr;
    SessionDock *jobsDock = nullptr;
    SessionDock *journalDock = nullptr;
    SessionDock *watchesDock = nullptr;
    QList<Dock> docks; ///< all of them; those of one area stand as tabs of one place
    StatusLine *status = nullptr;
    QPointer<QDialog> settingsPage;
    QPointer<QDialog> noticeList;
    bool sessionMode = false; ///< docks and tool bar are there
    bool discardEdits = false; ///< the person agreed to lose them, and what jobs have not done yet: close
    bool jobsOffered = false; ///< the jobs dock has come up by itself; it does so once
    bool restored = false;
};

} // namespace Studio
