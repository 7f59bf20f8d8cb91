// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/jobs/jobjournal.h"

#include "session/jobs/job.h"
#include "session/jobs/joblist.h"
#include "session/jobs/jobreport.h"
#include "session/journal.h"

#include <QCoreApplication>

#include <algorithm>

namespace Studio
{

namespace
{

WriteKind kindOf(JobKind kind)
{
    switch (kind) {
    case JobKind::Delete:
        return WriteKind::Delete;
    case JobKind::Patch:
        return WriteKind::Patch;
    case JobKind::Increment:
        return WriteKind::Increment;
    default:
        return WriteKind::Replace;
    }
}

QByteArray common(const QByteArray &a, const QByteArray &b)
{
    const auto end = std::mismatch(a.cbegin(), a.cend(), b.cbegin(), b.cend()).first;
    qsizetype size = end - a.cbegin();
    // Whole characters only.
    while (size > 0 && size < a.size() && (static_cast<uchar>(a.at(size)) & 0xC0) == 0x80)
        --size;
    return a.first(size);
}

/// Its one key, or what all of them begin with.
QByteArray place(const KeySelection &selection)
{
    std::optional<QByteArray> place;
    const auto widen = [&place](const QByteArray &key) { place = place ? common(*place, key) : key; };
    for (const QByteArray &key : selection.keys)
        widen(key);
    for (const KeyInterval &interval : selection.intervals) {
        widen(interval.first);
        widen(interval.last);
    }
    return place.value_or(QByteArray());
}

QString textOf(const JobResult &result)
{
    if (result.error.isError())
        return result.error.text;
    if (result.failed == 0)
        return {};
    //: In the journal, of a job
    return QCoreApplication::translate("Job", "%n key(s) failed.", nullptr, int(result.failed));
}

} // namespace

JobJournal::JobJournal(JobList &jobs, Journal &journal, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_journal(journal)
{
    connect(&jobs, &JobList::started, this, &JobJournal::begin);
    connect(&jobs, &JobList::finished, this, [this](Job *job) { end(job->id()); });
}

void JobJournal::begin(Job *job)
{
    if (!job->writes())
        return;
    m_rows.insert(job->id(), 0);
    JournalEntry entry;
    entry.at = job->startedAt();
    entry.kind = kindOf(job->kind());
    entry.key = place(job->selection());
    entry.job = JobReport::name(job->kind());
    if (job->kind() == JobKind::TakeBack)
        entry.undoFile = job->file();
    m_journal.begin(entry, [this, id = job->id()](qint64 row) {
        m_rows.insert(id, row);
        end(id);
    });
}

/// Once both are there: the number of the row, and the end of the job.
void JobJournal::end(quint64 id)
{
    const qint64 row = m_rows.value(id);
    const Job *job = m_jobs.job(id);
    if (row == 0 || !job || !job->isOver())
        return;
    m_rows.remove(id);
    const JobResult &result = job->result();
    const JournalState state = result.state == JobState::Failed ? JournalState::Failed : JournalState::Done;
    m_journal.endJob(row, state, result.done, result.undoFile, textOf(result));
}

} // namespace Studio
