// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/stylepainter.h"

#include "shell/look.h"
#include "shell/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace Studio
{

namespace
{

constexpr int ControlRadius = 6;
constexpr int BadgeRadius = 4;

bool isMarked(const QWidget *widget, const char *mark)
{
    return widget && widget->property(mark).toBool();
}

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// The ring is for those who move with the keyboard.
bool showsFocus(const QStyleOption &option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() * (1 - share) + b.redF() * share,
                            a.greenF() * (1 - share) + b.greenF() * share,
                            a.blueF() * (1 - share) + b.blueF() * share);
}

} // namespace

QColor StylePainter::color(ColorRole role) const
{
    return m_theme.color(role);
}

void StylePainter::box(const QRect &rect, int radius, const QColor &fill, const QColor &border,
                       int width) const
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = border.isValid() ? width / 2.0 : 0;
    const qreal corner = qMax(0.0, m_theme.metric(radius) - inset);
    m_painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), corner, corner);
    m_painter.restore();
}

void StylePainter::line(const QRect &rect, Qt::Edge edge, ColorRole role) const
{
    QRect stroke = rect;
    switch (edge) {
    case Qt::TopEdge:
        stroke.setHeight(1);
        break;
    case Qt::BottomEdge:
        stroke.setTop(rect.bottom());
        break;
    case Qt::LeftEdge:
        stroke.setWidth(1);
        break;
    case Qt::RightEdge:
        stroke.setLeft(rect.right());
        break;
    }
    m_painter.fillRect(stroke, color(role));
}

void StylePainter::icon(const QRect &rect, const QString &name, ColorRole role, int size) const
{
    const int side = m_theme.metric(size);
    const qreal ratio = m_painter.device()->devicePixelRatio();
    const QPixmap pixmap = m_theme.pixmap(name, role, side, ratio);
    m_painter.drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, pixmap);
}

void StylePainter::pushButton(const QStyleOptionButton &option, const QWidget *widget) const
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool hover = enabled && has(option, QStyle::State_MouseOver);
    const bool down = enabled && (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On));
    const bool flat = isMarked(widget, Look::QuietMark) || option.features.testFlag(QStyleOptionButton::Flat);

    if (isMarked(widget, Look::PrimaryMark) && enabled) {
        QColor fill = color(ColorRole::Accent);
        if (hover || down)
            fill = mixed(fill, color(ColorRole::Text), down ? 0.22F : 0.1F);
        box(option.rect, ControlRadius, fill, {});
        if (showsFocus(option)) {
            box(option.rect, ControlRadius, {}, color(ColorRole::Accent), 2);
            box(option.rect.adjusted(2, 2, -2, -2), BadgeRadius, {}, color(ColorRole::OnAccent));
        }
        return;
    }
    QColor fill = flat ? QColor() : color(ColorRole::Base);
    if (!enabled && !flat)
        fill = color(ColorRole::Window);
    if (hover)
        fill = color(ColorRole::Hover);
    if (down)
        fill = color(ColorRole::Selection);
    box(option.rect, ControlRadius, fill,
        flat ? QColor() : color(enabled ? ColorRole::LineStrong : ColorRole::Line));
    if (showsFocus(option))
        box(option.rect, ControlRadius, {}, color(ColorRole::Accent), 2);
}

void StylePainter::toolButtonPanel(const QStyleOption &option, const QWidget *widget) const
{
    Q_UNUSED(widget);
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor fill;
    if (enabled && has(option, QStyle::State_MouseOver))
        fill = color(ColorRole::Hover);
    if (has(option, QStyle::State_On))
        fill = color(ColorRole::AccentSoft);
    if (enabled && has(option, QStyle::State_Sunken))
        fill = color(ColorRole::Selection);
    const bool framed = !has(option, QStyle::State_AutoRaise) && !isMarked(widget, Look::QuietMark);
    if (framed && !fill.isValid())
        fill = color(enabled ? ColorRole::Base : ColorRole::Window);
    const QColor border = framed ? color(enabled ? ColorRole::LineStrong : ColorRole::Line) : QColor();
    if (fill.isValid())
        box(option.rect, ControlRadius, fill, border);
    if (showsFocus(option))
        box(option.rect, ControlRadius, {}, color(ColorRole::Accent), 2);
}

void StylePainter::inputFrame(const QStyleOption &option) const
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = has(option, QStyle::State_HasFocus);
    const QColor fill = color(enabled ? ColorRole::Base : ColorRole::Window);
    const ColorRole border = focus ? ColorRole::Accent : enabled ? ColorRole::LineStrong : ColorRole::Line;
    box(option.rect, ControlRadius, fill, color(border), focus ? 2 : 1);
}

void StylePainter::checkBox(const QStyleOption &option) const
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool filled = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QRect rect = option.rect;
    if (filled) {
        box(rect, BadgeRadius, color(enabled ? ColorRole::Accent : ColorRole::TextFaint), {});
        const bool partly = has(option, QStyle::State_NoChange);
        icon(rect, partly ? QStringLiteral("minus") : QStringLiteral("check"), ColorRole::OnAccent, 14);
    } else {
        const bool hover = enabled && has(option, QStyle::State_MouseOver);
        box(rect, BadgeRadius, color(enabled ? ColorRole::Base : ColorRole::Window),
            color(hover ? ColorRole::TextFaint : ColorRole::LineStrong));
    }
}

void StylePainter::radioButton(const QStyleOption &option) const
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const QRect rect = option.rect;
    const int half = rect.width(); // more than enough for a circle
    if (has(option, QStyle::State_On)) {
        box(rect, half, color(enabled ? ColorRole::Accent : ColorRole::TextFaint), {});
        const int inset = m_theme.metric(5);
        box(rect.adjusted(inset, inset, -inset, -inset), half, color(ColorRole::OnAccent), {});
    } else {
        const bool hover = enabled && has(option, QStyle::State_MouseOver);
        box(rect, half, color(enabled ? ColorRole::Base : ColorRole::Window),
            color(hover ? ColorRole::TextFaint : ColorRole::LineStrong));
    }
}

void StylePainter::itemRow(const QStyleOption &option) const
{
    if (has(option, QStyle::State_Selected))
        m_painter.fillRect(option.rect, color(ColorRole::Selection));
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        m_painter.fillRect(option.rect, color(ColorRole::Hover));
}

void StylePainter::branch(const QStyleOption &option) const
{
    if (!has(option, QStyle::State_Children))
        return;
    const bool open = has(option, QStyle::State_Open);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QString closed = mirrored ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right");
    icon(option.rect, open ? QStringLiteral("chevron-down") : closed, ColorRole::TextMuted, 14);
}

void StylePainter::focusFrame(const QStyleOption &option, const QWidget *widget) const
{
    // A selected row says where one is by itself.
    const bool isSelectedRow =
        has(option, QStyle::State_Selected) && qobject_cast<const QAbstractItemView *>(widget);
    if (!has(option, QStyle::State_KeyboardFocusChange) || isSelectedRow)
        return;
    if (qobject_cast<const QAbstractItemView *>(widget))
        box(option.rect, 0, {}, color(ColorRole::Accent), 1);
    else
        box(option.rect, BadgeRadius, {}, color(ColorRole::Accent), 2);
}

void StylePainter::tabShape(const QStyleOptionTab &option, const QWidget *widget) const
{
    const bool selected = has(option, QStyle::State_Selected);
    const bool hover = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    if (isMarked(widget, Look::UnderlineTabsMark)) {
        if (selected) {
            const int thick = m_theme.metric(2);
            m_painter.fillRect(
                QRect(option.rect.left(), option.rect.bottom() + 1 - thick, option.rect.width(), thick),
                color(ColorRole::Accent));
        } else if (hover) {
            box(option.rect.adjusted(0, m_theme.metric(4), 0, -m_theme.metric(4)), ControlRadius,
                color(ColorRole::Hover), {});
        }
        return;
    }
    const int top = m_theme.metric(4);
    if (selected) {
        // A card that grows out of the page: the bottom line is left out, the rest is cut off below.
        m_painter.save();
        m_painter.setClipRect(option.rect);
        box(option.rect.adjusted(0, top, 0, m_theme.metric(8)), ControlRadius, color(ColorRole::Base),
            color(ColorRole::Line));
        const QColor own = widget ? widget->property(Look::TabColorMark).value<QColor>() : QColor();
        if (own.isValid())
            m_painter.fillRect(QRect(option.rect.left() + m_theme.metric(6), option.rect.top() + top,
                                     option.rect.width() - 2 * m_theme.metric(6), m_theme.metric(2)),
                               own);
        m_painter.restore();
    } else if (hover) {
        const int inset = m_theme.metric(3);
        box(option.rect.adjusted(inset, top + inset, -inset, -inset), ControlRadius, color(ColorRole::Hover),
            {});
    }
    if (showsFocus(option) && selected)
        box(option.rect.adjusted(2, top + 2, -2, -2), BadgeRadius, {}, color(ColorRole::Accent), 2);
}

void StylePainter::tabClose(const QStyleOption &option) const
{
    const bool hover = has(option, QStyle::State_MouseOver);
    if (!hover && !has(option, QStyle::State_Selected))
        return;
    if (hover)
        box(option.rect, BadgeRadius, color(ColorRole::Hover), {});
    icon(option.rect, QStringLiteral("close"), hover ? ColorRole::Text : ColorRole::TextMuted, 14);
}

void StylePainter::menuBarItem(const QStyleOptionMenuItem &option) const
{
    m_painter.fillRect(option.rect, color(ColorRole::Panel));
    const bool lit = has(option, QStyle::State_Selected) && has(option, QStyle::State_Enabled);
    if (lit) {
        const int inset = m_theme.metric(2);
        box(option.rect.adjusted(0, inset, 0, -inset), BadgeRadius, color(ColorRole::Selection), {});
    }
    m_painter.setPen(color(lit ? ColorRole::Text : ColorRole::TextMuted));
    // The underlined letters show while the menus are used by keyboard.
    const int mnemonic = has(option, QStyle::State_HasFocus) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    m_painter.drawText(option.rect, Qt::AlignCenter | mnemonic | Qt::TextSingleLine, option.text);
}

void StylePainter::menuItem(const QStyleOptionMenuItem &option) const
{
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        m_painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), color(ColorRole::Line));
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (enabled && has(option, QStyle::State_Selected))
        box(rect, BadgeRadius, color(ColorRole::Selection), {});

    const auto placed = [&](const QRect &logical) {
        return QStyle::visualRect(option.direction, rect, logical);
    };
    const int mark = m_theme.metric(36);
    const QRect markRect = placed(QRect(rect.left(), rect.top(), mark, rect.height()));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            icon(markRect, QStringLiteral("check"), enabled ? ColorRole::Accent : ColorRole::TextFaint, 16);
    } else if (!option.icon.isNull()) {
        const int side = m_theme.metric(16);
        const QRect iconRect(markRect.x() + (markRect.width() - side) / 2,
                             markRect.y() + (markRect.height() - side) / 2, side, side);
        option.icon.paint(&m_painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }

    const QStringList parts = option.text.split(QLatin1Char('\t'));
    const QRect textRect = placed(rect.adjusted(mark, 0, -m_theme.metric(12), 0));
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
    m_painter.setFont(option.font);
    m_painter.setPen(color(enabled ? ColorRole::Text : ColorRole::TextFaint));
    m_painter.setOpacity(enabled ? 1 : 0.7);
    m_painter.drawText(textRect, flags | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                       parts.first());
    if (parts.size() > 1) {
        m_painter.setPen(color(ColorRole::TextFaint));
        m_painter.drawText(textRect, flags | int(QStyle::visualAlignment(option.direction, Qt::AlignRight)),
                           parts.at(1));
    }
    m_painter.setOpacity(1);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow =
            placed(QRect(rect.right() - m_theme.metric(24), rect.top(), m_theme.metric(20), rect.height()));
        const bool mirrored = option.direction == Qt::RightToLeft;
        icon(arrow, mirrored ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right"),
             ColorRole::TextMuted, 14);
    }
}

void StylePainter::headerSection(const QStyleOptionHeader &option) const
{
    m_painter.fillRect(option.rect, color(ColorRole::Panel));
    if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        m_painter.fillRect(option.rect, color(ColorRole::Hover));
    line(option.rect, Qt::BottomEdge);
    const bool last =
        option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    if (!last && option.orientation == Qt::Horizontal) {
        const int inset = m_theme.metric(6);
        line(option.rect.adjusted(0, inset, 0, -inset),
             option.direction == Qt::RightToLeft ? Qt::LeftEdge : Qt::RightEdge);
    }
}

void StylePainter::scrollBar(const QStyleOptionSlider &option, const QRect &slider,
                             const QWidget *widget) const
{
    // The bar stands on whatever the view behind it shows.
    QColor ground = color(ColorRole::Base);
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    for (; parent; parent = parent->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent)) {
            ground = area->viewport()->palette().color(area->viewport()->backgroundRole());
            break;
        }
    }
    m_painter.fillRect(option.rect, ground);
    if (option.maximum <= option.minimum)
        return;
    const bool lively = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
                     && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
    const int inset = m_theme.metric(lively ? 2 : 3);
    box(slider.adjusted(inset, inset, -inset, -inset), ControlRadius,
        color(lively ? ColorRole::TextFaint : ColorRole::LineStrong), {});
}

} // namespace Studio
