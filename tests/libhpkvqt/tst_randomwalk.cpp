// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"
#include "subscriptionclient_p.h"
#ifdef HPKV_WITH_EMULATOR
#include "live.h"

#include <QTimer>
#endif

#include <hpkvqt/subscriptionclient.h>

#include <QPointer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

using namespace Hpkv;
using namespace std::chrono_literals;

namespace
{

class FakeSubscriptionClient final : public SubscriptionClient
{
public:
    FakeSubscriptionClient(Fake::World *world, TokenProvider provider, const ConnectionConfig &config)
        : SubscriptionClient(std::make_unique<SubscriptionClientPrivate>(
                                 config, QString(), std::move(provider), world->makeEnvironment()),
                             nullptr)
    {
    }
};

/// Draws; the same seed gives the same walk.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int end) { return end > 0 ? static_cast<int>(m_random.bounded(end)) : 0; }
    bool oneIn(int n) { return below(n) == 0; }
    template <typename T>
    T of(std::initializer_list<T> list)
    {
        return *(list.begin() + below(static_cast<int>(list.size())));
    }

private:
    QRandomGenerator m_random;
};

/// What the test knows of one call.
struct Call {
    QPointer<Reply> reply;
    Operation operation = Operation::Get;
    qint64 calledAt = 0;
    qint64 timeout = 0; ///< ms; 0 = none
    bool retry = false;
    int ends = 0;
    bool deleted = false; ///< by the test, before it ended
    int frames = 0; ///< that left
    int refusals = 0; ///< answers with 429 that were given to it
};

/// The calls of a client, from the first to the last: each ends once, with what belongs to it.
class Ledger
{
public:
    explicit Ledger(Client *client)
        : m_client(client)
    {
    }

    Reply *call(Dice &dice, qint64 now, const QByteArray &prefix = "k")
    {
        const int number = static_cast<int>(calls.size());
        const QByteArray key = prefix + QByteArray::number(number);
        Call call;
        call.operation = Operation(1 + dice.below(6));
        call.calledAt = now;
        CallOptions options;
        options.timeout = std::chrono::milliseconds(dice.of({-1, -1, -1, 0, 5, 300, 4000}));
        options.lane = dice.of({Lane::Interactive, Lane::Background});
        options.retryRefused = dice.oneIn(3);
        call.retry = options.retryRefused;
        call.timeout =
            options.timeout.count() < 0 ? m_client->config().callTimeout.count() : options.timeout.count();
        Reply *const reply = make(call.operation, key, options, dice);
        call.reply = reply;
        calls.push_back(call);
        ++m_unfinished;
        QObject::connect(reply, &Reply::finished, reply, [this, number, reply] { ended(number, *reply); });
        return reply;
    }

    int unfinished() const { return m_unfinished; }

    void remove(Call &call)
    {
        if (!call.reply)
            return;
        if (call.ends == 0) {
            call.deleted = true;
            --m_unfinished;
        }
        delete call.reply;
    }

    /// Called when a reply has ended, before and after it is looked at.
    std::function<void()> beforeEnd;
    std::function<void()> afterEnd;
    /// Whether Call::frames and Call::refusals are kept up to date.
    bool seesFrames = true;

    std::vector<Call> calls;
    QStringList complaints;
    quint64 byAnswer = 0; ///< ended by a frame from the server
    quint64 byDeadline = 0;

private:
    Reply *make(Operation operation, const QByteArray &key, const CallOptions &options, Dice &dice)
    {
        // Some are refused before they leave.
        if (dice.oneIn(40))
            return m_client->set(key, {}, options);
        switch (operation) {
        case Operation::Get:
            return m_client->get(key, options);
        case Operation::Set:
            return m_client->set(key, "v", options);
        case Operation::Patch:
            return m_client->patch(key, "{\"v\":1}", options);
        case Operation::Delete:
            return m_client->remove(key, options);
        case Operation::Range:
            return m_client->range(key, key + "~", 10, options);
        case Operation::Increment:
            return m_client->increment(key, 1, options);
        }
        return nullptr;
    }

    void ended(int number, const Reply &reply)
    {
        if (beforeEnd)
            beforeEnd();
        Call &call = calls[static_cast<size_t>(number)];
        const auto complain = [&](const char *what) {
            complaints.append(QStringLiteral("call %1: %2 (%3)")
                                  .arg(number)
                                  .arg(QLatin1StringView(what), reply.error().kindName()));
        };
        if (++call.ends > 1)
            complain("ended twice");
        else
            --m_unfinished;
        if (!reply.isFinished())
            complain("says that it has not finished");
        const Error &error = reply.error();
        const bool answered = !reply.rawReply().isEmpty();
        if (answered)
            ++byAnswer;
        else if (error.kind == ErrorKind::Timeout || (error.kind == ErrorKind::RateLimited && reply.isSent()))
            ++byDeadline;
        if (!error.isError() && !answered)
            complain("succeeded without an answer");
        if (!seesFrames) {
            if (error.isError() && error.text.isEmpty())
                complain("does not say why it failed");
            if (error.isError() && !reply.isSent() && error.delivery != Delivery::NotSent)
                complain("tells the wrong delivery");
            return;
        }
        if (reply.isSent() != (call.frames > 0))
            complain("does not know whether it was sent");
        if (error.isError()) {
            const Delivery expected = answered || (call.frames > 0 && call.refusals == call.frames)
                                        ? Delivery::Answered
                                    : call.frames > 0 ? Delivery::Unknown
                                                      : Delivery::NotSent;
            if (error.delivery != expected)
                complain("tells the wrong delivery");
            if (error.text.isEmpty())
                complain("does not say why it failed");
        } else if (reply.operation() == Operation::Get
                   && static_cast<const GetReply &>(reply).value() != "of:" + reply.key()) {
            complain("was given the value of another");
        }
        if (afterEnd)
            afterEnd();
    }

    Client *m_client;
    int m_unfinished = 0; ///< neither ended nor deleted
};

quint32 chosenSeed(quint32 fixed)
{
    bool given = false;
    const uint seed = qEnvironmentVariable("HPKV_SEED").toUInt(&given);
    return given ? seed : fixed;
}

void addSeeds(std::initializer_list<const char *> kinds, int fixed)
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<quint32>("seed");
    for (const char *kind : kinds) {
        for (int i = 1; i <= fixed; ++i)
            QTest::addRow("%s/%d", kind, i) << QByteArray(kind) << quint32(i);
        QTest::addRow("%s/random", kind) << QByteArray(kind) << QRandomGenerator::global()->generate();
    }
}

} // namespace

/// Calls, answers, faults, disconnections, aborts, deletions and changes of the configuration, in random
/// order for a number of steps. No reply is lost or ended twice, no id is used again, the counters add up,
/// the queue is bounded. HPKV_SEED=N takes that seed instead of the ones listed; HPKV_STEPS the number of
/// steps.
class tst_RandomWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void overFakeLinks_data() { addSeeds({"api", "subscription"}, 5); }
    void overFakeLinks();

#ifdef HPKV_WITH_EMULATOR
    void overSockets_data()
    {
        addSeeds({"api", "subscription"}, 1);
    }
    void overSockets();
#endif

private:
    static int steps(int usual)
    {
        bool given = false;
        const int number = qEnvironmentVariableIntValue("HPKV_STEPS", &given);
        return given ? number : usual;
    }
};

namespace
{

/// The walk over fake links: the other side is played here, frame by frame.
class FakeWalk
{
public:
    FakeWalk(quint32 seed, bool subscription)
        : m_dice(seed)
        , m_subscription(subscription)
    {
        config = Fake::config();
        config.callTimeout = 2s;
        config.queueLimit = 20;
        config.reconnect.retryFirst = true;
        m_bound = config.queueLimit;
        world.credential = [this](bool, const ClientPrivate::CredentialCallback &done) {
            credential([done](const QString &text, const Error &error) { done(text, error); });
        };
        if (subscription) {
            auto *const made = new FakeSubscriptionClient(
                &world,
                [this](const SubscriptionClient::TokenCallback &done) {
                    credential([done](const QString &text, const Error &error) { done(text, error); });
                },
                config);
            made->setTokenRefreshInterval(20s);
            client = made;
        } else {
            auto *const made = new Fake::FakeClient(config, &world);
            made->setRefreshable();
            client = made;
        }
        ledger = std::make_unique<Ledger>(client);
        ledger->beforeEnd = [this] { noteFrames(); };
        ledger->afterEnd = [this] { insideEnd(); };
        QObject::connect(client, &Client::connected, client, [this] {
            must(!m_up, "connected twice without disconnected");
            m_up = true;
        });
        QObject::connect(client, &Client::disconnected, client, [this](const DisconnectInfo &info) {
            must(m_up || info.previousState != ConnectionState::Connected || m_skipped > 0,
                 "disconnected twice");
            m_up = false;
        });
        QObject::connect(client, &Client::protocolWarning, client, [this] { ++m_warnings; });
        QObject::connect(client, &Client::notificationReceived, client, [this] { ++m_notified; });
    }

    ~FakeWalk() { delete std::exchange(client, nullptr); }

    void step()
    {
        if (client->state() == ConnectionState::Disconnected && m_dice.oneIn(4))
            client->connectToServer();
        switch (m_dice.below(32)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
            ledger->call(m_dice, world.now());
            break;
        case 8:
        case 9:
        case 10:
        case 11:
        case 12:
        case 13:
        case 14:
            answer();
            break;
        case 15:
            strayFrame();
            break;
        case 16:
        case 17:
        case 18:
            world.advance(m_dice.of({0, 1, 7, 50, 300}));
            break;
        case 19:
            world.advance(m_dice.of({1000, 2500, 11000, 30000}));
            break;
        case 20:
        case 21:
        case 22:
        case 23:
            openOrEnd();
            break;
        case 24:
            abortOne();
            break;
        case 25:
            if (!ledger->calls.empty())
                ledger->remove(anyCall());
            break;
        case 26:
            client->connectToServer();
            break;
        case 27:
            if (m_dice.oneIn(4))
                client->disconnectFromServer(m_dice.oneIn(2));
            else
                client->connectToServer();
            break;
        case 28:
            changeConfig();
            break;
        case 29:
            publish();
            break;
        case 30:
            lateCredential();
            break;
        case 31:
            if (m_subscription && m_dice.oneIn(3))
                static_cast<SubscriptionClient *>(client)->renew();
            else if (Fake::Wire *const wire = anyWire(true))
                wire->pong(m_dice.below(5000));
            break;
        }
        world.advance(0);
        check();
    }

    /// Everything that has a deadline ends by it; the rest with the client.
    void finish()
    {
        world.advance(m_longest + 1000);
        check();
        for (const Call &call : ledger->calls) {
            if (call.timeout > 0)
                must(call.ends == 1 || call.deleted, "outlived its deadline");
        }
        delete std::exchange(client, nullptr);
        world.settle();
        noteFrames();
        for (const Call &call : ledger->calls)
            must(call.ends + (call.deleted ? 1 : 0) == 1, "did not end exactly once");
        for (const auto &wire : world.wires)
            must(wire->isDisposed(), "a link was left");
    }

    bool failed() const { return !complaints.isEmpty() || !ledger->complaints.isEmpty(); }
    QString report() const { return (complaints + ledger->complaints).mid(0, 5).join(QLatin1Char('\n')); }

    Fake::World world;
    ConnectionConfig config;
    Client *client = nullptr;
    std::unique_ptr<Ledger> ledger;
    QStringList complaints;

private:
    struct Sent {
        size_t wire = 0;
        qint64 id = 0;
        int call = -1; ///< −1: a request of the client's own (renewal)
        QByteArray key;
        bool answered = false;
    };

    void must(bool holds, const char *what)
    {
        if (!holds)
            complaints.append(QString::fromLatin1(what));
    }

    Call &anyCall()
    {
        // Mostly one of the last ones, which may still be under way.
        const int count = static_cast<int>(ledger->calls.size());
        const int back = m_dice.below(std::min(count, m_dice.oneIn(4) ? count : 30));
        return ledger->calls[static_cast<size_t>(count - 1 - back)];
    }

    Fake::Wire *anyWire(bool open)
    {
        std::vector<Fake::Wire *> found;
        for (size_t i = m_firstWire; i < world.wires.size(); ++i) {
            if (!world.wires[i]->isDisposed() && m_open.contains(i) == open)
                found.push_back(world.wires[i].get());
        }
        return found.empty() ? nullptr : found[static_cast<size_t>(m_dice.below(int(found.size())))];
    }

    size_t indexOf(const Fake::Wire *wire) const
    {
        size_t i = world.wires.size();
        while (i-- > 0) {
            if (world.wires[i].get() == wire)
                return i;
        }
        return i;
    }

    using Answer = std::function<void(const QString &, const Error &)>;

    void credential(const Answer &done)
    {
        switch (m_dice.below(12)) {
        case 0:
            m_waiting.push_back(done);
            break;
        case 1:
            done({}, Error(ErrorKind::ConnectionFailed, QStringLiteral("no token")));
            break;
        default:
            done(QStringLiteral("credential"), {});
        }
    }

    void lateCredential()
    {
        if (m_waiting.empty())
            return;
        const Answer done = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        done(QStringLiteral("late"), {});
    }

    void openOrEnd()
    {
        if (Fake::Wire *const wire = anyWire(false); wire && !m_dice.oneIn(5)) {
            m_open.insert(indexOf(wire));
            ++m_opened;
            wire->open();
            return;
        }
        if (Fake::Wire *const wire = anyWire(false); wire && m_dice.oneIn(2)) {
            wire->refuse(m_dice.of({401, 403, 404, 429, 500, 503}));
            return;
        }
        Fake::Wire *const wire = anyWire(true);
        if (!wire)
            return;
        if (wire->closeCode != 0)
            wire->cut(1000);
        else if (m_dice.oneIn(3))
            wire->cut(m_dice.of({1000, 1001, 1006, 1006, 1008, 1011, 3001}));
    }

    /// Reads what the client has sent since the last time.
    void noteFrames()
    {
        m_read.resize(world.wires.size());
        for (size_t w = m_firstWire; w < world.wires.size(); ++w) {
            const Fake::Wire &wire = *world.wires[w];
            for (; m_read[w] < wire.sent.size(); ++m_read[w]) {
                const qsizetype at = m_read[w];
                Sent sent;
                sent.wire = w;
                sent.id = wire.id(at);
                ++m_frames;
                m_bytes += static_cast<quint64>(wire.sent.at(at).size());
                must(sent.id > 0 && !m_ids.contains(sent.id), "an id was used again");
                m_ids.insert(sent.id);
                static const QRegularExpression key(QStringLiteral("\"key\":\"(k(\\d+)|hpkvqt)\""));
                const auto match = key.match(QString::fromUtf8(wire.sent.at(at)));
                must(match.hasMatch(), "a frame that belongs to no call");
                sent.key = match.captured(1).toUtf8();
                if (!match.captured(2).isEmpty()) {
                    sent.call = match.captured(2).toInt();
                    Call &call = ledger->calls[static_cast<size_t>(sent.call)];
                    must(call.frames == 0 || (call.retry && call.refusals == call.frames),
                         "was sent again though it may have been carried out");
                    ++call.frames;
                } else {
                    ++m_probes;
                }
                m_sent.push_back(sent);
            }
        }
    }

    void answer()
    {
        noteFrames();
        // One of those that wait on a line that is still there, seldom one that was answered already.
        std::vector<Sent *> open;
        for (size_t i = m_sent.size() > 60 ? m_sent.size() - 60 : 0; i < m_sent.size(); ++i) {
            Sent &sent = m_sent[i];
            if (!world.wires[sent.wire]->isDisposed() && (!sent.answered || m_dice.oneIn(20)))
                open.push_back(&sent);
        }
        if (open.empty())
            return;
        Sent &sent = *open[static_cast<size_t>(m_dice.below(static_cast<int>(open.size())))];
        const bool first = !std::exchange(sent.answered, true);
        QByteArray members = "\"code\":200,\"success\":true,\"newValue\":1,\"records\":[],\"value\":\"of:"
                           + sent.key + "\",\"key\":\"" + sent.key + '"';
        switch (m_dice.below(8)) {
        case 0:
            members = "\"code\":429,\"error\":\"slow down\"";
            if (first && sent.call >= 0)
                ++ledger->calls[static_cast<size_t>(sent.call)].refusals;
            break;
        case 1:
            members = "\"code\":404,\"error\":\"Record not found\"";
            break;
        case 2:
            members = "\"error\":\"something\"";
            break;
        default:
            break;
        }
        receive(*world.wires[sent.wire],
                '{' + members + ",\"messageId\":" + QByteArray::number(sent.id) + '}', true);
    }

    void strayFrame()
    {
        Fake::Wire *const wire = anyWire(true);
        if (!wire)
            return;
        switch (m_dice.below(5)) {
        case 0:
            receive(*wire, "{\"code\":200,\"messageId\":987654321}", true);
            break;
        case 1:
            receive(*wire, "{\"code\":400,\"error\":\"no id\"}", true);
            break;
        case 2:
            receive(*wire, "nonsense", false);
            break;
        case 3:
            receive(*wire, "null", false);
            break;
        case 4:
            receive(*wire, "{\"type\":\"notification\"}", false);
            break;
        }
    }

    void publish()
    {
        for (size_t i = m_firstWire; i < world.wires.size(); ++i) {
            Fake::Wire &wire = *world.wires[i];
            if (wire.isDisposed() || !m_open.contains(i))
                continue;
            ++m_published;
            m_received += receiveOnly(wire, "{\"type\":\"notification\",\"key\":\"n\",\"value\":\""
                                                + QByteArray::number(m_published) + "\"}");
        }
    }

    void receive(Fake::Wire &wire, const QByteArray &frame, bool reply)
    {
        if (reply)
            ++m_replies;
        else
            ++m_malformed;
        m_received += receiveOnly(wire, frame);
    }

    static quint64 receiveOnly(Fake::Wire &wire, const QByteArray &frame)
    {
        wire.receive(frame);
        return static_cast<quint64>(frame.size());
    }

    void abortOne()
    {
        if (ledger->calls.empty())
            return;
        if (Reply *const reply = anyCall().reply)
            reply->abort();
    }

    /// What a slot of finished() may do besides.
    void insideEnd()
    {
        if (!client || m_depth >= 3 || !m_dice.oneIn(12))
            return;
        ++m_depth;
        switch (m_dice.below(6)) {
        case 0:
        case 1:
            ledger->call(m_dice, world.now());
            break;
        case 2:
            abortOne();
            break;
        case 3:
            client->disconnectFromServer(m_dice.oneIn(2));
            break;
        case 4:
            client->connectToServer();
            break;
        case 5:
            changeConfig();
            break;
        }
        ++m_skipped;
        --m_depth;
    }

    void changeConfig()
    {
        config.callTimeout = std::chrono::milliseconds(m_dice.of({0, 200, 2000, 10000}));
        config.queueLimit = m_dice.of({0, 5, 20, 100});
        config.throttle.enabled = !m_dice.oneIn(3);
        config.throttle.requestsPerSecond = m_dice.of({0.5, 50.0, 1000.0, 1000.0});
        config.heartbeatInterval = std::chrono::milliseconds(m_dice.of({0, 0, 500, 30000}));
        config.reconnect.maxAttempts = m_dice.of({0, 1, 3, -1, -1});
        config.reconnect.retryFirst = m_dice.oneIn(2);
        client->setConfig(config);
        m_longest = std::max<qint64>(m_longest, config.callTimeout.count());
        // What waits already stays when the limit shrinks.
        m_bound = std::max(config.queueLimit, queued());
    }

    int queued() const
    {
        const Statistics now = client->statistics();
        return now.queuedInteractive + now.queuedBackground;
    }

    void check()
    {
        noteFrames();
        const Statistics now = client->statistics();
        const int waiting = now.queuedInteractive + now.queuedBackground;
        // Refused requests that shall be repeated come back to the queue even when it is full.
        must(waiting <= m_bound + static_cast<int>(now.retries - m_retriesSeen), "the queue has no bound");
        if (waiting <= config.queueLimit) {
            m_bound = config.queueLimit;
            m_retriesSeen = now.retries;
        }
        must(now.requestsSent == m_frames, "requestsSent");
        must(now.bytesSent == m_bytes, "bytesSent");
        must(now.repliesReceived == m_replies, "repliesReceived");
        must(now.notificationsReceived == m_published, "notificationsReceived");
        must(now.bytesReceived == m_received, "bytesReceived");
        must(now.connections == m_opened, "connections");
        must(now.protocolWarnings == m_warnings, "protocolWarnings");
        must(now.timeouts == ledger->byDeadline, "timeouts");
        // Each reply that came ended a call, was to be repeated, came late or was warned of.
        const quint64 known =
            ledger->byAnswer + now.retries + now.lateReplies + (now.protocolWarnings - m_malformed);
        must(m_subscription ? known <= m_replies && m_replies - known <= m_probes : known == m_replies,
             "a reply came to nothing");
        const int inside = now.inFlight + waiting;
        must(m_subscription ? inside >= ledger->unfinished() : inside == ledger->unfinished(),
             "a call is neither waiting nor under way nor ended");
        if (!m_subscription)
            must(m_notified == m_published, "a notification was lost or told twice");
        for (size_t i = m_firstCall; i < ledger->calls.size(); ++i) {
            const Call &call = ledger->calls[i];
            const bool over = call.ends > 0 || call.deleted;
            must(over || call.timeout == 0 || world.now() < call.calledAt + call.timeout,
                 "outlived its deadline");
            if (over && i == m_firstCall)
                ++m_firstCall;
        }
        const auto alive =
            std::count_if(world.wires.cbegin() + static_cast<qsizetype>(m_firstWire), world.wires.cend(),
                          [](const auto &wire) { return !wire->isDisposed(); });
        must(alive <= (m_subscription ? 3 : 1), "too many links at once");
        must(client->state() != ConnectionState::Disconnected || alive == 0, "a link without a connection");
        while (m_firstWire < world.wires.size() && world.wires[m_firstWire]->isDisposed())
            ++m_firstWire;
    }

    Dice m_dice;
    bool m_subscription;
    std::vector<Sent> m_sent;
    std::vector<qsizetype> m_read;
    std::vector<Answer> m_waiting;
    QSet<size_t> m_open;
    QSet<qint64> m_ids;
    size_t m_firstWire = 0; ///< all before it are gone, and what was sent on them is read
    size_t m_firstCall = 0; ///< all before it are over
    qint64 m_longest = 10000;
    int m_bound = 0;
    int m_depth = 0;
    int m_skipped = 0; ///< times that a slot did something
    bool m_up = false;
    quint64 m_retriesSeen = 0;
    quint64 m_frames = 0;
    quint64 m_bytes = 0;
    quint64 m_probes = 0;
    quint64 m_replies = 0;
    quint64 m_malformed = 0;
    quint64 m_published = 0;
    quint64 m_received = 0;
    quint64 m_opened = 0;
    quint64 m_warnings = 0;
    quint64 m_notified = 0;
};

} // namespace

void tst_RandomWalk::overFakeLinks()
{
    QFETCH(QByteArray, kind);
    QFETCH(quint32, seed);
    seed = chosenSeed(seed);
    qInfo("seed %u", seed);
    const int count = steps(20000);
    FakeWalk walk(seed, kind == "subscription");
    for (int i = 0; i < count && !walk.failed(); ++i) {
        walk.step();
        if (walk.failed())
            qInfo("step %d", i);
    }
    if (!walk.failed())
        walk.finish();
    QVERIFY2(!walk.failed(), qPrintable(QStringLiteral("HPKV_SEED=%1:\n%2").arg(seed).arg(walk.report())));
    // The walk went somewhere.
    qInfo("%zu calls, %llu answered, %llu ended by their deadline", walk.ledger->calls.size(),
          walk.ledger->byAnswer, walk.ledger->byDeadline);
    QVERIFY(count < 20000 || (walk.ledger->byAnswer > 500 && walk.ledger->byDeadline > 50));
}

#ifdef HPKV_WITH_EMULATOR

void tst_RandomWalk::overSockets()
{
    using namespace hpkv::emulator;
    QFETCH(QByteArray, kind);
    QFETCH(quint32, seed);
    seed = chosenSeed(seed);
    qInfo("seed %u", seed);
    Dice dice(seed);
    Server server(Live::options());
    server.start();
    ConnectionConfig config = Live::config(server);
    config.callTimeout = 300ms;
    config.connectTimeout = 200ms;
    config.heartbeatInterval = 50ms;
    config.heartbeatTimeout = 100ms;
    config.reconnect.maxAttempts = -1;
    config.reconnect.maxDelay = 40ms;
    config.reconnect.retryFirst = true;
    std::unique_ptr<Client> client;
    if (kind == "subscription") {
        const QString token = QString::fromStdString(server.createToken("secret-key", {"*"}, "."));
        client = std::make_unique<SubscriptionClient>(config, token);
    } else {
        client = std::make_unique<ApiClient>(config, QStringLiteral("secret-key"));
    }
    Ledger ledger(client.get());
    ledger.seesFrames = false;
    quint64 replyWarnings = 0;
    quint64 malformed = 0;
    // The emulator's stray frames; all others are replies that cannot be routed.
    connect(client.get(), &Client::protocolWarning, client.get(), [&](const QString &text) {
        ++(text.contains(QStringLiteral("a frame")) ? malformed : replyWarnings);
    });
    quint64 opened = 0;
    connect(client.get(), &Client::connected, client.get(), [&] { ++opened; });

    const auto fault = [&] {
        const FaultApply some{std::nullopt, 0.5, std::nullopt};
        Faults faults;
        switch (dice.below(14)) {
        case 0:
            faults.delay = DelayFault{std::chrono::milliseconds(dice.of({1, 30, 400})), some};
            break;
        case 1:
            faults.drop = some;
            break;
        case 2:
            faults.duplicate = some;
            break;
        case 3:
            faults.reorder = some;
            break;
        case 4:
            faults.code = CodeFault{dice.of({429, 429, 500}), some};
            break;
        case 5:
            faults.upgrade = UpgradeFault{std::chrono::milliseconds(dice.of({10, 300})), {}, {}};
            break;
        case 6:
            faults.upgrade = UpgradeFault{{}, 503, std::chrono::milliseconds(50)};
            break;
        case 7:
            faults.silent = TimedFault{std::chrono::milliseconds(120)};
            break;
        case 8:
            faults.refuse = TimedFault{std::chrono::milliseconds(60)};
            break;
        case 9:
            server.cutAll();
            return;
        case 10:
            server.closeAll(dice.of({1000, 1001, 1011, 3001}));
            return;
        case 11:
            server.sendStray(dice.of({StrayFrame::Text, StrayFrame::Number, StrayFrame::Null,
                                      StrayFrame::NoId, StrayFrame::Binary}));
            return;
        default:
            break; // the faults are over
        }
        server.setFaults(faults);
    };

    int left = steps(400);
    QTimer tick;
    connect(&tick, &QTimer::timeout, client.get(), [&] {
        if (left-- <= 0) {
            tick.stop();
            return;
        }
        switch (dice.below(12)) {
        case 0:
            fault();
            break;
        case 1:
            client->connectToServer();
            break;
        case 2:
            if (dice.oneIn(6))
                client->disconnectFromServer(dice.oneIn(2));
            break;
        case 3:
            if (!ledger.calls.empty())
                ledger.remove(ledger.calls[static_cast<size_t>(dice.below(int(ledger.calls.size())))]);
            break;
        case 4:
            if (!ledger.calls.empty()) {
                if (Reply *const reply = ledger.calls.back().reply)
                    reply->abort();
            }
            break;
        case 5:
            if (kind == "subscription")
                static_cast<SubscriptionClient *>(client.get())->renew();
            break;
        default:
            for (int i = dice.below(4); i >= 0; --i)
                ledger.call(dice, 0);
        }
    });
    client->connectToServer();
    tick.start(1);
    QTRY_VERIFY_WITH_TIMEOUT(!tick.isActive(), 6 * Live::patience);

    // Quiet again: it works, or can be made to.
    server.clearFaults();
    client->connectToServer();
    bool works = false;
    QTimer again;
    connect(&again, &QTimer::timeout, client.get(), [&] {
        if (client->state() == ConnectionState::Disconnected)
            client->connectToServer();
        if (!client->isConnected())
            return;
        WriteReply *const reply = client->set("after", "x");
        connect(reply, &Reply::finished, client.get(),
                [&works, reply] { works = works || reply->succeeded(); });
    });
    again.start(20);
    QTRY_VERIFY_WITH_TIMEOUT(works, Live::patience);
    again.stop();
    client->disconnectFromServer();
    QTRY_COMPARE_WITH_TIMEOUT(client->state(), ConnectionState::Disconnected, Live::patience);
    const Statistics now = client->statistics();
    QCOMPARE(now.inFlight, 0);
    QCOMPARE(now.queuedInteractive + now.queuedBackground, 0);
    QCOMPARE(now.protocolWarnings, malformed + replyWarnings);
    if (kind == "api")
        QCOMPARE(now.connections, opened);
    client.reset();
    for (const Call &call : ledger.calls)
        QCOMPARE(call.ends + (call.deleted ? 1 : 0), 1);
    QVERIFY2(
        ledger.complaints.isEmpty(),
        qPrintable(
            QStringLiteral("HPKV_SEED=%1:\n%2").arg(seed).arg(ledger.complaints.join(QLatin1Char('\n')))));
}

#endif

QTEST_GUILESS_MAIN(tst_RandomWalk)
#include "tst_randomwalk.moc"
