// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watches/watchesmodel.h"

#include "mirror/keyspacemirror.h"
#include "models/keytext.h"

#include <QLocale>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int CountMs = 700; ///< new counts at most this often

} // namespace

WatchesModel::WatchesModel(WatchList &list, const KeyspaceMirror &mirror, QObject *parent)
    : QAbstractTableModel(parent)
    , m_list(list)
    , m_test(mirror)
    , m_rates(mirror)
    , m_watches(list.watches())
{
    m_counter.setSingleShot(true);
    m_counter.setInterval(CountMs);
    connect(&m_counter, &QTimer::timeout, this, &WatchesModel::count);
    connect(&m_test, &PatternTest::finished, this, [this] {
        m_counted = m_asked;
        if (rowCount() > 0)
            emit dataChanged(index(0, KeysColumn), index(rowCount() - 1, KeysColumn), {Qt::DisplayRole});
    });
    connect(&list, &WatchList::changed, this, &WatchesModel::takeList);
    // Only what adds or removes keys changes a count.
    connect(&mirror, &KeyspaceMirror::applied, this, [this](const AppliedBatch &batch) {
        if ((!batch.inserted.isEmpty() || !batch.removed.isEmpty()) && !m_counter.isActive())
            m_counter.start();
    });
    connect(&mirror, &KeyspaceMirror::reset, &m_counter, qOverload<>(&QTimer::start));
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(this, signal, this, &WatchesModel::setRates);
    connect(this, &QAbstractItemModel::modelReset, this, &WatchesModel::setRates);
    connect(&m_rates, &PatternRates::refreshed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, SecondColumn), index(rowCount() - 1, MinuteColumn), {Qt::DisplayRole});
    });
    setRates();
    count();
}

void WatchesModel::setSubscribed(const QList<QByteArray> &wire)
{
    if (m_subscribed == wire)
        return;
    m_subscribed = wire;
    setOthers();
}

void WatchesModel::setRefused(const QList<RefusedPattern> &refused)
{
    if (m_refused == refused)
        return;
    m_refused = refused;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::optional<QString> WatchesModel::refusalAt(int row) const
{
    const WatchPattern pattern = patternAt(row);
    for (const RefusedPattern &refused : m_refused) {
        if (refused.pattern == pattern)
            return refused.reason;
    }
    return {};
}

void WatchesModel::setRates()
{
    WatchPatterns patterns;
    for (int row = 0; row < rowCount(); ++row)
        patterns.append(patternAt(row));
    m_rates.setPatterns(patterns);
}

/// The rows follow the list; what stays keeps its place, so that the selection does.
void WatchesModel::takeList()
{
    const QList<Watch> now = m_list.watches();
    for (int row = chosenCount() - 1; row >= 0; --row) {
        const bool stays = std::any_of(now.cbegin(), now.cend(), [&](const Watch &watch) {
            return watch.pattern == m_watches.at(row).pattern;
        });
        if (stays)
            continue;
        beginRemoveRows({}, row, row);
        m_watches.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < now.size(); ++row) {
        if (row < m_watches.size() && m_watches.at(row).pattern == now.at(row).pattern) {
            if (m_watches.at(row) != now.at(row)) {
                m_watches[row] = now.at(row);
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
        } else if (rowOf(now.at(row).pattern) >= 0) {
            // Another order, as another copy of the program may leave it.
            beginResetModel();
            m_watches = now;
            endResetModel();
            break;
        } else {
            beginInsertRows({}, row, row);
            m_watches.insert(row, now.at(row));
            endInsertRows();
        }
    }
    setOthers();
    count();
}

void WatchesModel::setOthers()
{
    WatchPatterns others;
    for (const QByteArray &wire : std::as_const(m_subscribed)) {
        const WatchPattern pattern = WatchPattern::fromText(wire);
        const bool isChosen = std::any_of(m_watches.cbegin(), m_watches.cend(), [&](const Watch &watch) {
            return watch.pattern == pattern || watch.pattern.toWire() == wire;
        });
        if (!isChosen)
            others.append(pattern);
    }
    if (others == m_others)
        return;
    const int first = chosenCount();
    if (!m_others.isEmpty()) {
        beginRemoveRows({}, first, first + int(m_others.size()) - 1);
        m_others.clear();
        endRemoveRows();
    }
    if (!others.isEmpty()) {
        beginInsertRows({}, first, first + int(others.size()) - 1);
        m_others = others;
        endInsertRows();
    }
    if (!m_counter.isActive())
        m_counter.start();
}

void WatchesModel::count()
{
    // While one still counts, the next waits: a stream of new keys must not starve it.
    if (m_test.isRunning()) {
        m_counter.start();
        return;
    }
    m_asked.clear();
    QList<WatchPatterns> groups;
    for (int row = 0; row < rowCount(); ++row) {
        m_asked.append(patternAt(row));
        groups.append({patternAt(row)});
    }
    m_test.start(groups);
}

std::optional<Watch> WatchesModel::watchAt(int row) const
{
    return row >= 0 && row < m_watches.size() ? std::optional(m_watches.at(row)) : std::nullopt;
}

WatchPattern WatchesModel::patternAt(int row) const
{
    return row < m_watches.size() ? m_watches.at(row).pattern : m_others.at(row - m_watches.size());
}

int WatchesModel::rowOf(const WatchPattern &pattern) const
{
    const auto found = std::find_if(m_watches.cbegin(), m_watches.cend(),
                                    [&](const Watch &watch) { return watch.pattern == pattern; });
    return found == m_watches.cend() ? -1 : int(found - m_watches.cbegin());
}

qint64 WatchesModel::keysAt(int row) const
{
    const qsizetype at = m_counted.indexOf(patternAt(row));
    return at >= 0 ? m_test.matches().counts.value(at, -1) : -1;
}

QString WatchesModel::kindText(WatchPattern::Kind kind)
{
    switch (kind) {
    case WatchPattern::Kind::Key:
        return tr("key");
    case WatchPattern::Kind::Prefix:
        return tr("prefix");
    case WatchPattern::Kind::Suffix:
        return tr("suffix");
    case WatchPattern::Kind::Wildcard:
        return tr("wildcard");
    case WatchPattern::Kind::Expression:
        return tr("expression");
    }
    return {};
}

QString WatchesModel::kindOf(int row) const
{
    const QString kind = kindText(patternAt(row).kind);
    if (refusalAt(row))
        return tr("%1, refused by the server").arg(kind);
    return watchAt(row) ? kind : tr("%1, while in sight").arg(kind);
}

int WatchesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_watches.size() + m_others.size());
}

int WatchesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WatchesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WatchPattern pattern = patternAt(index.row());
    const std::optional<Watch> watch = watchAt(index.row());
    const bool isCount = index.column() >= SecondColumn && index.column() <= KeysColumn;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case PatternColumn:
            return KeyText::display(pattern.toText());
        case KindColumn:
            return kindOf(index.row());
        case SecondColumn:
            return QLocale().toString(m_rates.figuresOf(pattern).lastSecond);
        case MinuteColumn:
            return QLocale().toString(m_rates.figuresOf(pattern).lastMinute);
        case KeysColumn:
            return keysAt(index.row()) < 0 ? QStringLiteral("…") : QLocale().toString(keysAt(index.row()));
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (const std::optional<QString> reason = refusalAt(index.row()))
            return tr("The server does not take this pattern: %1").arg(*reason);
        if (index.column() == SecondColumn || index.column() == MinuteColumn)
            return tr("Changes that were heard through it; one that several patterns match counts for each");
        if (!watch)
            return tr("Heard because it is open or in sight; it goes by itself.");
        return index.column() == RecordColumn ? tr("What is heard goes into the history")
                                              : KeyText::display(pattern.toText());
    case Qt::CheckStateRole:
        if (index.column() == RecordColumn && watch)
            return watch->record ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::TextAlignmentRole:
        return isCount ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == RecordColumn && watch)
            return watch->record ? tr("recorded") : tr("not recorded");
        return {};
    default:
        return {};
    }
}

QVariant WatchesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= SecondColumn && section <= KeysColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PatternColumn:
        return tr("Pattern");
    case KindColumn:
        return tr("Kind");
    case SecondColumn:
        return tr("Per second");
    case MinuteColumn:
        return tr("Last minute");
    case KeysColumn:
        return tr("Known keys");
    case RecordColumn:
        return tr("Record");
    default:
        return {};
    }
}

Qt::ItemFlags WatchesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    flags |= Qt::ItemNeverHasChildren;
    if (index.column() == RecordColumn && watchAt(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

/// The list is asked; the row follows it like every other view.
bool WatchesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const std::optional<Watch> watch = watchAt(index.row());
    if (role != Qt::CheckStateRole || index.column() != RecordColumn || !watch)
        return false;
    m_list.setRecord(watch->pattern, value.toInt() == Qt::Checked);
    return true;
}

} // namespace Studio
