// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/valuetype.h"
#include "shell/themecolors.h"

#include <QByteArray>
#include <QSet>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Studio
{

class Theme;

/// Paints one row of the key tree: chevron, icon, name, then count or age at the end. Only looks at the
/// model.
class KeyTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// The place of a column in a row.
    struct Cell {
        int column; ///< of KeyTreeModel
        QRect rect; ///< as it is on the screen
    };
    /// What the tree knows about a row beyond the model.
    struct Row {
        QRect rect; ///< the whole width of the view
        QRect name; ///< the part of the name column
        QList<Cell> cells; ///< of the other columns in sight
        int left = 0; ///< where the row's content begins, measured from the leading edge
        bool open = false;
        bool selected = false;
        bool hovered = false;
        bool focused = false; ///< current, and the tree has the keyboard
        bool watched = false;
        bool favourite = false;
        ColorRole lit = ColorRole::Base; ///< colour of a change that fades; Base = none
        qreal litStrength = 0; ///< 1 … 0
        Qt::LayoutDirection direction = Qt::LeftToRight;
        qreal pixelRatio = 1;

        bool shows(int column) const
        {
            return std::any_of(cells.begin(), cells.end(),
                               [column](const Cell &cell) { return cell.column == column; });
        }
    };

    KeyTreeDelegate(Theme &theme, const QSet<QByteArray> &listing, QObject *parent = nullptr);

    void paintRow(QPainter &painter, const Row &row, const QModelIndex &index) const;
    /// Where the chevron of a row stands, for the mouse; wider than what is painted.
    QRect chevronRect(const QRect &row, int left, Qt::LayoutDirection direction) const;

    static QString iconOf(ValueType type);
    static QString typeName(ValueType type);
    /// Everything about a row in words.
    static QString describe(const QModelIndex &index, qint64 now);
    /// The same for a tooltip: long keys in several lines, nothing in it taken for HTML.
    static QString toolTip(const QModelIndex &index, qint64 now);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    struct Tail {
        QString text;
        ColorRole role = ColorRole::TextFaint;
        bool dot = false;
        QString icon; ///< in the same colour, before the text
    };

    Tail tailOf(const Row &row, const QModelIndex &index) const;
    int paintTail(QPainter &painter, const Row &row, const Tail &tail) const;
    void paintCell(QPainter &painter, const Row &row, const Cell &cell, const QModelIndex &index) const;
    void paintName(QPainter &painter, const Row &row, const QModelIndex &index, int from, int to) const;

    Theme &m_theme;
    const QSet<QByteArray> &m_listing; ///< prefixes of the levels that are being read
};

} // namespace Studio
