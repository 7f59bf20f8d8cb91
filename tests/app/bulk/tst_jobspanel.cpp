// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/jobspanel.h"

#include "browser/emptystate.h"
#include "bulk/bulktexts.h"
#include "bulk/jobactions.h"
#include "failonwarning.h"
#include "notices/noticecenter.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobs.h"
#include "session/sessionmanager.h"
#include "viewfixture.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Studio;

namespace
{

struct Stage {
    TestSupport::Emulator emulator;
    TestSupport::ViewFixture fixture;
    SessionManager sessions{fixture.notices, {}};
    QWidget window;
    Session *session = nullptr;
    std::unique_ptr<JobsPanel> panel;

    explicit Stage(SafetyLevel safety = SafetyLevel::Free)
    {
        for (int i = 0; i < 2000; ++i)
            emulator.server.put("a:" + std::to_string(10000 + i), "{}");
        Profile profile = emulator.profile();
        profile.safety = safety;
        session = sessions.open(profile, QStringLiteral("k"));
        panel = std::make_unique<JobsPanel>(fixture.context, *session,
                                            *new JobActions(fixture.context, *session, sessions, &window),
                                            &window);
        panel->resize(900, 300);
        window.resize(900, 300);
        window.show();
    }

    bool connected() const { return session->status().line == LineState::Connected; }
    /// Pages and deletes so slow that a test can step in.
    void slow()
    {
        hpkv::emulator::Faults faults;
        faults.delay = hpkv::emulator::DelayFault{std::chrono::milliseconds(100),
                                                  {std::nullopt, std::nullopt, std::nullopt}};
        emulator.server.setFaults(faults);
    }
    QListView *view() const { return panel->findChild<QListView *>(QStringLiteral("jobs")); }
    QToolButton *button(const char *command) const
    {
        return panel->findChild<QToolButton *>(QString::fromLatin1(command));
    }
    QString outcome() const { return panel->findChild<QLabel *>(QStringLiteral("outcome"))->text(); }
    std::optional<Notice> notice(const char *what) const
    {
        return fixture.notices.notice(
            QStringLiteral("jobs/%1/%2").arg(session->id(), QLatin1StringView(what)));
    }
    std::optional<Notice> failure(const Job &job) const
    {
        return fixture.notices.notice(
            QStringLiteral("jobs/%1/failed/%2").arg(session->id(), BulkTexts::title(job)));
    }
    bool has(const char *key) const { return emulator.server.get(key).has_value(); }
};

} // namespace

class tst_JobsPanel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void saysThatThereIsNothing();
    void showsAndPauses();
    void cancels();
    void takesBack();
    void takingBackAsksAtConfirm();
    void showsFailures();
    void eachJobHasItsNotice();
    void saysWhenTheSecondHalfOfARenameFails();
    void goesOn();
    void removesWhatIsOver();
};

void tst_JobsPanel::saysThatThereIsNothing()
{
    const Stage stage;
    auto *empty = stage.panel->findChild<EmptyState *>(QStringLiteral("empty"));
    QVERIFY(empty->isVisible());
    QVERIFY(!stage.view()->isVisible());
    QVERIFY(!stage.panel->currentJob());
}

void tst_JobsPanel::showsAndPauses()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.slow();
    Job *job = stage.session->jobs().start(Jobs::remove(KeySelection::ofPrefix("a:"), true));
    QVERIFY(stage.view()->isVisible());
    QCOMPARE(stage.panel->currentJob(), job);
    QCOMPARE(stage.view()->model()->rowCount(), 1);
    const QModelIndex row = stage.view()->model()->index(0, 0);
    QCOMPARE(row.data().toString(), QStringLiteral("Delete a:"));
    QTRY_COMPARE(job->state(), JobState::Running);
    QVERIFY(!BulkTexts::summary({job}).isEmpty());
    QTRY_VERIFY(stage.button("jobs.pause")->isEnabled());
    stage.button("jobs.pause")->click();
    QTRY_COMPARE(job->state(), JobState::Paused);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("Paused")));
    QTRY_VERIFY(stage.button("jobs.pause")->isChecked());
    stage.button("jobs.pause")->click();
    QTRY_COMPARE(job->state(), JobState::Running);
    stage.emulator.server.clearFaults();
    QTRY_COMPARE(job->state(), JobState::Finished);
    QVERIFY(stage.outcome().contains(QLatin1String("deleted")));
    QVERIFY(!stage.has("a:10000"));
}

void tst_JobsPanel::cancels()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.slow();
    const Job *job = stage.session->jobs().start(Jobs::count(KeySelection::ofPrefix("a:")));
    QTRY_VERIFY(stage.button("jobs.cancel")->isEnabled());
    stage.button("jobs.cancel")->click();
    QTRY_COMPARE(job->state(), JobState::Canceled);
    QTRY_VERIFY(!stage.button("jobs.cancel")->isEnabled());
}

void tst_JobsPanel::takesBack()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    const Job *job = stage.session->jobs().start(Jobs::remove(KeySelection::ofPrefix("a:1199"), true));
    QTRY_COMPARE(job->state(), JobState::Finished);
    QVERIFY(!stage.has("a:11999"));
    QTRY_VERIFY(stage.notice("done"));
    QCOMPARE(stage.notice("done")->actionCommand, QStringLiteral("jobs.undoLast"));
    QTRY_VERIFY(stage.fixture.commands.action(QStringLiteral("jobs.undoLast"))->isEnabled());
    QVERIFY(stage.fixture.commands.trigger(QStringLiteral("jobs.undoLast")));
    QTRY_VERIFY(stage.has("a:11999"));
    QTRY_VERIFY(stage.session->jobs().underWay().isEmpty());
    QCOMPARE(stage.panel->currentJob()->kind(), JobKind::TakeBack);
}

void tst_JobsPanel::takingBackAsksAtConfirm()
{
    Stage stage(SafetyLevel::Confirm);
    QTRY_VERIFY(stage.connected());
    const Job *job = stage.session->jobs().start(Jobs::remove(KeySelection::ofKey("a:10000"), true));
    QTRY_COMPARE(job->state(), JobState::Finished);
    QTRY_VERIFY(stage.button("jobs.undo")->isEnabled());
    stage.button("jobs.undo")->click();
    auto *box = stage.window.findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(!stage.has("a:10000"));
    QTest::mouseClick(box->buttons().constFirst(), Qt::LeftButton);
    QTRY_VERIFY(stage.has("a:10000"));
}

void tst_JobsPanel::showsFailures()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    // Texts are no counters.
    const Job *job =
        stage.session->jobs().start(Jobs::increment(KeySelection::ofKeys({"a:10000", "a:10001"}), 1, true));
    QTRY_VERIFY(job->isOver());
    QCOMPARE(job->result().failed, 2);
    auto *failures = stage.panel->findChild<QListWidget *>(QStringLiteral("failures"));
    QTRY_COMPARE(failures->count(), 2);
    QVERIFY(failures->item(0)->text().contains(QLatin1String("a:10000")));
    QTRY_VERIFY(stage.failure(*job));
    QVERIFY(stage.failure(*job)->details.contains(QLatin1String("a:10001")));
    QTRY_VERIFY(stage.button("jobs.retry")->isEnabled());
    QVERIFY(stage.button("jobs.report")->isEnabled());

    const QString file = stage.fixture.folder.filePath(QStringLiteral("report.jsonl"));
    QVERIFY(stage.panel->saveReport(stage.panel->currentJob(), file));
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll().count('\n'), 3);
    QVERIFY(!stage.panel->saveReport(stage.panel->currentJob(), stage.fixture.folder.path()));
    QVERIFY(stage.notice("report"));

    stage.button("jobs.retry")->click();
    QCOMPARE(stage.session->jobs().jobs().size(), 2);
    QTRY_VERIFY(stage.session->jobs().underWay().isEmpty());
}

void tst_JobsPanel::eachJobHasItsNotice()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    const auto fail = [&](const char *key) {
        Job *job = stage.session->jobs().start(Jobs::increment(KeySelection::ofKey(key), 1, true));
        [&] { QTRY_VERIFY(job->isOver()); }();
        return job;
    };
    const Job *first = fail("a:10000");
    const Job *second = fail("a:10001");
    QTRY_VERIFY(stage.failure(*first) && stage.failure(*second));
    QCOMPARE(stage.failure(*second)->count, 1);
    fail("a:10001");
    QTRY_COMPARE(stage.failure(*second)->count, 2);
    QCOMPARE(stage.failure(*first)->count, 1);
}

void tst_JobsPanel::saysWhenTheSecondHalfOfARenameFails()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{403, {.next = {}, .share = {}, .op = 4}};
    stage.emulator.server.setFaults(faults);
    Jobs::Relocation rename;
    rename.selection = KeySelection::ofKey("a:10000");
    rename.from = "a:10000";
    rename.to = "b";
    rename.move = true;
    Job *job = stage.session->jobs().start(Jobs::relocate(rename, true));
    QTRY_VERIFY(job->isOver());
    QVERIFY(stage.has("a:10000"));
    QVERIFY(stage.has("b"));
    QVERIFY(stage.failure(*job));
    QVERIFY(stage.failure(*job)->text.contains(QStringLiteral("both places")));
    // Undo takes the copy away.
    stage.emulator.server.clearFaults();
    stage.panel->setCurrentJob(job);
    QVERIFY(!job->result().undoFile.isEmpty());
    JobActions *actions = stage.window.findChild<JobActions *>();
    QVERIFY(actions);
    actions->takeBack(job);
    QTRY_VERIFY(!stage.has("b"));
    QVERIFY(stage.has("a:10000"));
    QTRY_VERIFY(!stage.failure(*job)); // it is mended
}

void tst_JobsPanel::goesOn()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.slow();
    const Job *job = stage.session->jobs().start(
        Jobs::relocate({KeySelection::ofPrefix("a:"), "a:", "b:", true, ConflictPolicy::Skip}, true));
    QTRY_COMPARE(job->state(), JobState::Running);
    QVERIFY(!stage.button("jobs.goOn")->isVisible());
    stage.button("jobs.cancel")->click();
    QTRY_COMPARE(job->state(), JobState::Canceled);
    QTRY_VERIFY(stage.button("jobs.goOn")->isVisible() && stage.button("jobs.goOn")->isEnabled());
    stage.emulator.server.clearFaults();
    stage.button("jobs.goOn")->click();
    QTRY_VERIFY(stage.session->jobs().underWay().isEmpty());
    QCOMPARE(stage.session->jobs().jobs().size(), 2);
    QCOMPARE(stage.session->jobs().jobs().constLast()->state(), JobState::Finished);
    QVERIFY(stage.has("b:10000"));
    QVERIFY(!stage.has("a:10000"));
}

void tst_JobsPanel::removesWhatIsOver()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.session->jobs().start(Jobs::count(KeySelection::ofKey("a:10000")));
    QTRY_VERIFY(stage.session->jobs().underWay().isEmpty());
    QTRY_VERIFY(stage.button("jobs.removeOver")->isEnabled());
    stage.button("jobs.removeOver")->click();
    QVERIFY(stage.session->jobs().jobs().isEmpty());
    QVERIFY(stage.panel->findChild<EmptyState *>(QStringLiteral("empty"))->isVisible());
}

QTEST_MAIN(tst_JobsPanel)
#include "tst_jobspanel.moc"
