// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QRect>
#include <QSize>

namespace Studio::GridLayout
{

/// Columns of every dashboard. Rows are without bound.
inline constexpr int Columns = 12;

/// `place` within the columns, at least `smallest` and not wider than the grid.
QRect fitted(const QRect &place, const QSize &smallest = {1, 1});

/// The first place, from the top and then from the left, where `size` fits among `places`.
QRect freePlace(const QList<QRect> &places, const QSize &size);

/// `places` with tile `index` at `target`: what stands there moves above it
/// where there is room, else down as far as it must, and then
/// everything else moves up as far as it can, so that no tile overlaps another and none is above a hole that
/// it fits in. The moved tile's row is kept where nothing above it makes way.
QList<QRect> moved(const QList<QRect> &places, qsizetype index, const QRect &target);

/// Tiles without an overlap, in their order: those that come later make way.
QList<QRect> untangled(const QList<QRect> &places);

/// Rows that are taken.
int rows(const QList<QRect> &places);

} // namespace Studio::GridLayout
