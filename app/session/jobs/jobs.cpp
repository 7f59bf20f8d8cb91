// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/jobs.h"

#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/jobs/tasks/changetask.h"
#include "session/jobs/tasks/copytask.h"
#include "session/jobs/tasks/counttask.h"
#include "session/jobs/tasks/deletetask.h"
#include "session/jobs/tasks/takebacktask.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QPointer>

namespace Studio::Jobs
{

JobSpec count(const KeySelection &selection)
{
    JobSpec spec;
    spec.kind = JobKind::Count;
    spec.selection = selection;
    spec.make = [selection](JobContext &context) { return std::make_unique<CountTask>(context, selection); };
    spec.retry = [](const QList<QByteArray> &keys) { return count(KeySelection::ofKeys(keys)); };
    return spec;
}

JobSpec remove(const KeySelection &selection, bool confirmed, bool keepUndo)
{
    JobSpec spec;
    spec.kind = JobKind::Delete;
    spec.selection = selection;
    spec.writes = true;
    spec.confirmed = confirmed;
    spec.make = [selection, keepUndo](JobContext &context) {
        return std::make_unique<DeleteTask>(context, selection, keepUndo);
    };
    spec.retry = [confirmed, keepUndo](const QList<QByteArray> &keys) {
        return remove(KeySelection::ofKeys(keys), confirmed, keepUndo);
    };
    return spec;
}

namespace
{

JobSpec change(JobKind kind, const KeySelection &selection, const WriteRequest &request, bool confirmed,
               bool keepUndo)
{
    JobSpec spec;
    spec.kind = kind;
    spec.selection = selection;
    spec.writes = true;
    spec.confirmed = confirmed;
    spec.make = [selection, request, keepUndo](JobContext &context) {
        return std::make_unique<ChangeTask>(context, selection, request, keepUndo);
    };
    spec.retry = [kind, request, confirmed, keepUndo](const QList<QByteArray> &keys) {
        return change(kind, KeySelection::ofKeys(keys), request, confirmed, keepUndo);
    };
    return spec;
}

} // namespace

JobSpec patch(const KeySelection &selection, const QByteArray &patch, bool confirmed, bool keepUndo)
{
    WriteRequest request;
    request.kind = WriteKind::Patch;
    request.value = patch;
    return change(JobKind::Patch, selection, request, confirmed, keepUndo);
}

JobSpec increment(const KeySelection &selection, qint64 delta, bool confirmed, bool keepUndo)
{
    WriteRequest request;
    request.kind = WriteKind::Increment;
    request.delta = delta;
    return change(JobKind::Increment, selection, request, confirmed, keepUndo);
}

JobSpec takeBack(const QString &undoFile, const KeySelection &selection, bool confirmed)
{
    JobSpec spec;
    spec.kind = JobKind::TakeBack;
    spec.selection = selection;
    spec.writes = true;
    spec.confirmed = confirmed;
    spec.file = undoFile;
    spec.make = [undoFile](JobContext &context) { return std::make_unique<TakeBackTask>(context, undoFile); };
    return spec;
}

namespace
{

CopyTask::Plan planOf(const Relocation &relocation)
{
    CopyTask::Plan plan;
    plan.selection = relocation.selection;
    plan.from = relocation.from;
    plan.to = relocation.to;
    plan.move = relocation.move;
    plan.policy = relocation.policy;
    return plan;
}

CopyTask::Plan planOf(const InterruptedJob &job)
{
    CopyTask::Plan plan;
    plan.selection = job.header.selection;
    plan.from = job.header.from;
    plan.to = job.header.to;
    plan.move = job.header.kind == JobKind::Move;
    plan.policy = job.header.policy;
    plan.targetProfile = job.header.targetProfile;
    plan.file = job.file;
    return plan;
}

/// Stands in for a copy whose other half cannot be started.
class NoReceiver final : public JobTask
{
public:
    explicit NoReceiver(JobContext &context)
        : m_context(context)
    {
    }
    Step step() override
    {
        m_context.stop({Hpkv::ErrorKind::NotConnected,
                        QCoreApplication::translate("Job", "The other profile is not open any more.")});
        return Step::Wait;
    }

private:
    JobContext &m_context;
};

/// Starts the other half of a copy and keeps the two together.
void startReceiver(Job &sender, Session &target, const QString &from, const CopyTask::Plan &plan,
                   bool confirmed)
{
    JobSpec receive;
    receive.kind = JobKind::Receive;
    receive.selection = plan.selection;
    receive.target = from;
    receive.writes = true;
    receive.confirmed = confirmed;
    receive.make = [policy = plan.policy](JobContext &context) {
        return std::make_unique<ReceiveTask>(context, policy);
    };
    Job *receiver = target.jobs().start(receive);
    // Each may end, or be deleted with its session, before the other.
    QObject::connect(&sender, &Job::told, receiver,
                     [receiver](const SharedJobMessage &message) { receiver->tell(message); });
    QObject::connect(receiver, &Job::told, &sender,
                     [&sender](const SharedJobMessage &message) { sender.tell(message); });
    QObject::connect(&sender, &Job::finished, receiver,
                     [receiver] { receiver->tell(std::make_shared<CopyEnded>()); });
    QObject::connect(receiver, &Job::finished, &sender, [&sender, receiver] {
        const JobResult &result = receiver->result();
        if (result.state == JobState::Finished)
            return;
        auto gone = std::make_shared<ReceiverEnded>();
        gone->error = result.error;
        if (!gone->error.isError())
            gone->error = {Hpkv::ErrorKind::Canceled,
                           QCoreApplication::translate("Job",
                                                       "The other connection takes no more: its part of the "
                                                       "job was canceled, or it was closed.")};
        sender.tell(gone);
    });
}

/// Where a copy goes.
struct Destination {
    QString name; ///< for the title
    QString from; ///< the source's name, for that of the other half
    QPointer<Session> session; ///< of a copy to another one
};

JobSpec copy(const CopyTask::Plan &plan, const Destination &to, bool confirmed)
{
    JobSpec spec;
    spec.kind = plan.move ? JobKind::Move : JobKind::Copy;
    spec.selection = plan.selection;
    spec.target = to.name;
    spec.file = plan.file;
    // A copy to another session writes nothing here.
    spec.writes = plan.move || plan.targetProfile.isEmpty();
    spec.confirmed = confirmed;
    spec.make = [plan](JobContext &context) { return std::make_unique<CopyTask>(context, plan); };
    if (!plan.targetProfile.isEmpty() && to.session) {
        spec.started = [plan, to, confirmed](Job &sender) {
            if (to.session)
                startReceiver(sender, *to.session, to.from, plan, confirmed);
        };
    } else if (!plan.targetProfile.isEmpty()) {
        spec.make = [](JobContext &context) { return std::make_unique<NoReceiver>(context); };
    }
    spec.retry = [plan, to, confirmed](const QList<QByteArray> &keys) {
        CopyTask::Plan again = plan;
        again.selection = KeySelection::ofKeys(keys);
        again.file.clear();
        return copy(again, to, confirmed);
    };
    spec.goOn = [plan, to, confirmed](const QString &undoFile) {
        CopyTask::Plan rest = plan;
        rest.file = undoFile;
        return copy(rest, to, confirmed);
    };
    return spec;
}

Job *copyTo(Session &source, Session &target, const CopyTask::Plan &plan, bool confirmed)
{
    return source.jobs().start(
        copy(plan, {target.profile().name, source.profile().name, &target}, confirmed));
}

} // namespace

JobSpec relocate(const Relocation &relocation, bool confirmed)
{
    return copy(planOf(relocation), {QString::fromUtf8(relocation.to), {}, {}}, confirmed);
}

Job *relocateTo(Session &source, Session &target, const Relocation &relocation, bool confirmed)
{
    CopyTask::Plan plan = planOf(relocation);
    plan.targetProfile = target.profile().id;
    return copyTo(source, target, plan, confirmed);
}

JobSpec goOn(const InterruptedJob &job, bool confirmed)
{
    return copy(planOf(job), {QString::fromUtf8(job.header.to), {}, {}}, confirmed);
}

Job *goOnTo(Session &source, Session &target, const InterruptedJob &job, bool confirmed)
{
    return copyTo(source, target, planOf(job), confirmed);
}

} // namespace Studio::Jobs
