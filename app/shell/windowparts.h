// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"
#include "shell/navhistory.h"
#include "shell/palettemodel.h"

#include <QColor>
#include <QIcon>
#include <QWidget>

#include <functional>

class QMenu;

namespace Studio
{

class KeyMarks;
class ProfileStore;
class Session;
class SessionManager;
class Theme;

/// The line of 2 px in the profile's colour on top of the window.
class ColorLine : public QWidget
{
    Q_OBJECT

public:
    explicit ColorLine(QWidget *parent = nullptr);

    /// An invalid colour hides it.
    void setColor(const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_color;
};

/// The person's choice, or the accent colour where there is none.
QColor profileColor(const Profile &profile, const Theme &theme);
/// A dot in a profile's colour, for menus.
QIcon profileIcon(const QColor &color, const Theme &theme);

/// One checkable action for each open session.
void addSessionActions(QMenu &menu, const SessionManager &sessions, const Theme &theme,
                       const Session *current, const std::function<void(Session *)> &chosen);
/// One action for each saved profile that is not open.
void addProfileActions(QMenu &menu, const SessionManager &sessions, const ProfileStore &profiles,
                       const Theme &theme, const std::function<void(const Profile &)> &chosen);
/// Favourites and recent keys, a menu each.
void addMarkActions(QMenu &menu, const KeyMarks &marks, const Theme &theme, const Session &session,
                    const std::function<void(const NavPlace &)> &chosen);
/// The keys that the session's mirror knows.
PaletteModel::KeySource keySourceOf(Session &session);

} // namespace Studio
