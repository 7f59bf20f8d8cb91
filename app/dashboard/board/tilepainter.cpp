// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/tilepainter.h"

#include "dashboard/decimate.h"
#include "shell/theme.h"

#include <QPainterPath>

#include <array>
#include <cmath>

namespace Studio
{

QColor toneColor(const Theme &theme, Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return theme.color(ColorRole::Text);
    case Tone::Blue:
        return theme.color(ColorRole::Replaced);
    case Tone::Green:
        return theme.color(ColorRole::Created);
    case Tone::Violet:
        return theme.color(ColorRole::Patched);
    case Tone::Indigo:
        return theme.color(ColorRole::Appended);
    case Tone::Teal:
        return theme.color(ColorRole::Counted);
    case Tone::Orange:
        return theme.color(ColorRole::Warning);
    case Tone::Red:
        return theme.color(ColorRole::Removed);
    case Tone::Muted:
        return theme.color(ColorRole::TextMuted);
    }
    return {};
}

Tone seriesTone(int index)
{
    constexpr std::array tones{Tone::Blue, Tone::Violet, Tone::Green, Tone::Orange,
                               Tone::Teal, Tone::Indigo, Tone::Red};
    return tones.at(size_t(index) % tones.size());
}

TilePainter::TilePainter(QPainter &painter, const Theme &theme, qreal scale)
    : m_painter(painter)
    , m_theme(theme)
    , m_scale(scale)
{
}

int TilePainter::metric(int px) const
{
    return qRound(m_theme.metric(px) * m_scale);
}

QFont TilePainter::scaled(QFont font) const
{
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * m_scale)));
    else
        font.setPointSizeF(font.pointSizeF() * m_scale);
    return font;
}

QFont TilePainter::font(qreal delta, int weight) const
{
    return scaled(m_theme.font(delta, weight));
}

QFont TilePainter::tabular(qreal delta) const
{
    return scaled(m_theme.tabularFont(delta));
}

QFont TilePainter::monospace(qreal delta) const
{
    return scaled(m_theme.monospaceFont(delta));
}

QColor TilePainter::color(ColorRole role) const
{
    return m_theme.color(role);
}

int TilePainter::text(const QRect &rect, const QString &text, const QFont &font, const QColor &color,
                      Qt::Alignment align, Qt::TextElideMode elide) const
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    const QFontMetrics metrics(font);
    // elidedText() counts fractions of a pixel, which those who measured the text did not.
    const QString shown = metrics.horizontalAdvance(text) <= rect.width()
                            ? text
                            : metrics.elidedText(text, elide, rect.width());
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(rect, int(align) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

QFont TilePainter::fitting(const QString &text, const QSize &room, int most, int weight) const
{
    QFont large = m_theme.font(0, weight);
    int size = std::max(8, std::min(most, int(room.height() * 0.86)));
    large.setPixelSize(size);
    const int width = QFontMetrics(large).horizontalAdvance(text);
    if (width > room.width() && width > 0)
        size = std::max(8, int(qint64(size) * room.width() / width));
    large.setPixelSize(size);
    return large;
}

int TilePainter::value(const QRect &rect, const QString &text, const QString &unit, const QColor &color) const
{
    // On a wall figures are as large as their tile lets them be, and the unit grows with them.
    const bool onWall = m_scale > 1.01;
    const int most = metric(onWall ? 110 : 40);
    QFont small = font(1);
    const int gap = unit.isEmpty() ? 0 : metric(5);
    const auto fitted = [&] {
        const int unitWidth = unit.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(unit);
        return fitting(text, {rect.width() - unitWidth - gap, rect.height()}, most);
    };
    QFont large = fitted();
    if (const int third = large.pixelSize() / 3; onWall && third > QFontInfo(small).pixelSize()) {
        small.setPixelSize(third);
        large = fitted();
    }
    const QFontMetrics metrics(large);
    const int baseline = rect.top() + metrics.ascent();
    m_painter.setFont(large);
    m_painter.setPen(color);
    const int width = metrics.horizontalAdvance(text);
    m_painter.drawText(rect.left(), baseline, metrics.elidedText(text, Qt::ElideRight, rect.width()));
    if (!unit.isEmpty()) {
        m_painter.setFont(small);
        m_painter.setPen(this->color(ColorRole::TextMuted));
        m_painter.drawText(rect.left() + width + gap, baseline, unit);
    }
    return metrics.height();
}

void TilePainter::sparkline(const QRect &rect, std::span<const SeriesPoint> points, qint64 from, qint64 to,
                            const QColor &color) const
{
    const QList<SeriesPoint> drawn = decimate(points, from, to, std::clamp(rect.width(), 4, MostDrawnPoints));
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const SeriesPoint &point : drawn) {
        if (std::isnan(point.value))
            continue;
        low = std::min(low, point.value);
        high = std::max(high, point.value);
    }
    if (!(low <= high) || rect.height() < 2 || to <= from)
        return;
    const double span = high > low ? high - low : 1;
    const double inset = high > low ? 0 : 0.5;
    const auto place = [&](qint64 at, double value) {
        const double x = rect.left() + rect.width() * double(at - from) / double(to - from);
        return QPointF(x, rect.bottom() - 1 - (rect.height() - 3) * ((value - low) / span + inset));
    };
    m_painter.save();
    m_painter.setClipRect(rect.adjusted(0, -1, 0, 1));
    m_painter.setRenderHint(QPainter::Antialiasing);
    QColor soft = color;
    soft.setAlphaF(0.13F);
    QPolygonF line;
    const auto flush = [&] {
        if (line.size() > 1) {
            QPolygonF area = line;
            area.append(QPointF(line.constLast().x(), rect.bottom()));
            area.append(QPointF(line.constFirst().x(), rect.bottom()));
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(soft);
            m_painter.drawPolygon(area);
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(color, 1.5 * m_scale));
            m_painter.drawPolyline(line);
        }
        line.clear();
    };
    // A value holds until the next one; the last one until now.
    for (const SeriesPoint &point : drawn) {
        if (std::isnan(point.value)) {
            flush();
            continue;
        }
        line.append(place(point.at, point.value));
    }
    if (!line.isEmpty() && !drawn.isEmpty() && drawn.constLast().at < to)
        line.append(place(to, drawn.constLast().value));
    flush();
    m_painter.restore();
}

} // namespace Studio
