// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/studiostyle.h"

#include "shell/look.h"
#include "shell/stylepainter.h"
#include "shell/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace Studio
{

namespace
{

constexpr int ButtonPadding = 11; ///< left and right of a button's text, at 100 %
constexpr int ArrowWidth = 20; ///< what a drop-down arrow takes of a button or combo box

bool isMarked(const QWidget *widget, const char *mark)
{
    return widget && widget->property(mark).toBool();
}

} // namespace

StudioStyle::StudioStyle(Theme &theme)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_theme(theme)
{
}

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth:
    case PM_MenuPanelWidth:
    case PM_ToolTipLabelFrameWidth:
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_MenuDesktopFrameWidth:
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarBaseHeight:
    case PM_DockWidgetFrameWidth:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_MenuBarHMargin:
    case PM_MenuVMargin:
    case PM_MenuHMargin:
    case PM_ToolBarItemSpacing:
        return m_theme.metric(4);
    case PM_FocusFrameHMargin: // one more is between it and the text of a cell: it begins below its header's
        return m_theme.metric(7);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_MenuButtonIndicator:
    case PM_TreeViewIndentation:
        return m_theme.metric(16);
    case PM_MessageBoxIconSize:
        return m_theme.metric(24);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_HeaderMargin:
        return m_theme.metric(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return m_theme.metric(12);
    case PM_TabBarTabHSpace:
        return m_theme.metric(28);
    case PM_TabBarTabVSpace:
        return m_theme.metric(16);
    case PM_TabBarScrollButtonWidth:
        return m_theme.metric(24);
    case PM_ScrollBarExtent:
        return m_theme.metric(11);
    case PM_ScrollBarSliderMin:
        return m_theme.metric(28);
    case PM_DockWidgetTitleMargin:
        return m_theme.metric(8);
    case PM_HeaderDefaultSectionSizeVertical:
        return m_theme.metric(24);
    case PM_HeaderMarkSize:
        return m_theme.metric(12);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StudioStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ComboBox_ListMouseTracking:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_TabBar_ElideMode:
        return Qt::ElideNone;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize StudioStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    const int control = m_theme.metric(28);
    const int padding = m_theme.metric(ButtonPadding);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool hasMenu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
        return {size.width() + 2 * padding + (hasMenu ? m_theme.metric(4) : 0), control};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool iconOnly =
            button && (button->toolButtonStyle == Qt::ToolButtonIconOnly || button->text.isEmpty());
        const bool hasMenu = button && button->features.testFlag(QStyleOptionToolButton::HasMenu);
        const int width = iconOnly ? control : size.width() + 2 * m_theme.metric(6);
        return {width + (hasMenu ? m_theme.metric(14) : 0), control};
    }
    case CT_LineEdit:
        return {size.width() + m_theme.metric(12), qMax(control, size.height())};
    case CT_SpinBox:
        return {size.width() + m_theme.metric(ArrowWidth + 12), control};
    case CT_ComboBox:
        return {size.width() + m_theme.metric(ArrowWidth + 16), control};
    case CT_TabBarTab: {
        const bool underlined = isMarked(widget, Look::UnderlineTabsMark);
        // The current word is semibold there, which is a little wider.
        return {size.width() + (underlined ? m_theme.metric(4) : 0), m_theme.metric(36)};
    }
    case CT_MenuBarItem:
        return {size.width() + m_theme.metric(18), control};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), m_theme.metric(9)};
        const bool subMenu = item && item->menuItemType == QStyleOptionMenuItem::SubMenu;
        // Icon or tick, text, room before the shortcut.
        return {m_theme.metric(36) + size.width() + m_theme.metric(subMenu ? 36 : 40), control};
    }
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + m_theme.metric(8), m_theme.metric(28)};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), qMax(base.height(), m_theme.metric(24))};
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + m_theme.metric(4), qMax(base.height(), m_theme.metric(24))};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect StudioStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const QRect base = QProxyStyle::subElementRect(element, option, widget);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int inset = frame && frame->lineWidth > 0 ? m_theme.metric(6) : 0;
        return base.adjusted(inset, 0, -inset, 0);
    }
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_TabBarTabText: {
        // Fusion moves the text of the current tab; ours stands still.
        QRect rect = QProxyStyle::subElementRect(element, option, widget);
        rect.moveTop(option->rect.top() + (option->rect.height() - rect.height()) / 2);
        return rect;
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect StudioStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl subControl, const QWidget *widget) const
{
    const QRect rect = option->rect;
    const int arrow = m_theme.metric(ArrowWidth);
    QRect result;
    if (control == CC_ComboBox) {
        switch (subControl) {
        case SC_ComboBoxFrame:
            return rect;
        case SC_ComboBoxArrow:
            result = QRect(rect.right() - arrow - 1, rect.top(), arrow, rect.height());
            return visualRect(option->direction, rect, result);
        case SC_ComboBoxEditField:
            result = rect.adjusted(m_theme.metric(8), 1, -arrow - 2, -1);
            return visualRect(option->direction, rect, result);
        default:
            break;
        }
    } else if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int half = rect.height() / 2;
        switch (subControl) {
        case SC_SpinBoxFrame:
            return rect;
        case SC_SpinBoxUp:
        case SC_SpinBoxDown:
            if (!buttons)
                return {};
            result = QRect(rect.right() - arrow - 1, rect.top() + (subControl == SC_SpinBoxUp ? 0 : half),
                           arrow, half);
            return visualRect(option->direction, rect, result);
        case SC_SpinBoxEditField:
            result = rect.adjusted(m_theme.metric(8), 1, buttons ? -arrow - 2 : -m_theme.metric(8), -1);
            return visualRect(option->direction, rect, result);
        default:
            break;
        }
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(*bar, subControl);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

/// No arrows at the ends: groove and slider are all there is.
QRect StudioStyle::scrollBarRect(const QStyleOptionSlider &bar, SubControl subControl) const
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int length = horizontal ? bar.rect.width() : bar.rect.height();
    const int thickness = horizontal ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int slider = length;
    if (range > 0) {
        const qint64 wanted = qint64(bar.pageStep) * length / (range + bar.pageStep);
        slider = qMax(int(wanted), qMin(length, pixelMetric(PM_ScrollBarSliderMin, &bar, nullptr)));
    }
    const int start = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - slider,
                                              bar.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect part = horizontal ? QRect(from, 0, size, thickness) : QRect(0, from, thickness, size);
        return visualRect(bar.direction, bar.rect, part.translated(bar.rect.topLeft()));
    };
    switch (subControl) {
    case SC_ScrollBarGroove:
        return bar.rect;
    case SC_ScrollBarSlider:
        return along(start, slider);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    default:
        return {};
    }
}

QIcon StudioStyle::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                                const QWidget *widget) const
{
    switch (standardIcon) {
    case SP_LineEditClearButton:
        return m_theme.icon(QStringLiteral("clear"));
    case SP_TitleBarCloseButton:
    case SP_DialogCloseButton:
        return m_theme.icon(QStringLiteral("close"));
    case SP_MessageBoxWarning:
        return m_theme.icon(QStringLiteral("warning"), ColorRole::Warning);
    case SP_MessageBoxCritical:
        return m_theme.icon(QStringLiteral("error"), ColorRole::Removed);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return m_theme.icon(QStringLiteral("info"), ColorRole::Accent);
    case SP_ToolBarHorizontalExtensionButton:
        return m_theme.icon(QStringLiteral("chevron-right"));
    case SP_ToolBarVerticalExtensionButton:
        return m_theme.icon(QStringLiteral("chevron-down"));
    default:
        return QProxyStyle::standardIcon(standardIcon, option, widget);
    }
}

void StudioStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QTabBar *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QMenuBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

} // namespace Studio
