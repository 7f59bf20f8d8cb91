// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/watcher.h"

#include "session/tokensearch.h"

#include <hpkvqt/keys.h>

#include <QPointer>

#include <algorithm>
#include <chrono>

namespace Studio
{

namespace
{

using namespace std::chrono_literals;

constexpr auto waitAfterFailure = 60s;

} // namespace

Watcher::Watcher(WorkerCore &core, const Hpkv::ConnectionConfig &config, const QString &apiKey,
                 QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_tokens(config, apiKey)
    , m_client(config, [this](const Hpkv::SubscriptionClient::TokenCallback &done) { provideToken(done); })
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Watcher::look);
    connect(&m_client, &Hpkv::Client::stateChanged, &m_context,
            [this](Hpkv::ConnectionState state) { stateChanged(state); });
    connect(&m_client, &Hpkv::Client::connected, &m_context, [this] {
        adopt();
        m_open = true;
        emit opened();
    });
    connect(&m_client, &Hpkv::SubscriptionClient::renewed, &m_context, [this] {
        m_renewing = false;
        adopt();
        emit patternsChanged();
    });
    connect(&m_client, &Hpkv::SubscriptionClient::renewFailed, &m_context, [this](const Hpkv::Error &error) {
        m_renewing = false;
        m_core.subscriptions.failed(m_core.now(), waitAfterFailure);
        interestChanged();
        emit failed(error);
    });
    connect(&m_client, &Hpkv::Client::roundTripChanged, &m_context, [this] { m_lastHeard = m_core.now(); });
    connect(&m_client, &Hpkv::Client::notificationReceived, &m_context,
            [this](const Hpkv::Notification &notification) {
                m_lastHeard = m_core.now();
                emit notificationReceived(notification);
            });
}

Watcher::~Watcher() = default;

void Watcher::start()
{
    m_running = true;
    interestChanged();
}

void Watcher::stop()
{
    m_running = false;
    m_timer.stop();
    m_client.disconnectFromServer();
}

void Watcher::reconnectNow()
{
    if (m_running && m_client.state() == Hpkv::ConnectionState::Reconnecting)
        m_client.connectToServer();
}

void Watcher::interestChanged()
{
    const std::optional<qint64> due = m_core.subscriptions.dueAt();
    if (!m_running || !due) {
        m_timer.stop();
        return;
    }
    m_timer.start(std::chrono::milliseconds(std::max<qint64>(0, *due - m_core.now())));
}

/// The gathered changes are due.
void Watcher::look()
{
    if (!m_running || !m_core.subscriptions.dueAt())
        return;
    if (m_open && !m_renewing) {
        m_renewing = true;
        m_growing = true;
        m_client.renew();
    } else if (m_client.state() == Hpkv::ConnectionState::Disconnected) {
        m_failed = false;
        m_client.connectToServer();
    } else {
        // A connection is on its way, with an older token perhaps: looked at again when it is there.
        m_timer.start(1s);
    }
}

void Watcher::provideToken(const Hpkv::SubscriptionClient::TokenCallback &done)
{
    const WatchPatterns patterns =
        std::exchange(m_growing, false) ? m_core.subscriptions.takeGrown() : m_core.subscriptions.takeFresh();
    m_timer.stop();
    auto *search = new TokenSearch(m_tokens, patterns, m_patterns, &m_context);
    connect(search, &TokenSearch::finished, &m_context, [this, search, done] {
        for (const RefusedPattern &refused : search->refused())
            m_core.subscriptions.refuse(refused);
        if (!search->error().isError())
            m_patterns = search->patterns();
        if (!search->refused().isEmpty())
            emit refusedChanged();
        done(search->token(), search->error());
    });
    search->start();
}

/// The patterns of the token are in force.
void Watcher::adopt()
{
    const qint64 now = m_core.now();
    m_lastHeard = now;
    for (const WatchPattern &old : m_core.subscriptions.active()) {
        const bool kept = std::any_of(m_patterns.cbegin(), m_patterns.cend(),
                                      [&](const WatchPattern &pattern) { return pattern.covers(old); });
        if (kept)
            continue;
        if (old.isPrefix())
            m_core.outbox.unwatch({old.text, Hpkv::Keys::prefixEnd(old.text), now});
        else if (old.kind == WatchPattern::Kind::Key)
            m_core.outbox.unwatch({old.text, old.text, now});
    }
    m_core.subscriptions.setActive(m_patterns, now);
    interestChanged();
}

void Watcher::stateChanged(Hpkv::ConnectionState state)
{
    if (state != Hpkv::ConnectionState::Connected)
        down();
    if (state != Hpkv::ConnectionState::Disconnected || !m_running)
        return;
    // Given up: the token or the address was refused.
    m_failed = true;
    m_core.subscriptions.failed(m_core.now(), waitAfterFailure);
    interestChanged();
    emit failed(m_client.lastError());
}

void Watcher::down()
{
    m_renewing = false;
    if (!std::exchange(m_open, false))
        return;
    m_core.subscriptions.clearActive(m_core.now());
    interestChanged();
    emit lost(m_lastHeard);
}

} // namespace Studio
