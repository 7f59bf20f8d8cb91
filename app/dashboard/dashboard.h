// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/tileconfig.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace Studio
{

/// A dashboard as a file holds it: what is watched and how it is shown. No secret is ever in it, so that it
/// can be shared and kept in version control.
struct Dashboard {
    static constexpr int Version = 1;

    QString title;
    QString profileName; ///< which store it was made for; empty = any
    QString baseUrl; ///< the same by address
    QList<TileConfig> tiles;
    QJsonObject extra; ///< members that this version does not know; kept when it is written

    bool operator==(const Dashboard &) const = default;

    /// −1 = none.
    qsizetype indexOf(const QString &id) const;
    /// An id that no tile has.
    QString freeId() const;
    /// Puts the tile where there is room (its size is the default of its kind unless it has one) and gives it
    /// an id.
    const TileConfig &add(TileConfig tile);
    QList<QRect> places() const;
    void setPlaces(const QList<QRect> &places);
};

/// A dashboard that was read, or why it was not.
struct DashboardReading {
    std::optional<Dashboard> dashboard;
    QString problem; ///< one sentence; with a dashboard: what was left out or mended
};

/// From the bytes of a file. Tiles of unknown kinds, without an id or in one another's place are mended or
/// left out, and `problem` says so; what is no dashboard at all gives none.
DashboardReading readDashboard(const QByteArray &file);
/// Indented JSON with a line break at its end; the same dashboard always gives the same bytes.
QByteArray writeDashboard(const Dashboard &dashboard);

} // namespace Studio
