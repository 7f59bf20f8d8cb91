// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangesorting.h"

#include "browser/range/rangebars.h"
#include "browser/range/rangefilterrow.h"
#include "browser/range/rangetable.h"
#include "models/rangemodel.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QToolButton>

namespace Studio
{

namespace
{

QString clockText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at).time().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

RangeSorting::RangeSorting(RangeModel &model, RangeTable &table, RangeQueryBar &bar,
                           RangeProgressStrip &strip, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_table(table)
    , m_bar(bar)
    , m_strip(strip)
{
    connect(&bar, &RangeQueryBar::conditionEdited, this, &RangeSorting::applyFilters);
    connect(table.filterRow(), &RangeFilterRow::edited, this, &RangeSorting::applyFilters);
    connect(&table, &RangeTable::sortRequested, this, &RangeSorting::step);
    connect(&model, &RangeModel::orderChanged, this, &RangeSorting::showOrder);
    connect(&model, &QAbstractItemModel::columnsRemoved, this, [this] {
        if (const auto &by = m_model.spec().sort; by && m_model.columnOf(*by) < 0)
            sort({}, false); // nobody could see what the rows are sorted by
    });
    connect(strip.orderButton(), &QToolButton::clicked, this, [this] {
        if (m_model.orderState().isWorking)
            m_model.cancelOrder();
        else
            m_model.sortAgain();
    });
}

void RangeSorting::applyFilters()
{
    RangeOrderSpec spec;
    spec.sort = m_model.spec().sort;
    spec.descending = m_model.spec().descending;
    RangeFilterRow *row = m_table.filterRow();
    const QHash<QString, QString> texts = row->texts();
    for (int column = 0; column < m_model.columns().size(); ++column) {
        const RangeColumn &of = m_model.columns()[column];
        const RangeFilter filter = RangeFilter::parse(texts.value(of.id()));
        row->setProblem(column, filter.problem());
        if (!filter.isEmpty())
            spec.filters.append({of, filter});
    }
    const QString condition = m_bar.conditionText().trimmed();
    QString problem;
    if (!condition.isEmpty()) {
        spec.condition = JsonCondition::parse(condition);
        problem = spec.condition.error().text;
    }
    m_bar.setConditionProblem(problem);
    m_model.setSpec(spec);
    emit edited();
}

void RangeSorting::clearFilters()
{
    m_bar.setConditionText({});
    m_table.filterRow()->clear();
    applyFilters();
}

void RangeSorting::sort(const std::optional<RangeColumn> &column, bool descending)
{
    RangeOrderSpec spec = m_model.spec();
    spec.sort = column;
    spec.descending = descending;
    m_model.setSpec(spec);
    emit edited();
}

void RangeSorting::step(int column)
{
    const RangeColumn wanted = m_model.columns().value(column);
    const RangeOrderSpec &spec = m_model.spec();
    if (spec.sort.value_or(RangeColumn()) != wanted)
        sort(wanted, false);
    else if (!spec.descending)
        sort(wanted, true);
    else
        sort({}, false);
}

void RangeSorting::showOrder()
{
    const RangeOrderSpec &spec = m_model.spec();
    const int column = spec.sort ? m_model.columnOf(*spec.sort) : 0;
    const Qt::SortOrder direction = spec.descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    for (QHeaderView *header : {m_table.keyHeader(), m_table.header()}) {
        const bool isHere = (header == m_table.keyHeader()) == (column == 0);
        header->setSortIndicatorShown(isHere);
        header->setSortIndicator(isHere ? column : -1, direction);
    }
    const RangeModel::OrderState state = m_model.orderState();
    QStringList parts;
    QString action;
    if (state.isWorking) {
        //: %1 is a time
        parts.append(state.isOutdated ? tr("Order as of %1, being sorted again…").arg(clockText(state.asOf))
                                      : tr("Sorting…"));
        action = tr("Stop");
    } else if (state.isOutdated) {
        //: %1 is a time, %2 a number
        parts.append(tr("Order as of %1, %2 changes since")
                         .arg(clockText(state.asOf), QLocale().toString(state.changesSince)));
        action = tr("Sort again");
    }
    if (!state.isByKey && state.unread > 0) {
        parts.append(
            tr("%1 values are not in memory and were not looked at").arg(QLocale().toString(state.unread)));
        if (action.isEmpty())
            action = tr("Sort again");
    }
    m_strip.setOrder(parts.join(QStringLiteral(" · ")), action);
    emit orderShown();
}

} // namespace Studio
