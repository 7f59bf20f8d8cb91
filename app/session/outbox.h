// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/batch.h"
#include "session/mailbox.h"
#include "session/sessionevents.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace Studio
{

/// How far the window is with what it was given. Shared by both threads.
struct Backlog {
    std::atomic<int> pushed{0}; ///< batches handed over
    std::atomic<int> applied{0}; ///< batches that the mirror has taken in

    int waiting() const { return pushed.load() - applied.load(); }
};

/// What the worker has learnt and not handed over yet: gathered into immutable batches, at most one a frame,
/// held back while the window has several to apply. Worker's thread.
class Outbox : public QObject
{
    Q_OBJECT

public:
    Outbox(Mailbox<SessionEvent> &mailbox, Backlog &backlog, QObject *parent);

    void learn(Learned learned);
    /// Before the records of a page are learnt that decides the stretch. What was learnt before about keys
    /// there goes out on its own first: within one batch it would stand against a page that does not have
    /// them.
    void beginPage(const QByteArray &first, const QByteArray &last);
    void cover(Covered covered);
    void unwatch(Unwatched unwatched);
    /// What was learnt before goes out on its own first.
    void breakLine(qint64 at);
    /// Goes out behind all that was learnt so far.
    void post(SessionEvent event);
    /// Now, whatever the window has to do.
    void flush();
    /// The window has applied something.
    void backlogShrank();

    /// Whether a scan should ask for more.
    bool wantsMore() const { return m_backlog.waiting() + (isEmpty() ? 0 : 1) <= enoughBatches; }

    static constexpr int frameMs = 16;
    static constexpr int enoughBatches = 3; ///< more than these and no page is asked for
    static constexpr int tooManyBatches = 6; ///< more than these and no batch leaves

private:
    bool isEmpty() const;
    void schedule();

    Mailbox<SessionEvent> &m_mailbox;
    Backlog &m_backlog;
    std::unique_ptr<Batch> m_batch;
    QList<QByteArray> m_heard; ///< keys in the batch that did not come with a page
    std::vector<SessionEvent> m_behind;
    QTimer m_timer;
    QElapsedTimer m_lastFlush;
};

} // namespace Studio
