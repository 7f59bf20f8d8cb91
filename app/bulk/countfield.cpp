// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/countfield.h"

#include "bulk/bulktexts.h"
#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobs.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace Studio
{

CountField::CountField(AppContext &app, Session &session, KeySelection selection, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(std::move(selection))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(app.theme.metric(4));
    auto *row = new QHBoxLayout;
    row->setSpacing(app.theme.metric(8));
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("count"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("countButton"));
    m_button->setAutoDefault(false);
    Look::makeQuiet(m_button);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(app.theme.metric(4));
    m_bar->setAccessibleName(tr("Counting"));
    column->addLayout(row);
    column->addWidget(m_bar);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        else
            start();
    });
    refresh();
}

CountField::~CountField()
{
    if (!m_job)
        return;
    m_job->disconnect(this);
    // Nobody wants to see it in the list, either.
    JobList *list = &m_session.jobs();
    connect(m_job, &Job::finished, list, [list, job = m_job.data()] { list->remove(job); });
    m_job->cancel();
}

void CountField::start()
{
    if (m_job)
        return;
    m_exact = false;
    m_keys = 0;
    m_bytes = 0;
    m_problem.clear();
    m_job = m_session.jobs().start(Jobs::count(m_selection));
    connect(m_job, &Job::changed, this, &CountField::refresh);
    connect(m_job, &Job::finished, this, &CountField::ended);
    refresh();
    emit changed();
}

void CountField::ended()
{
    const JobResult result = m_job->result();
    m_exact = result.state == JobState::Finished && result.failed == 0;
    m_keys = result.done - result.failed;
    m_bytes = result.bytes;
    if (result.error.isError())
        m_problem = result.error.text;
    else if (!result.failures.isEmpty())
        m_problem = result.failures.constFirst().error.text;
    Job *job = m_job;
    m_job = nullptr;
    m_session.jobs().remove(job);
    refresh();
    emit changed();
}

void CountField::refresh()
{
    m_bar->setVisible(isCounting());
    if (m_job) {
        const JobProgress &progress = m_job->progress();
        if (m_job->state() == JobState::Waiting || m_job->state() == JobState::WaitingForLine)
            m_text->setText(BulkTexts::state(*m_job));
        else
            m_text->setText(
                tr("Counting: %Ln key(s) so far, %1", nullptr, BulkTexts::forPlural(progress.done))
                    .arg(Wording::size(progress.bytes)));
        m_button->setText(tr("Stop counting"));
        m_button->setVisible(true);
        return;
    }
    if (m_exact)
        m_text->setText(tr("%Ln key(s) with %1 of values", nullptr, BulkTexts::forPlural(m_keys))
                            .arg(Wording::size(m_bytes)));
    else if (!m_problem.isEmpty())
        m_text->setText(tr("Not counted: %1").arg(m_problem));
    else
        m_text->setText(tr("Not counted."));
    m_button->setText(tr("Count again"));
    m_button->setVisible(!m_exact);
}

} // namespace Studio
