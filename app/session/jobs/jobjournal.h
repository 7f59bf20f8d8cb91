// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>

namespace Studio
{

class Job;
class JobList;
class Journal;

/// Writes one row of the journal for each job that writes: it names the undo file, in which the single keys
/// stand. Window's thread.
class JobJournal : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    JobJournal(JobList &jobs, Journal &journal, QObject *parent);

private:
    void begin(Job *job);
    void end(quint64 job);

    JobList &m_jobs;
    Journal &m_journal;
    QHash<quint64, qint64> m_rows; ///< of jobs that are not over; 0 = not written yet
};

} // namespace Studio
