// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Studio
{

class RangeModel;
class Theme;

/// Paints the cells of a range and says in words what stands in them.
class RangeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RangeDelegate(Theme &theme, const RangeModel &model, QObject *parent);

    void paintCell(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    /// For the tooltip: the whole text and how far it can be trusted.
    QString describe(const QModelIndex &index) const;
    /// What the cell shows.
    QString text(const QModelIndex &index) const;
    /// Whether it is a figure, which stands at the end of its cell.
    bool isFigure(const QModelIndex &index) const;

private:
    Theme &m_theme;
    const RangeModel &m_model;
};

} // namespace Studio
