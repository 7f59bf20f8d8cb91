// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/jobspanel.h"

#include "browser/elidedlabel.h"
#include "browser/emptystate.h"
#include "bulk/bulktexts.h"
#include "bulk/jobactions.h"
#include "bulk/jobdelegate.h"
#include "bulk/jobtextmodel.h"
#include "models/jobmodel.h"
#include "notices/noticecenter.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

#include <vector>

namespace Studio
{

namespace
{

constexpr qsizetype MostShown = 500; ///< failures in the list; the report has more

} // namespace

struct JobsPanel::Private {
    Private(JobsPanel *panel, AppContext &context, Session &openSession, JobActions &jobActions)
        : q(panel)
        , app(context)
        , session(openSession)
        , actions(jobActions)
    {
    }

    JobsPanel *q;
    AppContext &app;
    Session &session;
    JobActions &actions;
    JobModel *model = nullptr;
    JobTextModel *texts = nullptr;
    QListView *view = nullptr;
    QStackedLayout *places = nullptr;
    ElidedLabel *summary = nullptr;
    QToolButton *pause = nullptr;
    QWidget *interrupted = nullptr;
    ElidedLabel *interruptedText = nullptr;
    QLabel *title = nullptr;
    QLabel *outcome = nullptr;
    QListWidget *failures = nullptr;
    struct ResultButton {
        QToolButton *button;
        bool (*isFor)(const Job &job); ///< whether it makes sense for a job that is over
    };
    std::vector<ResultButton> resultButtons;
    QPointer<Job> shown; ///< in the details
    qint64 shownFailures = -1;

    QToolButton *button(const char *command, QWidget *parent, bool withText);
    QWidget *buildHead();
    QWidget *buildInterrupted();
    QWidget *buildDetails();
    void build();
    void connectAll();
    void installCommands();
    void refresh();
    void refreshDetails();
    void refreshInterrupted();
    void askReport();
    void showMenu(const QPoint &position);
};

QToolButton *JobsPanel::Private::button(const char *command, QWidget *parent, bool withText)
{
    auto *made = new QToolButton(parent);
    QAction *action = app.commands.action(QString::fromLatin1(command));
    made->setObjectName(QString::fromLatin1(command));
    made->setDefaultAction(action);
    made->setAutoRaise(true);
    made->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    made->setFocusPolicy(Qt::TabFocus);
    Look::makeQuiet(made);
    return made;
}

QWidget *JobsPanel::Private::buildHead()
{
    Theme &theme = app.theme;
    auto *head = new QWidget(q);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(theme.metric(12), theme.metric(3), theme.metric(8), theme.metric(3));
    row->setSpacing(theme.metric(8));
    auto *name = new QLabel(tr("Jobs"), head);
    name->setMinimumHeight(theme.metric(28));
    Look::text(name, theme, ColorRole::Text, -1, QFont::DemiBold);
    summary = new ElidedLabel(head);
    summary->setObjectName(QStringLiteral("summary"));
    Look::text(summary, theme, ColorRole::TextMuted, -1);
    row->addWidget(name);
    row->addWidget(summary, 1);
    pause = button("jobs.pause", head, true);
    row->addWidget(pause);
    row->addWidget(button("jobs.cancel", head, true));
    row->addWidget(button("jobs.removeOver", head, true));
    return head;
}

QWidget *JobsPanel::Private::buildInterrupted()
{
    Theme &theme = app.theme;
    interrupted = new QWidget(q);
    Look::fill(interrupted, theme, ColorRole::WarningSoft);
    auto *row = new QHBoxLayout(interrupted);
    row->setContentsMargins(theme.metric(12), theme.metric(4), theme.metric(8), theme.metric(4));
    row->setSpacing(theme.metric(8));
    interruptedText = new ElidedLabel(interrupted, Qt::ElideMiddle);
    interruptedText->setObjectName(QStringLiteral("interruptedText"));
    Look::text(interruptedText, theme, ColorRole::Warning, 0, QFont::DemiBold);
    row->addWidget(interruptedText, 1);
    const auto add = [&](const char *name, const QString &text,
                         void (JobActions::*act)(const InterruptedJob &)) {
        auto *made = new QPushButton(text, interrupted);
        made->setObjectName(QString::fromLatin1(name));
        row->addWidget(made);
        connect(made, &QPushButton::clicked, q, [this, act] {
            const QList<InterruptedJob> jobs = session.jobs().interrupted();
            if (!jobs.isEmpty())
                (actions.*act)(jobs.constFirst());
        });
    };
    add("goOn", tr("Go on"), &JobActions::goOn);
    add("takeBack", tr("Take back"), qOverload<const InterruptedJob &>(&JobActions::takeBack));
    add("leave", tr("Leave as it is"), &JobActions::leave);
    return interrupted;
}

QWidget *JobsPanel::Private::buildDetails()
{
    Theme &theme = app.theme;
    auto *details = new QWidget(q);
    details->setObjectName(QStringLiteral("details"));
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(theme.metric(12), theme.metric(8), theme.metric(12), theme.metric(8));
    column->setSpacing(theme.metric(4));
    title = new ElidedLabel(details, Qt::ElideMiddle);
    title->setTextFormat(Qt::PlainText);
    Look::text(title, theme, ColorRole::Text, 0, QFont::DemiBold);
    outcome = new QLabel(details);
    outcome->setObjectName(QStringLiteral("outcome"));
    outcome->setTextFormat(Qt::PlainText);
    outcome->setWordWrap(true);
    outcome->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    Look::text(outcome, theme, ColorRole::TextMuted);
    failures = new QListWidget(details);
    failures->setObjectName(QStringLiteral("failures"));
    failures->setAccessibleName(tr("Failures"));
    failures->setFrameShape(QFrame::NoFrame);
    failures->setUniformItemSizes(true);
    failures->setTextElideMode(Qt::ElideRight);
    failures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    failures->viewport()->setBackgroundRole(QPalette::Window);
    Look::font(failures, theme, -1);
    column->addWidget(title);
    column->addWidget(outcome);
    column->addWidget(failures, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.metric(4));
    const auto add = [&](const char *command, bool (*isFor)(const Job &job)) {
        QToolButton *made = button(command, details, true);
        row->addWidget(made);
        resultButtons.push_back({made, isFor});
    };
    add("jobs.goOn", [](const Job &job) { return job.canGoOn(); });
    add("jobs.undo", [](const Job &job) { return !job.result().undoFile.isEmpty(); });
    add("jobs.retry", [](const Job &job) { return job.canRetry(); });
    add("jobs.report", [](const Job &job) { return !job.result().failures.isEmpty(); });
    row->addStretch();
    column->addStretch();
    column->addLayout(row);
    return details;
}

void JobsPanel::Private::build()
{
    Theme &theme = app.theme;
    Look::fill(q, theme, ColorRole::Panel);
    model = new JobModel(&session.jobs(), q);
    texts = new JobTextModel(q);
    texts->setSourceModel(model);
    view = new QListView(q);
    view->setObjectName(QStringLiteral("jobs"));
    view->setAccessibleName(tr("Jobs, the newest first"));
    view->setModel(texts);
    view->setItemDelegate(new JobDelegate(theme, view));
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformItemSizes(true);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setMouseTracking(true);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    Look::fill(view->viewport(), theme, ColorRole::Panel);

    auto *empty = new EmptyState(theme, q);
    empty->setObjectName(QStringLiteral("empty"));
    empty->show(tr("No jobs"), tr("What takes long stands here: exports, imports, and work on many keys. "
                                  "Choose some keys, or a branch, and look at its menu."));

    auto *splitter = new QSplitter(Qt::Horizontal, q);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(view);
    splitter->addWidget(buildDetails());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *body = new QWidget(q);
    places = new QStackedLayout(body);
    places->addWidget(splitter);
    places->addWidget(empty);

    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(buildInterrupted());
    column->addWidget(body, 1);
    q->setFocusProxy(view);
}

void JobsPanel::Private::connectAll()
{
    JobList *jobs = &session.jobs();
    // Behind the model, so that what is looked at is there.
    connect(model, &QAbstractItemModel::rowsInserted, q, [this] {
        // The newest one is what the person has just started.
        view->setCurrentIndex(texts->index(0, 0));
        refresh();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, q, [this] { refresh(); });
    connect(model, &QAbstractItemModel::modelReset, q, [this] { refresh(); });
    connect(model, &QAbstractItemModel::dataChanged, q, [this] { refresh(); });
    connect(jobs, &JobList::interruptedChanged, q, [this] { refreshInterrupted(); });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, q, [this] { refresh(); });
    connect(view, &QWidget::customContextMenuRequested, q, [this](const QPoint &at) { showMenu(at); });
}

void JobsPanel::Private::installCommands()
{
    const auto on = [this](const char *id, const std::function<void(Job *)> &run,
                           const std::function<bool(Job *)> &enabled, std::function<bool()> checked = {}) {
        app.commands.handle(QString::fromLatin1(id), q,
                            {[this, run] {
                                 if (Job *job = q->currentJob())
                                     run(job);
                             },
                             [this, enabled] {
                                 Job *job = q->currentJob();
                                 return job && enabled(job);
                             },
                             std::move(checked)});
    };
    on(
        "jobs.pause",
        [](Job *job) {
            if (job->state() == JobState::Paused)
                job->resume();
            else
                job->pause();
        },
        [](Job *job) { return !job->isOver() && !job->isCanceling(); },
        [this] { return q->currentJob() && q->currentJob()->state() == JobState::Paused; });
    on(
        "jobs.cancel", [](Job *job) { job->cancel(); },
        [](Job *job) { return !job->isOver() && !job->isCanceling(); });
    on(
        "jobs.goOn", [](Job *job) { job->goOn(); }, [](Job *job) { return job->canGoOn(); });
    on(
        "jobs.retry", [](Job *job) { job->retryFailures(); }, [](Job *job) { return job->canRetry(); });
    on(
        "jobs.undo", [this](Job *job) { actions.takeBack(job); },
        [](Job *job) { return job->isOver() && !job->result().undoFile.isEmpty(); });
    on(
        "jobs.report", [this](Job *) { askReport(); },
        [](Job *job) { return job->isOver() && !job->result().failures.isEmpty(); });
    on(
        "jobs.remove", [this](Job *job) { session.jobs().remove(job); },
        [](Job *job) { return job->isOver(); });
    app.commands.handle(QStringLiteral("jobs.removeOver"), q,
                        {[this] { session.jobs().removeOver(); },
                         [this] {
                             const QList<Job *> jobs = session.jobs().jobs();
                             return std::any_of(jobs.cbegin(), jobs.cend(),
                                                [](const Job *job) { return job->isOver(); });
                         },
                         {}});
}

void JobsPanel::Private::refresh()
{
    const bool hasJobs = model->rowCount() > 0;
    places->setCurrentIndex(hasJobs ? 0 : 1);
    if (hasJobs && !view->currentIndex().isValid())
        view->setCurrentIndex(texts->index(0, 0));
    summary->setText(BulkTexts::summary(session.jobs().underWay()));
    refreshDetails();
    app.commands.refresh();
}

void JobsPanel::Private::refreshDetails()
{
    Job *job = q->currentJob();
    if (!job) {
        shown = nullptr;
        return;
    }
    title->setText(BulkTexts::title(*job));
    const QString progress = BulkTexts::progress(*job);
    const QString state = BulkTexts::state(*job);
    outcome->setText(job->isOver()        ? BulkTexts::outcome(*job)
                     : progress.isEmpty() ? state
                                          : tr("%1 · %2", "state and progress").arg(state, progress));
    for (const auto &[button, isFor] : resultButtons)
        button->setVisible(job->isOver() && isFor(*job));
    const qint64 failed = job->isOver() ? job->result().failures.size() : 0;
    if (shown == job && shownFailures == failed)
        return;
    shown = job;
    shownFailures = failed;
    failures->clear();
    const QList<JobFailure> list = failed > 0 ? job->result().failures : QList<JobFailure>();
    for (const JobFailure &failure : list.first(std::min(MostShown, list.size()))) {
        auto *item = new QListWidgetItem(BulkTexts::failure(failure), failures);
        item->setToolTip(item->text().toHtmlEscaped());
    }
    if (job->isOver() && job->result().failed > failures->count() && failures->count() > 0)
        failures->addItem(
            tr("and %Ln more", nullptr, BulkTexts::forPlural(job->result().failed - failures->count())));
    failures->setVisible(failures->count() > 0);
}

void JobsPanel::Private::refreshInterrupted()
{
    const QList<InterruptedJob> &jobs = session.jobs().interrupted();
    interrupted->setVisible(!jobs.isEmpty());
    if (jobs.isEmpty())
        return;
    const QString first = BulkTexts::title(jobs.constFirst().header);
    interruptedText->setText(
        jobs.size() == 1 ? tr("Interrupted: %1").arg(first)
                         : tr("Interrupted: %1, and %Ln more", nullptr, int(jobs.size() - 1)).arg(first));
}

void JobsPanel::Private::askReport()
{
    const QPointer<Job> job(q->currentJob());
    auto *dialog = new QFileDialog(q->window(), tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(tr("failures.jsonl", "suggested file name"));
    connect(dialog, &QFileDialog::fileSelected, q, [this, job](const QString &file) {
        if (job)
            q->saveReport(job, file);
    });
    dialog->open();
}

void JobsPanel::Private::showMenu(const QPoint &position)
{
    if (const QModelIndex index = view->indexAt(position); index.isValid())
        view->setCurrentIndex(index);
    view->setFocus(); // the commands act where the keyboard is
    app.commands.refresh();
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const char *id : {"jobs.pause", "jobs.cancel", "", "jobs.goOn", "jobs.undo", "jobs.retry",
                           "jobs.report", "", "jobs.remove", "jobs.removeOver"}) {
        if (*id == '\0')
            menu->addSeparator();
        else
            menu->addAction(app.commands.action(QString::fromLatin1(id)));
    }
    menu->popup(view->viewport()->mapToGlobal(position));
}

JobsPanel::JobsPanel(AppContext &app, Session &session, JobActions &actions, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, app, session, actions))
{
    d->build();
    d->connectAll();
    d->installCommands();
    d->refresh();
    d->refreshInterrupted();
}

JobsPanel::~JobsPanel() = default;

Job *JobsPanel::currentJob() const
{
    return d->model->jobAt(d->texts->mapToSource(d->view->currentIndex()).row());
}

void JobsPanel::setCurrentJob(Job *job)
{
    d->view->setCurrentIndex(d->texts->index(d->model->rowOf(job), 0));
}

bool JobsPanel::saveReport(Job *job, const QString &file)
{
    const QString id = QStringLiteral("jobs/%1/report").arg(d->session.id());
    QSaveFile out(file);
    QString problem;
    if (out.open(QIODevice::WriteOnly) && job->saveReport(out, &problem) && out.commit()) {
        d->app.notices.clear(id);
        return true;
    }
    Notice notice;
    notice.id = id;
    notice.severity = Severity::Error;
    notice.context = QStringLiteral("session/") + d->session.id();
    notice.title = tr("The report was not saved");
    notice.text = problem.isEmpty() ? out.errorString() : problem;
    d->app.notices.raise(notice);
    return false;
}

} // namespace Studio
