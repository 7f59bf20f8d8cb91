// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalview.h"

#include "journal/journaldelegate.h"
#include "models/journalmodel.h"
#include "shell/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace Studio
{

JournalView::JournalView(Theme &theme, JournalModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new JournalDelegate(theme, this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setHeaderHidden(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAllColumnsShowFocus(true);
    setAutoScroll(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JournalView::stateVisible);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &JournalView::stateVisible,
            Qt::QueuedConnection);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { m_model.hold(m_model.journalRowAt(index.row())); });
    connect(&theme, &Theme::changed, this, &JournalView::applyTheme);
    applyTheme();
}

void JournalView::applyTheme()
{
    setFont(m_theme.font());
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void JournalView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const JournalLine *line = m_model.lineAt(index.row());
    if (!line)
        return;
    JournalDelegate::Row row;
    row.rect = QRect(0, option.rect.y(), viewport()->width(), option.rect.height());
    row.selected = selectionModel()->isRowSelected(index.row(), index.parent());
    row.hovered = m_hovered.isValid() && m_hovered.row() == index.row();
    row.focused = hasFocus() && currentIndex().row() == index.row();
    row.direction = layoutDirection();
    row.pixelRatio = devicePixelRatioF();
    m_delegate->paintLine(*painter, row, *line);
}

void JournalView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // The delegate paints the whole row.
}

void JournalView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        emit openRequested();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void JournalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        emit openRequested();
    event->accept();
}

bool JournalView::viewportEvent(QEvent *event)
{
    const auto hover = [this](const QModelIndex &index) {
        if (m_hovered.isValid() && index.isValid() && m_hovered.row() == index.row())
            return;
        m_hovered = index;
        viewport()->update();
    };
    if (event->type() == QEvent::MouseMove)
        hover(indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
    else if (event->type() == QEvent::Leave)
        hover({});
    return QTreeView::viewportEvent(event);
}

void JournalView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    placeColumns();
}

void JournalView::updateGeometries()
{
    QTreeView::updateGeometries();
    stateVisible();
}

void JournalView::stateVisible()
{
    const QModelIndex first = indexAt({0, 0});
    const QModelIndex last = indexAt({0, viewport()->height() - 1});
    m_model.setVisible(std::max(0, first.row()), last.isValid() ? last.row() : m_model.rowCount() - 1);
}

/// For whoever asks the view where a column is; the delegate paints by its own measure.
void JournalView::placeColumns()
{
    const int end = m_delegate->endWidth();
    const JournalDelegate::Columns columns = m_delegate->columns(viewport()->width() - end);
    header()->resizeSection(JournalModel::TimeColumn, columns.kind);
    header()->resizeSection(JournalModel::KindColumn, columns.key - columns.kind);
    header()->resizeSection(JournalModel::KeyColumn, columns.change - columns.key);
    header()->resizeSection(JournalModel::ChangeColumn, viewport()->width() - end - columns.change);
}

} // namespace Studio
