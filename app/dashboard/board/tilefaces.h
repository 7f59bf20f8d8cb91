// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/board/tilepainter.h"
#include "dashboard/tilefeed.h"

namespace Studio
{

class LiveFeed;

/// What is inside of tiles, by their kind.
namespace TileFaces
{

struct Facts {
    const TileFeed &feed;
    const LiveFeed *events; ///< may be nullptr
    qint64 now; ///< ms since 1970
    QColor color; ///< of the value
    Qt::LayoutDirection direction;
};

void paint(const TilePainter &paint, const QRect &rect, const Facts &facts);

} // namespace TileFaces
} // namespace Studio
