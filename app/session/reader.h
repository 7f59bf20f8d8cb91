// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/scanner.h"
#include "session/verifyqueue.h"
#include "session/workercore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Studio
{

/// Every read of the worker: single keys and pages go through here, so that what a reply decides and what it
/// does not is worked out in one place. Also verifies presumed values that somebody looks at. Worker's
/// thread.
class Reader : public QObject
{
    Q_OBJECT

public:
    struct Result {
        Hpkv::Error error; ///< NotFound counts as no error
        std::optional<QByteArray> value; ///< empty = there is no such key (or an error)
        qint64 sentAt = 0;
    };
    using Done = std::function<void(const Result &)>;
    using PageDone = std::function<void(const Hpkv::RangePage &page, const Hpkv::Error &error)>;

    Reader(WorkerCore &core, QObject *parent);
    /// Replies that come later are not told any more.
    ~Reader() override;

    /// Reads one key; again, at most twice, when something touched it meanwhile. What was read is learnt.
    void get(const QByteArray &key, Hpkv::Lane lane, const Done &done);
    /// Reads one page; what it decides is learnt before `done` is called. The reply may be aborted.
    Hpkv::RangeReply *page(const QByteArray &first, const QByteArray &last, int limit, Hpkv::Lane lane,
                           const PageDone &done);

    /// Learns what a page decides that somebody else asked for. `touched`: what RaceGuard says of it.
    void learnPage(const QByteArray &first, const QByteArray &last, const Hpkv::RangePage &page,
                   qint64 sentAt, const QList<QByteArray> &touched);

    /// The value of `key` is to be read again in the background when the line is up.
    void verify(const QByteArray &key, bool urgent);
    void lineUp();
    void lineDown();
    bool isVerifying() const { return !m_queue.isEmpty() || m_verifying > 0; }

signals:
    /// Nothing is left to verify.
    void verified();

private:
    void getAgain(const QByteArray &key, Hpkv::Lane lane, const Done &done);
    std::chrono::milliseconds untilUrgent() const;
    void verifyNext();
    void verifyEnded(const VerifyQueue::Query &query, const Hpkv::Error &error,
                     const QByteArray &decidedUpTo);

    WorkerCore &m_core;
    VerifyQueue m_queue;
    QTimer m_verifyTimer;
    QElapsedTimer m_lastUrgent;
    int m_verifying = 0; ///< queries under way
    bool m_lineUp = false;
};

} // namespace Studio
