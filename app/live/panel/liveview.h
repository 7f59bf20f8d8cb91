// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

class QPushButton;

namespace Studio
{

class LiveDelegate;
class Theme;

/// The rows of the live panel, or those of a PastModel. New ones come in at the top (or at the end, as the
/// model has it); when one has scrolled away from there, what one looks at stands still and a button counts
/// what came.
class LiveView : public QTreeView
{
    Q_OBJECT

public:
    /// `model` has the roles of a LiveModel.
    LiveView(Theme &theme, QAbstractItemModel &model, QWidget *parent = nullptr);

    /// How the model has its rows; at first the newest one comes first.
    void setNewestFirst(bool newestFirst) { m_isNewestFirst = newestFirst; }

    /// Rows that came in above what is in sight.
    int newRows() const { return m_newRows; }

public slots:
    void goToNewest();

signals:
    void openRequested(const QModelIndex &index);
    void pauseRequested();

protected:
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void applyTheme();
    void setNewRows(int rows);
    void placeButton();
    int newestPlace() const; ///< of the scroll bar

    Theme &m_theme;
    QAbstractItemModel &m_model;
    LiveDelegate *m_delegate;
    QPushButton *m_button;
    QPersistentModelIndex m_hovered;
    int m_newRows = 0;
    bool m_isNewestFirst = true;
};

} // namespace Studio
