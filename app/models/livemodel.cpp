// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/livemodel.h"

#include "live/livefeed.h"
#include "models/keytext.h"

#include <QDateTime>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <vector>

namespace Studio
{

namespace
{

constexpr int gatherMs = 50;

QString timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at).time().toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace

struct LiveModel::Private {
    Private(LiveModel *model, LiveFeed *source)
        : q(model)
        , feed(source)
    {
    }

    LiveModel *q;
    LiveFeed *feed;
    std::deque<SharedLiveEntry> window; ///< what was taken from the feed, oldest first, hidden ones included
    std::deque<SharedLiveEntry> rows; ///< what is shown, oldest first
    quint64 next = 1; ///< number of the entry to be taken next
    LiveLedger ledger; ///< without what waits
    QString filter;
    bool paused = false;
    QTimer timer;

    bool matches(const LiveEntry &entry) const;
    void start();
    void take();
    void forgetOldest(size_t count);
    void insert(std::vector<SharedLiveEntry> fresh);
    void refilter();
    int rowOf(size_t place) const { return int(rows.size() - 1 - place); }
};

bool LiveModel::Private::matches(const LiveEntry &entry) const
{
    if (filter.isEmpty() || entry.isBreak())
        return true;
    const auto has = [this](const QString &text) { return text.contains(filter, Qt::CaseInsensitive); };
    if (has(KeyText::display(entry.key)) || has(entry.shape) || has(liveKindText(entry.kind)))
        return true;
    return std::any_of(entry.changes.begin(), entry.changes.end(), [&](const LiveChange &change) {
        return has(change.pointer) || has(change.before) || has(change.after);
    });
}

void LiveModel::Private::start()
{
    // Everything before is accounted for by the feed.
    const FeedLedger counted = feed->ledger();
    ledger = {};
    ledger.dropped = counted.dropped;
    ledger.cleared = counted.cleared;
    next = feed->firstNumber();
    window.clear();
    rows.clear();
}

void LiveModel::Private::forgetOldest(size_t count)
{
    size_t shown = 0;
    for (size_t i = 0; i < count; ++i) {
        if (shown < rows.size() && rows[shown] == window[i]) {
            if (!window[i]->isBreak())
                --ledger.shown;
            ++shown;
        } else {
            --ledger.filtered;
        }
        if (!window[i]->isBreak())
            ++ledger.dropped;
    }
    window.erase(window.begin(), window.begin() + qptrdiff(count));
    if (shown == 0)
        return;
    const auto total = int(rows.size());
    q->beginRemoveRows({}, total - int(shown), total - 1);
    rows.erase(rows.begin(), rows.begin() + qptrdiff(shown));
    q->endRemoveRows();
}

void LiveModel::Private::insert(std::vector<SharedLiveEntry> fresh)
{
    std::vector<SharedLiveEntry> shown;
    shown.reserve(fresh.size());
    for (const SharedLiveEntry &entry : fresh) {
        const bool visible = matches(*entry);
        if (visible)
            shown.push_back(entry);
        if (!entry->isBreak())
            ++(visible ? ledger.shown : ledger.filtered);
    }
    window.insert(window.end(), fresh.begin(), fresh.end());
    if (shown.empty())
        return;
    q->beginInsertRows({}, 0, int(shown.size()) - 1);
    rows.insert(rows.end(), shown.begin(), shown.end());
    q->endInsertRows();
}

void LiveModel::Private::take()
{
    timer.stop();
    if (paused) {
        emit q->ledgerChanged();
        return;
    }
    const std::deque<SharedLiveEntry> &entries = feed->entries();
    std::vector<SharedLiveEntry> fresh;
    quint64 waiting = 0;
    for (auto it = entries.rbegin(); it != entries.rend() && (*it)->number >= next; ++it) {
        fresh.push_back(*it);
        waiting += (*it)->isBreak() ? 0 : 1;
    }
    std::reverse(fresh.begin(), fresh.end());
    // What the bound pushed out of the feed while it waited here was never shown.
    const quint64 taken = ledger.shown + ledger.filtered + ledger.dropped + ledger.cleared;
    ledger.dropped += feed->ledger().received - taken - waiting;
    next = feed->nextNumber();
    const size_t room = size_t(feed->capacity());
    const size_t together = window.size() + fresh.size();
    if (together > room)
        forgetOldest(std::min(window.size(), together - room));
    if (!fresh.empty())
        insert(std::move(fresh));
    emit q->ledgerChanged();
}

void LiveModel::Private::refilter()
{
    q->beginResetModel();
    rows.clear();
    ledger.shown = 0;
    ledger.filtered = 0;
    for (const SharedLiveEntry &entry : window) {
        const bool visible = matches(*entry);
        if (visible)
            rows.push_back(entry);
        if (!entry->isBreak())
            ++(visible ? ledger.shown : ledger.filtered);
    }
    q->endResetModel();
    emit q->ledgerChanged();
}

LiveModel::LiveModel(LiveFeed *feed, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(this, feed))
{
    d->timer.setSingleShot(true);
    d->timer.setInterval(gatherMs);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->take(); });
    connect(feed, &LiveFeed::appended, this, [this] {
        if (!d->timer.isActive())
            d->timer.start();
    });
    connect(feed, &LiveFeed::cleared, this, [this] {
        beginResetModel();
        d->start();
        endResetModel();
        emit ledgerChanged();
    });
    connect(feed, &LiveFeed::settled, this, [this](quint64 number) {
        const SharedLiveEntry better = d->feed->entry(number);
        const auto replace = [&](std::deque<SharedLiveEntry> &entries) {
            const auto it = std::lower_bound(
                entries.begin(), entries.end(), number,
                [](const SharedLiveEntry &entry, quint64 wanted) { return entry->number < wanted; });
            if (it == entries.end() || (*it)->number != number)
                return -1;
            *it = better;
            return int(it - entries.begin());
        };
        if (!better)
            return;
        replace(d->window);
        const int place = replace(d->rows);
        if (place >= 0) {
            const int row = d->rowOf(size_t(place));
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    });
    d->start();
    d->take();
}

LiveModel::~LiveModel() = default;

LiveFeed *LiveModel::feed() const
{
    return d->feed;
}

void LiveModel::setPaused(bool paused)
{
    if (paused == d->paused)
        return;
    // What arrived before the pause belongs to what is seen during it.
    if (paused)
        d->take();
    d->paused = paused;
    if (!paused)
        d->take();
    emit pausedChanged(paused);
}

bool LiveModel::isPaused() const
{
    return d->paused;
}

quint64 LiveModel::waitingCount() const
{
    return d->paused ? ledger().waiting : 0;
}

void LiveModel::setFilterText(const QString &text)
{
    if (text == d->filter)
        return;
    d->filter = text;
    d->refilter();
}

QString LiveModel::filterText() const
{
    return d->filter;
}

LiveLedger LiveModel::ledger() const
{
    LiveLedger ledger = d->ledger;
    const FeedLedger counted = d->feed->ledger();
    ledger.received = counted.received;
    ledger.waiting = ledger.received - ledger.shown - ledger.filtered - ledger.dropped - ledger.cleared;
    // A long pause: the feed has pushed out what it could not keep.
    if (d->feed->firstNumber() > d->next && ledger.waiting > counted.kept) {
        ledger.dropped += ledger.waiting - counted.kept;
        ledger.waiting = counted.kept;
    }
    return ledger;
}

void LiveModel::flush()
{
    d->take();
}

SharedLiveEntry LiveModel::entryAt(int row) const
{
    return row < 0 || row >= int(d->rows.size()) ? nullptr : d->rows[d->rows.size() - 1 - size_t(row)];
}

int LiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

int LiveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LiveModel::data(const QModelIndex &index, int role) const
{
    const SharedLiveEntry entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case TimeColumn:
            return timeText(entry->at);
        case KindColumn:
            return liveKindText(entry->kind);
        case KeyColumn:
            return KeyText::display(entry->key);
        case ChangeColumn:
            return liveEntryText(*entry);
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3: %4")
            .arg(timeText(entry->at), liveKindText(entry->kind), KeyText::display(entry->key),
                 liveEntryText(*entry));
    case EntryRole:
        return QVariant::fromValue(entry);
    case NumberRole:
        return entry->number;
    case KindRole:
        return int(entry->kind);
    case GuessRole:
        return entry->guess;
    case IsBreakRole:
        return entry->isBreak();
    case KeyRole:
        return entry->key;
    case TimeRole:
        return entry->at;
    case ChangesRole:
        return QVariant::fromValue(entry->changes);
    case MoreChangesRole:
        return entry->moreChanges;
    case ShapeRole:
        return entry->shape;
    default:
        return {};
    }
}

QVariant LiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case KindColumn:
        return tr("Kind");
    case KeyColumn:
        return tr("Key");
    case ChangeColumn:
        return tr("Change");
    default:
        return {};
    }
}

QHash<int, QByteArray> LiveModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert(EntryRole, "entry");
    names.insert(KindRole, "kind");
    names.insert(KeyRole, "key");
    names.insert(TimeRole, "time");
    names.insert(ShapeRole, "shape");
    return names;
}

} // namespace Studio
