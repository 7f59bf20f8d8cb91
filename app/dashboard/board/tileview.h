// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/board/tilepainter.h"
#include "dashboard/tilefeed.h"

#include <QWidget>

#include <functional>

namespace Studio
{

class LiveFeed;
class Theme;

/// One tile as it is seen: frame, head with title and state, and what its kind shows. Reads from its feed
/// while painting and changes nothing.
class TileView : public QWidget
{
    Q_OBJECT

public:
    /// `events`: where the tile of the latest changes reads from; may be nullptr.
    TileView(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent = nullptr);

    /// The view that fits the kind of the feed's tile.
    static TileView *make(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent = nullptr);

    TileFeed &feed() const { return m_feed; }
    /// 1 on a board in the window, more on a wall.
    void setScale(qreal scale);
    /// Where "now" comes from; ms since 1970.
    std::function<qint64()> clock;
    /// What is shown may be another. Does not paint at once.
    virtual void refresh();
    /// What the tile says, in words; for screen readers and tests.
    QString description() const;

protected:
    /// `rect`: without frame, margins and head.
    virtual void paintBody(const TilePainter &paint, const QRect &rect);
    /// At the end of the head, when there is neither alert nor age to show.
    virtual QString headText() const;
    QRect bodyRect() const;
    Theme &theme() const { return m_theme; }
    const LiveFeed *events() const { return m_events; }
    qreal scale() const { return m_scale; }
    qint64 now() const;
    int px(int metric) const;
    /// The colour of what the tile is about: of its alert, its staleness, its own.
    QColor mainColor(Tone fallback = Tone::Plain) const;

    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintHead(const TilePainter &paint, const QRect &rect) const;

    Theme &m_theme;
    TileFeed &m_feed;
    const LiveFeed *m_events;
    qreal m_scale = 1;
};

/// The sentence in place of a value: "No such key", "Waiting for the value". Empty when there is one.
QString missingText(const TileFeed &feed);
/// A reading as a tile shows it.
QString readingText(const TileReading &reading, const TileConfig &config);

} // namespace Studio
