// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/search/searchview.h"

#include "models/searchmodel.h"
#include "shell/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int RowHeight = 24;

} // namespace

ExcerptDelegate::ExcerptDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ExcerptDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.metric(80), m_theme.metric(RowHeight)};
}

void ExcerptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QWidget *widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, widget);

    const QString text = index.data(SearchModel::ExcerptRole).toString();
    const int start = index.data(SearchModel::MatchStartRole).toInt();
    const int length = index.data(SearchModel::MatchLengthRole).toInt();
    const QFont font = m_theme.monospaceFont(-1);
    const QFontMetrics metrics(font);
    const QRect place = option.rect.adjusted(m_theme.metric(6), 0, -m_theme.metric(6), 0);

    painter->save();
    painter->setClipRect(place);
    painter->setFont(font);
    int x = place.left();
    const auto write = [&](const QString &piece, bool lit) {
        const QString shown = metrics.elidedText(piece, Qt::ElideRight, std::max(0, place.right() - x));
        const int width = metrics.horizontalAdvance(shown);
        const QRect box(x, place.top(), width, place.height());
        if (lit && width > 0) {
            const int height = std::min(place.height() - 4, metrics.height() + m_theme.metric(2));
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.color(ColorRole::WarningSoft));
            painter->setRenderHint(QPainter::Antialiasing);
            painter->drawRoundedRect(
                QRect(x - 1, place.top() + (place.height() - height) / 2, width + 2, height),
                m_theme.metric(3), m_theme.metric(3));
        }
        painter->setPen(m_theme.color(lit ? ColorRole::Text : ColorRole::TextMuted));
        painter->drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, shown);
        x += width;
    };
    write(text.left(start), false);
    write(text.mid(start, length), true);
    write(text.mid(start + length), false);
    painter->restore();
}

SearchView::SearchView(Theme &theme, SearchModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new ExcerptDelegate(theme, this));
    setItemDelegateForColumn(SearchModel::KeyColumn, new QStyledItemDelegate(this));
    setItemDelegateForColumn(SearchModel::SizeColumn, new QStyledItemDelegate(this));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideMiddle);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(SearchModel::ValueColumn, QHeaderView::Stretch);
    connect(this, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { emit chosen(keyOf(index), false); });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { emit chosen(keyOf(index), true); });
    connect(&theme, &Theme::changed, this, &SearchView::applyTheme);
    applyTheme();
}

void SearchView::applyTheme()
{
    setFont(m_theme.font());
    header()->resizeSection(SearchModel::KeyColumn, m_theme.metric(260));
    header()->resizeSection(SearchModel::SizeColumn, m_theme.metric(80));
    scheduleDelayedItemsLayout();
    viewport()->update();
}

QByteArray SearchView::keyOf(const QModelIndex &index) const
{
    return m_model.keyAt(index.row());
}

QList<QByteArray> SearchView::selectedKeys() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QList<QByteArray> keys;
    for (const int row : std::as_const(rows))
        keys.append(m_model.keyAt(row));
    return keys;
}

void SearchView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && currentIndex().isValid() && (enter || event->key() == Qt::Key_Space)) {
        emit chosen(keyOf(currentIndex()), enter);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void SearchView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint place = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard)
        place = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    if (!selectedKeys().isEmpty())
        emit menuRequested(place);
}

void SearchView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    // In a narrow dock the value is worth more than the whole key.
    header()->resizeSection(SearchModel::KeyColumn, std::clamp(viewport()->width() * 35 / 100,
                                                               m_theme.metric(100), m_theme.metric(360)));
}

} // namespace Studio
