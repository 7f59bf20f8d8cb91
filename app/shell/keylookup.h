// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/latestjob.h"
#include "shell/fuzzykeys.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Studio
{

class PageOperation;
class Session;

/// Finds keys for what is being typed, beyond those that are known: asks the store for a page of keys that
/// begin with it (a moment after the last key stroke, in the interactive lane, taken back by the next one),
/// and looks for known keys that fit loosely, on another thread and for a bounded time. The keys that the
/// store has go into the mirror like any others.
class KeyLookup : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Idle, ///< nothing was typed
        Waiting, ///< for a pause in typing
        Looking,
        Complete, ///< every key that begins with the text is known
        More, ///< some are known now, there are more
        Offline, ///< there is no connection: not asked
        Refused, ///< the credential may not look there
        Failed
    };
    static constexpr int pageSize = 40;
    static constexpr int mostFuzzy = 24;

    explicit KeyLookup(QObject *parent = nullptr);
    ~KeyLookup() override;

    /// nullptr: nothing is looked up.
    void setSession(Session *session);
    /// What is typed now; an earlier text is forgotten.
    void look(const QString &text);
    /// Nobody looks any more.
    void stop();

    State state() const { return m_state; }
    /// For a person; empty when there is nothing to say.
    QString stateText() const;
    /// Known keys that fit the text loosely.
    const FuzzyKeys &fuzzy() const { return m_fuzzy; }

    /// Pause in typing before the store is asked.
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }

signals:
    /// Another state, or more keys.
    void changed();

private:
    void ask();
    void answered(const PageOperation &page);
    void cancel();
    void match();
    void setState(State state);

    QPointer<Session> m_session;
    QTimer m_timer;
    QPointer<PageOperation> m_page;
    LatestJob<FuzzyKeys> m_job;
    QString m_text;
    FuzzyKeys m_fuzzy;
    State m_state = State::Idle;
    QString m_problem;
};

} // namespace Studio
