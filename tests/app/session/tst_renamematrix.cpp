// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "jobfixture.h"

#include "session/jobs/jobs.h"

#include <QTemporaryDir>

using namespace Studio;
using namespace std::chrono_literals;
namespace emulator = hpkv::emulator;

namespace
{

const QByteArray Old = "order:1";
const QByteArray New = "order:2";
const QByteArray Value = R"({"a":1.0})";
const QByteArray Theirs = "theirs";

/// The two halves of a rename.
enum class Half : quint8 { Write, Delete };
/// Everything that can come of each.
enum class Event : quint8 {
    Success,
    Refused400,
    Refused403,
    Refused404,
    Refused413,
    Refused429,
    Timeout, ///< carried out, but the reply never comes
    CutUndone, ///< the line is cut before the reply, and it was not carried out
    CutDone, ///< the line is cut before the reply, and it was carried out
    CutAfter, ///< after the reply
    Changed ///< the old key by another writer, before that half is sent
};

int opOf(Half half)
{
    return half == Half::Write ? 2 : 4;
}

int codeOf(Event event)
{
    switch (event) {
    case Event::Refused400:
        return 400;
    case Event::Refused403:
        return 403;
    case Event::Refused404:
        return 404;
    case Event::Refused413:
        return 413;
    case Event::Refused429:
        return 429;
    default:
        return 0;
    }
}

const char *nameOf(Event event)
{
    switch (event) {
    case Event::Success:
        return "success";
    case Event::Timeout:
        return "timeout";
    case Event::CutUndone:
        return "cut before the reply, not carried out";
    case Event::CutDone:
        return "cut before the reply, carried out";
    case Event::CutAfter:
        return "cut after the reply";
    case Event::Changed:
        return "changed meanwhile";
    default:
        return "refused";
    }
}

} // namespace

Q_DECLARE_METATYPE(Half)
Q_DECLARE_METATYPE(Event)

/// A rename copies, checks and deletes. Whatever becomes of each half: no value is lost, what is said is
/// true, and it can be brought to its end or taken back.
class TestRenameMatrix : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyEnd_data();
    void everyEnd();

private:
    std::optional<QByteArray> at(const QByteArray &key) const { return m_fixture->stored(key); }
    quint64 requests(Half half) const
    {
        return m_fixture->server->counters().requests.at(size_t(opOf(half)));
    }
    void setFaults(Half half, Event event) const;
    void interfere(Half half, Event event);

    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRenameMatrix::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<SessionFixture>();
    m_fixture->startServer();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRenameMatrix::cleanup()
{
    m_fixture.reset();
    m_folder.reset();
}

void TestRenameMatrix::everyEnd_data()
{
    QTest::addColumn<Half>("half");
    QTest::addColumn<Event>("event");
    for (const Half half : {Half::Write, Half::Delete}) {
        for (const Event event : {Event::Success, Event::Refused400, Event::Refused403, Event::Refused404,
                                  Event::Refused413, Event::Refused429, Event::Timeout, Event::CutUndone,
                                  Event::CutDone, Event::CutAfter, Event::Changed}) {
            const int code = codeOf(event);
            const QByteArray name = code > 0 ? QByteArray::number(code) : QByteArray(nameOf(event));
            QTest::addRow("%s, %s", half == Half::Write ? "write" : "delete", name.constData())
                << half << event;
        }
    }
}

void TestRenameMatrix::setFaults(Half half, Event event) const
{
    // Once: what follows is as usual.
    const emulator::FaultApply once{1, std::nullopt, opOf(half)};
    emulator::Faults faults;
    if (codeOf(event) > 0)
        faults.code = emulator::CodeFault{codeOf(event), once};
    if (event == Event::Timeout)
        faults.drop = once;
    if (event == Event::CutDone || event == Event::CutUndone)
        faults.delay = emulator::DelayFault{60'000ms, once};
    if (event == Event::CutUndone)
        faults.code = emulator::CodeFault{500, once};
    // Late enough for what happens between the halves.
    if (event == Event::Changed)
        faults.delay = emulator::DelayFault{150ms, {{}, {}, half == Half::Write ? 1 : 2}};
    m_fixture->server->setFaults(faults);
}

void TestRenameMatrix::interfere(Half half, Event event)
{
    switch (event) {
    case Event::CutUndone:
    case Event::CutDone:
        QTRY_VERIFY(requests(half) > 0);
        m_fixture->server->cutAll();
        break;
    case Event::CutAfter: {
        const QByteArray &key = half == Half::Write ? New : Old;
        QTRY_COMPARE(at(key).has_value(), half == Half::Write);
        m_fixture->server->cutAll();
        break;
    }
    case Event::Changed:
        if (half == Half::Delete)
            QTRY_VERIFY(requests(Half::Write) > 0); // it was read by then
        m_fixture->put(Old, Theirs);
        break;
    default:
        break;
    }
}

void TestRenameMatrix::everyEnd()
{
    QFETCH(Half, half);
    QFETCH(Event, event);
    m_fixture->put(Old, Value);
    SessionOptions options = SessionFixture::quick();
    options.callTimeout = 400ms;
    options.jobFolder = m_folder->path();
    const auto session = m_fixture->makeSession(m_fixture->profile(), u"key"_qs, options);
    QTRY_COMPARE(session->status().line, LineState::Connected);
    setFaults(half, event);
    Job *job = session->jobs().start(Jobs::relocate({KeySelection::ofKey(Old), Old, New, true}, true));
    JobOutcome outcome;
    outcome.follow(job);
    interfere(half, event);
    QTRY_COMPARE_WITH_TIMEOUT(outcome.finished, 1, 30'000);
    m_fixture->server->clearFaults();

    if (event == Event::Changed) {
        // Either what they wrote was moved as a whole, or it stays and that is said.
        const QByteArray kept = at(Old).value_or(at(New).value_or(QByteArray()));
        QCOMPARE(kept, Theirs);
        if (at(Old)) {
            QCOMPARE(outcome.result.failed, 1);
            QCOMPARE(outcome.result.failures.constFirst().error.kind, Hpkv::ErrorKind::Conflict);
        }
        return;
    }
    if (half == Half::Delete && event == Event::Refused404) {
        // The server says that it is gone, so nothing is left to be done; what it still holds is its own lie.
        QCOMPARE(outcome.result.failed, 0);
        QCOMPARE(at(New), std::optional(Value));
        return;
    }
    const bool isDone = at(New) == Value && !at(Old);
    QCOMPARE(outcome.result.failed, isDone ? 0 : 1);
    const bool mustBeDone = event == Event::Success || event == Event::Timeout || event == Event::CutDone
                         || event == Event::CutAfter;
    QVERIFY2(isDone || !mustBeDone, "it was carried out and is not called done");
    if (!isDone) {
        // Nothing is lost, and which half it was is said.
        QCOMPARE(at(Old), std::optional(Value));
        const JobFailure failure = outcome.result.failures.constFirst();
        QCOMPARE(failure.key, Old);
        QCOMPARE(failure.operation, half == Half::Write ? JobOperation::Write : JobOperation::Delete);
        QVERIFY(!failure.error.text.isEmpty());
        if (half == Half::Delete)
            QCOMPARE(at(New), std::optional(Value));
        QVERIFY(job->canRetry());
        Job *again = job->retryFailures();
        QVERIFY(again);
        JobOutcome second;
        second.follow(again);
        QTRY_COMPARE_WITH_TIMEOUT(second.finished, 1, 30'000);
        QCOMPARE(second.result.failures, QList<JobFailure>());
        QCOMPARE(at(New), std::optional(Value));
        QVERIFY(!at(Old));
        return;
    }
    // And back.
    JobOutcome back;
    back.follow(session->jobs().start(Jobs::takeBack(outcome.result.undoFile, {}, true)));
    QTRY_COMPARE_WITH_TIMEOUT(back.finished, 1, 30'000);
    QCOMPARE(back.result.failures, QList<JobFailure>());
    QCOMPARE(at(Old), std::optional(Value));
    QVERIFY(!at(New));
}

QTEST_GUILESS_MAIN(TestRenameMatrix)

#include "tst_renamematrix.moc"
