// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace Studio
{

class SearchModel;
class Theme;

/// Paints the piece of a value with its match lit.
class ExcerptDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ExcerptDelegate(Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

/// The hits: a row each, with key, value around the match, and size.
class SearchView : public QTreeView
{
    Q_OBJECT

public:
    SearchView(Theme &theme, SearchModel &model, QWidget *parent = nullptr);

    QList<QByteArray> selectedKeys() const;

signals:
    void chosen(const QByteArray &key, bool pinned);
    void menuRequested(const QPoint &position); ///< on the screen

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    QByteArray keyOf(const QModelIndex &index) const;

    Theme &m_theme;
    SearchModel &m_model;
};

} // namespace Studio
