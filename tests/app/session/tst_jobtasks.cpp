// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "jobfixture.h"

#include "session/jobs/jobfile.h"
#include "session/jobs/jobs.h"
#include "session/journal.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <functional>
#include <map>

using namespace Studio;
using namespace std::chrono_literals;
namespace emulator = hpkv::emulator;

namespace
{

using Store = std::map<QByteArray, QByteArray>;

const QByteArray oddKey("a:n\0ul\n\"\xc3\xa4", 11);

} // namespace

/// The tasks that write, each against everything that can go wrong on the way.
class TestJobTasks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void succeedAndAreTakenBack_data() { kinds(); }
    void succeedAndAreTakenBack();
    void areTakenBackWhereTheyAreWatched_data();
    void areTakenBackWhereTheyAreWatched();
    void goOnWhereOthersAreForbidden_data() { kinds(); }
    void goOnWhereOthersAreForbidden();
    void waitOutARateLimit_data() { kinds(); }
    void waitOutARateLimit();
    void outliveACut_data() { kinds(); }
    void outliveACut();
    void sayWhatTheyDoNotKnow_data() { kinds(); }
    void sayWhatTheyDoNotKnow();
    void pauseAndGoOn_data() { kinds(); }
    void pauseAndGoOn();
    void areCanceledAtEachPhase_data();
    void areCanceledAtEachPhase();
    void writeNothingWhereNothingMayBeWritten_data() { kinds(); }
    void writeNothingWhereNothingMayBeWritten();
    void askForConfirmation_data() { kinds(); }
    void askForConfirmation();
    void deleteOnlyWhatIsInTheFile();
    void deleteNothingWithoutAFile_data();
    void deleteNothingWithoutAFile();
    void deleteWithoutUndoWhenTold();
    void takeBackLeavesAloneWhatChanged();
    void takeBackOfIncrementsOnlyOnce();
    void changeLeavesAbsentKeysAbsent();
    void patchIsNeverAppended_data();
    void patchIsNeverAppended();
    void patchTakesTheValueOfItsMoment();
    void mirrorLearnsWhatWasWritten_data() { kinds(); }
    void mirrorLearnsWhatWasWritten();
    void interactiveRequestsGoFirst();
    void isOneRowOfTheJournal_data() { kinds(); }
    void isOneRowOfTheJournal();

private:
    static void kinds();
    void fill(int keys, const QString &kind = {});
    static QByteArray valueOf(const QString &kind, int number);
    Store store() const;
    SessionOptions options() const;
    static JobSpec spec(const QString &kind, bool confirmed = true);
    static emulator::FaultApply writesOf(const QString &kind, std::optional<int> next = {});
    JobOutcome run(Session &session, const JobSpec &spec);
    /// What the store holds when the job is through.
    static Store expected(const QString &kind, const Store &before);
    QStringList files() const;

    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJobTasks::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestJobTasks::cleanup()
{
    m_fixture.reset();
    m_folder.reset();
}

void TestJobTasks::kinds()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"delete", "patch", "increment", "copy", "move"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

/// A number, or an object with it where it is to be patched.
QByteArray TestJobTasks::valueOf(const QString &kind, int number)
{
    const QByteArray text = QByteArray::number(number);
    return kind == u"patch" ? "{\"n\":" + text + '}' : text;
}

/// Below "a:", with numbers in the values, and some keys around it.
void TestJobTasks::fill(int keys, const QString &kind)
{
    for (int i = 0; i < keys; ++i)
        m_fixture->put("a:" + QByteArray::number(i).rightJustified(5, '0'), valueOf(kind, i + 1));
    m_fixture->put(oddKey, valueOf(kind, 77));
    m_fixture->put("a", "before");
    m_fixture->put("b:0", "behind");
}

Store TestJobTasks::store() const
{
    Store store;
    m_fixture->server->forEach([&](const emulator::Record &record) {
        store[QByteArray::fromStdString(record.key)] = QByteArray::fromStdString(record.value);
    });
    return store;
}

SessionOptions TestJobTasks::options() const
{
    SessionOptions options = SessionFixture::quick();
    options.jobFolder = m_folder->path();
    return options;
}

JobSpec TestJobTasks::spec(const QString &kind, bool confirmed)
{
    const KeySelection selection = KeySelection::ofPrefix("a:");
    if (kind == u"delete")
        return Jobs::remove(selection, confirmed);
    if (kind == u"patch")
        return Jobs::patch(selection, R"({"m":5})", confirmed);
    if (kind == u"increment")
        return Jobs::increment(selection, 1000, confirmed);
    return Jobs::relocate({selection, "a:", "copy:of:", kind == u"move", ConflictPolicy::Skip}, confirmed);
}

emulator::FaultApply TestJobTasks::writesOf(const QString &kind, std::optional<int> next)
{
    static const QHash<QString, int> ops{
        {u"delete"_qs, 4}, {u"patch"_qs, 3}, {u"increment"_qs, 6}, {u"copy"_qs, 2}, {u"move"_qs, 2}};
    return {.next = next, .share = {}, .op = ops.value(kind)};
}

Store TestJobTasks::expected(const QString &kind, const Store &before)
{
    Store after = before;
    for (const auto &[key, value] : before) {
        if (!key.startsWith("a:"))
            continue;
        if (kind == u"delete" || kind == u"move")
            after.erase(key);
        if (kind == u"copy" || kind == u"move")
            after["copy:of:" + key.mid(2)] = value;
        if (kind == u"patch")
            after[key] = value.chopped(1) + ",\"m\":5}";
        if (kind == u"increment")
            after[key] = QByteArray::number(value.toLongLong() + 1000);
    }
    return after;
}

JobOutcome TestJobTasks::run(Session &session, const JobSpec &spec)
{
    JobOutcome outcome;
    outcome.follow(session.jobs().start(spec));
    [&] { QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 30'000); }();
    return outcome;
}

QStringList TestJobTasks::files() const
{
    return QDir(m_folder->path()).entryList(QDir::Files);
}

void TestJobTasks::succeedAndAreTakenBack()
{
    QFETCH(QString, kind);
    fill(1500, kind);
    const Store before = store();
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    const JobOutcome outcome = run(*session, spec(kind));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(outcome.result.done, 1501);
    QCOMPARE(store(), expected(kind, before));
    QVERIFY(!outcome.result.undoFile.isEmpty());
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(outcome.result.undoFile).permissions() & others));

    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.state, JobState::Finished);
    QCOMPARE(back.result.failures, QList<JobFailure>());
    QCOMPARE(store(), before);
}

void TestJobTasks::areTakenBackWhereTheyAreWatched_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<emulator::PatchNotification>("notification");
    for (const char *kind : {"delete", "patch", "increment", "copy", "move"}) {
        QTest::addRow("%s", kind) << QString::fromLatin1(kind) << emulator::PatchNotification::SentText;
    }
    QTest::newRow("patch, told as a whole") << u"patch"_qs << emulator::PatchNotification::MergedValue;
}

/// The job's own changes come back as notifications; those are nobody else's.
void TestJobTasks::areTakenBackWhereTheyAreWatched()
{
    QFETCH(QString, kind);
    QFETCH(emulator::PatchNotification, notification);
    m_fixture->options.patchNotification = notification;
    m_fixture->options.ownNotificationOrder = emulator::OwnNotificationOrder::NotificationFirst;
    m_fixture->startServer();
    fill(150, kind);
    const Store before = store();
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    QObject view;
    session->setWatchedPrefixes(&view, {"a:", "copy:"});
    QTRY_VERIFY(session->status().watching && session->status().watchedPatterns.size() >= 2);
    const JobOutcome outcome = run(*session, spec(kind));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(store(), expected(kind, before));
    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.failures, QList<JobFailure>());
    QCOMPARE(store(), before);
}

void TestJobTasks::goOnWhereOthersAreForbidden()
{
    QFETCH(QString, kind);
    fill(200, kind);
    const Store before = store();
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.code = emulator::CodeFault{403, writesOf(kind, 10)};
    m_fixture->server->setFaults(faults);
    Job *job = session->jobs().start(spec(kind));
    JobOutcome outcome;
    outcome.follow(job);
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.done, 201);
    QCOMPARE(outcome.result.failed, 10);
    QCOMPARE(outcome.result.failures.size(), 10);
    for (const JobFailure &failure : outcome.result.failures) {
        QCOMPARE(failure.error.kind, Hpkv::ErrorKind::AccessDenied);
        QCOMPARE(failure.error.delivery, Hpkv::Delivery::Answered);
        QVERIFY(before.contains(failure.key));
        // It is where it was, and as it was.
        QCOMPARE(m_fixture->stored(failure.key), before.at(failure.key));
    }
    // What failed is done at the second attempt.
    QVERIFY(job->canRetry());
    JobOutcome again;
    again.follow(job->retryFailures());
    QTRY_COMPARE(again.finished, 1);
    QCOMPARE(again.result.failures, QList<JobFailure>());
    QCOMPARE(store(), expected(kind, before));
    // The two undo files take back all of it.
    run(*session, Jobs::takeBack(again.result.undoFile, {}, true));
    run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(store(), before);
}

void TestJobTasks::waitOutARateLimit()
{
    QFETCH(QString, kind);
    fill(100, kind);
    const Store before = store();
    Profile profile = m_fixture->profile();
    const auto session = m_fixture->makeSession(profile, u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    // All that are under way together are refused, and some of the next ones.
    faults.code = emulator::CodeFault{429, writesOf(kind, 40)};
    m_fixture->server->setFaults(faults);
    const JobOutcome outcome = run(*session, spec(kind));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(store(), expected(kind, before));
}

void TestJobTasks::outliveACut()
{
    QFETCH(QString, kind);
    fill(400, kind);
    const Store before = store();
    const auto session = m_fixture->makeSession(slowly(m_fixture->profile(), 500), u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{30ms, writesOf(kind)};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    Job *job = session->jobs().start(spec(kind));
    outcome.follow(job);
    for (int cut = 0; cut < 3; ++cut) {
        const auto asked = m_fixture->server->counters().requests;
        QTRY_VERIFY(job->isOver()
                    || m_fixture->server->counters().requests[size_t(*writesOf(kind).op)]
                           > asked[size_t(*writesOf(kind).op)] + 20);
        m_fixture->server->cutAll();
    }
    m_fixture->server->clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 20'000);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.done, 401);
    QVERIFY(outcome.states.contains(JobState::WaitingForLine));
    // Nothing was done twice, and what is not known is said. Where a look tells, it is known.
    Store after = store();
    const Store wanted = expected(kind, before);
    for (const JobFailure &failure : outcome.result.failures) {
        QCOMPARE(failure.error.delivery, Hpkv::Delivery::Unknown);
        QVERIFY(kind == u"patch" || kind == u"increment" || after == wanted
                || m_fixture->stored(failure.key) == before.at(failure.key));
    }
    for (const auto &[key, value] : before) {
        const bool isUnknown = std::any_of(outcome.result.failures.cbegin(), outcome.result.failures.cend(),
                                           [&, k = key](const JobFailure &f) { return f.key == k; });
        if (isUnknown) {
            // Once or not at all.
            const std::optional<QByteArray> now = m_fixture->stored(key);
            const auto want = wanted.find(key);
            const std::optional<QByteArray> done =
                want == wanted.end() ? std::nullopt : std::optional<QByteArray>(want->second);
            QVERIFY(now == value || now == done);
        } else {
            const auto want = wanted.find(key);
            QCOMPARE(m_fixture->stored(key),
                     want == wanted.end() ? std::nullopt : std::optional<QByteArray>(want->second));
        }
    }
}

void TestJobTasks::sayWhatTheyDoNotKnow()
{
    QFETCH(QString, kind);
    fill(50, kind);
    const Store before = store();
    SessionOptions options = this->options();
    options.callTimeout = 150ms;
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    // Carried out, but nobody says so.
    emulator::Faults faults;
    faults.drop = writesOf(kind, 5);
    m_fixture->server->setFaults(faults);
    const auto writes = [&] { return m_fixture->server->counters().requests[size_t(*writesOf(kind).op)]; };
    const JobOutcome outcome = run(*session, spec(kind));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(writes(), quint64(51));
    QCOMPARE(store(), expected(kind, before));
    if (kind == u"patch" || kind == u"increment") {
        QCOMPARE(outcome.result.failed, 5);
        for (const JobFailure &failure : outcome.result.failures) {
            QCOMPARE(failure.error.kind, Hpkv::ErrorKind::Timeout);
            QCOMPARE(failure.error.delivery, Hpkv::Delivery::Unknown);
        }
        // An increment would be added twice; a merge patch may be repeated by a person.
        QCOMPARE(session->jobs().jobs().constFirst()->canRetry(), kind == u"patch");
    } else {
        // A look at the store tells.
        QCOMPARE(outcome.result.failures, QList<JobFailure>());
    }
}

void TestJobTasks::pauseAndGoOn()
{
    QFETCH(QString, kind);
    fill(300, kind);
    const Store before = store();
    // So slow that much of it waits in the client's queue.
    Profile profile = m_fixture->profile();
    profile.requestsPerSecond = 200;
    const auto session = m_fixture->makeSession(profile, u"key"_qs, options());
    JobOutcome outcome;
    Job *job = session->jobs().start(spec(kind));
    outcome.follow(job);
    const auto writes = [&] { return m_fixture->server->counters().requests[size_t(*writesOf(kind).op)]; };
    QTRY_VERIFY(writes() > 20);
    job->pause();
    QTRY_COMPARE(job->state(), JobState::Paused);
    const quint64 sent = writes();
    // A person's own requests go on meanwhile, one after another at the same rate.
    for (int i = 0; i < 10; ++i) {
        ReadOutcome read;
        read.follow(session->read("b:0"));
        QTRY_COMPARE(read.finished, 1);
        QCOMPARE(read.value, QByteArray("behind"));
    }
    QCOMPARE(writes(), sent);
    job->resume();
    QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 20'000);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(store(), expected(kind, before));
    QCOMPARE(writes(), quint64(301));
}

void TestJobTasks::areCanceledAtEachPhase_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("op");
    QTest::addColumn<int>("after");
    // The op at which it is stopped, and after how many of them.
    const QList<QPair<int, int>> phases{{5, 1}, {5, 2},  {5, 3}, {5, 5},  {2, 1}, {2, 70},
                                        {3, 1}, {3, 70}, {4, 1}, {4, 70}, {6, 1}, {6, 70}};
    const QHash<QString, QList<int>> ops{{u"delete"_qs, {5, 4}},
                                         {u"patch"_qs, {5, 3}},
                                         {u"increment"_qs, {5, 6}},
                                         {u"copy"_qs, {5, 2}},
                                         {u"move"_qs, {5, 2, 4}}};
    for (auto it = ops.cbegin(); it != ops.cend(); ++it) {
        for (const auto &[op, after] : phases) {
            if (it.value().contains(op))
                QTest::addRow("%s, op %d, after %d", qPrintable(it.key()), op, after)
                    << it.key() << op << after;
        }
    }
}

void TestJobTasks::areCanceledAtEachPhase()
{
    QFETCH(QString, kind);
    QFETCH(int, op);
    QFETCH(int, after);
    fill(150, kind);
    const Store before = store();
    const auto session = m_fixture->makeSession(slowly(m_fixture->profile(), 300), u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{20ms, {.next = {}, .share = {}, .op = op}};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    Job *job = session->jobs().start(spec(kind));
    outcome.follow(job);
    QTRY_VERIFY(job->isOver() || m_fixture->server->counters().requests[size_t(op)] >= quint64(after));
    job->cancel();
    QTRY_COMPARE(outcome.finished, 1);
    m_fixture->server->clearFaults();
    const auto requests = m_fixture->server->counters().requests;
    const Store half = store();
    // Nothing is under way any more.
    JobOutcome other = run(*session, Jobs::count(KeySelection::ofKey("a")));
    QCOMPARE(store(), half);
    QCOMPARE(m_fixture->server->counters().requests[4], requests[4]);
    // Nothing is lost at any moment: what is not where it was is where it should be.
    const Store wanted = expected(kind, before);
    for (const auto &[key, value] : before) {
        const auto now = half.find(key);
        if (now != half.end() && now->second == value)
            continue;
        const auto want = wanted.find(key);
        QCOMPARE(now != half.end(), want != wanted.end());
        if (kind == u"move")
            QCOMPARE(half.at("copy:of:" + key.mid(2)), value);
    }
    if (outcome.result.undoFile.isEmpty()) {
        QCOMPARE(half, before);
        QVERIFY(files().isEmpty());
        return;
    }
    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.state, JobState::Finished);
    if (kind != u"patch") {
        QCOMPARE(back.result.failures, QList<JobFailure>());
        QCOMPARE(store(), before);
    } else {
        // What was not read back is left alone, and said.
        for (const auto &[key, value] : before) {
            const bool isReported = std::any_of(back.result.failures.cbegin(), back.result.failures.cend(),
                                                [&, k = key](const JobFailure &f) { return f.key == k; });
            QVERIFY(isReported || m_fixture->stored(key) == value);
        }
    }
}

void TestJobTasks::writeNothingWhereNothingMayBeWritten()
{
    QFETCH(QString, kind);
    fill(10, kind);
    const Store before = store();
    const auto session =
        m_fixture->makeSession(m_fixture->profile(SafetyLevel::ReadOnly), u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    JobOutcome outcome = run(*session, spec(kind));
    QCOMPARE(outcome.result.state, JobState::Failed);
    QCOMPARE(outcome.result.error.kind, Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(outcome.result.error.delivery, Hpkv::Delivery::NotSent);
    // Past the list: a spec that hides that it writes cannot write either, with or without confirmation.
    JobSpec liar = spec(kind);
    liar.writes = false;
    outcome = run(*session, liar);
    QVERIFY(outcome.result.failed > 0);
    QCOMPARE(outcome.result.failures.constFirst().error.kind, Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(store(), before);
    const auto requests = m_fixture->server->counters().requests;
    QCOMPARE(requests[2] + requests[3] + requests[4] + requests[6], quint64(0));
}

void TestJobTasks::askForConfirmation()
{
    QFETCH(QString, kind);
    fill(10, kind);
    const Store before = store();
    const auto session =
        m_fixture->makeSession(m_fixture->profile(SafetyLevel::Confirm), u"key"_qs, options());
    const JobOutcome refused = run(*session, spec(kind, false));
    QCOMPARE(refused.result.state, JobState::Failed);
    QCOMPARE(refused.result.error.kind, Hpkv::ErrorKind::AccessDenied);
    QCOMPARE(store(), before);
    const JobOutcome outcome = run(*session, spec(kind, true));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(store(), expected(kind, before));
    // The way back is a write like any other.
    const JobOutcome unconfirmed = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, false));
    QCOMPARE(unconfirmed.result.state, JobState::Failed);
    QCOMPARE(store(), expected(kind, before));
}

void TestJobTasks::deleteOnlyWhatIsInTheFile()
{
    fill(300);
    const auto session = m_fixture->makeSession(slowly(m_fixture->profile(), 300), u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{20ms, {.next = {}, .share = {}, .op = 4}};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    Job *job = session->jobs().start(Jobs::remove(KeySelection::ofPrefix("a:"), true));
    outcome.follow(job);
    QTRY_VERIFY(m_fixture->server->counters().requests[4] > 0);
    // After everything was read: new, changed, gone.
    m_fixture->put("a:00299x", "new");
    m_fixture->put("a:00298", "changed");
    m_fixture->server->erase("a:00297");
    m_fixture->server->clearFaults();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.failures, QList<JobFailure>());
    QCOMPARE(outcome.result.done, 301);
    QCOMPARE(outcome.result.skipped, 1);
    QCOMPARE(m_fixture->stored("a:00299x"), QByteArray("new"));
    QVERIFY(!m_fixture->stored("a:00298"));
    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.failures, QList<JobFailure>());
    // As it was when it was deleted, not as it was when it was read.
    QCOMPARE(m_fixture->stored("a:00298"), QByteArray("changed"));
    QCOMPARE(m_fixture->stored("a:00001"), QByteArray("2"));
}

void TestJobTasks::deleteNothingWithoutAFile_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("folder cannot be made") << u"folder"_qs;
    QTest::newRow("beyond its limit") << u"limit"_qs;
}

void TestJobTasks::deleteNothingWithoutAFile()
{
    QFETCH(QString, what);
    fill(2500);
    const Store before = store();
    SessionOptions options = this->options();
    QFile blocker(m_folder->filePath(u"file"_qs));
    if (what == u"folder") {
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        options.jobFolder = blocker.fileName() + u"/jobs"_qs;
    } else {
        options.undoLimit = 50'000;
    }
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options);
    const JobOutcome outcome = run(*session, Jobs::remove(KeySelection::ofPrefix("a:"), true));
    QCOMPARE(outcome.result.state, JobState::Failed);
    QVERIFY(!outcome.result.error.text.isEmpty());
    QVERIFY(outcome.result.undoFile.isEmpty());
    QCOMPARE(store(), before);
    QCOMPARE(m_fixture->server->counters().requests[4], quint64(0));
    blocker.remove();
    QVERIFY(files().isEmpty());
}

void TestJobTasks::deleteWithoutUndoWhenTold()
{
    fill(200);
    SessionOptions options = this->options();
    options.undoLimit = 100;
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options);
    const JobOutcome outcome = run(*session, Jobs::remove(KeySelection::ofPrefix("a:"), true, false));
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.done, 201);
    QVERIFY(outcome.result.undoFile.isEmpty());
    QCOMPARE(store().size(), size_t(2));
    QVERIFY(files().isEmpty());
}

void TestJobTasks::takeBackLeavesAloneWhatChanged()
{
    QList<QString> kinds{u"delete"_qs, u"patch"_qs, u"copy"_qs, u"move"_qs};
    for (const QString &kind : kinds) {
        m_fixture->server->clear();
        fill(20, kind);
        const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
        const JobOutcome outcome = run(*session, spec(kind));
        m_fixture->put("a:00003", "mine");
        if (kind == u"copy" || kind == u"move")
            m_fixture->put("copy:of:00004", "mine too");
        const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
        QCOMPARE(back.result.state, JobState::Finished);
        QVERIFY(back.result.failed >= 1);
        for (const JobFailure &failure : back.result.failures) {
            QCOMPARE(failure.error.kind, Hpkv::ErrorKind::Conflict);
            QVERIFY(failure.key == "a:00003" || failure.key == "copy:of:00004");
        }
        QCOMPARE(m_fixture->stored("a:00003"), QByteArray("mine"));
        QCOMPARE(m_fixture->stored("a:00005"), valueOf(kind, 6));
        if (kind == u"copy" || kind == u"move") {
            QCOMPARE(m_fixture->stored("copy:of:00004"), QByteArray("mine too"));
            QCOMPARE(m_fixture->stored("a:00004"), QByteArray("5"));
            QVERIFY(!m_fixture->stored("copy:of:00005"));
            // The original is not what was copied: the copy may be all that is left of that.
            QCOMPARE(m_fixture->stored("copy:of:00003"), QByteArray("4"));
        }
    }
}

void TestJobTasks::takeBackOfIncrementsOnlyOnce()
{
    fill(20);
    const Store before = store();
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    const JobOutcome outcome = run(*session, spec(u"increment"_qs));
    QCOMPARE(run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true)).result.state,
             JobState::Finished);
    QCOMPARE(store(), before);
    const JobOutcome again = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(again.result.state, JobState::Failed);
    QVERIFY(!again.result.error.text.isEmpty());
    QCOMPARE(store(), before);
}

void TestJobTasks::changeLeavesAbsentKeysAbsent()
{
    fill(3);
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    const JobOutcome outcome =
        run(*session, Jobs::increment(KeySelection::ofKeys({"a:00001", "absent"}), 5, true));
    QCOMPARE(outcome.result.done, 2);
    QCOMPARE(outcome.result.skipped, 1);
    QCOMPARE(m_fixture->stored("a:00001"), QByteArray("7"));
    QVERIFY(!m_fixture->stored("absent"));
}

void TestJobTasks::patchIsNeverAppended_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("number") << QByteArray("5");
    QTest::newRow("array") << QByteArray("[{\"a\":1}]");
    QTest::newRow("string") << QByteArray("\"{}\"");
    QTest::newRow("broken object") << QByteArray("{\"a\":1");
}

void TestJobTasks::patchIsNeverAppended()
{
    QFETCH(QByteArray, value);
    m_fixture->put("a:1", value);
    m_fixture->put("a:2", " { \"n\" : 1 } ");
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    Job *job = session->jobs().start(spec(u"patch"_qs));
    JobOutcome outcome;
    outcome.follow(job);
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.state, JobState::Finished);
    QCOMPARE(outcome.result.done, 2);
    QCOMPARE(outcome.result.failed, 1);
    QCOMPARE(outcome.result.failures.constFirst().key, QByteArray("a:1"));
    QCOMPARE(outcome.result.failures.constFirst().operation, JobOperation::Patch);
    QCOMPARE(outcome.result.failures.constFirst().error.delivery, Hpkv::Delivery::NotSent);
    QVERIFY(!outcome.result.failures.constFirst().error.text.isEmpty());
    QCOMPARE(m_fixture->stored("a:1"), value);
    QCOMPARE(m_fixture->stored("a:2"), QByteArray("{\"n\":1,\"m\":5}"));
    QCOMPARE(m_fixture->server->counters().requests[3], quint64(1));
    // Once it is an object the second attempt does it.
    m_fixture->put("a:1", "{}");
    JobOutcome again;
    again.follow(job->retryFailures());
    QTRY_COMPARE(again.finished, 1);
    QCOMPARE(again.result.failures, QList<JobFailure>());
    QCOMPARE(m_fixture->stored("a:1"), QByteArray("{\"m\":5}"));
}

/// The records were read long before their turn comes; what counts is what stands there then.
void TestJobTasks::patchTakesTheValueOfItsMoment()
{
    fill(300, u"patch"_qs);
    const auto session = m_fixture->makeSession(slowly(m_fixture->profile(), 300), u"key"_qs, options());
    QTRY_COMPARE(session->status().line, LineState::Connected);
    emulator::Faults faults;
    faults.delay = emulator::DelayFault{20ms, writesOf(u"patch"_qs)};
    m_fixture->server->setFaults(faults);
    JobOutcome outcome;
    outcome.follow(session->jobs().start(spec(u"patch"_qs)));
    QTRY_VERIFY(m_fixture->server->counters().requests[3] > 0);
    // Behind the first group: text, changed, gone.
    m_fixture->put("a:00299", "text");
    m_fixture->put("a:00298", "{\"x\":1}");
    m_fixture->server->erase("a:00297");
    m_fixture->server->clearFaults();
    QTRY_COMPARE(outcome.finished, 1);
    QCOMPARE(outcome.result.done, 301);
    QCOMPARE(outcome.result.skipped, 1);
    QCOMPARE(outcome.result.failures.size(), 1);
    QCOMPARE(outcome.result.failures.constFirst().key, QByteArray("a:00299"));
    QCOMPARE(m_fixture->stored("a:00299"), QByteArray("text"));
    QCOMPARE(m_fixture->stored("a:00298"), QByteArray("{\"x\":1,\"m\":5}"));
    QVERIFY(!m_fixture->stored("a:00297"));
    const JobOutcome back = run(*session, Jobs::takeBack(outcome.result.undoFile, {}, true));
    QCOMPARE(back.result.failures, QList<JobFailure>());
    // As it was when it was patched, not as it was when it was read.
    QCOMPARE(m_fixture->stored("a:00298"), QByteArray("{\"x\":1}"));
    QCOMPARE(m_fixture->stored("a:00001"), QByteArray("{\"n\":2}"));
}

void TestJobTasks::mirrorLearnsWhatWasWritten()
{
    QFETCH(QString, kind);
    fill(30, kind);
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    QSignalSpy loaded(session.get(), &Session::branchLoaded);
    session->loadBranch("a:");
    QTRY_COMPARE(loaded.size(), 1);
    run(*session, spec(kind));
    QTRY_COMPARE(SessionFixture::known(*session, "a:00003"), m_fixture->stored("a:00003"));
    QCOMPARE(session->mirror().isKnown("a:00003"), m_fixture->stored("a:00003").has_value());
    if (kind == u"copy" || kind == u"move")
        QTRY_COMPARE(SessionFixture::known(*session, "copy:of:00003"), QByteArray("4"));
}

void TestJobTasks::interactiveRequestsGoFirst()
{
    fill(400);
    Profile profile = m_fixture->profile();
    profile.requestsPerSecond = 100;
    const auto session = m_fixture->makeSession(profile, u"key"_qs, options());
    Job *job = session->jobs().start(spec(u"delete"_qs));
    QTRY_VERIFY(m_fixture->server->counters().requests[4] > 5);
    // While it works at the full rate, a read waits for one place at most, not for all that the job wants.
    for (int i = 0; i < 5; ++i) {
        const quint64 before = m_fixture->server->counters().requests[4];
        ReadOutcome read;
        read.follow(session->read("b:0"));
        QTRY_COMPARE(read.finished, 1);
        QVERIFY(m_fixture->server->counters().requests[4] - before < 20);
    }
    job->cancel();
    QTRY_VERIFY(job->isOver());
}

void TestJobTasks::isOneRowOfTheJournal()
{
    QFETCH(QString, kind);
    fill(100, kind);
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options());
    const JobOutcome outcome = run(*session, spec(kind));
    run(*session, Jobs::count(KeySelection::ofPrefix("a:")));
    const auto rows = [&] {
        std::optional<QList<JournalEntry>> entries;
        session->journal().read(10, [&](const QList<JournalEntry> &list) { entries = list; });
        [&] { QTRY_VERIFY(entries); }();
        return entries.value_or(QList<JournalEntry>());
    };
    // Counting writes nothing and has no row.
    QTRY_COMPARE(rows().value(0).state, JournalState::Done);
    QCOMPARE(rows().size(), 1);
    const JournalEntry row = rows().constFirst();
    QCOMPARE(row.job, kind);
    QCOMPARE(row.key, QByteArray("a:"));
    QCOMPARE(row.keys, 101);
    QCOMPARE(row.undoFile, outcome.result.undoFile);
    QCOMPARE(row.error, QString());
    // What may not be written leaves no row.
    const auto readOnly =
        m_fixture->makeSession(m_fixture->profile(SafetyLevel::ReadOnly), u"key"_qs, options());
    run(*readOnly, spec(kind));
    std::optional<QList<JournalEntry>> none;
    readOnly->journal().read(10, [&](const QList<JournalEntry> &list) { none = list; });
    QTRY_VERIFY(none);
    QVERIFY(none->isEmpty());
}

QTEST_GUILESS_MAIN(TestJobTasks)
#include "tst_jobtasks.moc"
