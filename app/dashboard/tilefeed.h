// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/alertrule.h"
#include "dashboard/seriesstore.h"
#include "dashboard/tileconfig.h"
#include "dashboard/tilereading.h"

#include <QObject>

#include <array>
#include <deque>
#include <memory>

namespace Studio
{

class ValueSource;

/// What one tile shows, kept up to date from a ValueSource. Window's thread; time is a parameter.
class TileFeed : public QObject
{
    Q_OBJECT

public:
    /// How much a number changed, and in which time.
    struct Change {
        QByteArray difference; ///< JSON number
        qint64 within = 0; ///< ms
    };

    /// Alerts are judged from the next call on, so that nobody misses one.
    TileFeed(ValueSource &source, const TileConfig &config, qint64 now, QObject *parent = nullptr);

    const TileConfig &config() const { return m_config; }
    /// What was kept stays where it is still about the same members.
    void setConfig(const TileConfig &config, qint64 now);
    ValueSource &source() const { return m_source; }

    /// Keys that must be watched exactly, and prefixes.
    QList<QByteArray> keys() const;
    QList<QByteArray> prefixes() const;

    const TileReading &reading() const { return m_reading; }
    int seriesCount() const { return int(m_series.size()); }
    SeriesStore &series(int index) { return m_series[size_t(index)]; }
    const SeriesStore &series(int index) const { return m_series[size_t(index)]; }
    /// What is drawn of a series of the past, in place of what was drawn before.
    void setSeries(int index, const QList<SeriesPoint> &points);
    /// The latest value of a series.
    const TileReading &seriesReading(int index) const { return m_seriesReadings[size_t(index)]; }
    /// Keys of a branch, at most as many as the tile shows.
    QList<QByteArray> rows() const;
    std::optional<Change> change(qint64 now) const;
    /// ms since 1970; 0 = none was seen.
    qint64 changedAt() const { return m_changedAt; }
    bool isStale(qint64 now) const;
    /// Changes a second over the last 10 s.
    double rate(qint64 now) const;

    /// Shows the alerts as another feed of the same tile judges them, and judges none; nullptr: its own.
    void setJudge(std::shared_ptr<const TileFeed> judge) { m_judge = std::move(judge); }
    /// Whether any alert is on, and the first rule that is; −1 = none.
    int firstAlert() const;
    const AlertState &alert(int rule) const;
    void acknowledge();
    void acknowledge(int rule);

    /// `keys` are sorted. True if anything of the tile is among them.
    bool take(const QList<QByteArray> &keys, qint64 now);
    /// A notification of this key came; for the rate.
    void count(QByteArrayView key, qint64 now);
    /// Everything may be another.
    void readAll(qint64 now);
    void lineDown(qint64 at);
    /// Once a second: alerts that wait, values that come again.
    void tick(qint64 now, bool isLineUp);

signals:
    void alertRaised(int rule);
    void alertEnded(int rule);

private:
    bool isOwn(QByteArrayView key) const;
    void readMain(qint64 now);
    void readSeries(size_t index, qint64 now);
    void read(qint64 now);
    void setAlerts(const TileConfig &next);
    void checkAlerts(qint64 now);
    std::optional<Change> pastChange(qint64 now) const;
    QByteArray branch() const;

    ValueSource &m_source;
    TileConfig m_config;
    TileReading m_reading;
    qint64 m_changedAt = 0;
    std::vector<SeriesStore> m_series;
    std::vector<TileReading> m_seriesReadings;
    std::vector<AlertState> m_alerts;
    std::shared_ptr<const TileFeed> m_judge;
    std::deque<std::pair<qint64, QByteArray>> m_numbers; ///< for the change, thinned out
    std::array<int, 16> m_counts{}; ///< changes of the latest seconds, by second
    qint64 m_countedSecond = 0;
    bool m_isLineUp = true;
};

} // namespace Studio
