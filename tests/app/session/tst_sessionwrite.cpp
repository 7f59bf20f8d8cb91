// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "sessionfixture.h"

#include "session/journal.h"
#include "session/sessionworker.h"

#include <QTemporaryDir>

using namespace Studio;
using namespace std::chrono_literals;

using State = WriteOperation::State;

class TestSessionWrite : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void writes_data() { kinds(); }
    void writes();
    void readOnlyWritesNothing_data() { kinds(); }
    void readOnlyWritesNothing();
    void readOnlyWorkerWritesNothing_data() { kinds(); }
    void readOnlyWorkerWritesNothing();
    void asksForConfirmation_data() { kinds(); }
    void asksForConfirmation();
    void refusesWhatChanged_data();
    void refusesWhatChanged();
    void readsBackAfterPatchAndAppend();
    void knowsItsOwnEcho();
    void passesRefusalsOn_data();
    void passesRefusalsOn();
    void saysWhenItDoesNotKnow_data() { kinds(); }
    void saysWhenItDoesNotKnow();
    void doesNotWriteWhileTheLineIsDown();
    void repeatsWhatWasRefusedForItsRate();
    void journalsBeforeTheFrameLeaves();
    void journalsWhatWasThereBefore();
    void goesOnWithoutAJournalFile();
    void endsWithTheSession();
    void endsExactlyOnceAndLater();
    void manyAtOnce();

private:
    static void kinds();
    WriteRequest request(WriteKind kind) const;
    WriteOutcome run(Session &session, const WriteRequest &request);
    QList<JournalEntry> journalOf(Session &session);
    quint64 writesSeen() const;

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestSessionWrite::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
}

void TestSessionWrite::kinds()
{
    QTest::addColumn<WriteKind>("kind");
    QTest::newRow("replace") << WriteKind::Replace;
    QTest::newRow("patch") << WriteKind::Patch;
    QTest::newRow("append") << WriteKind::Append;
    QTest::newRow("increment") << WriteKind::Increment;
    QTest::newRow("delete") << WriteKind::Delete;
}

/// On the key that stands for the kind; see writes().
WriteRequest TestSessionWrite::request(WriteKind kind) const
{
    WriteRequest request;
    request.kind = kind;
    switch (kind) {
    case WriteKind::Replace:
        request.key = "text";
        request.value = "new";
        break;
    case WriteKind::Patch:
        request.key = "json";
        request.value = R"({"b":2})";
        break;
    case WriteKind::Append:
        request.key = "text";
        request.value = " more";
        break;
    case WriteKind::Increment:
        request.key = "count";
        request.delta = 5;
        break;
    case WriteKind::Delete:
        request.key = "text";
        break;
    }
    m_fixture->put("text", "old");
    m_fixture->put("json", R"({"a":1})");
    m_fixture->put("count", "10");
    return request;
}

WriteOutcome TestSessionWrite::run(Session &session, const WriteRequest &request)
{
    WriteOutcome outcome;
    outcome.follow(session.write(request));
    [&] { QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 15'000); }();
    return outcome;
}

QList<JournalEntry> TestSessionWrite::journalOf(Session &session)
{
    std::optional<QList<JournalEntry>> entries;
    session.journal().read(100, [&](const QList<JournalEntry> &list) { entries = list; });
    [&] { QTRY_VERIFY(entries); }();
    return entries.value_or(QList<JournalEntry>());
}

/// Requests that write, of all kinds, as the server counted them.
quint64 TestSessionWrite::writesSeen() const
{
    const auto requests = m_fixture->server->counters().requests;
    return requests[2] + requests[3] + requests[4] + requests[6];
}

void TestSessionWrite::writes()
{
    QFETCH(WriteKind, kind);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    const WriteRequest wanted = request(kind);
    const WriteOutcome outcome = run(*session, wanted);
    QCOMPARE(outcome.state, State::Confirmed);
    QVERIFY(!outcome.error.isError());
    QCOMPARE(outcome.states.constLast(), State::Confirmed);
    const std::optional<QByteArray> stored = m_fixture->stored(wanted.key);
    switch (kind) {
    case WriteKind::Replace:
        QCOMPARE(stored, QByteArray("new"));
        break;
    case WriteKind::Patch:
        QCOMPARE(stored, QByteArray(R"({"a":1,"b":2})"));
        break;
    case WriteKind::Append:
        QCOMPARE(stored, QByteArray("old more"));
        break;
    case WriteKind::Increment:
        QCOMPARE(stored, QByteArray("15"));
        QCOMPARE(outcome.newValue, 15);
        break;
    case WriteKind::Delete:
        QVERIFY(!stored);
        break;
    }
    QCOMPARE(outcome.after, stored);
    // The mirror holds what the store holds, before finished() was raised.
    QCOMPARE(SessionFixture::known(*session, wanted.key), stored);
    QCOMPARE(session->mirror().isKnown(wanted.key), stored.has_value());
    QCOMPARE(writesSeen(), quint64(1));
}

void TestSessionWrite::readOnlyWritesNothing()
{
    QFETCH(WriteKind, kind);
    const auto session = m_fixture->makeSession(m_fixture->profile(SafetyLevel::ReadOnly));
    QTRY_COMPARE(session->status().line, LineState::Connected);
    WriteRequest wanted = request(kind);
    for (const bool confirmed : {false, true}) {
        wanted.confirmed = confirmed;
        const std::optional<QByteArray> before = m_fixture->stored(wanted.key);
        const WriteOutcome outcome = run(*session, wanted);
        QCOMPARE(outcome.state, State::Refused);
        QCOMPARE(outcome.error.kind, Hpkv::ErrorKind::AccessDenied);
        QCOMPARE(outcome.error.delivery, Hpkv::Delivery::NotSent);
        QVERIFY(!outcome.error.text.isEmpty());
        QCOMPARE(m_fixture->stored(wanted.key), before);
    }
    QCOMPARE(writesSeen(), quint64(0));
    QVERIFY(journalOf(*session).isEmpty());
}

void TestSessionWrite::readOnlyWorkerWritesNothing()
{
    // Past Session, straight at the worker: there is a second lock on the door through which frames leave.
    QFETCH(WriteKind, kind);
    Mailbox<SessionEvent> mailbox;
    Backlog backlog;
    SessionWorker worker(m_fixture->profile(SafetyLevel::ReadOnly), u"key"_qs, SessionFixture::quick(),
                         mailbox, backlog);
    worker.open();
    QTRY_VERIFY(m_fixture->server->connectionCount() >= 1);
    WriteRequest wanted = request(kind);
    wanted.confirmed = true;
    wanted.keepBefore = false;
    worker.prepareWrite(1, wanted);
    worker.sendWrite(1);
    worker.sendWrite(2);
    std::optional<WriteDone> done;
    QTRY_VERIFY([&] {
        for (const SessionEvent &event : mailbox.take()) {
            if (const auto *write = std::get_if<WriteDone>(&event))
                done = *write;
        }
        return done.has_value();
    }());
    QCOMPARE(done->state, State::Refused);
    QCOMPARE(done->error.kind, Hpkv::ErrorKind::AccessDenied);
    worker.close();
    QCOMPARE(writesSeen(), quint64(0));
}

void TestSessionWrite::asksForConfirmation()
{
    QFETCH(WriteKind, kind);
    const auto session = m_fixture->makeSession(m_fixture->profile(SafetyLevel::Confirm));
    WriteRequest wanted = request(kind);
    QCOMPARE(run(*session, wanted).state, State::Refused);
    QCOMPARE(writesSeen(), quint64(0));
    wanted.confirmed = true;
    QCOMPARE(run(*session, wanted).state, State::Confirmed);
    QCOMPARE(writesSeen(), quint64(1));
}

void TestSessionWrite::refusesWhatChanged_data()
{
    using Value = std::optional<QByteArray>;
    QTest::addColumn<Value>("stored");
    QTest::addColumn<Value>("expected");
    QTest::addColumn<bool>("expectAbsent");
    QTest::addColumn<State>("state");
    QTest::newRow("as expected") << Value("old") << Value("old") << false << State::Confirmed;
    QTest::newRow("changed") << Value("other") << Value("old") << false << State::Changed;
    QTest::newRow("only white space changed") << Value("old ") << Value("old") << false << State::Changed;
    QTest::newRow("deleted") << Value() << Value("old") << false << State::Changed;
    QTest::newRow("absent as expected") << Value() << Value() << true << State::Confirmed;
    QTest::newRow("exists already") << Value("old") << Value() << true << State::Changed;
}

void TestSessionWrite::refusesWhatChanged()
{
    QFETCH(std::optional<QByteArray>, stored);
    QFETCH(std::optional<QByteArray>, expected);
    QFETCH(bool, expectAbsent);
    QFETCH(State, state);
    if (stored)
        m_fixture->put("k", *stored);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    WriteRequest wanted;
    wanted.key = "k";
    wanted.value = "mine";
    wanted.expected = expected;
    wanted.expectAbsent = expectAbsent;
    const WriteOutcome outcome = run(*session, wanted);
    QCOMPARE(outcome.state, state);
    if (state == State::Changed) {
        QCOMPARE(outcome.actual, stored);
        QCOMPARE(m_fixture->stored("k"), stored);
        QCOMPARE(writesSeen(), quint64(0));
        QVERIFY(journalOf(*session).isEmpty());
    } else {
        QCOMPARE(m_fixture->stored("k"), QByteArray("mine"));
    }
}

void TestSessionWrite::readsBackAfterPatchAndAppend()
{
    m_fixture->put("json", R"({"a": 1.0,  "n":12345678901234567890})");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    const WriteOutcome patch = run(*session, writeOf(WriteKind::Patch, "json", R"({"b":2})"));
    QCOMPARE(patch.after, m_fixture->stored("json"));
    QCOMPARE(session->mirror().info("json")->state, ValueState::Read);
    const WriteOutcome append = run(*session, writeOf(WriteKind::Append, "new", "text"));
    QCOMPARE(append.after, QByteArray("text"));
}

void TestSessionWrite::knowsItsOwnEcho()
{
    m_fixture->put("k", "old");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QObject view;
    session->setWatchedPrefixes(&view, {"k"});
    QTRY_VERIFY(session->status().watching);
    QCOMPARE(run(*session, writeOf(WriteKind::Replace, "k", "mine")).state, State::Confirmed);
    QTRY_COMPARE(session->feed().ledger().received, quint64(1));
    QCOMPARE(session->mirror().info("k")->state, ValueState::Own);
    // The same text from somebody else is no echo.
    m_fixture->put("k", "mine");
    QTRY_COMPARE(session->feed().ledger().received, quint64(2));
    QCOMPARE(session->mirror().info("k")->state, ValueState::Presumed);
}

void TestSessionWrite::passesRefusalsOn_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Hpkv::ErrorKind>("kind");
    QTest::newRow("400") << 400 << Hpkv::ErrorKind::BadRequest;
    QTest::newRow("403") << 403 << Hpkv::ErrorKind::AccessDenied;
    QTest::newRow("404") << 404 << Hpkv::ErrorKind::NotFound;
    QTest::newRow("409") << 409 << Hpkv::ErrorKind::Conflict;
    QTest::newRow("413") << 413 << Hpkv::ErrorKind::TooLarge;
    QTest::newRow("500") << 500 << Hpkv::ErrorKind::Server;
}

void TestSessionWrite::passesRefusalsOn()
{
    QFETCH(int, code);
    QFETCH(Hpkv::ErrorKind, kind);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    const WriteRequest wanted = request(WriteKind::Replace);
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{code, {.next = {}, .share = {}, .op = 2}};
    m_fixture->server->setFaults(faults);
    const WriteOutcome outcome = run(*session, wanted);
    QCOMPARE(outcome.state, State::Refused);
    QCOMPARE(outcome.error.kind, kind);
    QCOMPARE(outcome.error.code, code);
    QCOMPARE(outcome.error.delivery, Hpkv::Delivery::Answered);
    QCOMPARE(m_fixture->stored("text"), QByteArray("old"));
    QCOMPARE(writesSeen(), quint64(1));
    const QList<JournalEntry> entries = journalOf(*session);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.at(0).state, JournalState::Failed);
}

void TestSessionWrite::saysWhenItDoesNotKnow()
{
    QFETCH(WriteKind, kind);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    const WriteRequest wanted = request(kind);
    // Carried out, but the reply never comes, and then the line breaks.
    hpkv::emulator::Faults faults;
    for (const int op : {2, 3, 4, 6}) {
        const int mine = kind == WriteKind::Replace   ? 2
                       : kind == WriteKind::Delete    ? 4
                       : kind == WriteKind::Increment ? 6
                                                      : 3;
        if (op == mine)
            faults.drop = hpkv::emulator::FaultApply{.next = 1, .share = {}, .op = op};
    }
    m_fixture->server->setFaults(faults);
    WriteOutcome outcome;
    outcome.follow(session->write(wanted));
    QTRY_COMPARE(writesSeen(), quint64(1));
    QTRY_VERIFY(outcome.states.contains(State::Sent));
    m_fixture->server->cutAll();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.state, State::Unknown);
    QCOMPARE(outcome.error.delivery, Hpkv::Delivery::Unknown);
    // Never sent again by itself; when the line is back the key is read, and the mirror shows the truth.
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QTRY_COMPARE(SessionFixture::known(*session, wanted.key), m_fixture->stored(wanted.key));
    QTRY_VERIFY(session->mirror().isKnown(wanted.key) == m_fixture->stored(wanted.key).has_value());
    QCOMPARE(writesSeen(), quint64(1));
    QCOMPARE(journalOf(*session).constFirst().state, JournalState::Unknown);
}

void TestSessionWrite::doesNotWriteWhileTheLineIsDown()
{
    SessionOptions slow = SessionFixture::quick();
    slow.reconnectDelay = 30s;
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, slow);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    const WriteRequest wanted = request(WriteKind::Append);
    m_fixture->server->cutAll();
    QTRY_COMPARE(session->status().line, LineState::Reconnecting);
    const WriteOutcome outcome = run(*session, wanted);
    QCOMPARE(outcome.state, State::Refused);
    QCOMPARE(outcome.error.delivery, Hpkv::Delivery::NotSent);
    session->reconnectNow();
    QTRY_COMPARE(session->status().line, LineState::Connected);
    QCOMPARE(writesSeen(), quint64(0));
}

void TestSessionWrite::repeatsWhatWasRefusedForItsRate()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    const WriteRequest wanted = request(WriteKind::Increment);
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{429, {.next = 1, .share = {}, .op = 6}};
    m_fixture->server->setFaults(faults);
    const WriteOutcome outcome = run(*session, wanted);
    QCOMPARE(outcome.state, State::Confirmed);
    QCOMPARE(outcome.newValue, 15);
    QCOMPARE(m_fixture->stored("count"), QByteArray("15"));
    QCOMPARE(writesSeen(), quint64(2));
}

void TestSessionWrite::journalsBeforeTheFrameLeaves()
{
    // The row is there while the write is on its way.
    const QTemporaryDir folder;
    SessionOptions options = SessionFixture::quick();
    options.journalFile = folder.filePath(u"p.journal"_qs);
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options);
    const WriteRequest wanted = request(WriteKind::Replace);
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{.next = 1, .share = {}, .op = 2};
    m_fixture->server->setFaults(faults);
    WriteOutcome outcome;
    outcome.follow(session->write(wanted));
    QTRY_COMPARE(writesSeen(), quint64(1));
    Journal beside(options.journalFile);
    std::optional<QList<JournalEntry>> entries;
    beside.read(10, [&](const QList<JournalEntry> &list) { entries = list; });
    QTRY_VERIFY(entries);
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->constFirst().state, JournalState::Open);
    QCOMPARE(entries->constFirst().value, QByteArray("new"));
    QCOMPARE(entries->constFirst().before, QByteArray("old"));
    QCOMPARE(outcome.finished, 0);
}

void TestSessionWrite::journalsWhatWasThereBefore()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    const WriteRequest replace = request(WriteKind::Replace);
    QCOMPARE(run(*session, replace).state, State::Confirmed);
    QCOMPARE(run(*session, writeOf(WriteKind::Replace, "fresh", "v")).state, State::Confirmed);
    QCOMPARE(run(*session, incrementOf("count", -3)).state, State::Confirmed);
    QCOMPARE(run(*session, hasty(writeOf(WriteKind::Replace, "fresh", "w"))).state, State::Confirmed);
    const QList<JournalEntry> entries = journalOf(*session);
    QCOMPARE(entries.size(), 4);
    QVERIFY(!entries.at(0).beforeKnown);
    QVERIFY(!entries.at(1).beforeKnown);
    QCOMPARE(entries.at(1).delta, -3);
    QCOMPARE(entries.at(1).after, QByteArray("7"));
    QVERIFY(entries.at(2).beforeKnown);
    QVERIFY(!entries.at(2).before);
    QCOMPARE(entries.at(3).before, QByteArray("old"));
    QCOMPARE(entries.at(3).after, QByteArray("new"));
    for (const JournalEntry &entry : entries)
        QCOMPARE(entry.state, JournalState::Done);
}

void TestSessionWrite::goesOnWithoutAJournalFile()
{
    const QTemporaryDir folder;
    SessionOptions options = SessionFixture::quick();
    options.journalFile = folder.path(); // a folder cannot be a file
    Session session(m_fixture->profile(), u"key"_qs, options);
    QStringList raised;
    connect(&session, &Session::noticeRaised, this, [&](const Notice &notice) { raised.append(notice.id); });
    session.open();
    QCOMPARE(run(session, request(WriteKind::Replace)).state, State::Confirmed);
    QCOMPARE(raised, QStringList{u"journal/test"_qs});
    QCOMPARE(journalOf(session).size(), 1);
}

void TestSessionWrite::endsWithTheSession()
{
    auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{.next = {}, .share = {}, .op = 2};
    m_fixture->server->setFaults(faults);
    WriteOutcome sent;
    sent.follow(session->write(request(WriteKind::Replace)));
    QTRY_COMPARE(writesSeen(), quint64(1));
    WriteOutcome unsent;
    unsent.follow(session->write(writeOf(WriteKind::Replace, "never", "v")));
    session.reset();
    QCOMPARE(sent.finished, 1);
    QCOMPARE(sent.state, State::Unknown);
    QCOMPARE(unsent.finished, 1);
    QCOMPARE(unsent.state, State::Refused);
    QCOMPARE(unsent.error.delivery, Hpkv::Delivery::NotSent);
    QVERIFY(!m_fixture->stored("never"));
}

void TestSessionWrite::endsExactlyOnceAndLater()
{
    // Refused at once, but never before write() has returned; a slot may write again.
    const auto session = m_fixture->makeSession(m_fixture->profile(SafetyLevel::ReadOnly));
    WriteOutcome first;
    WriteOutcome second;
    WriteOperation *write = session->write(request(WriteKind::Replace));
    first.follow(write);
    connect(write, &WriteOperation::finished, this,
            [&] { second.follow(session->write(request(WriteKind::Delete))); });
    QCOMPARE(first.finished, 0);
    QTRY_COMPARE(second.finished, 1);
    QCOMPARE(first.finished, 1);
}

void TestSessionWrite::manyAtOnce()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    std::vector<std::unique_ptr<WriteOutcome>> outcomes;
    for (int i = 0; i < 300; ++i) {
        outcomes.push_back(std::make_unique<WriteOutcome>());
        outcomes.back()->follow(session->write(incrementOf("hits", 1)));
    }
    QTRY_VERIFY(
        std::all_of(outcomes.cbegin(), outcomes.cend(), [](const auto &o) { return o->finished == 1; }));
    QCOMPARE(m_fixture->stored("hits"), QByteArray("300"));
    for (const auto &outcome : outcomes)
        QCOMPARE(outcome->state, State::Confirmed);
    QCOMPARE(journalOf(*session).size(), 100);
}

QTEST_GUILESS_MAIN(TestSessionWrite)
#include "tst_sessionwrite.moc"
