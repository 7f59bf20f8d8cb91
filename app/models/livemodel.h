// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/livefilter.h"
#include "live/livenote.h"

#include <QAbstractTableModel>

#include <deque>
#include <memory>

namespace Studio
{

class LiveFeed;

/// Where every notification stands, seen from one list. received == shown + filtered + sampled + waiting +
/// dropped + cleared.
struct LiveLedger {
    quint64 received = 0;
    quint64 shown = 0; ///< rows that can be seen (break rows not counted)
    quint64 filtered = 0; ///< held, but the filter hides them
    quint64 sampled = 0; ///< came faster than the filter can look at them, and were passed over
    quint64 waiting = 0; ///< arrived while paused (or within the last 50 ms)
    quint64 dropped = 0; ///< gone because of the bound
    quint64 cleared = 0;
    bool operator==(const LiveLedger &) const = default;
};

/// The live feed as rows, newest first or last. Rows are inserted at most 20 times a second; a filter looks
/// at as many of them as its time allows.
class LiveModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, KindColumn, KeyColumn, ChangeColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        EntryRole = Qt::UserRole + 1, ///< SharedLiveEntry
        NoteRole, ///< SharedLiveNote
        NumberRole, ///< quint64
        KindRole, ///< int(LiveKind)
        GuessRole, ///< bool
        IsBreakRole, ///< bool
        KeyRole, ///< QByteArray
        TimeRole, ///< qint64 ms since 1970
        ChangesRole, ///< QList<LiveChange>
        MoreChangesRole, ///< int
        ShapeRole, ///< QString
        BadgeRole ///< QString: in place of the name of the kind; PastModel only
    };
    Q_ENUM(Role)

    explicit LiveModel(LiveFeed *feed, QObject *parent = nullptr);
    ~LiveModel() override;

    LiveFeed *feed() const;

    /// While paused the rows stand still; what arrives is counted and waits in the feed.
    void setPaused(bool paused);
    bool isPaused() const;
    /// Notifications that arrived since the pause began.
    quint64 waitingCount() const;

    void setNewestFirst(bool newestFirst);
    bool isNewestFirst() const;

    /// Shows only rows that match; break rows always.
    void setFilter(const LiveFilter &filter);
    const LiveFilter &filter() const;
    /// The same with another text.
    void setFilterText(const QString &text);
    /// How many milliseconds the filter may take each time (default 4).
    void setFilterBudget(double milliseconds);

    LiveLedger ledger() const;
    /// Shows now what would be shown within the next 50 ms (nothing while paused).
    void flush();

    SharedLiveEntry entryAt(int row) const;
    SharedLiveNote noteAt(int row) const;
    /// What is shown, oldest first.
    const std::deque<SharedLiveNote> &rows() const;

    /// An entry in words, by cell and as a whole.
    static QString cellText(const LiveEntry &entry, Column column);
    static QString rowText(const LiveEntry &entry);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    /// Anything in ledger() changed; at most 20 times a second.
    void ledgerChanged();
    void pausedChanged(bool paused);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
