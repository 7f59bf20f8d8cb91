// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/livefilter.h"
#include "live/livenote.h"
#include "models/changerates.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

#include <functional>

namespace Studio
{

class LiveFeed;

/// The live feed by key: one row for each key that was heard, with its last change, how often it came and its
/// rate. Follows the feed only while somebody looks; it begins with what the feed holds. The rows are renewed
/// twice a second.
class LiveGroups : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, RateColumn, CountColumn, TimeColumn, KindColumn, ValueColumn, ColumnCount };
    Q_ENUM(Column)
    enum Role { NoteRole = Qt::UserRole + 1, KeyRole };
    Q_ENUM(Role)

    static constexpr int mostKeys =
        20'000; ///< beyond that the keys that were quiet longest go, and so they do
    static constexpr qsizetype mostBytes = 64 * 1024 * 1024; ///< beyond what their last changes may take

    explicit LiveGroups(LiveFeed &feed, QObject *parent = nullptr);

    void setLookedAt(bool lookedAt);
    /// Keys are wanted whose text and pattern match; the other parts of the filter are not asked.
    void setFilter(const LiveFilter &filter);
    void refresh();
    SharedLiveNote noteAt(int row) const;
    /// Keys that were forgotten for want of room.
    quint64 forgotten() const { return m_forgotten; }
    void setClock(std::function<qint64()> now);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Group {
        SharedLiveNote note; ///< the last one
        quint64 count = 0;
        double rate = 0; ///< as of the last refresh()
    };

    void take(quint64 first);
    void forgetQuiet();
    bool isWanted(const QByteArray &key) const;
    bool less(const Group &a, const Group &b) const;

    LiveFeed &m_feed;
    ChangeRates m_rates;
    QHash<QByteArray, Group> m_groups;
    QList<Group> m_rows;
    LiveFilter m_filter;
    std::function<qint64()> m_now;
    QTimer m_timer;
    qsizetype m_bytes = 0; ///< of the last changes
    quint64 m_forgotten = 0;
    int m_column = RateColumn;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace Studio
