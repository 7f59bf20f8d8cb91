// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/statusparts.h"

#include "shell/stylepainter.h"
#include "shell/theme.h"

#include <QPainter>

namespace Studio
{

namespace
{

constexpr int DotSize = 9;
constexpr int BarWidth = 70;
constexpr int BarHeight = 6;

} // namespace

Dot::Dot(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void Dot::setRole(ColorRole role)
{
    m_role = role;
    update();
}

void Dot::setColor(const QColor &color)
{
    m_color = color;
    update();
}

QSize Dot::sizeHint() const
{
    return {m_theme.metric(DotSize), m_theme.metric(DotSize)};
}

void Dot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_color.isValid() ? m_color : m_theme.color(m_role));
    painter.drawEllipse(rect());
}

RateBar::RateBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Share of the rate limit in use"));
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void RateBar::setShare(double share)
{
    if (qFuzzyCompare(m_share + 1, share + 1))
        return;
    m_share = share;
    setToolTip(tr("%1 % of the rate limit").arg(qRound(share * 100)));
    update();
}

QSize RateBar::sizeHint() const
{
    return {m_theme.metric(BarWidth), m_theme.metric(BarHeight)};
}

void RateBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StylePainter draw(m_theme, painter);
    draw.box(rect(), BarHeight / 2, m_theme.color(ColorRole::Line), {});
    QRect filled = rect();
    filled.setWidth(int(qBound(0.0, m_share, 1.0) * rect().width()));
    if (layoutDirection() == Qt::RightToLeft)
        filled.moveRight(rect().right());
    if (filled.width() > 0)
        draw.box(filled, BarHeight / 2, m_theme.color(m_share > 1 ? ColorRole::Warning : ColorRole::Accent),
                 {});
}

} // namespace Studio
