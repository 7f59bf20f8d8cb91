// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rangemodel.h"

#include "mirror/keyspacemirror.h"
#include "models/keytext.h"
#include "session/latestjob.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <array>

namespace Studio
{

namespace
{

constexpr qsizetype mostRemembered = 4096; // keys that changed while an order was being worked out
constexpr int shortestPause = 500; // ms between two orders that are worked out by themselves …
constexpr int longestPause = 10'000;
constexpr int pauseFactor = 4; // … or so many times as long as the last one took
constexpr qsizetype longestShown = 400; // characters of a cell

/// The part of a sorted list that lies within the stretch.
std::pair<qsizetype, qsizetype> within(const QList<QByteArray> &keys, const Stretch &stretch)
{
    const auto from = std::lower_bound(keys.cbegin(), keys.cend(), stretch.from);
    const auto to = std::lower_bound(from, keys.cend(), stretch.to);
    return {from - keys.cbegin(), to - keys.cbegin()};
}

QString shown(QByteArrayView text)
{
    // A character has four bytes at most.
    const bool tooLong = text.size() > longestShown * 4;
    QString result = KeyText::display(tooLong ? text.first(longestShown * 4) : text);
    if (result.size() > longestShown) {
        result.truncate(result[longestShown - 1].isHighSurrogate() ? longestShown - 1 : longestShown);
        result += QChar(0x2026);
    }
    return result;
}

} // namespace

struct RangeModel::Private {
    Private(RangeModel *model, KeyspaceMirror *mirror_)
        : q(model)
        , mirror(mirror_)
        , job(model)
    {
    }

    struct CachedRow {
        qint64 row = -1;
        quint64 generation = 0;
        QByteArray key;
        std::optional<Entry> entry;
        std::vector<RangeCell> cells;
    };

    RangeModel *q;
    KeyspaceMirror *mirror;
    KeyInterval interval;
    qint64 limit = -1;
    Stretch stretch;
    QList<RangeColumn> columns{{RangeColumn::Kind::Key, {}},
                               {RangeColumn::Kind::Value, {}},
                               {RangeColumn::Kind::Type, {}},
                               {RangeColumn::Kind::Size, {}},
                               {RangeColumn::Kind::Changed, {}}};
    QHash<QByteArray, QVariant> alignments; ///< of the titles of members, by pointer
    std::function<qint64()> clock = [] { return QDateTime::currentMSecsSinceEpoch(); };

    // By key: `keys` are the rows. While a batch is taken in, the first `settled` rows are those of `next`,
    // the others those of `keys` from `oldNext` on.
    KeyList keys;
    KeyList next;
    qint64 settled = 0;
    qint64 oldNext = 0;
    bool descending = false; ///< by key, backwards

    std::optional<RangeOrder> order; ///< set: its rows are the model's
    RangeOrderSpec spec; ///< what is asked for
    RangeOrderSpec shownSpec; ///< what the rows stand in
    OrderState state;
    LatestJob<std::optional<RangeOrder>> job;
    QList<QByteArray> sinceStart; ///< touched while the job runs
    bool tooManySince = false;
    QElapsedTimer jobClock;
    qint64 lastJobMs = 0;
    QTimer again;
    bool held = false;

    quint64 generation = 1; ///< counts changes, for the cache
    mutable std::array<CachedRow, 256> cache;
    mutable RangeCellReader reader;
    mutable bool readerIsOld = true;

    qint64 naturalCount() const { return settled + keys.size() - oldNext; }
    qint64 natural(qint64 row) const { return descending ? naturalCount() - 1 - row : row; }
    QByteArrayView keyAt(qint64 row) const;
    const CachedRow &rowAt(qint64 row) const;
    std::optional<Entry> find(const QByteArray &key) const;

    void rebuildKeys();
    void applied(const AppliedBatch &batch);
    void applyByKey(const AppliedBatch &batch);
    void insertNatural(qint64 first, qint64 last);
    void removeNatural(qint64 count);
    void tellChanged(const QList<QByteArray> &changed);
    void applyInOrder(const AppliedBatch &batch);
    void reconcile(const QByteArray &key);
    void outdate(qsizetype changes);
    void compute();
    void deliver(std::optional<RangeOrder> result);
    void showByKey();
    void setState(const OrderState &next);
    void bump() { ++generation; }
};

// --- rows

QByteArrayView RangeModel::Private::keyAt(qint64 row) const
{
    if (order)
        return order->key(row);
    const qint64 place = natural(row);
    return place < settled ? next.key(place) : keys.key(place - settled + oldNext);
}

std::optional<Entry> RangeModel::Private::find(const QByteArray &key) const
{
    return mirror->find(key);
}

const RangeModel::Private::CachedRow &RangeModel::Private::rowAt(qint64 row) const
{
    CachedRow &cached = cache[size_t(row) % cache.size()];
    if (cached.row == row && cached.generation == generation)
        return cached;
    if (std::exchange(readerIsOld, false))
        reader = RangeCellReader(columns);
    cached.row = row;
    cached.generation = generation;
    cached.key = keyAt(row).toByteArray();
    cached.entry = find(cached.key);
    cached.cells.assign(size_t(columns.size()), RangeCell());
    if (cached.entry) {
        cached.entry->key = cached.key;
        reader.read(*cached.entry);
        for (int i = 0; i < int(columns.size()); ++i)
            cached.cells[size_t(i)] = reader.cell(i);
    } else {
        const int place = int(columns.indexOf(RangeColumn{RangeColumn::Kind::Key, {}}));
        cached.cells[size_t(place)] = {RangeCell::Kind::Text, cached.key, 0};
    }
    return cached;
}

void RangeModel::Private::rebuildKeys()
{
    keys = KeyList(mirror->snapshot(), stretch, limit);
    next = KeyList();
    settled = 0;
    oldNext = 0;
    bump();
}

// --- what the mirror learns

void RangeModel::Private::applied(const AppliedBatch &batch)
{
    bump();
    if (job.isRunning() && !tooManySince) {
        for (const QList<QByteArray> *list : {&batch.inserted, &batch.removed, &batch.changed}) {
            const auto [from, to] = within(*list, stretch);
            tooManySince = tooManySince || sinceStart.size() + to - from > mostRemembered;
            if (!tooManySince)
                sinceStart.append(list->mid(from, to - from));
        }
    }
    if (order)
        applyInOrder(batch);
    else
        applyByKey(batch);
}

void RangeModel::Private::insertNatural(qint64 first, qint64 last)
{
    const qint64 count = last - first + 1;
    const qint64 row = descending ? naturalCount() - first : first;
    q->beginInsertRows({}, int(row), int(row + count - 1));
    settled = last + 1;
    bump();
    q->endInsertRows();
}

/// Removes the next `count` rows of the old list.
void RangeModel::Private::removeNatural(qint64 count)
{
    const qint64 row = descending ? naturalCount() - settled - count : settled;
    q->beginRemoveRows({}, int(row), int(row + count - 1));
    oldNext += count;
    bump();
    q->endRemoveRows();
}

void RangeModel::Private::applyByKey(const AppliedBatch &batch)
{
    auto [in, inEnd] = within(batch.inserted, stretch);
    auto [out, outEnd] = within(batch.removed, stretch);
    if (in < inEnd || out < outEnd) {
        next = KeyList(mirror->snapshot(), stretch, limit);
        const auto settleTo = [&](qint64 rows) {
            settled += rows;
            oldNext += rows;
        };
        while (in < inEnd || out < outEnd) {
            const bool removes = in >= inEnd || (out < outEnd && batch.removed[out] < batch.inserted[in]);
            if (removes) {
                const qint64 first = keys.rowOf(batch.removed[out++]);
                if (first < 0)
                    continue; // behind the limit
                if (settled + first - oldNext >= next.size())
                    break; // behind it by now, as all that follows
                qint64 last = first;
                while (out < outEnd && (in >= inEnd || batch.removed[out] < batch.inserted[in])
                       && keys.rowOf(batch.removed[out]) == last + 1) {
                    ++last;
                    ++out;
                }
                settleTo(first - oldNext);
                removeNatural(last - first + 1);
            } else {
                const qint64 first = next.rowOf(batch.inserted[in++]);
                if (first < 0)
                    continue;
                qint64 last = first;
                while (in < inEnd && (out >= outEnd || batch.inserted[in] < batch.removed[out])
                       && next.rowOf(batch.inserted[in]) == last + 1) {
                    ++last;
                    ++in;
                }
                // Under a limit, rows from behind it may have moved up before this one.
                settleTo(std::min(first - settled, keys.size() - oldNext));
                insertNatural(settled, last);
            }
        }
        const qint64 keep = std::min(keys.size() - oldNext, next.size() - settled);
        settleTo(keep);
        if (oldNext < keys.size())
            removeNatural(keys.size() - oldNext);
        else if (settled < next.size())
            insertNatural(settled, next.size() - 1);
        keys = std::exchange(next, KeyList());
        settled = 0;
        oldNext = 0;
        bump();
    }
    const auto [from, to] = within(batch.changed, stretch);
    tellChanged(batch.changed.mid(from, to - from));
}

/// Neighbouring rows are told together.
void RangeModel::Private::tellChanged(const QList<QByteArray> &changed)
{
    const int lastColumn = int(columns.size()) - 1;
    const auto tell = [&](qint64 first, qint64 last) {
        emit q->dataChanged(q->index(int(first), 0), q->index(int(last), lastColumn));
    };
    if (order && changed.size() > mostInPlace) {
        if (order->size() > 0)
            tell(0, order->size() - 1);
        return;
    }
    qint64 first = -1;
    qint64 last = -1;
    for (const QByteArray &key : changed) {
        const qint64 row = q->rowOf(key);
        if (row < 0)
            continue;
        if (first >= 0 && (row == last + 1 || row == first - 1)) {
            first = std::min(first, row);
            last = std::max(last, row);
            continue;
        }
        if (first >= 0)
            tell(first, last);
        first = last = row;
    }
    if (first >= 0)
        tell(first, last);
}

void RangeModel::Private::applyInOrder(const AppliedBatch &batch)
{
    QList<QByteArray> touched;
    qsizetype comeOrGone = 0;
    for (const QList<QByteArray> *list : {&batch.inserted, &batch.removed, &batch.changed}) {
        const auto [from, to] = within(*list, stretch);
        touched += list->mid(from, to - from);
        if (list != &batch.changed)
            comeOrGone += to - from;
    }
    if (touched.isEmpty())
        return;
    // Under a limit a key that comes or goes moves another one over it.
    if (state.isOutdated || touched.size() > mostInPlace || (limit >= 0 && comeOrGone > 0)) {
        tellChanged(touched);
        outdate(touched.size());
        return;
    }
    for (const QByteArray &key : std::as_const(touched))
        reconcile(key);
    OrderState now = state;
    now.unread = order->unread();
    now.known = order->known();
    setState(now);
}

void RangeModel::Private::reconcile(const QByteArray &key)
{
    const std::optional<Entry> entry = find(key);
    const RangeOrder::Change change = order->examine(key, entry ? &*entry : nullptr);
    const auto commit = [&] {
        order->commit(change);
        bump();
    };
    switch (change.kind) {
    case RangeOrder::Change::Kind::None:
        commit();
        break;
    case RangeOrder::Change::Kind::Same:
        commit();
        emit q->dataChanged(q->index(int(change.from), 0),
                            q->index(int(change.from), int(columns.size()) - 1));
        break;
    case RangeOrder::Change::Kind::Insert:
        q->beginInsertRows({}, int(change.to), int(change.to));
        commit();
        q->endInsertRows();
        break;
    case RangeOrder::Change::Kind::Remove:
        q->beginRemoveRows({}, int(change.from), int(change.from));
        commit();
        q->endRemoveRows();
        break;
    case RangeOrder::Change::Kind::Move:
        q->beginMoveRows({}, int(change.from), int(change.from), {}, int(change.to));
        commit();
        q->endMoveRows();
        const int row = int(change.to > change.from ? change.to - 1 : change.to);
        emit q->dataChanged(q->index(row, 0), q->index(row, int(columns.size()) - 1));
        break;
    }
}

/// Too much for changing row by row: the order stays as of its moment for now.
void RangeModel::Private::outdate(qsizetype changes)
{
    OrderState now = state;
    now.isOutdated = true;
    now.changesSince += changes;
    if (!again.isActive() && !job.isRunning() && !held)
        again.start(int(std::clamp<qint64>(lastJobMs * pauseFactor, shortestPause, longestPause)));
    setState(now);
}

// --- order

void RangeModel::Private::setState(const OrderState &now)
{
    if (state == now)
        return;
    state = now;
    emit q->orderChanged();
}

void RangeModel::Private::compute()
{
    again.stop();
    sinceStart.clear();
    tooManySince = false;
    jobClock.start();
    OrderState now = state;
    now.isByKey = false;
    now.isWorking = true;
    job.start(
        [snapshot = mirror->snapshot(), stretch = stretch, limit = limit,
         spec = spec](const std::atomic_bool &canceled) {
            return RangeOrder::compute(snapshot, stretch, limit, spec, canceled);
        },
        [this](std::optional<RangeOrder> result) { deliver(std::move(result)); });
    now.asOf = order ? state.asOf : clock();
    setState(now);
}

void RangeModel::Private::deliver(std::optional<RangeOrder> result)
{
    if (!result)
        return;
    lastJobMs = jobClock.elapsed();
    q->beginResetModel();
    order = std::move(result);
    keys = KeyList();
    shownSpec = spec;
    bump();
    q->endResetModel();

    OrderState now;
    now.isByKey = false;
    now.asOf = clock() - lastJobMs;
    now.unread = order->unread();
    now.known = order->known();
    state = now;
    const QList<QByteArray> touched = std::exchange(sinceStart, {});
    const bool inPlace = !tooManySince && touched.size() <= mostInPlace && (limit < 0 || touched.isEmpty());
    if (inPlace) {
        for (const QByteArray &key : touched)
            reconcile(key);
        state.unread = order->unread();
        state.known = order->known();
        emit q->orderChanged();
    } else {
        outdate(tooManySince ? mostRemembered : touched.size());
    }
}

void RangeModel::Private::showByKey()
{
    job.cancel();
    again.stop();
    q->beginResetModel();
    order.reset();
    descending = spec.descending;
    rebuildKeys();
    shownSpec = spec;
    q->endResetModel();
    state = OrderState();
    emit q->orderChanged();
}

// --- the model

RangeModel::RangeModel(KeyspaceMirror *mirror, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(this, mirror))
{
    d->again.setSingleShot(true);
    connect(&d->again, &QTimer::timeout, this, [this] { sortAgain(); });
    connect(mirror, &KeyspaceMirror::applied, this, [this](const AppliedBatch &batch) { d->applied(batch); });
    connect(mirror, &KeyspaceMirror::reset, this, [this] {
        beginResetModel();
        d->order.reset();
        d->shownSpec = d->spec.isByKey() ? d->spec : RangeOrderSpec();
        d->descending = d->shownSpec.descending;
        d->rebuildKeys();
        endResetModel();
        d->state = OrderState();
        if (!d->spec.isByKey())
            d->compute();
    });
    // Values may have been dropped for the budget.
    connect(mirror, &KeyspaceMirror::drained, this, [this] { d->bump(); });
}

RangeModel::~RangeModel() = default;

void RangeModel::setRange(const KeyInterval &interval, qint64 limit)
{
    d->job.cancel();
    d->again.stop();
    beginResetModel();
    d->interval = interval;
    d->limit = limit;
    d->stretch = CoverageMap::stretch(interval.first, interval.last);
    d->order.reset();
    d->shownSpec = d->spec.isByKey() ? d->spec : RangeOrderSpec();
    d->descending = d->shownSpec.descending;
    d->rebuildKeys();
    endResetModel();
    d->state = OrderState();
    if (!d->spec.isByKey())
        d->compute();
    else
        emit orderChanged();
}

const KeyInterval &RangeModel::interval() const
{
    return d->interval;
}

qint64 RangeModel::limit() const
{
    return d->limit;
}

qint64 RangeModel::knownCount() const
{
    return d->order ? d->state.known : d->naturalCount();
}

const QList<RangeColumn> &RangeModel::columns() const
{
    return d->columns;
}

int RangeModel::columnOf(const RangeColumn &column) const
{
    return int(d->columns.indexOf(column));
}

int RangeModel::addColumn(const RangeColumn &column)
{
    const int known = columnOf(column);
    if (known >= 0)
        return known;
    const int at = int(d->columns.size());
    beginInsertColumns({}, at, at);
    d->columns.append(column);
    d->readerIsOld = true;
    d->bump();
    endInsertColumns();
    return at;
}

void RangeModel::removeColumn(int column)
{
    if (column < 0 || column >= d->columns.size() || !d->columns[column].isJson())
        return;
    beginRemoveColumns({}, column, column);
    d->columns.removeAt(column);
    d->readerIsOld = true;
    d->bump();
    endRemoveColumns();
}

void RangeModel::setSpec(const RangeOrderSpec &spec)
{
    const bool isShown = spec.isByKey() && !d->order && d->spec.isByKey() && d->descending == spec.descending;
    d->spec = spec;
    if (isShown) {
        d->shownSpec = spec;
        emit orderChanged();
    } else if (spec.isByKey()) {
        d->showByKey();
    } else {
        d->compute();
    }
}

const RangeOrderSpec &RangeModel::spec() const
{
    return d->spec;
}

RangeModel::OrderState RangeModel::orderState() const
{
    return d->state;
}

void RangeModel::sortAgain()
{
    if (!d->spec.isByKey())
        d->compute();
}

void RangeModel::cancelOrder()
{
    if (!d->job.isRunning())
        return;
    d->job.cancel();
    d->spec = d->shownSpec;
    OrderState now = d->state;
    now.isByKey = d->spec.isByKey();
    now.isWorking = false;
    if (now.isByKey)
        now = OrderState();
    d->state = now;
    emit orderChanged();
    if (!now.isByKey && now.isOutdated)
        d->outdate(0);
}

void RangeModel::holdOrder(bool hold)
{
    d->held = hold;
    if (!hold) {
        if (d->state.isOutdated)
            d->outdate(0);
        return;
    }
    d->again.stop();
    if (!d->job.isRunning())
        return;
    // Its result would take the rows away from under what is being edited.
    d->job.cancel();
    OrderState now = d->state;
    now.isWorking = false;
    now.isOutdated = true;
    d->setState(now);
}

QByteArray RangeModel::keyAt(int row) const
{
    return row < 0 || row >= rowCount() ? QByteArray() : d->keyAt(row).toByteArray();
}

int RangeModel::rowOf(const QByteArray &key) const
{
    if (d->order)
        return int(d->order->rowOf(key));
    const qint64 place = d->keys.rowOf(key);
    return int(place < 0 ? -1 : d->natural(place));
}

RangeModel::RowState RangeModel::rowState(int row) const
{
    const Private::CachedRow &cached = d->rowAt(row);
    if (!cached.entry)
        return RowState::Gone;
    if (!cached.entry->hasValue)
        return RowState::Unread;
    return cached.entry->info.state == ValueState::Presumed ? RowState::Presumed : RowState::Read;
}

std::optional<Entry> RangeModel::entryAt(int row) const
{
    return d->rowAt(row).entry;
}

RangeCell RangeModel::cellAt(int row, int column) const
{
    return d->rowAt(row).cells[size_t(column)];
}

void RangeModel::setClock(std::function<qint64()> now)
{
    d->clock = std::move(now);
}

int RangeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(d->order ? d->order->size() : d->naturalCount());
}

int RangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->columns.size());
}

QVariant RangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Private::CachedRow &row = d->rowAt(index.row());
    const RangeCell &cell = row.cells[size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.kind == RangeCell::Kind::Whole ? QString::number(cell.number) : shown(cell.text());
    case KeyRole:
        return row.key;
    case CellKindRole:
        return int(cell.kind);
    case CellSourceRole:
        return cell.source.toByteArray();
    case CellTextRole:
        return cell.text();
    case CellNumberRole:
        return cell.number;
    case RowStateRole:
        return int(rowState(index.row()));
    case ChangedAtRole:
        return row.entry ? row.entry->info.changedAt : 0;
    default:
        return {};
    }
}

QVariant RangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= d->columns.size())
        return {};
    const RangeColumn &column = d->columns[section];
    if (role == Qt::TextAlignmentRole) {
        // Above its figures.
        if (column.kind == RangeColumn::Kind::Size || column.kind == RangeColumn::Kind::Count)
            return int(Qt::AlignTrailing | Qt::AlignVCenter);
        return d->alignments.value(column.pointer);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column.kind) {
    case RangeColumn::Kind::Key:
        return tr("Key");
    case RangeColumn::Kind::Value:
        return tr("Value");
    case RangeColumn::Kind::Type:
        return tr("Type");
    case RangeColumn::Kind::Size:
        return tr("Size, bytes");
    case RangeColumn::Kind::Changed:
        return tr("Last change");
    case RangeColumn::Kind::Member:
    case RangeColumn::Kind::Count:
        return shown(column.id().toUtf8());
    }
    return {};
}

bool RangeModel::setHeaderData(int section, Qt::Orientation orientation, const QVariant &value, int role)
{
    if (orientation != Qt::Horizontal || role != Qt::TextAlignmentRole || section < 0
        || section >= d->columns.size() || d->columns[section].kind != RangeColumn::Kind::Member)
        return false;
    QVariant &known = d->alignments[d->columns[section].pointer];
    if (known != value) {
        known = value;
        emit headerDataChanged(orientation, section, section);
    }
    return true;
}

QHash<int, QByteArray> RangeModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert(KeyRole, "key");
    names.insert(CellKindRole, "cellKind");
    names.insert(CellSourceRole, "cellSource");
    names.insert(CellTextRole, "cellText");
    names.insert(CellNumberRole, "cellNumber");
    names.insert(RowStateRole, "rowState");
    names.insert(ChangedAtRole, "changedAt");
    return names;
}

} // namespace Studio
