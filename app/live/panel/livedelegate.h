// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/liveentry.h"
#include "shell/themecolors.h"

#include <QFont>
#include <QRect>
#include <QStyledItemDelegate>

namespace Studio
{

class Theme;

/// Paints one row of the live panel: time, what it was, key, and the change with old and new lit; a break of
/// the line goes across the whole width. Only looks at the entry.
class LiveDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Where the columns begin, from the leading edge, in pixels.
    struct Columns {
        int time = 0;
        int kind = 0;
        int key = 0;
        int change = 0;
        int end = 0;
    };
    struct Row {
        QRect rect;
        bool selected = false;
        bool hovered = false;
        bool focused = false;
        Qt::LayoutDirection direction = Qt::LeftToRight;
        qreal pixelRatio = 1;
        QString badge; ///< in place of the name of the kind; then the shape is a sentence
    };

    explicit LiveDelegate(Theme &theme, QObject *parent = nullptr);

    Columns columns(int width) const;
    void paintRow(QPainter &painter, const Row &row, const LiveEntry &entry) const;
    /// The entry in words, with the exact time and whether the kind is a guess.
    static QString describe(const LiveEntry &entry);
    /// What the two sorts of break rows say, after their head.
    static QString breakHead(const LiveEntry &entry);
    static QString breakText(const LiveEntry &entry);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// Writes from the leading edge on, within one row.
    struct Pen {
        QPainter &painter;
        const Row &row;
        int x;
        int end;
        bool full() const { return x >= end; }
    };

    void write(Pen &pen, const QString &text, const QFont &font, ColorRole role) const;

private:
    void writeLit(Pen &pen, const QString &text, ColorRole role, ColorRole soft) const;
    void paintBadge(QPainter &painter, const Row &row, const LiveEntry &entry, int x) const;
    void paintBreak(Pen &pen, const LiveEntry &entry) const;
    void paintChange(Pen &pen, const LiveChange &change) const;
    static QString sizeText(qint64 size);
    void paintSize(Pen &pen, qint64 size) const;
    void paintShape(Pen &pen, const LiveEntry &entry) const;

    Theme &m_theme;
};

} // namespace Studio
