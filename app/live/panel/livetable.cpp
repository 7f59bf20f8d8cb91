// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/livetable.h"

#include "shell/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace Studio
{

namespace
{

/// Rows as high as those of the stream.
class Rows : public QStyledItemDelegate
{
public:
    Rows(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.metric(24)};
    }

private:
    Theme &m_theme;
};

} // namespace

LiveTable::LiveTable(Theme &theme, QAbstractItemModel &model, int sortedBy, QList<int> widths,
                     QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_widths(std::move(widths))
{
    setModel(&model);
    setItemDelegate(new Rows(theme, this));
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
