// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "jobfixture.h"

#include "session/jobs/jobs.h"

#include <QBuffer>

using namespace Studio;
using namespace std::chrono_literals;
namespace emulator = hpkv::emulator;

/// The job system itself, with the simplest of the tasks.
class TestJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void counts_data();
    void counts();
    void tellsOfItself();
    void goesOnAfterACut();
    void waitsOutARefusalForTheRate();
    void asksAgainWhereNoAnswerComes();
    void pausesAtOnce();
    void cancels_data();
    void cancels();
    void waitsForTheLine();
    void onlySomeRunAtATime();
    void reportsAndRetries();
    void endsWithTheSession();
    void forgetsWhatIsOver();
    void memoryIsBounded();

private:
    void fill(int keys);
    JobOutcome run(Session &session, const JobSpec &spec);

    std::unique_ptr<SessionFixture> m_fixture;
};

void TestJobs::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
}

/// "a:00000" and so on, values of 10 bytes.
void TestJobs::fill(int keys)
{
    for (int i = 0; i < keys; ++i)
        m_fixture->put("a:" + QByteArray::number(i).rightJustified(5, '0'), "0123456789");
}

JobOutcome TestJobs::run(Session &session, const JobSpec &spec)
{
    JobOutcome outcome;
    outcome.follow(session.jobs().start(spec));
    [&] { QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 20'000); }();
    return outcome;
}

void TestJobs::counts_data()
{
    QTest::addColumn<KeySelection>("selection");
    QTest::addColumn<qint64>("keys");
    QTest::newRow("branch") << KeySelection::ofPrefix("a:") << qint64(2500);
    QTest::newRow("everything") << KeySelection::ofPrefix({}) << qint64(2504);
    QTest::newRow("one key") << KeySelection::ofKey("b") << qint64(1);
    QTest::newRow("no key") << KeySelection::ofKey("nothing") << qint64(0);
    QTest::newRow("nothing") << KeySelection() << qint64(0);
    QTest::newRow("empty branch") << KeySelection::ofPrefix("none:") << qint64(0);
    QTest::newRow("twice the same") << KeySelection{{"b", "a:00001", "b"},
                                                    {KeyInterval::ofPrefix("a:"), {"a:", "a:00010"}}}
                                    << qint64(2501);
    QList<QByteArray> some;
    for (int i = 0; i < 2500; i += 3)
        some.append("a:" + QByteArray::number(i).rightJustified(5, '0'));
    some.append({"b", QByteArray("n\0ul", 4), "c\n\"", "absent"});
    QTest::newRow("many keys") << KeySelection::ofKeys(some) << qint64(834 + 3);
    QTest::newRow("interval of one") << KeySelection{{}, {{"a:00007", "a:00007"}}} << qint64(1);
    QTest::newRow("backwards") << KeySelection{{}, {{"b", "a"}}} << qint64(0);
}

void TestJobs::counts()
{
    QFETCH(KeySelection, selection);
    QFETCH(qint64, keys);
    fill(2500);
    for (const QByteArray &key :
         {QByteArray("b"), QByteArray("n\0ul", 4), QByteArray("c\n\""), QByteArray("z")})
        m_fixture->put(key, "0123456789");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    const JobOutcome outcome = run(*session, Jobs::count(selection));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QVERIFY(!outcome.result.error.isError());
    QCOMPARE(outcome.result.done, keys);
    QCOMPARE(outcome.result.bytes, keys * 10);
    QCOMPARE(outcome.result.failed, 0);
    // What a job reads does not go through the mirror.
    QVERIFY(SessionFixture::knownKeys(*session).isEmpty());
}

void TestJobs::tellsOfItself()
{
    fill(10);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QSignalSpy added(&session->jobs(), &JobList::added);
    Job *job = session->jobs().start(Jobs::count(KeySelection::ofPrefix("a:")));
    QCOMPARE(added.size(), 1);
    QCOMPARE(job->kind(), JobKind::Count);
    QCOMPARE(job->selection(), KeySelection::ofPrefix("a:"));
    QVERIFY(!job->isOver());
    QCOMPARE(session->jobs().underWay(), QList<Job *>{job});
    QSignalSpy finished(job, &Job::finished);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(job->isOver());
    QVERIFY(job->endedAt() >= job->startedAt());
    QVERIFY(session->jobs().underWay().isEmpty());
    QCOMPARE(job->progress().done, 10);
    QCOMPARE(job->progress().phase, JobPhase::Counting);
    session->jobs().removeOver();
    QVERIFY(session->jobs().jobs().isEmpty());
}

void TestJobs::goesOnAfterACut()
{
    fill(5000);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    // Each page takes long enough to be cut.
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{200ms, {.next = {}, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    Job *job = session->jobs().start(Jobs::count(KeySelection::ofPrefix("a:")));
    outcome.follow(job);
    QTRY_VERIFY(job->progress().done >= 1000);
    m_fixture->server->cutAll();
    QTRY_VERIFY(outcome.states.contains(JobState::WaitingForLine));
    m_fixture->server->clearFaults();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.done, 5000);
    QCOMPARE(outcome.result.failed, 0);
}

void TestJobs::waitsOutARefusalForTheRate()
{
    fill(1500);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.code = emulator::CodeFault{429, {.next = 2, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    const JobOutcome outcome = run(*session, Jobs::count(KeySelection::ofPrefix("a:")));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.done, 1500);
    QCOMPARE(outcome.result.failed, 0);
    // Two refused, two pages: nothing more was asked for.
    QCOMPARE(m_fixture->server->counters().requests[5], quint64(4));
}

void TestJobs::asksAgainWhereNoAnswerComes()
{
    fill(100);
    SessionOptions options = SessionFixture::quick();
    options.callTimeout = 100ms;
    const auto session = m_fixture->makeSession(m_fixture->profile(), QStringLiteral("key"), options);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.drop = emulator::FaultApply{.next = 2, .share = {}, .op = 5};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome = run(*session, Jobs::count(KeySelection::ofPrefix("a:")));
    QCOMPARE(outcome.result.done, 100);
    QCOMPARE(outcome.result.failed, 0);
    // Not for ever.
    faults.drop = emulator::FaultApply{.next = {}, .share = {}, .op = 5};
    m_fixture->server->setFaults(faults);
    outcome = run(*session, Jobs::count(KeySelection::ofPrefix("a:")));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.failed, 1);
    QCOMPARE(outcome.result.failures.size(), 1);
    QCOMPARE(outcome.result.failures.constFirst().error.kind, Hpkv::ErrorKind::Timeout);
}

void TestJobs::pausesAtOnce()
{
    fill(5000);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{100ms, {.next = {}, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    Job *job = session->jobs().start(Jobs::count(KeySelection::ofPrefix("a:")));
    outcome.follow(job);
    QTRY_VERIFY(job->progress().done >= 1000);
    job->pause();
    QTRY_COMPARE(job->state(), JobState::Paused);
    const auto asked = m_fixture->server->counters().requests[5];
    // The page under way arrives; another job is through meanwhile, and none is asked for.
    run(*session, Jobs::count(KeySelection::ofPrefix("none:")));
    run(*session, Jobs::count(KeySelection::ofPrefix("none:")));
    QCOMPARE(m_fixture->server->counters().requests[5], asked + 2);
    m_fixture->server->clearFaults();
    job->resume();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.done, 5000);
    QVERIFY(outcome.states.contains(JobState::Paused));
}

void TestJobs::cancels_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : {"at once", "while it runs", "while it is paused", "without a line"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestJobs::cancels()
{
    QFETCH(QString, when);
    fill(5000);
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{100ms, {.next = {}, .share = {}, .op = 5}};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    Job *job = session->jobs().start(Jobs::count(KeySelection::ofPrefix("a:")));
    outcome.follow(job);
    if (when != u"at once")
        QTRY_VERIFY(job->progress().done >= 1000);
    if (when == u"while it is paused") {
        job->pause();
        QTRY_COMPARE(job->state(), JobState::Paused);
    } else if (when == u"without a line") {
        m_fixture->server->stop();
        QTRY_COMPARE(job->state(), JobState::WaitingForLine);
    }
    job->cancel();
    job->cancel();
    QVERIFY(job->isCanceling());
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Canceled);
    QVERIFY(outcome.result.done < 5000);
    QVERIFY(!job->isCanceling());
    job->pause();
    job->resume();
    m_fixture->server->start();
    QCOMPARE(run(*session, Jobs::count({})).result.state, JobState::Finished);
    QCOMPARE(outcome.finished, 1);
}

void TestJobs::waitsForTheLine()
{
    fill(10);
    const Profile profile = m_fixture->profile();
    m_fixture->server->stop();
    const auto session = m_fixture->makeSession(profile);
    JobOutcome outcome;
    outcome.follow(session->jobs().start(Jobs::count(KeySelection::ofPrefix("a:"))));
    QTRY_COMPARE(outcome.states, QList<JobState>{JobState::WaitingForLine});
    m_fixture->server->start();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.done, 10);
}

void TestJobs::onlySomeRunAtATime()
{
    const Profile profile = m_fixture->profile();
    m_fixture->server->stop();
    const auto session = m_fixture->makeSession(profile);
    QList<Job *> jobs;
    for (int i = 0; i < JobRunner::mostActive + 1; ++i)
        jobs.append(session->jobs().start(Jobs::count(KeySelection::ofPrefix("a:"))));
    QTRY_COMPARE(jobs.at(JobRunner::mostActive - 1)->state(), JobState::WaitingForLine);
    QCOMPARE(jobs.constLast()->state(), JobState::Waiting);
    // A paused one gives its place away.
    jobs.constFirst()->pause();
    QTRY_COMPARE(jobs.constLast()->state(), JobState::WaitingForLine);
    jobs.constFirst()->cancel();
    m_fixture->server->start();
    QTRY_VERIFY(session->jobs().underWay().isEmpty());
}

void TestJobs::reportsAndRetries()
{
    fill(3);
    const QByteArray odd("n\0\"\xc3\xa4", 5);
    m_fixture->put(odd, "0123456789");
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.code = emulator::CodeFault{403, {.next = 3, .share = {}, .op = {}}};
    m_fixture->server->setFaults(faults);
    // A page first, which is refused as a whole, then each by itself.
    const QList<QByteArray> keys{"a:00000", "a:00001", "a:00002", odd};
    Job *job = session->jobs().start(Jobs::count(KeySelection::ofKeys(keys)));
    QSignalSpy finished(job, &Job::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(job->result().state, JobState::Finished);
    QCOMPARE(job->result().done, 4);
    QCOMPARE(job->result().failed, 2);
    QCOMPARE(job->result().failures.size(), 2);
    QCOMPARE(job->result().failures.constFirst().error.code, 403);
    QBuffer report;
    report.open(QIODevice::WriteOnly);
    QVERIFY(job->saveReport(report));
    const QList<QByteArray> lines = report.data().split('\n');
    QCOMPARE(lines.size(), 4); // two, the sum, and nothing behind the last line feed
    QVERIFY(lines.constFirst().startsWith(
        R"({"key":"a:00000","operation":"read","error":"AccessDenied","code":403,"delivery":"Answered")"));
    QVERIFY(lines.at(2).startsWith(R"({"summary":true,"job":"count","done":4,"failed":2)"));
    QVERIFY(job->canRetry());
    JobOutcome again;
    again.follow(job->retryFailures());
    QTRY_COMPARE(again.finished, 1);
    QCOMPARE(again.result.done, 2);
    QCOMPARE(again.result.failed, 0);
}

void TestJobs::endsWithTheSession()
{
    fill(10);
    auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.drop = emulator::FaultApply{.next = {}, .share = {}, .op = 5};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    outcome.follow(session->jobs().start(Jobs::count(KeySelection::ofPrefix("a:"))));
    QTRY_COMPARE(m_fixture->server->counters().requests[5], quint64(1));
    session.reset();
    QCOMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Canceled);
}

void TestJobs::forgetsWhatIsOver()
{
    const auto session = m_fixture->makeSession(m_fixture->profile());
    for (int i = 0; i < JobList::keptOver + 20; ++i)
        session->jobs().start(Jobs::count({}));
    QTRY_VERIFY(session->jobs().underWay().isEmpty());
    QCOMPARE(session->jobs().jobs().size(), qsizetype(JobList::keptOver));
    QCOMPARE(session->jobs().jobs().constFirst()->id(), quint64(21));
}

void TestJobs::memoryIsBounded()
{
    // Failures beyond the bound are counted only.
    QList<QByteArray> keys;
    for (int i = 0; i < 12'000; ++i)
        keys.append(QByteArray::number(i));
    const auto session = m_fixture->makeSession(m_fixture->profile());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.code = emulator::CodeFault{403, {}};
    m_fixture->server->setFaults(faults);
    const JobOutcome outcome = run(*session, Jobs::count(KeySelection::ofKeys(keys)));
    QCOMPARE(outcome.result.failed, 12'000);
    QCOMPARE(outcome.result.failures.size(), 10'000);
}

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
