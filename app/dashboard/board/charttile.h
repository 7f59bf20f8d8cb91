// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/board/tileview.h"

namespace Studio
{

class ChartView;
class SeriesHistory;

/// A line chart with its legend and the windows of time to choose from.
class ChartTile : public TileView
{
    Q_OBJECT

public:
    ChartTile(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent = nullptr);

    ChartView &chart() const { return *m_chart; }
    /// Where older points come from; may be nullptr.
    void setHistory(SeriesHistory *history);
    void refresh() override;

    /// By the end of the name: .png, .svg, .csv. False when it could not be written.
    bool exportTo(const QString &file);

protected:
    void paintBody(const TilePainter &paint, const QRect &rect) override;
    QString headText() const override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void setLines();
    void placeChart();
    void askForOlder();
    QList<qint64> spans() const;

    ChartView *m_chart;
    SeriesHistory *m_history = nullptr;
    QList<std::pair<QRect, qint64>> m_spanPlaces; ///< as painted last
    quint64 m_asked = 0;
    QList<QList<SeriesPoint>> m_older; ///< of each series: what the history said of the window
};

} // namespace Studio
