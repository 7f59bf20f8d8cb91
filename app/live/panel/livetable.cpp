// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livetable.h"

#include "shell/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Studio
{

namespace
{

/// Rows as high as those of the stream, with room between the columns; some of them in the monospace font.
class Cells : public QStyledItemDelegate
{
public:
    Cells(Theme &theme, QList<int> monospaced, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_monospaced(std::move(monospaced))
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.metric(24)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString text = std::exchange(cell.text, QString());
        const QStyle *style = cell.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        const QFont font =
            m_monospaced.contains(index.column()) ? m_theme.monospaceFont(-1) : m_theme.tabularFont();
        const QRect area = option.rect.adjusted(m_theme.metric(12), 0, -m_theme.metric(12), 0);
        painter->save();
        painter->setFont(font);
        painter->setPen(m_theme.color(ColorRole::Text));
        // Keys and values read in the direction of their own letters.
        painter->setLayoutDirection(Qt::LayoutDirectionAuto);
        painter->drawText(
            area, int(QStyle::visualAlignment(option.direction, cell.displayAlignment)) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, cell.textElideMode, area.width()));
        painter->restore();
    }

private:
    Theme &m_theme;
    const QList<int> m_monospaced;
};

} // namespace

LiveTable::LiveTable(Theme &theme, QAbstractItemModel &model, int sortedBy, QList<int> widths,
                     QList<int> monospaced, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_widths(std::move(widths))
{
    setModel(&model);
    setItemDelegate(new Cells(theme, std::move(monospaced), this));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTextElideMode(Qt::ElideMiddle);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    sortByColumn(sortedBy, Qt::DescendingOrder);
    setSortingEnabled(true);
    connect(&theme, &Theme::changed, this, &LiveTable::applyTheme);
    applyTheme();
}

void LiveTable::applyTheme()
{
    setFont(m_theme.tabularFont());
    for (int column = 0; column < int(m_widths.size()); ++column) {
        if (m_widths[column] == 0) {
            header()->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            header()->setSectionResizeMode(column, QHeaderView::Interactive);
            header()->resizeSection(column, m_theme.metric(m_widths[column]));
        }
    }
    scheduleDelayedItemsLayout();
}

void LiveTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && event->key() == Qt::Key_Space) {
        emit pauseRequested();
        return;
    }
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        emit openRequested(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void LiveTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid())
        emit openRequested(index);
    event->accept();
}

} // namespace Studio
