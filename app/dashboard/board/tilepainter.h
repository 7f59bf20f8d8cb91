// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/tileconfig.h"
#include "shell/themecolors.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>

#include <span>

namespace Studio
{

class Theme;
struct SeriesPoint;

QColor toneColor(const Theme &theme, Tone tone);
/// The colour of the n-th series without one of its own.
Tone seriesTone(int index);

/// Draws the parts of tiles in the fonts and measures of the theme, larger on a wall.
class TilePainter
{
public:
    TilePainter(QPainter &painter, const Theme &theme, qreal scale);

    QPainter &painter() const { return m_painter; }
    const Theme &theme() const { return m_theme; }
    qreal scale() const { return m_scale; }
    int metric(int px) const;
    QFont font(qreal delta = 0, int weight = QFont::Normal) const;
    QFont tabular(qreal delta = 0) const;
    QFont monospace(qreal delta = 0) const;
    QColor color(ColorRole role) const;

    /// One line, elided; returns the width that it took.
    int text(const QRect &rect, const QString &text, const QFont &font, const QColor &color,
             Qt::Alignment align = Qt::AlignLeading | Qt::AlignVCenter,
             Qt::TextElideMode elide = Qt::ElideRight) const;
    /// The largest of the font's sizes up to `most` px in which the text and what follows it fit.
    QFont fitting(const QString &text, const QSize &room, int most, int weight = QFont::DemiBold) const;
    /// A value in large figures with its unit; returns its height.
    int value(const QRect &rect, const QString &text, const QString &unit, const QColor &color) const;
    /// A line with its area, without axes. `from`, `to`: ms since 1970.
    void sparkline(const QRect &rect, std::span<const SeriesPoint> points, qint64 from, qint64 to,
                   const QColor &color) const;

private:
    QFont scaled(QFont font) const;

    QPainter &m_painter;
    const Theme &m_theme;
    qreal m_scale;
};

} // namespace Studio
