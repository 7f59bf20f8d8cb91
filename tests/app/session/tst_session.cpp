// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "session/intervalscan.h"
#include "sessionfixture.h"

#include "session/journal.h"

using namespace Studio;
using namespace std::chrono_literals;

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void opensAndCloses();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void waitsForAServerThatComesLater();
    void readsAKey();
    void endsReadsWithTheSession();
    void listsTheRoot_data();
    void listsTheRoot();
    void listsACompleteLevelAtOnce();
    void loadsABranch();
    void readsAnInterval();
    void readsAnIntervalOverACut();
    void endsAnIntervalWithTheSession();
    void readsAgain();
    void cancelsALevel();
    void hearsWhatIsVisible();
    void readsWhatIsOpenAgain();
    void watchesMoreWithoutABreak();
    void comesBackAfterACut();
    void catchesUpAfterTheServerWasAway();
    void goesOnListingAfterACut();
    void tokenProfileReadsItsPrefixes();
    void tokenProfileIsToldWhenTheTokenEnds();
    void survivesARateLimit();
    void watchesAgainAfterClosing();
    void viewsLetGo();
    void twoSessionsAtOnce();

private:
    std::unique_ptr<SessionFixture> m_fixture;
};

void TestSession::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
}

void TestSession::opensAndCloses()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QCOMPARE(session->status().line, LineState::Closed);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QVERIFY(!session->status().lastError.isError());
    QCOMPARE(session->status().downSince, 0);
    session->close();
    QTRY_COMPARE(session->status().line, LineState::Closed);
    QTRY_COMPARE(m_fixture->server->connectionCount(), size_t(0));
    session->open();
    QTRY_COMPARE(session->status().line, LineState::Connected);
}

void TestSession::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<Hpkv::ErrorKind>("kind");
    QTest::addColumn<LineState>("line");
    QTest::newRow("bad key") << QString() << u"wrong"_qs << Hpkv::ErrorKind::Authentication
                             << LineState::Failed;
    QTest::newRow("bad address") << u"/elsewhere"_qs << u"key"_qs << Hpkv::ErrorKind::Configuration
                                 << LineState::Failed;
}

void TestSession::saysWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QString, secret);
    QFETCH(Hpkv::ErrorKind, kind);
    QFETCH(LineState, line);
    Profile profile = m_fixture->profile();
    profile.baseUrl = QUrl(profile.baseUrl.toString() + path);
    Session session(profile, secret, SessionFixture::quick());
    QList<Notice> notices;
    connect(&session, &Session::noticeRaised, this, [&](const Notice &notice) { notices.append(notice); });
    session.open();
    QTRY_COMPARE(session.status().line, line);
    QCOMPARE(session.status().lastError.kind, kind);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.at(0).severity, Severity::Error);
    QCOMPARE(notices.at(0).context, u"session/test"_qs);
    QVERIFY(!notices.at(0).title.isEmpty());
    const QString all = notices.at(0).title + notices.at(0).text + notices.at(0).details;
    QVERIFY(!all.contains(secret == u"wrong" ? secret : u"apiKey="_qs));
    if (!path.isEmpty())
        return;
    // Another key mends it.
    QSignalSpy cleared(&session, &Session::noticeCleared);
    session.setSecret(u"key"_qs);
    QTRY_COMPARE(session.status().line, LineState::Connected);
    QVERIFY(!cleared.isEmpty());
}

void TestSession::waitsForAServerThatComesLater()
{
    m_fixture->server->stop();
    Session session(m_fixture->profile(), u"key"_qs, SessionFixture::quick());
    QSignalSpy raised(&session, &Session::noticeRaised);
    session.open();
    session.listLevel({});
    QTRY_COMPARE(session.status().line, LineState::Reconnecting);
    QTRY_VERIFY(session.status().attempt >= 2);
    QCOMPARE(raised.size(), 1);
    QSignalSpy listed(&session, &Session::levelListed);
    m_fixture->server->start();
    session.reconnectNow();
    QTRY_COMPARE(session.status().line, LineState::Connected);
    QTRY_COMPARE(listed.size(), 1);
}

void TestSession::readsAKey()
{
    const QByteArray odd("odd \"\\ \xc3\xbc\xf0\x9f\x98\x80\x01 key");
    m_fixture->put(odd, "value\n\x02");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    ReadOutcome present;
    present.follow(session->read(odd));
    QCOMPARE(present.finished, 0);
    QTRY_COMPARE(present.finished, 1);
    QCOMPARE(present.value, QByteArray("value\n\x02"));
    // The mirror knows it by then.
    QCOMPARE(SessionFixture::known(*session, odd), QByteArray("value\n\x02"));
    QCOMPARE(session->mirror().info(odd)->state, ValueState::Read);
    ReadOutcome absent;
    absent.follow(session->read("no such key"));
    QTRY_COMPARE(absent.finished, 1);
    QVERIFY(!absent.value);
    QVERIFY(!absent.error.isError());
}

void TestSession::endsReadsWithTheSession()
{
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{};
    m_fixture->server->setFaults(faults);
    auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    ReadOutcome read;
    read.follow(session->read("a"));
    session.reset();
    QCOMPARE(read.finished, 1);
    QCOMPARE(read.error.kind, Hpkv::ErrorKind::Canceled);
}

void TestSession::listsTheRoot_data()
{
    QTest::addColumn<int>("keys");
    QTest::newRow("empty store") << 0;
    QTest::newRow("one key") << 1;
    QTest::newRow("many") << 3000;
}

void TestSession::listsTheRoot()
{
    QFETCH(int, keys);
    for (int i = 0; i < keys; ++i)
        m_fixture->put("key" + QByteArray::number(i), "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QSignalSpy listed(session.get(), &Session::levelListed);
    session->listLevel({});
    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(listed.at(0).at(0).toByteArray(), QByteArray());
    // Everything is in the mirror when the signal comes.
    QCOMPARE(session->mirror().knownCount(), keys);
    QVERIFY(session->mirror().isLevelComplete({}, {":"}));
}

void TestSession::listsACompleteLevelAtOnce()
{
    m_fixture->put("a:1", "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QSignalSpy listed(session.get(), &Session::levelListed);
    session->listLevel({});
    QTRY_COMPARE(listed.size(), 1);
    const auto before = m_fixture->server->counters().requests[5];
    session->listLevel({});
    QCOMPARE(listed.size(), 1);
    QTRY_COMPARE(listed.size(), 2);
    QCOMPARE(m_fixture->server->counters().requests[5], before);
    session->listLevel({}, true);
    QTRY_COMPARE(listed.size(), 3);
    QVERIFY(m_fixture->server->counters().requests[5] > before);
}

void TestSession::loadsABranch()
{
    for (int i = 0; i < 2500; ++i)
        m_fixture->put("b:" + QByteArray::number(i), "v");
    m_fixture->put("c", "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QSignalSpy loaded(session.get(), &Session::branchLoaded);
    QSignalSpy progress(session.get(), &Session::branchProgress);
    session->loadBranch("b:");
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(session->mirror().knownCount(), 2500);
    QVERIFY(session->mirror().branchCoverage("b:").isComplete());
    QCOMPARE(progress.constLast().at(1).toLongLong(), 2500);
}

void TestSession::readsAnInterval()
{
    for (int i = 0; i < 2500; ++i)
        m_fixture->put("k" + QByteArray::number(10'000 + i), "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    IntervalScan *scan = session->readInterval({"k10010", "k19999"}, 2000);
    QPointer<IntervalScan> alive = scan;
    qint64 records = -1;
    qint64 knownAtEnd = -1;
    bool more = false;
    Hpkv::Error error;
    QSignalSpy changed(scan, &IntervalScan::changed);
    QSignalSpy finished(scan, &IntervalScan::finished);
    connect(scan, &IntervalScan::finished, this, [&] {
        records = scan->progress().records;
        more = scan->progress().hasMore;
        error = scan->error();
        knownAtEnd = session->mirror().knownCount();
    });
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!error.isError());
    QCOMPARE(records, 2000);
    QCOMPARE(knownAtEnd, 2000);
    QVERIFY(more);
    QVERIFY(changed.size() >= 3);
    QTRY_VERIFY(!alive);
    QVERIFY(session->mirror().coverage("k10010", "k12009").isComplete());
}

void TestSession::readsAnIntervalOverACut()
{
    for (int i = 0; i < 5000; ++i)
        m_fixture->put("k" + QByteArray::number(10'000 + i), "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    // Slowly enough that a page is certainly under way when the line is cut.
    hpkv::emulator::Faults faults;
    faults.delay = hpkv::emulator::DelayFault{std::chrono::milliseconds(150), {{}, {}, 5}};
    m_fixture->server->setFaults(faults);
    IntervalScan *scan = session->readInterval(KeyInterval::ofPrefix("k"));
    bool cut = false;
    bool waited = false;
    IntervalProgress progress;
    connect(scan, &IntervalScan::changed, this, [&] {
        waited = waited || scan->progress().wait == IntervalProgress::Wait::Line;
        if (scan->progress().records > 0 && !std::exchange(cut, true))
            m_fixture->server->cutAll();
    });
    Hpkv::Error error;
    QList<KeyInterval> missing;
    connect(scan, &IntervalScan::finished, this, [&] {
        error = scan->error();
        missing = scan->missing();
        progress = scan->progress();
    });
    QSignalSpy finished(scan, &IntervalScan::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(!error.isError());
    QVERIFY(missing.isEmpty());
    QVERIFY(cut);
    QVERIFY(waited);
    // No record was left out, and none counted twice.
    QCOMPARE(progress.records, 5000);
    QCOMPARE(progress.reached, QByteArray("k14999"));
    QCOMPARE(session->mirror().knownCount(), 5000);
    QVERIFY(session->mirror().coverage("k10000", "k14999").isComplete());
}

void TestSession::endsAnIntervalWithTheSession()
{
    Hpkv::Error error;
    int finished = 0;
    auto session = m_fixture->makeSession(m_fixture->profile());
    IntervalScan *scan = session->readInterval(KeyInterval::ofPrefix("k"));
    scan->setPaused(true);
    connect(scan, &IntervalScan::finished, this, [&, scan] {
        ++finished;
        error = scan->error();
    });
    session.reset();
    QCOMPARE(finished, 1);
    QCOMPARE(error.kind, Hpkv::ErrorKind::Canceled);
}

void TestSession::readsAgain()
{
    m_fixture->put("a", QByteArray(800, 'a'));
    m_fixture->put("b", QByteArray(800, 'b'));
    SessionOptions options = SessionFixture::quick();
    options.valueBudget = 1000;
    const auto session = m_fixture->makeSession(m_fixture->profile(), QStringLiteral("key"), options);
    QSignalSpy finished(session->readInterval(KeyInterval::ofPrefix({})), &IntervalScan::finished);
    QTRY_COMPARE(finished.size(), 1);
    QTRY_VERIFY(!SessionFixture::known(*session, "a") || !SessionFixture::known(*session, "b"));
    const QByteArray dropped = SessionFixture::known(*session, "a") ? "b" : "a";
    session->readAgain({dropped});
    QTRY_VERIFY(SessionFixture::known(*session, dropped));
}

void TestSession::cancelsALevel()
{
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{};
    m_fixture->server->setFaults(faults);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QSignalSpy failed(session.get(), &Session::levelFailed);
    session->listLevel("x:");
    session->cancelScans();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).toByteArray(), QByteArray("x:"));
    QCOMPARE(failed.at(0).at(1).value<Hpkv::Error>().kind, Hpkv::ErrorKind::Canceled);
}

void TestSession::hearsWhatIsVisible()
{
    m_fixture->put("a:1", "one");
    m_fixture->put("b:1", "one");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setWatchedPrefixes(&view, {"a:"});
    QTRY_VERIFY(session->status().watching);
    QTRY_COMPARE(session->status().watchedPatterns, QList<QByteArray>{"a:*"});
    m_fixture->put("a:1", "two");
    m_fixture->put("a:2", "new");
    m_fixture->put("b:1", "two");
    QTRY_COMPARE(SessionFixture::known(*session, "a:2"), QByteArray("new"));
    QCOMPARE(SessionFixture::known(*session, "a:1"), QByteArray("two"));
    QCOMPARE(session->mirror().info("a:1")->state, ValueState::Presumed);
    QVERIFY(!session->mirror().isKnown("b:1"));
    m_fixture->server->erase("a:2");
    QTRY_VERIFY(!session->mirror().isKnown("a:2"));
    QTRY_COMPARE(session->feed().ledger().received, quint64(3));
    // Listed while it is heard: live.
    QSignalSpy listed(session.get(), &Session::levelListed);
    session->listLevel("a:");
    QTRY_COMPARE(listed.size(), 1);
    QVERIFY(session->mirror().branchCoverage("a:").live);
    session->listLevel("b:");
    QTRY_COMPARE(listed.size(), 2);
    QVERIFY(!session->mirror().branchCoverage("b:").live);
}

void TestSession::readsWhatIsOpenAgain()
{
    m_fixture->put("doc", R"({"a":1})");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setInterest(&view, {}, {"doc"});
    QTRY_COMPARE(session->status().watchedPatterns, QList<QByteArray>{"doc"});
    // Somebody patches it: the notification carries only what was sent.
    SessionFixture &fixture = *m_fixture;
    const auto other = fixture.makeSession(fixture.profile());
    WriteOutcome patch;
    patch.follow(other->write(writeOf(WriteKind::Patch, "doc", R"({"b":2})")));
    QTRY_COMPARE(patch.finished, 1);
    QTRY_COMPARE(SessionFixture::known(*session, "doc"), QByteArray(R"({"a":1,"b":2})"));
    QTRY_COMPARE(session->mirror().info("doc")->state, ValueState::Read);
}

void TestSession::watchesMoreWithoutABreak()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setWatchedPrefixes(&view, {"a:"});
    QTRY_COMPARE(session->status().watchedPatterns, QList<QByteArray>{"a:*"});
    for (int i = 0; i < 20; ++i)
        m_fixture->put("a:1", QByteArray::number(i));
    session->setWatchedPrefixes(&view, {"b:"});
    int writes = 20;
    // Written to all the while, until the new token has taken over.
    QTRY_COMPARE_WITH_TIMEOUT(
        [&] {
            m_fixture->put("a:1", QByteArray::number(writes++));
            return session->status().watchedPatterns;
        }(),
        (QList<QByteArray>{"a:*", "b:*"}), 10'000);
    m_fixture->put("b:1", "v");
    QTRY_VERIFY(session->mirror().isKnown("b:1"));
    QCOMPARE(SessionFixture::known(*session, "a:1"), QByteArray::number(writes - 1));
    // Each once, none lost.
    QTRY_COMPARE(session->feed().ledger().received, quint64(writes + 1));
    QCOMPARE(m_fixture->server->counters().tokens, quint64(2));
}

void TestSession::comesBackAfterACut()
{
    m_fixture->put("a:1", "one");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setWatchedPrefixes(&view, {"a:"});
    session->setInterest(&view, {"a:1"}, {"a:1"});
    QSignalSpy listed(session.get(), &Session::levelListed);
    session->listLevel("a:");
    QTRY_VERIFY(session->status().watching);
    QTRY_VERIFY(!listed.isEmpty());
    QSignalSpy caughtUp(session.get(), &Session::caughtUp);
    QList<LineState> states;
    connect(session.get(), &Session::statusChanged, this, [&] {
        if (states.isEmpty() || states.constLast() != session->status().line)
            states.append(session->status().line);
    });
    m_fixture->server->cutAll();
    QTRY_COMPARE(caughtUp.size(), 1);
    QVERIFY(states.contains(LineState::Reconnecting));
    QCOMPARE(states.constLast(), LineState::Connected);
    QCOMPARE(session->status().downSince, 0);
    m_fixture->put("a:2", "two");
    QTRY_VERIFY(session->mirror().isKnown("a:2"));
}

void TestSession::catchesUpAfterTheServerWasAway()
{
    m_fixture->put("a:1", "one");
    m_fixture->put("a:2", "two");
    m_fixture->put("a:3", "three");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setWatchedPrefixes(&view, {"a:"});
    session->setInterest(&view, {"a:1", "a:2", "a:3"}, {"a:3"});
    QTRY_VERIFY(session->status().watching);
    QSignalSpy listed(session.get(), &Session::levelListed);
    session->listLevel({});
    session->listLevel("a:");
    QTRY_COMPARE(listed.size(), 2);
    QVERIFY(session->mirror().branchCoverage("a:").live);

    QStringList raised;
    QStringList cleared;
    connect(session.get(), &Session::noticeRaised, this,
            [&](const Notice &notice) { raised.append(notice.id); });
    connect(session.get(), &Session::noticeCleared, this, [&](const QString &id) { cleared.append(id); });
    m_fixture->server->stop();
    QTRY_COMPARE(session->status().line, LineState::Reconnecting);
    QVERIFY(session->status().downSince > 0);
    QTRY_VERIFY(session->status().attempt > 0);
    QVERIFY(session->status().lastError.isError());
    QCOMPARE(raised, QStringList{u"line/test"_qs});
    QTRY_VERIFY(session->mirror().branchCoverage("a:").stale);
    QVERIFY(!session->status().watching);

    // While it was away.
    m_fixture->put("a:1", "one more");
    m_fixture->server->erase("a:2");
    m_fixture->put("a:4", "four");
    m_fixture->put("b:1", "new branch");
    m_fixture->put("a:3", "changed");
    QSignalSpy caughtUp(session.get(), &Session::caughtUp);
    m_fixture->server->start();
    session->reconnectNow();
    QTRY_COMPARE(caughtUp.size(), 1);
    QCOMPARE(SessionFixture::known(*session, "a:1"), QByteArray("one more"));
    QCOMPARE(SessionFixture::known(*session, "a:3"), QByteArray("changed"));
    QVERIFY(!session->mirror().isKnown("a:2"));
    QVERIFY(session->mirror().isKnown("a:4"));
    QVERIFY(session->mirror().isKnown("b:1"));
    QVERIFY(session->mirror().branchCoverage("a:").live);
    QVERIFY(cleared.contains(u"line/test"_qs));
    QTRY_VERIFY(session->status().watching);
}

void TestSession::goesOnListingAfterACut()
{
    for (int i = 0; i < 20'000; ++i)
        m_fixture->put("k" + QByteArray::number(100'000 + i), "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QSignalSpy listed(session.get(), &Session::levelListed);
    QSignalSpy failed(session.get(), &Session::levelFailed);
    session->listLevel({});
    QTRY_VERIFY(session->mirror().knownCount() > 0);
    m_fixture->server->cutAll();
    QTRY_COMPARE(listed.size(), 1);
    QCOMPARE(session->mirror().knownCount(), 20'000);
    QVERIFY(failed.isEmpty());
}

void TestSession::tokenProfileReadsItsPrefixes()
{
    m_fixture->put("mine:1", "v");
    m_fixture->put("mine:x:1", "v");
    m_fixture->put("other:1", "v");
    const std::string token = m_fixture->server->createToken("key", {"mine:*"}, "^mine:");
    Profile profile = m_fixture->profile();
    profile.credential = CredentialKind::Token;
    {
        // Without a prefix the root is refused, which is said.
        const auto session = m_fixture->makeSession(profile, QString::fromStdString(token));
        QSignalSpy failed(session.get(), &Session::levelFailed);
        session->listLevel({});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(1).value<Hpkv::Error>().kind, Hpkv::ErrorKind::AccessDenied);
    }
    profile.prefixes = {"mine:", "other:"};
    const auto session = m_fixture->makeSession(profile, QString::fromStdString(token));
    QSignalSpy failed(session.get(), &Session::levelFailed);
    session->listLevel({});
    QTRY_COMPARE(failed.size(), 1);
    // What may be read is there all the same.
    QCOMPARE(SessionFixture::knownKeys(*session), (QList<QByteArray>{"mine:1", "mine:x:1"}));
    QVERIFY(session->status().watching);
    m_fixture->put("mine:2", "heard");
    QTRY_COMPARE(SessionFixture::known(*session, "mine:2"), QByteArray("heard"));
    ReadOutcome read;
    read.follow(session->read("other:1"));
    QTRY_COMPARE(read.finished, 1);
    QCOMPARE(read.error.kind, Hpkv::ErrorKind::AccessDenied);
    WriteOutcome write;
    write.follow(session->write(hasty(writeOf(WriteKind::Replace, "other:1", "x"))));
    QTRY_COMPARE(write.finished, 1);
    QCOMPARE(write.state, WriteOperation::State::Refused);
    QCOMPARE(write.error.kind, Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(write.error.code, 403);
}

void TestSession::tokenProfileIsToldWhenTheTokenEnds()
{
    m_fixture->server->stop();
    m_fixture->options.tokenLifetime = 300ms;
    m_fixture->startServer();
    const std::string token = m_fixture->server->createToken("key", {}, ".*");
    Profile profile = m_fixture->profile();
    profile.credential = CredentialKind::Token;
    const auto session = m_fixture->makeSession(profile, QString::fromStdString(token));
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QTRY_COMPARE(session->status().line, LineState::Failed);
    QCOMPARE(session->status().lastError.kind, Hpkv::ErrorKind::Authentication);
    session->setSecret(QString::fromStdString(m_fixture->server->createToken("key", {}, ".*")));
    QTRY_COMPARE(session->status().line, LineState::Connected);
}

void TestSession::survivesARateLimit()
{
    for (int i = 0; i < 50; ++i)
        m_fixture->put("k" + QByteArray::number(i), "v");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QStringList raised;
    QStringList cleared;
    connect(session.get(), &Session::noticeRaised, this,
            [&](const Notice &notice) { raised.append(notice.id); });
    connect(session.get(), &Session::noticeCleared, this, [&](const QString &id) { cleared.append(id); });
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{429, {.next = 1, .share = {}, .op = {}}};
    m_fixture->server->setFaults(faults);
    QSignalSpy listed(session.get(), &Session::levelListed);
    session->listLevel({});
    QTRY_COMPARE_WITH_TIMEOUT(listed.size(), 1, 20'000);
    QCOMPARE(session->mirror().knownCount(), 50);
    QVERIFY(raised.contains(u"rate/test"_qs));
    QTRY_VERIFY(cleared.contains(u"rate/test"_qs));
}

void TestSession::watchesAgainAfterClosing()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setWatchedPrefixes(&view, {"a:"});
    QTRY_VERIFY(session->status().watching);
    session->close();
    QTRY_COMPARE(session->status().line, LineState::Closed);
    session->open();
    QTRY_VERIFY(session->status().watching);
    m_fixture->put("a:1", "v");
    QTRY_COMPARE(SessionFixture::known(*session, "a:1"), QByteArray("v"));
}

void TestSession::viewsLetGo()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    auto view = std::make_unique<QObject>();
    session->setWatchedPrefixes(view.get(), {"a:"});
    session->setInterest(view.get(), {"a:1"}, {"a:2"});
    QTRY_VERIFY(session->status().watching);
    view.reset();
    // What is heard already stays until the next token; nothing of the view is asked for any more.
    QObject other;
    session->setInterest(&other, {}, {"b"});
    QTRY_COMPARE(session->status().watchedPatterns, (QList<QByteArray>{"a:*", "b"}));
}

void TestSession::twoSessionsAtOnce()
{
    Profile first = m_fixture->profile();
    Profile second = first;
    second.id = u"second"_qs;
    const auto one = m_fixture->makeSession(first);
    const auto two = m_fixture->makeSession(second);
    QObject view;
    two->setWatchedPrefixes(&view, {"k"});
    QTRY_VERIFY(two->status().watching);
    WriteOutcome write;
    write.follow(one->write(writeOf(WriteKind::Replace, "k1", "v")));
    QTRY_COMPARE(write.finished, 1);
    QTRY_COMPARE(SessionFixture::known(*two, "k1"), QByteArray("v"));
    QCOMPARE(one->feed().ledger().received, quint64(0));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
