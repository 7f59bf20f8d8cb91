// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QToolButton>

namespace Studio
{

class Session;
class Theme;

/// The current profile in the tool bar: dot in its colour, name, safety level, and a list to switch by.
class ProfileButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ProfileButton(Theme &theme, QWidget *parent = nullptr);

    /// nullptr: "No profile open".
    void setSession(Session *session);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString nameText() const;
    QString levelText() const;

    Theme &m_theme;
    QPointer<Session> m_session;
};

/// The field in the tool bar that opens the palette: looks like an input, is a button.
class GoToField : public QAbstractButton
{
    Q_OBJECT

public:
    GoToField(Theme &theme, const QKeySequence &keys, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_keys;
};

} // namespace Studio
