// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ratesmodel.h"

#include "mirror/keyspacemirror.h"
#include "mirror/segment.h"
#include "models/keytext.h"
#include "models/sortedrows.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int refreshMs = 1000;

QString number(quint64 value)
{
    return QLocale().toString(value);
}

} // namespace

RatesModel::RatesModel(KeyspaceMirror &mirror, QList<QByteArray> separators, QObject *parent)
    : QAbstractTableModel(parent)
    , m_separators(std::move(separators))
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    connect(&mirror, &KeyspaceMirror::applied, this, &RatesModel::heard);
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &RatesModel::refresh);
}

void RatesModel::heard(const AppliedBatch &batch)
{
    for (const Heard &heard : batch.heard) {
        if (heard.origin != Origin::Notification)
            continue;
        m_all.heard({}, heard.at);
        qsizetype end = segmentEnd(heard.key, 0, m_separators);
        if (end < 0)
            m_rates.heard({}, heard.at);
        for (; end >= 0; end = segmentEnd(heard.key, end, m_separators))
            m_rates.heard(heard.key.left(end), heard.at);
    }
}

void RatesModel::setClock(std::function<qint64()> now)
{
    m_now = std::move(now);
}

void RatesModel::setLookedAt(bool lookedAt)
{
    if (lookedAt == m_timer.isActive())
        return;
    if (!lookedAt) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    refresh();
}

void RatesModel::order(QList<BranchRates::Figures> &rows) const
{
    const auto less = [this](const BranchRates::Figures &a, const BranchRates::Figures &b) {
        switch (m_column) {
        case SecondColumn:
            if (a.lastSecond != b.lastSecond)
                return a.lastSecond < b.lastSecond;
            [[fallthrough]]; // many are alike within one second
        case MinuteColumn:
            if (a.lastMinute != b.lastMinute)
                return a.lastMinute < b.lastMinute;
            break;
        case TotalColumn:
            if (a.total != b.total)
                return a.total < b.total;
            break;
        default:
            return a.branch < b.branch;
        }
        // What is alike stands in the order of the names, whichever way the figures run.
        return m_order == Qt::DescendingOrder ? b.branch < a.branch : a.branch < b.branch;
    };
    std::sort(rows.begin(), rows.end(), [&](const auto &a, const auto &b) {
        return m_order == Qt::DescendingOrder ? less(b, a) : less(a, b);
    });
}

void RatesModel::refresh()
{
    const qint64 now = m_now();
    const QList<BranchRates::Figures> all = m_all.figures(now);
    m_sum = all.isEmpty() ? BranchRates::Figures() : all.constFirst();
    QList<BranchRates::Figures> fresh = m_rates.figures(now);
    order(fresh);
    const auto nameOf = [](const BranchRates::Figures &row) -> const QByteArray & { return row.branch; };
    if (SortedRows::sameNames(m_rows, fresh, nameOf)) {
        m_rows = std::move(fresh);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    } else if (fresh.size() < m_rows.size() || m_rows.isEmpty()) { // seldom: room was made
        beginResetModel();
        m_rows = std::move(fresh);
        endResetModel();
    } else {
        if (fresh.size() > m_rows.size()) {
            beginInsertRows({}, int(m_rows.size()), int(fresh.size()) - 1);
            SortedRows::appendUnknown(m_rows, fresh, nameOf);
            endInsertRows();
        }
        emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        changePersistentIndexList(before, SortedRows::moved(*this, before, m_rows, fresh, nameOf));
        m_rows = std::move(fresh);
        emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    emit refreshed();
}

void RatesModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0)
        return;
    m_column = column;
    m_order = order;
    refresh();
}

QByteArray RatesModel::branchAt(int row) const
{
    return row < 0 || row >= int(m_rows.size()) ? QByteArray() : m_rows[row].branch;
}

int RatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RatesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RatesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const BranchRates::Figures &row = m_rows[index.row()];
    const bool isFigure = index.column() != BranchColumn;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case BranchColumn:
            return row.branch.isEmpty() ? tr("keys without a branch") : KeyText::display(row.branch);
        case SecondColumn:
            return number(row.lastSecond);
        case MinuteColumn:
            return number(row.lastMinute);
        default:
            return number(row.total);
        }
    case Qt::TextAlignmentRole:
        return int(isFigure ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return isFigure && m_sum.lastMinute > 0
                 ? tr("%1 % of all changes of the last minute")
                       .arg(QLocale().toString(100.0 * row.lastMinute / m_sum.lastMinute, 'f', 1))
                 : KeyText::display(row.branch);
    case BranchRole:
        return row.branch;
    case FigureRole:
        return m_sum.lastMinute > 0 ? double(row.lastMinute) / m_sum.lastMinute : 0.0;
    default:
        return {};
    }
}

QVariant RatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return int(section == BranchColumn ? Qt::AlignLeading | Qt::AlignVCenter
                                           : Qt::AlignTrailing | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case BranchColumn:
        return tr("Branch");
    case SecondColumn:
        return tr("Per second");
    case MinuteColumn:
        return tr("Last minute");
    case TotalColumn:
        return tr("In all");
    default:
        return {};
    }
}

} // namespace Studio
