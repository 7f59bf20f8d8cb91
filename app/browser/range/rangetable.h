// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QAbstractItemView>
#include <QPointer>

class QHeaderView;
class QTimer;

namespace Studio
{

class CellField;
class RangeDelegate;
class RangeFilterRow;
class RangeModel;
class RowLights;
class Theme;

/// The table of a range: rows of one height, so that a million of them cost what fifty do; the key column
/// stands still while the others scroll; filters below the titles. Knows no session.
class RangeTable : public QAbstractItemView
{
    Q_OBJECT

public:
    RangeTable(Theme &theme, RangeModel &model, QWidget *parent = nullptr);
    ~RangeTable() override;

    QHeaderView *keyHeader() const { return m_keyHeader; }
    /// Of all columns but the key.
    QHeaderView *header() const { return m_header; }
    RangeFilterRow *filterRow() const { return m_filters; }
    int columnWidth(int column) const;
    void setColumnWidth(int column, int width);
    bool isColumnShown(int column) const;
    void setColumnShown(int column, bool shown);
    /// The columns that are shown, in the order in which they stand; the key first.
    QList<int> shownColumns() const;

    /// Stands behind the titles.
    void setCorner(QWidget *corner);

    /// Lights the row of `key` in a colour that fades within 600 ms; nothing under reduced motion.
    void light(const QByteArray &key, ColorRole role);
    /// First and last row in sight; -1, -1 without any.
    std::pair<int, int> rowsInSight() const;
    /// Selected rows as ranges, without a list of each; in order.
    QList<std::pair<int, int>> selectedRows() const;
    qint64 selectedCount() const;

    /// Opens a field over the cell with `text`; committed() follows, or nothing.
    void editCell(const QModelIndex &index, const QString &text);
    bool isEditing() const;
    void closeField();
    /// Says below the field what is wrong with the text.
    void showEditProblem(const QString &problem);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;
    void doItemsLayout() override;
    void keyboardSearch(const QString &search) override;

signals:
    /// Enter was pressed on a row, or its key was double-clicked.
    void openRequested(const QByteArray &key);
    /// F2, or a double click on another cell.
    void editRequested(const QModelIndex &index);
    /// Del was pressed.
    void deleteRequested();
    void committed(const QByteArray &key, int column, const QString &text);
    /// What is in sight may be something else.
    void sightChanged();
    void selectedChanged();
    void headerMenuRequested(int column, const QPoint &globalPosition);
    void sortRequested(int column);
    /// Widths, order or what is shown.
    void layoutEdited();

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectHeaders();
    void columnsChanged();
    void keepSelection();
    void applyTheme();
    void hideKeyFromHeader();
    void fillRow(QPainter &painter, int row, const QRect &rect) const;
    void paintCell(QPainter &painter, const QModelIndex &index) const;
    void paintRow(QPainter &painter, int row, const QList<int> &columns, const QRect &rect) const;
    void placeField();
    int rowHeight() const;
    /// Where the last row is in sight.
    int lowestOffset() const;
    int keyWidth() const;
    int headerLeft() const;
    /// The shown column `by` places from `column`.
    int neighbour(int column, int by) const;

    Theme &m_theme;
    RangeModel &m_model;
    QHeaderView *m_keyHeader;
    QHeaderView *m_header;
    RangeFilterRow *m_filters;
    RangeDelegate *m_delegate;
    QWidget *m_corner = nullptr;
    RowLights *m_lights;
    QTimer *m_ages;
    int m_hovered = -1;
    QByteArray m_keptCurrent; ///< over a reset of the model
    int m_keptColumn = 0;
    QList<QByteArray> m_keptSelected;
    QPointer<CellField> m_field;
};

} // namespace Studio
