// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "arguments.h"
#include "report.h"
#include "subcommands.h"

#include "history/history.h"
#include "live/livefeed.h"
#include "mirror/keyspacemirror.h"
#include "session/session.h"
#include "session/writeoperation.h"

#include <hpkv/emulator/server.h>
#include <hpkvqt/apiclient.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

namespace hpkv::bench
{

namespace
{

using namespace Studio;
using namespace std::chrono_literals;

constexpr int keys = 2000;
constexpr int feedBound = 5000; // entries of the live feed, so that its memory is at the bound early
constexpr int cutEveryMs = 20'000;
constexpr int quietMs =
    400; // without writes that count before a cut: what the server had sent has arrived then
constexpr int stormEveryMs = 7000;
constexpr auto tokenLifetime = 60s;
constexpr auto shortTokenLifetime = 20s; // so that a run of a minute sees renewals, too
constexpr double mostGrowthMb = 48; // of the process between the first third and the end

/// A write of the store or of the session, known by its text.
struct Write {
    bool counts = false; ///< made while the line was up
    bool isDone = true; ///< an own one that was confirmed
    bool isMade = false; ///< its number may stand for a write of another kind
    qint8 rows = 0; ///< of the history
    int atMs = 0; ///< when it was made
};

/// Something that a missing write may have to do with.
struct SoakEvent {
    int atMs = 0;
    const char *what = "";
};

double residentMb()
{
    ::malloc_trim(0);
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

int openHandles()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                                .size());
}

/// Sleeps until there is something to do, or for so long.
void pass(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void until(const char *what, int mostMs, const std::function<bool()> &isDone)
{
    QElapsedTimer clock;
    clock.start();
    while (!isDone()) {
        if (clock.elapsed() > mostMs)
            throw std::runtime_error(std::string("waited in vain: ") + what);
        pass(5);
    }
}

QByteArray keyOf(int i)
{
    return "soak:" + QByteArray::number(i).rightJustified(5, '0');
}

/// A store that others and the session write to, while everything goes wrong that can.
class Soak
{
public:
    Soak(emulator::Server &server, const QString &historyFile)
        : m_server(server)
    {
        m_clock.start();
        Profile profile;
        profile.id = QStringLiteral("soak");
        profile.name = profile.id;
        profile.baseUrl = QUrl(QString::fromStdString(server.wsUrl()));
        profile.requestsPerSecond = 0;
        profile.proxyMode = ProxyMode::None;
        profile.safety = SafetyLevel::Free;
        SessionOptions options;
        options.historyFile = historyFile;
        options.historyLimits.bytes = 1024ll * 1024 * 1024;
        options.gatherSubscriptions = 50ms;
        options.reconnectDelay = 100ms;
        options.valueBudget = 8ll * 1024 * 1024;
        m_session = std::make_unique<Session>(profile, QStringLiteral("soak"), options);
        m_session->feed().setCapacity(feedBound);
        QObject::connect(&m_session->feed(), &LiveFeed::appended, &m_context, [this](quint64 first) {
            for (quint64 number = first; number < m_session->feed().nextNumber(); ++number) {
                const SharedLiveEntry entry = m_session->feed().entry(number);
                if (entry && entry->isBreak())
                    lineIs(entry->kind == LiveKind::LineUp);
            }
        });
        m_session->setWatchedPrefixes(&m_context, {"soak:"});
        m_session->open();
        Hpkv::ConnectionConfig config;
        config.baseUrl = QString::fromStdString(server.wsUrl());
        m_other = std::make_unique<Hpkv::ApiClient>(config, QStringLiteral("soak"));
        m_other->connectToServer();
    }

    void run(int minutes);
    void verify();
    bool judge();
    void close();

private:
    void lineIs(bool up)
    {
        happened(up ? "line up" : "line down");
        m_breaks += up ? 0 : 1;
        m_isUp = up;
    }
    /// Whether what is written now has to be in the history.
    bool counts() const { return m_isUp && !m_isQuiet; }
    int now() const { return static_cast<int>(m_clock.elapsed()); }
    void happened(const char *what) { m_events.push_back({now(), what}); }
    /// A write with a text of its own, and that text.
    QByteArray add(const Write &write);
    /// The write that has this text.
    Write *writeOf(const QByteArray &text);
    void tellOfMissing(size_t number) const;
    void writeForeign();
    void writeOwn();
    void patchForeign();
    int wrongKeys() const;
    void countRows();

    emulator::Server &m_server;
    QObject m_context;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Hpkv::ApiClient> m_other;
    std::vector<Write> m_writes; ///< by their numbers
    std::vector<SoakEvent> m_events;
    QElapsedTimer m_clock; ///< since the beginning
    bool m_isUp = false;
    bool m_isQuiet = false;
    int m_breaks = 0;
    int m_number = 0;
    int m_turn = 0;
    int m_own = 0; ///< under way
    quint64 m_tokens = 0; ///< that the server has made
    double m_warmMb = 0;
    double m_endMb = 0;
    int m_wrongBefore = 0;
    int m_wrongAfter = 0;
    quint64 m_lost = 0;
};

QByteArray Soak::add(const Write &write)
{
    ++m_number;
    m_writes.resize(static_cast<size_t>(m_number) + 1);
    m_writes.back() = write;
    m_writes.back().isMade = true;
    m_writes.back().atMs = now();
    return "write " + QByteArray::number(m_number);
}

Write *Soak::writeOf(const QByteArray &text)
{
    const QByteArray begin = "write ";
    const auto number = text.startsWith(begin) ? text.sliced(begin.size()).toULongLong() : 0;
    return number > 0 && number < m_writes.size() ? &m_writes[number] : nullptr;
}

void Soak::tellOfMissing(size_t number) const
{
    const int at = m_writes[number].atMs;
    const auto behind =
        std::ranges::find_if(m_events, [at](const SoakEvent &event) { return event.atMs > at; });
    std::printf("missing: write %zu at %d ms", number, at);
    for (auto event = behind - std::min<std::ptrdiff_t>(4, behind - m_events.begin());
         event != m_events.end() && event < behind + 3; ++event)
        std::printf(", %s at %d", event->what, event->atMs);
    std::printf("\n");
}

void Soak::writeForeign()
{
    // Uneven, so that some keys change often and some hardly ever.
    const auto turn = static_cast<quint64>(m_turn);
    const QByteArray key = keyOf(static_cast<int>((turn * turn) % keys));
    ++m_turn;
    if (m_turn % 37 == 0) {
        m_server.erase(std::string_view(key.constData(), static_cast<size_t>(key.size())));
        return;
    }
    const QByteArray value = add({.counts = counts()});
    m_server.put(std::string_view(key.constData(), static_cast<size_t>(key.size())),
                 std::string_view(value.constData(), static_cast<size_t>(value.size())));
}

/// Partial updates: what is notified is not what is there then.
void Soak::patchForeign()
{
    if (!m_other->isConnected())
        return;
    const QByteArray key = keyOf(keys + m_turn % 50);
    const QByteArray number = QByteArray::number(++m_number);
    if (m_number % 5 == 0)
        m_other->set(key, R"({"first":)" + number + R"(,"second":0,"third":[1,2,3]})");
    else
        m_other->patch(key, R"({"second":)" + number + '}');
}

void Soak::writeOwn()
{
    if (m_own > 20)
        return;
    WriteRequest request;
    request.key = keyOf(keys + 100 + m_turn % 100);
    request.value = add({.isDone = false});
    request.keepBefore = m_turn % 2 == 0;
    const auto number = static_cast<size_t>(m_number);
    const bool before = counts();
    const int breaks = m_breaks;
    ++m_own;
    WriteOperation *write = m_session->write(request);
    QObject::connect(write, &WriteOperation::finished, &m_context, [this, write, number, before, breaks] {
        --m_own;
        Write &made = m_writes[number];
        made.isDone = write->state() == WriteOperation::State::Confirmed;
        made.counts = before && counts() && breaks == m_breaks && made.isDone;
    });
}

void Soak::run(int minutes)
{
    until("the line is up", 20'000, [this] { return m_session->status().watching; });
    m_isUp = true;
    for (int i = 0; i < keys; ++i) {
        const QByteArray key = keyOf(i);
        m_server.put(key.toStdString(), "at the beginning");
    }
    bool isLoaded = false;
    QObject::connect(m_session.get(), &Session::branchLoaded, &m_context, [&isLoaded] { isLoaded = true; });
    m_session->loadBranch("soak:");
    until("the branch is loaded", 60'000, [&isLoaded] { return isLoaded; });

    QElapsedTimer clock;
    clock.start();
    const qint64 end = static_cast<qint64>(minutes) * 60'000;
    qint64 nextCut = cutEveryMs;
    qint64 nextStorm = stormEveryMs;
    qint64 nextWrite = 0;
    while (clock.elapsed() < end) {
        pass(5);
        const qint64 now = clock.elapsed();
        if (now >= nextWrite) {
            nextWrite = now + 10;
            for (int i = 0; i < 3; ++i)
                writeForeign();
            if (m_turn % 2 == 0)
                patchForeign();
            if (m_turn % 4 == 0)
                writeOwn();
        }
        if (!m_isQuiet && now >= nextCut - quietMs)
            m_isQuiet = true;
        if (now >= nextCut) {
            nextCut += cutEveryMs;
            happened("cut");
            m_server.cutAll();
            const int breaks = m_breaks;
            // Writes go on meanwhile; they need not be heard.
            until("the break is noticed", 20'000, [&] { return m_breaks > breaks; });
            m_isQuiet = false;
        }
        if (now >= nextStorm) {
            nextStorm += stormEveryMs;
            happened("storm");
            emulator::Faults faults;
            faults.code = emulator::CodeFault{429, {.next = 30, .share = {}, .op = {}}};
            m_server.setFaults(faults);
        }
        if (const auto tokens = m_server.counters().tokens; tokens != m_tokens) {
            m_tokens = tokens;
            happened("token");
        }
        if (m_warmMb == 0 && now >= end / 3)
            m_warmMb = residentMb();
    }
    m_server.clearFaults();
    until("the line is up at the end", 60'000, [this] { return m_isUp; });
    until("own writes have ended", 30'000, [this] { return m_own == 0; });
    m_endMb = residentMb();
}

/// Keys of which the mirror says something else than the store holds.
int Soak::wrongKeys() const
{
    int wrong = 0;
    const std::vector<emulator::Record> records = m_server.records();
    qint64 there = 0;
    for (const emulator::Record &record : records) {
        const QByteArray key = QByteArray::fromStdString(record.key);
        ++there;
        const std::optional<Entry> entry = m_session->mirror().find(key);
        // A value that is not held is not wrong, only not there.
        if (!entry || (entry->hasValue && entry->value != QByteArray::fromStdString(record.value)))
            ++wrong;
    }
    return wrong + static_cast<int>(std::abs(m_session->mirror().knownCount() - there));
}

void Soak::verify()
{
    // What is on its way arrives first.
    QElapsedTimer clock;
    clock.start();
    until("a moment", 3000, [&clock] { return clock.elapsed() > 1500; });
    m_wrongBefore = wrongKeys();
    QList<QByteArray> known;
    KeyspaceMirror &mirror = m_session->mirror();
    for (auto at = mirror.lowerBound(""); !mirror.isEnd(at); mirror.advance(at))
        known.append(mirror.keyAt(at).toByteArray());
    m_session->readAgain(known);
    clock.restart();
    until("everything is read again", 70'000, [&] { return wrongKeys() == 0 || clock.elapsed() > 60'000; });
    m_wrongAfter = wrongKeys();
}

void Soak::countRows()
{
    HistoryQuery query;
    query.newestFirst = false;
    query.limit = 5000;
    for (bool more = true; more;) {
        bool isHere = false;
        m_session->history().reader().page(query, &m_context, [&](const HistoryPage &page) {
            for (const HistoryEntry &entry : page.entries) {
                if (!isChange(entry.kind) || !entry.value)
                    continue;
                if (Write *write = writeOf(*entry.value); write && write->rows < 100)
                    ++write->rows;
            }
            query.behind = page.next;
            more = page.next > 0;
            isHere = true;
        });
        until("a page of the history", 60'000, [&isHere] { return isHere; });
    }
    m_lost = m_session->history().recorder().status().lost;
}

bool Soak::judge()
{
    countRows();
    int counted = 0;
    int missing = 0;
    int twice = 0;
    int made = 0;
    for (size_t number = 0; number < m_writes.size(); ++number) {
        const Write &write = m_writes[number];
        if (write.counts && write.rows == 0)
            tellOfMissing(number);
        made += write.isMade ? 1 : 0;
        counted += write.counts ? 1 : 0;
        missing += write.counts && write.rows == 0 ? 1 : 0;
        twice += write.rows > 1 ? 1 : 0;
    }
    const double growth = m_endMb - m_warmMb;
    report("writes", made, "");
    report("writes_while_connected", counted, "");
    report("line_breaks", m_breaks, "");
    report("tokens", static_cast<double>(m_server.counters().tokens), "");
    report("missing_in_history", missing, "");
    report("twice_in_history", twice, "");
    report("lost_by_history", static_cast<double>(m_lost), "");
    report("wrong_before_verification", m_wrongBefore, "");
    report("wrong_after_verification", m_wrongAfter, "");
    report("rss_warm_mb", m_warmMb, "MB");
    report("rss_end_mb", m_endMb, "MB");
    return counted > 0 && m_breaks > 0 && missing == 0 && twice == 0 && m_lost == 0 && m_wrongAfter == 0
        && growth <= mostGrowthMb;
}

void Soak::close()
{
    m_other.reset();
    m_session.reset();
    until("the connections are closed", 20'000, [this] { return m_server.connectionCount() == 0; });
}

} // namespace

int benchSoak(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {"minutes"});
    const int minutes = arguments.number("minutes", 30, 1, 24 * 60);
    QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    emulator::Options options;
    options.apiKeys = {"soak"};
    options.tokenLifetime = minutes < 3 ? shortTokenLifetime : tokenLifetime;
    emulator::Server server(options);
    server.start();
    // What the first connection of a process opens for good is no leak.
    {
        Soak warmUp(server, folder.filePath(QStringLiteral("warm.history")));
        warmUp.close();
    }
    const int handles = openHandles();
    bool good = false;
    {
        Soak soak(server, folder.filePath(QStringLiteral("soak.history")));
        soak.run(minutes);
        soak.verify();
        good = soak.judge();
        soak.close();
    }
    // The server lets go of a connection a moment after it is closed.
    try {
        until("handles", 10'000, [handles] { return openHandles() <= handles; });
    } catch (const std::exception &) {
        good = false;
    }
    report("handles_left", openHandles() - handles, "");
    if (!good)
        std::fprintf(stderr, "hpkvqt-bench soak: an invariant is broken\n");
    return good ? 0 : 1;
}

} // namespace hpkv::bench
