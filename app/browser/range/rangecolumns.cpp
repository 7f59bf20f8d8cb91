// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangecolumns.h"

#include "browser/range/menufield.h"
#include "browser/range/rangetable.h"
#include "models/keytext.h"
#include "models/rangemodel.h"
#include "shell/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int OwnColumns = 5; // that a new range gets by itself
constexpr double OwnShare = 0.5; // … if so many of its records have them
constexpr int SuggestedColumns = 20;
constexpr int LongestName = 60;
constexpr int MemberWidth = 140;

} // namespace

RangeColumns::RangeColumns(Theme &theme, RangeModel &model, RangeTable &table, const KeyspaceMirror &mirror,
                           QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_model(model)
    , m_table(table)
    , m_survey(mirror)
{
    connect(&m_survey, &RangeSurvey::looked, this, [this] {
        const bool isEnough = m_survey.seen() >= RangeSurvey::recordsAtOnce || !m_isReading;
        if (m_ownDue && m_survey.seen() > 0 && isEnough)
            addOwn();
        alignTitles();
    });
    connect(&table, &RangeTable::layoutEdited, this, [this] {
        if (!m_isApplying)
            emit edited();
    });
}

void RangeColumns::beginReading(const KeyInterval &interval)
{
    m_isReading = true;
    m_survey.begin(interval);
}

void RangeColumns::endReading()
{
    m_isReading = false;
    m_survey.lookNow();
}

QList<RangeQuery::Column> RangeColumns::layout() const
{
    QList<RangeQuery::Column> columns;
    // The width of a hidden section is told as 0, which stands for "as it comes".
    const auto append = [&](int column) {
        columns.append(
            {m_model.columns()[column].id(), m_table.columnWidth(column), m_table.isColumnShown(column)});
    };
    append(0);
    const QHeaderView *header = m_table.header();
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); column > 0)
            append(column);
    }
    return columns;
}

void RangeColumns::apply(const QList<RangeQuery::Column> &columns)
{
    m_ownDue = columns.isEmpty();
    if (columns.isEmpty())
        return;
    const QScopedValueRollback applying(m_isApplying, true);
    for (int i = int(m_model.columns().size()) - 1; i >= 0; --i) {
        const QString id = m_model.columns()[i].id();
        const bool isWanted = std::any_of(columns.begin(), columns.end(),
                                          [&](const RangeQuery::Column &column) { return column.id == id; });
        if (!isWanted)
            m_model.removeColumn(i);
    }
    int place = 0;
    for (const RangeQuery::Column &wanted : columns) {
        const std::optional<RangeColumn> of = RangeColumn::fromId(wanted.id);
        if (!of)
            continue;
        const int column = m_model.addColumn(*of);
        if (wanted.width > 0)
            m_table.setColumnWidth(column, wanted.width);
        m_table.setColumnShown(column, wanted.shown);
        if (column > 0)
            m_table.header()->moveSection(m_table.header()->visualIndex(column), ++place);
    }
}

/// A range that nobody has arranged yet shows members that most of its records have.
void RangeColumns::addOwn()
{
    m_ownDue = false;
    const MemberSurvey &members = m_survey.members();
    if (members.records() < members.notJson())
        return;
    const QScopedValueRollback applying(m_isApplying, true);
    int place = 1;
    for (const QByteArray &pointer : members.suggestedColumns(OwnColumns, OwnShare)) {
        if (pointer.isEmpty())
            continue;
        const int column = m_model.addColumn(RangeColumn::member(pointer));
        QHeaderView *header = m_table.header();
        header->moveSection(header->visualIndex(column), place++);
        header->resizeSection(column, m_theme.metric(MemberWidth));
    }
    if (place == 1)
        return;
    m_table.setColumnShown(m_model.columnOf({RangeColumn::Kind::Value, {}}), false);
    m_table.setColumnShown(m_model.columnOf({RangeColumn::Kind::Type, {}}), false);
}

/// Where most of what was seen is a number, the title stands above the figures.
void RangeColumns::alignTitles()
{
    for (const MemberSurvey::Member &member : m_survey.members().members()) {
        const bool isNumber = member.count(MemberSurvey::Type::Number) * 2 > member.occurrences;
        const Qt::Alignment side = isNumber ? Qt::AlignTrailing : Qt::AlignLeading;
        if (const int column = m_model.columnOf(RangeColumn::member(member.pointer)); column > 0)
            m_model.setHeaderData(column, Qt::Horizontal, int(side | Qt::AlignVCenter),
                                  Qt::TextAlignmentRole);
    }
}

void RangeColumns::add(const RangeColumn &column)
{
    const int at = m_model.addColumn(column);
    alignTitles();
    m_table.setColumnShown(at, true);
    m_table.scrollTo(m_model.index(std::max(0, m_table.currentIndex().row()), at));
    emit edited();
}

void RangeColumns::showMenu(int column, const QPoint &globalPosition, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, column);
    menu->popup(globalPosition);
}

void RangeColumns::fillMenu(QMenu &menu, int column)
{
    if (column >= 0) {
        const RangeColumn of = m_model.columns()[column];
        menu.addAction(tr("Sort forwards"), this, [this, of] { emit sortRequested(of, false); });
        menu.addAction(tr("Sort backwards"), this, [this, of] { emit sortRequested(of, true); });
        if (column > 0)
            menu.addAction(tr("Hide this column"), this,
                           [this, of] { m_table.setColumnShown(m_model.columnOf(of), false); });
        if (of.isJson())
            menu.addAction(tr("Remove this column"), this, [this, of] {
                m_model.removeColumn(m_model.columnOf(of));
                emit edited();
            });
        menu.addSeparator();
    }
    for (int i = 1; i < m_model.columns().size(); ++i) {
        QAction *action =
            menu.addAction(menuText(m_model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString()));
        action->setCheckable(true);
        action->setChecked(m_table.isColumnShown(i));
        connect(action, &QAction::toggled, this, [this, i](bool shown) { m_table.setColumnShown(i, shown); });
    }
    menu.addSeparator();
    QMenu *members = menu.addMenu(tr("Members of these records"));
    fillMembers(*members);
    members->setEnabled(!members->isEmpty());
    addMenuField(menu, m_theme, tr("JSON Pointer, e.g. /customer/name"), [this](const QString &text) {
        const std::optional<RangeColumn> wanted = RangeColumn::fromId(text.trimmed());
        if (!wanted || !wanted->isJson())
            return false;
        add(*wanted);
        return true;
    });
}

/// What the records have and no column shows yet.
void RangeColumns::fillMembers(QMenu &menu)
{
    for (const QByteArray &pointer : m_survey.members().suggestedColumns(SuggestedColumns)) {
        const RangeColumn member = RangeColumn::member(pointer);
        if (!pointer.isEmpty() && m_model.columnOf(member) < 0)
            menu.addAction(menuText(KeyText::elided(pointer, LongestName)), this,
                           [this, member] { add(member); });
    }
    for (const MemberSurvey::Member &member : m_survey.members().members()) {
        const RangeColumn counted = RangeColumn::count(member.pointer);
        if (member.count(MemberSurvey::Type::Array) > 0 && !member.isInArray && !member.pointer.isEmpty()
            && m_model.columnOf(counted) < 0)
            //: %1 is the place of a JSON array
            menu.addAction(tr("%1: how many").arg(menuText(KeyText::elided(member.pointer, LongestName))),
                           this, [this, counted] { add(counted); });
    }
}

} // namespace Studio
