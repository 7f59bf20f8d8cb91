// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/alertrule.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QRect>
#include <QString>

namespace Studio
{

enum class TileKind : quint8 {
    Value, ///< text or JSON of a key, or of a member
    Number, ///< with change since, and a line of the recent past
    Sparkline,
    LineChart,
    Bars, ///< the numbers under a prefix
    Gauge,
    Rate, ///< changes a second
    Table, ///< keys under a prefix with chosen members
    Status, ///< a light
    Age, ///< since the last change
    Events, ///< the latest changes
    Counter, ///< with − and +
    Note
};

inline constexpr int TileKindCount = int(TileKind::Note) + 1;

/// Colours by what they say; the theme knows how they look.
enum class Tone : quint8 { Plain, Blue, Green, Violet, Indigo, Teal, Orange, Red, Muted };

inline constexpr int ToneCount = int(Tone::Muted) + 1;

/// One line of a chart.
struct TileSeries {
    QByteArray key;
    QString pointer; ///< JSON Pointer; empty: the whole value
    QString label; ///< empty: the last part of the key
    Tone tone = Tone::Plain; ///< Plain: by its place among the series

    bool operator==(const TileSeries &) const = default;
};

/// One column of a table.
struct TileColumn {
    QString pointer;
    QString label; ///< empty: the last part of the pointer

    bool operator==(const TileColumn &) const = default;
};

/// A stretch of a gauge: from the one before up to here.
struct TileRange {
    double to = 0;
    Tone tone = Tone::Green;

    bool operator==(const TileRange &) const = default;
};

/// What a word means to a light: "ok" is green.
struct TileWord {
    QString text;
    Tone tone = Tone::Plain;

    bool operator==(const TileWord &) const = default;
};

/// One tile as the file of its dashboard holds it.
struct TileConfig {
    QString id; ///< within its dashboard
    TileKind kind = TileKind::Value;
    QRect place; ///< in cells of the grid
    QString label; ///< empty: the key
    QByteArray key; ///< the key, or the prefix of tiles that show a branch; UTF-8
    QString pointer; ///< JSON Pointer of what is shown
    QList<TileSeries> series; ///< LineChart
    QList<TileColumn> columns; ///< Table
    QString unit;
    int decimals = -1; ///< −1: as the source says
    Tone tone = Tone::Plain;
    qint64 sinceMs = 60ll * 60 * 1000; ///< Number: change within this time
    qint64 windowMs = 15ll * 60 * 1000; ///< charts and sparklines
    double minimum = 0; ///< Gauge
    double maximum = 100;
    QList<TileRange> ranges; ///< Gauge, ascending
    QList<TileWord> words; ///< Status, Table; see toneOfWord()
    qint64 staleAfterMs = 0; ///< 0 = never
    qint64 step = 1; ///< Counter
    int limit = 100; ///< Bars, Table, Events: most rows
    QString text; ///< Note
    QList<AlertRule> alerts;
    QJsonObject extra; ///< members of the file that this version does not know

    bool operator==(const TileConfig &) const = default;

    /// Whether `key` is a prefix.
    bool isBranch() const;
    /// What stands above it: the label, or what it is about.
    QString title() const;
    /// The series of a chart, the one series of a number, a sparkline; none of others.
    QList<TileSeries> drawnSeries() const;
    /// One sentence about what is wrong with it; empty = nothing.
    QString problem() const;
};

/// "Line chart", translated.
QString tileKindText(TileKind kind);
/// One sentence about what it shows.
QString tileKindTip(TileKind kind);
/// The name in files: "lineChart".
QString tileKindName(TileKind kind);
QString toneText(Tone tone);
QString toneName(Tone tone);
/// Cells that a new tile of this kind takes.
QSize defaultTileSize(TileKind kind);
QSize smallestTileSize(TileKind kind);
/// What a word means: as `words` say, else what is usual ("ok", "up", "failed", …); Plain if nothing says.
Tone toneOfWord(const QString &word, const QList<TileWord> &words);

/// The tile that fits what a key holds, without place and id. `value`: empty = not known.
TileConfig guessTile(const QByteArray &key, const QByteArray &value);
/// A table of the keys under a prefix. Its columns are members that say most, seen in `values` of some of
/// them.
TileConfig guessTable(const QByteArray &prefix, const QList<QByteArray> &values);

} // namespace Studio
