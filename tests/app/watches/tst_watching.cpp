// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../session/sessionfixture.h"
#include "failonwarning.h"

#include "session/watchpattern.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Studio;
using namespace std::chrono_literals;

/// What a session hears of a real server when patterns of every kind are watched.
class TestWatching : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void hearsEachKind_data();
    void hearsEachKind();
    void overlappingPatternsTellOnce();
    void changesMakeOneTokenAndLoseNothing();
    void changesOfTheLineAreGatheredForASecond();
    void keepsTheOthersWhenOneIsRefused_data();
    void keepsTheOthersWhenOneIsRefused();
    void refusedOneIsTriedAgainWhenItIsWantedAnew();

private:
    /// Compiles here, in 16-bit units, and is larger than what the server's 8-bit ones can hold.
    static WatchPattern tooLarge(int i)
    {
        return WatchPattern::fromText("/^" + QByteArray::number(i)
                                      + "(?:" + QByteArray("\xE2\x82\xAC").repeated(100) + "){200}/");
    }

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestWatching::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
}

void TestWatching::hearsEachKind_data()
{
    using Keys = QList<QByteArray>;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<Keys>("heard");
    QTest::addColumn<Keys>("others");
    const auto row = [](const char *name, const char *text, const Keys &heard, const Keys &others,
                        bool isKey = false) {
        QTest::newRow(name) << QByteArray(text) << isKey << heard << others;
    };
    row("key", "a:1", {"a:1"}, {"a:10", "a:", "xa:1"});
    row("prefix", "a:*", {"a:", "a:1", "a:b/c:d"}, {"a", "ba:1", "b"});
    row("suffix", "*:temp", {"x:temp", ":temp", "a:b:temp"}, {"x:temps", "temp"});
    row("wildcard", "a:*:t*", {"a:1:t", "a:x:y:temp"}, {"a:t", "ba:1:t"});
    row("expression", "/^a:[0-9]+$/", {"a:1", "a:42"}, {"a:x", "a:1x", "ba:1"});
    row("expression that is searched for", "/b.d/", {"abcde", "bxd"}, {"bd"});
    // On the wire these hear more than they say.
    row("key with a star", "a*z", {"a*z"}, {"abz", "az"}, true);
    row("key between slashes", "/a+/", {"/a+/"}, {"/a+/b", "aa"}, true);
    row("prefix with a star", "a*:*", {"a*:1"}, {"ab:1"}, false);
}

void TestWatching::hearsEachKind()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isKey);
    QFETCH(QList<QByteArray>, heard);
    QFETCH(QList<QByteArray>, others);
    WatchPattern pattern = isKey ? WatchPattern::key(text) : WatchPattern::fromText(text);
    if (text == "a*:*")
        pattern = WatchPattern::prefix("a*:");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    // The last write is heard for certain: what was not heard before it never will be.
    session->setWatchedPatterns(&view, {pattern, WatchPattern::key("the last")});
    QTRY_VERIFY(session->status().watching);
    for (const QByteArray &key : others + heard)
        m_fixture->put(key, "v");
    m_fixture->put("the last", "v");
    QTRY_VERIFY(session->mirror().isKnown("the last"));
    QList<QByteArray> expected = heard + QList<QByteArray>{"the last"};
    std::sort(expected.begin(), expected.end());
    QCOMPARE(SessionFixture::knownKeys(*session), expected);
    QCOMPARE(session->feed().ledger().received, quint64(expected.size()));
}

void TestWatching::overlappingPatternsTellOnce()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setWatchedPatterns(&view, {WatchPattern::key("a:1"), WatchPattern::prefix("a:"),
                                        WatchPattern::fromText("*1"), WatchPattern::fromText("a*1"),
                                        WatchPattern::fromText("/a/"), WatchPattern::key("end")});
    QTRY_VERIFY(session->status().watching);
    for (int i = 0; i < 5; ++i)
        m_fixture->put("a:1", QByteArray::number(i));
    m_fixture->put("end", "v");
    QTRY_VERIFY(session->mirror().isKnown("end"));
    QCOMPARE(session->feed().ledger().received, quint64(6));
}

/// A writer never pauses while patterns come and go.
void TestWatching::changesMakeOneTokenAndLoseNothing()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    const WatchPattern always = WatchPattern::prefix("a:");
    session->setWatchedPatterns(&view, {always});
    QTRY_COMPARE(session->status().watchedPatterns, QList<QByteArray>{"a:*"});
    quint64 tokens = m_fixture->server->counters().tokens;
    int writes = 0;
    const auto change = [&](const WatchPatterns &patterns, const QList<QByteArray> &wire) {
        session->setWatchedPatterns(&view, patterns);
        QTRY_COMPARE_WITH_TIMEOUT(
            [&] {
                m_fixture->put("a:1", QByteArray::number(writes++));
                return session->status().watchedPatterns;
            }(),
            wire, 20'000);
        QCOMPARE(m_fixture->server->counters().tokens, ++tokens);
    };
    const WatchPattern suffix = WatchPattern::fromText("*:temp");
    const WatchPattern expression = WatchPattern::fromText("/^q/");
    change({always, suffix, expression}, {"a:*", "*:temp", "/^q/"});
    change({always, expression}, {"a:*", "/^q/"});
    change({always}, {"a:*"});
    // What was given up is not heard; what stayed was heard each time, once.
    m_fixture->put("x:temp", "v");
    m_fixture->put("q", "v");
    m_fixture->put("a:end", "v");
    QTRY_VERIFY(session->mirror().isKnown("a:end"));
    QVERIFY(!session->mirror().isKnown("x:temp"));
    QVERIFY(!session->mirror().isKnown("q"));
    QCOMPARE(session->feed().ledger().received, quint64(writes + 1));
}

void TestWatching::changesOfTheLineAreGatheredForASecond()
{
    SessionOptions options = SessionFixture::quick();
    options.gatherSubscriptions = SessionOptions().gatherSubscriptions;
    const auto session = m_fixture->makeSession(m_fixture->profile(), QStringLiteral("key"), options);
    QObject view;
    session->setWatchedPatterns(&view, {WatchPattern::key("first")});
    QTRY_COMPARE(session->status().watchedPatterns, QList<QByteArray>{"first"});
    const quint64 tokens = m_fixture->server->counters().tokens;
    QElapsedTimer clock;
    clock.start();
    WatchPatterns patterns{WatchPattern::key("first")};
    for (const char *text : {"a:*", "*:b", "c*d", "/^e/"}) {
        patterns.append(WatchPattern::fromText(text));
        session->setWatchedPatterns(&view, patterns);
    }
    patterns.removeFirst();
    session->setWatchedPatterns(&view, patterns);
    QTRY_COMPARE(session->status().watchedPatterns, (QList<QByteArray>{"a:*", "*:b", "/^e/", "c*d"}));
    QVERIFY(clock.elapsed() >= 1000);
    QCOMPARE(m_fixture->server->counters().tokens, tokens + 1);
}

void TestWatching::keepsTheOthersWhenOneIsRefused_data()
{
    QTest::addColumn<bool>("isAdded");
    QTest::addColumn<int>("others");
    QTest::addColumn<int>("refused");
    QTest::newRow("from the beginning") << false << 1 << 1;
    QTest::newRow("added later") << true << 1 << 1;
    QTest::newRow("among many") << false << 40 << 1;
    QTest::newRow("several among many") << false << 20 << 3;
    QTest::newRow("several added later") << true << 5 << 2;
}

/// The server refuses a token as a whole, with an expression that it cannot compile.
void TestWatching::keepsTheOthersWhenOneIsRefused()
{
    QFETCH(bool, isAdded);
    QFETCH(int, others);
    QFETCH(int, refused);
    WatchPatterns good;
    for (int i = 0; i < others; ++i)
        good.append(WatchPattern::fromText("/^good" + QByteArray::number(i) + "$/"));
    WatchPatterns bad;
    for (int i = 0; i < refused; ++i) {
        bad.append(tooLarge(i));
        QCOMPARE(bad.constLast().error(), QString()); // it is the server that does not take it
    }
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    if (isAdded) {
        session->setWatchedPatterns(&view, good);
        QTRY_COMPARE(session->status().watchedPatterns.size(), others);
    }
    WatchPatterns all = good;
    for (int i = 0; i < refused; ++i)
        all.insert(i * 3 % (others + i), bad.at(i));
    session->setWatchedPatterns(&view, all);
    QTRY_COMPARE(session->refusedPatterns().size(), refused);
    QTRY_COMPARE(session->status().watchedPatterns.size(), others);
    for (const RefusedPattern &each : session->refusedPatterns()) {
        QVERIFY(bad.contains(each.pattern));
        QVERIFY2(!each.reason.isEmpty(), "the server's own words");
    }
    m_fixture->put("good0", "v");
    QTRY_VERIFY(session->mirror().isKnown("good0"));
}

void TestWatching::refusedOneIsTriedAgainWhenItIsWantedAnew()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    const WatchPattern good = WatchPattern::prefix("a:");
    session->setWatchedPatterns(&view, {good, tooLarge(0)});
    QTRY_COMPARE(session->refusedPatterns().size(), 1);
    QTRY_COMPARE(session->status().watchedPatterns, QList<QByteArray>{"a:*"});
    session->setWatchedPatterns(&view, {good});
    QTRY_COMPARE(session->refusedPatterns().size(), 0);
    const quint64 tokens = m_fixture->server->counters().tokens;
    // Only one that is refused: the line that hears goes on with what it has.
    session->setWatchedPatterns(&view, {good, tooLarge(1)});
    QTRY_COMPARE(session->refusedPatterns().size(), 1);
    QCOMPARE(session->refusedPatterns().constFirst().pattern, tooLarge(1));
    QTRY_COMPARE(session->status().watchedPatterns, QList<QByteArray>{"a:*"});
    QVERIFY(m_fixture->server->counters().tokens > tokens);
    m_fixture->put("a:1", "v");
    QTRY_VERIFY(session->mirror().isKnown("a:1"));
}

QTEST_GUILESS_MAIN(TestWatching)
#include "tst_watching.moc"
