// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/tilewatch.h"

#include "dashboard/tilefeed.h"
#include "mirror/keyspacemirror.h"
#include "session/intervalscan.h"
#include "session/keyselection.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "session/watchpattern.h"

#include <algorithm>

namespace Studio
{

namespace
{

QList<QByteArray> once(QList<QByteArray> list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

} // namespace

void watchTiles(Session &session, QObject *view, const QList<const TileFeed *> &feeds,
                const std::function<void(const QByteArray &key)> &known)
{
    QList<QByteArray> keys;
    QList<QByteArray> prefixes;
    for (const TileFeed *feed : feeds) {
        keys.append(feed->keys());
        prefixes.append(feed->prefixes());
    }
    keys = once(keys);
    prefixes = once(prefixes);
    session.setInterest(view, {}, keys);
    // A dashboard is what a person chose: what a closed one listened to ends with it.
    WatchPatterns patterns;
    for (const QByteArray &key : std::as_const(keys))
        patterns.append(WatchPattern::key(key));
    for (const QByteArray &prefix : std::as_const(prefixes))
        patterns.append(WatchPattern::prefix(prefix));
    session.setWatchedPatterns(view, patterns);
    for (const QByteArray &key : std::as_const(keys)) {
        const auto entry = session.mirror().find(key);
        if (!entry || !entry->hasValue)
            QObject::connect(session.read(key), &ReadOperation::finished, view, [known, key] { known(key); });
    }
    for (const TileFeed *feed : feeds) {
        const TileKind kind = feed->config().kind;
        if (kind != TileKind::Table && kind != TileKind::Bars)
            continue;
        for (const QByteArray &prefix : feed->prefixes()) {
            if (!session.mirror().branchCoverage(prefix).live)
                session.readInterval(KeyInterval::ofPrefix(prefix), feed->config().limit);
        }
    }
}

} // namespace Studio
