// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

namespace Studio
{

class MainWindow;
class Session;
class WallWindow;
class Workbench;
struct Dashboard;
struct Profile;

/// A dashboard that was named on the command line: opens its profile, and the dashboard in a tab or on the
/// whole screen.
class WallStart : public QObject
{
    Q_OBJECT

public:
    struct Wish {
        QString file;
        QString profile; ///< id or name; empty: the one that the file names
        bool isFullScreen = false;
        bool demo = false;
    };

    WallStart(Workbench &workbench, MainWindow &window, Wish wish, QObject *parent = nullptr);
    ~WallStart() override;

    /// One sentence when it cannot be shown; empty = it will be.
    QString begin();
    WallWindow *wall() const;

private:
    void show(Session *session);

    Workbench &m_workbench;
    MainWindow &m_window;
    Wish m_wish;
    QPointer<WallWindow> m_wall;
};

} // namespace Studio
