// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/workercore.h"

#include <QObject>
#include <QTimer>

#include <hpkvqt/subscriptionclient.h>
#include <hpkvqt/tokenmanager.h>

#include <memory>

namespace Studio
{

/// The notification connection of a profile with an API key: makes tokens for what the views want to hear and
/// moves over to a new one when they want more. Worker's thread.
class Watcher : public QObject
{
    Q_OBJECT

public:
    Watcher(WorkerCore &core, const Hpkv::ConnectionConfig &config, const QString &apiKey, QObject *parent);
    ~Watcher() override;

    /// The data connection is there: connects as soon as something is wanted.
    void start();
    void stop();
    /// The views want something else (WorkerCore::subscriptions was changed).
    void interestChanged();
    void reconnectNow();

    bool isOpen() const { return m_open; }
    /// Something is wanted, and its connection may still come.
    bool isExpected() const { return m_running && !m_failed && !m_core.subscriptions.wanted().isEmpty(); }
    qint64 tokenExpiresAt() const { return m_open ? m_client.tokenExpiresAt() : 0; }
    quint64 received() const { return m_client.statistics().notificationsReceived; }

signals:
    void notificationReceived(const Hpkv::Notification &notification);
    /// Notifications arrive from now on: a first connection, or one after a loss.
    void opened();
    /// A new token took over without a break; what it adds is heard from now on.
    void patternsChanged();
    /// `lastHeard`: ms since 1970 when the line was last known to be good.
    void lost(qint64 lastHeard);
    void failed(const Hpkv::Error &error);
    /// The server does not take a pattern; the others are watched.
    void refusedChanged();

private:
    void provideToken(const Hpkv::SubscriptionClient::TokenCallback &done);
    void look();
    void adopt();
    void down();
    void stateChanged(Hpkv::ConnectionState state);

    WorkerCore &m_core;
    Hpkv::TokenManager m_tokens;
    Hpkv::SubscriptionClient m_client;
    QTimer m_timer;
    WatchPatterns m_patterns; ///< of the token that was made last
    qint64 m_lastHeard = 0;
    bool m_running = false;
    bool m_open = false;
    bool m_growing = false; ///< the token that is asked for next keeps what is heard already
    bool m_renewing = false;
    bool m_failed = false;
    QObject m_context; ///< goes first, so that nothing is called while the clients go
};

} // namespace Studio
