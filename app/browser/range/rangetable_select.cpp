// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetable.h"

#include "browser/range/rangedelegate.h"
#include "models/rangemodel.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

namespace Studio
{

// What is selected, and what keyboard and mouse do.

namespace
{

constexpr qint64 MostKept = 2000; // selected rows that stay selected when the order changes

} // namespace

/// The rows come back in another order: what was selected stays selected.
void RangeTable::keepSelection()
{
    m_keptCurrent = m_model.keyAt(currentIndex().row());
    m_keptColumn = std::max(0, currentIndex().column());
    m_keptSelected.clear();
    if (selectionModel() == nullptr || selectedCount() > MostKept)
        return;
    for (const auto &[first, last] : selectedRows()) {
        for (int row = first; row <= last; ++row)
            m_keptSelected.append(m_model.keyAt(row));
    }
}

void RangeTable::reset()
{
    closeField();
    QAbstractItemView::reset();
    QItemSelection selection;
    for (const QByteArray &key : std::exchange(m_keptSelected, {})) {
        if (const int row = m_model.rowOf(key); row >= 0)
            selection.append(
                QItemSelectionRange(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1)));
    }
    const QByteArray current = std::exchange(m_keptCurrent, {});
    if (const int row = current.isEmpty() ? -1 : m_model.rowOf(current); row >= 0)
        selectionModel()->setCurrentIndex(
            m_model.index(row, std::min(m_keptColumn, m_model.columnCount() - 1)),
            QItemSelectionModel::NoUpdate);
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::Select);
    scheduleDelayedItemsLayout();
    emit selectedChanged();
}

void RangeTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const QRect area = rect.normalized();
    const int first = std::clamp((area.top() + verticalOffset()) / rowHeight(), 0, rows - 1);
    const int last = std::clamp((area.bottom() + verticalOffset()) / rowHeight(), 0, rows - 1);
    const QItemSelection selection(m_model.index(first, 0), m_model.index(last, m_model.columnCount() - 1));
    selectionModel()->select(selection, command);
}

/// Qt's views leave the selection alone whenever Ctrl is held. Ctrl+Shift+End is how one selects all that
/// follows.
QItemSelectionModel::SelectionFlags RangeTable::selectionCommand(const QModelIndex &index,
                                                                 const QEvent *event) const
{
    if (event && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<const QKeyEvent *>(event);
        const bool isFar = press->key() == Qt::Key_Home || press->key() == Qt::Key_End;
        if (isFar && press->modifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier))
            return QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows;
    }
    return QAbstractItemView::selectionCommand(index, event);
}

QRegion RangeTable::visualRegionForSelection(const QItemSelection &) const
{
    return viewport()->rect();
}

void RangeTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    viewport()->update();
    emit selectedChanged();
}

void RangeTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    emit selectedChanged();
}

QList<std::pair<int, int>> RangeTable::selectedRows() const
{
    QList<std::pair<int, int>> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        rows.append({range.top(), range.bottom()});
    std::sort(rows.begin(), rows.end());
    // The parts of one row after columns were added are one row.
    QList<std::pair<int, int>> joined;
    for (const auto &[first, last] : std::as_const(rows)) {
        if (!joined.isEmpty() && first <= joined.constLast().second + 1)
            joined.last().second = std::max(joined.constLast().second, last);
        else
            joined.append({first, last});
    }
    return joined;
}

qint64 RangeTable::selectedCount() const
{
    qint64 count = 0;
    for (const auto &[first, last] : selectedRows())
        count += last - first + 1;
    return count;
}

QModelIndex RangeTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return {};
    const QModelIndex current = currentIndex();
    int row = current.isValid() ? current.row() : -1;
    int column = current.isValid() ? current.column() : 0;
    const int page = std::max(1, viewport()->height() / rowHeight() - 1);
    const int forward = isRightToLeft() ? -1 : 1;
    switch (action) {
    case MoveUp:
        row -= 1;
        break;
    case MoveDown:
        row += 1;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveLeft:
        column = neighbour(column, -forward);
        break;
    case MoveRight:
        column = neighbour(column, forward);
        break;
    case MoveHome:
        if (modifiers & Qt::ControlModifier)
            row = 0;
        else
            column = 0;
        break;
    case MoveEnd:
        if (modifiers & Qt::ControlModifier)
            row = rows - 1;
        else
            column = shownColumns().constLast();
        break;
    case MoveNext:
        column = neighbour(column, 1);
        break;
    case MovePrevious:
        column = neighbour(column, -1);
        break;
    }
    return m_model.index(std::clamp(row, 0, rows - 1), column);
}

void RangeTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (index.isValid() && plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit openRequested(m_model.keyAt(index.row()));
        return;
    }
    if (index.isValid() && plain && event->key() == Qt::Key_F2) {
        emit editRequested(index);
        return;
    }
    if (index.isValid() && plain && event->key() == Qt::Key_Delete) {
        emit deleteRequested();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    QAbstractItemView::keyPressEvent(event);
}

/// Looks the place up in key order instead of walking over up to a million rows.
void RangeTable::keyboardSearch(const QString &)
{
    // Typing means nothing here: the filter below the title of the key does that.
}

void RangeTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        QAbstractItemView::mouseDoubleClickEvent(event);
        return;
    }
    if (index.column() == 0)
        emit openRequested(m_model.keyAt(index.row()));
    else
        emit editRequested(index);
    event->accept();
}

bool RangeTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::Leave: {
        const QModelIndex index = event->type() == QEvent::Leave
                                    ? QModelIndex()
                                    : indexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        if (index.row() != m_hovered) {
            m_hovered = index.row();
            viewport()->update();
        }
        break;
    }
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        if (index.isValid())
            QToolTip::showText(help->globalPos(), m_delegate->describe(index), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    default:
        break;
    }
    return QAbstractItemView::viewportEvent(event);
}

} // namespace Studio
