// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/charttile.h"

#include "dashboard/board/chartview.h"
#include "dashboard/decimate.h"
#include "live/valuesource.h"
#include "models/keytext.h"
#include "shell/theme.h"

#include <QFile>
#include <QLocale>
#include <QMouseEvent>
#include <QPointer>
#include <QSaveFile>
#include <QSvgGenerator>

namespace Studio
{

namespace
{

constexpr qint64 Minute = 60'000;
constexpr qint64 Everything = -1; ///< in place of a length of time
constexpr qint64 BackToNow = 0;

QString spanText(qint64 ms)
{
    if (ms == Everything)
        return ChartTile::tr("All");
    const QLocale locale;
    if (ms < 60 * Minute)
        return ChartTile::tr("%1 min").arg(locale.toString(ms / Minute));
    if (ms < 24 * 60 * Minute)
        return ChartTile::tr("%1 h").arg(locale.toString(ms / (60 * Minute)));
    return ChartTile::tr("%1 d").arg(locale.toString(ms / (24 * 60 * Minute)));
}

QString seriesLabel(const TileSeries &series)
{
    if (!series.label.isEmpty())
        return series.label;
    return KeyText::elided(series.key, 28);
}

} // namespace

ChartTile::ChartTile(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent)
    : TileView(theme, feed, events, parent)
    , m_chart(new ChartView(theme, this))
{
    m_chart->setSpan(feed.config().windowMs);
    connect(m_chart, &ChartView::windowChanged, this, [this] {
        askForOlder();
        update();
    });
    setLines();
}

void ChartTile::setHistory(SeriesHistory *history)
{
    m_history = history;
    askForOlder();
}

void ChartTile::setLines()
{
    QList<ChartView::Line> lines;
    const QList<TileSeries> all = feed().config().drawnSeries();
    m_courses.resize(size_t(all.size()));
    for (int i = 0; i < all.size(); ++i) {
        const TileSeries &series = all.at(i);
        const Tone tone = series.tone == Tone::Plain ? seriesTone(i) : series.tone;
        compose(i);
        const auto points = [this, i]() -> std::span<const SeriesPoint> {
            return i < int(m_courses.size()) ? std::span<const SeriesPoint>(m_courses[size_t(i)].drawn)
                                             : std::span<const SeriesPoint>();
        };
        QString value;
        if (i < feed().seriesCount() && feed().seriesReading(i).isShown())
            value = readingText(feed().seriesReading(i), feed().config());
        lines.append({seriesLabel(series), toneColor(theme(), tone), value, points});
    }
    m_chart->setUnit(feed().config().unit);
    m_chart->setLines(std::move(lines));
}

void ChartTile::compose(int index)
{
    Course &course = m_courses[size_t(index)];
    course.drawn.clear();
    if (index >= feed().seriesCount())
        return;
    const SeriesStore &seen = std::as_const(feed()).series(index);
    const qint64 first = seen.isEmpty() ? std::numeric_limits<qint64>::max() : seen.firstAt();
    for (const SeriesPoint &point : std::as_const(course.older)) {
        if (point.at < first)
            course.drawn.push_back(point);
    }
    course.drawn.insert(course.drawn.end(), seen.points().begin(), seen.points().end());
}

/// One question at a time of each series: the moment of the past may move faster than it is answered.
void ChartTile::askForOlder()
{
    if (!m_history)
        return;
    const bool isLive = feed().source().isLive();
    m_moment = isLive ? 0 : feed().source().moment();
    const ChartView::Window window = m_chart->window(now());
    const quint64 asked = ++m_asked;
    m_open = 0;
    const QList<TileSeries> all = feed().config().drawnSeries();
    for (int i = 0; i < all.size() && i < feed().seriesCount(); ++i) {
        const SeriesStore &seen = std::as_const(feed()).series(i);
        if (!seen.isEmpty() && seen.firstAt() <= window.from)
            continue;
        ++m_open;
        m_history->request({all.at(i).key, all.at(i).pointer, window.from, window.to + 1, MostDrawnPoints},
                           this, [this, asked, i](const QList<SeriesPoint> &points) {
                               if (asked != m_asked || i >= int(m_courses.size()))
                                   return;
                               --m_open;
                               m_courses[size_t(i)].older = points;
                               emit touched();
                           });
    }
}

void ChartTile::showEverything()
{
    if (!m_history)
        return;
    m_beginning = now() - Minute;
    m_chart->setSpan(Minute);
    const QList<TileSeries> all = feed().config().drawnSeries();
    for (const TileSeries &series : all) {
        m_history->request({series.key, series.pointer, 0, now() + 1, 4}, this,
                           [this](const QList<SeriesPoint> &points) {
                               if (!m_beginning || points.isEmpty() || points.constFirst().at >= *m_beginning)
                                   return;
                               m_beginning = points.constFirst().at;
                               m_chart->setSpan(now() - *m_beginning);
                               emit touched();
                           });
    }
}

void ChartTile::refresh()
{
    const bool isLive = feed().source().isLive();
    if (m_open == 0 && m_moment != (isLive ? 0 : feed().source().moment()))
        askForOlder();
    // All of it grows; a little room is cheaper than a question each second.
    if (m_beginning && m_chart->isLive() && now() - *m_beginning > m_chart->span() * 51 / 50)
        m_chart->setSpan(now() - *m_beginning);
    setLines();
    m_chart->setScale(scale());
    placeChart();
    m_chart->refresh(now());
    TileView::refresh();
}

QString ChartTile::headText() const
{
    return feed().config().unit;
}

void ChartTile::placeChart()
{
    const QRect body = bodyRect();
    m_chart->setGeometry(body.adjusted(-px(4), 0, px(4), -px(24)));
}

QList<qint64> ChartTile::spans() const
{
    QList<qint64> spans{Minute, 15 * Minute, 60 * Minute, 6 * 60 * Minute, 24 * 60 * Minute};
    if (m_history)
        spans.append(7 * 24 * 60 * Minute);
    if (!spans.contains(feed().config().windowMs))
        spans.append(feed().config().windowMs);
    std::sort(spans.begin(), spans.end());
    if (m_history)
        spans.append(Everything);
    return spans;
}

void ChartTile::paintBody(const TilePainter &paint, const QRect &rect)
{
    const int height = px(20);
    const int y = rect.bottom() - height + 1;
    // From the end: the windows of time, the current one in the colour of what can be chosen.
    m_spanPlaces.clear();
    const QFont font = paint.font(-1);
    const QFontMetrics metrics(font);
    int right = rect.right();
    QList<qint64> spans = this->spans();
    std::reverse(spans.begin(), spans.end());
    if (!m_chart->isLive()) {
        const QString text = feed().source().isLive() ? tr("Back to live") : tr("Back to the moment");
        const int width = metrics.horizontalAdvance(text);
        const QRect place(right - width, y, width + 1, height);
        paint.text(place, text, font, theme().color(ColorRole::Accent));
        m_spanPlaces.append({place, BackToNow});
        right -= width + px(14);
    }
    for (const qint64 span : std::as_const(spans)) {
        const QString text = spanText(span);
        const bool isChosen =
            m_chart->isLive() && (m_beginning ? span == Everything : span == m_chart->span());
        const QFont own = isChosen ? paint.font(-1, QFont::DemiBold) : font;
        const int width = QFontMetrics(own).horizontalAdvance(text);
        if (right - width < rect.left() + rect.width() / 2)
            break;
        const QRect place(right - width, y, width + 1, height);
        paint.text(place, text, own, theme().color(isChosen ? ColorRole::Accent : ColorRole::TextMuted));
        m_spanPlaces.append({place, span});
        right -= width + px(14);
    }
    // From the beginning: what the lines are.
    int x = rect.left() + px(40);
    const QList<TileSeries> all = feed().config().drawnSeries();
    for (int i = 0; i < all.size() && i < feed().seriesCount(); ++i) {
        const Tone tone = all.at(i).tone == Tone::Plain ? seriesTone(i) : all.at(i).tone;
        const TileReading &reading = feed().seriesReading(i);
        const QString value = reading.isShown() ? readingText(reading, feed().config()) : QStringLiteral("–");
        const QString text = seriesLabel(all.at(i)) + u' ' + value;
        const int width = metrics.horizontalAdvance(text) + px(14);
        if (x + width > right)
            break;
        paint.painter().setPen(QPen(toneColor(theme(), tone), px(2)));
        paint.painter().drawLine(x, y + height / 2, x + px(8), y + height / 2);
        paint.text(QRect(x + px(13), y, width, height), text, font, theme().color(ColorRole::Text));
        x += width + px(14);
    }
}

void ChartTile::resizeEvent(QResizeEvent *event)
{
    TileView::resizeEvent(event);
    placeChart();
}

void ChartTile::mousePressEvent(QMouseEvent *event)
{
    for (const auto &[place, span] : std::as_const(m_spanPlaces)) {
        if (!place.adjusted(-px(4), 0, px(4), 0).contains(event->position().toPoint()))
            continue;
        if (span != BackToNow)
            m_beginning.reset();
        if (span == BackToNow)
            m_chart->goLive();
        else if (span == Everything)
            showEverything();
        else
            m_chart->setSpan(span);
        refresh();
        event->accept();
        return;
    }
    TileView::mousePressEvent(event);
}

bool ChartTile::exportTo(const QString &file)
{
    if (file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)) {
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly))
            return false;
        out.write(m_chart->csv());
        return out.commit();
    }
    if (file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setFileName(file);
        svg.setSize(size());
        svg.setViewBox(rect());
        svg.setTitle(feed().config().title());
        QPainter painter;
        if (!painter.begin(&svg))
            return false;
        render(&painter, {}, {}, QWidget::DrawChildren | QWidget::DrawWindowBackground);
        return painter.end();
    }
    return grab().save(file, "PNG");
}

} // namespace Studio
