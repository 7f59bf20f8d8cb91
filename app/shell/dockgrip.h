// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>
#include <QStackedWidget>

namespace Studio
{

class Theme;

/// The title bar of a dock whose content has a head of its own: a slim strip to drag the dock by.
class DockGrip : public QWidget
{
    Q_OBJECT

public:
    DockGrip(Theme &theme, QDockWidget *dock);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Theme &m_theme;
};

/// A dock with one page for each open session.
class SessionDock : public QDockWidget
{
    Q_OBJECT

public:
    /// `name` identifies the dock in a saved layout.
    SessionDock(Theme &theme, const QString &name, const QString &title, QWidget *parent);

    QStackedWidget *stack() const { return m_stack; }

private:
    QStackedWidget *m_stack;
};

} // namespace Studio
