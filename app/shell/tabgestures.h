// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPoint>

class QTabBar;

namespace Studio
{

/// What the mouse and the menu key mean on a tab bar beyond choosing a tab: the middle button closes, a
/// double click keeps the tab, the right button and the menu key open a menu. Belongs to the bar.
class TabGestures : public QObject
{
    Q_OBJECT

public:
    explicit TabGestures(QTabBar &bar);

signals:
    void closeRequested(int index);
    void pinRequested(int index);
    void menuRequested(int index, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTabBar &m_bar;
    int m_pressed = -1; ///< tab on which the middle button went down
};

} // namespace Studio
