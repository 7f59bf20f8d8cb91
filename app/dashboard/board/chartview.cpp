// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/chartview.h"

#include "dashboard/decimate.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <array>
#include <cmath>

namespace Studio
{

namespace
{

constexpr int FewPoints = 4 * MostDrawnPoints; ///< above it lines are not smoothed
constexpr qint64 ShortestWindow = 1000;
constexpr qint64 LongestWindow = 10ll * 365 * 24 * 3600 * 1000;

/// 1, 2 or 5 times a power of ten, so that about `count` steps make `span`.
double niceStep(double span, int count)
{
    const double rough = span / std::max(1, count);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

/// Steps that clocks have, in ms.
qint64 niceTimeStep(qint64 span, int count)
{
    constexpr std::array<qint64, 21> steps{1,     2,     5,     10,    15,     30,     60,
                                           120,   300,   600,   900,   1800,   3600,   7200,
                                           10800, 21600, 43200, 86400, 172800, 604800, 2592000};
    for (const qint64 step : steps) {
        if (span / (step * 1000) <= count)
            return step * 1000;
    }
    return span / std::max(1, count);
}

QString tickText(double value, double step)
{
    const int decimals = std::clamp(int(-std::floor(std::log10(step) + 1e-9)), 0, 9);
    return QLocale().toString(value, 'f', decimals);
}

QString timeText(qint64 at, qint64 step)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    if (step >= 24ll * 3600 * 1000)
        return QLocale().toString(moment.date(), QLocale::ShortFormat);
    return moment.time().toString(step < 60'000 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

} // namespace

ChartView::ChartView(Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_times(new QValueAxis)
    , m_values(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Chart"));
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_times->setVisible(false);
    m_values->setVisible(false);
}

int ChartView::px(int metric) const
{
    return qRound(m_theme.metric(metric) * m_scale);
}

void ChartView::setLines(QList<Line> lines)
{
    m_lines = std::move(lines);
}

void ChartView::setScale(qreal scale)
{
    m_scale = scale;
    place();
}

void ChartView::setSpan(qint64 ms)
{
    m_span = std::clamp(ms, ShortestWindow, LongestWindow);
    m_fixed.reset();
    emit windowChanged();
}

ChartView::Window ChartView::window(qint64 now) const
{
    return m_fixed.value_or(Window{now - m_span, now});
}

void ChartView::setWindow(const Window &window)
{
    if (window.to - window.from < ShortestWindow || window.to - window.from > LongestWindow)
        return;
    m_fixed = window;
    refresh(m_now);
    emit windowChanged();
}

void ChartView::goLive()
{
    m_fixed.reset();
    refresh(m_now);
    emit windowChanged();
}

QRectF ChartView::plot() const
{
    QFont font = m_theme.font(-2);
    const double left = QFontMetrics(font).horizontalAdvance(QStringLiteral("00000.0")) * m_scale;
    return {left, double(px(8)), std::max(10.0, width() - left - px(4)),
            std::max(10.0, double(height() - px(8) - px(22)))};
}

void ChartView::place()
{
    chart()->setPlotArea(plot());
}

QLineSeries *ChartView::pooled(int index, const QColor &color)
{
    while (m_pool.size() <= index) {
        auto *series = new QLineSeries;
        chart()->addSeries(series);
        series->attachAxis(m_times);
        series->attachAxis(m_values);
        m_pool.append(series);
    }
    QLineSeries *series = m_pool.at(index);
    QPen pen(color, 1.6 * m_scale);
    pen.setJoinStyle(Qt::RoundJoin);
    if (series->pen() != pen)
        series->setPen(pen);
    return series;
}

void ChartView::refresh(qint64 now)
{
    m_now = now;
    m_shown = window(now);
    m_gaps.clear();
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    m_drawn = 0;
    QList<QList<QPointF>> segments;
    QList<QColor> colors;
    for (const Line &line : std::as_const(m_lines)) {
        QList<QPointF> segment;
        const QList<SeriesPoint> points = decimate(line.points(), m_shown.from, m_shown.to);
        m_drawn += int(points.size());
        std::optional<qint64> gap;
        const auto flush = [&] {
            if (segment.isEmpty())
                return;
            segments.append(segment);
            colors.append(line.color);
            segment.clear();
        };
        for (const SeriesPoint &point : points) {
            if (std::isnan(point.value)) {
                flush();
                gap = point.at;
                continue;
            }
            if (gap)
                m_gaps.append({*gap, point.at});
            gap.reset();
            segment.append({double(point.at), point.value});
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
        if (gap)
            m_gaps.append({*gap, now});
        else if (!segment.isEmpty() && points.constLast().at < now) // the last value holds until now
            segment.append({double(now), points.constLast().value});
        flush();
    }
    if (!(low <= high)) {
        low = 0;
        high = 1;
    }
    if (high - low < 1e-12 * std::max(1.0, std::abs(high))) {
        const double room = std::max(1.0, std::abs(high) * 0.05);
        low -= room;
        high += room;
    }
    m_step = niceStep(high - low, std::max(2, int(plot().height()) / std::max(1, px(44))));
    m_low = std::floor(low / m_step) * m_step;
    m_high = std::ceil(high / m_step) * m_step;
    m_times->setRange(double(m_shown.from), double(m_shown.to));
    m_values->setRange(m_low, m_high);
    setRenderHint(QPainter::Antialiasing, m_drawn <= FewPoints);
    for (qsizetype i = 0; i < segments.size(); ++i)
        pooled(int(i), colors.at(i))->replace(segments.at(i));
    for (qsizetype i = segments.size(); i < m_pool.size(); ++i) {
        if (m_pool.at(i)->count() > 0)
            m_pool.at(i)->clear();
    }
    viewport()->update();
}

qint64 ChartView::timeAt(double x) const
{
    const QRectF area = plot();
    return m_shown.from + qint64((x - area.left()) / area.width() * double(m_shown.to - m_shown.from));
}

double ChartView::xOf(qint64 at) const
{
    const QRectF area = plot();
    return area.left()
         + area.width() * double(at - m_shown.from) / double(std::max<qint64>(1, m_shown.to - m_shown.from));
}

double ChartView::yOf(double value) const
{
    const QRectF area = plot();
    return area.bottom() - area.height() * (value - m_low) / (m_high - m_low);
}

void ChartView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_theme.color(ColorRole::Base));
    const QRectF area = plot();
    QFont font = m_theme.tabularFont(-2);
    font.setPixelSize(std::max(8, qRound(QFontInfo(font).pixelSize() * m_scale)));
    painter->setFont(font);
    const QFontMetrics metrics(font);
    painter->setRenderHint(QPainter::Antialiasing, false);

    // Gaps behind everything, with what they are where there is room for it.
    for (const Gap &gap : std::as_const(m_gaps)) {
        const double from = std::clamp(xOf(gap.from), area.left(), area.right());
        const double to = std::clamp(xOf(gap.to), area.left(), area.right());
        if (to - from < 1)
            continue;
        const QRectF band(from, area.top(), to - from, area.height());
        painter->fillRect(band, m_theme.color(ColorRole::WarningSoft));
        const qint64 seconds = std::max<qint64>(1, (gap.to - gap.from) / 1000);
        const QString text = seconds < 120 ? tr("no values for %1 s").arg(seconds)
                                           : tr("no values for %1 min").arg(seconds / 60);
        if (metrics.horizontalAdvance(text) + px(8) < band.width()) {
            painter->setPen(m_theme.color(ColorRole::Warning));
            painter->drawText(band.adjusted(px(4), px(3), 0, 0), Qt::AlignLeft | Qt::AlignTop, text);
        }
    }

    const int steps = qRound((m_high - m_low) / m_step);
    for (int i = 0; i <= std::min(steps, 50); ++i) {
        const double value = m_low + i * m_step;
        const double y = std::round(yOf(value));
        painter->setPen(m_theme.color(ColorRole::Line));
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter->setPen(m_theme.color(ColorRole::TextFaint));
        painter->drawText(QRectF(0, y - metrics.height(), area.left() - px(10), 2 * metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, tickText(value, m_step));
    }
    const qint64 step = niceTimeStep(m_shown.to - m_shown.from, std::max(2, int(area.width()) / px(110)));
    const qint64 offset = QDateTime::fromMSecsSinceEpoch(m_shown.from).offsetFromUtc() * 1000ll;
    for (qint64 at = ((m_shown.from + offset) / step + 1) * step - offset; at <= m_shown.to && step > 0;
         at += step) {
        const double x = xOf(at);
        const QString text = timeText(at, step);
        const int half = metrics.horizontalAdvance(text) / 2;
        if (x - half < area.left() - px(8) || x + half > width())
            continue;
        painter->drawText(QRectF(x - half - 2, area.bottom() + px(4), 2 * half + 4, px(18)), Qt::AlignCenter,
                          text);
    }
}

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    const QRectF area = plot();
    if (m_band) {
        QColor soft = m_theme.color(ColorRole::Accent);
        painter->setPen(soft);
        soft.setAlphaF(0.12F);
        painter->setBrush(soft);
        painter->drawRect(QRectF(m_band->left(), area.top(), m_band->width(), area.height()));
        return;
    }
    if (!area.contains(m_cursor) || m_pressed)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.color(ColorRole::LineStrong), 1));
    painter->drawLine(QPointF(m_cursor.x(), area.top()), QPointF(m_cursor.x(), area.bottom()));
    const qint64 at = timeAt(m_cursor.x());

    struct Row {
        QColor color;
        QString text;
    };
    QList<Row> rows{{m_theme.color(ColorRole::TextMuted),
                     QDateTime::fromMSecsSinceEpoch(at).time().toString(QStringLiteral("HH:mm:ss"))}};
    for (const Line &line : std::as_const(m_lines)) {
        const auto points = line.points();
        const auto behind =
            std::upper_bound(points.begin(), points.end(), at,
                             [](qint64 moment, const SeriesPoint &point) { return moment < point.at; });
        if (behind == points.begin() || std::isnan((behind - 1)->value))
            continue;
        const double value = (behind - 1)->value;
        painter->setPen(Qt::NoPen);
        painter->setBrush(line.color);
        painter->drawEllipse(QPointF(m_cursor.x(), yOf(value)), px(3), px(3));
        rows.append({line.color, tr("%1 %2").arg(line.label, QLocale().toString(value, 'g', 8))
                                     + (m_unit.isEmpty() ? QString() : u' ' + m_unit)});
    }
    QFont font = m_theme.tabularFont(-1);
    font.setPixelSize(std::max(8, qRound(QFontInfo(font).pixelSize() * m_scale)));
    const QFontMetrics metrics(font);
    int width = 0;
    for (const Row &row : std::as_const(rows))
        width = std::max(width, metrics.horizontalAdvance(row.text));
    const int height = int(rows.size()) * px(18) + px(8);
    QRectF box(m_cursor.x() + px(10), area.top() + px(6), width + px(16), height);
    if (box.right() > area.right())
        box.moveRight(m_cursor.x() - px(10));
    painter->setPen(m_theme.color(ColorRole::LineStrong));
    painter->setBrush(m_theme.color(ColorRole::Raised));
    painter->drawRoundedRect(box, px(4), px(4));
    painter->setFont(font);
    double y = box.top() + px(4);
    for (const Row &row : std::as_const(rows)) {
        painter->setPen(row.color);
        painter->drawText(QRectF(box.left() + px(8), y, width + 2, px(18)), Qt::AlignLeft | Qt::AlignVCenter,
                          row.text);
        y += px(18);
    }
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    place();
    if (m_now > 0)
        refresh(m_now);
}

void ChartView::zoom(double factor, double x)
{
    const Window before = m_shown;
    const double share = std::clamp((x - plot().left()) / plot().width(), 0.0, 1.0);
    const double length = double(before.to - before.from) * factor;
    const double middle = double(before.from) + share * double(before.to - before.from);
    const auto from = qint64(middle - share * length);
    setWindow({from, from + qint64(length)});
}

void ChartView::pan(double share)
{
    const auto by = qint64(share * double(m_shown.to - m_shown.from));
    setWindow({m_shown.from + by, m_shown.to + by});
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() == 0)
        return;
    zoom(event->angleDelta().y() > 0 ? 0.8 : 1.25, event->position().x());
    event->accept();
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !plot().contains(event->position())) {
        event->ignore();
        return;
    }
    m_pressed = event->position();
    m_pressedWindow = m_shown;
    if (event->modifiers() & Qt::ShiftModifier)
        m_band = QRectF(event->position(), QSizeF());
    event->accept();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    if (m_band) {
        m_band = QRectF(QPointF(std::min(m_pressed->x(), m_cursor.x()), 0),
                        QPointF(std::max(m_pressed->x(), m_cursor.x()), 1));
    } else if (m_pressed) {
        const double share = (m_pressed->x() - m_cursor.x()) / plot().width();
        const auto by = qint64(share * double(m_pressedWindow.to - m_pressedWindow.from));
        if (by != 0)
            setWindow({m_pressedWindow.from + by, m_pressedWindow.to + by});
    }
    viewport()->update();
    event->accept();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto band = std::exchange(m_band, {});
    m_pressed.reset();
    if (band && band->width() > 4)
        setWindow({timeAt(band->left()), timeAt(band->right())});
    viewport()->update();
    event->accept();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    goLive();
    event->accept();
}

void ChartView::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_cursor = {-1, -1};
    viewport()->update();
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.8, plot().center().x());
    case Qt::Key_Minus:
        return zoom(1.25, plot().center().x());
    case Qt::Key_Left:
        return pan(-0.2);
    case Qt::Key_Right:
        return pan(0.2);
    case Qt::Key_Home:
    case Qt::Key_End:
        return goLive();
    default:
        event->ignore();
    }
}

QByteArray ChartView::csv() const
{
    QByteArray out("time,series,value\n");
    for (const Line &line : m_lines) {
        QString label = line.label;
        label.replace(u'"', QStringLiteral("\"\""));
        for (const SeriesPoint &point : line.points()) {
            if (point.at < m_shown.from || point.at > m_shown.to)
                continue;
            out += QDateTime::fromMSecsSinceEpoch(point.at, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1()
                 + ",\"" + label.toUtf8() + "\","
                 + (std::isnan(point.value) ? QByteArray() : QByteArray::number(point.value, 'g', 17)) + '\n';
        }
    }
    return out;
}

} // namespace Studio
