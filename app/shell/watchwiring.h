// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

namespace Studio
{

struct AppContext;
class GapReport;
class GapTab;
class SessionManager;
class SessionPage;
class TokenViewDialog;
class WatchesPanel;

/// Puts what belongs to watching into a session's page: the dock, "view as token", what a token may do, and
/// what changed while the line was down.
class WatchWiring : public QObject
{
    Q_OBJECT

public:
    WatchWiring(AppContext &app, SessionPage &page, SessionManager &sessions);
    /// Also deletes the panel.
    ~WatchWiring() override;

    WatchesPanel *panel() const;
    GapReport &gap() const { return *m_gap; }

    TokenViewDialog *viewAsToken();
    void showGap();

private:
    void installCommands();
    void tellGap();
    bool isDemo() const;

    AppContext &m_app;
    SessionPage &m_page;
    SessionManager &m_sessions;
    QPointer<WatchesPanel> m_panel;
    GapReport *m_gap;
    QPointer<GapTab> m_gapTab;
};

} // namespace Studio
