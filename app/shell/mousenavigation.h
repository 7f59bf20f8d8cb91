// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace Studio
{

class CommandRegistry;

/// The extra buttons of the mouse go back and forward, wherever the pointer is in the window. Belongs to the
/// window.
class MouseNavigation : public QObject
{
    Q_OBJECT

public:
    MouseNavigation(CommandRegistry &commands, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    CommandRegistry &m_commands;
    QWidget *m_window;
};

} // namespace Studio
