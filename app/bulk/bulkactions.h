// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtypes.h"
#include "session/keyselection.h"
#include "shell/sessionactions.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace Studio
{

struct AppContext;
class Session;
class SessionManager;

/// Bulk work of one session: asks what is to be asked and starts the job. Nothing waits: a question is a
/// dialog of its own, the job goes on by itself. What comes after is JobActions' business. Window's thread.
class BulkActions : public QObject
{
    Q_OBJECT

public:
    /// `sessions`: where other open profiles are found. All outlive it. Dialogs stand above the window of
    /// `window`.
    BulkActions(AppContext &app, Session &session, SessionManager &sessions, QWidget *window);

    /// Tells the page's actions what can be done from now on.
    void give(SessionActions::Given &given);

    void deleteKeys(const KeySelection &selection);
    void renameKey(const QByteArray &key);
    void renameBranch(const QByteArray &prefix);
    void copyBranch(const QByteArray &prefix);
    void patchKeys(const KeySelection &selection);
    void incrementKeys(const KeySelection &selection);
    void exportKeys(const KeySelection &selection);
    void importKeys(const QByteArray &prefix);

private:
    QWidget *parent() const;
    void relocate(int task, const QByteArray &from);
    void start(JobSpec spec);

    AppContext &m_app;
    Session &m_session;
    SessionManager &m_sessions;
    QPointer<QWidget> m_window;
};

} // namespace Studio
