// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetable.h"

#include "browser/range/rangedelegate.h"
#include "browser/range/rangefilterrow.h"
#include "models/rangemodel.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int FadeMs = 600;
constexpr int FrameMs = 40;
constexpr qsizetype MostLit = 200;
constexpr qint64 MostKept = 2000; // selected rows that stay selected when the order changes

} // namespace

RangeTable::RangeTable(Theme &theme, RangeModel &model, QWidget *parent)
    : QAbstractItemView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_keyHeader(new QHeaderView(Qt::Horizontal, this))
    , m_header(new QHeaderView(Qt::Horizontal, this))
    , m_filters(new RangeFilterRow(theme, model, *this))
    , m_delegate(new RangeDelegate(theme, model, this))
    , m_fade(new QTimer(this))
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

    m_fade->setInterval(FrameMs);
    connect(m_fade, &QTimer::timeout, this, &RangeTable::fade);
    // Ages move on by themselves; nothing is asked of anyone.
    m_ages->setInterval(1000);
    connect(m_ages, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &RangeTable::applyTheme);
    connect(&model, &QAbstractItemModel::columnsInserted, this, [this] { hideKeyFromHeader(); });
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
    m_header->setDefaultSectionSize(m_theme.metric(130));
    if (const int value = m_model.columnOf({RangeColumn::Kind::Value, {}}); value > 0)
        m_header->resizeSection(value, m_theme.metric(360));
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
    const QRect rect = column == 0 ? QRect(0, y, keyWidth(), rowHeight())
                                   : QRect(keyWidth() + m_header->sectionViewportPosition(column), y,
                                           m_header->sectionSize(column), rowHeight());
    // The headers know the layout direction by themselves; the key column and what is beside it do not.
    if (!isRightToLeft())
        return rect;
    if (column == 0)
        return {viewport()->width() - keyWidth(), y, keyWidth(), rowHeight()};
    return {m_header->sectionViewportPosition(column), y, m_header->sectionSize(column), rowHeight()};
}

QModelIndex RangeTable::indexAt(const QPoint &point) const
{
    const int row = (point.y() + verticalOffset()) / rowHeight();
    if (point.y() < 0 || row >= m_model.rowCount())
        return {};
    const int keyLeft = isRightToLeft() ? viewport()->width() - keyWidth() : 0;
    if (point.x() >= keyLeft && point.x() < keyLeft + keyWidth())
        return m_model.index(row, 0);
    const int column = m_header->logicalIndexAt(isRightToLeft() ? point.x() : point.x() - keyWidth());
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
    const int room = viewport()->width() - keyWidth();
    QScrollBar *sideways = horizontalScrollBar();
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
    m_keyHeader->setGeometry(mirrored ? inner.right() + 1 - keys : inner.left(), top, keys, titles);
    m_header->setGeometry(mirrored ? inner.left() : inner.left() + keys, top, inner.width() - keys, titles);
    m_filters->setGeometry(inner.left(), top + titles, inner.width(), filters);
    if (m_corner) {
        const QSize size = m_corner->sizeHint();
        m_corner->setGeometry(mirrored ? inner.left() : inner.right() + 1 - size.width(), top, size.width(),
                              titles - 1);
        m_corner->raise();
    }
    m_filters->place();

    QScrollBar *down = verticalScrollBar();
    down->setPageStep(viewport()->height());
    down->setSingleStep(rowHeight());
    down->setRange(0, std::max(0, m_model.rowCount() * rowHeight() - viewport()->height()));
    QScrollBar *sideways = horizontalScrollBar();
    const int room = std::max(0, inner.width() - keys);
    sideways->setPageStep(room);
    sideways->setSingleStep(m_theme.metric(24));
    sideways->setRange(0, std::max(0, m_header->length() - room));
    if (m_editor)
        m_editor->setGeometry(visualRect(m_model.index(m_model.rowOf(m_editedKey), m_editedColumn)));
    QAbstractItemView::updateGeometries();
}

void RangeTable::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
    updateGeometries();
    emit sightChanged();
}

/// The rows come back in another order: what was selected stays selected.
void RangeTable::keepSelection()
{
    m_keptCurrent = m_model.keyAt(currentIndex().row());
    m_keptColumn = std::max(0, currentIndex().column());
    m_keptSelected.clear();
    if (selectionModel() == nullptr || selectedCount() > MostKept)
        return;
    for (const auto &[first, last] : selectedRows()) {
        for (int row = first; row <= last; ++row)
            m_keptSelected.append(m_model.keyAt(row));
    }
}

void RangeTable::reset()
{
    closeField();
    QAbstractItemView::reset();
    QItemSelection selection;
    for (const QByteArray &key : std::exchange(m_keptSelected, {})) {
        if (const int row = m_model.rowOf(key); row >= 0)
            selection.append(
                QItemSelectionRange(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1)));
    }
    const QByteArray current = std::exchange(m_keptCurrent, {});
    if (const int row = current.isEmpty() ? -1 : m_model.rowOf(current); row >= 0)
        selectionModel()->setCurrentIndex(
            m_model.index(row, std::min(m_keptColumn, m_model.columnCount() - 1)),
            QItemSelectionModel::NoUpdate);
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::Select);
    scheduleDelayedItemsLayout();
    emit selectedChanged();
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
    if (m_editor)
        m_editor->setGeometry(visualRect(m_model.index(m_model.rowOf(m_editedKey), m_editedColumn)));
    if (dy != 0)
        emit sightChanged();
}

void RangeTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    // What somebody looks at stays where it is.
    if (QScrollBar *bar = verticalScrollBar(); bar->value() > 0 && first * rowHeight() < bar->value()) {
        bar->setMaximum(std::max(0, m_model.rowCount() * rowHeight() - viewport()->height()));
        bar->setValue(bar->value() + (last - first + 1) * rowHeight());
    }
    scheduleDelayedItemsLayout();
}

void RangeTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
    if (QScrollBar *bar = verticalScrollBar(); (last + 1) * rowHeight() <= bar->value())
        bar->setValue(bar->value() - (last - first + 1) * rowHeight());
}

// --- selection and keyboard

void RangeTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const QRect area = rect.normalized();
    const int first = std::clamp((area.top() + verticalOffset()) / rowHeight(), 0, rows - 1);
    const int last = std::clamp((area.bottom() + verticalOffset()) / rowHeight(), 0, rows - 1);
    const QItemSelection selection(m_model.index(first, 0), m_model.index(last, m_model.columnCount() - 1));
    selectionModel()->select(selection, command);
}

QRegion RangeTable::visualRegionForSelection(const QItemSelection &) const
{
    return viewport()->rect();
}

void RangeTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    viewport()->update();
    emit selectedChanged();
}

void RangeTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    emit selectedChanged();
}

QList<std::pair<int, int>> RangeTable::selectedRows() const
{
    QList<std::pair<int, int>> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        rows.append({range.top(), range.bottom()});
    std::sort(rows.begin(), rows.end());
    // The parts of one row after columns were added are one row.
    QList<std::pair<int, int>> joined;
    for (const auto &[first, last] : std::as_const(rows)) {
        if (!joined.isEmpty() && first <= joined.constLast().second + 1)
            joined.last().second = std::max(joined.constLast().second, last);
        else
            joined.append({first, last});
    }
    return joined;
}

qint64 RangeTable::selectedCount() const
{
    qint64 count = 0;
    for (const auto &[first, last] : selectedRows())
        count += last - first + 1;
    return count;
}

QModelIndex RangeTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return {};
    const QModelIndex current = currentIndex();
    int row = current.isValid() ? current.row() : -1;
    int column = current.isValid() ? current.column() : 0;
    const int page = std::max(1, viewport()->height() / rowHeight() - 1);
    const int forward = isRightToLeft() ? -1 : 1;
    switch (action) {
    case MoveUp:
        row -= 1;
        break;
    case MoveDown:
        row += 1;
        break;
    case MovePageUp:
        row -= page;
        break;
    case MovePageDown:
        row += page;
        break;
    case MoveLeft:
        column = neighbour(column, -forward);
        break;
    case MoveRight:
        column = neighbour(column, forward);
        break;
    case MoveHome:
        if (modifiers & Qt::ControlModifier)
            row = 0;
        else
            column = 0;
        break;
    case MoveEnd:
        if (modifiers & Qt::ControlModifier)
            row = rows - 1;
        else
            column = shownColumns().constLast();
        break;
    case MoveNext:
        column = neighbour(column, 1);
        break;
    case MovePrevious:
        column = neighbour(column, -1);
        break;
    }
    return m_model.index(std::clamp(row, 0, rows - 1), column);
}

void RangeTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (index.isValid() && plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit openRequested(m_model.keyAt(index.row()));
        return;
    }
    if (index.isValid() && plain && event->key() == Qt::Key_F2) {
        emit editRequested(index);
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    QAbstractItemView::keyPressEvent(event);
}

/// Looks the place up in key order instead of walking over up to a million rows.
void RangeTable::keyboardSearch(const QString &)
{
    // Typing means nothing here: the filter below the title of the key does that.
}

void RangeTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        QAbstractItemView::mouseDoubleClickEvent(event);
        return;
    }
    if (index.column() == 0)
        emit openRequested(m_model.keyAt(index.row()));
    else
        emit editRequested(index);
    event->accept();
}

bool RangeTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::Leave: {
        const QModelIndex index = event->type() == QEvent::Leave
                                    ? QModelIndex()
                                    : indexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        if (index.row() != m_hovered) {
            m_hovered = index.row();
            viewport()->update();
        }
        break;
    }
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        if (index.isValid())
            QToolTip::showText(help->globalPos(), m_delegate->describe(index), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    default:
        break;
    }
    return QAbstractItemView::viewportEvent(event);
}

// --- editing

void RangeTable::editCell(const QModelIndex &index, const QString &text)
{
    closeField();
    if (!index.isValid())
        return;
    scrollTo(index);
    m_editedKey = m_model.keyAt(index.row());
    m_editedColumn = index.column();
    m_model.holdOrder(true);
    auto *editor = new QLineEdit(text, viewport());
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setAccessibleName(tr("New value of the cell"));
    editor->setFont(m_theme.monospaceFont());
    const QRect cell = visualRect(index);
    editor->setGeometry(cell);
    editor->installEventFilter(this);
    connect(editor, &QLineEdit::returnPressed, this,
            [this, editor] { emit committed(m_editedKey, m_editedColumn, editor->text()); });
    m_editor = editor;
    editor->show();
    editor->selectAll();
    editor->setFocus();
}

void RangeTable::closeField()
{
    if (!m_editor)
        return;
    const bool hadFocus = m_editor->hasFocus();
    m_editor->removeEventFilter(this);
    m_editor->hide();
    m_editor->deleteLater();
    m_editor.clear();
    m_model.holdOrder(false);
    if (hadFocus)
        setFocus();
}

void RangeTable::showEditProblem(const QString &problem)
{
    if (m_editor)
        QToolTip::showText(m_editor->mapToGlobal(QPoint(0, m_editor->height())), problem, m_editor);
}

bool RangeTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QAbstractItemView::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        closeField();
        return true;
    }
    return false;
}

// --- painting

void RangeTable::light(const QByteArray &key, ColorRole role)
{
    if (m_theme.reducedMotion() || !isVisible() || m_lit.size() >= MostLit)
        return;
    m_lit.insert(key, {role, QDateTime::currentMSecsSinceEpoch() + FadeMs});
    if (!m_fade->isActive())
        m_fade->start();
}

void RangeTable::fade()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_lit.removeIf([now](const QHash<QByteArray, Lit>::iterator &entry) { return entry->until <= now; });
    if (m_lit.isEmpty())
        m_fade->stop();
    viewport()->update();
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
    m_lit.clear();
    emit sightChanged();
}

void RangeTable::paintRow(QPainter &painter, int row, const QRect &rect)
{
    const QModelIndex keyIndex = m_model.index(row, 0);
    QColor background = m_theme.color(ColorRole::Base);
    if (selectionModel()->isSelected(keyIndex))
        background = m_theme.color(ColorRole::Selection);
    else if (row == m_hovered)
        background = m_theme.color(ColorRole::Hover);
    const auto fill = [&](const QRect &where) {
        painter.fillRect(where, background);
        if (m_lit.isEmpty())
            return;
        const auto lit = m_lit.constFind(m_model.keyAt(row));
        if (lit == m_lit.cend())
            return;
        painter.setOpacity(
            std::clamp(qreal(lit->until - QDateTime::currentMSecsSinceEpoch()) / FadeMs, 0.0, 1.0));
        painter.fillRect(where, m_theme.color(lit->role));
        painter.setOpacity(1);
    };
    fill(rect);
    const QModelIndex current = currentIndex();
    const auto cell = [&](int column) {
        const QModelIndex index = m_model.index(row, column);
        const QRect where = visualRect(index);
        if (!where.intersects(viewport()->rect()))
            return;
        painter.save();
        painter.setClipRect(where, Qt::IntersectClip);
        m_delegate->paintCell(painter, where, index);
        painter.restore();
        if (hasFocus() && current.row() == row && current.column() == column) {
            painter.setPen(m_theme.color(ColorRole::Accent));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(where.adjusted(0, 0, -1, -2));
        }
    };
    for (const int column : shownColumns()) {
        if (column > 0)
            cell(column);
    }
    // Over what has scrolled below it.
    fill(visualRect(keyIndex));
    cell(0);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(ColorRole::Line));
}

void RangeTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Base));
    const auto [first, last] = rowsInSight();
    if (first < 0)
        return;
    for (int row = first; row <= last; ++row) {
        const QRect rect(0, row * rowHeight() - verticalOffset(), viewport()->width(), rowHeight());
        if (rect.intersects(event->rect()))
            paintRow(painter, row, rect);
    }
    const int edge = isRightToLeft() ? viewport()->width() - keyWidth() : keyWidth() - 1;
    const int bottom = (last + 1) * rowHeight() - verticalOffset();
    painter.fillRect(edge, 0, 1, std::min(bottom, viewport()->height()),
                     m_theme.color(ColorRole::LineStrong));
}

} // namespace Studio
