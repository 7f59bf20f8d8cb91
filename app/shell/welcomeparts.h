// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QAbstractButton>
#include <QFrame>

class QPushButton;

namespace Studio
{

class Theme;

/// A tile with a heading, a sentence and a button below.
class WelcomeCard : public QFrame
{
    Q_OBJECT

public:
    WelcomeCard(Theme &theme, const QString &title, const QString &text, QPushButton *button,
                QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
};

/// One saved profile as a row that can be pressed: dot, name, host and safety level, when it was last opened.
class ProfileRow : public QAbstractButton
{
    Q_OBJECT

public:
    ProfileRow(Theme &theme, Profile profile, QWidget *parent = nullptr);

    const Profile &profile() const { return m_profile; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Theme &m_theme;
    Profile m_profile;
};

} // namespace Studio
