// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keytree.h"

#include "browser/treecolumns.h"
#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "shell/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

namespace Studio
{

namespace
{

constexpr int FadeMs = 600;
constexpr int FrameMs = 40;
constexpr qsizetype MostLit = 200;

} // namespace

KeyTree::KeyTree(Theme &theme, KeyTreeModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new KeyTreeDelegate(theme, m_listing, this))
    , m_columns(nullptr)
    , m_fade(new QTimer(this))
    , m_ages(new QTimer(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setUniformRowHeights(true);
    m_columns = new TreeColumns(*this, theme);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(false); // done in mouseDoubleClickEvent, with the chevron's own area
    setDragEnabled(true);
    setAutoScroll(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);

    m_fade->setInterval(FrameMs);
    connect(m_fade, &QTimer::timeout, this, &KeyTree::fade);
    // Ages move on by themselves; nothing is asked of anyone.
    m_ages->setInterval(1000);
    connect(m_ages, &QTimer::timeout, this, [this] { viewport()->update(); });

    connect(&theme, &Theme::changed, this, &KeyTree::applyTheme);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        // With Ctrl or Shift one selects.
        if (!m_model.isBranch(index) && QApplication::keyboardModifiers() == Qt::NoModifier)
            emit chosen(index, false);
    });
    for (auto signal : {&QTreeView::expanded, &QTreeView::collapsed})
        connect(this, signal, this, &KeyTree::sightChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &KeyTree::sightChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &KeyTree::sightChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, &KeyTree::sightChanged);
    applyTheme();
}

void KeyTree::applyTheme()
{
    setIndentation(m_theme.metric(16));
    setFont(m_theme.font());
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void KeyTree::setListing(const QSet<QByteArray> &prefixes)
{
    if (m_listing == prefixes)
        return;
    m_listing = prefixes;
    viewport()->update();
}

void KeyTree::setMarked(const QSet<QByteArray> &watched, const QSet<QByteArray> &favourites)
{
    m_watched = watched;
    m_favourites = favourites;
    viewport()->update();
}

void KeyTree::light(const QByteArray &key, ColorRole role)
{
    if (m_theme.reducedMotion() || !isVisible() || m_lit.size() >= MostLit)
        return;
    m_lit.insert(key, {role, QDateTime::currentMSecsSinceEpoch() + FadeMs});
    if (!m_fade->isActive())
        m_fade->start();
}

void KeyTree::fade()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_lit.removeIf([now](const QHash<QByteArray, Lit>::iterator &entry) { return entry->until <= now; });
    if (m_lit.isEmpty())
        m_fade->stop();
    viewport()->update();
}

QList<QModelIndex> KeyTree::rowsInSight(int margin) const
{
    QList<QModelIndex> rows;
    QModelIndex index = indexAt(QPoint(viewport()->width() / 2, 0));
    for (int i = 0; i < margin && index.isValid(); ++i) {
        const QModelIndex above = indexAbove(index);
        if (!above.isValid())
            break;
        index = above;
    }
    const int below = viewport()->height() + margin * m_theme.metric(24);
    while (index.isValid() && visualRect(index).top() < below) {
        rows.append(index);
        index = indexBelow(index);
    }
    return rows;
}

int KeyTree::leftOf(const QModelIndex &index) const
{
    // visualRect() is mirrored already; the distance from the leading edge is the same in both directions.
    const QRect cell = visualRect(index);
    return layoutDirection() == Qt::RightToLeft ? viewport()->width() - 1 - cell.right() : cell.left();
}

void KeyTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    KeyTreeDelegate::Row row;
    row.rect = QRect(0, option.rect.y(), viewport()->width(), option.rect.height());
    const auto section = [&](int column) {
        return QRect(header()->sectionViewportPosition(column), option.rect.y(),
                     header()->sectionSize(column), option.rect.height());
    };
    row.name = section(KeyTreeModel::NameColumn);
    row.left = leftOf(index);
    for (const int column : m_columns->chosen()) {
        if (m_columns->isShown(column))
            row.cells.append({column, section(column)});
    }
    row.open = isExpanded(index);
    row.selected = selectionModel() != nullptr && selectionModel()->isSelected(index);
    row.hovered = m_hovered == index;
    row.focused = hasFocus() && index == currentIndex();
    row.direction = layoutDirection();
    row.pixelRatio = devicePixelRatioF();
    if (!m_watched.isEmpty() || !m_favourites.isEmpty()) {
        const QByteArray key = index.data(KeyTreeModel::KeyRole).toByteArray();
        row.watched = m_watched.contains(key);
        row.favourite = m_favourites.contains(key);
    }
    if (!m_lit.isEmpty()) {
        const auto lit = m_lit.constFind(index.data(KeyTreeModel::KeyRole).toByteArray());
        if (lit != m_lit.cend()) {
            row.lit = lit->role;
            row.litStrength =
                std::clamp(qreal(lit->until - QDateTime::currentMSecsSinceEpoch()) / FadeMs, 0.0, 1.0);
        }
    }
    m_delegate->paintRow(*painter, row, index);
}

void KeyTree::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // The delegate paints the whole row.
}

bool KeyTree::onChevron(const QModelIndex &index, const QPoint &position) const
{
    if (!index.isValid() || !m_model.isBranch(index))
        return false;
    const QRect cell = visualRect(index);
    const QRect row(0, cell.y(), viewport()->width(), cell.height());
    return m_delegate->chevronRect(row, leftOf(index), layoutDirection()).contains(position);
}

void KeyTree::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && onChevron(index, event->position().toPoint())) {
        setExpanded(index, !isExpanded(index));
        event->accept();
        return;
    }
    if (event->button() == Qt::MiddleButton && index.isValid() && !m_model.isBranch(index)) {
        emit chosen(index, true);
        event->accept();
        return;
    }
    QTreeView::mousePressEvent(event);
}

void KeyTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        if (m_model.isBranch(index))
            setExpanded(index, !isExpanded(index));
        else
            emit chosen(index, true);
        event->accept();
        return;
    }
    QTreeView::mouseDoubleClickEvent(event);
}

bool KeyTree::event(QEvent *event)
{
    // With the focus in the tree these keys mean the tree, not the record beside it.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Refresh)
            || key->keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_R)) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void KeyTree::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->matches(QKeySequence::Refresh)
        || event->keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_R)) {
        emit refreshRequested();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (index.isValid() && plain && (enter || (event->key() == Qt::Key_Space && m_typed.isEmpty()))) {
        if (m_model.isBranch(index))
            setExpanded(index, !isExpanded(index));
        else
            emit chosen(index, enter);
        return;
    }
    // No shortcut of the window: Del belongs to what has the keyboard.
    if (index.isValid() && plain && event->key() == Qt::Key_Delete) {
        emit deleteRequested();
        return;
    }
    QTreeView::keyPressEvent(event);
}

QModelIndex KeyTree::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // From a key, the key "back" goes to the branch that it stands in, as in every tree; QTreeView scrolls
    // instead while there is anything to scroll.
    const bool back = action == (layoutDirection() == Qt::RightToLeft ? MoveRight : MoveLeft);
    if (back && currentIndex().isValid() && !isExpanded(currentIndex()) && currentIndex().parent().isValid())
        return currentIndex().parent();
    return QTreeView::moveCursor(action, modifiers);
}

void KeyTree::keyboardSearch(const QString &search)
{
    // Looks the place up in key order instead of walking over up to a million rows.
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (now - m_typedAt > QApplication::keyboardInputInterval())
        m_typed.clear();
    m_typedAt = now;
    m_typed += search;
    QTimer::singleShot(QApplication::keyboardInputInterval() + 50, this, [this, now] {
        if (m_typedAt == now)
            m_typed.clear();
    });
    QByteArray level;
    if (const QModelIndex current = currentIndex(); current.isValid())
        level = m_model.keyOf(current.parent());
    QModelIndex found = firstMatch(level, m_typed.toUtf8());
    if (!found.isValid() && !level.isEmpty())
        found = firstMatch({}, m_typed.toUtf8());
    if (found.isValid()) {
        setCurrentIndex(found);
        scrollTo(found);
    }
}

QModelIndex KeyTree::firstMatch(const QByteArray &level, const QByteArray &typed) const
{
    const KeyspaceMirror *mirror = m_model.mirror();
    if (mirror == nullptr)
        return {};
    const QByteArray wanted = level + typed;
    const auto position = mirror->lowerBound(wanted);
    if (mirror->isEnd(position))
        return {};
    const QByteArray key = mirror->keyAt(position).toByteArray();
    if (!key.startsWith(wanted))
        return {};
    const QList<QByteArray> above = m_model.branchesAbove(key);
    for (const QByteArray &prefix : above) {
        if (prefix.size() > level.size() && prefix.startsWith(level))
            return m_model.indexOfBranch(prefix);
    }
    return m_model.indexOfKey(key);
}

bool KeyTree::viewportEvent(QEvent *event)
{
    const auto hover = [this](const QModelIndex &index) {
        if (m_hovered == index)
            return;
        m_hovered = index;
        viewport()->update();
    };
    if (event->type() == QEvent::MouseMove)
        hover(indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
    else if (event->type() == QEvent::Leave)
        hover({});
    return QTreeView::viewportEvent(event);
}

void KeyTree::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    emit sightChanged();
}

void KeyTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (m_columns)
        m_columns->fit();
    emit sightChanged();
}

void KeyTree::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    m_ages->start();
    emit sightChanged();
}

void KeyTree::hideEvent(QHideEvent *event)
{
    QTreeView::hideEvent(event);
    m_ages->stop();
    m_lit.clear();
    emit sightChanged();
}

} // namespace Studio
