// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "jobfixture.h"

#include "session/jobs/jobs.h"
#include "session/journal.h"
#include "session/journalundo.h"

using namespace Studio;
using namespace std::chrono_literals;

namespace
{

using State = UndoOutcome::State;

/// A write of each sort.
enum class Case { Replace, Create, Patch, Append, Increment, Delete };

} // namespace

class TestJournalUndo : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void undoesAndRedoes_data() { cases(); }
    void undoesAndRedoes();
    void leavesWhatChanged_data() { cases(); }
    void leavesWhatChanged();
    void leavesWhatIsGone_data() { cases(); }
    void leavesWhatIsGone();
    void tellsRefusals_data() { cases(); }
    void tellsRefusals();
    void tellsWhenItDoesNotKnow_data() { cases(); }
    void tellsWhenItDoesNotKnow();
    void writesNothingWhileTheLineIsDown_data() { cases(); }
    void writesNothingWhileTheLineIsDown();
    void obeysTheSafetyLevel_data();
    void obeysTheSafetyLevel();
    void undoesWhatWasNotAnswered_data();
    void undoesWhatWasNotAnswered();
    void saysWhatCannotBeUndone_data();
    void saysWhatCannotBeUndone();
    void keepsOtherWritersSteps();
    void walksBackAndForth();
    void takesJobsBack();
    void rowsOfAnotherRunAreNotTheLatest();

private:
    static void cases();
    WriteRequest request(Case which) const;
    static int opOfUndo(Case which);
    std::unique_ptr<Session> session(SafetyLevel safety = SafetyLevel::Free,
                                     const SessionOptions &options = SessionFixture::quick()) const;
    qint64 write(Session &session, const WriteRequest &request) const;
    UndoOutcome wait(QSignalSpy &finished) const;
    QList<JournalEntry> journalOf(Session &session) const;
    quint64 writesSeen() const;

    std::unique_ptr<SessionFixture> m_fixture;
};

Q_DECLARE_METATYPE(Case)

void TestJournalUndo::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
    m_fixture->put("text", "old");
    m_fixture->put("json", R"({"a":1})");
    m_fixture->put("count", "10");
}

void TestJournalUndo::cleanup()
{
    m_fixture.reset();
}

void TestJournalUndo::cases()
{
    QTest::addColumn<Case>("which");
    QTest::newRow("replace") << Case::Replace;
    QTest::newRow("create") << Case::Create;
    QTest::newRow("patch") << Case::Patch;
    QTest::newRow("append") << Case::Append;
    QTest::newRow("increment") << Case::Increment;
    QTest::newRow("delete") << Case::Delete;
}

WriteRequest TestJournalUndo::request(Case which) const
{
    switch (which) {
    case Case::Replace:
        return writeOf(WriteKind::Replace, "text", "new");
    case Case::Create:
        return writeOf(WriteKind::Replace, "fresh", "new");
    case Case::Patch:
        return writeOf(WriteKind::Patch, "json", R"({"b":2})");
    case Case::Append:
        return writeOf(WriteKind::Append, "text", " more");
    case Case::Increment:
        return incrementOf("count", 5);
    case Case::Delete:
        return writeOf(WriteKind::Delete, "text", {});
    }
    return {};
}

int TestJournalUndo::opOfUndo(Case which)
{
    return which == Case::Create ? 4 : which == Case::Increment ? 6 : 2;
}

std::unique_ptr<Session> TestJournalUndo::session(SafetyLevel safety, const SessionOptions &options) const
{
    auto session = m_fixture->makeSession(m_fixture->profile(safety), u"key"_qs, options);
    [&] { QTRY_COMPARE(session->status().line, LineState::Connected); }();
    return session;
}

qint64 TestJournalUndo::write(Session &session, const WriteRequest &request) const
{
    WriteOutcome outcome;
    WriteOperation *operation = session.write(request);
    qint64 row = 0;
    connect(operation, &WriteOperation::finished, this, [&] { row = operation->journalRow(); });
    outcome.follow(operation);
    [&] { QTRY_COMPARE(outcome.state, WriteOperation::State::Confirmed); }();
    return row;
}

UndoOutcome TestJournalUndo::wait(QSignalSpy &finished) const
{
    [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15'000); }();
    return finished.isEmpty() ? UndoOutcome() : finished.takeFirst().at(0).value<UndoOutcome>();
}

QList<JournalEntry> TestJournalUndo::journalOf(Session &session) const
{
    std::optional<QList<JournalEntry>> entries;
    session.journal().read(100, [&](const QList<JournalEntry> &list) { entries = list; });
    [&] { QTRY_VERIFY(entries); }();
    return entries.value_or(QList<JournalEntry>());
}

quint64 TestJournalUndo::writesSeen() const
{
    const auto requests = m_fixture->server->counters().requests;
    return requests[2] + requests[3] + requests[4] + requests[6];
}

void TestJournalUndo::undoesAndRedoes()
{
    QFETCH(Case, which);
    const auto session = this->session();
    const WriteRequest wanted = request(which);
    const std::optional<QByteArray> before = m_fixture->stored(wanted.key);
    const qint64 row = write(*session, wanted);
    const std::optional<QByteArray> after = m_fixture->stored(wanted.key);
    QVERIFY(before != after);

    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undo(row, false);
    QVERIFY(finished.isEmpty());
    UndoOutcome outcome = wait(finished);
    QCOMPARE(outcome.state, State::Done);
    QCOMPARE(outcome.entry.row, row);
    QCOMPARE(m_fixture->stored(wanted.key), before);
    QList<JournalEntry> entries = journalOf(*session);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).undoes, row);
    QCOMPARE(entries.at(0).row, outcome.row);
    QCOMPARE(entries.at(0).state, JournalState::Done);
    QCOMPARE(entries.at(1).undoneBy, outcome.row);

    // Not twice.
    undo.undo(row, false);
    QCOMPARE(wait(finished).state, State::Impossible);
    QCOMPARE(m_fixture->stored(wanted.key), before);

    undo.redo(row, false);
    outcome = wait(finished);
    QCOMPARE(outcome.state, State::Done);
    QVERIFY(outcome.isRedo);
    QCOMPARE(m_fixture->stored(wanted.key), after);
    entries = journalOf(*session);
    QCOMPARE(entries.size(), 3);
    QVERIFY(entries.at(0).isRedo);
    QCOMPARE(entries.at(2).undoneBy, 0);

    // And from the start again.
    undo.undo(row, false);
    QCOMPARE(wait(finished).state, State::Done);
    QCOMPARE(m_fixture->stored(wanted.key), before);
}

void TestJournalUndo::leavesWhatChanged()
{
    QFETCH(Case, which);
    const auto session = this->session();
    const WriteRequest wanted = request(which);
    const qint64 row = write(*session, wanted);
    const bool isStep = which == Case::Increment;
    const QByteArray theirs = isStep ? "100" : "theirs";
    m_fixture->put(wanted.key, theirs);
    const quint64 seen = writesSeen();

    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undo(row, false);
    const UndoOutcome outcome = wait(finished);
    if (isStep) {
        // The opposite step is right whatever others have done.
        QCOMPARE(outcome.state, State::Done);
        QCOMPARE(m_fixture->stored(wanted.key), QByteArray("95"));
        return;
    }
    QCOMPARE(outcome.state, State::Changed);
    QCOMPARE(outcome.actual, theirs);
    QVERIFY(!outcome.text.isEmpty());
    QCOMPARE(m_fixture->stored(wanted.key), theirs);
    QCOMPARE(writesSeen(), seen);
    QCOMPARE(journalOf(*session).size(), 1);
}

void TestJournalUndo::leavesWhatIsGone()
{
    QFETCH(Case, which);
    const auto session = this->session();
    const WriteRequest wanted = request(which);
    const qint64 row = write(*session, wanted);
    m_fixture->server->erase(wanted.key.toStdString());
    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undo(row, false);
    const UndoOutcome outcome = wait(finished);
    if (which == Case::Delete) {
        QCOMPARE(outcome.state, State::Done);
        return;
    }
    QCOMPARE(outcome.state, State::Changed);
    QVERIFY(!outcome.actual);
    QCOMPARE(m_fixture->stored(wanted.key), std::nullopt);
}

void TestJournalUndo::tellsRefusals()
{
    QFETCH(Case, which);
    const auto session = this->session();
    const WriteRequest wanted = request(which);
    const qint64 row = write(*session, wanted);
    const std::optional<QByteArray> after = m_fixture->stored(wanted.key);
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{413, {.next = {}, .share = {}, .op = opOfUndo(which)}};
    m_fixture->server->setFaults(faults);
    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undo(row, false);
    const UndoOutcome outcome = wait(finished);
    QCOMPARE(outcome.state, State::Refused);
    QVERIFY(!outcome.text.isEmpty());
    QCOMPARE(m_fixture->stored(wanted.key), after);
    const QList<JournalEntry> entries = journalOf(*session);
    QCOMPARE(entries.at(0).state, JournalState::Failed);
    QCOMPARE(entries.at(1).undoneBy, 0); // it stands, and can be tried again

    m_fixture->server->clearFaults();
    undo.undo(row, false);
    QCOMPARE(wait(finished).state, State::Done);
}

void TestJournalUndo::tellsWhenItDoesNotKnow()
{
    QFETCH(Case, which);
    const auto session = this->session();
    const WriteRequest wanted = request(which);
    const qint64 row = write(*session, wanted);
    const quint64 seen = writesSeen();
    hpkv::emulator::Faults faults;
    faults.drop = hpkv::emulator::FaultApply{.next = 1, .share = {}, .op = opOfUndo(which)};
    m_fixture->server->setFaults(faults);
    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undo(row, false);
    QTRY_COMPARE(writesSeen(), seen + 1);
    m_fixture->server->cutAll();
    const UndoOutcome outcome = wait(finished);
    QCOMPARE(outcome.state, State::Unknown);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    // Never again by itself.
    QCOMPARE(writesSeen(), seen + 1);
    const QList<JournalEntry> entries = journalOf(*session);
    QCOMPARE(entries.at(0).state, JournalState::Unknown);
    QCOMPARE(entries.at(1).undoneBy, 0);
}

void TestJournalUndo::writesNothingWhileTheLineIsDown()
{
    QFETCH(Case, which);
    SessionOptions slow = SessionFixture::quick();
    slow.reconnectDelay = 30s;
    const auto session = this->session(SafetyLevel::Free, slow);
    const WriteRequest wanted = request(which);
    const qint64 row = write(*session, wanted);
    const std::optional<QByteArray> after = m_fixture->stored(wanted.key);
    m_fixture->server->cutAll();
    QTRY_COMPARE(session->status().line, LineState::Reconnecting);
    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undo(row, false);
    const UndoOutcome outcome = wait(finished);
    QCOMPARE(outcome.state, State::Refused);
    QVERIFY(!outcome.text.isEmpty());
    QCOMPARE(m_fixture->stored(wanted.key), after);
    QCOMPARE(journalOf(*session).size(), 1);
}

void TestJournalUndo::obeysTheSafetyLevel_data()
{
    QTest::addColumn<SafetyLevel>("safety");
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<bool>("writes");
    QTest::newRow("read-only") << SafetyLevel::ReadOnly << true << false;
    QTest::newRow("not confirmed") << SafetyLevel::Confirm << false << false;
    QTest::newRow("confirmed") << SafetyLevel::Confirm << true << true;
}

/// The journal outlives the program: rows of a free profile are there when it has become a careful one.
void TestJournalUndo::obeysTheSafetyLevel()
{
    QFETCH(SafetyLevel, safety);
    QFETCH(bool, confirmed);
    QFETCH(bool, writes);
    const QTemporaryDir folder;
    SessionOptions options = SessionFixture::quick();
    options.journalFile = folder.filePath(u"p.journal"_qs);
    QList<qint64> rows;
    qint64 undone = 0;
    {
        const auto free = this->session(SafetyLevel::Free, options);
        undone = write(*free, writeOf(WriteKind::Replace, "other", "1"));
        JournalUndo undo(*free);
        QSignalSpy finished(&undo, &JournalUndo::finished);
        undo.undo(undone, false);
        QCOMPARE(wait(finished).state, State::Done);
        for (const Case which : {Case::Create, Case::Patch, Case::Increment, Case::Delete})
            rows.append(write(*free, request(which)));
    }
    const auto session = this->session(safety, options);
    const quint64 seen = writesSeen();
    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    for (const qint64 row : std::as_const(rows)) {
        undo.undo(row, confirmed);
        QCOMPARE(wait(finished).state, writes ? State::Done : State::Refused);
    }
    undo.redo(undone, confirmed);
    QCOMPARE(wait(finished).state, writes ? State::Done : State::Refused);
    QCOMPARE(writesSeen(), seen + (writes ? rows.size() + 1 : 0));
}

void TestJournalUndo::undoesWhatWasNotAnswered_data()
{
    QTest::addColumn<Case>("which");
    QTest::addColumn<bool>("carriedOut");
    QTest::addColumn<State>("state");
    QTest::newRow("replace that arrived") << Case::Replace << true << State::Done;
    QTest::newRow("replace that did not") << Case::Replace << false << State::Changed;
    QTest::newRow("delete that arrived") << Case::Delete << true << State::Done;
    QTest::newRow("delete that did not") << Case::Delete << false << State::Changed;
    // Whether there is anything to take back nobody can tell.
    QTest::newRow("increment") << Case::Increment << true << State::Impossible;
    QTest::newRow("append") << Case::Append << true << State::Impossible;
    QTest::newRow("patch") << Case::Patch << true << State::Impossible;
}

void TestJournalUndo::undoesWhatWasNotAnswered()
{
    QFETCH(Case, which);
    QFETCH(bool, carriedOut);
    QFETCH(State, state);
    const auto session = this->session();
    const WriteRequest wanted = request(which);
    const std::optional<QByteArray> before = m_fixture->stored(wanted.key);
    hpkv::emulator::Faults faults;
    const int op = which == Case::Delete ? 4 : which == Case::Replace ? 2 : which == Case::Increment ? 6 : 3;
    faults.drop = hpkv::emulator::FaultApply{.next = 1, .share = {}, .op = op};
    m_fixture->server->setFaults(faults);
    WriteOutcome outcome;
    outcome.follow(session->write(wanted));
    QTRY_COMPARE(writesSeen(), quint64(1));
    QTRY_VERIFY(m_fixture->stored(wanted.key) != before);
    m_fixture->server->cutAll();
    QTRY_COMPARE(outcome.state, WriteOperation::State::Unknown);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    if (!carriedOut) // as if it had been lost on the way
        m_fixture->put(wanted.key, *before);
    const std::optional<QByteArray> left = m_fixture->stored(wanted.key);

    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undo(1, false);
    QCOMPARE(wait(finished).state, state);
    QCOMPARE(m_fixture->stored(wanted.key), state == State::Done ? before : left);
}

void TestJournalUndo::saysWhatCannotBeUndone_data()
{
    QTest::addColumn<UndoObstacle>("obstacle");
    QTest::addColumn<JournalEntry>("entry");
    JournalEntry done;
    done.key = "k";
    done.value = "new";
    done.before = "old";
    done.beforeKnown = true;
    done.state = JournalState::Done;
    const auto row = [&](const char *name, UndoObstacle obstacle, auto change) {
        JournalEntry entry = done;
        change(entry);
        QTest::newRow(name) << obstacle << entry;
    };
    using O = UndoObstacle;
    row("nothing in the way", O::None, [](JournalEntry &) {});
    row("undone", O::AlreadyUndone, [](JournalEntry &e) { e.undoneBy = 9; });
    row("failed", O::NotCarriedOut, [](JournalEntry &e) { e.state = JournalState::Failed; });
    row("before not read", O::BeforeUnknown, [](JournalEntry &e) {
        e.before.reset();
        e.beforeKnown = false;
    });
    row("patch not read back", O::AfterUnknown, [](JournalEntry &e) { e.kind = WriteKind::Patch; });
    row("append not read back", O::AfterUnknown, [](JournalEntry &e) { e.kind = WriteKind::Append; });
    row("patch of unknown end", O::OutcomeUnknown, [](JournalEntry &e) {
        e.kind = WriteKind::Patch;
        e.state = JournalState::Unknown;
    });
    row("increment of unknown end", O::OutcomeUnknown, [](JournalEntry &e) {
        e.kind = WriteKind::Increment;
        e.state = JournalState::Open;
    });
    row("delete of nothing", O::NothingThere, [](JournalEntry &e) {
        e.kind = WriteKind::Delete;
        e.before.reset();
    });
    row("no opposite", O::TooLarge, [](JournalEntry &e) {
        e.kind = WriteKind::Increment;
        e.delta = std::numeric_limits<qint64>::min();
    });
    row("job without a file", O::NoUndoFile, [](JournalEntry &e) { e.job = u"delete"_qs; });
}

void TestJournalUndo::saysWhatCannotBeUndone()
{
    QFETCH(UndoObstacle, obstacle);
    QFETCH(JournalEntry, entry);
    QCOMPARE(undoObstacle(entry), obstacle);
    QCOMPARE(undoObstacleText(obstacle).isEmpty(), obstacle == UndoObstacle::None);
    QCOMPARE(undoRequest(entry).has_value(), obstacle == UndoObstacle::None);
}

void TestJournalUndo::keepsOtherWritersSteps()
{
    const auto session = this->session();
    const qint64 row = write(*session, incrementOf("count", 5));
    // 10 + 5, and 7 of somebody else
    m_fixture->put("count", "22");
    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undo(row, false);
    QCOMPARE(wait(finished).state, State::Done);
    QCOMPARE(m_fixture->stored("count"), QByteArray("17"));
    // What is no counter any more is left alone.
    undo.redo(row, false);
    QCOMPARE(wait(finished).state, State::Done);
    m_fixture->put("count", "many");
    undo.undo(row, false);
    const UndoOutcome outcome = wait(finished);
    QCOMPARE(outcome.state, State::Changed);
    QCOMPARE(outcome.actual, QByteArray("many"));
    QCOMPARE(m_fixture->stored("count"), QByteArray("many"));
}

void TestJournalUndo::walksBackAndForth()
{
    const auto session = this->session();
    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undoLatest(false);
    QCOMPARE(wait(finished).state, State::NothingToDo);
    undo.redoLatest(false);
    QCOMPARE(wait(finished).state, State::NothingToDo);

    write(*session, writeOf(WriteKind::Replace, "text", "one"));
    write(*session, writeOf(WriteKind::Replace, "text", "two"));
    write(*session, hasty(writeOf(WriteKind::Append, "other", "not read before"))); // passed over
    for (const char *expected : {"one", "old"}) {
        undo.undoLatest(false);
        QCOMPARE(wait(finished).state, State::Done);
        QCOMPARE(m_fixture->stored("text"), QByteArray(expected));
    }
    undo.undoLatest(false);
    QCOMPARE(wait(finished).state, State::NothingToDo);
    for (const char *expected : {"one", "two"}) {
        undo.redoLatest(false);
        QCOMPARE(wait(finished).state, State::Done);
        QCOMPARE(m_fixture->stored("text"), QByteArray(expected));
    }
    undo.redoLatest(false);
    QCOMPARE(wait(finished).state, State::NothingToDo);
    undo.undoLatest(false);
    QCOMPARE(wait(finished).state, State::Done);
    QCOMPARE(m_fixture->stored("text"), QByteArray("one"));
}

void TestJournalUndo::takesJobsBack()
{
    const auto session = this->session();
    for (int i = 0; i < 5; ++i)
        m_fixture->put("j:" + QByteArray::number(i), "value");
    JobOutcome deletion;
    deletion.follow(session->jobs().start(Jobs::remove(KeySelection::ofPrefix("j:"), false)));
    QTRY_COMPARE(deletion.finished, 1);
    QCOMPARE(deletion.result.done, 5);
    QTRY_COMPARE(journalOf(*session).constFirst().state, JournalState::Done);
    const JournalEntry entry = journalOf(*session).constFirst();
    QCOMPARE(entry.key, QByteArray("j:"));
    QCOMPARE(entry.keys, 5);

    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    QSignalSpy ended(&session->jobs(), &JobList::finished);
    undo.undo(entry.row, false);
    QCOMPARE(wait(finished).state, State::JobStarted);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_fixture->stored("j:3"), QByteArray("value"));
    QTRY_COMPARE(journalOf(*session).constFirst().state, JournalState::Done);
    const QList<JournalEntry> entries = journalOf(*session);
    QCOMPARE(entries.at(0).undoes, entry.row);
    QCOMPARE(entries.at(1).undoneBy, entries.at(0).row);

    undo.undo(entry.row, false);
    QCOMPARE(wait(finished).state, State::Impossible);
}

void TestJournalUndo::rowsOfAnotherRunAreNotTheLatest()
{
    const QTemporaryDir folder;
    SessionOptions options = SessionFixture::quick();
    options.journalFile = folder.filePath(u"p.journal"_qs);
    qint64 row = 0;
    {
        const auto before = this->session(SafetyLevel::Free, options);
        row = write(*before, writeOf(WriteKind::Replace, "text", "yesterday"));
    }
    const auto session = this->session(SafetyLevel::Free, options);
    JournalUndo undo(*session);
    QSignalSpy finished(&undo, &JournalUndo::finished);
    undo.undoLatest(false);
    QCOMPARE(wait(finished).state, State::NothingToDo);
    QCOMPARE(m_fixture->stored("text"), QByteArray("yesterday"));
    // By name it can be undone all the same.
    undo.undo(row, false);
    QCOMPARE(wait(finished).state, State::Done);
    QCOMPARE(m_fixture->stored("text"), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestJournalUndo)
#include "tst_journalundo.moc"
