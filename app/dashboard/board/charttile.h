// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/board/tileview.h"
#include "live/serieshistory.h"

#include <optional>
#include <vector>

namespace Studio
{

class ChartView;

/// A line chart with its legend and the windows of time to choose from. Points from before the board looked
/// come from the history, thinned out; those that were seen are drawn as they are.
class ChartTile : public TileView
{
    Q_OBJECT

public:
    ChartTile(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent = nullptr);

    ChartView &chart() const { return *m_chart; }
    /// Where older points come from; may be nullptr.
    void setHistory(SeriesHistory *history);
    void refresh() override;
    /// From the first point that is recorded of any line.
    void showEverything();

    /// By the end of the name: .png, .svg, .csv. False when it could not be written.
    bool exportTo(const QString &file);

signals:
    /// Points came: it is to be drawn anew in its turn.
    void touched();

protected:
    void paintBody(const TilePainter &paint, const QRect &rect) override;
    QString headText() const override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    /// What the history gave of one series, and what is drawn: that, then what was seen since.
    struct Course {
        QList<SeriesPoint> older;
        std::vector<SeriesPoint> drawn;
    };

    void setLines();
    void compose(int index);
    void placeChart();
    void askForOlder();
    QList<qint64> spans() const;

    ChartView *m_chart;
    SeriesHistory *m_history = nullptr;
    QList<std::pair<QRect, qint64>> m_spanPlaces; ///< as painted last
    std::vector<Course> m_courses; ///< by series
    quint64 m_asked = 0;
    int m_open = 0; ///< answers that are to come
    qint64 m_moment = 0; ///< of the past: whose course was asked for last
    std::optional<qint64> m_beginning; ///< while all that is recorded is shown: when it begins
};

} // namespace Studio
