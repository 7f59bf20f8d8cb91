// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/tileview.h"

#include "browser/agetext.h"
#include "dashboard/board/charttile.h"
#include "dashboard/board/countertile.h"
#include "dashboard/board/tilefaces.h"
#include "live/valuesource.h"
#include "shell/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QPaintEvent>

namespace Studio
{

TileView::TileView(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent)
    : QWidget(parent)
    , clock([] { return QDateTime::currentMSecsSinceEpoch(); })
    , m_theme(theme)
    , m_feed(feed)
    , m_events(events)
{
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(feed.config().title());
}

TileView *TileView::make(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent)
{
    switch (feed.config().kind) {
    case TileKind::LineChart:
        return new ChartTile(theme, feed, events, parent);
    case TileKind::Counter:
        return new CounterTile(theme, feed, events, parent);
    default:
        return new TileView(theme, feed, events, parent);
    }
}

void TileView::setScale(qreal scale)
{
    if (qFuzzyCompare(scale, m_scale))
        return;
    m_scale = scale;
    refresh();
}

qint64 TileView::now() const
{
    return m_feed.source().isLive() ? clock() : m_feed.source().moment();
}

int TileView::px(int metric) const
{
    return qRound(m_theme.metric(metric) * m_scale);
}

void TileView::refresh()
{
    setAccessibleName(m_feed.config().title());
    update();
}

QRect TileView::bodyRect() const
{
    const int margin = px(14);
    const int head = m_feed.config().title().isEmpty() ? 0 : px(28);
    return rect().adjusted(margin, px(10) + head, -margin, -px(12));
}

QString TileView::headText() const
{
    if (m_feed.config().kind == TileKind::Note || m_feed.changedAt() == 0
        || m_feed.config().kind == TileKind::Age)
        return {};
    return ageText(m_feed.changedAt(), now());
}

QColor TileView::mainColor(Tone fallback) const
{
    if (m_feed.firstAlert() >= 0)
        return m_theme.color(ColorRole::Removed);
    if (m_feed.isStale(now()))
        return m_theme.color(ColorRole::Warning);
    const Tone own = m_feed.config().tone;
    return toneColor(m_theme, own == Tone::Plain ? fallback : own);
}

QString TileView::description() const
{
    const TileConfig &config = m_feed.config();
    QStringList parts{config.title()};
    if (!m_feed.source().isLive())
        parts.append(tr("as it was"));
    const QString missing = config.isBranch() || config.key.isEmpty() ? QString() : missingText(m_feed);
    if (!missing.isEmpty())
        parts.append(missing);
    else if (m_feed.reading().isShown())
        parts.append(readingText(m_feed.reading(), config));
    if (const int alert = m_feed.firstAlert(); alert >= 0)
        parts.append(config.alerts.at(alert).text());
    if (m_feed.isStale(now()))
        parts.append(tr("stale"));
    return parts.join(QStringLiteral(", "));
}

void TileView::paintHead(const TilePainter &paint, const QRect &rect) const
{
    const int alert = m_feed.firstAlert();
    QString state = headText();
    QColor color = m_theme.color(ColorRole::TextFaint);
    if (alert >= 0) {
        state =
            m_feed.alert(alert).phase() == AlertState::Phase::Acknowledged ? tr("alert, seen") : tr("alert");
        color = m_theme.color(ColorRole::Removed);
    } else if (m_feed.isStale(now())) {
        state = tr("stale");
        color = m_theme.color(ColorRole::Warning);
    }
    const int used = paint.text(rect, state, paint.tabular(-1), color, Qt::AlignTrailing | Qt::AlignVCenter);
    const int gap = used > 0 ? used + paint.metric(8) : 0;
    const QRect place =
        layoutDirection() == Qt::RightToLeft ? rect.adjusted(gap, 0, 0, 0) : rect.adjusted(0, 0, -gap, 0);
    paint.text(place, m_feed.config().title(), paint.font(-1), m_theme.color(ColorRole::TextMuted));
}

void TileView::paintBody(const TilePainter &paint, const QRect &rect)
{
    TileFaces::paint(paint, rect, {m_feed, m_events, now(), mainColor(), layoutDirection()});
}

void TileView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isAlert = m_feed.firstAlert() >= 0;
    ColorRole border = ColorRole::Line;
    if (isAlert)
        border = ColorRole::Removed;
    else if (m_feed.isStale(now()))
        border = ColorRole::Warning;
    else if (hasFocus())
        border = ColorRole::Accent;
    painter.setPen(QPen(m_theme.color(border), hasFocus() ? 2 : 1));
    painter.setBrush(m_theme.color(ColorRole::Base));
    const qreal inset = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), px(8), px(8));
    painter.setBrush(Qt::NoBrush);

    const TilePainter paint(painter, m_theme, m_scale);
    const int margin = px(14);
    if (!m_feed.config().title().isEmpty())
        paintHead(paint, QRect(margin, px(10), width() - 2 * margin, px(22)));
    painter.save();
    painter.setClipRect(bodyRect().adjusted(-px(2), 0, px(2), px(2)));
    paintBody(paint, bodyRect());
    painter.restore();
}

void TileView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refresh();
}

QString missingText(const TileFeed &feed)
{
    const bool isLive = feed.source().isLive();
    switch (feed.reading().kind) {
    case TileReading::Kind::Unknown:
        return isLive ? TileView::tr("Waiting for the value")
                      : TileView::tr("Nothing is recorded of it at this moment");
    case TileReading::Kind::Absent:
        return isLive ? TileView::tr("There is no such key")
                      : TileView::tr("There was no such key at this moment");
    case TileReading::Kind::NoMember:
        return TileView::tr("The value has no such member");
    default:
        return {};
    }
}

QString readingText(const TileReading &reading, const TileConfig &config)
{
    return reading.isNumber() ? numberText(reading.text, config.decimals, QLocale())
                              : QString::fromUtf8(reading.text);
}

} // namespace Studio
