// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/treecolumns.h"

#include "models/keytreemodel.h"
#include "shell/theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTreeView>

#include <algorithm>
#include <array>

namespace Studio
{

namespace
{

struct Column {
    int number;
    const char *name; ///< in the settings
    int width; ///< at 100 %
};

constexpr std::array columns{
    Column{KeyTreeModel::CountColumn, "count", 76},     Column{KeyTreeModel::ValueColumn, "value", 160},
    Column{KeyTreeModel::TypeColumn, "type", 72},       Column{KeyTreeModel::SizeColumn, "size", 72},
    Column{KeyTreeModel::ChangedColumn, "changed", 80}, Column{KeyTreeModel::RateColumn, "rate", 72}};

constexpr int name = KeyTreeModel::NameColumn;
constexpr int narrowest = 36; // at 100 %
constexpr int widest = 2000;

const Column &columnOf(int number)
{
    return *std::find_if(columns.begin(), columns.end(),
                         [number](const Column &column) { return column.number == number; });
}

} // namespace

TreeColumns::TreeColumns(QTreeView &tree, Theme &theme)
    : QObject(&tree)
    , m_tree(tree)
    , m_theme(theme)
{
    QHeaderView *header = tree.header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(theme.metric(narrowest));
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionResized, this, &TreeColumns::resized);
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (m_arranging)
            return;
        const QHeaderView *moved = m_tree.header();
        std::sort(m_chosen.begin(), m_chosen.end(),
                  [moved](int a, int b) { return moved->visualIndex(a) < moved->visualIndex(b); });
        tell();
    });
    connect(header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(&m_tree);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fill(*menu);
        menu->popup(m_tree.header()->mapToGlobal(at));
    });
    connect(&theme, &Theme::changed, this, [this] {
        m_tree.header()->setMinimumSectionSize(m_theme.metric(narrowest));
        fit();
    });
    fit();
}

QList<int> TreeColumns::chosen() const
{
    return m_chosen;
}

bool TreeColumns::isShown(int column) const
{
    return m_chosen.contains(column) && !m_tree.isColumnHidden(column);
}

void TreeColumns::choose(int column, bool chosen)
{
    if (column == name || m_chosen.contains(column) == chosen)
        return;
    if (chosen)
        m_chosen.append(column);
    else
        m_chosen.removeOne(column);
    fit();
    tell();
}

void TreeColumns::reset()
{
    m_chosen.clear();
    m_widths.clear();
    fit();
    tell();
}

QString TreeColumns::state() const
{
    QStringList parts;
    for (const int column : m_chosen) {
        const QString part = QLatin1StringView(columnOf(column).name);
        const auto sized = m_widths.constFind(column);
        parts.append(sized == m_widths.cend() ? part : part + u':' + QString::number(*sized));
    }
    return parts.join(u',');
}

void TreeColumns::restore(const QString &state)
{
    if (state == this->state())
        return;
    m_chosen.clear();
    m_widths.clear();
    const QStringList parts = state.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString wanted = part.section(u':', 0, 0);
        const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column &each) {
            return wanted == QLatin1StringView(each.name);
        });
        if (column == columns.end() || m_chosen.contains(column->number))
            continue;
        m_chosen.append(column->number);
        if (const int sized = part.section(u':', 1, 1).toInt(); sized > 0 && sized <= widest)
            m_widths.insert(column->number, sized);
    }
    fit();
}

void TreeColumns::fill(QMenu &menu)
{
    const QAbstractItemModel *model = m_tree.model();
    for (const Column &column : columns) {
        QString text = model->headerData(column.number, Qt::Horizontal).toString();
        if (isChosen(column.number) && !isShown(column.number))
            //: %1 is the name of a column
            text = tr("%1 (no room)").arg(text);
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(isChosen(column.number));
        connect(action, &QAction::triggered, this,
                [this, number = column.number](bool checked) { choose(number, checked); });
    }
    menu.addSeparator();
    QAction *none = menu.addAction(tr("Only the names"), this, &TreeColumns::reset);
    none->setEnabled(!m_chosen.isEmpty());
}

int TreeColumns::width(int column) const
{
    const auto sized = m_widths.constFind(column);
    if (sized != m_widths.cend())
        return std::max(m_theme.metric(narrowest), *sized);
    // Unless somebody has made it narrower, its title is shown whole.
    return std::max(m_theme.metric(columnOf(column).width), m_tree.header()->sectionSizeHint(column));
}

int TreeColumns::nameMinimum() const
{
    return m_theme.metric(140);
}

void TreeColumns::fit()
{
    const QScopedValueRollback<bool> arranging(m_arranging, true);
    QHeaderView *header = m_tree.header();
    m_tree.setHeaderHidden(m_chosen.isEmpty());
    int left = m_tree.viewport()->width();
    int visual = 1;
    bool room = true;
    for (const int column : m_chosen) {
        header->moveSection(header->visualIndex(column), visual++);
        const int wanted = width(column);
        // What stands behind a column without room has none either: the order stays what it was.
        room = room && left - wanted >= nameMinimum();
        m_tree.setColumnHidden(column, !room);
        if (!room)
            continue;
        header->resizeSection(column, wanted);
        left -= wanted;
    }
    for (const Column &column : columns) {
        if (!m_chosen.contains(column.number))
            m_tree.setColumnHidden(column.number, true);
    }
    header->resizeSection(name, std::max(left, header->minimumSectionSize()));
}

/// The neighbour behind pays for a section that grows, so that all of them stay as wide as the view.
void TreeColumns::resized(int column, int before, int now)
{
    if (m_arranging || before == now)
        return;
    const QScopedValueRollback<bool> arranging(m_arranging, true);
    QHeaderView *header = m_tree.header();
    int next = -1;
    for (int visual = header->visualIndex(column) + 1; visual < header->count() && next < 0; ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            next = header->logicalIndex(visual);
    }
    if (next < 0) {
        header->resizeSection(column, before);
        return;
    }
    const int both = before + header->sectionSize(next);
    const int least = column == name ? nameMinimum() : header->minimumSectionSize();
    const int size =
        std::clamp(now, std::min(least, both), std::max(least, both - header->minimumSectionSize()));
    header->resizeSection(column, size);
    header->resizeSection(next, both - size);
    for (const int each : {column, next}) {
        if (each != name)
            m_widths.insert(each, header->sectionSize(each));
    }
    tell();
}

void TreeColumns::tell()
{
    m_tree.viewport()->update();
    emit changed();
}

} // namespace Studio
