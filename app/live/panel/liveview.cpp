// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/panel/liveview.h"

#include "live/panel/livedelegate.h"
#include "models/livemodel.h"
#include "shell/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

namespace Studio
{

LiveView::LiveView(Theme &theme, QAbstractItemModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new LiveDelegate(theme, this))
    , m_button(new QPushButton(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setHeaderHidden(true);
    header()->setStretchLastSection(true);
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

    m_button->setObjectName(QStringLiteral("newRows"));
    m_button->setFocusPolicy(Qt::NoFocus);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &LiveView::goToNewest);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_isNewestFirst)
            setNewRows(0);
        else
            goToNewest();
    });
    connect(&theme, &Theme::changed, this, &LiveView::applyTheme);
    applyTheme();
}

void LiveView::applyTheme()
{
    setFont(m_theme.font());
    scheduleDelayedItemsLayout();
    viewport()->update();
    placeButton();
}

int LiveView::newestPlace() const
{
    return m_isNewestFirst ? verticalScrollBar()->minimum() : verticalScrollBar()->maximum();
}

void LiveView::goToNewest()
{
    if (!m_isNewestFirst) {
        executeDelayedItemsLayout();
        updateGeometries();
    }
    verticalScrollBar()->setValue(newestPlace());
    setNewRows(0);
}

void LiveView::setNewRows(int rows)
{
    m_newRows = rows;
    m_button->setVisible(rows > 0);
    if (rows == 0)
        return;
    m_button->setIcon(
        m_theme.icon(m_isNewestFirst ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down")));
    //: on the button that leads to the newest rows of the live list
    m_button->setText(tr("%1 new").arg(QLocale().toString(rows)));
    placeButton();
}

void LiveView::placeButton()
{
    m_button->adjustSize();
    m_button->move(viewport()->x() + (viewport()->width() - m_button->width()) / 2,
                   m_isNewestFirst
                       ? viewport()->y() + m_theme.metric(8)
                       : viewport()->geometry().bottom() - m_button->height() - m_theme.metric(8));
}

void LiveView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const int before = verticalScrollBar()->value();
    const bool follows = before == newestPlace();
    QTreeView::rowsInserted(parent, start, end);
    const int rows = end - start + 1;
    if (!m_isNewestFirst) {
        if (follows)
            goToNewest();
        else
            setNewRows(m_newRows + rows);
        return;
    }
    if (follows || start > 0)
        return;
    // What one reads must not move: the rows above it became more.
    executeDelayedItemsLayout();
    updateGeometries();
    verticalScrollBar()->setValue(before + rows * rowHeight(m_model.index(0, 0)));
    setNewRows(m_newRows + rows);
}

void LiveView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int before = verticalScrollBar()->value();
    const bool follows = before == newestPlace();
    const int height = m_isNewestFirst || follows ? 0 : rowHeight(m_model.index(0, 0));
    QTreeView::rowsAboutToBeRemoved(parent, start, end);
    // The oldest go at the top: what one reads stands still as long as it is there.
    if (height > 0)
        verticalScrollBar()->setValue(before - (end - start + 1) * height);
}

void LiveView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (verticalScrollBar()->value() == newestPlace() && m_newRows > 0)
        setNewRows(0);
}

void LiveView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto entry = index.data(LiveModel::EntryRole).value<SharedLiveEntry>();
    if (entry == nullptr)
        return;
    LiveDelegate::Row row;
    row.rect = QRect(0, option.rect.y(), viewport()->width(), option.rect.height());
    row.selected =
        selectionModel() != nullptr && selectionModel()->isRowSelected(index.row(), index.parent());
    row.hovered = m_hovered.isValid() && m_hovered.row() == index.row();
    row.focused = hasFocus() && currentIndex().row() == index.row();
    row.direction = layoutDirection();
    row.pixelRatio = devicePixelRatioF();
    row.badge = index.data(LiveModel::BadgeRole).toString();
    m_delegate->paintRow(*painter, row, *entry);
}

void LiveView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // The delegate paints the whole row.
}

void LiveView::keyPressEvent(QKeyEvent *event)
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

void LiveView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid())
        emit openRequested(index);
    event->accept();
}

bool LiveView::viewportEvent(QEvent *event)
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

void LiveView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    const LiveDelegate::Columns columns = m_delegate->columns(viewport()->width());
    header()->resizeSection(LiveModel::TimeColumn, columns.kind);
    header()->resizeSection(LiveModel::KindColumn, columns.key - columns.kind);
    header()->resizeSection(LiveModel::KeyColumn, columns.change - columns.key);
    placeButton();
}

} // namespace Studio
