// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetable.h"

#include "browser/range/rangedelegate.h"
#include "browser/range/rowlights.h"
#include "models/rangemodel.h"
#include "shell/theme.h"

#include <QItemSelectionModel>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace Studio
{

// Painted by hand: a delegate for each of a screen's cells costs more than all that is in them.

/// The colour of a row under its cells; one that was changed a moment ago glows.
void RangeTable::fillRow(QPainter &painter, int row, const QRect &rect) const
{
    ColorRole role = ColorRole::Base;
    if (selectionModel()->isSelected(m_model.index(row, 0)))
        role = ColorRole::Selection;
    else if (row == m_hovered)
        role = ColorRole::Hover;
    painter.fillRect(rect, m_theme.color(role));
    if (m_lights->isDark())
        return;
    if (const auto light = m_lights->of(m_model.keyAt(row))) {
        painter.setOpacity(light->strength);
        painter.fillRect(rect, m_theme.color(light->role));
        painter.setOpacity(1);
    }
}

void RangeTable::paintCell(QPainter &painter, const QModelIndex &index) const
{
    const QRect where = visualRect(index);
    if (!where.intersects(viewport()->rect()))
        return;
    painter.save();
    painter.setClipRect(where, Qt::IntersectClip);
    m_delegate->paintCell(painter, where, index);
    painter.restore();
    if (!hasFocus() || currentIndex() != index)
        return;
    painter.setPen(m_theme.color(ColorRole::Accent));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(where.adjusted(0, 0, -1, -2));
}

void RangeTable::paintRow(QPainter &painter, int row, const QList<int> &columns, const QRect &rect) const
{
    fillRow(painter, row, rect);
    for (const int column : columns) {
        if (column > 0)
            paintCell(painter, m_model.index(row, column));
    }
    // Over what has scrolled below it.
    const QModelIndex key = m_model.index(row, 0);
    fillRow(painter, row, visualRect(key));
    paintCell(painter, key);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(ColorRole::Line));
}

void RangeTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Base));
    const auto [first, last] = rowsInSight();
    if (first < 0)
        return;
    const QList<int> columns = shownColumns();
    for (int row = first; row <= last; ++row) {
        const QRect rect(0, row * rowHeight() - verticalOffset(), viewport()->width(), rowHeight());
        if (rect.intersects(event->rect()))
            paintRow(painter, row, columns, rect);
    }
    const int edge = isRightToLeft() ? viewport()->width() - keyWidth() : keyWidth() - 1;
    const int bottom = (last + 1) * rowHeight() - verticalOffset();
    painter.fillRect(edge, 0, 1, std::min(bottom, viewport()->height()),
                     m_theme.color(ColorRole::LineStrong));
}

} // namespace Studio
