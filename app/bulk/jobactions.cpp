// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/jobactions.h"

#include "bulk/bulktexts.h"
#include "notices/noticecenter.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobs.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/question.h"
#include "transfer/transfers.h"

#include <QDateTime>
#include <QLocale>
#include <QWidget>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr qsizetype MostDetails = 20; ///< failures in a notice; the panel and the report have more
constexpr bool Confirmed = true; ///< what is started here was asked for by hand

/// The second half of a move failed: what was copied has not left its old place.
bool standsAtBothPlaces(const Job &job)
{
    const QList<JobFailure> &failures = job.result().failures;
    return job.kind() == JobKind::Move
        && std::any_of(failures.cbegin(), failures.cend(),
                       [](const JobFailure &failure) { return failure.operation == JobOperation::Delete; });
}

} // namespace

JobActions::JobActions(AppContext &app, Session &session, SessionManager &sessions, QWidget *place)
    : QObject(place)
    , m_app(app)
    , m_session(session)
    , m_sessions(sessions)
    , m_place(place)
{
    JobList *jobs = &session.jobs();
    connect(jobs, &JobList::finished, this, &JobActions::ended);
    connect(jobs, &JobList::interruptedChanged, this, &JobActions::tellInterrupted);
    app.commands.handle(QStringLiteral("jobs.undoLast"), place,
                        {[this] { takeBackLast(); }, [this] { return canTakeBackLast(); }, {}});
    app.commands.handle(QStringLiteral("jobs.interrupted"), place,
                        {[this] { decideInterrupted(); }, [this] { return hasInterrupted(); }, {}});
    if (hasInterrupted())
        tellInterrupted();
}

QWidget *JobActions::parent() const
{
    return m_place ? m_place->window() : nullptr;
}

QString JobActions::noticeId(const char *what) const
{
    return QStringLiteral("jobs/%1/%2").arg(m_session.id(), QLatin1StringView(what));
}

bool JobActions::isInPassing(const Job &job)
{
    return job.kind() == JobKind::Count || (job.kind() == JobKind::Import && !job.writes());
}

/// Says how it ended where there is something to be done about it; the rest stands in the panel.
void JobActions::ended(Job *job)
{
    const JobResult &result = job->result();
    // A search is shown where it was asked for; of a copy to another profile the reading half speaks for
    // both.
    if (isInPassing(*job) || job->kind() == JobKind::Receive || job->kind() == JobKind::Search)
        return;
    Notice notice;
    notice.context = QStringLiteral("session/") + m_session.id();
    const bool failed = result.state == JobState::Failed || result.failed > 0;
    const bool undoable = !result.undoFile.isEmpty();
    if (undoable) {
        m_last = {result.undoFile, job->selection(), BulkTexts::title(*job)};
        m_app.commands.refresh();
    }
    if (failed) {
        // One for each job: only the same one that fails again counts as a repetition.
        notice.id = noticeId("failed") + QLatin1Char('/') + BulkTexts::title(*job);
        notice.severity = result.state == JobState::Failed ? Severity::Error : Severity::Warning;
        notice.title = result.state == JobState::Failed
                         ? tr("Stopped: %1").arg(BulkTexts::title(*job))
                         : tr("Not all of it was done: %1").arg(BulkTexts::title(*job));
        notice.text = BulkTexts::outcome(*job);
        if (standsAtBothPlaces(*job))
            notice.text +=
                QLatin1Char(' ')
                + tr("What was copied but not deleted stands at both places: trying again deletes the "
                     "old key, undo takes the copy away.");
        for (const JobFailure &failure : result.failures.first(std::min(result.failures.size(), MostDetails)))
            notice.details += BulkTexts::failure(failure) + QLatin1Char('\n');
        notice.actionCommand = QStringLiteral("view.focusJobs");
        notice.actionText = tr("Show jobs");
        m_app.notices.raise(notice);
        if (undoable)
            m_failed.insert(result.undoFile, notice.id);
        return;
    }
    // What was taken back, or brought to its end, is no failure any more.
    if (result.state == JobState::Finished && !job->file().isEmpty() && m_failed.contains(job->file()))
        m_app.notices.clear(m_failed.take(job->file()));
    if (undoable && result.done > result.skipped) {
        notice.id = noticeId("done");
        notice.severity = Severity::Info;
        notice.title = BulkTexts::title(*job);
        notice.text = BulkTexts::outcome(*job);
        notice.actionCommand = QStringLiteral("jobs.undoLast");
        notice.actionText = tr("Undo");
        m_app.notices.clear(notice.id); // of another job
        m_app.notices.raise(notice);
    } else if (job->kind() == JobKind::TakeBack || job->kind() == JobKind::Export) {
        notice.id = noticeId("done");
        notice.severity = Severity::Good;
        notice.title = BulkTexts::title(*job);
        notice.text = BulkTexts::outcome(*job);
        m_app.notices.clear(notice.id);
        m_app.notices.raise(notice);
    }
}

void JobActions::takeBack(Job *job)
{
    if (!job->result().undoFile.isEmpty())
        takeBack(Undo{job->result().undoFile, job->selection(), BulkTexts::title(*job)});
}

void JobActions::takeBack(const Undo &undo)
{
    const auto start = [this, undo] {
        if (m_last.file == undo.file) {
            m_last = {};
            m_app.notices.clear(noticeId("done"));
        }
        m_session.jobs().start(Jobs::takeBack(undo.file, undo.selection, Confirmed));
    };
    if (m_session.profile().safety != SafetyLevel::Confirm) {
        start();
        return;
    }
    askQuestion(parent(), tr("Take back “%1”?").arg(undo.title),
                tr("What it did is undone, for everyone who uses the store. What somebody has changed since "
                   "is left alone and reported."),
                {{tr("Take back"), start, false, true}});
}

void JobActions::takeBackLast()
{
    if (canTakeBackLast())
        takeBack(m_last);
}

bool JobActions::canTakeBackLast() const
{
    return !m_last.file.isEmpty();
}

bool JobActions::hasInterrupted() const
{
    return !m_session.jobs().interrupted().isEmpty();
}

void JobActions::tellInterrupted()
{
    const QString id = noticeId("interrupted");
    const QList<InterruptedJob> &jobs = m_session.jobs().interrupted();
    m_app.commands.refresh();
    if (jobs.isEmpty()) {
        m_app.notices.clear(id);
        return;
    }
    Notice notice;
    notice.id = id;
    notice.severity = Severity::Warning;
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = tr("Interrupted: %1").arg(BulkTexts::title(jobs.constFirst().header));
    notice.text = jobs.size() == 1
                    ? tr("The program or the profile was closed before it was through. Nothing is lost: it "
                         "can go on or be taken back.")
                    : tr("And %Ln more. Nothing is lost: each can go on or be taken back.", nullptr,
                         int(jobs.size() - 1));
    notice.actionCommand = QStringLiteral("jobs.interrupted");
    notice.actionText = tr("Go on or take back…");
    m_app.notices.raise(notice);
}

void JobActions::decideInterrupted()
{
    if (!hasInterrupted())
        return;
    const InterruptedJob job = m_session.jobs().interrupted().constFirst();
    const QString begun =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(job.header.at), QLocale::ShortFormat);
    askQuestion(parent(), tr("Interrupted: %1").arg(BulkTexts::title(job.header)),
                tr("It began on %1. Going on finds out from the store what has been done. Taking back "
                   "restores what was there before. Leaving it keeps the store as it is now.")
                    .arg(begun),
                {{tr("Go on"), [this, job] { goOn(job); }, false, true},
                 {tr("Take back"), [this, job] { takeBack(job); }},
                 {tr("Leave as it is"), [this, job] { leave(job); }}});
}

void JobActions::goOn(const InterruptedJob &job)
{
    if (job.header.kind == JobKind::Import) {
        if (const auto spec = Transfers::goOn(job, Confirmed))
            m_session.jobs().start(*spec);
        return;
    }
    if (job.header.targetProfile.isEmpty()) {
        m_session.jobs().start(Jobs::goOn(job, Confirmed));
        return;
    }
    if (Session *target = m_sessions.sessionOf(job.header.targetProfile)) {
        Jobs::goOnTo(m_session, *target, job, Confirmed);
        return;
    }
    Notice notice;
    notice.id = noticeId("target");
    notice.severity = Severity::Warning;
    notice.context = QStringLiteral("session/") + m_session.id();
    notice.title = tr("It cannot go on yet");
    notice.text = tr("It writes to another profile, which is not open. Open that profile, then go on.");
    notice.actionCommand = QStringLiteral("jobs.interrupted");
    notice.actionText = tr("Go on or take back…");
    m_app.notices.raise(notice);
}

void JobActions::takeBack(const InterruptedJob &job)
{
    m_session.jobs().start(Jobs::takeBack(job.file, job.header.selection, Confirmed));
}

void JobActions::leave(const InterruptedJob &job)
{
    m_session.jobs().dismiss(job.file);
}

} // namespace Studio
