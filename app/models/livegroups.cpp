// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/livegroups.h"

#include "live/livefeed.h"
#include "models/keytext.h"
#include "models/sortedrows.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <vector>

namespace Studio
{

namespace
{

constexpr int refreshMs = 500;
constexpr int valueCharacters = 120;

} // namespace

LiveGroups::LiveGroups(LiveFeed &feed, QObject *parent)
    : QAbstractTableModel(parent)
    , m_feed(feed)
    , m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &LiveGroups::refresh);
    connect(&feed, &LiveFeed::appended, this, [this](quint64 first) {
        if (m_timer.isActive())
            take(first);
    });
    connect(&feed, &LiveFeed::settled, this, [this](quint64 number) {
        const SharedLiveNote better = m_feed.noteAt(number);
        const auto known = better ? m_groups.find(better->key) : m_groups.end();
        if (known != m_groups.end() && known->note->number == number)
            known->note = better;
    });
    connect(&feed, &LiveFeed::cleared, this, [this] {
        m_groups.clear();
        m_bytes = 0;
        m_rates.clear();
        refresh();
    });
}

void LiveGroups::setClock(std::function<qint64()> now)
{
    m_now = std::move(now);
}

void LiveGroups::setLookedAt(bool lookedAt)
{
    if (lookedAt == m_timer.isActive())
        return;
    if (!lookedAt) {
        m_timer.stop();
        return;
    }
    m_groups.clear();
    m_bytes = 0;
    m_rates.clear();
    m_forgotten = 0;
    take(m_feed.firstNumber());
    m_timer.start();
    refresh();
}

void LiveGroups::take(quint64 first)
{
    const std::deque<SharedLiveNote> &notes = m_feed.notes();
    first = std::max(first, m_feed.firstNumber());
    for (auto it = notes.begin() + qptrdiff(first - m_feed.firstNumber()); it != notes.end(); ++it) {
        const SharedLiveNote &note = *it;
        if (note->isBreak())
            continue;
        Group &group = m_groups[note->key];
        m_bytes += note->cost() - (group.note ? group.note->cost() : 0);
        group.note = note;
        ++group.count;
        m_rates.heard(note->key, note->at);
    }
    while (m_groups.size() > mostKeys || (m_bytes > mostBytes && m_groups.size() > 1))
        forgetQuiet();
}

void LiveGroups::forgetQuiet()
{
    std::vector<quint64> numbers;
    numbers.reserve(size_t(m_groups.size()));
    for (const Group &group : std::as_const(m_groups))
        numbers.push_back(group.note->number);
    // A tenth more than must be, so that this is not done for each new key.
    const auto gone = qptrdiff(std::max<qsizetype>(0, m_groups.size() - mostKeys) + m_groups.size() / 10 + 1);
    std::nth_element(numbers.begin(), numbers.begin() + gone - 1, numbers.end());
    const quint64 last = numbers[size_t(gone) - 1];
    m_forgotten += quint64(m_groups.removeIf([&](const QHash<QByteArray, Group>::iterator &entry) {
        if (entry->note->number > last)
            return false;
        m_bytes -= entry->note->cost();
        return true;
    }));
}

bool LiveGroups::isWanted(const QByteArray &key) const
{
    return m_filter.matchesKey(key)
        && (m_filter.text().isEmpty()
            || KeyText::display(key).contains(m_filter.text(), Qt::CaseInsensitive));
}

void LiveGroups::setFilter(const LiveFilter &filter)
{
    m_filter = filter;
    refresh();
}

bool LiveGroups::less(const Group &a, const Group &b) const
{
    switch (m_column) {
    case RateColumn:
        if (a.rate != b.rate)
            return a.rate < b.rate;
        break;
    case CountColumn:
        if (a.count != b.count)
            return a.count < b.count;
        break;
    case TimeColumn:
        return a.note->number < b.note->number;
    case KindColumn:
        if (a.note->reading().kind != b.note->reading().kind)
            return a.note->reading().kind < b.note->reading().kind;
        break;
    case ValueColumn: {
        const QByteArray left = a.note->after().value_or(QByteArray());
        const QByteArray right = b.note->after().value_or(QByteArray());
        if (left != right)
            return left < right;
        break;
    }
    default:
        return a.note->key < b.note->key;
    }
    return m_order == Qt::DescendingOrder ? b.note->key < a.note->key : a.note->key < b.note->key;
}

void LiveGroups::refresh()
{
    const qint64 now = m_now();
    QList<Group> fresh;
    fresh.reserve(m_groups.size());
    for (auto it = m_groups.begin(); it != m_groups.end(); ++it) {
        if (!isWanted(it.key()))
            continue;
        it->rate = m_rates.perSecond(it.key(), now);
        fresh.append(*it);
    }
    std::sort(fresh.begin(), fresh.end(), [this](const Group &a, const Group &b) {
        return m_order == Qt::DescendingOrder ? less(b, a) : less(a, b);
    });
    const auto nameOf = [](const Group &row) -> const QByteArray & { return row.note->key; };
    if (SortedRows::sameNames(m_rows, fresh, nameOf)) {
        m_rows = std::move(fresh);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
        return;
    }
    QSet<QByteArray> names;
    for (const Group &row : std::as_const(fresh))
        names.insert(row.note->key);
    const bool isGrowing = std::all_of(m_rows.cbegin(), m_rows.cend(),
                                       [&names](const Group &row) { return names.contains(row.note->key); });
    if (!isGrowing || m_rows.isEmpty()) { // another filter, or room was made
        beginResetModel();
        m_rows = std::move(fresh);
        endResetModel();
        return;
    }
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

void LiveGroups::sort(int column, Qt::SortOrder order)
{
    if (column < 0)
        return;
    m_column = column;
    m_order = order;
    refresh();
}

SharedLiveNote LiveGroups::noteAt(int row) const
{
    return row < 0 || row >= int(m_rows.size()) ? nullptr : m_rows[row].note;
}

int LiveGroups::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LiveGroups::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LiveGroups::data(const QModelIndex &index, int role) const
{
    const SharedLiveNote note = index.isValid() ? noteAt(index.row()) : nullptr;
    if (!note)
        return {};
    const Group &group = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case KeyColumn:
            return KeyText::display(note->key);
        case RateColumn:
            return QLocale().toString(group.rate, 'f', group.rate < 10 ? 1 : 0);
        case CountColumn:
            return QLocale().toString(group.count);
        case TimeColumn:
            return QDateTime::fromMSecsSinceEpoch(note->at).time().toString(QStringLiteral("HH:mm:ss"));
        case KindColumn: {
            const LiveReading &reading = note->reading();
            return reading.guess ? liveKindText(reading.kind) + QStringLiteral(" ?")
                                 : liveKindText(reading.kind);
        }
        default: {
            if (!note->after())
                return note->entry()->shape;
            return KeyText::display(note->after()->left(valueCharacters));
        }
        }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter
                   | (index.column() == RateColumn || index.column() == CountColumn ? Qt::AlignTrailing
                                                                                    : Qt::AlignLeading));
    case Qt::ToolTipRole:
        return index.column() == ValueColumn ? liveEntryText(*note->entry()) : KeyText::display(note->key);
    case NoteRole:
        return QVariant::fromValue(note);
    case KeyRole:
        return note->key;
    default:
        return {};
    }
}

QVariant LiveGroups::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isFigure = section == RateColumn || section == CountColumn;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isFigure ? Qt::AlignTrailing : Qt::AlignLeading));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return tr("Key");
    case RateColumn:
        return tr("Per second");
    case CountColumn:
        return tr("Changes");
    case TimeColumn:
        return tr("Last");
    case KindColumn:
        return tr("Kind");
    case ValueColumn:
        return tr("Value");
    default:
        return {};
    }
}

} // namespace Studio
