// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/bulktexts.h"

#include "browser/keyactions.h"
#include "models/keytext.h"
#include "session/jobs/job.h"
#include "session/jobs/jobfile.h"
#include "shell/wording.h"
#include "transfer/importrequest.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BulkTexts)
};

constexpr int LongestKey = 48; ///< characters
constexpr qsizetype MostListed = 8; ///< jobs in a question

QString fileName(const QString &file)
{
    return QFileInfo(file).fileName();
}

QString keyText(const QString &key)
{
    return BulkTexts::place(key.toUtf8());
}

QString phase(JobPhase phase)
{
    switch (phase) {
    case JobPhase::Starting:
        return Text::tr("Starting");
    case JobPhase::Counting:
        return Text::tr("Counting");
    case JobPhase::Reading:
        return Text::tr("Reading");
    case JobPhase::Comparing:
        return Text::tr("Comparing");
    case JobPhase::Writing:
        return Text::tr("Writing");
    case JobPhase::Verifying:
        return Text::tr("Verifying");
    case JobPhase::Deleting:
        return Text::tr("Deleting");
    }
    return {};
}

QString doneText(JobKind kind, qint64 count)
{
    const int n = BulkTexts::forPlural(count);
    switch (kind) {
    case JobKind::Count:
        return Text::tr("%Ln key(s) counted.", nullptr, n);
    case JobKind::Search:
        return Text::tr("%Ln record(s) searched.", nullptr, n);
    case JobKind::Export:
        return Text::tr("%Ln record(s) exported.", nullptr, n);
    case JobKind::Import:
        return Text::tr("%Ln record(s) imported.", nullptr, n);
    case JobKind::Delete:
        return Text::tr("%Ln key(s) deleted.", nullptr, n);
    case JobKind::Patch:
        return Text::tr("%Ln record(s) patched.", nullptr, n);
    case JobKind::Increment:
        return Text::tr("%Ln record(s) incremented.", nullptr, n);
    case JobKind::Copy:
    case JobKind::Receive:
        return Text::tr("%Ln record(s) copied.", nullptr, n);
    case JobKind::Move:
        return Text::tr("%Ln record(s) moved.", nullptr, n);
    case JobKind::TakeBack:
        return Text::tr("%Ln change(s) taken back.", nullptr, n);
    }
    return {};
}

/// What became of one key.
QString failedText(JobOperation operation, const QString &key, const QString &why)
{
    switch (operation) {
    case JobOperation::Read:
        return Text::tr("%1 was not read: %2").arg(key, why);
    case JobOperation::Write:
        return Text::tr("%1 was not written: %2").arg(key, why);
    case JobOperation::Delete:
        return Text::tr("%1 was not deleted: %2").arg(key, why);
    case JobOperation::Patch:
        return Text::tr("%1 was not patched: %2").arg(key, why);
    case JobOperation::Increment:
        return Text::tr("%1 was not incremented: %2").arg(key, why);
    case JobOperation::Verify:
        return Text::tr("%1 was not verified: %2").arg(key, why);
    case JobOperation::File:
        return Text::tr("%1 was left out: %2").arg(key, why);
    }
    return {};
}

} // namespace

int BulkTexts::forPlural(qint64 count)
{
    return int(std::min<qint64>(count, 1'000'000'000));
}

QString BulkTexts::keys(qint64 count)
{
    return Text::tr("%Ln key(s)", nullptr, forPlural(count));
}

QString BulkTexts::place(const QByteArray &prefix)
{
    return prefix.isEmpty() ? Text::tr("all keys") : KeyText::elided(prefix, LongestKey);
}

QString BulkTexts::selection(const KeySelection &selection)
{
    if (selection.isOneKey())
        return KeyText::elided(selection.keys.constFirst(), LongestKey);
    if (selection.keys.isEmpty() && selection.intervals.size() == 1) {
        const KeyInterval &interval = selection.intervals.constFirst();
        if (const auto prefix = prefixOf(interval))
            return place(*prefix);
        return Text::tr("%1 to %2")
            .arg(KeyText::elided(interval.first, LongestKey / 2),
                 KeyText::elided(interval.last, LongestKey / 2));
    }
    if (selection.intervals.isEmpty())
        return Text::tr("%Ln selected key(s)", nullptr, forPlural(selection.keys.size()));
    return Text::tr("%Ln selected item(s)", nullptr,
                    forPlural(selection.keys.size() + selection.intervals.size()));
}

QString BulkTexts::title(JobKind kind, const KeySelection &what, const QString &target)
{
    const QString name = selection(what);
    switch (kind) {
    case JobKind::Count:
        return Text::tr("Count %1").arg(name);
    case JobKind::Search:
        return Text::tr("Search in %1").arg(name);
    case JobKind::Export:
        return Text::tr("Export %1 to %2").arg(name, fileName(target));
    case JobKind::Import:
        return Text::tr("Import %1").arg(fileName(target));
    case JobKind::Delete:
        return Text::tr("Delete %1").arg(name);
    case JobKind::Patch:
        return Text::tr("Patch %1").arg(name);
    case JobKind::Increment:
        return Text::tr("Increment %1").arg(name);
    case JobKind::Copy:
        return Text::tr("Copy %1 to %2").arg(name, keyText(target));
    case JobKind::Move:
        return what.isOneKey() ? Text::tr("Rename %1 to %2").arg(name, keyText(target))
                               : Text::tr("Move %1 to %2").arg(name, keyText(target));
    case JobKind::Receive:
        return Text::tr("Receive %1 from %2").arg(name, target);
    case JobKind::TakeBack:
        return Text::tr("Take back: %1").arg(name);
    }
    return {};
}

QString BulkTexts::title(const Job &job)
{
    return title(job.kind(), job.selection(), job.target());
}

QString BulkTexts::title(const JobFileHeader &header)
{
    if (const auto import = importRequestFrom(header.request))
        return title(JobKind::Import, {}, import->file);
    return title(header.kind, header.selection, QString::fromUtf8(header.to));
}

QString BulkTexts::state(const Job &job)
{
    if (job.isCanceling())
        return Text::tr("Canceling");
    switch (job.state()) {
    case JobState::Waiting:
        return Text::tr("Waiting for its turn");
    case JobState::Running:
        return phase(job.progress().phase);
    case JobState::Paused:
        return Text::tr("Paused");
    case JobState::WaitingForLine:
        return Text::tr("Waiting for the connection");
    case JobState::Finished:
        return job.result().failed > 0 ? Text::tr("Done with failures") : Text::tr("Done");
    case JobState::Canceled:
        return Text::tr("Canceled");
    case JobState::Failed:
        return Text::tr("Stopped");
    }
    return {};
}

int BulkTexts::percent(const Job &job)
{
    const JobProgress &progress = job.progress();
    if (!progress.total || *progress.total <= 0)
        return -1;
    return int(std::clamp<qint64>(progress.done * 100 / *progress.total, 0, 100));
}

QString BulkTexts::progress(const Job &job)
{
    const JobProgress &progress = job.progress();
    const QLocale locale;
    QStringList parts;
    if (progress.total)
        parts.append(Text::tr("%1 of %Ln key(s)", nullptr, forPlural(*progress.total))
                         .arg(locale.toString(progress.done)));
    else if (progress.done > 0)
        parts.append(keys(progress.done));
    if (progress.bytes > 0)
        parts.append(Wording::size(progress.bytes));
    if (progress.failed > 0)
        parts.append(Text::tr("%Ln failed", nullptr, forPlural(progress.failed)));
    if (job.state() == JobState::Running && progress.perSecond > 0) {
        const double rate = progress.perSecond;
        parts.append(Text::tr("%1/s").arg(locale.toString(rate, 'f', rate < 10 ? 1 : 0)));
        if (progress.msLeft >= 0)
            parts.append(Text::tr("%1 left").arg(Wording::duration(progress.msLeft)));
    }
    return parts.join(QStringLiteral(" · "));
}

QString BulkTexts::outcome(const Job &job)
{
    const JobResult &result = job.result();
    const qint64 good = std::max<qint64>(0, result.done - result.failed - result.skipped);
    QStringList sentences{doneText(job.kind(), good)};
    if (result.bytes > 0 && (job.kind() == JobKind::Count || job.kind() == JobKind::Export))
        sentences.append(Text::tr("%1 of values.").arg(Wording::size(result.bytes)));
    if (result.failed > 0)
        sentences.append(Text::tr("%Ln failed.", nullptr, forPlural(result.failed)));
    if (result.skipped > 0)
        sentences.append(Text::tr("%Ln left alone.", nullptr, forPlural(result.skipped)));
    if (result.error.isError())
        sentences.append(result.error.text);
    return sentences.join(QLatin1Char(' '));
}

QString BulkTexts::failure(const JobFailure &failure)
{
    if (!failure.key.isEmpty())
        return failedText(failure.operation, KeyText::elided(failure.key, 120), failure.error.text);
    // Of a file the sentence says all: its line, and what is wrong there.
    return failure.operation == JobOperation::File
             ? failure.error.text
             : Text::tr("Part of the keys could not be read: %1").arg(failure.error.text);
}

QString BulkTexts::list(const QList<Job *> &jobs)
{
    QStringList lines;
    for (const Job *job : jobs) {
        if (lines.size() == MostListed) {
            lines.append(Text::tr("and %Ln more", nullptr, int(jobs.size() - MostListed)));
            break;
        }
        const int done = percent(*job);
        lines.append(done < 0 ? QStringLiteral("• %1").arg(title(*job))
                              : Text::tr("• %1 (%2 %)").arg(title(*job), QString::number(done)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString BulkTexts::summary(const QList<Job *> &underWay)
{
    if (underWay.isEmpty())
        return {};
    QString count = Text::tr("%Ln job(s)", nullptr, int(underWay.size()));
    // All together; a job without a known end makes the whole unknown.
    int sum = 0;
    for (const Job *job : underWay) {
        const int done = percent(*job);
        if (done < 0)
            return count;
        sum += done;
    }
    return Text::tr("%1 · %2 %").arg(count).arg(sum / int(underWay.size()));
}

} // namespace Studio
