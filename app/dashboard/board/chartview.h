// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/serieshistory.h"

#include <QtCharts/QChartView>

#include <functional>
#include <memory>
#include <optional>
#include <span>

class QLineSeries;
class QValueAxis;

namespace Studio
{

class Theme;

/// Lines over time: grid, labels and gaps are painted here, the lines by Qt Charts. Draws at most
/// MostDrawnPoints of a line. Pan by dragging, zoom by wheel, Shift + dragging or + and −; Home shows the
/// window of the tile again, live.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    struct Line {
        QString label;
        QColor color;
        QString value; ///< the latest, as text
        /// All points that are held, ascending; good until the next change.
        std::function<std::span<const SeriesPoint>()> points;
    };
    struct Window {
        qint64 from = 0;
        qint64 to = 0;
        bool operator==(const Window &) const = default;
    };

    struct Gap {
        qint64 from;
        qint64 to;
        bool operator==(const Gap &) const = default;
    };

    explicit ChartView(Theme &theme, QWidget *parent = nullptr);

    void setLines(QList<Line> lines);
    void setUnit(const QString &unit) { m_unit = unit; }
    void setScale(qreal scale);
    /// How much time is shown while it is live, in ms.
    void setSpan(qint64 ms);
    qint64 span() const { return m_span; }
    /// What is shown; moves with the time while isLive().
    Window window(qint64 now) const;
    bool isLive() const { return !m_fixed; }
    void setWindow(const Window &window);
    void goLive();
    /// Draws anew, as of `now`.
    void refresh(qint64 now);
    /// How many points the lines were drawn with last.
    int drawnPoints() const { return m_drawn; }
    /// Where nothing was known when it was drawn last, of all lines.
    const QList<Gap> &gaps() const { return m_gaps; }

    QByteArray csv() const;

signals:
    /// Another stretch of time is shown: older points may be wanted.
    void windowChanged();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();
    QRectF plot() const;
    qint64 timeAt(double x) const;
    double xOf(qint64 at) const;
    double yOf(double value) const;
    void zoom(double factor, double x);
    void pan(double share);
    QLineSeries *pooled(int index, const QColor &color);
    int px(int metric) const;

    Theme &m_theme;
    QList<Line> m_lines;
    QString m_unit;
    qreal m_scale = 1;
    qint64 m_span = 15ll * 60 * 1000;
    std::optional<Window> m_fixed;
    Window m_shown;
    qint64 m_now = 0;
    double m_low = 0;
    double m_high = 1;
    double m_step = 1;
    int m_drawn = 0;
    QList<Gap> m_gaps;
    QList<QLineSeries *> m_pool;
    QValueAxis *m_times;
    QValueAxis *m_values;
    QPointF m_cursor{-1, -1};
    std::optional<QPointF> m_pressed;
    Window m_pressedWindow;
    std::optional<QRectF> m_band;
};

} // namespace Studio
