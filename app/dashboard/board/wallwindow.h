// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/dashboard.h"

#include <QWidget>

class QLabel;

namespace Studio
{

class BoardView;
class Session;
class SeriesHistory;
class Theme;
class ValueSource;

/// A dashboard for a wall: the tiles as large as the screen allows, the time, the state of the connection, no
/// pointer and nothing to press but Esc. Losing the line changes nothing but what it says.
class WallWindow : public QWidget
{
    Q_OBJECT

public:
    WallWindow(Theme &theme, Session &session, ValueSource &source, QWidget *parent = nullptr);

    void setDashboard(const Dashboard &dashboard);
    void setHistory(SeriesHistory *history);
    /// The whole screen, also where no window manager sees to it.
    void showOnScreen();
    BoardView &board() const { return *m_board; }
    QString stateText() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tick();
    void showState();
    void applyFonts();

    Theme &m_theme;
    Session &m_session;
    QWidget *m_head;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_clock;
    BoardView *m_board;
    int m_failedFor = 0; ///< seconds since it was given up
};

} // namespace Studio
