// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tabgestures.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QTabBar>

namespace Studio
{

TabGestures::TabGestures(QTabBar &bar)
    : QObject(&bar)
    , m_bar(bar)
{
    bar.installEventFilter(this);
    connect(&bar, &QTabBar::tabBarDoubleClicked, this, [this](int index) {
        if (index >= 0)
            emit pinRequested(index);
    });
}

bool TabGestures::eventFilter(QObject *watched, QEvent *event)
{
    const auto middle = [event] {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::MiddleButton ? mouse : nullptr;
    };
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (const QMouseEvent *mouse = middle()) {
            m_pressed = m_bar.tabAt(mouse->position().toPoint());
            return m_pressed >= 0;
        }
        break;
    case QEvent::MouseButtonRelease:
        if (const QMouseEvent *mouse = middle()) {
            // As a button: only where it also went down.
            const int index = m_bar.tabAt(mouse->position().toPoint());
            if (std::exchange(m_pressed, -1) == index && index >= 0) {
                emit closeRequested(index);
                return true;
            }
        }
        break;
    case QEvent::ContextMenu: {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const bool byKey = menu->reason() == QContextMenuEvent::Keyboard;
        const int index = byKey ? m_bar.currentIndex() : m_bar.tabAt(menu->pos());
        if (index < 0)
            break;
        emit menuRequested(index,
                           byKey ? m_bar.mapToGlobal(m_bar.tabRect(index).bottomLeft()) : menu->globalPos());
        return true;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Studio
