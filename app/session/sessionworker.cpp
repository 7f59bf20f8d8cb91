// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/sessionworker.h"

#include "mirror/segment.h"
#include "profiles/profileconnection.h"
#include "session/session.h"

#include <hpkvqt/apiclient.h>
#include <hpkvqt/keys.h>

#include <algorithm>

namespace Studio
{

namespace
{

using namespace std::chrono_literals;

constexpr auto tickInterval = 500ms;
constexpr auto waitForWatch = 2s;
constexpr auto longestReconnectDelay = 30s;

} // namespace

SessionWorker::SessionWorker(const Profile &profile, const QString &secret, const SessionOptions &options,
                             Mailbox<SessionEvent> &mailbox, Backlog &backlog)
    : m_profile(profile)
    , m_secret(secret)
    , m_core(mailbox, backlog, profile.separatorBytes(), options.gatherSubscriptions, this)
    , m_reader(m_core, this)
    , m_writer(m_core, m_reader, profile.safety, this)
    , m_scanner(*this, profile.separatorBytes(),
                profile.credential == CredentialKind::Token ? profile.prefixes : QList<QByteArray>())
    , m_jobs(
          {m_core, m_reader, m_writer, options.callTimeout, profile.id, options.jobFolder, options.undoLimit},
          this)
    , m_callTimeout(options.callTimeout)
    , m_reconnectDelay(options.reconnectDelay)
    , m_statusTimer(this)
    , m_tickTimer(this)
    , m_watchWait(this)
{
    connect(&m_statusTimer, &QTimer::timeout, this, [this] {
        m_writer.noteSent();
        gatherStatus();
    });
    connect(&m_tickTimer, &QTimer::timeout, this, [this] { m_scanner.tick(); });
    m_watchWait.setSingleShot(true);
    connect(&m_watchWait, &QTimer::timeout, this, &SessionWorker::maybeCatchUp);
    connect(&m_reader, &Reader::verified, this, &SessionWorker::catchUpStep);
}

SessionWorker::~SessionWorker()
{
    close();
}

void SessionWorker::open()
{
    if (m_opened)
        return;
    m_opened = true;
    Hpkv::ConnectionConfig config = connectionConfig(m_profile);
    config.callTimeout = m_callTimeout;
    config.reconnect.maxAttempts = -1;
    config.reconnect.initialDelay = m_reconnectDelay;
    config.reconnect.maxDelay = longestReconnectDelay;
    config.reconnect.jitter = std::min<std::chrono::milliseconds>(500ms, m_reconnectDelay / 2);
    config.reconnect.retryFirst = true;
    if (m_profile.credential == CredentialKind::Token) {
        auto client = std::make_unique<Hpkv::SubscriptionClient>(config, m_secret);
        connect(client.get(), &Hpkv::Client::notificationReceived, this, &SessionWorker::hear);
        m_client = std::move(client);
    } else {
        m_client = std::make_unique<Hpkv::ApiClient>(config, m_secret);
        m_watcher = std::make_unique<Watcher>(m_core, config, m_secret, nullptr);
        connectWatcher();
    }
    m_core.client = m_client.get();
    connectClient();
    m_statusTimer.start(StatusMeter::intervalMs);
    m_tickTimer.start(tickInterval);
    m_client->connectToServer();
    gatherStatus();
}

void SessionWorker::connectClient()
{
    connect(m_client.get(), &Hpkv::Client::stateChanged, this, [this](Hpkv::ConnectionState state) {
        if (state != Hpkv::ConnectionState::Connected)
            lineDown();
        if (state != Hpkv::ConnectionState::Connecting)
            endWaiting();
        gatherStatus();
    });
    connect(m_client.get(), &Hpkv::Client::connected, this, &SessionWorker::lineUp);
    connect(m_client.get(), &Hpkv::Client::reconnecting, this, [this](const Hpkv::ReconnectInfo &info) {
        m_meter.reconnecting(info.attempt, m_core.now() + info.delay.count());
        gatherStatus();
    });
    connect(m_client.get(), &Hpkv::Client::roundTripChanged, this, [this] { m_lastHeard = m_core.now(); });
}

void SessionWorker::connectWatcher()
{
    connect(m_watcher.get(), &Watcher::notificationReceived, this, &SessionWorker::hear);
    connect(m_watcher.get(), &Watcher::opened, this, &SessionWorker::watchOpened);
    connect(m_watcher.get(), &Watcher::patternsChanged, this, &SessionWorker::patternsChanged);
    connect(m_watcher.get(), &Watcher::lost, this, &SessionWorker::watchLost);
    connect(m_watcher.get(), &Watcher::failed, this, [this](const Hpkv::Error &error) {
        m_core.outbox.post(WatchFailed{error});
        maybeCatchUp();
    });
    connect(m_watcher.get(), &Watcher::refusedChanged, this,
            [this] { m_core.outbox.post(PatternsRefused{m_core.subscriptions.refused()}); });
}

void SessionWorker::close()
{
    if (!std::exchange(m_opened, false))
        return;
    m_statusTimer.stop();
    m_tickTimer.stop();
    m_watchWait.stop();
    m_scanner.cancelAll();
    endWaiting();
    m_writer.cancelUnsent();
    if (m_watcher)
        m_watcher->stop();
    // Ends what is under way: each reply tells its reader or writer before this returns.
    m_client->disconnectFromServer();
    lineDown();
    m_mustCatchUp = false;
    m_catchingUp = false;
    m_wasUp = false;
    m_client->disconnect(this);
    m_watcher.reset();
    m_core.client = nullptr;
    m_client.reset();
    m_levels.clear();
    m_meter.reset();
    m_core.outbox.post(SessionStatus());
    m_core.outbox.flush();
}

void SessionWorker::reconnectNow()
{
    if (!m_opened)
        return;
    if (m_client->state() == Hpkv::ConnectionState::Reconnecting
        || m_client->state() == Hpkv::ConnectionState::Disconnected)
        m_client->connectToServer();
    if (m_watcher)
        m_watcher->reconnectNow();
}

void SessionWorker::setSecret(const QString &secret)
{
    m_secret = secret;
    if (!m_opened)
        return;
    close();
    open();
}

void SessionWorker::read(quint64 operation, const QByteArray &key, Hpkv::Lane lane)
{
    if (!m_opened) {
        const Hpkv::Error error{Hpkv::ErrorKind::NotConnected, QStringLiteral("The connection is closed")};
        m_core.outbox.post(ReadDone{operation, error, {}, 0});
        return;
    }
    if (waits([this, operation, key, lane] { read(operation, key, lane); }))
        return;
    m_reader.get(key, lane, [this, operation](const Reader::Result &result) {
        m_core.outbox.post(ReadDone{operation, result.error, result.value, result.sentAt});
    });
}

void SessionWorker::readPage(quint64 operation, const QByteArray &first, const QByteArray &last, int limit)
{
    if (!m_opened) {
        const Hpkv::Error error{Hpkv::ErrorKind::NotConnected, QStringLiteral("The connection is closed")};
        m_core.outbox.post(PageDone{operation, error, {}, false});
        return;
    }
    m_pages.insert(operation, nullptr);
    if (waits([this, operation, first, last, limit] {
            if (m_pages.contains(operation))
                readPage(operation, first, last, limit);
        }))
        return;
    Hpkv::RangeReply *reply =
        m_reader.page(first, last, limit, Hpkv::Lane::Interactive,
                      [this, operation](const Hpkv::RangePage &page, const Hpkv::Error &error) {
                          if (!m_pages.remove(operation))
                              return;
                          PageDone done{operation, error, {}, page.truncated};
                          done.keys.reserve(page.records.size());
                          for (const Hpkv::Record &record : page.records)
                              done.keys.append(record.key);
                          m_core.outbox.post(std::move(done));
                      });
    m_pages.insert(operation, reply);
}

void SessionWorker::cancelPage(quint64 operation)
{
    const QPointer<Hpkv::RangeReply> reply = m_pages.take(operation);
    // One that has left may still bring something: it is paid for already.
    if (reply && reply->sentAt() == 0)
        reply->abort();
}

void SessionWorker::prepareWrite(quint64 operation, const WriteRequest &request)
{
    if (!m_opened) {
        const Hpkv::Error error{Hpkv::ErrorKind::NotConnected, QStringLiteral("The connection is closed")};
        m_core.outbox.post(WriteDone{operation, WriteOperation::State::Refused, error, {}, {}, 0});
        return;
    }
    if (waits([this, operation, request] { prepareWrite(operation, request); }))
        return;
    m_writer.prepare(operation, request);
}

/// What is asked before the first connection is there, or has failed, waits for that.
bool SessionWorker::waits(std::function<void()> task)
{
    if (m_client->state() != Hpkv::ConnectionState::Connecting)
        return false;
    m_waiting.push_back(std::move(task));
    return true;
}

void SessionWorker::endWaiting()
{
    for (const auto &task : std::exchange(m_waiting, {}))
        task();
}

// --- interest

void SessionWorker::setInterest(quint64 view, const QList<QByteArray> &visible, const QList<QByteArray> &open)
{
    m_core.subscriptions.setInterest(view, visible, open, m_core.now());
    if (m_watcher)
        m_watcher->interestChanged();
}

void SessionWorker::setWatchedPrefixes(quint64 view, const QList<QByteArray> &prefixes)
{
    m_core.subscriptions.setPrefixes(view, prefixes, m_core.now());
    if (m_watcher)
        m_watcher->interestChanged();
}

void SessionWorker::setWatchedPatterns(quint64 view, const WatchPatterns &patterns)
{
    const qsizetype refused = m_core.subscriptions.refused().size();
    m_core.subscriptions.setPatterns(view, patterns, m_core.now());
    if (refused != m_core.subscriptions.refused().size())
        m_core.outbox.post(PatternsRefused{m_core.subscriptions.refused()});
    if (m_watcher)
        m_watcher->interestChanged();
}

void SessionWorker::removeView(quint64 view)
{
    m_core.subscriptions.removeView(view);
}

void SessionWorker::setLookedAt(QSet<QByteArray> visible, QSet<QByteArray> open)
{
    m_visible = std::move(visible);
    m_open = std::move(open);
}

void SessionWorker::verify(const QList<QByteArray> &keys)
{
    for (const QByteArray &key : keys)
        m_reader.verify(key, m_open.contains(key));
}

void SessionWorker::backlogShrank()
{
    m_core.outbox.backlogShrank();
    if (m_core.outbox.wantsMore())
        m_scanner.pump();
    m_jobs.pump();
}

// --- what the scanner asks

void SessionWorker::requestPage(const PageQuery &query)
{
    m_reader.page(query.first, query.last, query.limit, query.lane,
                  [this, id = query.id](const Hpkv::RangePage &page, const Hpkv::Error &error) {
                      if (error.isError())
                          m_scanner.pageFailed(id, error);
                      else
                          m_scanner.pageArrived(id, page);
                  });
}

bool SessionWorker::wantsMore() const
{
    return m_core.outbox.wantsMore();
}

void SessionWorker::levelListed(const QByteArray &prefix)
{
    std::erase(m_levels, prefix);
    m_levels.push_back(prefix);
    if (m_levels.size() > rememberedLevels)
        m_levels.pop_front();
    m_core.outbox.post(LevelListed{prefix});
    if (m_levelsToCatchUp.erase(prefix) > 0)
        catchUpStep();
}

void SessionWorker::levelFailed(const QByteArray &prefix, const Hpkv::Error &error)
{
    m_core.outbox.post(LevelFailed{prefix, error});
    if (m_levelsToCatchUp.erase(prefix) > 0)
        catchUpStep();
}

void SessionWorker::branchLoaded(const QByteArray &prefix)
{
    m_core.outbox.post(BranchLoaded{prefix});
}

void SessionWorker::branchFailed(const QByteArray &prefix, const Hpkv::Error &error)
{
    m_core.outbox.post(BranchFailed{prefix, error});
}

void SessionWorker::branchProgress(const QByteArray &prefix, qint64 keys)
{
    m_core.outbox.post(BranchProgress{prefix, keys});
}

void SessionWorker::intervalMoved(quint64 scan, const IntervalProgress &progress)
{
    m_core.outbox.post(IntervalMoved{scan, progress});
}

void SessionWorker::intervalEnded(quint64 scan, const IntervalEnd &end)
{
    m_core.outbox.post(IntervalEnded{scan, end});
}

// --- the line

void SessionWorker::lineUp()
{
    m_lineUp = true;
    m_lastHeard = m_core.now();
    if (std::exchange(m_wasUp, true)) {
        m_mustCatchUp = true;
        m_watchWait.start(waitForWatch);
    }
    m_reader.lineUp();
    if (m_watcher)
        m_watcher->start();
    else
        m_core.outbox.post(WatchOpened{m_core.now()});
    m_scanner.lineUp();
    m_jobs.lineUp();
    maybeCatchUp();
    gatherStatus();
}

void SessionWorker::lineDown()
{
    if (!std::exchange(m_lineUp, false))
        return;
    if (!m_watcher) {
        m_core.outbox.breakLine(m_lastHeard);
        m_core.outbox.post(WatchLost{m_lastHeard});
    }
    m_reader.lineDown();
    m_scanner.lineDown();
    m_jobs.lineDown();
    m_catchingUp = false;
    ++m_catchUpNumber;
}

void SessionWorker::hear(const Hpkv::Notification &notification)
{
    if (notification.key.isEmpty() || !m_core.subscriptions.admits(notification.key))
        return;
    const qint64 now = m_core.now();
    ++m_heard;
    m_lastHeard = now;
    const bool echo = m_writer.takeEcho(notification.key, notification.deleted, notification.value);
    // Our own write has touched its key already, when it left and when it was confirmed.
    if (!echo) {
        m_core.guard.touch(notification.key, now);
        m_jobs.touched(notification.key);
    }
    Learned learned;
    learned.key = notification.key;
    learned.present = !notification.deleted;
    learned.hasValue = !notification.deleted;
    learned.value = notification.value;
    learned.state = echo ? ValueState::Own : ValueState::Presumed;
    learned.origin = Origin::Notification;
    learned.at = now;
    learned.serverTimestamp = notification.timestamp.value_or(0);
    m_core.outbox.learn(std::move(learned));
    if (echo || notification.deleted)
        return;
    // The text may have been a patch: what somebody looks at is read.
    if (m_open.contains(notification.key))
        m_reader.verify(notification.key, true);
    else if (m_visible.contains(notification.key))
        m_reader.verify(notification.key, false);
}

void SessionWorker::watchOpened()
{
    m_core.outbox.post(WatchOpened{m_core.now()});
    // Between a page that was read before and now, changes may have been missed.
    if (m_watchLost) {
        m_watchLost = false;
        m_mustCatchUp = true;
        maybeCatchUp();
    } else {
        patternsChanged();
    }
    gatherStatus();
}

void SessionWorker::watchLost(qint64 lastHeard)
{
    m_watchLost = true;
    m_core.outbox.breakLine(lastHeard);
    m_core.outbox.post(WatchLost{lastHeard});
    gatherStatus();
}

/// More is heard than before: what was read there earlier is read once more, so that it is live from now on.
void SessionWorker::patternsChanged()
{
    gatherStatus();
    if (m_mustCatchUp || !m_lineUp)
        return;
    const auto isNew = [&](const QByteArray &first, const QByteArray &last) {
        const std::optional<qint64> since = m_core.subscriptions.heardSince(first, last);
        return since && *since > m_heardAllSince;
    };
    for (const QSet<QByteArray> *keys : {&m_open, &m_visible}) {
        for (const QByteArray &key : *keys) {
            if (isNew(key, key))
                m_reader.verify(key, keys == &m_open);
        }
    }
    for (const QByteArray &level : m_levels) {
        if (!level.isEmpty() && isNew(level, Hpkv::Keys::prefixEnd(level)))
            m_scanner.listLevel(level, Hpkv::Lane::Background);
    }
    m_heardAllSince = m_core.now();
}

// --- after a break

void SessionWorker::maybeCatchUp()
{
    if (!m_mustCatchUp || !m_lineUp)
        return;
    // Read before notifications arrive, it would have to be read again.
    if (m_watcher && m_watcher->isExpected() && !m_watcher->isOpen() && m_watchWait.isActive())
        return;
    catchUp();
}

void SessionWorker::catchUp()
{
    m_mustCatchUp = false;
    m_catchingUp = true;
    m_heardAllSince = m_core.now();
    const quint64 number = ++m_catchUpNumber;
    m_readsToCatchUp = int(m_open.size());
    for (const QByteArray &key : std::as_const(m_open)) {
        m_reader.get(key, Hpkv::Lane::Interactive, [this, number](const Reader::Result &) {
            if (number != m_catchUpNumber)
                return;
            --m_readsToCatchUp;
            catchUpStep();
        });
    }
    const QList<QByteArray> separators = m_profile.separatorBytes();
    QSet<QByteArray> lookedAt{QByteArray()};
    for (const QByteArray &key : std::as_const(m_visible)) {
        lookedAt.insert(levelOfKey(key, separators));
        m_reader.verify(key, false);
    }
    m_levelsToCatchUp = std::set<QByteArray>(m_levels.cbegin(), m_levels.cend());
    // A copy: listing may end at once and change the list.
    const std::deque<QByteArray> levels = m_levels;
    for (const bool first : {true, false}) {
        for (const QByteArray &level : levels) {
            if (lookedAt.contains(level) == first)
                m_scanner.listLevel(level, first ? Hpkv::Lane::Interactive : Hpkv::Lane::Background);
        }
    }
    catchUpStep();
}

void SessionWorker::catchUpStep()
{
    if (!m_catchingUp || m_readsToCatchUp > 0 || !m_levelsToCatchUp.empty() || m_reader.isVerifying())
        return;
    m_catchingUp = false;
    m_core.outbox.post(CaughtUp{});
}

// --- status

void SessionWorker::gatherStatus()
{
    if (!m_opened)
        return;
    StatusMeter::Reading reading;
    reading.state = m_client->state();
    reading.msUntilReconnect = m_client->msUntilReconnect();
    reading.lastError = m_client->lastError();
    reading.roundTripMs = m_client->roundTrip();
    reading.statistics = m_client->statistics();
    reading.heard = m_heard;
    for (const WatchPattern &pattern : m_core.subscriptions.active())
        reading.watchedPatterns.append(pattern.toWire());
    // A token that was pasted tells nobody when it was made.
    reading.watching = m_watcher ? m_watcher->isOpen() : m_lineUp;
    reading.tokenExpiresAt = m_watcher ? m_watcher->tokenExpiresAt() : 0;
    if (const std::optional<SessionStatus> status = m_meter.measure(reading, m_core.now()))
        m_core.outbox.post(*status);
}

} // namespace Studio
