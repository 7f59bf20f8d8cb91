// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/keytreedelegate.h"

#include <QHash>
#include <QPersistentModelIndex>
#include <QTreeView>

class QTimer;

namespace Studio
{

class KeyTreeModel;
class Theme;
class TreeColumns;

/// The rows of the key tree: painting, mouse and keyboard. Knows no session.
class KeyTree : public QTreeView
{
    Q_OBJECT

public:
    KeyTree(Theme &theme, KeyTreeModel &model, QWidget *parent = nullptr);

    /// Levels that are being read; their branches say so.
    void setListing(const QSet<QByteArray> &prefixes);
    /// Keys and prefixes that are watched, and those that are favourites; their rows say so.
    void setMarked(const QSet<QByteArray> &watched, const QSet<QByteArray> &favourites);
    /// Lights the row of `key` (a key or a branch's prefix) in a colour that fades within 600 ms; nothing
    /// under reduced motion.
    void light(const QByteArray &key, ColorRole role);

    TreeColumns &columns() const { return *m_columns; }

    /// Always of the first column: the row is what counts.
    QModelIndex indexAt(const QPoint &point) const override
    {
        return QTreeView::indexAt(point).siblingAtColumn(0);
    }

    /// The rows in sight, and `margin` more on either side.
    QList<QModelIndex> rowsInSight(int margin) const;

signals:
    /// A key row was clicked (`pinned` false), or double-clicked or clicked with the middle button, or Enter
    /// or Space was pressed on it.
    void chosen(const QModelIndex &index, bool pinned);
    void refreshRequested();
    /// Del was pressed.
    void deleteRequested();
    /// What is in sight may be something else.
    void sightChanged();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyboardSearch(const QString &search) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    struct Lit {
        ColorRole role;
        qint64 until; ///< ms since 1970
    };

    int leftOf(const QModelIndex &index) const;
    bool onChevron(const QModelIndex &index, const QPoint &position) const;
    void applyTheme();
    void fade();
    QModelIndex firstMatch(const QByteArray &level, const QByteArray &typed) const;

    Theme &m_theme;
    KeyTreeModel &m_model;
    QSet<QByteArray> m_listing;
    QSet<QByteArray> m_watched;
    QSet<QByteArray> m_favourites;
    KeyTreeDelegate *m_delegate;
    TreeColumns *m_columns;
    QPersistentModelIndex m_hovered;
    QHash<QByteArray, Lit> m_lit;
    QTimer *m_fade;
    QTimer *m_ages;
    QString m_typed;
    qint64 m_typedAt = 0;
};

} // namespace Studio
