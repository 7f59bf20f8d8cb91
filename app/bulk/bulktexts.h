// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/jobs/jobtypes.h"

#include <QList>
#include <QString>

namespace Studio
{

class Job;
struct JobFileHeader;

/// What bulk work and jobs are called, in the same words in dialogs, panel, notices and status bar. Plain
/// text; keys are made harmless and elided.
namespace BulkTexts
{

/// Counts have 64 bits, plural forms take an int: which form it is does not change above.
int forPlural(qint64 count);
/// "12 keys" with the locale's separators.
QString keys(qint64 count);
/// "order:2024:", "all keys", "user:1", "5 selected keys", "a to b".
QString selection(const KeySelection &selection);
/// Of a prefix; empty: "all keys".
QString place(const QByteArray &prefix);

/// "Delete order:2024:", "Move a: to b:".
QString title(JobKind kind, const KeySelection &selection, const QString &target);
QString title(const Job &job);
/// Of a job that was interrupted.
QString title(const JobFileHeader &header);

/// One word, or a few: "Waiting for its turn", "Deleting", "Paused", "Done".
QString state(const Job &job);
/// Per cent of the keys; −1 = not known.
int percent(const Job &job);
/// Of a job under way: "1,200 of 4,300 keys · 350/s · 9 s left".
QString progress(const Job &job);
/// Of one that is over: "1,043 keys deleted. 2 failed. 12 left alone."
QString outcome(const Job &job);
/// One failure as a sentence: key, what was tried, why.
QString failure(const JobFailure &failure);

/// One job a line, for a question before they are ended.
QString list(const QList<Job *> &jobs);
/// "2 jobs · 43 %"; empty without jobs.
QString summary(const QList<Job *> &underWay);

} // namespace BulkTexts

} // namespace Studio
