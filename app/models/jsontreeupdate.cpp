// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the rows of JsonTreeModel follow a change of the text.

#include "models/jsontreemodel_p.h"

#include <algorithm>

namespace Studio
{

namespace
{

/// Whether a child of one text and a child of another have the same name and the same tokens.
bool isSame(const JsonTree &before, int a, const JsonTree &after, int b)
{
    return before.node(a).hash == after.node(b).hash && before.name(a) == after.name(b);
}

} // namespace

// --- levels

JsonTreeModel::Level::~Level()
{
    // Not recursive: a text may be nested deeper than the stack is.
    std::vector<std::unique_ptr<Level>> rest;
    const auto takeFrom = [&rest](Level &level) {
        for (auto &entry : level.below)
            rest.push_back(std::move(entry.second));
        level.below.clear();
    };
    takeFrom(*this);
    while (!rest.empty()) {
        const std::unique_ptr<Level> level = std::move(rest.back());
        rest.pop_back();
        takeFrom(*level);
    }
}

std::vector<std::unique_ptr<JsonTreeModel::Level>>
JsonTreeModel::Level::renumber(const std::function<int(int)> &placeOf)
{
    std::vector<std::unique_ptr<Level>> gone;
    std::map<int, std::unique_ptr<Level>> kept;
    for (auto &[at, level] : below) {
        const int place = placeOf(at);
        if (place < 0) {
            gone.push_back(std::move(level));
        } else {
            level->row = place;
            kept[place] = std::move(level);
        }
    }
    below = std::move(kept);
    return gone;
}

JsonTreeModel::Level *JsonTreeModel::Private::makeLevel(Level &above, int row) const
{
    auto &level = above.below[row];
    if (!level) {
        level = std::make_unique<Level>(&above, row, *above.document);
        level->nodes = above.tree().children(above.nodes[size_t(row)]);
    }
    return level.get();
}

QModelIndex JsonTreeModel::Private::parentOf(const Level &level) const
{
    return level.above ? q->createIndex(level.row, 0, level.above) : QModelIndex();
}

// --- another text

void JsonTreeModel::Private::take(const std::shared_ptr<const Document> &document,
                                  const std::optional<Aim> &aimed)
{
    problem = document->error;
    problemText = document->sentence;
    if (document->tree) {
        const auto before = std::exchange(shown, document); // levels look into it until they are updated
        if (top) {
            update(*document);
        } else {
            q->beginInsertRows({}, 0, 0);
            top = std::make_unique<Level>(nullptr, 0, *document);
            top->nodes = {JsonTree::Root};
            q->endInsertRows();
        }
    }
    emit q->textShown();
    if (aimed && document->tree) {
        if (const QModelIndex index = indexOf(aimed->path); index.isValid())
            emit q->placed(index, aimed->isNew);
    }
}

/// From the top down, so that the levels above already are as they will be.
void JsonTreeModel::Private::update(const Document &next)
{
    updateLevel(*top, {JsonTree::Root}, next);
    std::vector<Level *> rest{top.get()};
    while (!rest.empty()) {
        Level &above = *rest.back();
        rest.pop_back();
        for (const auto &[row, level] : above.below) {
            updateLevel(*level, next.tree->children(above.nodes[size_t(row)]), next);
            rest.push_back(level.get());
        }
    }
}

/// What is the same at the beginning and the end stays; of what is between, one row may have been moved, or
/// rows change in place and some come or go.
void JsonTreeModel::Private::updateLevel(Level &level, const std::vector<int> &fresh, const Document &next)
{
    const JsonTree &before = level.tree();
    const JsonTree &after = *next.tree;
    const QModelIndex parent = parentOf(level);
    const int oldCount = int(level.nodes.size());
    const int newCount = int(fresh.size());
    const int shorter = std::min(oldCount, newCount);
    int first = 0;
    while (first < shorter && isSame(before, level.nodes[size_t(first)], after, fresh[size_t(first)]))
        ++first;
    int behind = 0;
    while (behind < shorter - first
           && isSame(before, level.nodes[size_t(oldCount - 1 - behind)], after,
                     fresh[size_t(newCount - 1 - behind)]))
        ++behind;
    const int kept = shorter - first - behind; // of those between
    if (oldCount == newCount && kept > 1 && moveOne(level, fresh, next, first, first + kept - 1)) {
        level.nodes = fresh;
        level.document = &next;
    } else {
        // A view must hear of rows below that come or go, whether or not they were asked for.
        for (int row = first; row < first + kept; ++row) {
            if (before.childCount(level.nodes[size_t(row)]) != after.childCount(fresh[size_t(row)]))
                makeLevel(level, row);
        }
        if (const int gone = oldCount - shorter; gone > 0) {
            const int from = first + kept;
            q->beginRemoveRows(parent, from, from + gone - 1);
            level.nodes.erase(level.nodes.begin() + from, level.nodes.begin() + from + gone);
            const auto grave = level.renumber([from, gone](int row) {
                return row < from ? row : row < from + gone ? -1 : row - gone;
            });
            q->endRemoveRows();
        }
        const int added = newCount - shorter;
        const int from = first + kept;
        level.document = &next;
        level.nodes.assign(fresh.begin(), fresh.begin() + from);
        level.nodes.insert(level.nodes.end(), fresh.begin() + from + added, fresh.end());
        if (added > 0) {
            q->beginInsertRows(parent, from, from + added - 1);
            level.nodes = fresh;
            level.renumber([from, added](int row) { return row < from ? row : row + added; });
            q->endInsertRows();
        }
    }
    // Elements are known by their place.
    const bool renames = oldCount != newCount && newCount > 0 && after.node(fresh.back()).nameLength == 0;
    const int last = renames ? newCount - 1 : first + kept - 1;
    if (last >= first)
        emit q->dataChanged(q->index(first, 0, parent), q->index(last, ColumnCount - 1, parent));
}

/// Whether one row between `first` and `last` was moved from one end to the other; then it is.
bool JsonTreeModel::Private::moveOne(Level &level, const std::vector<int> &fresh, const Document &next,
                                     int first, int last)
{
    const auto isShifted = [&](int from, int to, int by) {
        for (int row = from; row <= to; ++row) {
            if (!isSame(level.tree(), level.nodes[size_t(row + by)], *next.tree, fresh[size_t(row)]))
                return false;
        }
        return true;
    };
    const auto isAt = [&](int before, int now) {
        return isSame(level.tree(), level.nodes[size_t(before)], *next.tree, fresh[size_t(now)]);
    };
    const QModelIndex parent = parentOf(level);
    const auto begin = level.nodes.begin();
    if (isAt(first, last) && isShifted(first, last - 1, 1)) {
        q->beginMoveRows(parent, first, first, parent, last + 1);
        std::rotate(begin + first, begin + first + 1, begin + last + 1);
        level.renumber([first, last](int row) {
            return row < first || row > last ? row : row == first ? last : row - 1;
        });
    } else if (isAt(last, first) && isShifted(first + 1, last, -1)) {
        q->beginMoveRows(parent, last, last, parent, first);
        std::rotate(begin + first, begin + last, begin + last + 1);
        level.renumber([first, last](int row) {
            return row < first || row > last ? row : row == last ? first : row + 1;
        });
    } else {
        return false;
    }
    q->endMoveRows();
    return true;
}

} // namespace Studio
