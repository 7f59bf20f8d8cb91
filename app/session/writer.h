// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/reader.h"
#include "session/workercore.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <map>

namespace Studio
{

/// The worker's part of a write: reads the value before, waits for the journal's row, sends, and finds out
/// how it ended. Nothing is ever sent twice, except what the server refused for its rate. Worker's thread.
class Writer : public QObject
{
    Q_OBJECT

public:
    Writer(WorkerCore &core, Reader &reader, SafetyLevel safety, QObject *parent);
    ~Writer() override;

    /// First half: WritePrepared follows, or WriteDone with Refused or Changed.
    void prepare(quint64 operation, const WriteRequest &request);
    /// Second half, once the row is in the journal: WriteDone follows.
    void send(quint64 operation);
    /// A write of a job: leaves in the background lane, without a deadline of its own and without a row in
    /// the journal. What it did is learnt before `done` is called (once; from within Reply::abort() too).
    /// nullptr if it may not leave; then `*refused` says why and `done` is not called.
    Hpkv::Reply *sendForJob(const WriteRequest &request, std::function<void(Hpkv::Reply *)> done,
                            Hpkv::Error *refused);
    /// The row could not be written for good, or the session closes: what was not sent will not be.
    void cancelUnsent();
    /// Tells of what has left by now (WriteSent).
    void noteSent();

    /// A notification came. True: it is the echo of a write of ours that set the whole value.
    bool takeEcho(const QByteArray &key, bool deleted, const QByteArray &value);

private:
    enum class Stage { Preparing, Prepared, Sending };
    struct Pending {
        WriteRequest request;
        Stage stage = Stage::Preparing;
        QPointer<Hpkv::Reply> reply; ///< while Sending
        bool told = false; ///< WriteSent was posted
        quint64 echo = 0;
    };
    struct Echo {
        quint64 number = 0;
        bool deleted = false;
        QByteArray value;
        qint64 at = 0;
    };

    Hpkv::Reply *transmit(const WriteRequest &request, const Hpkv::CallOptions &options);
    void learnFromJob(const WriteRequest &request, Hpkv::Reply *reply, bool touched, quint64 echo);
    void prepared(quint64 operation, const Reader::Result &result);
    void replied(quint64 operation, Hpkv::Reply *reply, bool touched);
    void confirmed(quint64 operation, const WriteRequest &request, Hpkv::Reply *reply, bool touched);
    void finish(WriteDone done);
    void learnOwn(const WriteRequest &request, const std::optional<QByteArray> &after, bool certain);
    quint64 expectEcho(const QByteArray &key, bool deleted, const QByteArray &value);
    void dropEcho(const QByteArray &key, quint64 number);

    WorkerCore &m_core;
    Reader &m_reader;
    const SafetyLevel m_safety;
    std::map<quint64, Pending> m_pending;
    QHash<QByteArray, QList<Echo>> m_echoes;
    quint64 m_nextEcho = 1;
};

} // namespace Studio
