// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dashboard/dashboard.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>

namespace Studio
{

class Session;
class TileFeed;
class ValueSource;

/// Judges the alerts of a session's dashboards, whether or not anybody looks at them. Tiles on a board show
/// what it says and judge nothing themselves. Window's thread.
class AlertWatch : public QObject
{
    Q_OBJECT

public:
    AlertWatch(Session &session, ValueSource &source, QObject *parent = nullptr);
    ~AlertWatch() override;

    /// The dashboard of this name, or what became of it; only its tiles with alerts cost anything.
    void setDashboard(const QString &name, const Dashboard &dashboard);
    /// Ends its alerts.
    void remove(const QString &name);
    QStringList names() const;

    QString title(const QString &name) const;
    /// What judges the alerts of a tile; nullptr: it has none.
    std::shared_ptr<TileFeed> judge(const QString &name, const QString &id) const;
    /// Somebody knows of the tile's alerts.
    void acknowledge(const QString &name, const QString &id);

    /// Where "now" comes from; ms since 1970.
    std::function<qint64()> clock;

signals:
    void raised(const QString &name, const QString &id, int rule);
    void ended(const QString &name, const QString &id, int rule);
    void acknowledged(const QString &name, const QString &id);
    /// Other tiles have alerts, or other alerts.
    void judgesChanged(const QString &name);

private:
    struct Board {
        QString title;
        std::map<QString, std::shared_ptr<TileFeed>> judges; ///< by tile
    };

    std::shared_ptr<TileFeed> makeJudge(const QString &name, const TileConfig &tile);
    void endAll(const QString &name, const QString &id, const TileFeed &judge);
    void watch();
    void take(const QList<QByteArray> &keys);
    void tick();
    template <typename Visit>
    void forEach(Visit visit);

    Session &m_session;
    ValueSource &m_source;
    std::map<QString, Board> m_boards;
};

} // namespace Studio
