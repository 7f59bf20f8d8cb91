// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/mousenavigation.h"

#include "shell/commandregistry.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace Studio
{

MouseNavigation::MouseNavigation(CommandRegistry &commands, QWidget *window)
    : QObject(window)
    , m_commands(commands)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool MouseNavigation::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress || !watched->isWidgetType()
        || static_cast<QWidget *>(watched)->window() != m_window)
        return false;
    switch (static_cast<QMouseEvent *>(event)->button()) {
    case Qt::BackButton:
        m_commands.trigger(QStringLiteral("view.back"));
        return true;
    case Qt::ForwardButton:
        m_commands.trigger(QStringLiteral("view.forward"));
        return true;
    default:
        return false;
    }
}

} // namespace Studio
