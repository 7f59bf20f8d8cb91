// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/studiostyle.h"

#include "shell/look.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStatusBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace Studio
{

namespace
{

bool isMarked(const QWidget *widget, const char *mark)
{
    return widget && widget->property(mark).toBool();
}

QString arrowName(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return QStringLiteral("chevron-up");
    case QStyle::PE_IndicatorArrowLeft:
        return QStringLiteral("chevron-left");
    case QStyle::PE_IndicatorArrowRight:
        return QStringLiteral("chevron-right");
    default:
        return QStringLiteral("chevron-down");
    }
}

} // namespace

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const StylePainter draw(m_theme, *painter);
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            draw.pushButton(*button, widget);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameButtonBevel:
    case PE_FrameButtonTool:
    case PE_FrameStatusBarItem:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
    case PE_FrameDockWidget:
    case PE_PanelMenuBar:
    case PE_FrameWindow:
        return;
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel:
        draw.toolButtonPanel(*option, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            draw.inputFrame(*option);
        return;
    case PE_FrameLineEdit:
        draw.inputFrame(*option);
        return;
    case PE_FrameFocusRect:
        draw.focusFrame(*option, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        draw.checkBox(*option);
        return;
    case PE_IndicatorRadioButton:
        draw.radioButton(*option);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(item->rect, item->backgroundBrush);
        draw.itemRow(*option);
        return;
    case PE_PanelItemViewRow:
        draw.itemRow(*option);
        return;
    case PE_IndicatorBranch:
        draw.branch(*option);
        return;
    case PE_IndicatorTabClose:
        draw.tabClose(*option);
        return;
    case PE_FrameTabBarBase:
        draw.line(option->rect, Qt::BottomEdge);
        return;
    case PE_IndicatorTabTear:
    case PE_IndicatorTabTearRight:
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Raised));
        draw.box(option->rect, 0, {}, m_theme.color(ColorRole::LineStrong));
        return;
    case PE_FrameMenu:
        draw.box(option->rect, 0, {}, m_theme.color(ColorRole::LineStrong));
        return;
    case PE_Frame:
        draw.box(option->rect, 0, {}, m_theme.color(ColorRole::Line));
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Panel));
        draw.line(option->rect, Qt::TopEdge);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Line));
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorSpinUp:
    case PE_IndicatorSpinDown: {
        const bool enabled = option->state.testFlag(State_Enabled);
        const bool onAccent = enabled && isMarked(widget, Look::PrimaryMark);
        draw.icon(option->rect, arrowName(element), onAccent ? ColorRole::OnAccent : ColorRole::TextMuted,
                  14);
        return;
    }
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const bool up = header->sortIndicator == QStyleOptionHeader::SortUp;
            draw.icon(option->rect, up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
                      ColorRole::TextMuted, 12);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void StudioStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const StylePainter draw(m_theme, *painter);
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton adapted(*button);
            if (button->state.testFlag(State_Enabled)) {
                ColorRole role = isMarked(widget, Look::QuietMark) ? ColorRole::TextMuted : ColorRole::Text;
                if (isMarked(widget, Look::PrimaryMark))
                    role = ColorRole::OnAccent;
                else if (isMarked(widget, Look::DangerousMark))
                    role = ColorRole::Removed;
                adapted.palette.setColor(QPalette::ButtonText, m_theme.color(role));
            }
            adapted.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &adapted, painter, widget);
        }
        return;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton adapted(*button);
            if (button->state.testFlag(State_Enabled)) {
                const bool danger = isMarked(widget, Look::DangerousMark);
                const bool lively = button->state & (State_MouseOver | State_Sunken | State_On);
                const ColorRole role = danger ? ColorRole::Removed
                                     : lively ? ColorRole::Text
                                              : ColorRole::TextMuted;
                adapted.palette.setColor(QPalette::ButtonText, m_theme.color(role));
            }
            QProxyStyle::drawControl(element, &adapted, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            draw.tabShape(*tab, widget);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab adapted(*tab);
            const bool selected = tab->state.testFlag(State_Selected);
            const bool hover = tab->state.testFlag(State_MouseOver);
            const QColor text = m_theme.color(selected || hover ? ColorRole::Text : ColorRole::TextMuted);
            adapted.palette.setColor(QPalette::WindowText, text);
            adapted.state &= ~State_HasFocus;
            if (selected && isMarked(widget, Look::UnderlineTabsMark)) {
                QFont font = painter->font();
                font.setWeight(QFont::DemiBold);
                painter->setFont(font);
            }
            if (widget && widget->property(Look::PreviewTabMark).toInt() == tab->tabIndex + 1) {
                QFont font = painter->font();
                font.setItalic(true);
                painter->setFont(font);
            }
            QProxyStyle::drawControl(element, &adapted, painter, widget);
        }
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Panel));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            draw.menuBarItem(*item);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            draw.menuItem(*item);
        return;
    case CE_MenuEmptyArea:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Raised));
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Panel));
        draw.line(option->rect, Qt::BottomEdge);
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            draw.headerSection(*header);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader adapted(*header);
            adapted.palette.setColor(QPalette::ButtonText, m_theme.color(ColorRole::TextMuted));
            // The margin is meant beside the text. Above and below it cuts off what rises or hangs: Ä, g.
            const int margin = pixelMetric(PM_HeaderMargin, option, widget);
            adapted.rect.adjust(0, -margin, 0, margin);
            painter->save();
            painter->setFont(m_theme.font(-1));
            QProxyStyle::drawControl(element, &adapted, painter, widget);
            painter->restore();
        }
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Panel));
        draw.line(option->rect, Qt::BottomEdge);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme.color(ColorRole::Line));
        return;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
            painter->fillRect(option->rect, m_theme.color(ColorRole::Panel));
            painter->setFont(m_theme.font(0, QFont::DemiBold));
            painter->setPen(m_theme.color(ColorRole::Text));
            painter->drawText(option->rect.adjusted(m_theme.metric(12), 0, -m_theme.metric(12), 0),
                              int(Qt::AlignVCenter | visualAlignment(option->direction, Qt::AlignLeft)),
                              dock->title);
        }
        return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            painter->fillRect(option->rect, m_theme.color(ColorRole::Line));
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_ProgressBarGroove:
        draw.box(option->rect, 4, m_theme.color(ColorRole::Line), {});
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            const bool busy = bar->minimum == bar->maximum;
            const double share =
                busy ? 0.4 : double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            QRect chunk = bar->rect;
            chunk.setWidth(int(qBound(0.0, share, 1.0) * chunk.width()));
            if (chunk.width() > 0)
                draw.box(visualRect(bar->direction, bar->rect, chunk), 4, m_theme.color(ColorRole::Accent),
                         {});
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    const StylePainter draw(m_theme, *painter);
    switch (control) {
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            draw.scrollBar(*bar, scrollBarRect(*bar, SC_ScrollBarSlider), widget);
        return;
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (combo->frame)
                draw.inputFrame(*combo);
            draw.icon(subControlRect(control, combo, SC_ComboBoxArrow, widget),
                      QStringLiteral("chevron-down"), ColorRole::TextMuted, 14);
        }
        return;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            if (spin->frame)
                draw.inputFrame(*spin);
            if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
                draw.icon(
                    subControlRect(control, spin, SC_SpinBoxUp, widget).translated(0, m_theme.metric(1)),
                    QStringLiteral("chevron-up"), ColorRole::TextMuted, 12);
                draw.icon(
                    subControlRect(control, spin, SC_SpinBoxDown, widget).translated(0, -m_theme.metric(1)),
                    QStringLiteral("chevron-down"), ColorRole::TextMuted, 12);
            }
        }
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            drawToolButton(*button, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

/// One panel, the label, and a chevron at the end when there is a menu, whatever the popup mode.
void StudioStyle::drawToolButton(const QStyleOptionToolButton &option, QPainter *painter,
                                 const QWidget *widget) const
{
    const StylePainter draw(m_theme, *painter);
    draw.toolButtonPanel(option, widget);

    QStyleOptionToolButton label(option);
    const bool hasMenu = option.features.testFlag(QStyleOptionToolButton::HasMenu);
    if (hasMenu) {
        const int arrow = m_theme.metric(14);
        const QRect place(option.rect.right() - arrow - m_theme.metric(4), option.rect.top(), arrow,
                          option.rect.height());
        draw.icon(visualRect(option.direction, option.rect, place), QStringLiteral("chevron-down"),
                  ColorRole::TextMuted, 12);
        label.rect = visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -arrow, 0));
    }
    drawControl(CE_ToolButtonLabel, &label, painter, widget);
}

} // namespace Studio
