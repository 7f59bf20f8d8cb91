// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/board/tileview.h"

class QPushButton;

namespace Studio
{

/// A number between two buttons that change it in the store.
class CounterTile : public TileView
{
    Q_OBJECT

public:
    CounterTile(Theme &theme, TileFeed &feed, const LiveFeed *events, QWidget *parent = nullptr);

    /// The buttons do nothing, and say why.
    void forbid(const QString &why);
    /// Where there is nothing to press.
    void hideButtons();
    void refresh() override;

signals:
    void countRequested(const QByteArray &key, qint64 delta);

protected:
    void paintBody(const TilePainter &paint, const QRect &rect) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void paintPlain(const TilePainter &paint, const QRect &rect);

    QPushButton *m_minus;
    QPushButton *m_plus;
};

} // namespace Studio
