// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangeselection.h"

#include "browser/keyactions.h"
#include "browser/range/rangebars.h"
#include "browser/range/rangecopy.h"
#include "browser/range/rangetable.h"
#include "models/rangemodel.h"
#include "models/selectionsum.h"
#include "session/session.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qint64 MostKeys = 100'000; // named one by one

} // namespace

RangeSelection::RangeSelection(const Session &session, RangeModel &model, RangeTable &table,
                               RangeSelectionBar &bar, KeyActions *actions, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
    , m_table(table)
    , m_bar(bar)
    , m_actions(actions)
    , m_sum(new SelectionSum(model, session.mirror(), this))
{
    m_bar.setWritable(session.profile().safety != SafetyLevel::ReadOnly, actions != nullptr);
    connect(&table, &RangeTable::selectedChanged, this, &RangeSelection::rowsChanged);
    connect(m_sum, &SelectionSum::changed, this, &RangeSelection::showSum);
    connect(bar.copy(), &QPushButton::clicked, this, &RangeSelection::copyTsv);
    connect(bar.patch(), &QPushButton::clicked, this, &RangeSelection::patch);
    connect(bar.increment(), &QPushButton::clicked, this, &RangeSelection::increment);
    connect(bar.exportRows(), &QPushButton::clicked, this, &RangeSelection::exportRows);
    connect(bar.remove(), &QPushButton::clicked, this, &RangeSelection::remove);
}

bool RangeSelection::isEmpty() const
{
    return m_table.selectedCount() == 0;
}

qint64 RangeSelection::count() const
{
    return m_table.selectedCount();
}

bool RangeSelection::canExport() const
{
    return m_actions && !isEmpty();
}

bool RangeSelection::canChange() const
{
    return canExport() && m_session.profile().safety != SafetyLevel::ReadOnly;
}

void RangeSelection::copyTsv()
{
    copy(false);
}

void RangeSelection::copyJson()
{
    copy(true);
}

void RangeSelection::patch()
{
    ask(&KeyActions::patchKeys);
}

void RangeSelection::increment()
{
    ask(&KeyActions::incrementKeys);
}

void RangeSelection::exportRows()
{
    ask(&KeyActions::exportKeys);
}

void RangeSelection::remove()
{
    ask(&KeyActions::deleteKeys);
}

void RangeSelection::showCount()
{
    m_bar.setSelected(m_table.selectedCount(), m_model.rowCount());
}

void RangeSelection::sumAgain()
{
    m_sum->restart();
}

void RangeSelection::rowsChanged()
{
    showCount();
    RangeColumn column = m_model.columns().value(std::max(0, m_table.currentIndex().column()));
    const bool canBeAdded =
        column.isJson() || column.kind == RangeColumn::Kind::Value || column.kind == RangeColumn::Kind::Size;
    if (!canBeAdded)
        column = {RangeColumn::Kind::Size, {}};
    m_sum->start(m_table.selectedRows(), column);
    emit changed();
}

void RangeSelection::showSum()
{
    const int column = m_model.columnOf(m_sum->column());
    const bool any = !isEmpty() && column >= 0;
    m_bar.setSum(any ? m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() : QString(),
                 any ? &m_sum->sum() : nullptr, m_sum->isRunning(), m_sum->unread());
}

void RangeSelection::copy(bool asJson)
{
    const QList<std::pair<int, int>> rows = m_table.selectedRows();
    const QLocale locale;
    if (m_table.selectedCount() > RangeCopy::mostRows) {
        emit problem(tr("Too many rows for the clipboard"),
                     tr("At most %1 rows can be copied; export them instead.")
                         .arg(locale.toString(RangeCopy::mostRows)));
        return;
    }
    qint64 unread = 0;
    const QByteArray text = asJson ? RangeCopy::asJson(m_model, rows, &unread)
                                   : RangeCopy::asTsv(m_model, rows, m_table.shownColumns());
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    if (unread > 0)
        emit problem(
            tr("Not all values were copied"),
            tr("%1 values are not in memory; they were copied as null.").arg(locale.toString(unread)));
}

/// By key, stretches of rows can be named by their ends; nothing if there are too many to be named.
KeySelection RangeSelection::chosen() const
{
    KeySelection selection;
    const bool isMany = m_table.selectedCount() > MostKeys;
    if (isMany && !m_model.orderState().isByKey)
        return selection;
    for (const auto &[first, last] : m_table.selectedRows()) {
        if (isMany) {
            KeyInterval part{m_model.keyAt(first), m_model.keyAt(last)};
            if (part.last < part.first) // backwards
                std::swap(part.first, part.last);
            selection.intervals.append(part);
            continue;
        }
        for (int row = first; row <= last; ++row)
            selection.keys.append(m_model.keyAt(row));
    }
    return selection;
}

void RangeSelection::ask(void (KeyActions::*action)(const KeySelection &))
{
    if (!canExport())
        return;
    const KeySelection selection = chosen();
    if (selection.isEmpty())
        emit problem(tr("Too many rows"),
                     tr("At most %1 sorted or filtered rows can be chosen at once. More are possible by key, "
                        "without a filter.")
                         .arg(QLocale().toString(MostKeys)));
    else
        (m_actions->*action)(selection);
}

} // namespace Studio
