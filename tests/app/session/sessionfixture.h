// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/livefeed.h"
#include "mirror/keyspacemirror.h"
#include "notices/notice.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "session/writeoperation.h"

#include <hpkv/emulator/server.h>

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

namespace Studio
{

/// An emulator and sessions on it, over real sockets.
struct SessionFixture {
    hpkv::emulator::Options options;
    std::unique_ptr<hpkv::emulator::Server> server;

    SessionFixture() { options.apiKeys = {hpkv::emulator::ApiKey("key")}; }

    void startServer()
    {
        server = std::make_unique<hpkv::emulator::Server>(options);
        server->start();
    }

    Profile profile(SafetyLevel safety = SafetyLevel::Free) const
    {
        Profile profile;
        profile.id = QStringLiteral("test");
        profile.name = QStringLiteral("Test");
        profile.baseUrl = QUrl(QString::fromStdString(server->wsUrl()));
        profile.requestsPerSecond = 0;
        profile.proxyMode = ProxyMode::None;
        profile.safety = safety;
        return profile;
    }

    static SessionOptions quick()
    {
        SessionOptions quick;
        quick.gatherSubscriptions = std::chrono::milliseconds(20);
        quick.reconnectDelay = std::chrono::milliseconds(20);
        quick.callTimeout = std::chrono::milliseconds(5000);
        return quick;
    }

    std::unique_ptr<Session> makeSession(const Profile &profile,
                                         const QString &secret = QStringLiteral("key"),
                                         const SessionOptions &with = quick()) const
    {
        auto session = std::make_unique<Session>(profile, secret, with);
        session->open();
        return session;
    }

    /// What the store holds.
    std::optional<QByteArray> stored(const QByteArray &key) const
    {
        const std::optional<std::string> value = server->get(key.toStdString());
        if (!value)
            return {};
        return QByteArray::fromStdString(*value);
    }
    void put(const QByteArray &key, const QByteArray &value) const
    {
        server->put(key.toStdString(), value.toStdString());
    }

    static std::optional<QByteArray> known(const Session &session, const QByteArray &key)
    {
        const std::optional<Entry> entry = session.mirror().find(key);
        if (!entry || !entry->hasValue)
            return {};
        return entry->value;
    }
    static QList<QByteArray> knownKeys(const Session &session)
    {
        QList<QByteArray> keys;
        KeyspaceMirror &mirror = session.mirror();
        for (auto at = mirror.lowerBound(""); !mirror.isEnd(at); mirror.advance(at))
            keys.append(mirror.keyAt(at).toByteArray());
        return keys;
    }
};

inline WriteRequest writeOf(WriteKind kind, const QByteArray &key, const QByteArray &value)
{
    WriteRequest request;
    request.kind = kind;
    request.key = key;
    request.value = value;
    return request;
}

/// Without reading the value before.
inline WriteRequest hasty(WriteRequest request)
{
    request.keepBefore = false;
    return request;
}

inline WriteRequest incrementOf(const QByteArray &key, qint64 delta)
{
    WriteRequest request;
    request.kind = WriteKind::Increment;
    request.key = key;
    request.delta = delta;
    return request;
}

/// Waits for the end of an operation and keeps what it said.
struct WriteOutcome {
    WriteOperation::State state = WriteOperation::State::Queued;
    Hpkv::Error error;
    std::optional<QByteArray> actual;
    std::optional<QByteArray> after;
    qint64 newValue = 0;
    int finished = 0;
    QList<WriteOperation::State> states;
    std::unique_ptr<QObject> context =
        std::make_unique<QObject>(); ///< hears nothing any more when this goes first

    void follow(WriteOperation *write)
    {
        QObject::connect(write, &WriteOperation::stateChanged, context.get(),
                         [this, write] { states.append(write->state()); });
        QObject::connect(write, &WriteOperation::finished, context.get(), [this, write] {
            ++finished;
            state = write->state();
            error = write->error();
            actual = write->actualValue();
            after = write->valueAfter();
            newValue = write->newValue();
        });
    }
};

struct ReadOutcome {
    int finished = 0;
    Hpkv::Error error;
    std::optional<QByteArray> value;
    std::unique_ptr<QObject> context = std::make_unique<QObject>();

    void follow(ReadOperation *read)
    {
        QObject::connect(read, &ReadOperation::finished, context.get(), [this, read] {
            ++finished;
            error = read->error();
            value = read->value();
        });
    }
};

} // namespace Studio
