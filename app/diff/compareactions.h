// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"
#include "shell/sessionactions.h"

#include <QObject>

#include <functional>
#include <optional>

class QWidget;

namespace Studio
{

struct AppContext;
class CommandPalette;
class CopyValueDialog;
class PageTab;
class Session;
class SessionManager;

/// Compares keys of one session with one another, and copies a value to another open profile. Values are read
/// anew each time. Window's thread.
class CompareActions : public QObject
{
    Q_OBJECT

public:
    /// `openTab`: shows a tab in the page of the session, which is its parent (`window` is above it).
    CompareActions(AppContext &app, Session &session, SessionManager &sessions,
                   std::function<void(PageTab *)> openTab, QWidget *page);

    /// Tells the page's actions what can be done from now on.
    void give(SessionActions &actions);

    /// Two of them; with one the other is asked for.
    void compareKeys(const QList<QByteArray> &keys);
    /// Asks for a key, reads it and gives its value to `take`.
    void chooseSide(const TakeSide &take);
    /// Open profiles that may be written to.
    QList<Session *> targets() const;
    void copyValue(const QByteArray &key);

    /// What asks for the other key; nullptr before the first time.
    CommandPalette *keyChoice() const { return m_choice; }

private:
    void askForOther(const QByteArray &key);
    void askForKey(const QString &placeholder, const std::function<void(const QByteArray &)> &then);
    static DiffSide sideOf(const QByteArray &key, const std::optional<QByteArray> &value);
    void compare(const QByteArray &left, const QByteArray &right);
    /// `then` gets nothing where there is no such key; what cannot be read becomes a notice.
    void read(const QByteArray &key, const std::function<void(const std::optional<QByteArray> &)> &then);

    AppContext &m_app;
    Session &m_session;
    SessionManager &m_sessions;
    std::function<void(PageTab *)> m_openTab;
    QWidget *m_page;
    KeyMarks *m_marks = nullptr;
    CommandPalette *m_choice = nullptr; ///< belongs to the page
    std::function<void(const QByteArray &)> m_then; ///< for the key that is chosen
};

} // namespace Studio
