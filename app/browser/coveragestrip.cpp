// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/coveragestrip.h"

#include "shell/theme.h"

#include <QPainter>

namespace Studio
{

CoverageStrip::CoverageStrip(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Share of the key space that has been read"));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void CoverageStrip::setParts(const QList<Part> &parts, const QString &text)
{
    if (toolTip() != text) {
        setToolTip(text);
        setAccessibleDescription(text);
    }
    if (m_parts == parts)
        return;
    m_parts = parts;
    update();
}

QSize CoverageStrip::sizeHint() const
{
    return {m_theme.metric(120), m_theme.metric(3)};
}

QSize CoverageStrip::minimumSizeHint() const
{
    return {m_theme.metric(24), m_theme.metric(3)};
}

void CoverageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Line));
    const qreal radius = height() / 2.0;
    painter.drawRoundedRect(rect(), radius, radius);
    if (m_parts.isEmpty())
        return;

    // Equal neighbours become one piece, so that a thousand branches are a few rectangles.
    const qreal width = this->width();
    const auto count = m_parts.size();
    const auto place = [&](qsizetype i) { return width * qreal(i) / qreal(count); };
    for (qsizetype i = 0; i < count;) {
        qsizetype end = i + 1;
        while (end < count && m_parts.at(end) == m_parts.at(i))
            ++end;
        if (m_parts.at(i) != Part::Unknown) {
            QRectF piece(place(i), 0, place(end) - place(i), height());
            if (layoutDirection() == Qt::RightToLeft)
                piece.moveRight(width - piece.left());
            QColor fill =
                m_theme.color(m_parts.at(i) == Part::Stale ? ColorRole::Warning : ColorRole::Accent);
            if (m_parts.at(i) == Part::Partial)
                fill.setAlphaF(0.35F);
            // Told apart by more than the colour.
            painter.setBrush(m_parts.at(i) == Part::Stale ? QBrush(fill, Qt::Dense4Pattern) : QBrush(fill));
            painter.drawRoundedRect(piece, radius, radius);
        }
        i = end;
    }
}

} // namespace Studio
