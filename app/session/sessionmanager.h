// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiles/profile.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace Studio
{

class DemoServer;
struct HistoryLimits;
struct JournalLimits;
class NoticeCenter;
class Session;

/// The open profiles. Each has its own Session with its own worker and mirror; what they have to say goes to
/// the NoticeCenter. Window's thread.
class SessionManager : public QObject
{
    Q_OBJECT

public:
    /// `journalFolder`: one journal file for each profile is kept there, and a folder with the files of its
    /// jobs; empty = journals live in memory, and those files go with their session.
    SessionManager(NoticeCenter &notices, QString journalFolder, QObject *parent = nullptr);
    /// Closes all.
    ~SessionManager() override;

    /// In the order in which they were opened.
    QList<Session *> sessions() const;
    /// nullptr if no session has this id.
    Session *session(const QString &id) const;
    /// The session that has this profile open, or nullptr.
    Session *sessionOf(const QString &profileId) const;

    /// Of every journal, those that are open too.
    void setJournalLimits(const JournalLimits &limits);

    /// Likewise of every history. `folder`: of the files of those that are opened from now on; empty = they
    /// live in memory.
    void setHistories(const HistoryLimits &limits, const QString &folder);

    /// Makes a session and opens it. A profile that is open already is not opened twice: its session is
    /// returned.
    Session *open(const Profile &profile, const QString &secret);
    /// Starts the demo server where it does not run yet, and opens it. nullptr if it cannot start (a notice
    /// says why).
    Session *openDemo(double changesPerSecond = 4, quint32 seed = 0);
    /// The demo server; nullptr before openDemo().
    DemoServer *demo() const;

    /// Ends the session; it is deleted when control returns to the event loop. Its notices are cleared.
    void close(Session *session);

signals:
    void opened(Studio::Session *session);
    /// Views let go of it now.
    void aboutToClose(Studio::Session *session);
    void closed(const QString &id);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
