// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/writer.h"

#include "session/writesafety.h"

namespace Studio
{

namespace
{

constexpr qint64 echoLifetimeMs = 15'000;

Hpkv::Error canceled()
{
    return {Hpkv::ErrorKind::Canceled, QStringLiteral("The connection was closed before the write was sent")};
}

bool setsWholeValue(WriteKind kind)
{
    return kind == WriteKind::Replace || kind == WriteKind::Delete;
}

} // namespace

Writer::Writer(WorkerCore &core, Reader &reader, SafetyLevel safety, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_reader(reader)
    , m_safety(safety)
{
}

Writer::~Writer() = default;

void Writer::prepare(quint64 operation, const WriteRequest &request)
{
    if (const auto refused = refusedBySafety(m_safety, request)) {
        m_core.outbox.post(WriteDone{operation, WriteOperation::State::Refused, *refused, {}, {}, 0});
        return;
    }
    m_pending.insert_or_assign(operation, Pending{request, Stage::Preparing, {}, false, 0});
    const bool mustCompare = request.expected || request.expectAbsent;
    if (!mustCompare && (!request.keepBefore || request.kind == WriteKind::Increment)) {
        m_pending.at(operation).stage = Stage::Prepared;
        m_core.outbox.post(WritePrepared{operation, false, {}});
        return;
    }
    m_reader.get(request.key, Hpkv::Lane::Interactive,
                 [this, operation](const Reader::Result &result) { prepared(operation, result); });
}

void Writer::prepared(quint64 operation, const Reader::Result &result)
{
    const auto it = m_pending.find(operation);
    if (it == m_pending.end())
        return;
    const WriteRequest &request = it->second.request;
    WriteDone done;
    done.operation = operation;
    if (result.error.isError()) {
        done.error = result.error;
        // Of the write, whatever became of the read.
        done.error.delivery = Hpkv::Delivery::NotSent;
        finish(done);
        return;
    }
    const bool changed = (request.expectAbsent && result.value)
                      || (request.expected && (!result.value || *result.value != *request.expected));
    if (changed) {
        done.state = WriteOperation::State::Changed;
        done.actual = result.value;
        finish(done);
        return;
    }
    it->second.stage = Stage::Prepared;
    m_core.outbox.post(WritePrepared{operation, true, result.value});
}

void Writer::send(quint64 operation)
{
    const auto it = m_pending.find(operation);
    if (it == m_pending.end() || it->second.stage != Stage::Prepared)
        return;
    Pending &pending = it->second;
    pending.stage = Stage::Sending;
    const WriteRequest &request = pending.request;
    // Reads that are under way do not decide this key any more.
    m_core.guard.touch(request.key, m_core.now());
    if (setsWholeValue(request.kind))
        pending.echo = expectEcho(request.key, request.kind == WriteKind::Delete, request.value);
    const RaceGuard::Ticket ticket = m_core.guard.begin(request.key);
    Hpkv::CallOptions options;
    // Refused for its rate means not carried out, so that sending it again is safe.
    options.retryRefused = true;
    Hpkv::Reply *reply = transmit(request, options);
    if (!reply) {
        m_core.guard.drop(ticket);
        WriteDone done;
        done.operation = operation;
        done.error = refusedBySafety(m_safety, request).value_or(canceled());
        finish(done);
        return;
    }
    pending.reply = reply;
    connect(reply, &Hpkv::Reply::finished, this, [this, operation, reply, ticket] {
        const bool touched = !m_core.guard.end(ticket, reply->sentAt()).isEmpty();
        replied(operation, reply, touched);
    });
}

/// The only place where something that writes leaves for the client.
Hpkv::Reply *Writer::transmit(const WriteRequest &request, const Hpkv::CallOptions &options)
{
    if (refusedBySafety(m_safety, request) || !m_core.client)
        return nullptr;
    switch (request.kind) {
    case WriteKind::Replace:
        return m_core.client->set(request.key, request.value, options);
    case WriteKind::Patch:
        return m_core.client->patch(request.key, request.value, options);
    case WriteKind::Append:
        return m_core.client->append(request.key, request.value, options);
    case WriteKind::Increment:
        return m_core.client->increment(request.key, request.delta, options);
    case WriteKind::Delete:
        return m_core.client->remove(request.key, options);
    }
    return nullptr;
}

void Writer::replied(quint64 operation, Hpkv::Reply *reply, bool touched)
{
    const auto it = m_pending.find(operation);
    if (it == m_pending.end())
        return;
    const WriteRequest request = it->second.request;
    // Reads that were sent while the write was under way do not decide it either.
    m_core.guard.touch(request.key, m_core.now());
    const Hpkv::Error &error = reply->error();
    if (!error.isError()) {
        confirmed(operation, request, reply, touched);
        return;
    }
    WriteDone done;
    done.operation = operation;
    done.error = error;
    if (error.delivery == Hpkv::Delivery::Unknown) {
        done.state = WriteOperation::State::Unknown;
        m_reader.verify(request.key, true);
    } else if (request.kind == WriteKind::Delete && error.isNotFound()) {
        learnOwn(request, {}, !touched);
    }
    if (done.state == WriteOperation::State::Refused)
        dropEcho(request.key, it->second.echo);
    finish(done);
}

void Writer::confirmed(quint64 operation, const WriteRequest &request, Hpkv::Reply *reply, bool touched)
{
    WriteDone done;
    done.operation = operation;
    done.state = WriteOperation::State::Confirmed;
    switch (request.kind) {
    case WriteKind::Replace:
        done.after = request.value;
        break;
    case WriteKind::Delete:
        break;
    case WriteKind::Increment:
        done.newValue = qobject_cast<Hpkv::IncrementReply *>(reply)->newValue();
        done.after = QByteArray::number(done.newValue);
        break;
    case WriteKind::Patch:
    case WriteKind::Append:
        // What is in the store now only a read can tell.
        m_reader.get(request.key, Hpkv::Lane::Interactive,
                     [this, done](const Reader::Result &result) mutable {
                         if (!result.error.isError())
                             done.after = result.value;
                         finish(done);
                     });
        return;
    }
    learnOwn(request, done.after, !touched);
    finish(done);
}

void Writer::learnOwn(const WriteRequest &request, const std::optional<QByteArray> &after, bool certain)
{
    Learned learned;
    learned.key = request.key;
    learned.present = request.kind != WriteKind::Delete;
    learned.hasValue = after.has_value();
    learned.value = after.value_or(QByteArray());
    learned.state = certain ? ValueState::Own : ValueState::Presumed;
    learned.origin = Origin::OwnWrite;
    learned.at = m_core.now();
    m_core.outbox.learn(std::move(learned));
    // Somebody else may have written before or after us: only a read can tell.
    if (!certain)
        m_reader.verify(request.key, true);
}

Hpkv::Reply *Writer::sendForJob(const WriteRequest &request, std::function<void(Hpkv::Reply *)> done,
                                Hpkv::Error *refused)
{
    if (const auto why = refusedBySafety(m_safety, request)) {
        *refused = *why;
        return nullptr;
    }
    m_core.guard.touch(request.key, m_core.now());
    quint64 echo = 0;
    if (setsWholeValue(request.kind))
        echo = expectEcho(request.key, request.kind == WriteKind::Delete, request.value);
    const RaceGuard::Ticket ticket = m_core.guard.begin(request.key);
    // Without a deadline: its turn may be long in coming. The job sees to it that what has left ends.
    Hpkv::CallOptions options;
    options.lane = Hpkv::Lane::Background;
    options.timeout = std::chrono::milliseconds(0);
    Hpkv::Reply *reply = transmit(request, options);
    if (!reply) {
        m_core.guard.drop(ticket);
        dropEcho(request.key, echo);
        *refused = canceled();
        return nullptr;
    }
    connect(reply, &Hpkv::Reply::finished, this,
            [this, request, reply, ticket, echo, done = std::move(done)] {
                const bool touched = !m_core.guard.end(ticket, reply->sentAt()).isEmpty();
                learnFromJob(request, reply, touched, echo);
                done(reply);
            });
    return reply;
}

void Writer::learnFromJob(const WriteRequest &request, Hpkv::Reply *reply, bool touched, quint64 echo)
{
    const Hpkv::Error &error = reply->error();
    if (reply->isSent())
        m_core.guard.touch(request.key, m_core.now());
    if (error.isError() && error.delivery == Hpkv::Delivery::Unknown) {
        m_reader.verify(request.key, false);
        return;
    }
    if (error.isError())
        dropEcho(request.key, echo);
    if (error.isError() && !(request.kind == WriteKind::Delete && error.isNotFound()))
        return;
    switch (request.kind) {
    case WriteKind::Replace:
        learnOwn(request, request.value, !touched);
        break;
    case WriteKind::Delete:
        learnOwn(request, {}, !touched);
        break;
    case WriteKind::Increment:
        learnOwn(request, QByteArray::number(qobject_cast<Hpkv::IncrementReply *>(reply)->newValue()),
                 !touched);
        break;
    case WriteKind::Patch:
    case WriteKind::Append:
        // What is there now is learnt when the job reads it back.
        break;
    }
}

void Writer::finish(WriteDone done)
{
    m_pending.erase(done.operation);
    m_core.outbox.post(std::move(done));
}

void Writer::cancelUnsent()
{
    for (auto it = m_pending.begin(); it != m_pending.end();) {
        const auto &[operation, pending] = *it;
        if (pending.stage == Stage::Sending) {
            ++it;
            continue;
        }
        m_core.outbox.post(WriteDone{operation, WriteOperation::State::Refused, canceled(), {}, {}, 0});
        it = m_pending.erase(it);
    }
}

void Writer::noteSent()
{
    for (auto &[operation, pending] : m_pending) {
        if (pending.told || !pending.reply || pending.stage != Stage::Sending || !pending.reply->isSent())
            continue;
        pending.told = true;
        m_core.outbox.post(WriteSent{operation});
    }
}

quint64 Writer::expectEcho(const QByteArray &key, bool deleted, const QByteArray &value)
{
    const Echo echo{m_nextEcho++, deleted, value, m_core.now()};
    m_echoes[key].append(echo);
    return echo.number;
}

void Writer::dropEcho(const QByteArray &key, quint64 number)
{
    const auto it = m_echoes.find(key);
    if (it == m_echoes.end())
        return;
    it->removeIf([number](const Echo &echo) { return echo.number == number; });
    if (it->isEmpty())
        m_echoes.erase(it);
}

bool Writer::takeEcho(const QByteArray &key, bool deleted, const QByteArray &value)
{
    const auto it = m_echoes.find(key);
    if (it == m_echoes.end())
        return false;
    const qint64 oldest = m_core.now() - echoLifetimeMs;
    it->removeIf([oldest](const Echo &echo) { return echo.at < oldest; });
    bool found = false;
    for (qsizetype i = 0; i < it->size() && !found; ++i) {
        const Echo &echo = it->at(i);
        if (echo.deleted == deleted && (deleted || echo.value == value)) {
            // Echoes come in the order of the writes, so an earlier one that is still missing was never sent.
            it->remove(0, i + 1);
            found = true;
        }
    }
    if (it->isEmpty())
        m_echoes.erase(it);
    return found;
}

} // namespace Studio
