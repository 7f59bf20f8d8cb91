// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "clientprivate.h"

#include <hpkvqt/client.h>

#include <QByteArrayList>
#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>

#include <functional>
#include <memory>
#include <vector>

/// A world for a client in which time is moved by hand and connections are played by the test.
namespace Fake
{

class FakeLink;

/// The other side of one link; it outlives the link.
struct Wire {
    Hpkv::LinkTarget target;
    QList<QByteArray> sent;
    int pings = 0;
    int closeCode = 0; ///< of the close frame that the client sent; 0 = none
    FakeLink *link = nullptr; ///< null once the client has disposed of it

    bool isDisposed() const { return !link; }
    void open();
    void receive(const QByteArray &frame);
    /// In a series, as frames come that the socket has read together.
    void receiveTogether(const QByteArrayList &frames);
    void pong(qint64 microseconds);
    void end(const Hpkv::LinkEnd &end);
    void cut(int code = 1006) { end({Hpkv::LinkEnd::Cause::Closed, true, 0, code, QString()}); }
    void refuse(int status) { end({Hpkv::LinkEnd::Cause::Refused, false, status, 1006, QString()}); }

    /// The messageId of a frame that was sent.
    qint64 id(qsizetype index) const
    {
        static const QRegularExpression number(QStringLiteral("\"messageId\":(\\d+)"));
        return number.match(QString::fromUtf8(sent.at(index))).captured(1).toLongLong();
    }
    /// Answers the request at this place; `members` go before the id, such as "\"code\":200".
    void answer(qsizetype index, const QByteArray &members) { receive(answerTo(index, members)); }
    QByteArray answerTo(qsizetype index, const QByteArray &members) const
    {
        return "{" + members + ",\"messageId\":" + QByteArray::number(id(index)) + "}";
    }
};

class FakeLink final : public Hpkv::Link
{
public:
    FakeLink(Hpkv::LinkListener *listener, std::shared_ptr<Wire> wire)
        : Link(listener)
        , m_wire(std::move(wire))
    {
        m_wire->link = this;
    }

    void open(const Hpkv::LinkTarget &target) override { m_wire->target = target; }
    void send(const QByteArray &frame) override { m_wire->sent.append(frame); }
    void ping() override { ++m_wire->pings; }
    void close(int code, const QString &) override { m_wire->closeCode = code; }
    void dispose() override
    {
        m_wire->link = nullptr;
        dropListener();
        m_disposed = true;
        if (m_telling == 0)
            delete this;
    }

    template <typename Call>
    void tell(Call call)
    {
        ++m_telling;
        call(listener());
        if (--m_telling == 0 && m_disposed)
            delete this;
    }

    void begin() { beginSeries(); }
    void drain() { endSeries(); }

private:
    std::shared_ptr<Wire> m_wire;
    int m_telling = 0;
    bool m_disposed = false;
};

inline void Wire::open()
{
    Q_ASSERT(link);
    link->tell([this](Hpkv::LinkListener *listener) { listener->linkOpened(link); });
}

inline void Wire::receive(const QByteArray &frame)
{
    Q_ASSERT(link);
    link->tell([&](Hpkv::LinkListener *listener) { listener->linkReceived(link, frame); });
}

inline void Wire::receiveTogether(const QByteArrayList &frames)
{
    for (const QByteArray &frame : frames) {
        if (!link)
            return; // disposed of by a slot
        link->begin();
        receive(frame);
    }
    if (link)
        link->drain();
}

inline void Wire::pong(qint64 microseconds)
{
    Q_ASSERT(link);
    link->tell([&](Hpkv::LinkListener *listener) { listener->linkPong(link, microseconds); });
}

inline void Wire::end(const Hpkv::LinkEnd &end)
{
    Q_ASSERT(link);
    link->tell([&](Hpkv::LinkListener *listener) { listener->linkEnded(link, end); });
}

class World
{
public:
    static constexpr qint64 epoch = 1'700'000'000'000; ///< wall time at the beginning, ms since 1970

    std::vector<std::shared_ptr<Wire>> wires;
    double chance = 0;
    /// Asked for each credential; the default hands one over at once.
    std::function<void(bool fresh, const Hpkv::ClientPrivate::CredentialCallback &)> credential =
        [](bool, const Hpkv::ClientPrivate::CredentialCallback &done) {
            done(QStringLiteral("credential"), {});
        };

    Wire &wire() { return *wires.back(); }
    qint64 now() const { return m_us / 1000; }
    std::unique_ptr<Hpkv::Environment> makeEnvironment();

    /// Moves time on, waking the client whenever it asked for it, and lets posted events happen.
    void advance(qint64 ms)
    {
        const qint64 until = m_us + ms * 1000;
        settle();
        while (m_environment && m_wakeAt >= 0 && m_wakeAt * 1000 <= until) {
            m_us = qMax(m_us, m_wakeAt * 1000);
            m_wakeAt = -1;
            const auto wake = m_environment->onWake;
            wake();
            settle();
        }
        m_us = until;
    }

    static void settle()
    {
        // Deferred deletions need their own call outside an event loop.
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

private:
    friend class FakeEnvironment;
    qint64 m_us = 5'000'000'000;
    qint64 m_wakeAt = -1;
    Hpkv::Environment *m_environment = nullptr;
};

class FakeEnvironment final : public Hpkv::Environment
{
public:
    explicit FakeEnvironment(World *world)
        : m_world(world)
    {
        m_world->m_environment = this;
    }
    ~FakeEnvironment() override { m_world->m_environment = nullptr; }

    qint64 nowUs() override { return m_world->m_us; }
    qint64 wallMs() override { return World::epoch + m_world->m_us / 1000 - 5'000'000; }
    double chance() override { return m_world->chance; }
    void wakeAt(qint64 ms) override { m_world->m_wakeAt = ms; }
    Hpkv::Link *createLink(Hpkv::LinkListener *listener) override
    {
        m_world->wires.push_back(std::make_shared<Wire>());
        return new FakeLink(listener, m_world->wires.back());
    }

private:
    World *m_world;
};

inline std::unique_ptr<Hpkv::Environment> World::makeEnvironment()
{
    return std::make_unique<FakeEnvironment>(this);
}

class FakeClientPrivate final : public Hpkv::ClientPrivate
{
public:
    FakeClientPrivate(const Hpkv::ConnectionConfig &config_, World *world)
        : ClientPrivate(config_, world->makeEnvironment())
        , m_world(world)
    {
    }

    bool refreshable = false;

protected:
    void fetchCredential(bool fresh, const CredentialCallback &done) override
    {
        m_world->credential(fresh, done);
    }
    bool canRefreshCredential() const override { return refreshable; }
    void applyCredential(Hpkv::LinkTarget &target, const QString &secret) const override
    {
        addQueryItem(target.url, QStringLiteral("apiKey"), secret);
    }

private:
    World *m_world;
};

class FakeClient final : public Hpkv::Client
{
public:
    FakeClient(const Hpkv::ConnectionConfig &config, World *world)
        : Client(std::make_unique<FakeClientPrivate>(config, world), nullptr)
    {
    }
    void setRefreshable() { static_cast<FakeClientPrivate *>(d.get())->refreshable = true; }
};

inline Hpkv::ConnectionConfig config()
{
    Hpkv::ConnectionConfig result;
    result.baseUrl = QStringLiteral("ws://fake");
    result.throttle.enabled = false;
    result.heartbeatInterval = std::chrono::milliseconds(0);
    return result;
}

} // namespace Fake
