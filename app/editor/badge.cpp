// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/badge.h"

#include "shell/theme.h"

#include <QPainter>

namespace Studio
{

Badge::Badge(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Badge::setContent(const QString &text, ColorRole color, ColorRole softColor)
{
    m_text = text;
    m_color = color;
    m_softColor = softColor;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QFont Badge::badgeFont() const
{
    return m_theme.font(-2, QFont::DemiBold);
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont());
    return {metrics.horizontalAdvance(m_text) + 2 * m_theme.metric(7), m_theme.metric(18)};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_softColor));
    painter.drawRoundedRect(rect(), m_theme.metric(4), m_theme.metric(4));
    painter.setPen(m_theme.color(m_color));
    painter.setFont(badgeFont());
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace Studio
