// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/dockgrip.h"

#include "shell/look.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"

#include <QEvent>
#include <QPainter>

namespace Studio
{

namespace
{

constexpr int GripHeight = 6;
constexpr int MarkWidth = 28;

} // namespace

DockGrip::DockGrip(Theme &theme, QDockWidget *dock)
    : QWidget(dock)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::OpenHandCursor);
    setToolTip(tr("Drag to move this part of the window; double-click to detach it"));
    setAccessibleName(tr("Handle of %1").arg(dock->windowTitle()));
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize DockGrip::sizeHint() const
{
    return {m_theme.metric(MarkWidth), m_theme.metric(GripHeight)};
}

QSize DockGrip::minimumSizeHint() const
{
    return sizeHint();
}

void DockGrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    if (!underMouse())
        return;
    const int width = m_theme.metric(MarkWidth);
    const int thick = m_theme.metric(3);
    const QRect mark((rect().width() - width) / 2, (height() - thick) / 2 + 1, width, thick);
    StylePainter(m_theme, painter).box(mark, 2, m_theme.color(ColorRole::LineStrong), {});
}

bool DockGrip::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QWidget::event(event);
}

SessionDock::SessionDock(Theme &theme, const QString &name, const QString &title, QWidget *parent)
    : QDockWidget(title, parent)
    , m_stack(new QStackedWidget(this))
{
    setObjectName(name);
    setAccessibleName(title);
    setTitleBarWidget(new DockGrip(theme, this));
    Look::fill(m_stack, theme, ColorRole::Panel);
    setWidget(m_stack);
}

} // namespace Studio
