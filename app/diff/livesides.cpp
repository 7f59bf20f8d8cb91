// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/livesides.h"

#include "live/livefeed.h"
#include "live/livenote.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <optional>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::LiveSides)
};

constexpr int MostChanges = 10;

} // namespace

QList<DiffSide> liveSides(const LiveFeed &feed, const QByteArray &key)
{
    QList<DiffSide> sides;
    const auto add = [&sides](const QString &title, const std::optional<QByteArray> &value) {
        const auto isThere = [&value](const DiffSide &side) { return side.bytes == *value; };
        if (value && std::none_of(sides.cbegin(), sides.cend(), isThere))
            sides.append({title, *value});
    };
    int found = 0;
    for (auto note = feed.notes().crbegin(); note != feed.notes().crend() && found < MostChanges; ++note) {
        const LiveNote &heard = **note;
        if (heard.isBreak() || heard.key != key)
            continue;
        ++found;
        const QString at =
            QDateTime::fromMSecsSinceEpoch(heard.at).time().toString(QStringLiteral("HH:mm:ss.zzz"));
        add(heard.reading().guess ? Text::tr("Heard %1: after, as it is thought to be").arg(at)
                                  : Text::tr("Heard %1: after").arg(at),
            heard.after());
        add(Text::tr("Heard %1: before").arg(at), heard.before());
    }
    return sides;
}

} // namespace Studio
