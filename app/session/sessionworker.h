// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"
#include "session/jobs/jobrunner.h"
#include "session/reader.h"
#include "session/scanner.h"
#include "session/sessionevents.h"
#include "session/statusmeter.h"
#include "session/watcher.h"
#include "session/workercore.h"
#include "session/writer.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace Studio
{

struct SessionOptions;

/// What a Session does on its own thread: owns the clients and puts Reader, Scanner, Writer and Watcher
/// together. Commands come as calls on its thread; all that it has to say goes into the mailbox.
class SessionWorker : public QObject, private ScannerHost
{
    Q_OBJECT

public:
    SessionWorker(const Profile &profile, const QString &secret, const SessionOptions &options,
                  Mailbox<SessionEvent> &mailbox, Backlog &backlog);
    ~SessionWorker() override;

    void open();
    /// Ends everything under way; CaughtUp never follows. open() may be called again.
    void close();
    void reconnectNow();
    /// Connects anew with it.
    void setSecret(const QString &secret);

    void listLevel(const QByteArray &prefix) { m_scanner.listLevel(prefix); }
    void loadBranch(const QByteArray &prefix) { m_scanner.loadBranch(prefix); }
    void readInterval(quint64 scan, const KeyInterval &interval, qint64 limit)
    {
        m_scanner.readInterval(scan, interval, limit);
    }
    void pauseInterval(quint64 scan, bool paused) { m_scanner.pauseInterval(scan, paused); }
    void cancelInterval(quint64 scan) { m_scanner.cancelInterval(scan); }
    void probe(const QByteArray &prefix) { m_scanner.probe(prefix); }
    void cancelScans() { m_scanner.cancelAll(); }
    void pauseScans() { m_scanner.pause(); }
    void resumeScans() { m_scanner.resume(); }

    void read(quint64 operation, const QByteArray &key, Hpkv::Lane lane);
    /// A page at a person's wish, in the interactive lane.
    void readPage(quint64 operation, const QByteArray &first, const QByteArray &last, int limit);
    /// Takes the page's request back if it has not left yet; PageDone follows in any case.
    void cancelPage(quint64 operation);
    void prepareWrite(quint64 operation, const WriteRequest &request);
    void sendWrite(quint64 operation) { m_writer.send(operation); }

    /// What one view shows; all views together are worked out by Session.
    void setInterest(quint64 view, const QList<QByteArray> &visible, const QList<QByteArray> &open);
    void setWatchedPrefixes(quint64 view, const QList<QByteArray> &prefixes);
    void setWatchedPatterns(quint64 view, const WatchPatterns &patterns);
    void removeView(quint64 view);
    /// Over all views.
    void setLookedAt(QSet<QByteArray> visible, QSet<QByteArray> open);

    /// Presumed or out of date, and looked at now.
    void verify(const QList<QByteArray> &keys);

    JobRunner &jobs() { return m_jobs; }

    /// The mirror has taken in something.
    void backlogShrank();
    /// Hands over what was learnt, now.
    void flush() { m_core.outbox.flush(); }

private:
    // ScannerHost
    void requestPage(const PageQuery &query) override;
    bool wantsMore() const override;
    void levelListed(const QByteArray &prefix) override;
    void levelFailed(const QByteArray &prefix, const Hpkv::Error &error) override;
    void branchLoaded(const QByteArray &prefix) override;
    void branchFailed(const QByteArray &prefix, const Hpkv::Error &error) override;
    void branchProgress(const QByteArray &prefix, qint64 keys) override;
    void intervalMoved(quint64 scan, const IntervalProgress &progress) override;
    void intervalEnded(quint64 scan, const IntervalEnd &end) override;

    bool waits(std::function<void()> task);
    void endWaiting();
    void connectClient();
    void connectWatcher();
    void lineUp();
    void lineDown();
    void hear(const Hpkv::Notification &notification);
    void watchOpened();
    void watchLost(qint64 lastHeard);
    void patternsChanged();
    void maybeCatchUp();
    void catchUp();
    void catchUpStep();
    void gatherStatus();

    static constexpr int rememberedLevels = 64;

    Profile m_profile;
    QString m_secret;
    WorkerCore m_core;
    std::unique_ptr<Hpkv::Client> m_client;
    std::unique_ptr<Watcher> m_watcher; ///< profiles with an API key only
    Reader m_reader;
    Writer m_writer;
    Scanner m_scanner;
    JobRunner m_jobs;
    std::chrono::milliseconds m_callTimeout;
    std::chrono::milliseconds m_reconnectDelay;

    QHash<quint64, QPointer<Hpkv::RangeReply>> m_pages; ///< that a person waits for
    QSet<QByteArray> m_visible;
    QSet<QByteArray> m_open;
    std::deque<QByteArray> m_levels; ///< listed ones, the latest last

    QTimer m_statusTimer;
    QTimer m_tickTimer;
    QTimer m_watchWait; ///< how long catching up waits for the notification connection
    StatusMeter m_meter;
    std::vector<std::function<void()>> m_waiting; ///< for the first connection
    bool m_opened = false; ///< open() was called, close() was not
    bool m_lineUp = false;
    bool m_wasUp = false;
    bool m_watchLost = false;
    qint64 m_lastHeard = 0;
    quint64 m_heard = 0; ///< notifications

    bool m_mustCatchUp = false;
    bool m_catchingUp = false;
    std::set<QByteArray> m_levelsToCatchUp;
    int m_readsToCatchUp = 0;
    quint64 m_catchUpNumber = 0; ///< late reads of an earlier one do not count
    qint64 m_heardAllSince = 0; ///< patterns in force since later are new
};

} // namespace Studio
