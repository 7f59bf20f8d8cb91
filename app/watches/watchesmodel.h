// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watches/patternrates.h"
#include "watches/patterntest.h"
#include "watches/watchlist.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>

namespace Studio
{

class KeyspaceMirror;

/// What is watched as rows: what a person chose, then what is heard besides because views show it. Known keys
/// are counted beside the window's thread.
class WatchesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        PatternColumn,
        KindColumn,
        SecondColumn,
        MinuteColumn,
        KeysColumn,
        RecordColumn,
        ColumnCount
    };

    WatchesModel(WatchList &list, const KeyspaceMirror &mirror, QObject *parent = nullptr);

    /// What the notification connection has subscribed, as a token takes it.
    void setSubscribed(const QList<QByteArray> &wire);

    /// What of it the server does not take.
    void setRefused(const QList<RefusedPattern> &refused);
    /// What the server says against the pattern of a row; empty if it is not refused.
    std::optional<QString> refusalAt(int row) const;
    PatternRates &rates() { return m_rates; }

    /// Rows that a person chose come first.
    int chosenCount() const { return int(m_watches.size()); }
    /// Empty for rows of views.
    std::optional<Watch> watchAt(int row) const;
    WatchPattern patternAt(int row) const;
    int rowOf(const WatchPattern &pattern) const; ///< of those that a person chose; −1: none
    /// Known keys that match; −1 = not counted yet.
    qint64 keysAt(int row) const;
    bool isCounting() const { return m_test.isRunning() || m_counter.isActive(); }

    static QString kindText(WatchPattern::Kind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    void takeList();
    void setOthers();
    void count();
    void setRates();
    QString kindOf(int row) const;

    WatchList &m_list;
    PatternTest m_test;
    PatternRates m_rates;
    QTimer m_counter;
    QList<Watch> m_watches;
    QList<QByteArray> m_subscribed;
    WatchPatterns m_others;
    QList<RefusedPattern> m_refused;
    WatchPatterns m_asked; ///< of the test that runs
    WatchPatterns m_counted; ///< in the order of the counts that are shown
};

} // namespace Studio
