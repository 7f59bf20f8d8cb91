// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/historyentry.h"
#include "profiles/profile.h"
#include "session/journalentry.h"
#include "session/sessiontypes.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace Studio
{

class History;
class IntervalScan;
class JobList;
class Journal;
class KeyspaceMirror;
class LiveFeed;
class PageOperation;
class ReadOperation;
class WriteOperation;
struct KeyInterval;
struct Notice;
struct RefusedPattern;
struct WatchPattern;

/// How a session works apart from its profile. The defaults are what the program uses; tests shorten the
/// waits.
struct SessionOptions {
    QString journalFile; ///< empty: in memory
    JournalLimits journalLimits;
    QString historyFile; ///< empty: in memory
    HistoryLimits historyLimits;
    QString jobFolder; ///< undo files and unfinished moves; empty: a folder that goes with the session
    qint64 undoLimit = 4ll * 1024 * 1024 * 1024; ///< bytes of one undo file; −1 = as the disk allows
    QString id; ///< see Session::id(); empty: the profile's id
    qint64 valueBudget = 256ll * 1024 * 1024; ///< bytes of values that the mirror keeps
    std::chrono::milliseconds gatherSubscriptions{1000}; ///< changes of interest within this become one token
    std::chrono::milliseconds reconnectDelay{1000}; ///< before the first attempt; doubled up to 30 s
    std::chrono::milliseconds callTimeout{10000}; ///< of one request
};

/// One open profile, as the window's thread sees it: the face of a SessionWorker that lives with network and
/// decoding on a thread of its own. Commands go to it and batches come back through mailboxes.
class Session : public QObject
{
    Q_OBJECT

public:
    /// Nothing is opened yet. The journal lives in memory.
    Session(Profile profile, const QString &secret, QObject *parent = nullptr);
    Session(Profile profile, const QString &secret, SessionOptions options, QObject *parent = nullptr);
    /// Closes; operations under way end before it returns (Canceled, or Unknown for writes that have left).
    ~Session() override;

    /// Names this session among the open ones; also in Notice::context as "session/ID".
    QString id() const;

    const Profile &profile() const;
    const SessionStatus &status() const;
    KeyspaceMirror &mirror() const;
    LiveFeed &feed() const;
    Journal &journal() const;
    /// What was heard, kept for later.
    History &history() const;
    /// Everything that takes long: count, delete, copy, export, …
    JobList &jobs() const;

    void open();
    void close();
    /// Ends the wait between two reconnection attempts, or tries again after the line was given up.
    void reconnectNow();
    /// Another key or token (the old one was refused or has expired): connects anew with it.
    void setSecret(const QString &secret);

    /// Lists the children of `prefix` (empty: the root) into the mirror by page and jump. With `again`,
    /// stretches that are covered already are read once more.
    void listLevel(const QByteArray &prefix, bool again = false);
    /// Reads every record below `prefix` in the background lane.
    void loadBranch(const QByteArray &prefix);
    /// Reads the interval from its beginning into the mirror, at most `limit` records (< 0: all): the first
    /// page in the interactive lane, the others in the background lane.
    IntervalScan *readInterval(const KeyInterval &interval, qint64 limit = -1);
    /// Asks for one record below `prefix`, so that the mirror knows whether there is any. Tells nothing else.
    void probeBranch(const QByteArray &prefix);
    /// Ends listing and loading of every level, branch and interval; levelFailed(), branchFailed() or
    /// IntervalScan::finished() follows for each with ErrorKind::Canceled.
    void cancelScans();
    /// Background loading stops asking for further pages; what a person waits for goes on.
    void pauseScans();
    void resumeScans();

    /// Reads one key now, in the interactive lane; the value also goes into the mirror.
    ReadOperation *read(const QByteArray &key);
    /// As read(), in the background lane: nobody waits for it.
    ReadOperation *readLater(const QByteArray &key);
    /// Reads the keys in the background lane into the mirror, neighbours together in a page. For values that
    /// are in sight and not held any more.
    void readAgain(const QList<QByteArray> &keys);

    /// Reads one page of keys now, in the interactive lane; both ends are inclusive. The records also go into
    /// the mirror.
    PageOperation *readPage(const QByteArray &first, const QByteArray &last, int limit);

    /// The only door through which anything is written. Refuses what the safety level does not allow.
    WriteOperation *write(const WriteRequest &request);

    /// What `view` shows at the moment (keys) and has open (keys that are watched exactly). Replaces what the
    /// same view said before; an empty call ends it. Ends by itself with the view.
    void setInterest(QObject *view, const QList<QByteArray> &visibleKeys, const QList<QByteArray> &openKeys);
    /// What a person wants to hear about; replaces what `view` said before. What cannot be watched
    /// (WatchPattern::error()) is left out. One new token is made a second after the first of several
    /// changes, for what is given up as well.
    void setWatchedPatterns(QObject *view, const QList<WatchPattern> &patterns);
    /// Of these, the ones that the server does not take. The others are watched.
    const QList<RefusedPattern> &refusedPatterns() const;
    /// Prefixes that a view wants to hear about (watched as `prefix*`), in place of the above. What it gives
    /// up makes no token of its own.
    void setWatchedPrefixes(QObject *view, const QList<QByteArray> &prefixes);

signals:
    void statusChanged();
    /// The line was lost and is back, and what was visible, open or listed has been read again.
    void caughtUp();
    /// All pages are in the mirror by now.
    void levelListed(const QByteArray &prefix);
    void levelFailed(const QByteArray &prefix, const Hpkv::Error &error);
    void branchLoaded(const QByteArray &prefix);
    void branchFailed(const QByteArray &prefix, const Hpkv::Error &error);
    void branchProgress(const QByteArray &prefix, qint64 keysSoFar);
    void refusedPatternsChanged();
    void noticeRaised(const Studio::Notice &notice);
    void noticeCleared(const QString &id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
