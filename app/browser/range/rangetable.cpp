// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetable.h"

#include "browser/range/cellfield.h"
#include "browser/range/rangedelegate.h"
#include "browser/range/rangefilterrow.h"
#include "browser/range/rowlights.h"
#include "models/rangemodel.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int AgesMs = 1000;

} // namespace

RangeTable::RangeTable(Theme &theme, RangeModel &model, QWidget *parent)
    : QAbstractItemView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_keyHeader(new QHeaderView(Qt::Horizontal, this))
    , m_header(new QHeaderView(Qt::Horizontal, this))
    , m_filters(new RangeFilterRow(theme, model, *this))
    , m_delegate(new RangeDelegate(theme, model, this))
    , m_lights(new RowLights(this))
    , m_ages(new QTimer(this))
{
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &RangeTable::keepSelection);
    setModel(&model);
    setItemDelegate(m_delegate);
    connectHeaders();
    auto *betweenScrollBars = new QWidget(this);
    Look::fill(betweenScrollBars, theme, ColorRole::Base);
    setCornerWidget(betweenScrollBars);

    connect(m_lights, &RowLights::changed, viewport(), qOverload<>(&QWidget::update));
    // Ages move on by themselves; nothing is asked of anyone.
    m_ages->setInterval(AgesMs);
    connect(m_ages, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &RangeTable::applyTheme);
    // Behind the headers' own connections: a header that is asked something before it was told of a column
    // lays itself out, finds the column, and then counts it a second time.
    connect(&model, &QAbstractItemModel::columnsInserted, this, &RangeTable::columnsChanged);
    connect(&model, &QAbstractItemModel::columnsRemoved, this, &RangeTable::columnsChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { scheduleDelayedItemsLayout(); });
    connect(&model, &QAbstractItemModel::rowsMoved, viewport(), qOverload<>(&QWidget::update));
    applyTheme();
}

RangeTable::~RangeTable() = default;

void RangeTable::connectHeaders()
{
    for (QHeaderView *header : {m_keyHeader, m_header}) {
        header->setModel(&m_model);
        header->setSectionsClickable(true);
        header->setHighlightSections(false);
        header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        header->setMinimumSectionSize(m_theme.metric(40));
        header->setContextMenuPolicy(Qt::CustomContextMenu);
        header->setSortIndicatorShown(false);
        header->setFocusPolicy(Qt::NoFocus);
        header->setTextElideMode(Qt::ElideMiddle);
        connect(header, &QHeaderView::sectionClicked, this, &RangeTable::sortRequested);
        connect(header, &QHeaderView::sectionResized, this, [this] {
            updateGeometries();
            viewport()->update();
            emit layoutEdited();
        });
        connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
            emit headerMenuRequested(header->logicalIndexAt(at), header->mapToGlobal(at));
        });
    }
    m_keyHeader->setObjectName(QStringLiteral("keyHeader"));
    m_header->setObjectName(QStringLiteral("header"));
    m_header->setSectionsMovable(true);
    m_header->setStretchLastSection(false);
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        updateGeometries();
        viewport()->update();
        emit layoutEdited();
    });
    hideKeyFromHeader();
    m_keyHeader->resizeSection(0, m_theme.metric(220));
    m_header->setDefaultSectionSize(m_theme.metric(112));
    if (const int value = m_model.columnOf({RangeColumn::Kind::Value, {}}); value > 0)
        m_header->resizeSection(value, m_theme.metric(360));
}

void RangeTable::columnsChanged()
{
    hideKeyFromHeader();
    m_filters->syncFields();
    updateGeometries();
    viewport()->update();
}

/// Each of the two headers shows what the other one does not.
void RangeTable::hideKeyFromHeader()
{
    m_header->setSectionHidden(0, true);
    for (int column = 1; column < m_model.columnCount(); ++column)
        m_keyHeader->setSectionHidden(column, true);
}

void RangeTable::applyTheme()
{
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void RangeTable::setCorner(QWidget *corner)
{
    m_corner = corner;
    scheduleDelayedItemsLayout();
}

// --- columns

int RangeTable::columnWidth(int column) const
{
    return column == 0 ? m_keyHeader->sectionSize(0) : m_header->sectionSize(column);
}

void RangeTable::setColumnWidth(int column, int width)
{
    (column == 0 ? m_keyHeader : m_header)->resizeSection(column, width);
}

bool RangeTable::isColumnShown(int column) const
{
    return column == 0 || !m_header->isSectionHidden(column);
}

void RangeTable::setColumnShown(int column, bool shown)
{
    if (column == 0 || isColumnShown(column) == shown)
        return;
    m_header->setSectionHidden(column, !shown);
    updateGeometries();
    viewport()->update();
    emit layoutEdited();
}

QList<int> RangeTable::shownColumns() const
{
    QList<int> columns{0};
    for (int place = 0; place < m_header->count(); ++place) {
        const int column = m_header->logicalIndex(place);
        if (column > 0 && isColumnShown(column))
            columns.append(column);
    }
    return columns;
}

int RangeTable::neighbour(int column, int by) const
{
    const QList<int> columns = shownColumns();
    const qsizetype at = std::max<qsizetype>(0, columns.indexOf(column));
    return columns[std::clamp<qsizetype>(at + by, 0, columns.size() - 1)];
}

// --- places

int RangeTable::rowHeight() const
{
    return m_theme.metric(24);
}

/// Where the header begins, as the viewport counts. The headers know the layout direction by themselves.
int RangeTable::headerLeft() const
{
    return m_header->x() - viewport()->x();
}

int RangeTable::keyWidth() const
{
    return m_keyHeader->sectionSize(0);
}

QRect RangeTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || isIndexHidden(index))
        return {};
    const int y = index.row() * rowHeight() - verticalOffset();
    const int column = index.column();
    if (column == 0)
        return {isRightToLeft() ? viewport()->width() - keyWidth() : 0, y, keyWidth(), rowHeight()};
    return {headerLeft() + m_header->sectionViewportPosition(column), y, m_header->sectionSize(column),
            rowHeight()};
}

QModelIndex RangeTable::indexAt(const QPoint &point) const
{
    const int row = (point.y() + verticalOffset()) / rowHeight();
    if (point.y() < 0 || row >= m_model.rowCount())
        return {};
    const int keyLeft = isRightToLeft() ? viewport()->width() - keyWidth() : 0;
    if (point.x() >= keyLeft && point.x() < keyLeft + keyWidth())
        return m_model.index(row, 0);
    const int column = m_header->logicalIndexAt(point.x() - headerLeft());
    return column < 0 ? QModelIndex() : m_model.index(row, column);
}

std::pair<int, int> RangeTable::rowsInSight() const
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return {-1, -1};
    const int first = std::min(rows - 1, verticalOffset() / rowHeight());
    const int last = std::min(rows - 1, (verticalOffset() + viewport()->height()) / rowHeight());
    return {first, last};
}

void RangeTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout(); // rows may have come that the scroll bar knows nothing of
    const int top = index.row() * rowHeight();
    QScrollBar *bar = verticalScrollBar();
    const int page = viewport()->height();
    if (hint == PositionAtTop || (hint == EnsureVisible && top < bar->value()))
        bar->setValue(top);
    else if (hint == PositionAtCenter)
        bar->setValue(top - (page - rowHeight()) / 2);
    else if (hint == PositionAtBottom || top + rowHeight() > bar->value() + page)
        bar->setValue(top + rowHeight() - page);
    if (index.column() == 0 || isIndexHidden(index))
        return;
    const int left = m_header->sectionPosition(index.column());
    const int width = m_header->sectionSize(index.column());
    QScrollBar *sideways = horizontalScrollBar();
    const int room = sideways->pageStep();
    if (left < sideways->value())
        sideways->setValue(left);
    else if (left + width > sideways->value() + room)
        sideways->setValue(std::min(left, left + width - room));
}

int RangeTable::horizontalOffset() const
{
    return m_header->offset();
}

int RangeTable::verticalOffset() const
{
    return verticalScrollBar()->value();
}

int RangeTable::lowestOffset() const
{
    return std::max(0, m_model.rowCount() * rowHeight() - viewport()->height());
}

bool RangeTable::isIndexHidden(const QModelIndex &index) const
{
    return !isColumnShown(index.column());
}

void RangeTable::updateGeometries()
{
    const int titles = m_theme.metric(28);
    const int filters = m_filters->isHidden() ? 0 : m_theme.metric(32);
    setViewportMargins(0, titles + filters, 0, 0);
    const QRect inner = viewport()->geometry();
    const int keys = std::min(keyWidth(), inner.width());
    const bool mirrored = isRightToLeft();
    const int top = inner.top() - titles - filters;
    // Titles end before the corner; so that the last one can be seen, one can scroll that much further.
    const int corner = m_corner ? m_corner->sizeHint().width() : 0;
    const int room = std::max(0, inner.width() - keys - corner);
    m_keyHeader->setGeometry(mirrored ? inner.right() + 1 - keys : inner.left(), top, keys, titles);
    m_header->setGeometry(mirrored ? inner.left() + corner : inner.left() + keys, top, room, titles);
    m_filters->setGeometry(inner.left(), top + titles, inner.width(), filters);
    if (m_corner)
        m_corner->setGeometry(mirrored ? inner.left() : inner.right() + 1 - corner, top, corner, titles - 1);
    m_filters->place();

    QScrollBar *down = verticalScrollBar();
    down->setPageStep(viewport()->height());
    down->setSingleStep(rowHeight());
    down->setRange(0, lowestOffset());
    QScrollBar *sideways = horizontalScrollBar();
    sideways->setPageStep(room);
    sideways->setSingleStep(m_theme.metric(24));
    sideways->setRange(0, std::max(0, m_header->length() - room));
    placeField();
    QAbstractItemView::updateGeometries();
}

void RangeTable::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
    updateGeometries();
    emit sightChanged();
}

void RangeTable::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    emit sightChanged();
}

void RangeTable::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        m_header->setOffset(horizontalScrollBar()->value());
    m_filters->place();
    viewport()->update();
    placeField();
    if (dy != 0)
        emit sightChanged();
}

void RangeTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    // What somebody looks at stays where it is.
    if (QScrollBar *bar = verticalScrollBar(); bar->value() > 0 && first * rowHeight() < bar->value()) {
        bar->setMaximum(lowestOffset());
        bar->setValue(bar->value() + (last - first + 1) * rowHeight());
    }
    // Rows that come in below what is in sight, as they do while a range is read, paint nothing anew.
    const int below = (verticalOffset() + viewport()->height()) / rowHeight();
    if (first > below)
        verticalScrollBar()->setMaximum(lowestOffset());
    else
        scheduleDelayedItemsLayout();
}

void RangeTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
    if (QScrollBar *bar = verticalScrollBar(); (last + 1) * rowHeight() <= bar->value())
        bar->setValue(bar->value() - (last - first + 1) * rowHeight());
}

void RangeTable::light(const QByteArray &key, ColorRole role)
{
    if (isVisible() && !m_theme.reducedMotion())
        m_lights->light(key, role);
}

void RangeTable::showEvent(QShowEvent *event)
{
    QAbstractItemView::showEvent(event);
    m_ages->start();
    emit sightChanged();
}

void RangeTable::hideEvent(QHideEvent *event)
{
    QAbstractItemView::hideEvent(event);
    m_ages->stop();
    m_lights->clear();
    emit sightChanged();
}

// --- editing

void RangeTable::editCell(const QModelIndex &index, const QString &text)
{
    closeField();
    if (!index.isValid())
        return;
    scrollTo(index);
    m_model.holdOrder(true);
    m_field = new CellField(m_theme, m_model.keyAt(index.row()), m_model.columns()[index.column()], text,
                            viewport());
    connect(m_field, &CellField::givenUp, this, &RangeTable::closeField);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (const int column = m_model.columnOf(m_field->column()); column >= 0)
            emit committed(m_field->key(), column, m_field->text());
    });
    placeField();
    m_field->show();
    m_field->selectAll();
    m_field->setFocus();
}

bool RangeTable::isEditing() const
{
    return !m_field.isNull();
}

/// Over its cell, wherever that is by now; out of sight if it is gone.
void RangeTable::placeField()
{
    if (!m_field)
        return;
    const int row = m_model.rowOf(m_field->key());
    const int column = m_model.columnOf(m_field->column());
    m_field->setGeometry(row < 0 || column < 0 ? QRect() : visualRect(m_model.index(row, column)));
}

void RangeTable::closeField()
{
    if (!m_field)
        return;
    const bool hadFocus = m_field->hasFocus();
    m_field->disconnect(this);
    m_field->hide();
    m_field->deleteLater();
    m_field.clear();
    m_model.holdOrder(false);
    if (hadFocus)
        setFocus();
}

void RangeTable::showEditProblem(const QString &problem)
{
    if (m_field)
        m_field->showProblem(problem);
}

} // namespace Studio
