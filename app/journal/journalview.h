// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace Studio
{

class JournalDelegate;
class JournalModel;
class Theme;

/// The rows of the journal panel.
class JournalView : public QTreeView
{
    Q_OBJECT

public:
    JournalView(Theme &theme, JournalModel &model, QWidget *parent = nullptr);

signals:
    /// Enter or a double click.
    void openRequested();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;

private:
    void stateVisible();
    void applyTheme();
    void placeColumns();

    Theme &m_theme;
    JournalModel &m_model;
    JournalDelegate *m_delegate;
    QPersistentModelIndex m_hovered;
};

} // namespace Studio
