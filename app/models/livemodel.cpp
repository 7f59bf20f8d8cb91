// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/livemodel.h"

#include "live/livefeed.h"
#include "models/keytext.h"

#include <QDateTime>
#include <QElapsedTimer>
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
constexpr double filterMs = 4;
constexpr int matchesBetweenLooks = 16; // at the clock

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
    std::deque<SharedLiveNote> window; ///< what was taken from the feed, oldest first, hidden ones included
    std::deque<SharedLiveNote> rows; ///< what is shown, oldest first
    quint64 next = 1; ///< number of the note to be taken next
    LiveLedger ledger; ///< without what waits
    LiveFilter filter;
    double filterBudget = filterMs;
    bool newestFirst = true;
    bool paused = false;
    QTimer timer;

    void start();
    void take();
    std::vector<SharedLiveNote> takeFresh(std::vector<SharedLiveNote> &shown);
    quint64 goneWhileWaiting() const;
    void forgetOldest(size_t count);
    void refilter();
    void count(const LiveNote &note, bool visible);
    int rowOf(size_t place) const { return int(newestFirst ? rows.size() - 1 - place : place); }
};

void LiveModel::Private::count(const LiveNote &note, bool visible)
{
    if (!note.isBreak())
        ++(visible ? ledger.shown : ledger.filtered);
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
    if (newestFirst)
        q->beginRemoveRows({}, total - int(shown), total - 1);
    else
        q->beginRemoveRows({}, 0, int(shown) - 1);
    rows.erase(rows.begin(), rows.begin() + qptrdiff(shown));
    q->endRemoveRows();
}

/// Notifications that the bound pushed out of the feed before they were taken.
quint64 LiveModel::Private::goneWhileWaiting() const
{
    if (feed->firstNumber() <= next)
        return 0;
    const quint64 taken = ledger.shown + ledger.filtered + ledger.sampled + ledger.dropped + ledger.cleared;
    const FeedLedger counted = feed->ledger();
    return counted.received - taken - counted.kept;
}

/// Takes what is new, as far as the filter comes in its time. \return all that was taken; `shown` what
/// matches
std::vector<SharedLiveNote> LiveModel::Private::takeFresh(std::vector<SharedLiveNote> &shown)
{
    std::vector<SharedLiveNote> fresh;
    const std::deque<SharedLiveNote> &notes = feed->notes();
    next = std::max(next, feed->firstNumber());
    const bool isFiltered = !filter.isEmpty();
    QElapsedTimer clock;
    clock.start();
    for (auto it = notes.begin() + qptrdiff(next - feed->firstNumber()); it != notes.end(); ++it) {
        if (isFiltered && fresh.size() % matchesBetweenLooks == matchesBetweenLooks - 1
            && double(clock.nsecsElapsed()) / 1e6 > filterBudget) {
            timer.start(); // the rest waits for its turn
            break;
        }
        const bool visible = !isFiltered || filter.matches(**it);
        count(**it, visible);
        if (visible)
            shown.push_back(*it);
        fresh.push_back(*it);
    }
    next += fresh.size();
    return fresh;
}

void LiveModel::Private::take()
{
    timer.stop();
    if (paused) {
        emit q->ledgerChanged();
        return;
    }
    ledger.sampled += goneWhileWaiting();
    const quint64 first = feed->firstNumber();
    if (!window.empty() && window.front()->number < first)
        forgetOldest(size_t(std::min<quint64>(window.size(), first - window.front()->number)));
    std::vector<SharedLiveNote> shown;
    const std::vector<SharedLiveNote> fresh = takeFresh(shown);
    window.insert(window.end(), fresh.begin(), fresh.end());
    if (!shown.empty()) {
        const int begin = newestFirst ? 0 : int(rows.size());
        q->beginInsertRows({}, begin, begin + int(shown.size()) - 1);
        rows.insert(rows.end(), shown.begin(), shown.end());
        q->endInsertRows();
    }
    emit q->ledgerChanged();
}

void LiveModel::Private::refilter()
{
    q->beginResetModel();
    rows.clear();
    ledger.shown = 0;
    ledger.filtered = 0;
    for (const SharedLiveNote &note : window) {
        const bool visible = filter.matches(*note);
        if (visible)
            rows.push_back(note);
        count(*note, visible);
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
        const SharedLiveNote better = d->feed->noteAt(number);
        const auto replace = [&](std::deque<SharedLiveNote> &notes) {
            const auto it = std::lower_bound(
                notes.begin(), notes.end(), number,
                [](const SharedLiveNote &note, quint64 wanted) { return note->number < wanted; });
            if (it == notes.end() || (*it)->number != number)
                return -1;
            *it = better;
            return int(it - notes.begin());
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
    if (!paused) {
        // Not passed over for want of time: the pause was longer than the bound.
        d->ledger.dropped += d->goneWhileWaiting();
        d->take();
    }
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

void LiveModel::setNewestFirst(bool newestFirst)
{
    if (newestFirst == d->newestFirst)
        return;
    beginResetModel();
    d->newestFirst = newestFirst;
    endResetModel();
}

bool LiveModel::isNewestFirst() const
{
    return d->newestFirst;
}

void LiveModel::setFilter(const LiveFilter &filter)
{
    if (filter == d->filter)
        return;
    d->filter = filter;
    d->refilter();
}

const LiveFilter &LiveModel::filter() const
{
    return d->filter;
}

void LiveModel::setFilterText(const QString &text)
{
    LiveFilter filter = d->filter;
    filter.setText(text);
    setFilter(filter);
}

void LiveModel::setFilterBudget(double milliseconds)
{
    d->filterBudget = milliseconds;
}

LiveLedger LiveModel::ledger() const
{
    LiveLedger ledger = d->ledger;
    (d->paused ? ledger.dropped : ledger.sampled) += d->goneWhileWaiting();
    ledger.received = d->feed->ledger().received;
    ledger.waiting =
        ledger.received - ledger.shown - ledger.filtered - ledger.sampled - ledger.dropped - ledger.cleared;
    return ledger;
}

void LiveModel::flush()
{
    d->take();
}

SharedLiveEntry LiveModel::entryAt(int row) const
{
    const SharedLiveNote note = noteAt(row);
    return note ? note->entry() : nullptr;
}

SharedLiveNote LiveModel::noteAt(int row) const
{
    return row < 0 || row >= int(d->rows.size()) ? nullptr : d->rows[size_t(d->rowOf(size_t(row)))];
}

const std::deque<SharedLiveNote> &LiveModel::rows() const
{
    return d->rows;
}

int LiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

int LiveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LiveModel::cellText(const LiveEntry &entry, Column column)
{
    switch (column) {
    case TimeColumn:
        return timeText(entry.at);
    case KindColumn:
        return liveKindText(entry.kind);
    case KeyColumn:
        return KeyText::display(entry.key);
    case ChangeColumn:
        return liveEntryText(entry);
    case ColumnCount:
        break;
    }
    return {};
}

QString LiveModel::rowText(const LiveEntry &entry)
{
    return tr("%1, %2, %3: %4")
        .arg(timeText(entry.at), liveKindText(entry.kind), KeyText::display(entry.key), liveEntryText(entry));
}

QVariant LiveModel::data(const QModelIndex &index, int role) const
{
    const SharedLiveEntry entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*entry, Column(index.column()));
    case Qt::AccessibleTextRole:
        return rowText(*entry);
    case EntryRole:
        return QVariant::fromValue(entry);
    case NoteRole:
        return QVariant::fromValue(noteAt(index.row()));
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
