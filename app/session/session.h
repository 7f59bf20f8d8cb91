// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"
#include "session/sessiontypes.h"

#include <QObject>

#include <memory>

namespace Studio {

class Journal;
class KeyspaceMirror;
class LiveFeed;
class ReadOperation;
class WriteOperation;
struct Notice;

/// One open profile, as the window's thread sees it: the face of a SessionWorker that lives with network and
/// decoding on a thread of its own. Commands go to it and batches come back through mailboxes.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(Profile profile, QString secret, QObject *parent = nullptr);
    ~Session() override;

    const Profile &profile() const;
    const SessionStatus &status() const;
    KeyspaceMirror &mirror() const;
    LiveFeed &feed() const;
    Journal &journal() const;

    void open();
    void close();
    /// Ends the wait between two reconnection attempts.
    void reconnectNow();

    /// Lists the children of `prefix` (empty: the root) into the mirror by page and jump. With `again`, stretches
    /// that are covered already are read once more.
    void listLevel(const QByteArray &prefix, bool again = false);
    /// Reads every record below `prefix` in the background lane.
    void loadBranch(const QByteArray &prefix);
    void cancelScans();

    /// Reads one key now, in the interactive lane; the value also goes into the mirror.
    ReadOperation *read(const QByteArray &key);

    /// The only door through which anything is written. Refuses what the safety level does not allow.
    WriteOperation *write(const WriteRequest &request);

    /// What `view` shows at the moment (keys) and has open (keys that are watched exactly). Replaces what the same
    /// view said before; an empty call ends it. Ends by itself with the view.
    void setInterest(QObject *view, const QList<QByteArray> &visibleKeys, const QList<QByteArray> &openKeys);
    /// Prefixes that `view` wants to hear about (watched as `prefix*`).
    void setWatchedPrefixes(QObject *view, const QList<QByteArray> &prefixes);

signals:
    void statusChanged();
    void levelListed(const QByteArray &prefix);
    void levelFailed(const QByteArray &prefix, const Hpkv::Error &error);
    void noticeRaised(const Studio::Notice &notice);
    void noticeCleared(const QString &id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
