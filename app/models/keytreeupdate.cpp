// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirror/segment.h"
#include "models/keytreemodel_p.h"

#include <QElapsedTimer>

#include <algorithm>

namespace Studio
{

namespace
{

/// Levels above this many rows change their rows at most once in a round: a view that shows such a level
/// spends 20 ms and more on each change.
constexpr size_t largeLevel = 50'000;
/// Rows to be moved (rows of the level × places that change) above which one pass over all rows is cheaper.
constexpr size_t tooManyMoves = 10'000'000;
constexpr size_t tooManyRanges = 64;
constexpr qint64 searchSliceNs = 4'000'000;
constexpr qint64 discardSliceNs = 2'000'000;
constexpr int rowsBetweenLooks = 256; // at the clock

QByteArrayView keyOf(const QByteArray &key)
{
    return key;
}

template <typename Heard>
QByteArrayView keyOf(const Heard &heard)
{
    return heard.key;
}

/// Cuts the items that begin with `prefix` off the front.
template <typename T>
std::span<const T> takeBelow(std::span<const T> &items, const QByteArray &prefix)
{
    const auto end = std::partition_point(items.begin(), items.end(),
                                          [&](const T &item) { return keyOf(item).startsWith(prefix); });
    const auto count = size_t(end - items.begin());
    const std::span<const T> taken = items.first(count);
    items = items.subspan(count);
    return taken;
}

/// Cuts the items with exactly this key off the front.
template <typename T>
std::span<const T> takeKey(std::span<const T> &items, const QByteArray &key)
{
    size_t count = 0;
    while (count < items.size() && keyOf(items[count]) == key)
        ++count;
    const std::span<const T> taken = items.first(count);
    items = items.subspan(count);
    return taken;
}

} // namespace

void KeyTreeModel::Private::countHeard(const QList<Heard> &heard)
{
    for (const Heard &item : heard) {
        if (item.origin != Origin::Notification && item.origin != Origin::OwnWrite)
            continue;
        for (qsizetype end = segmentEnd(item.key, 0, separators); end >= 0;
             end = segmentEnd(item.key, end, separators))
            rates.heard(item.key.left(end), item.at);
    }
}

void KeyTreeModel::Private::apply(const AppliedBatch &batch)
{
    countHeard(batch.heard);
    std::vector<HeardAt> heard;
    for (const Heard &item : batch.heard) {
        if (item.origin == Origin::Notification || item.origin == Origin::OwnWrite)
            heard.push_back({item.key, item.at});
    }
    std::stable_sort(heard.begin(), heard.end(),
                     [](const HeardAt &a, const HeardAt &b) { return a.key < b.key; });
    if (filter.isActive()) {
        const QList<QByteArray> removed = filter.remove(batch.removed);
        const QList<QByteArray> inserted = filter.insert(batch.inserted);
        const QList<QByteArray> changed = filter.among(batch.changed);
        heard.erase(std::remove_if(heard.begin(), heard.end(),
                                   [this](const HeardAt &item) { return !filter.matches(item.key); }),
                    heard.end());
        update(*root, {removed, inserted, changed, heard});
        if (!removed.isEmpty() || !inserted.isEmpty())
            emit q->filterChanged();
    } else {
        update(*root, {batch.removed, batch.inserted, batch.changed, heard});
    }
    const std::vector<QByteArray> asked = std::exchange(probes, {});
    for (const QByteArray &prefix : asked)
        emit q->probeRequested(prefix);
}

void KeyTreeModel::Private::update(TreeLevel &level, Part part)
{
    std::vector<TreeRowId> again; // rows that come or go
    std::vector<TreeRowId> touched; // rows that stay and show something else
    struct Below {
        TreeRowId id;
        Part part;
    };
    std::vector<Below> below;
    while (!part.isEmpty()) {
        QByteArrayView first;
        const auto offer = [&first](QByteArrayView key) {
            first = first.isNull() || key < first ? key : first;
        };
        if (!part.removed.empty())
            offer(part.removed.front());
        if (!part.inserted.empty())
            offer(part.inserted.front());
        if (!part.changed.empty())
            offer(part.changed.front());
        if (!part.heard.empty())
            offer(part.heard.front().key);
        const TreeRowId id = level.childOf(first, separators);
        if (!id.isBranch()) {
            const bool structural =
                !takeKey(part.removed, id.key).empty() || !takeKey(part.inserted, id.key).empty();
            takeKey(part.changed, id.key);
            takeKey(part.heard, id.key);
            (structural ? again : touched).push_back(id);
            continue;
        }
        const Part inside{takeBelow(part.removed, id.key), takeBelow(part.inserted, id.key),
                          takeBelow(part.changed, id.key), takeBelow(part.heard, id.key)};
        const int row = level.find(id);
        if (row < 0) {
            again.push_back(id);
            if (inside.heard.empty())
                continue;
        } else if (!inside.removed.empty() || level.rows[size_t(row)].doubtful) {
            again.push_back(id);
        }
        below.push_back({id, inside});
        touched.push_back(id);
    }
    if (level.rows.size() > largeLevel) {
        level.waiting.insert(level.waiting.end(), again.begin(), again.end());
        if (!again.empty() && !roundTimer.isActive())
            roundTimer.start();
    } else {
        reconcile(level, std::move(again));
    }
    for (const Below &child : below) {
        const int row = level.find(child.id);
        if (row < 0)
            continue;
        for (const HeardAt &item : child.part.heard) {
            TreeRow &branch = level.rows[size_t(row)];
            branch.changedAt = std::max(branch.changedAt, item.at);
        }
        if (TreeLevel *opened = level.rows[size_t(row)].level.get())
            update(*opened, child.part);
    }
    tellRows(level, touched);
}

bool KeyTreeModel::Private::shouldStand(const TreeLevel &level, const TreeRowId &id, bool &doubtful) const
{
    doubtful = false;
    if (!id.isBranch())
        return keys().contains(id.key);
    if (keys().countWithPrefix(id.key) > 0)
        return true;
    // Its last known key went. If it was never read as a whole, there may be others: it stays until somebody
    // looked.
    doubtful = !filter.isActive() && level.find(id) >= 0 && !mirror->branchCoverage(id.key).isComplete();
    return doubtful;
}

void KeyTreeModel::Private::reconcile(TreeLevel &level, std::vector<TreeRowId> rows)
{
    if (rows.empty())
        return;
    const auto byName = [&level](const TreeRowId &a, const TreeRowId &b) { return level.less(a, b); };
    if (!std::is_sorted(rows.begin(), rows.end(), byName))
        std::sort(rows.begin(), rows.end(), byName);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<int> gone;
    std::vector<TreeRowId> come;
    for (TreeRowId &id : rows) {
        bool doubtful = false;
        const bool should = shouldStand(level, id, doubtful);
        const int row = level.find(id);
        if (row < 0) {
            if (should)
                come.push_back(std::move(id));
            continue;
        }
        TreeRow &known = level.rows[size_t(row)];
        if (known.doubtful != doubtful) {
            known.doubtful = doubtful;
            level.doubtful += doubtful ? 1 : -1;
            if (doubtful)
                probes.push_back(known.id.key);
        }
        if (!should)
            gone.push_back(row);
    }
    if (gone.size() + come.size() > tooManyRanges
        && (gone.size() + come.size()) * (level.rows.size() + come.size()) > tooManyMoves) {
        const bool atTheEnd = gone.empty() && level.lowerBound(come.front()) == int(level.rows.size());
        if (!atTheEnd) {
            replaceRows(level, gone, come);
            return;
        }
    }
    removeRows(level, gone);
    insertRows(level, come);
}

void KeyTreeModel::Private::removeRows(TreeLevel &level, const std::vector<int> &rows)
{
    if (rows.empty())
        return;
    const QModelIndex parent = indexOf(level);
    for (auto end = rows.size(); end > 0;) {
        auto begin = end - 1;
        while (begin > 0 && rows[begin - 1] == rows[begin] - 1)
            --begin;
        q->beginRemoveRows(parent, rows[begin], rows[end - 1]);
        const auto from = level.rows.begin() + rows[begin];
        const auto to = level.rows.begin() + rows[end - 1] + 1;
        for (auto it = from; it != to; ++it) {
            if (it->level)
                std::erase(level.open, it->level.get());
            level.doubtful -= it->doubtful ? 1 : 0;
        }
        level.rows.erase(from, to);
        q->endRemoveRows();
        end = begin;
    }
}

void KeyTreeModel::Private::insertRows(TreeLevel &level, const std::vector<TreeRowId> &rows)
{
    if (rows.empty())
        return;
    const QModelIndex parent = indexOf(level);
    std::vector<int> places;
    places.reserve(rows.size());
    for (const TreeRowId &id : rows)
        places.push_back(level.lowerBound(id));
    for (auto end = rows.size(); end > 0;) {
        auto begin = end - 1;
        while (begin > 0 && places[begin - 1] == places[begin])
            --begin;
        const int place = places[begin];
        const auto count = int(end - begin);
        std::vector<TreeRow> fresh(end - begin);
        for (size_t i = 0; i < fresh.size(); ++i)
            fresh[i].id = rows[begin + i];
        q->beginInsertRows(parent, place, place + count - 1);
        level.rows.insert(level.rows.begin() + place, std::move_iterator(fresh.begin()),
                          std::move_iterator(fresh.end()));
        q->endInsertRows();
        end = begin;
    }
}

void KeyTreeModel::Private::replaceRows(TreeLevel &level, const std::vector<int> &gone,
                                        const std::vector<TreeRowId> &come)
{
    // Thousands of single insertions into hundreds of thousands of rows would hold the window for seconds. A
    // change of layout costs the views the same as one insertion, and persistent indexes follow their rows.
    const QPersistentModelIndex parent = indexOf(level);
    const QList<QPersistentModelIndex> parents{parent};
    emit q->layoutAboutToBeChanged(parents);
    std::vector<int> newPlace(level.rows.size(), -1);
    std::vector<TreeRow> merged;
    merged.reserve(level.rows.size() + come.size() - gone.size());
    size_t nextGone = 0;
    size_t nextNew = 0;
    const auto insertBefore = [&](const TreeRowId *id) {
        for (; nextNew < come.size() && (!id || level.less(come[nextNew], *id)); ++nextNew) {
            merged.emplace_back();
            merged.back().id = come[nextNew];
        }
    };
    for (size_t row = 0; row < level.rows.size(); ++row) {
        TreeRow &old = level.rows[row];
        insertBefore(&old.id);
        if (nextGone < gone.size() && gone[nextGone] == int(row)) {
            ++nextGone;
            if (old.level)
                std::erase(level.open, old.level.get());
            level.doubtful -= old.doubtful ? 1 : 0;
            continue;
        }
        newPlace[row] = int(merged.size());
        merged.push_back(std::move(old));
    }
    insertBefore(nullptr);

    QModelIndexList from;
    QModelIndexList to;
    const QModelIndexList persistent = q->persistentIndexList();
    for (const QModelIndex &index : persistent) {
        // Below a row that goes there may be further ones; their levels go with `level.rows` at the end.
        bool isGone = false;
        for (const TreeLevel *at = static_cast<TreeLevel *>(index.internalPointer()); at != &level && at;) {
            const TreeLevel *above = at->parent;
            isGone = isGone
                  || (above == &level
                      && std::find(level.open.begin(), level.open.end(), at) == level.open.end());
            at = above;
        }
        if (isGone) {
            from.append(index);
            to.append(QModelIndex());
        } else if (index.internalPointer() == &level) {
            const int place = newPlace[size_t(index.row())];
            from.append(index);
            to.append(place < 0 ? QModelIndex() : q->createIndex(place, index.column(), &level));
        }
    }
    std::swap(level.rows, merged);
    q->changePersistentIndexList(from, to);
    emit q->layoutChanged(parents);
}

void KeyTreeModel::Private::runRound(TreeLevel &level)
{
    reconcile(level, std::exchange(level.waiting, {}));
    const std::vector<TreeLevel *> open = level.open;
    for (TreeLevel *below : open)
        runRound(*below);
}

void KeyTreeModel::Private::runRound()
{
    roundTimer.stop();
    runRound(*root);
    const std::vector<QByteArray> asked = std::exchange(probes, {});
    for (const QByteArray &prefix : asked)
        emit q->probeRequested(prefix);
}

void KeyTreeModel::Private::tellRows(TreeLevel &level, const std::vector<TreeRowId> &rows)
{
    std::vector<int> places;
    places.reserve(rows.size());
    for (const TreeRowId &id : rows) {
        const int row = level.find(id);
        if (row >= 0)
            places.push_back(row);
    }
    if (places.empty())
        return;
    std::sort(places.begin(), places.end());
    const auto tell = [&](int first, int last) {
        emit q->dataChanged(q->createIndex(first, 0, &level), q->createIndex(last, ColumnCount - 1, &level));
    };
    if (places.size() > tooManyRanges) {
        tell(places.front(), places.back());
        return;
    }
    for (size_t begin = 0; begin < places.size();) {
        size_t end = begin + 1;
        while (end < places.size() && places[end] <= places[end - 1] + 1)
            ++end;
        tell(places[begin], places[end - 1]);
        begin = end;
    }
}

void KeyTreeModel::Private::coverageChanged()
{
    coverageTimer.stop();
    if (const std::optional<Stretch> hull = std::exchange(coverageHull, std::nullopt))
        tellCoverage(*root, *hull);
}

void KeyTreeModel::Private::tellCoverage(TreeLevel &level, const Stretch &stretch)
{
    const Stretch own = CoverageMap::ofPrefix(level.prefix);
    if (!(own.from < stretch.to && stretch.from < own.to))
        return;
    if (level.doubtful > 0) {
        std::vector<TreeRowId> again;
        for (const TreeRow &row : level.rows) {
            if (row.doubtful)
                again.push_back(row.id);
        }
        reconcile(level, std::move(again));
        // Still in doubt: whoever was asked is at it already.
        probes.clear();
    }
    if (!level.rows.empty()) {
        emit q->dataChanged(q->createIndex(0, 0, &level),
                            q->createIndex(int(level.rows.size()) - 1, ColumnCount - 1, &level),
                            {Qt::DisplayRole, CountExactRole, CountTextRole, CoverageRole, CoverageStaleRole,
                             CoverageLiveRole, CoverageAsOfRole, LevelCompleteRole});
    }
    const std::vector<TreeLevel *> open = level.open;
    for (TreeLevel *below : open)
        tellCoverage(*below, stretch);
}

void KeyTreeModel::Private::searchOn()
{
    QElapsedTimer clock;
    clock.start();
    const QList<QByteArray> found = filter.search([&] { return clock.nsecsElapsed() >= searchSliceNs; });
    if (!found.isEmpty())
        update(*root, {{}, found, {}, {}});
    if (filter.isRunning())
        searchTimer.start();
    emit q->filterChanged();
}

void KeyTreeModel::Private::discardOn()
{
    QElapsedTimer clock;
    clock.start();
    int looked = 0;
    while (!discarded.empty()) {
        std::vector<TreeRow> &rows = discarded.back()->rows;
        if (rows.empty()) {
            discarded.pop_back();
            continue;
        }
        std::unique_ptr<TreeLevel> below = std::move(rows.back().level);
        rows.pop_back();
        if (below)
            discarded.push_back(std::move(below));
        if (++looked % rowsBetweenLooks == 0 && clock.nsecsElapsed() >= discardSliceNs) {
            discardTimer.start();
            return;
        }
    }
    while (!discardedKeys.empty()) {
        std::vector<QByteArray> &keys = discardedKeys.back();
        if (keys.empty()) {
            discardedKeys.pop_back();
            continue;
        }
        keys.pop_back();
        if (++looked % rowsBetweenLooks == 0 && clock.nsecsElapsed() >= discardSliceNs) {
            discardTimer.start();
            return;
        }
    }
}

} // namespace Studio
