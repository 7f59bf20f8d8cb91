// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobfolder.h"
#include "session/keyselection.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QWidget;

namespace Studio
{

struct AppContext;
class Job;
class Session;
class SessionManager;

/// What can be done about jobs of one session after they were started: takes them back, goes on with what was
/// interrupted, and says how they ended where there is something to be done about it. Window's thread.
class JobActions : public QObject
{
    Q_OBJECT

public:
    /// `sessions`: where other open profiles are found. All outlive it. `place`: what questions stand above,
    /// and where the commands of notices ("jobs.undoLast", "jobs.interrupted") are carried out.
    JobActions(AppContext &app, Session &session, SessionManager &sessions, QWidget *place);

    /// Undoes what a job did; asks first where the profile's level wants it.
    void takeBack(Job *job);
    /// What the last notice with "Undo" was about.
    void takeBackLast();
    bool canTakeBackLast() const;

    // What was interrupted when the program, or the profile, was closed.

    void goOn(const InterruptedJob &job);
    void takeBack(const InterruptedJob &job);
    /// It is not offered again; the store stays as it is.
    void leave(const InterruptedJob &job);
    /// Asks which of the three, for the first that is there.
    void decideInterrupted();
    bool hasInterrupted() const;

    /// Whether a job is somebody's only for a moment: dialogs count and check by jobs, and show them
    /// themselves.
    static bool isInPassing(const Job &job);

private:
    /// What can be taken back. The job itself may have left the list by then.
    struct Undo {
        QString file;
        KeySelection selection;
        QString title;
    };

    QWidget *parent() const;
    void takeBack(const Undo &undo);
    void ended(Job *job);
    void tellInterrupted();
    QString noticeId(const char *what) const;

    AppContext &m_app;
    Session &m_session;
    SessionManager &m_sessions;
    QPointer<QWidget> m_place;
    Undo m_last; ///< file empty: nothing
    QHash<QString, QString> m_failed; ///< notices of jobs that failed, by their undo file
};

} // namespace Studio
