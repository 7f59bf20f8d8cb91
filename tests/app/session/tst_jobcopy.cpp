// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "jobfixture.h"

#include "session/jobs/jobs.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

using namespace Studio;
using namespace std::chrono_literals;
namespace emulator = hpkv::emulator;

namespace
{

using Store = std::map<QByteArray, QByteArray>;

Jobs::Relocation relocationOf(bool move, ConflictPolicy policy = ConflictPolicy::Skip)
{
    return {KeySelection::ofPrefix("old:"), "old:", "new:", move, policy};
}

Store storeOf(const emulator::Server &server)
{
    Store store;
    server.forEach([&](const emulator::Record &record) {
        store[QByteArray::fromStdString(record.key)] = QByteArray::fromStdString(record.value);
    });
    return store;
}

} // namespace

/// Copy and move: what is in the way, the end at any moment, from one session to another.
class TestJobCopy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void knowsWhatOverlaps_data();
    void knowsWhatOverlaps();
    void obeysThePolicy_data();
    void obeysThePolicy();
    void renamesOneKey();
    void saysWhenTheSecondHalfFails();
    void leavesWhatChangedMeanwhile();
    void survivesBeingKilled_data();
    void survivesBeingKilled();
    void survivesTheEndOfItsSession_data();
    void survivesTheEndOfItsSession();
    void forgetsWhatIsDismissed();
    void copiesToAnotherSession_data();
    void copiesToAnotherSession();
    void endsWithTheOtherHalf_data();
    void endsWithTheOtherHalf();
    void goesOnToAnotherSession();
    void waitsForTheOtherHalf();
    void failuresGoToAnotherSession();
    void otherSessionIsSafe();

private:
    void fill(int keys);
    Store store() const { return storeOf(*m_fixture->server); }
    SessionOptions options(const QString &folder = {}) const;
    JobOutcome run(Session &session, const JobSpec &spec);
    static Store moved(const Store &before, bool move = true);
    static JobOutcome wait(Job *job);

    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJobCopy::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestJobCopy::cleanup()
{
    m_fixture.reset();
    m_folder.reset();
}

void TestJobCopy::fill(int keys)
{
    for (int i = 0; i < keys; ++i)
        m_fixture->put("old:" + QByteArray::number(i).rightJustified(5, '0'),
                       R"({"n":)" + QByteArray::number(i) + '}');
    m_fixture->put(QByteArray("old:\0:\n", 7), QByteArray("v\0\xc3\xa4", 4));
    m_fixture->put("other", "stays");
}

SessionOptions TestJobCopy::options(const QString &folder) const
{
    SessionOptions options = SessionFixture::quick();
    options.jobFolder = folder.isEmpty() ? m_folder->path() : folder;
    return options;
}

JobOutcome TestJobCopy::wait(Job *job)
{
    JobOutcome outcome;
    outcome.follow(job);
    [&] { QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 30'000); }();
    return outcome;
}

JobOutcome TestJobCopy::run(Session &session, const JobSpec &spec)
{
    return wait(session.jobs().start(spec));
}

Store TestJobCopy::moved(const Store &before, bool move)
{
    Store after = before;
    for (const auto &[key, value] : before) {
        if (!key.startsWith("old:"))
            continue;
        after["new:" + key.mid(4)] = value;
        if (move)
            after.erase(key);
    }
    return after;
}

void TestJobCopy::knowsWhatOverlaps_data()
{
    QTest::addColumn<KeySelection>("selection");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("overlaps");
    const auto branch = [](const char *prefix) { return KeySelection::ofPrefix(prefix); };
    QTest::newRow("beside") << branch("a:") << QByteArray("a:") << QByteArray("b:") << false;
    QTest::newRow("longer name") << branch("a:") << QByteArray("a:") << QByteArray("aa:") << false;
    QTest::newRow("into itself") << branch("a:") << QByteArray("a:") << QByteArray("a:b:") << true;
    QTest::newRow("out of itself") << branch("a:b:") << QByteArray("a:b:") << QByteArray("a:") << true;
    QTest::newRow("onto itself") << branch("a:") << QByteArray("a:") << QByteArray("a:") << true;
    QTest::newRow("everything") << branch("") << QByteArray("") << QByteArray("copy:") << true;
    QTest::newRow("one key") << KeySelection::ofKey("a") << QByteArray("a") << QByteArray("ab") << false;
    QTest::newRow("one key onto itself")
        << KeySelection::ofKey("a") << QByteArray("a") << QByteArray("a") << true;
    QTest::newRow("keys in a row") << KeySelection::ofKeys({"a", "aa"}) << QByteArray("a") << QByteArray("aa")
                                   << true;
}

void TestJobCopy::knowsWhatOverlaps()
{
    QFETCH(KeySelection, selection);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, overlaps);
    for (const char *key : {"a", "aa", "a:1", "a:2", "a:b:1", "aa:1"})
        m_fixture->put(key, key);
    const Store before = store();
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    const JobOutcome outcome =
        run(*session, Jobs::relocate({selection, from, to, true, ConflictPolicy::Replace}, true));
    QCOMPARE(outcome.result.state, overlaps ? JobState::Failed : JobState::Finished);
    QCOMPARE(outcome.result.error.isError(), overlaps);
    if (overlaps) {
        QCOMPARE(store(), before);
        QVERIFY(outcome.result.undoFile.isEmpty());
    }
}

void TestJobCopy::obeysThePolicy_data()
{
    QTest::addColumn<ConflictPolicy>("policy");
    QTest::addColumn<bool>("move");
    for (const bool move : {false, true}) {
        QTest::addRow("skip, %s", move ? "move" : "copy") << ConflictPolicy::Skip << move;
        QTest::addRow("replace, %s", move ? "move" : "copy") << ConflictPolicy::Replace << move;
        QTest::addRow("stop, %s", move ? "move" : "copy") << ConflictPolicy::Stop << move;
    }
}

void TestJobCopy::obeysThePolicy()
{
    QFETCH(ConflictPolicy, policy);
    QFETCH(bool, move);
    fill(100);
    m_fixture->put("new:00050", "in the way");
    m_fixture->put("new:00060", R"({"n":60})"); // the same already
    const Store before = store();
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    const JobOutcome outcome = run(*session, Jobs::relocate(relocationOf(move, policy), true));
    Store wanted = moved(before, move);
    switch (policy) {
    case ConflictPolicy::Replace:
        QCOMPARE(outcome.result.state, JobState::Finished);
        QCOMPARE(store(), wanted);
        break;
    case ConflictPolicy::Skip:
        QCOMPARE(outcome.result.state, JobState::Finished);
        QCOMPARE(outcome.result.skipped, 1);
        wanted["new:00050"] = "in the way";
        wanted["old:00050"] = before.at("old:00050");
        QCOMPARE(store(), wanted);
        break;
    case ConflictPolicy::Stop:
        QCOMPARE(outcome.result.state, JobState::Failed);
        QCOMPARE(outcome.result.error.kind, Hpkv::ErrorKind::Conflict);
        QCOMPARE(m_fixture->stored("new:00050"), QByteArray("in the way"));
        QVERIFY(m_fixture->stored("old:00050"));
        QCOMPARE(outcome.result.failures.constFirst().error.kind, Hpkv::ErrorKind::Conflict);
        break;
    }
    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.failures, QList<JobFailure>());
    QCOMPARE(store(), before);
}

void TestJobCopy::renamesOneKey()
{
    const QByteArray odd("o\0dd\n", 5);
    m_fixture->put(odd, "value");
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    JobOutcome outcome = run(*session, Jobs::relocate({KeySelection::ofKey(odd), odd, "fine", true}, true));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.done, 1);
    QCOMPARE(store(), (Store{{"fine", "value"}}));
    outcome = run(*session, Jobs::relocate({KeySelection::ofKey("fine"), "fine", "fine 2", false}, true));
    QCOMPARE(store(), (Store{{"fine", "value"}, {"fine 2", "value"}}));
    outcome = run(*session, Jobs::relocate({KeySelection::ofKey("absent"), "absent", "x", true}, true));
    QCOMPARE(outcome.result.failed, 1);
    QCOMPARE(outcome.result.failures.constFirst().error.kind, Hpkv::ErrorKind::NotFound);
}

void TestJobCopy::saysWhenTheSecondHalfFails()
{
    m_fixture->put("old", "value");
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.code = emulator::CodeFault{403, {.next = {}, .share = {}, .op = 4}};
    m_fixture->server->setFaults(faults);
    const JobOutcome outcome =
        run(*session, Jobs::relocate({KeySelection::ofKey("old"), "old", "new", true}, true));
    QCOMPARE(outcome.result.failed, 1);
    QCOMPARE(outcome.result.failures.constFirst().operation, JobOperation::Delete);
    QCOMPARE(outcome.result.failures.constFirst().error.kind, Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(store(), (Store{{"new", "value"}, {"old", "value"}}));
}

void TestJobCopy::leavesWhatChangedMeanwhile()
{
    fill(64);
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{100ms, {.next = {}, .share = {}, .op = 2}};
    m_fixture->server->setFaults(faults);
    Job *job = session->jobs().start(Jobs::relocate(relocationOf(true), true));
    JobOutcome outcome;
    outcome.follow(job);
    QTRY_VERIFY(m_fixture->server->counters().requests[2] > 0);
    // Both were read by now.
    m_fixture->put("old:00005", "newer");
    m_fixture->put("new:00006", "somebody else's");
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(m_fixture->stored("old:00005"), QByteArray("newer"));
    // What was written last stands there; if it is not ours, the original is not deleted.
    QVERIFY(m_fixture->stored("new:00006") == R"({"n":6})" || m_fixture->stored("old:00006") == R"({"n":6})");
    QVERIFY(outcome.result.failed >= 1);
    for (const JobFailure &failure : outcome.result.failures)
        QCOMPARE(failure.error.kind, Hpkv::ErrorKind::Conflict);
}

void TestJobCopy::survivesBeingKilled_data()
{
    QTest::addColumn<int>("op");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("goOn");
    for (const bool goOn : {true, false}) {
        const char *then = goOn ? "goes on" : "is taken back";
        QTest::addRow("while it reads, %s", then) << 5 << 2 << goOn;
        QTest::addRow("at the first write, %s", then) << 2 << 1 << goOn;
        QTest::addRow("while it writes, %s", then) << 2 << 150 << goOn;
        QTest::addRow("at the first delete, %s", then) << 4 << 1 << goOn;
        QTest::addRow("while it deletes, %s", then) << 4 << 120 << goOn;
        QTest::addRow("near the end, %s", then) << 4 << 270 << goOn;
    }
}

/// In a process of its own, which is really killed.
void TestJobCopy::survivesBeingKilled()
{
    QFETCH(int, op);
    QFETCH(int, after);
    QFETCH(bool, goOn);
    fill(300);
    const Store before = store();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--move"_qs, QString::fromStdString(m_fixture->server->wsUrl()), m_folder->path()});
    QTRY_VERIFY(m_fixture->server->counters().requests[size_t(op)] >= quint64(after));
    process.kill();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QTRY_COMPARE(m_fixture->server->connectionCount(), size_t(0));
    // Every value is in one of the two places.
    const Store half = store();
    for (const auto &[key, value] : before) {
        const auto at = half.find(key);
        const auto target = half.find("new:" + key.mid(4));
        QVERIFY((at != half.end() && at->second == value)
                || (target != half.end() && target->second == value));
    }

    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    QTRY_COMPARE(session->jobs().interrupted().size(), 1);
    const InterruptedJob left = session->jobs().interrupted().constFirst();
    QCOMPARE(left.header.kind, JobKind::Move);
    QCOMPARE(left.header.from, QByteArray("old:"));
    QCOMPARE(left.header.selection, KeySelection::ofPrefix("old:"));
    const JobOutcome outcome =
        run(*session, goOn ? Jobs::goOn(left, true) : Jobs::takeBack(left.file, {}, true));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(store(), goOn ? moved(before) : before);
    QVERIFY(session->jobs().interrupted().isEmpty());
    if (goOn) {
        const JobOutcome back = run(*session, Jobs::takeBack(left.file, {}, true));
        QCOMPARE(back.result.failures, QList<JobFailure>());
        QCOMPARE(store(), before);
    }
    // It is not offered again.
    const auto next = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    run(*next, Jobs::count({}));
    QVERIFY(next->jobs().interrupted().isEmpty());
}

void TestJobCopy::survivesTheEndOfItsSession_data()
{
    QTest::addColumn<int>("requests");
    for (const int requests : {1, 2, 5, 20, 70, 100, 130, 160})
        QTest::addRow("after %d requests", requests) << requests;
}

void TestJobCopy::survivesTheEndOfItsSession()
{
    QFETCH(int, requests);
    fill(100);
    const Store before = store();
    const auto sent = [&] {
        const auto counters = m_fixture->server->counters().requests;
        return counters[2] + counters[4] + counters[5];
    };
    {
        const auto session = m_fixture->makeSession(slowly(m_fixture->profile(), 200), u"key"_qs, options());
        session->jobs().start(Jobs::relocate(relocationOf(true), true));
        QTRY_VERIFY(sent() >= quint64(requests));
    }
    QTRY_COMPARE(m_fixture->server->connectionCount(), size_t(0));
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    QTRY_COMPARE(session->jobs().interrupted().size(), 1);
    const InterruptedJob left = session->jobs().interrupted().constFirst();
    const JobOutcome outcome = run(*session, Jobs::goOn(left, true));
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(store(), moved(before));
    run(*session, Jobs::takeBack(left.file, {}, true));
    QCOMPARE(store(), before);
}

void TestJobCopy::forgetsWhatIsDismissed()
{
    fill(200);
    {
        const auto session = m_fixture->makeSession(slowly(m_fixture->profile(), 200), u"key"_qs, options());
        session->jobs().start(Jobs::relocate(relocationOf(false), true));
        QTRY_VERIFY(m_fixture->server->counters().requests[2] >= 1);
    }
    {
        const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
        QTRY_COMPARE(session->jobs().interrupted().size(), 1);
        QSignalSpy changed(&session->jobs(), &JobList::interruptedChanged);
        session->jobs().dismiss(session->jobs().interrupted().constFirst().file);
        QCOMPARE(changed.size(), 1);
        QVERIFY(session->jobs().interrupted().isEmpty());
        run(*session, Jobs::count({}));
    }
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    run(*session, Jobs::count({}));
    QVERIFY(session->jobs().interrupted().isEmpty());
}

void TestJobCopy::copiesToAnotherSession_data()
{
    QTest::addColumn<bool>("move");
    QTest::newRow("copy") << false;
    QTest::newRow("move") << true;
}

void TestJobCopy::copiesToAnotherSession()
{
    QFETCH(bool, move);
    fill(1200);
    const Store before = store();
    SessionFixture other;
    other.startServer();
    other.put("new:00007", "in the way");
    const Store otherBefore = storeOf(*other.server);
    QTemporaryDir otherFolder;
    const auto source = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    Profile profile = other.profile();
    profile.id = u"other"_qs;
    const auto target = other.makeSession(profile, u"key"_qs, options(otherFolder.path()));
    const JobOutcome outcome =
        wait(Jobs::relocateTo(*source, *target, relocationOf(move, ConflictPolicy::Replace), true));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(outcome.result.done, 1201);
    Job *receiver = target->jobs().jobs().constFirst();
    QCOMPARE(receiver->kind(), JobKind::Receive);
    QTRY_COMPARE(receiver->state(), JobState::Finished);
    QCOMPARE(receiver->result().done, 1201);
    const Store there = storeOf(*other.server);
    QCOMPARE(there.size(), size_t(1201));
    for (const auto &[key, value] : there)
        QCOMPARE(before.at("old:" + key.mid(4)), value);
    if (move)
        QCOMPARE(store(), (Store{{"other", "stays"}}));
    else
        QCOMPARE(store(), before);
    // Each half is taken back where it was done.
    QCOMPARE(run(*source, Jobs::takeBack(outcome.result.undoFile, {}, true)).result.failures,
             QList<JobFailure>());
    QCOMPARE(store(), before);
    QCOMPARE(run(*target, Jobs::takeBack(receiver->result().undoFile, {}, true)).result.failures,
             QList<JobFailure>());
    QCOMPARE(storeOf(*other.server), otherBefore);
}

void TestJobCopy::endsWithTheOtherHalf_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how :
         {"receiver is canceled", "sender is canceled", "target session ends", "source session ends"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestJobCopy::endsWithTheOtherHalf()
{
    QFETCH(QString, how);
    fill(600);
    const Store before = store();
    SessionFixture other;
    other.startServer();
    QTemporaryDir otherFolder;
    auto source = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    Profile profile = other.profile();
    profile.id = u"other"_qs;
    auto target = other.makeSession(slowly(profile, 500), u"key"_qs, options(otherFolder.path()));
    Job *sender = Jobs::relocateTo(*source, *target, relocationOf(true), true);
    Job *receiver = target->jobs().jobs().constFirst();
    JobOutcome sent;
    sent.follow(sender);
    JobOutcome received;
    received.follow(receiver);
    QTRY_VERIFY(m_fixture->server->counters().requests[4] > 0);
    if (how == u"receiver is canceled")
        receiver->cancel();
    else if (how == u"sender is canceled")
        sender->cancel();
    else if (how == u"target session ends")
        target.reset();
    else
        source.reset();
    QTRY_COMPARE(sent.finished, 1);
    QTRY_COMPARE(received.finished, 1);
    QVERIFY(sent.result.state == JobState::Failed || sent.result.state == JobState::Canceled);
    if (how == u"receiver is canceled" || how == u"target session ends") {
        QCOMPARE(sent.result.state, JobState::Failed);
        QVERIFY(!sent.result.error.text.isEmpty());
    }
    // What is no longer here is there.
    const Store here = store();
    const Store there = storeOf(*other.server);
    for (const auto &[key, value] : before)
        QVERIFY(here.count(key) > 0 || there.at("new:" + key.mid(4)) == value);
    QVERIFY(here.size() < before.size());
}

void TestJobCopy::goesOnToAnotherSession()
{
    fill(400);
    const Store before = store();
    SessionFixture other;
    other.startServer();
    QTemporaryDir otherFolder;
    Profile profile = other.profile();
    profile.id = u"other"_qs;
    const auto target = other.makeSession(profile, u"key"_qs, options(otherFolder.path()));
    {
        const auto source = m_fixture->makeSession(slowly(m_fixture->profile(), 500), u"key"_qs, options());
        Jobs::relocateTo(*source, *target, relocationOf(true), true);
        QTRY_VERIFY(m_fixture->server->counters().requests[4] > 30);
    }
    const auto source = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    QTRY_COMPARE(source->jobs().interrupted().size(), 1);
    const InterruptedJob left = source->jobs().interrupted().constFirst();
    QCOMPARE(left.header.targetProfile, u"other"_qs);
    const JobOutcome outcome = wait(Jobs::goOnTo(*source, *target, left, true));
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(store(), (Store{{"other", "stays"}}));
    QCOMPARE(storeOf(*other.server).size(), size_t(401));
    run(*source, Jobs::takeBack(left.file, {}, true));
    QCOMPARE(store(), before);
}

/// Each half may have to wait for its turn; what the other one says meanwhile is not lost.
void TestJobCopy::waitsForTheOtherHalf()
{
    fill(200);
    const Store before = store();
    SessionFixture other;
    other.startServer();
    other.put("a", "1");
    QTemporaryDir otherFolder;
    Profile profile = other.profile();
    profile.id = u"other"_qs;
    const auto source = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    const auto target = other.makeSession(profile, u"key"_qs, options(otherFolder.path()));
    QTRY_COMPARE(target->status().line, LineState::Connected);
    // All places of the target are taken.
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{500ms, {.next = {}, .share = {}, .op = 5}};
    other.server->setFaults(faults);
    for (int i = 0; i < JobRunner::mostActive; ++i)
        target->jobs().start(Jobs::count(KeySelection::ofPrefix("a")));
    Job *sender = Jobs::relocateTo(*source, *target, relocationOf(true), true);
    const Job *receiver = target->jobs().jobs().constLast();
    QSignalSpy told(sender, &Job::told);
    QTRY_VERIFY(!told.isEmpty());
    QCOMPARE(receiver->state(), JobState::Waiting);
    other.server->clearFaults();
    const JobOutcome outcome = wait(sender);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QTRY_COMPARE(receiver->state(), JobState::Finished);
    QCOMPARE(storeOf(*other.server).size(), size_t(202));
    QCOMPARE(store(), (Store{{"other", "stays"}}));
}

void TestJobCopy::failuresGoToAnotherSession()
{
    fill(100);
    SessionFixture other;
    other.startServer();
    QTemporaryDir otherFolder;
    Profile profile = other.profile();
    profile.id = u"other"_qs;
    const auto source = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    auto target = other.makeSession(profile, u"key"_qs, options(otherFolder.path()));
    QTRY_COMPARE(target->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.code = emulator::CodeFault{403, {.next = 7, .share = {}, .op = 2}};
    other.server->setFaults(faults);
    Job *sender = Jobs::relocateTo(*source, *target, relocationOf(true), true);
    QCOMPARE(wait(sender).result.failed, 7);
    QCOMPARE(store().size(), size_t(8));
    QVERIFY(sender->canRetry());
    const JobOutcome again = wait(sender->retryFailures());
    QCOMPARE(again.result.state, JobState::Finished);
    QCOMPARE(again.result.done, 7);
    QCOMPARE(again.result.failures, QList<JobFailure>());
    QCOMPARE(store(), (Store{{"other", "stays"}}));
    QCOMPARE(storeOf(*other.server).size(), size_t(101));
    // Without the other session it ends and says why.
    target.reset();
    const JobOutcome alone = wait(sender->retryFailures());
    QCOMPARE(alone.result.state, JobState::Failed);
    QVERIFY(!alone.result.error.text.isEmpty());
}

void TestJobCopy::otherSessionIsSafe()
{
    fill(20);
    const Store before = store();
    SessionFixture other;
    other.startServer();
    Profile profile = other.profile(SafetyLevel::ReadOnly);
    profile.id = u"other"_qs;
    const auto source = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    const auto target = other.makeSession(profile, u"key"_qs);
    const JobOutcome outcome = wait(Jobs::relocateTo(*source, *target, relocationOf(true), true));
    QCOMPARE(outcome.result.state, JobState::Failed);
    QCOMPARE(outcome.result.error.kind, Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(store(), before);
    QCOMPARE(other.server->size(), size_t(0));
    // A source that may only be read can be copied from, and not be moved from.
    const auto readOnly =
        m_fixture->makeSession(m_fixture->profile(SafetyLevel::ReadOnly), u"key"_qs, options());
    profile.safety = SafetyLevel::Free;
    const auto free = other.makeSession(profile, u"key"_qs);
    QCOMPARE(wait(Jobs::relocateTo(*readOnly, *free, relocationOf(true), true)).result.state,
             JobState::Failed);
    QCOMPARE(other.server->size(), size_t(0));
    QCOMPARE(wait(Jobs::relocateTo(*readOnly, *free, relocationOf(false), true)).result.state,
             JobState::Finished);
    QCOMPARE(other.server->size(), size_t(21));
    QCOMPARE(store(), before);
}

/// `--move URL FOLDER`: moves until it is killed.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--move") {
        Profile profile;
        profile.id = u"test"_qs;
        profile.baseUrl = QUrl(arguments.at(2));
        profile.requestsPerSecond = 400;
        profile.proxyMode = ProxyMode::None;
        profile.safety = SafetyLevel::Free;
        SessionOptions options = SessionFixture::quick();
        options.jobFolder = arguments.at(3);
        Session session(profile, u"key"_qs, options);
        session.open();
        session.jobs().start(Jobs::relocate(relocationOf(true), true));
        return QCoreApplication::exec();
    }
    TestJobCopy test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_jobcopy.moc"
