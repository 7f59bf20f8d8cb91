// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/gridlayout.h"

#include <algorithm>
#include <numeric>

namespace Studio::GridLayout
{

namespace
{

bool isFree(const QList<QRect> &places, const QRect &place)
{
    return std::none_of(places.cbegin(), places.cend(),
                        [&place](const QRect &each) { return each.intersects(place); });
}

/// Puts the tiles one behind the other where they are or, if that is taken, lower.
QList<QRect> settled(const QList<QRect> &places, const std::vector<qsizetype> &order)
{
    QList<QRect> taken;
    QList<QRect> result = places;
    for (const qsizetype index : order) {
        QRect place = places.at(index);
        while (!isFree(taken, place))
            place.translate(0, 1);
        taken.append(place);
        result[index] = place;
    }
    return result;
}

/// The tiles from the top to the bottom.
std::vector<qsizetype> byRow(const QList<QRect> &places)
{
    std::vector<qsizetype> order(size_t(places.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&places](qsizetype a, qsizetype b) {
        const QRect &left = places.at(a);
        const QRect &right = places.at(b);
        return left.y() != right.y() ? left.y() < right.y() : left.x() < right.x();
    });
    return order;
}

} // namespace

QRect fitted(const QRect &place, const QSize &smallest)
{
    const int width = std::clamp(place.width(), std::min(smallest.width(), Columns), Columns);
    const int height = std::max(place.height(), smallest.height());
    return {std::clamp(place.x(), 0, Columns - width), std::max(0, place.y()), width, height};
}

QRect freePlace(const QList<QRect> &places, const QSize &size)
{
    const QSize fitting(std::min(size.width(), Columns), size.height());
    for (int row = 0;; ++row) {
        for (int column = 0; column + fitting.width() <= Columns; ++column) {
            const QRect place(QPoint(column, row), fitting);
            if (isFree(places, place))
                return place;
        }
    }
}

QList<QRect> moved(const QList<QRect> &places, qsizetype index, const QRect &target)
{
    QList<QRect> result = places;
    const QRect place = fitted(target);
    result[index] = place;
    // What it goes onto takes the room above it where there is some, so that the two change places.
    for (QRect &other : result) {
        const QRect above = other.translated(0, place.y() - other.height() - other.y());
        if (&other == &result[index] || !other.intersects(place) || above.y() < 0)
            continue;
        QList<QRect> others = result;
        others.removeOne(other);
        if (isFree(others, above))
            other = above;
    }
    // The moved one comes first, so that the others make way for it.
    std::vector<qsizetype> order = byRow(result);
    order.erase(std::find(order.begin(), order.end(), index));
    order.insert(order.begin(), index);
    result = settled(result, order);

    // Then each rises as far as it can, the upper ones first.
    for (const qsizetype each : byRow(result)) {
        QList<QRect> others = result;
        others.removeAt(each);
        QRect risen = result.at(each);
        while (risen.y() > 0 && isFree(others, risen.translated(0, -1)))
            risen.translate(0, -1);
        result[each] = risen;
    }
    return result;
}

QList<QRect> untangled(const QList<QRect> &places)
{
    QList<QRect> fitting;
    for (const QRect &place : places)
        fitting.append(fitted(place));
    std::vector<qsizetype> order(size_t(places.size()));
    std::iota(order.begin(), order.end(), 0);
    return settled(fitting, order);
}

int rows(const QList<QRect> &places)
{
    int last = 0;
    for (const QRect &place : places)
        last = std::max(last, place.y() + place.height());
    return last;
}

} // namespace Studio::GridLayout
