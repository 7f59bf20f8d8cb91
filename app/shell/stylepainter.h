// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QRect>
#include <QString>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;

namespace Studio
{

class Theme;

/// The shapes that StudioStyle draws, in the colours of the theme. Cheap to make; one for each call.
class StylePainter
{
public:
    StylePainter(const Theme &theme, QPainter &painter)
        : m_theme(theme)
        , m_painter(painter)
    {
    }

    /// A rectangle with round corners; an invalid colour leaves fill or border out. `width` of the border in
    /// pixels, inside `rect`.
    void box(const QRect &rect, int radius, const QColor &fill, const QColor &border, int width = 1) const;
    void line(const QRect &rect, Qt::Edge edge, ColorRole role = ColorRole::Line) const;
    /// An icon of the theme in the middle of `rect`.
    void icon(const QRect &rect, const QString &name, ColorRole role, int size) const;

    void pushButton(const QStyleOptionButton &option, const QWidget *widget) const;
    void toolButtonPanel(const QStyleOption &option, const QWidget *widget) const;
    void inputFrame(const QStyleOption &option) const;
    void checkBox(const QStyleOption &option) const;
    void radioButton(const QStyleOption &option) const;
    void itemRow(const QStyleOption &option) const;
    void branch(const QStyleOption &option) const;
    void focusFrame(const QStyleOption &option, const QWidget *widget) const;
    void tabShape(const QStyleOptionTab &option, const QWidget *widget) const;
    void tabClose(const QStyleOption &option) const;
    void menuBarItem(const QStyleOptionMenuItem &option) const;
    void menuItem(const QStyleOptionMenuItem &option) const;
    void headerSection(const QStyleOptionHeader &option) const;
    void scrollBar(const QStyleOptionSlider &option, const QRect &slider, const QWidget *widget) const;

private:
    QColor color(ColorRole role) const;

    const Theme &m_theme;
    QPainter &m_painter;
};

} // namespace Studio
