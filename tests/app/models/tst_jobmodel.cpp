// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "models/jobmodel.h"
#include "session/jobs/job.h"
#include "session/jobs/jobevents.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobtask.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Studio;

class TestJobModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void showsJobs();
    void equalsTheListUnderRandomChanges();
    void outlivesTheList();

private:
    static JobSpec spec(JobKind kind);
    static std::unique_ptr<JobList> makeList();
};

JobSpec TestJobModel::spec(JobKind kind)
{
    JobSpec spec;
    spec.kind = kind;
    spec.target = QStringLiteral("there");
    spec.make = [](JobContext &) { return std::unique_ptr<JobTask>(); };
    return spec;
}

/// Without a worker: what it would say is said by the test.
std::unique_ptr<JobList> TestJobModel::makeList()
{
    return std::make_unique<JobList>(SafetyLevel::Free, QString(), [](const auto &) {});
}

void TestJobModel::showsJobs()
{
    const auto list = makeList();
    JobModel model(list.get());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Job *first = list->start(spec(JobKind::Delete));
    Job *second = list->start(spec(JobKind::Move));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.jobAt(0), second);
    QCOMPARE(model.rowOf(first), 1);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    JobProgress progress;
    progress.phase = JobPhase::Deleting;
    progress.done = 3;
    progress.failed = 1;
    list->on(JobUpdated{first->id(), JobState::Running, progress});
    QCOMPARE(changed.size(), 1);
    const QModelIndex index = model.index(1);
    QCOMPARE(changed.constFirst().constFirst().toModelIndex(), index);
    QCOMPARE(index.data(JobModel::KindRole).toInt(), int(JobKind::Delete));
    QCOMPARE(index.data(JobModel::StateRole).toInt(), int(JobState::Running));
    QCOMPARE(index.data(JobModel::DoneRole).toLongLong(), 3);
    QCOMPARE(index.data(JobModel::TotalRole).toLongLong(), -1);
    QCOMPARE(index.data(JobModel::FailedRole).toLongLong(), 1);
    QCOMPARE(index.data(JobModel::TargetRole).toString(), QStringLiteral("there"));
    QCOMPARE(index.data(JobModel::JobRole).value<Job *>(), first);
    QCOMPARE(model.roleNames().value(JobModel::PerSecondRole), QByteArray("perSecond"));
    // One that is under way stays.
    list->remove(first);
    QCOMPARE(model.rowCount(), 2);
    JobResult result;
    list->on(JobEnded{first->id(), progress, result});
    QVERIFY(index.data(JobModel::IsOverRole).toBool());
    list->remove(first);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(first), -1);
}

void TestJobModel::equalsTheListUnderRandomChanges()
{
    QRandomGenerator random(7);
    const auto list = makeList();
    JobModel model(list.get());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 2000; ++i) {
        const QList<Job *> jobs = list->jobs();
        Job *any = jobs.isEmpty() ? nullptr : jobs.at(random.bounded(int(jobs.size())));
        switch (random.bounded(5)) {
        case 0:
        case 1:
            list->start(spec(JobKind(random.bounded(int(JobKind::TakeBack) + 1))));
            break;
        case 2:
            if (any)
                list->on(JobUpdated{any->id(), JobState(random.bounded(4)), {}});
            break;
        case 3:
            if (any) {
                JobResult result;
                result.state = JobState(int(JobState::Finished) + random.bounded(3));
                list->on(JobEnded{any->id(), {}, result});
            }
            break;
        case 4:
            if (random.bounded(10) == 0)
                list->removeOver();
            else if (any)
                list->remove(any);
            break;
        }
        QCOMPARE(model.rowCount(), int(list->jobs().size()));
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.jobAt(row), list->jobs().at(list->jobs().size() - 1 - row));
    }
}

void TestJobModel::outlivesTheList()
{
    auto list = makeList();
    JobModel model(list.get());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Job *job = list->start(spec(JobKind::Count));
    QSignalSpy finished(job, &Job::finished);
    list->endAll();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(job->result().state, JobState::Canceled);
    list.reset();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestJobModel)
#include "tst_jobmodel.moc"
