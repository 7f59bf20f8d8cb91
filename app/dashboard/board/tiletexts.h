// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/tileconfig.h"

#include <QString>

#include <optional>

namespace Studio
{

/// The lists of a tile as lines of text, as its editor shows them: a thing a line, its parts with commas.
/// Pure.
namespace TileTexts
{

QString series(const QList<TileSeries> &series);
QList<TileSeries> seriesIn(const QString &text);
QString columns(const QList<TileColumn> &columns);
QList<TileColumn> columnsIn(const QString &text);
QString ranges(const QList<TileRange> &ranges);
QList<TileRange> rangesIn(const QString &text);
QString words(const QList<TileWord> &words);
QList<TileWord> wordsIn(const QString &text);

} // namespace TileTexts
} // namespace Studio
