// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "feeddashboard.h"

#include "feedwriter.h"

namespace hpkv::bench
{

namespace
{

using namespace Studio;

QByteArray key(int i)
{
    return QByteArray::fromStdString(FeedLoad::key(i));
}

const QString temperature = QStringLiteral("/temp");

TileConfig ofKey(TileKind kind, int i, const QString &pointer = {})
{
    TileConfig tile;
    tile.kind = kind;
    tile.key = key(i);
    tile.pointer = pointer;
    return tile;
}

TileConfig ofBranch(TileKind kind, const QByteArray &rest)
{
    TileConfig tile;
    tile.kind = kind;
    tile.key = FeedLoad::prefix + rest;
    tile.pointer = temperature;
    return tile;
}

TileConfig chart(int first, int lines)
{
    TileConfig tile;
    tile.kind = TileKind::LineChart;
    for (int i = 0; i < lines; ++i)
        tile.series.append({key(first + i), temperature, {}, Tone::Plain});
    return tile;
}

} // namespace

Dashboard feedDashboard()
{
    Dashboard dashboard;
    dashboard.title = QStringLiteral("Feed");
    TileConfig table = ofBranch(TileKind::Table, "02:");
    table.columns = {{temperature, {}}, {QStringLiteral("/place"), {}}};
    TileConfig gauge = ofKey(TileKind::Gauge, 11, temperature);
    gauge.ranges = {{20, Tone::Green}, {50, Tone::Orange}, {100, Tone::Red}};
    gauge.minimum = -20;
    TileConfig alarm = ofKey(TileKind::Number, 14, temperature);
    AlertRule rule;
    rule.kind = AlertKind::Above;
    rule.threshold = QStringLiteral("60");
    alarm.alerts = {rule};
    TileConfig note;
    note.kind = TileKind::Note;
    note.text = QStringLiteral("Everything here changes all the time.");
    const QList<TileConfig> tiles{
        chart(20, 4),
        chart(30, 2),
        chart(40, 1),
        ofKey(TileKind::Sparkline, 10, temperature),
        ofKey(TileKind::Sparkline, 12, temperature),
        ofKey(TileKind::Number, 13, temperature),
        alarm,
        gauge,
        ofKey(TileKind::Gauge, 15, temperature),
        ofKey(TileKind::Value, 16),
        ofKey(TileKind::Value, 17, QStringLiteral("/place")),
        ofKey(TileKind::Status, 18, QStringLiteral("/ok")),
        ofKey(TileKind::Age, 19),
        ofKey(TileKind::Counter, 50, QStringLiteral("/seq")),
        ofBranch(TileKind::Rate, {}),
        ofBranch(TileKind::Rate, "01:"),
        ofBranch(TileKind::Bars, "03:"),
        ofBranch(TileKind::Events, {}),
        table,
        note,
    };
    for (const TileConfig &tile : tiles)
        dashboard.add(tile);
    return dashboard;
}

} // namespace hpkv::bench
